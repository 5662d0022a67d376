"""The article as the pane shows it: paragraphs cut where a sentence, place or event begins."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.model import Event, Span, Zone, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dashboard.model import Article, Flow, Resolution

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
_LINE = re.compile(r"\s*\n\s*")
GAP_SIGNS = " \t\r\n>|"
_SHOWN = {ZoneKind.TITLE, ZoneKind.HEADING, ZoneKind.BODY, ZoneKind.TABLE_HEAD, ZoneKind.CELL}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A title, heading or paragraph. Furniture inside it is left out, so it may have gaps."""

    kind: ZoneKind
    spans: tuple[Span, ...]


def article_blocks(
    article: Article,
    resolutions: Sequence[Resolution],
    events: Sequence[Event | Flow],
    *,
    within: Span | None = None,
) -> list[dict[str, object]]:
    """
    Return the article, or a part of it, as JSON: blocks of runs, each a text with what it is in.

    In a run `t` is the text, `s` the sentence that it stands in, `p` the place that it names,
    `why` why that place has no mark, `e` the events that its words name.
    """
    cutter = _Cutter.of(resolutions, events)
    return [
        {"kind": p.kind.value, "runs": [r for s in p.spans for r in cutter.runs(article.text, s)]}
        for p in paragraphs(article, within=within)
    ]


def paragraphs(article: Article, *, within: Span | None = None) -> tuple[Paragraph, ...]:
    """Return what of an article, or of a part of it, is read, cut into paragraphs."""
    text, found = article.text, list[Paragraph]()
    is_wrapped = _BLANK_LINE.search(text) is not None
    for zone in _without_gaps(article, within or Span(0, len(text))):
        if zone.kind not in _SHOWN:
            continue
        for span in _split(text, zone, _BLANK_LINE if is_wrapped else _LINE):
            last = found[-1] if found else None
            if last and _continues(text, last, zone.kind, span.start):
                found[-1] = Paragraph(last.kind, (*last.spans, span))
            else:
                found.append(Paragraph(zone.kind, (span,)))
    return tuple(p for p in found if any(s.of(text).strip() for s in p.spans))


@dataclass(frozen=True, slots=True)
class _Cutter:
    """Where runs begin, and what the text from there on belongs to."""

    edges: tuple[int, ...]
    belongings: tuple[dict[str, object], ...]

    @classmethod
    def of(cls, resolutions: Sequence[Resolution], events: Sequence[Event | Flow]) -> _Cutter:
        sentences = sorted({s for e in events for s in e.evidence})
        pieces: list[tuple[Span, str, object]] = [
            *((span, "s", number) for number, span in enumerate(sentences)),
            *((r.mention.span, *_place(r)) for r in resolutions),
            *((span, "e", ids) for span, ids in _named(events).items()),
        ]
        edges = sorted({edge for span, _, _ in pieces for edge in (span.start, span.end)})
        found: list[dict[str, object]] = [{} for _ in edges]
        for span, name, value in pieces:
            for at in range(bisect_left(edges, span.start), bisect_left(edges, span.end)):
                found[at].setdefault(name, value)
        return cls(tuple(edges), tuple(found))

    def runs(self, text: str, span: Span) -> Iterator[dict[str, object]]:
        first, last = bisect_right(self.edges, span.start), bisect_left(self.edges, span.end)
        for start, end in pairwise((span.start, *self.edges[first:last], span.end)):
            at = bisect_right(self.edges, start) - 1
            yield {"t": text[start:end]} | (self.belongings[at] if at >= 0 else {})


def _named(events: Sequence[Event | Flow]) -> dict[Span, list[str]]:
    """Return the events by the words that name them; where words overlap the first ones win."""
    named: dict[Span, list[str]] = {}
    for event in sorted(events, key=lambda e: e.trigger):
        named.setdefault(event.trigger, []).append(id_of(event))
    return named


def id_of(told: Event | Flow) -> str:
    """Return the id of an event or of a movement."""
    return told.event_id if isinstance(told, Event) else told.flow_id


def _place(resolution: Resolution) -> tuple[str, str]:
    if resolution.is_drawn and resolution.place:
        return "p", resolution.place.place_id
    return "why", resolution.not_drawn_because or resolution.reason


def _without_gaps(article: Article, within: Span) -> Iterator[Zone]:
    """Yield the zones; words that no zone claims are shown as body rather than lost."""
    at = within.start
    zones = article.zones
    first = bisect_right(zones, within.start, key=lambda zone: zone.end)
    last = bisect_left(zones, within.end, key=lambda zone: zone.start)
    for zone in (*zones[first:last], Zone(within.end, within.end, ZoneKind.LEGAL)):
        start, end = max(zone.start, within.start), min(zone.end, within.end)
        # Signs alone (the # of a heading) are furniture; the number of an item begins its line.
        gap = article.text[at:start]
        if any(map(str.isalnum, gap)):
            signs = gap[: len(gap) - len(gap.lstrip(GAP_SIGNS))]
            yield Zone(at + (len(signs) if signs.strip(" ") else 0), start, ZoneKind.BODY)
        yield Zone(start, end, zone.kind)
        at = end


def _split(text: str, zone: Zone, separator: re.Pattern[str]) -> Iterable[Span]:
    at = zone.start
    for gap in separator.finditer(text, zone.start, zone.end):
        if gap.start() > at:
            yield Span(at, gap.start())
        at = gap.end()
    if zone.end > at:
        yield Span(at, zone.end)


def _continues(text: str, last: Paragraph, kind: ZoneKind, start: int) -> bool:
    """Furniture within a line (the address of a link) does not end the paragraph."""
    between = text[last.spans[-1].end : start]
    return last.kind == kind and "\n" not in between
