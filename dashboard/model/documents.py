"""A document as it was read: its text, its zones, and what the reader must know of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters of `Article.text`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two runs share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the words themselves."""
        return text[self.start : self.end]


class ZoneKind(StrEnum):
    """What a run of a document is for; of these, `is_read` tells which are read for places."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    BREADCRUMB = "breadcrumb"
    TAGS = "tags"
    LINKS = "links"
    LEGAL = "legal"
    TABLE_HEAD = "table head"
    CELL = "table cell"
    """Of a row; a bar, a tab or the like stands before the next."""

    @property
    def is_read(self) -> bool:
        """Whether places and events are looked for here."""
        return self in _READ


_READ = frozenset(
    {ZoneKind.TITLE, ZoneKind.HEADING, ZoneKind.DATELINE, ZoneKind.BODY, ZoneKind.CELL}
)


@dataclass(frozen=True, slots=True)
class Zone:
    """A run of a document with one use. The zones of an article are sorted and do not overlap."""

    start: int
    end: int
    kind: ZoneKind


class NoticeLevel(StrEnum):
    """How much a notice matters to the reader."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """What the reader must know: what was skipped or could not be done, and why."""

    level: NoticeLevel
    text: str
    span: Span | None = None
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A document as read. For plain text `text` is the file's text unchanged."""

    article_id: str
    """The first 16 hexadecimal digits of the SHA-256 of `text`."""
    doc_id: str
    """The name the user knows it by: a file's name, or the `doc_id` of a jsonl line."""
    text: str
    zones: tuple[Zone, ...]
    title: str | None = None
    author: str | None = None
    published: date | None = None
    outlet: str | None = None
    source_url: str | None = None
    notices: tuple[Notice, ...] = ()

    def without_links(self, within: Span) -> tuple[Span, ...]:
        """Return the runs of words in a run: no targets of links and no reference marks."""
        first = bisect_right(self.zones, within.start, key=lambda zone: zone.end)
        last = bisect_left(self.zones, within.end, key=lambda zone: zone.start)
        runs, at = [], within.start
        for zone in self.zones[first:last]:
            if zone.kind is ZoneKind.LINKS:
                runs.append(Span(at, zone.start))
                at = zone.end
        runs.append(Span(at, within.end))
        return tuple(run for run in runs if run.start < run.end)

    def words(self, within: Span) -> str:
        """Return the words of a run with single spaces between them."""
        return " ".join("".join(run.of(self.text) for run in self.without_links(within)).split())
