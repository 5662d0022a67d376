"""Parts of a text that are told under a time: a report's period, a heading, the head of an item."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.coding.dates.finding import find_dates
from dashboard.coding.dates.intervals import LONGEST_MONTH, as_when
from dashboard.coding.dates.words import MONTH_NAMES
from dashboard.coding.dating.hours import find_hours
from dashboard.coding.dating.messages import find_messages
from dashboard.coding.dating.parts import Section, section_at
from dashboard.coding.dating.periods import find_period
from dashboard.coding.dating.tenses import Tense
from dashboard.model import Span, ZoneKind
from dashboard.reading.rows import Column, find_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from dashboard.coding.dates.intervals import Interval
    from dashboard.coding.drafts import Draft
    from dashboard.model import Article, Resolution

    _Heading = tuple[int, int]  # where it stands, and its rank

LONGEST_HEAD = 70
LINE = re.compile(r"[^\n]+")
MARKS = re.compile(r"(?P<level>#*)[\s*•·–—>(\[_-]*")
LABEL_END = re.compile(r"[\])*_]*\s*(?::(?!\d)|\s[–—-]{1,2}\s|\||\.(?=\s+[A-Z]))")
PLAIN = re.compile(
    r"(?:\d{1,4}(?::\d\d)?(?:st|nd|rd|th)?|hrs|hours|gmt|utc|local|time|day|week|year|on|in|of|the|at|and|near"
    r"|morning|evening|night|afternoon|early|late|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)",
    re.IGNORECASE,
)
MONTH_ALONE = re.compile(MONTH_NAMES, re.IGNORECASE)
FEWEST_HEADINGS = 2
ENDS_BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+•‣▪·–—]|#+)[ \t]+\S)|\Z")
# These go on for years; a report of a week only mentions them.
LASTING = frozenset({"war", "revolution", "base", "ban"})
# "In the week before the mission" is not of the days that the report of the mission covers.
EARLIER = re.compile(
    r"\b(?:before|prior to|preceding|previous|earlier|ago|last (?:year|month|quarter)|years?)\b",
    re.IGNORECASE,
)
NOT_OF_DAY = frozenset({Tense.EARLIER, Tense.AHEAD})


@dataclass(frozen=True, slots=True)
class _Head:
    """Words of a line that only date what follows."""

    interval: Interval
    words: Span
    run: Span
    level: int
    is_heading: bool


def find_sections(article: Article, resolutions: Sequence[Resolution]) -> tuple[Section, ...]:
    """Return the parts of an article that are told under a time, the inner ones last."""
    period = find_period(article)
    day = period.day(article.published) if period else article.published
    heads = list(_find_heads(article, [r.mention.span for r in resolutions], day))
    headings = [h for h in heads if h.is_heading]
    if len({h.interval for h in headings}) < FEWEST_HEADINGS:
        headings = []
    ends = list(_plain_headings(article, resolutions))
    told = [_under_heading(h, headings, ends, article.text) for h in headings]
    items = [_under_label(h, heads, article.text) for h in heads if not h.is_heading]
    rows = _under_cells(article, day)
    hours = () if period or headings else find_hours(article)
    whole = [period] if period else []
    return (*whole, *find_messages(article), *hours, *told, *items, *rows)


def _under_cells(article: Article, day: date | None) -> Iterator[Section]:
    """Yield the rows of tables that have a cell with nothing but a date."""
    for row in find_rows(article):
        for cell in (*row.of(Column.DATE), *row.of(Column.TOLD), *row.of(Column.ASIDE)):
            words = cell.span.of(article.text)
            if found := _dates_alone(words, cell.span.start, (), day):
                yield Section(*found, row.span)
                break


def day_of_report(article: Article, sections: Sequence[Section]) -> date | None:
    """Return the day of publication, or the last that the report covers."""
    whole = (s for s in sections if not s.is_day and s.run.end - s.run.start == len(article.text))
    return article.published or next((s.day(None) for s in whole), None)


def date_by_section(drafts: Sequence[Draft], sections: Sequence[Section]) -> tuple[Draft, ...]:
    """Return the events, those without a date dated by what they are told under."""
    return tuple(_dated(d, section_at(sections, d.sentence.whole.start)) for d in drafts)


def _dated(draft: Draft, section: Section | None) -> Draft:
    if section is None or not section.dates_events or not _is_undated(draft):
        return draft
    if section.is_day and (draft.tense in NOT_OF_DAY):
        return draft
    if not section.is_day and draft.has_time and EARLIER.search(draft.sentence.text):
        return draft
    return replace(draft, when=as_when(section.interval, section.words))


def _is_undated(draft: Draft) -> bool:
    is_open = draft.when.start is None and draft.when.end is None and draft.when.words is None
    is_passing = draft.standing.status.is_incident and draft.rule.family not in LASTING
    return is_open and is_passing and draft.since is None


def _find_heads(article: Article, names: Sequence[Span], day: date | None) -> Iterator[_Head]:
    """Yield the lines, and the heads of items, that say nothing but a time, or a time and place."""
    read = [z for z in article.zones if z.kind.is_read and z.kind is not ZoneKind.CELL]
    for line in LINE.finditer(article.text):
        if read and not any(z.start < line.end() and line.start() < z.end for z in read):
            continue
        marks = MARKS.match(line.group())
        start = line.start() + (marks.end() if marks else 0)
        text = article.text[start : line.end()].rstrip(" \t\r*_:)]")
        near = [s for s in names if s.start < start + LONGEST_HEAD and start < s.end]
        is_line = 0 < len(text) <= LONGEST_HEAD and _stands_alone(article.text, line.start())
        found = _dates_alone(text, start, near, day) if is_line else None
        if found:
            level = len(marks["level"]) if marks else 0
            yield _Head(*found, Span(line.start(), line.end()), level, is_heading=True)
            # "1998", and below it "March: ..." without a year.
            first, last = found[0].start, found[0].end
            day = last if first and last and (last - first).days >= LONGEST_MONTH else day
        else:
            yield from _find_label(text, Span(line.start(), start), near, day)


def _find_label(text: str, marks: Span, names: Sequence[Span], day: date | None) -> Iterator[_Head]:
    start = marks.end
    for end in LABEL_END.finditer(text[:LONGEST_HEAD]):
        found = _dates_alone(text[: end.start()], start, names, day)
        is_dateline = found and any(n.start < found[1].start for n in names)
        # "BARA, Nov. 10 - Gunmen" tells where and when it was written; a colon may head an item.
        is_item = found and end.group() == ":" and day is not None and not _is_near(found[0], day)
        if found and (is_item or not is_dateline):
            yield _Head(*found, Span(marks.start, start + end.end()), level=0, is_heading=False)
            return


def _is_near(interval: Interval, day: date) -> bool:
    return interval.end is not None and 0 <= (day - interval.end).days <= 1


def _dates_alone(
    words: str, start: int, names: Sequence[Span], day: date | None
) -> tuple[Interval, Span] | None:
    """Return the one date of words that say nothing else, but for names of places."""
    # "May" and "March" alone are no months in a sentence; here they are.
    lead = "in " if MONTH_ALONE.fullmatch(words) else ""
    dates = find_dates(lead + words, day) if words.strip() else ()
    # "2009, 21 August": the year only says of which year the day is.
    finest = [d for d in dates if not any(_holds(d.interval, o.interval) for o in dates)]
    if len(finest) != 1 or finest[0].interval.start is None or finest[0].interval.end is None:
        return None
    first, last = dates[0].start - len(lead), dates[-1].end - len(lead)
    span = Span(start + max(first, 0), start + last)
    known = (span, *names)
    for word in re.finditer(r"[^\s,;.()/\[\]–—-]+", words):
        at = start + word.start()
        if not any(s.start <= at < s.end for s in known) and not PLAIN.fullmatch(word.group()):
            return None
    return finest[0].interval, span


def _holds(wide: Interval, fine: Interval) -> bool:
    """Whether a time is longer than another that lies in it."""
    if None in {wide.start, wide.end, fine.start, fine.end} or wide == fine:
        return False
    return wide.start <= fine.start and fine.end <= wide.end  # type: ignore[operator] # see above


def _stands_alone(text: str, start: int) -> bool:
    """Whether no title stands right above a line, as it does above the date of an article."""
    above = text[:start].rstrip(" \t\r").removesuffix("\n").rstrip(" \t\r")
    return not above or above[-1] in '\n.!?:;)"”*'


def _plain_headings(article: Article, resolutions: Sequence[Resolution]) -> Iterator[_Heading]:
    """Yield the headings of sections that no place stands in, where a dated part may end."""
    for zone in article.zones:
        span = Span(zone.start, zone.end)
        is_named = any(r.mention.span.overlaps(span) for r in resolutions)
        if zone.kind is ZoneKind.HEADING and not is_named:
            marks = MARKS.match(article.text[zone.start : zone.end])
            yield zone.start, len(marks["level"]) if marks else 0


def _under_heading(
    head: _Head, heads: Sequence[_Head], ends: Sequence[_Heading], text: str
) -> Section:
    """Return what stands under a heading: up to the next one, or to another of its rank."""
    stops = [h.words.start for h in heads if h.words.start > head.words.start]
    stops += [at for at, level in ends if at > head.run.end and level <= head.level]
    return Section(head.interval, head.words, Span(head.run.end, min(stops, default=len(text))))


def _under_label(head: _Head, heads: Sequence[_Head], text: str) -> Section:
    """Return the item that a label heads: up to the end of its block, or to the next label."""
    block = ENDS_BLOCK.search(text, head.run.end)
    stops = [h.run.start for h in heads if h.run.start > head.run.start]
    end = min([block.start() if block else len(text), *stops])
    return Section(head.interval, head.words, Span(head.run.start, end))
