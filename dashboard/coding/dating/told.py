"""What the events told before a sentence lend it: their days, their hours and their nouns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import Interval
from dashboard.model import EventType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.coding.drafts import Draft

# "The day after the talks closed": what an agreement is also called.
OTHER_NOUNS = {
    "agreement": frozenset({"agreement", "talks", "deal", "accord", "truce", "ceasefire", "pact"})
}
# "The day after the assault": where no other word of the text is that, the violence told last.
VIOLENT = frozenset({"attack", "assault", "raid", "incident", "violence", "shooting", "bloodshed"})
ALSO_CALLED = {
    EventType.BATTLES: VIOLENT,
    EventType.CIVILIANS: VIOLENT | {"crime"},
    EventType.EXPLOSIONS: VIOLENT | {"blast", "explosion", "bombing", "strike"},
}
HOUR = re.compile(
    r"\b(?:(?P<late>late|night|evening|afternoon|dusk|sunset|sundown|nightfall|dark)"
    r"|(?P<early>early|morning|dawn|daybreak|sunrise))\b",
    re.IGNORECASE,
)
HOUR_NEAR = 12
NOUN = re.compile(r"[a-z-]{4,}")


def hour_of(event: Draft) -> str | None:
    """Return whether an event was "early" or "late" in its day, by the words beside its date."""
    span = event.when.span
    run = event.sentence.find(span) if span is not None else None
    if run is None:
        return None
    return hour_beside(event.sentence.text, *run)


def hour_beside(text: str, start: int, end: int) -> str | None:
    """Return whether the words beside a date say "early" or "late" in the day."""
    found = HOUR.search(text[max(start - HOUR_NEAR, 0) : end + HOUR_NEAR])
    return found.lastgroup if found else None


def interval_of(event: Draft) -> Interval:
    """Return when an event was, as an interval."""
    return Interval(event.when.start, event.when.end)


def by_noun(events: Sequence[Draft]) -> Mapping[str, Interval]:
    """Return when the events were, by the nouns that name them."""
    named: dict[str, Interval] = {}
    loosely: dict[str, Interval] = {}
    for event in events:
        also = ALSO_CALLED.get(event.rule.type, ()) if event.rule.type else ()
        loosely |= dict.fromkeys(also, interval_of(event))
        words = {*event.lemmas, event.rule.family, *NOUN.findall(event.rule.lemma.lower())}
        words |= OTHER_NOUNS.get(event.rule.family, frozenset())
        if event.killed.text is not None or event.rule.family == "killing":
            words |= {"death", "killing", "murder"}
        named |= dict.fromkeys(words, interval_of(event))
    return {**loosely, **named}
