"""Proposals that two events of different documents are one; nothing is ever merged by them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.joining.likeness import Side, compare, side_of
from dashboard.coding.joining.neighbours import pair_neighbours
from dashboard.model import SameEvent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.coding.joining.likeness import Finding
    from dashboard.model import Article, Event

ENOUGH = 0.5
"""The same day, the same place and the same sub-type are enough; a contradiction undoes it."""
MOST_FOR_ONE = 5
"""An event gets so many proposals, the most likely ones: 400 airstrikes of one day in one city
would otherwise propose each other."""


@dataclass(frozen=True, slots=True)
class _Likeness:
    """Two sides, each told by one event or by several that say the same, and how alike they are."""

    score: float
    reason: str
    one: Sequence[int]
    other: Sequence[int]


def propose_same(articles: Sequence[Article], events: Sequence[Event]) -> tuple[SameEvent, ...]:
    """
    Return which events of different documents may be one, the most likely first.

    Events of one document, and rows of one table, are never proposed: the document tells them
    apart. Planned and hypothetical events are left out. Only events that are near in time and place
    are compared, and those that say the same are compared once, so that tables with a hundred
    thousand rows take seconds.
    """
    texts = {article.article_id: article.text for article in articles}
    if len(texts) < 2:
        return ()
    compared = [e for e in events if e.status.is_incident and e.places]
    told: dict[Side, list[int]] = {}
    for number, event in enumerate(compared):
        told.setdefault(side_of(event, texts[event.article_id]), []).append(number)
    documents = [event.article_id for event in compared]
    found = sorted(
        _find_alike(told, documents), key=lambda alike: (-alike.score, alike.one, alike.other)
    )
    proposed = [
        SameEvent(compared[first].event_id, compared[second].event_id, alike.score, alike.reason)
        for alike, first, second in _hand_out(found, documents)
    ]
    return tuple(sorted(proposed, key=lambda same: (-same.score, same.first, same.second)))


def _find_alike(told: dict[Side, list[int]], documents: Sequence[str]) -> Iterator[_Likeness]:
    """Yield the pairs of sides that are alike enough, those of one document left out."""
    sides = list(told)
    sources = [frozenset(documents[n] for n in told[side]) for side in sides]
    for one, other in pair_neighbours([side.event for side in sides]):
        if len(sources[one] | sources[other]) < 2:
            continue
        findings = compare(sides[one], sides[other])
        score = sum(f.weight for f in findings) if findings else 0.0
        if findings and score >= ENOUGH:
            rounded = round(min(1.0, score), 2)
            yield _Likeness(rounded, _reason(findings), told[sides[one]], told[sides[other]])


def _reason(findings: Sequence[Finding]) -> str:
    reason = f"For: {'; '.join(f.words for f in findings if f.weight > 0)}."
    against = [f.words for f in findings if f.weight <= 0]
    return f"{reason} Against: {'; '.join(against)}." if against else reason


def _hand_out(
    found: Sequence[_Likeness], documents: Sequence[str]
) -> Iterator[tuple[_Likeness, int, int]]:
    """Yield the proposals, the most likely first; who has enough of them gets no more."""
    given: Counter[int] = Counter()
    for alike in found:
        open_others = [n for n in alike.other if given[n] < MOST_FOR_ONE]
        for one in alike.one:
            # Of events that say the same each pair stands there twice.
            later = [n for n in open_others if n > one or alike.one is not alike.other]
            taken = _take(one, later, given, documents)
            for other in taken:
                yield alike, min(one, other), max(one, other)
            if taken:
                open_others = [n for n in open_others if given[n] < MOST_FOR_ONE]


def _take(
    one: int, others: Sequence[int], given: Counter[int], documents: Sequence[str]
) -> list[int]:
    """Return what an event may still be proposed with, and count it."""
    taken: list[int] = []
    for other in others:
        if given[one] >= MOST_FOR_ONE:
            break
        if documents[one] != documents[other] and given[other] < MOST_FOR_ONE:
            given.update((one, other))
            taken.append(other)
    return taken
