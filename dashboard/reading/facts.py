"""Who wrote a document, when and where it was published, as its own words say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import Notice, NoticeLevel, ZoneKind
from dashboard.reading.dates import find_ambiguous_date, find_date, find_yearless_date
from dashboard.reading.furniture import BYLINE
from dashboard.reading.mail import SUBJECT
from dashboard.reading.publication import ANY_YEAR, day_in_title

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dashboard.reading.layout import Layout

OUTLET = re.compile(r"^published (?:on|in|by)\s+(?P<outlet>[^<(]+?)\s*(?:[<(]|$)", re.IGNORECASE)
SOURCE = re.compile(
    r"^(?:source|original|permalink|url|available at|retrieved from)\b.*?(?P<url>https?://[^\s<>]+)",
    re.IGNORECASE,
)
CHANGED = re.compile(r"^(?:last )?(?:updated|modified|changed)", re.IGNORECASE)
KIND_NAMES = {
    ZoneKind.BYLINE: ("byline or publication line", "byline and publication lines"),
    ZoneKind.BREADCRUMB: ("breadcrumb line", "breadcrumb lines"),
    ZoneKind.CAPTION: ("image caption", "image captions"),
    ZoneKind.TAGS: ("tag line", "tag lines"),
    ZoneKind.LINKS: ("link target or reference mark", "link targets and reference marks"),
    ZoneKind.LEGAL: ("legal or service line", "legal and service lines"),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the furniture of a page says about the document; `None` is not stated."""

    title: str | None = None
    author: str | None = None
    published: date | None = None
    outlet: str | None = None
    source_url: str | None = None
    notices: tuple[Notice, ...] = ()


def read_facts(text: str, layout: Layout) -> Facts:
    """Return what the title, bylines, dateline and source lines of a text say."""
    bylines = [line.plain for line, kind in layout.lines if kind is ZoneKind.BYLINE]
    links = [line.plain for line, kind in layout.lines if kind is ZoneKind.LINKS]
    datelines = [text[z.start : z.end] for z in layout.zones if z.kind is ZoneKind.DATELINE]
    titles = [
        SUBJECT.sub("", line.plain, count=1)
        for line, kind in layout.lines
        if kind is ZoneKind.TITLE
    ]
    published = _first_date(bylines) or _first_date(datelines) or _first_day(titles)
    return Facts(
        title=" ".join(titles) or None,
        author=_first_group(BYLINE, map(_without_date, bylines), "author"),
        published=published,
        outlet=_outlet(bylines) or layout.agency,
        source_url=_first_group(SOURCE, links, "url"),
        notices=() if published else tuple(_doubt_dates(bylines, datelines)),
    )


def count_furniture(layout: Layout) -> Notice | None:
    """Return one notice that counts what was skipped, or `None` if nothing was."""
    counts = {
        kind: sum(zone.kind is kind and zone.end - zone.start > 1 for zone in layout.zones)
        for kind in KIND_NAMES
    }
    parts = [f"{n} {KIND_NAMES[kind][n > 1]}" for kind, n in counts.items() if n]
    if not parts:
        return None
    return Notice(NoticeLevel.INFO, f"Skipped as page furniture: {', '.join(parts)}.")


def _first_date(lines: Iterable[str]) -> date | None:
    """Return the first date; one of a change ("Updated") only if there is no other."""
    for line in sorted(lines, key=lambda line: bool(CHANGED.match(line))):
        if found := find_date(line):
            return found.day
    return None


def _first_day(titles: Iterable[str]) -> date | None:
    return next(filter(None, map(day_in_title, titles)), None)


def _first_group(form: re.Pattern[str], lines: Iterable[str], group: str) -> str | None:
    return next((match[group] for line in lines if (match := form.search(line))), None)


def _without_date(line: str) -> str:
    found = find_date(line)
    return (line[: found.start] if found else line).strip(" ,|-–—·")


def _outlet(bylines: Iterable[str]) -> str | None:
    outlet = _first_group(OUTLET, bylines, "outlet")
    return None if outlet is None or find_date(outlet) else outlet.strip("*_ ")


def _doubt_dates(bylines: Iterable[str], datelines: Iterable[str]) -> Iterable[Notice]:
    """Say why a date that is written was not taken as the day of publication."""
    for line in (*bylines, *datelines):
        if written := find_ambiguous_date(line):
            words = (
                f"The date {written} can be read two ways; set the date of the document by hand."
            )
            yield Notice(NoticeLevel.WARNING, words)
            return
    for line in datelines:
        if find_yearless_date(line, year=ANY_YEAR):
            words = (
                f'The dateline "{line.strip()}" names no year; set the date of the document by '
                "hand so that days can be told."
            )
            yield Notice(NoticeLevel.WARNING, words)
            return
