"""Text of PDF files, with wrapped lines joined and running page headers told apart."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from dashboard.model import ReadingError, ZoneKind
from dashboard.reading.extract import Extract, join_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

BROKEN = "is a damaged PDF; open it in a PDF viewer, save it anew and load that"
ENCRYPTED = "is protected by a password; save a copy without the password and load that"
SCANNED = (
    "is a PDF without text, probably a scan; run text recognition (OCR) on it, or paste the text"
)
MOST_PAGES = 2_000
FEWEST_REPEATS = 3
FEWEST_CHARS = 20
SHORTEST_FULL_LINE = 0.75
PAGE_NUMBER = re.compile(r"\d+")


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
    text, known = join_blocks(_blocks(pages))
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
    return metadata.title or None, metadata.author or None, created.date() if created else None


def _blocks(pages: Sequence[str]) -> Iterable[tuple[str, ZoneKind | None]]:
    running = _running_lines(pages)
    for page in pages:
        lines = [" ".join(line.split()) for line in page.splitlines()]
        yield from _paragraphs(lines, running)


def _running_lines(pages: Sequence[str]) -> frozenset[str]:
    """Return the first and last lines that stand on several pages, page numbers aside."""
    edges: Counter[str] = Counter()
    for page in pages:
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        edges.update({_without_number(line) for line in (*lines[:2], *lines[-2:])})
    return frozenset(line for line, count in edges.items() if count >= FEWEST_REPEATS)


def _paragraphs(
    lines: Sequence[str], running: frozenset[str]
) -> Iterable[tuple[str, ZoneKind | None]]:
    """Join the wrapped lines of a page into paragraphs."""
    widths = sorted(len(line) for line in lines if line) or [0]
    full = SHORTEST_FULL_LINE * widths[len(widths) * 9 // 10]
    paragraph = ""
    for line in lines:
        if _without_number(line) in running:
            yield paragraph, None
            yield line, ZoneKind.BREADCRUMB
            paragraph = ""
            continue
        paragraph = _join(paragraph, line)
        if len(line) < full:
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
