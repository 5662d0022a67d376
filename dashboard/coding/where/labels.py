"""The place that heads an item of a list or a section: "Bara: gunmen ...", "KOLUN PROVINCE"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.model import POINTS, WIDE, MentionKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.model import Resolution
    from dashboard.reading.rows import Row

LIST_MARK = re.compile(r"[ \t]*(?:[-*+•‣▪·–—]|\(?[A-Z]?\d{1,2}[.)])[ \t]+(?=\S)")
HOUR = r"[0-2]?\d[:.h][0-5]\d|[0-2]\d[0-5]\d"
CLOCK = rf"(?:{HOUR})\s?(?:hrs?|hours|h|z|lt|l|local)?\b"
# "A SHELL FELL AT", and on the next line "0715 ON 6 MARCH": the hour of a wrapped sentence.
NOT_WRAPPED = (
    r"(?<!\b(?i:at|by|to|or|of))(?<!\b(?i:and|for))(?<!\b(?i:from|till))"
    r"(?<!\b(?i:about|after|since|until))(?<!\b(?i:around|before))(?<!(?i:between))"
    r"(?<!(?i:approximately))"
)
NO_ABBREVIATION = r"(?<!\b(?i:mr|dr|st|no)\.)(?<!\b(?i:mrs|gen|col)\.)"
LIST_ITEM = (
    r"\n(?=[ \t]*(?:[-*+•‣▪·–—]|[A-Z]\d{1,2}[.)])[ \t]+\S)"
    r"|(?:(?<=[.:;])|(?<=\n[A-Z]{3})|(?<=[A-Z]{4}))[ \t\r]*\n(?=[ \t]*\(?\d{1,2}[.)][ \t]+\S)"
    r"|\n(?=[A-Z][A-Z ’'.-]{2,40}\n[ \t]*\(?\d{1,2}[.)][ \t]+\S)"
    rf"|{NOT_WRAPPED}\n(?=[ \t]*[(\[]?{CLOCK}[)\]]?(?:[ \t]*[-–—:|,][ \t]|[ \t]+[A-Z]))"
    rf"|(?<=[.!?]){NO_ABBREVIATION}[ \t\r]*\n"
    r"(?=(?:[A-Z][\w’'-]+(?:,? (?:and |of )?|(?=[.:]))){1,4}[.:][ \t]+[A-Z])"
)
"""Where the next item of a list begins.

A number or a short name ("Bara. Gunmen ...") starts one only where a sentence has ended.
"""
BEFORE_COLON = re.compile(
    r"[*_]{0,3}(?P<label>[^:;!?\n]{2,80}?)[*_]{0,3}\s?(?::|\s[-–—]|\.(?=\s+[A-Z“\"]))[*_]{0,3}\s+"
)
# Before the place of an item may stand its hour ("0630hrs - Bara: ...") or day ("3 May: Bara.").
LEAD = re.compile(
    rf"(?P<hour>[(\[]?{CLOCK}(?:\s?[-–]\s?{CLOCK})?[)\]]?\s*[-–—:,]?\s+)"
    r"|(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\s+\d{1,2})?"
    r"(?:,?\s+\d{4})?\s*(?::|[-–—])\s+",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_][\w’'-]*")
LABEL_WORDS = frozenset(
    {"region", "district", "province", "oblast", "state", "city", "town", "area", "governorate"}
    | {"county", "department", "sector", "front", "village", "camp", "zone", "axis", "prefecture"}
    | {"and", "in", "of", "the", "near", "at", "north", "south", "east", "west", "northern", "on"}
    | {"southern", "eastern", "western", "central", "rural", "countryside", "outskirts", "around"}
    | {"municipality", "territory", "island", "valley", "border"}
)
CALENDAR = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Label:
    """The words that head an item, and where what it tells begins."""

    names: Span
    told_from: int


def label_of(text: str, item: Span, resolutions: Sequence[Resolution]) -> Label | None:
    """Return the label of places that an item begins with."""
    lead = LEAD.match(text, item.start, item.end)
    found = BEFORE_COLON.match(text, lead.end() if lead else item.start, item.end)
    if found is None:
        return None
    names = Span(*found.span("label"))
    if not _names_only(text, names, resolutions):
        return None
    # A day in the label dates what is told, and is read with it.
    is_dated = CALENDAR.search(names.of(text)) or (lead and not lead["hour"])
    return Label(names, item.start if is_dated else found.end())


def label_of_row(row: Row, resolutions: Sequence[Resolution]) -> Span | None:
    """Return the cell that says where what a row tells was, the finest with a name in it."""
    named = (c.span for c in row.where if any(r.mention.span.overlaps(c.span) for r in resolutions))
    return next(named, None)


def find_headings(
    text: str, runs: Sequence[tuple[Span, bool]], resolutions: Sequence[Resolution]
) -> list[Span | None]:
    """
    Return for each paragraph its own run where it only names places, as a heading does.

    One such line of the body may be where the text was written; two are headings.
    """
    found = [
        run if _is_short_line(run.of(text)) and _names_only(text, run, resolutions) else None
        for run, _ in runs
    ]
    lines = {run.of(text) for run in found if run}
    return [
        run if is_heading or len(lines) > 1 else None
        for run, (_, is_heading) in zip(found, runs, strict=True)
    ]


def _is_short_line(words: str) -> bool:
    line = words.strip()
    return 0 < len(line) <= LONGEST_HEADING and "\n" not in line and line[-1] not in ".!?"


def _names_only(text: str, run: Span, resolutions: Sequence[Resolution]) -> bool:
    """Whether a run names a place smaller than a country, and holds no word of another kind."""
    names = [r.mention.span for r in resolutions if r.mention.span.overlaps(run)]
    if not any(is_label_place(r) for r in resolutions if r.mention.span.overlaps(run)):
        return False
    words = (m for m in WORD.finditer(text, run.start, run.end))
    outside = (m for m in words if not any(n.start <= m.start() < n.end for n in names))
    return all(m.group().lower() in LABEL_WORDS or CALENDAR.match(m.group()) for m in outside)


def is_label_place(resolution: Resolution) -> bool:
    """Whether a name may head an item: that of a place smaller than a country."""
    place = resolution.place
    is_name = resolution.mention.kind is MentionKind.TOPONYM
    return is_name and place is not None and place.precision not in WIDE


def places_of_label(label: Span, resolutions: Iterable[Resolution]) -> list[Resolution]:
    """Return the places that a label means: its towns, else its areas; one unless joined by "and".

    In "Bara, Kolun Province" the second only says where the first is.
    """
    named = [r for r in resolutions if label.overlaps(r.mention.span) and is_label_place(r)]
    towns = [r for r in named if r.place is not None and r.place.precision in POINTS]
    return _joined(towns or named)


def _joined(named: Sequence[Resolution]) -> list[Resolution]:
    """Return the first name and those that "and" joins to the one before."""
    found = list(named[:1])
    for before, after in pairwise(named):
        if after.mention.start - before.mention.end != len(" and "):
            break
        found.append(after)
    return found
