"""What the text around a sentence says of its time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.dates.candidates import HAS_YEAR
from dashboard.coding.dates.finding import find_dates
from dashboard.coding.dates.intervals import (
    LONGEST_MONTH,
    LONGEST_YEAR,
    Interval,
    as_when,
    precision_of,
)
from dashboard.coding.dating.parts import section_at
from dashboard.model import DatePrecision

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dashboard.coding.dating.parts import Section
    from dashboard.coding.passages import Sentence
    from dashboard.model import When

# "The minister arrived on Sunday" tells of Sunday; "will arrive", "said on Sunday" do not.
OF_SAYING = re.compile(
    r"\b(?:sa(?:id|ys|ying)|told|tells|reports?|reported|announced?|according|accused|warned|vowed"
    r"|den(?:ied|ies)|condemned|confirmed|claim(?:s|ed)|will|would|(?-i:may)|might|is|are|has|have|had)\b",
    re.IGNORECASE,
)
SCENE_BACK = 2
"""Over how many sentences the last day or year that was named stays in mind."""

WAR_BEGAN = re.compile(
    r"\b(?:war|conflict|insurgency|rebellion|revolt|uprising|crisis|hostilities)\b"
    r"(?:,? (?:which|that))? (?:has |had |first )?"
    r"(?:began|begun|started|erupted|broke out|broken out|flared up)\b"
)
LASTING_YEARS = 4
"""A war that began longer ago than this is history, told month by month."""
DAY_BACK = 6
"""Over how many sentences "that morning" goes back to a day that was named."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of the time of a sentence before it is read."""

    published: date | None = None
    day: date | None = None
    """The day from which "on Monday" is counted."""
    stated: Interval | None = None
    """The day or month, with its year, that the sentences just before name last."""
    year: Interval | None = None
    """The year, or the day of a year, that they name last: "in March of that year"."""
    year_named: int = 0
    """The number of the sentence that names that year."""
    just_named: Interval | None = None
    """The only day or month that the sentence just before names, with or without its year."""
    just_told: When | None = None
    """The only day on which, by the sentence just before, something was; no day of a saying."""
    day_named: tuple[int, Interval] | None = None
    """The only day that one of the last sentences names, and the number of that sentence."""
    section: Section | None = None
    """The part of the text that it stands in, with the time under which that is told."""


def find_scenes(
    sentences: Sequence[Sentence], sections: Sequence[Section], published: date | None
) -> Mapping[int, Scene]:
    """Return what is known of the time of each sentence, by its number."""
    stated = _named_before(sentences, longest_days=LONGEST_MONTH, published=published)
    years = _named_before(sentences, longest_days=LONGEST_YEAR)
    scenes: dict[int, Scene] = {}
    stated = {
        n: time
        for n, time in stated.items()
        if n not in years or _are_of_one_year(time[1], years[n][1])
    }
    before: Sentence | None = None
    day_named: tuple[int, Interval] | None = None
    for sentence in sentences:
        section = section_at(sections, sentence.whole.start)
        day = section.day(published) if section else published
        is_message = section is not None and not section.dates_events
        is_next = before is not None and before.paragraph == sentence.paragraph
        named = _only_date(before, day) if before is not None else None
        if before is not None and named is not None and _is_within(named, 1):
            day_named = (before.number, named)
        elif day_named is not None and sentence.number - day_named[0] > DAY_BACK:
            day_named = None
        scenes[sentence.number] = Scene(
            published=day if is_message else published,
            day=day,
            stated=stated[sentence.number][1] if sentence.number in stated else None,
            year=years[sentence.number][1] if sentence.number in years else None,
            year_named=years[sentence.number][0] if sentence.number in years else 0,
            just_named=named if is_next else None,
            just_told=_day_told(before, day) if before is not None and is_next else None,
            day_named=day_named,
            section=section,
        )
        before = sentence
    return scenes


def _only_date(sentence: Sentence, day: date | None) -> Interval | None:
    found = find_dates(sentence.text, day)
    if len(found) != 1:
        return None
    # "The flights are due in mid-April": a month counts only with its year.
    longest = LONGEST_MONTH if HAS_YEAR.search(sentence.text) else 1
    return found[0].interval if _is_within(found[0].interval, longest) else None


def _are_of_one_year(time: Interval, year: Interval) -> bool:
    """Whether no other year was named since a day: "in May 2016 ... By 2019 ..."."""
    one, other = time.start, year.start
    return one is None or other is None or one.year == other.year


def is_begun_lately(sentence: Sentence, interval: Interval, published: date | None) -> bool:
    """Whether a sentence tells when a war that goes on began: it sets no year for what is next.

    "The war began in 2023. The army took Bara in March": the March before the report.
    """
    start = interval.start
    is_late = bool(published and start and published.year - start.year <= LASTING_YEARS)
    return is_late and WAR_BEGAN.search(sentence.text) is not None


def _day_told(sentence: Sentence, day: date | None) -> When | None:
    dates = () if OF_SAYING.search(sentence.text) else find_dates(sentence.text, day)
    # "On Friday they marked the disaster of 1984": a year alone is no other time of the story.
    found = [d for d in dates if not _is_year(d.interval)]
    if len(found) != 1 or found[0].relation not in {"in", "by"}:
        return None
    if not _is_within(found[0].interval, 1):
        return None
    return as_when(found[0].interval, sentence.span(found[0].start, found[0].end))


def _named_before(
    sentences: Sequence[Sentence], *, longest_days: int, published: date | None = None
) -> Mapping[int, tuple[int, Interval]]:
    """Return for each sentence the last time with a year that its paragraph has just named.

    With a day of publication, not those of wars that go on.
    """
    named: dict[int, tuple[int, Interval]] = {}
    for at, sentence in enumerate(sentences):
        found = find_dates(sentence.text, None) if HAS_YEAR.search(sentence.text) else ()
        last = [f.interval for f in found if f.names_year and _is_within(f.interval, longest_days)]
        if last and is_begun_lately(sentence, last[-1], published):
            continue
        for later in sentences[at + 1 : at + 1 + SCENE_BACK]:
            if last and later.paragraph == sentence.paragraph:
                named[later.number] = (sentence.number, last[-1])
    return named


def _is_year(interval: Interval) -> bool:
    return precision_of(interval.start, interval.end) is DatePrecision.YEAR


def _is_within(interval: Interval, days: int) -> bool:
    start, end = interval.start, interval.end
    return start is not None and end is not None and (end - start).days < days
