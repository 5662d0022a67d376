"""What each run of a text is for, and the facts about the document that stand in its furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from dashboard.model import Zone, ZoneKind
from dashboard.reading.datelines import find_dateline
from dashboard.reading.dates import find_date
from dashboard.reading.furniture import BYLINE, LABELLED_DATE, is_date_line, tell_furniture
from dashboard.reading.lines import (
    HEADING_MARK,
    LIST_MARK,
    SENTENCE_END,
    Line,
    is_prose,
    split_lines,
)
from dashboard.reading.mail import QUOTE_MARK, SUBJECT, tell_mail
from dashboard.reading.markup import cut_out_markup
from dashboard.reading.source_notes import tell_source_notes
from dashboard.reading.tables import split_cells, tell_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_TITLE_WORDS = 30
MOST_HEADING_WORDS = 16
FEWEST_HEADLINE_WORDS = 5
# The block of settings that opens many Markdown files: "---", lines of "name: value", "---".
FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?:[\w-]+:[^\r\n]*\r?\n|[ \t-][^\r\n]*\r?\n){1,40}?---[ \t]*(?:\r?\n|$)"
)
Paragraph = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The zones of a text, and its lines with the kind of each."""

    zones: tuple[Zone, ...]
    lines: tuple[tuple[Line, ZoneKind], ...]
    agency: str | None = None


def lay_out(text: str, *, title: str | None = None, known: Sequence[Zone] = ()) -> Layout:
    """
    Return what each run of `text` is for.

    `known` are zones that the file itself tells (a heading of a web page, a style of Word).
    """
    lines = tuple(line for line in split_lines(text) if any(map(str.isalnum, line.raw)))
    told = _tell_known(text, lines, known)
    furniture = _tell_lines(lines, told, is_edge=False)
    # A document that is nothing but, say, a caption is that caption: then it is what is read.
    if len(told | furniture) < len(lines):
        told |= furniture
    told |= _tell_days(lines, told)
    first, last = _running_text(lines, told)
    edges = tuple(line for line in lines if line.start < first or line.start > last)
    told |= _tell_lines(edges, told, is_edge=True, first=first)
    told |= _tell_title(lines, told, title=title, first=first)
    told |= _tell_headings(lines, told, last=last)
    kinds = tuple((line, told.get(line.start, ZoneKind.BODY)) for line in lines)
    zones, agency = _draw_zones(text, kinds, first=first)
    return Layout(tuple(cut_out_markup(text, zones)), kinds, agency)


def _tell_known(text: str, lines: Sequence[Line], known: Sequence[Zone]) -> dict[int, ZoneKind]:
    kinds = {zone.start: zone.kind for zone in known}
    told = tell_tables(text, lines) | tell_mail(lines) | tell_source_notes(lines)
    told |= {line.start: kinds[line.start] for line in lines if line.start in kinds}
    if front := FRONT_MATTER.match(text):
        told |= {line.start: ZoneKind.BYLINE for line in lines if line.end <= front.end()}
    return told


def _tell_lines(
    lines: Iterable[Line], told: dict[int, ZoneKind], *, is_edge: bool, first: int = 0
) -> dict[int, ZoneKind]:
    found: dict[int, ZoneKind] = {}
    for line in lines:
        if line.start in told:
            continue
        is_head = is_edge and line.start < first
        kind = tell_furniture(line, is_head=is_head, is_tail=is_edge and not is_head)
        if kind:
            found[line.start] = kind
    return found


def _tell_days(lines: Sequence[Line], told: dict[int, ZoneKind]) -> dict[int, ZoneKind]:
    """Tell the days that head the parts of a diary, which are no dates of publication."""
    heads = [
        (line, found)
        for line, below in pairwise(lines)
        if told.get(line.start) is ZoneKind.BYLINE and below.start not in told
        if line.after_blank or HEADING_MARK.match(line.raw)
        if (found := find_date(line.plain)) and not LABELLED_DATE.match(line.plain)
        if is_date_line(line) and not BYLINE.search(line.plain)
    ]
    is_diary = len({found.day for _, found in heads}) > 1
    return {line.start: ZoneKind.HEADING for line, _ in heads} if is_diary else {}


def _paragraphs(lines: Iterable[Line], told: dict[int, ZoneKind]) -> list[Paragraph]:
    """Group the lines that are not told apart yet; wrapped lines make one paragraph."""
    groups: list[list[Line]] = []
    is_broken = True
    for line in lines:
        if line.start in told:
            is_broken = True
            continue
        if is_broken or not line.continues:
            groups.append([])
        groups[-1].append(line)
        is_broken = False
    return [tuple(group) for group in groups]


def _running_text(lines: Sequence[Line], told: dict[int, ZoneKind]) -> tuple[int, int]:
    """Return where the first and the last paragraph of running text begin."""
    prose = [group for group in _paragraphs(lines, told) if is_prose(group)]
    if not prose:
        return 0, lines[-1].start if lines else 0
    return prose[0][0].start, prose[-1][-1].start


def _tell_title(
    lines: Sequence[Line], told: dict[int, ZoneKind], *, title: str | None, first: int
) -> dict[int, ZoneKind]:
    """Tell the title: the line that says it, or the first of the head that could be one."""
    if ZoneKind.TITLE in told.values():
        return {}
    head = [group for group in _paragraphs(lines, told) if group[0].start < first]
    if title is not None:
        said = (
            line
            for line in lines
            if line.plain == title.strip()
            and told.get(line.start, ZoneKind.HEADING) is ZoneKind.HEADING
        )
        line = next(said, None)
        return {line.start: ZoneKind.TITLE} if line else {}
    headings = (line for line in lines if told.get(line.start) is ZoneKind.HEADING)
    above = min([first, *(group[0].start for group in head)])
    if (heading := next(headings, None)) and heading.start < above:
        return {heading.start: ZoneKind.TITLE}
    short = [
        group
        for group in head
        if sum(line.word_count for line in group) <= MOST_TITLE_WORDS
        and not group[0].raw.startswith(">")
        and not _opens_story(group[0])
    ]
    best = min(short, key=_title_rank, default=())
    return {line.start: ZoneKind.TITLE for line in best}


def _title_rank(group: Paragraph) -> int:
    """Rank a `#` heading first, then a line long enough to be a headline; ties: the first one."""
    if HEADING_MARK.match(group[0].raw):
        return 0
    return 1 if sum(line.word_count for line in group) >= FEWEST_HEADLINE_WORDS else 2


def _tell_headings(
    lines: Sequence[Line], told: dict[int, ZoneKind], *, last: int
) -> dict[int, ZoneKind]:
    groups = _paragraphs(lines, told)
    return {
        group[0].start: ZoneKind.HEADING
        for group, below in zip_longest(groups, groups[1:])
        if _is_heading(group, below, last=last)
    }


def _is_heading(group: Paragraph, below: Paragraph | None, *, last: int) -> bool:
    line = group[0]
    if HEADING_MARK.match(line.raw):
        return True
    stands_alone = len(group) == 1 and line.after_blank and line.start < last
    if not stands_alone or below is None or not (below[0].after_blank or is_prose(below)):
        return False
    looks_like_one = line.plain[:1].isupper() or line.plain[:1].isdigit()
    return (
        looks_like_one
        and line.word_count <= MOST_HEADING_WORDS
        and not _opens_story(line)
        and not SENTENCE_END.search(line.plain)
        and not LIST_MARK.match(line.raw)
        and line.plain[-1] not in ",;:"
    )


def _opens_story(line: Line) -> bool:
    """Whether it begins like a report: "LIMA, 3 May (Reuters) - Gunmen ..."."""
    return find_dateline(line.raw, others=None) is not None


def _draw_zones(
    text: str, kinds: Sequence[tuple[Line, ZoneKind]], *, first: int
) -> tuple[list[Zone], str | None]:
    zones: list[Zone] = []
    agency = None
    for line, kind in kinds:
        start = line.start + _mark_length(line, kind)
        if kind is ZoneKind.TITLE and (label := SUBJECT.match(line.raw)):
            start = line.start + label.end()
            zones.append(Zone(line.start, start, ZoneKind.BYLINE))
        if kind is ZoneKind.BODY and not line.continues:
            others = text[line.end :] if line.start == first else None
            dateline = find_dateline(text[start : line.end], others=others)
            if dateline:
                filed = start + dateline.length
                zones.append(Zone(start, filed, ZoneKind.DATELINE))
                agency, start = agency or dateline.agency, filed
        if kind in {ZoneKind.CELL, ZoneKind.TABLE_HEAD}:
            cells = split_cells(line.raw)
            zones += (Zone(line.start + s, line.start + e, kind) for s, e in cells if s < e)
            continue
        if zones and line.continues and zones[-1].kind is kind:
            start = zones.pop().start
        if start < line.end:
            zones.append(Zone(start, line.end, kind))
    return zones, agency


def _mark_length(line: Line, kind: ZoneKind) -> int:
    """Return how many characters a `>`, a `#` or a bullet takes before the words."""
    if not kind.is_read:
        return 0
    quote = QUOTE_MARK.match(line.raw)
    start = quote.end() if quote else 0
    mark = HEADING_MARK.match(line.raw, start) or LIST_MARK.match(line.raw, start)
    return mark.end() if mark else start
