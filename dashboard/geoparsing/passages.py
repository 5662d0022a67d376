"""The part of a document that is read for places, as one clean text with a way back.

Furniture (links, tags, captions) is left out, so that a sentence with a footnote mark in its middle
is read as one sentence. Offsets of the clean text lead back to offsets of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import Span, Zone, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.model import Article

PARAGRAPH_BREAK = "\n\n"
CELL_BORDER = re.compile(r"[|\t,;]")
BLOCK_CHARS = 20_000
"""The model reads this much at once: enough context, and memory stays flat for a book."""


@dataclass(frozen=True, slots=True)
class Passages:
    """The clean text. `starts` are where its pieces begin, `shifts` what leads back."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]
    datelines: tuple[Span, ...] = ()
    """Where the document says where it was filed; read for context, never for the map."""

    def source(self, offset: int) -> int:
        """Return the offset in the document of a character of the clean text."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]

    def source_span(self, start: int, end: int) -> Span | None:
        """Return the run in the document; `None` when furniture was cut out of its middle."""
        span = Span(self.source(start), self.source(end - 1) + 1)
        return span if span.end - span.start == end - start else None

    def blocks(self) -> Iterator[tuple[int, str]]:
        """Yield runs of at most `BLOCK_CHARS` that end where a paragraph or a word ends."""
        start = 0
        while start < len(self.text):
            end = _block_end(self.text, start)
            yield start, self.text[start:end]
            start = end


def read_passages(article: Article) -> Passages:
    """Return the title, headings and body of an article without what stands between them."""
    zones = article.zones or (Zone(0, len(article.text), ZoneKind.BODY),)
    parts: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    length = 0
    previous: Zone | None = None
    for zone in zones:
        if not is_read_here(zone) or zone.start == zone.end:
            continue
        gap = _gap(article.text, previous, zone)
        starts.append(length + len(gap))
        shifts.append(zone.start - length - len(gap))
        parts += [gap, article.text[zone.start : zone.end]]
        length += len(gap) + zone.end - zone.start
        previous = zone
    if not starts:
        return Passages("", (0,), (0,))
    # The gap before a piece leads to the piece's own first character at worst.
    datelines = tuple(Span(z.start, z.end) for z in zones if z.kind is ZoneKind.DATELINE)
    return Passages("".join(parts), (0, *starts[1:]), tuple(shifts), datelines)


def is_read_here(zone: Zone) -> bool:
    """Whether a zone is read: the dateline is, because it says where the report is from."""
    return zone.kind.is_read or zone.kind is ZoneKind.DATELINE


def _gap(text: str, previous: Zone | None, zone: Zone) -> str:
    """Return what to put between two read zones: nothing, a space or a paragraph break."""
    if previous is None or zone.start == previous.end:
        return "" if previous is None or previous.kind is zone.kind else PARAGRAPH_BREAK
    if previous.kind is not zone.kind or "\n" in text[previous.end : zone.start]:
        return PARAGRAPH_BREAK
    if zone.kind is ZoneKind.CELL and CELL_BORDER.search(text, previous.end, zone.start):
        return PARAGRAPH_BREAK
    touches = text[previous.end - 1].isspace() or text[zone.start].isspace()
    return "" if touches else " "


def _block_end(text: str, start: int) -> int:
    limit = start + BLOCK_CHARS
    if limit >= len(text):
        return len(text)
    for mark in (PARAGRAPH_BREAK, "\n", ". ", " "):
        end = text.rfind(mark, start + BLOCK_CHARS // 4, limit)
        if end > start:
            return end + len(mark)
    return limit
