"""Text of PDF files, with wrapped lines joined and running page headers told apart."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from dashboard.model import Notice, NoticeLevel, ReadingError, ZoneKind
from dashboard.reading.dates import MONTH as MONTH_NAME
from dashboard.reading.extract import Extract, join_blocks, stated_author, stated_title
from dashboard.reading.lines import SENTENCE_END
from dashboard.reading.pdf_tables import has_heading_row, may_hold_table, with_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from pypdf import PageObject

BROKEN = "is a damaged PDF; open it in a PDF viewer, save it anew and load that"
ENCRYPTED = "is protected by a password; save a copy without the password and load that"
SCANNED = (
    "is a PDF without text, probably a scan; run text recognition (OCR) on it, or paste the text"
)
MOST_PAGES = 2_000
FEWEST_REPEATS = 3
EDGE_LINES = 2
FEWEST_CHARS = 20
SHORTEST_FULL_LINE = 0.75
# "10-16" ends a line, and "March 2025" begins the next.
ENDS_IN_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?$")
MONTH = re.compile(MONTH_NAME)
PAGE_NUMBER = re.compile(r"\d+")
PAGE_OF_PAGES = re.compile(r"(?:page|p\.)?\s*#(?:\s*(?:of|/)\s*#)?|[-–]\s*#\s*[-–]", re.IGNORECASE)


def read_pdf(raw: bytes, *, max_chars: int) -> Extract:
    """Take the text and the metadata out of a PDF; raises `ReadingError` with the remedy."""
    try:
        reader = PdfReader(BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError(ENCRYPTED)
        pages, untold = _read_pages(reader, max_chars=max_chars)
        title, author, created = _read_metadata(reader)
    except DependencyError as error:
        raise ReadingError(ENCRYPTED) from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        # pypdf raises these and its own on damaged files; all mean the same to the user.
        raise ReadingError(BROKEN) from error
    except RecursionError as error:
        raise ReadingError(BROKEN) from error
    if sum(map(len, pages)) < FEWEST_CHARS:
        raise ReadingError(SCANNED)
    text, known = join_blocks(page_blocks(pages))
    notices = tuple(_notice_tables(untold))
    return Extract(text, known, title, author, published=created, notices=notices)


def _read_pages(reader: PdfReader, *, max_chars: int) -> tuple[list[str], list[int]]:
    """Return the texts of the pages, and the numbers of those with a table that was not told."""
    if len(reader.pages) > MOST_PAGES:
        msg = f"has more than {MOST_PAGES:,} pages; split it and load the parts"
        raise ReadingError(msg)
    pages: list[str] = []
    untold: list[int] = []
    for number, page in enumerate(reader.pages, start=1):
        plain = page.extract_text()
        laid_out = _with_tables(page) if may_hold_table(plain) else None
        pages.append(laid_out or plain)
        untold += [number] if laid_out is None and has_heading_row(plain) else []
        if sum(map(len, pages)) > max_chars:
            msg = f"holds more than {max_chars:,} characters of text; split it and load the parts"
            raise ReadingError(msg)
    return pages, untold


def _with_tables(page: PageObject) -> str | None:
    layout = page.extract_text(extraction_mode="layout", layout_mode_strip_rotated=False)
    return with_tables(layout)


def _notice_tables(numbers: Sequence[int]) -> Iterator[Notice]:
    if numbers:
        where = f"page{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers))}"
        words = (
            f"A table on {where} could not be told into cells, so its lines are read as "
            "sentences: check what is coded there, or load the table as a .csv or .docx file."
        )
        yield Notice(NoticeLevel.WARNING, words)


def _read_metadata(reader: PdfReader) -> tuple[str | None, str | None, date | None]:
    metadata = reader.metadata
    if metadata is None:
        return None, None, None
    created = metadata.creation_date
    title, author = stated_title(metadata.title), stated_author(metadata.author)
    return title, author, created.date() if created else None


def page_blocks(pages: Sequence[str]) -> Iterator[tuple[str, ZoneKind | None]]:
    """Yield the paragraphs of the texts of pages; headers and footers of pages as navigation."""
    lined = [[" ".join(line.split()) for line in page.splitlines()] for page in pages]
    running = _running_lines(lined)
    for lines in lined:
        yield from _paragraphs(lines, running)


def _running_lines(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the first and last lines that stand on several pages, page numbers aside."""
    edges: Counter[str] = Counter()
    for lines in pages:
        edges.update({_without_number(lines[at]) for at in _edges(lines)})
    fewest = max(2, min(FEWEST_REPEATS, len(pages)))
    return frozenset(
        line for line, count in edges.items() if count >= fewest or PAGE_OF_PAGES.fullmatch(line)
    )


def _edges(lines: Sequence[str]) -> frozenset[int]:
    """Return which of the lines of a page are its first and last ones."""
    written = [at for at, line in enumerate(lines) if line]
    return frozenset((*written[:EDGE_LINES], *written[-EDGE_LINES:]))


def _paragraphs(
    lines: Sequence[str], running: frozenset[str]
) -> Iterable[tuple[str, ZoneKind | None]]:
    """Join the wrapped lines of a page into paragraphs."""
    widths = sorted(len(line) for line in lines if line) or [0]
    full = SHORTEST_FULL_LINE * widths[len(widths) * 9 // 10]
    edges = _edges(lines)
    paragraph = ""
    for at, line in enumerate(lines):
        if at in edges and _without_number(line) in running:
            yield paragraph, None
            yield line, ZoneKind.BREADCRUMB
            paragraph = ""
            continue
        if line.startswith("| "):
            yield paragraph, None
            yield line, None
            paragraph = ""
            continue
        next_line = lines[at + 1] if at + 1 < len(lines) else ""
        is_short = len(line) < full and not (ENDS_IN_DAY.search(line) and MONTH.match(next_line))
        if is_short and SENTENCE_END.search(paragraph) and not SENTENCE_END.search(line):
            # The last line of a paragraph may be a full one: what follows is a heading or a row.
            yield paragraph, None
            paragraph = ""
        paragraph = _join(paragraph, line)
        if is_short:
            yield paragraph, None
            paragraph = ""
    yield paragraph, None


def _join(paragraph: str, line: str) -> str:
    """Join two lines; a word divided at the line's end becomes whole again."""
    if paragraph.endswith("-") and paragraph[-2:-1].islower() and line[:1].islower():
        return paragraph[:-1] + line
    return f"{paragraph} {line}".strip()


def _without_number(line: str) -> str:
    return PAGE_NUMBER.sub("#", line.strip())
