"""Text of PDF files, with wrapped lines joined and running page headers told apart."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from dashboard.model import ReadingError, ZoneKind
from dashboard.reading.extract import Extract, join_blocks, stated_author, stated_title
from dashboard.reading.lines import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

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
PAGE_NUMBER = re.compile(r"\d+")
PAGE_OF_PAGES = re.compile(r"(?:page|p\.)?\s*#(?:\s*(?:of|/)\s*#)?|[-–]\s*#\s*[-–]", re.IGNORECASE)


def read_pdf(raw: bytes, *, max_chars: int) -> Extract:
    """Take the text and the metadata out of a PDF; raises `ReadingError` with the remedy."""
    try:
        reader = PdfReader(BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError(ENCRYPTED)
        pages = _read_pages(reader, max_chars=max_chars)
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
    return Extract(text, known, title=title, author=author, published=created)


def _read_pages(reader: PdfReader, *, max_chars: int) -> list[str]:
    if len(reader.pages) > MOST_PAGES:
        msg = f"has more than {MOST_PAGES:,} pages; split it and load the parts"
        raise ReadingError(msg)
    pages: list[str] = []
    for page in reader.pages:
        pages.append(page.extract_text())
        if sum(map(len, pages)) > max_chars:
            msg = f"holds more than {max_chars:,} characters of text; split it and load the parts"
            raise ReadingError(msg)
    return pages


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
        is_short = len(line) < full
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
