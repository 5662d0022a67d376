"""What the reader typed to put something right, read into values, and corrections in words."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING

from dashboard.model import Place, Precision, Span
from dashboard.review import (
    Accepted,
    DateSet,
    EventKey,
    NotAPlace,
    PlaceSet,
    SameDecided,
    StatusSet,
    TypeSet,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.model import Article, Event, Resolution
    from dashboard.review import Correction

NO_DATE = "none"
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_COORDINATES = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*")
_GRADE = re.compile(r"[A-F][1-6]")


def read_interval(typed: str) -> tuple[date | None, date | None] | None:
    """
    Return the first and last day of `2010`, `2010-08`, `2010-08-22` or `2010-08/2010-11`.

    "none" means that there is no date; `None` comes back for what is no date at all.
    """
    if typed.strip().casefold() == NO_DATE:
        return None, None
    ends = [_read_unit(part.strip()) for part in typed.split("/", 1)]
    first, last = ends[0], ends[-1]
    if first is None or last is None or last[1] < first[0]:
        return None
    return first[0], last[1]


def _read_unit(words: str) -> tuple[date, date] | None:
    found = _DAY.fullmatch(words)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    last_month = month or 12
    return first, date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])


def write_interval(event: Event) -> str:
    """Return an event's date as `read_interval` takes it."""
    start, end = event.when.start, event.when.end
    if start is None or end is None:
        return ""
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"


def read_coordinates(typed: str) -> tuple[float, float] | None:
    """Return latitude and longitude of `38.56, 68.79`; `None` if it is not that."""
    found = _COORDINATES.fullmatch(typed)
    if found is None:
        return None
    lat, lon = float(found[1]), float(found[2])
    return (lat, lon) if abs(lat) <= 90 and abs(lon) <= 180 else None


def place_at(lat: float, lon: float, *, name: str | None, countries: Sequence[str]) -> Place:
    """Return the place of typed coordinates."""
    said = f"{lat:.4f}, {lon:.4f}"
    return Place(
        f"own:{lat:.5f},{lon:.5f}",
        name or said,
        lat,
        lon,
        Precision.POINT,
        "coordinates of the reader",
        tuple(countries),
        note=f"Set by the reader at {said}",
    )


def is_grade(typed: str) -> bool:
    """Whether it is an Admiralty grade: A1 to F6."""
    return _GRADE.fullmatch(typed) is not None


def same_words(resolutions: Sequence[Resolution], at: Resolution) -> tuple[Span, ...]:
    """Return everywhere that a name stands in its document and means the same."""
    meant = at.place.place_id if at.place else None
    return tuple(
        r.mention.span
        for r in resolutions
        if r.mention.surface == at.mention.surface
        and (r.place.place_id if r.place else None) == meant
        and r.mention.kind is at.mention.kind
    )


def correction_words(correction: Correction, articles: Mapping[str, Article]) -> str:
    """Return a correction in words: `“Kurgan”: the place is Kurgan-Tyube`."""
    article = articles.get(correction.about.article_id)
    if article is None:
        return f"In a document that is not open: {_said(correction)}"
    about = correction.about
    span = about.span if isinstance(about, EventKey) else about.spans[0]
    words = " ".join(span.of(article.text).split())[:60]
    times = len(about.spans) if isinstance(about, Words) else 1
    return f"“{words}”{f' ({times} times)' if times > 1 else ''}: {_said(correction)}"


def _said(correction: Correction) -> str:
    match correction:
        case DateSet(start=start, end=end):
            return f"the date is {_days(start, end)}"
        case TypeSet(type=value) | StatusSet(status=value):
            return f"{'the type' if isinstance(correction, TypeSet) else 'the status'} is {value}"
        case Accepted(grade=grade, initials=initials):
            return f"accepted, {' '.join(filter(None, (grade, initials)))}"
        case PlaceSet(place=place):
            return f"the place is {place.name}"
        case SameDecided(is_same=is_same):
            return "one with another event" if is_same else "kept apart from another event"
    return "not a place" if isinstance(correction, NotAPlace) else "rejected"


def _days(start: date | None, end: date | None) -> str:
    if start is None and end is None:
        return "not stated"
    return " to ".join(dict.fromkeys(d.isoformat() for d in (start, end) if d))
