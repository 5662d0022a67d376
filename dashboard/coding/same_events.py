"""Proposals that two events of different documents are one; nothing is ever merged by them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING

from dashboard.coding.likeness import MONTH, POINTS, Side, compare
from dashboard.model import SameEvent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from dashboard.coding.likeness import Finding
    from dashboard.model import Article, Event, Place

    Block = tuple[object, ...]

ENOUGH = 0.5
"""The same day, the same place and the same sub-type are enough; a contradiction undoes it."""
MOST_FOR_ONE = 5
"""An event gets so many proposals, the most likely ones: 400 airstrikes of one day in one city
would otherwise propose each other."""
UNDATED = "undated"


def propose_same(articles: Sequence[Article], events: Sequence[Event]) -> tuple[SameEvent, ...]:
    """
    Return which events of different documents may be one, the most likely first.

    Events of one document, and rows of one table, are never proposed: the document tells them
    apart. Planned and hypothetical events are left out. Only events of one country and time are
    compared, so that tables with thousands of rows take seconds.
    """
    texts = {article.article_id: article.text for article in articles}
    if len(texts) < 2:
        return ()
    compared = [e for e in events if e.status.is_incident and e.places]
    sides: dict[str, Side] = {}
    found: list[SameEvent] = []
    for one, other in _candidates(compared):
        findings = compare(_side(one, texts, sides), _side(other, texts, sides))
        proposal = _propose(one, other, findings) if findings is not None else None
        if proposal is not None:
            found.append(proposal)
    found.sort(key=lambda same: (-same.score, same.first, same.second))
    return tuple(_most_likely(found))


def _side(event: Event, texts: Mapping[str, str], sides: dict[str, Side]) -> Side:
    """Return an event with its words, read once."""
    if event.event_id not in sides:
        text = texts[event.article_id]
        sides[event.event_id] = Side(event, " ".join(span.of(text) for span in event.evidence))
    return sides[event.event_id]


def _candidates(events: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """Yield the pairs of different documents that share a country, a time and a corner of it."""
    blocks: dict[Block, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        earlier = {n for key in _sought(event) for n in blocks.get(key, ())}
        for other in sorted(earlier):
            if events[other].article_id != event.article_id:
                yield events[other], event
        for key in _kept(event):
            blocks[key].append(number)


def _kept(event: Event) -> set[Block]:
    """Return the blocks that an event is kept in: by country, day and degree square."""
    return {
        block
        for at in event.places
        for country, day, square in product(at.place.countries, _days(event), _squares(at.place))
        for block in ((country, day, square), (country, day))
    }


def _sought(event: Event) -> set[Block]:
    """Return the blocks in which events that may be the same are looked for."""
    days = set(_days(event))
    for day in tuple(days):
        if not isinstance(day, str):
            days |= {day - timedelta(days=1), day + timedelta(days=1)}
    return {
        block
        for at in event.places
        for country, day in product(at.place.countries, days)
        for block in _blocks_around(at.place, country, day)
    }


def _blocks_around(place: Place, country: str, day: date | str) -> Iterator[Block]:
    """Yield, for a point, its own square, those around it and the areas; for an area, all."""
    if place.precision not in POINTS:
        yield country, day
        return
    yield country, day, None
    lat, lon = _square(place)
    for up, right in product((-1, 0, 1), repeat=2):
        yield country, day, (lat + up, lon + right)


def _squares(place: Place) -> tuple[tuple[int, int] | None, ...]:
    return (_square(place),) if place.precision in POINTS else (None,)


def _square(place: Place) -> tuple[int, int]:
    return math.floor(place.lat), math.floor(place.lon)


def _days(event: Event) -> tuple[date | str, ...]:
    """Return the days an event may have been on; longer spans are compared by their first day."""
    start, end = event.when.start, event.when.end
    if start is None or end is None:
        return (UNDATED,)
    length = (end - start).days + 1
    if length > MONTH:
        return (f"from {start}",)
    return tuple(start + timedelta(days=n) for n in range(length))


def _propose(one: Event, other: Event, findings: Sequence[Finding]) -> SameEvent | None:
    score = sum(f.weight for f in findings)
    if score < ENOUGH:
        return None
    reason = f"For: {'; '.join(f.words for f in findings if f.weight > 0)}."
    against = [f.words for f in findings if f.weight <= 0]
    if against:
        reason += f" Against: {'; '.join(against)}."
    return SameEvent(one.event_id, other.event_id, round(min(1.0, score), 2), reason)


def _most_likely(found: Sequence[SameEvent]) -> Iterator[SameEvent]:
    given: Counter[str] = Counter()
    for same in found:
        if max(given[same.first], given[same.second]) < MOST_FOR_ONE:
            given.update((same.first, same.second))
            yield same
