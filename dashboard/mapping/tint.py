"""Countries tinted by a count: which class each is in, and what could not be counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dashboard.marking import drawn_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.model import Event

# Any: JSON.
Json = dict[str, Any]

MOST_CLASSES = 5
STEPS = (1, 2, 5)
"""Class breaks are these times a power of ten, as a reader rounds."""


class TintBy(StrEnum):
    """What countries may be tinted by; the value stands in the address bar."""

    NOTHING = "nothing"
    EVENTS = "events"
    KILLED = "killed"


TITLES = {
    TintBy.EVENTS: "Events by country",
    TintBy.KILLED: "Killed by country, at least",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted by country, and how many events were not, with the reason."""

    by_country: dict[str, int]
    several: int = 0
    """Events at a place in several countries: nobody says how many of them in each."""
    nowhere: int = 0
    """Events without a country: at sea, or without a place that is drawn."""
    unstated: int = 0
    """Events whose toll the text does not state."""


def tint_of(events: Iterable[Event], by: TintBy) -> Json | None:
    """Return the classes, the class of each country and a sentence on what is left out."""
    if by is TintBy.NOTHING:
        return None
    tally = count_by_country(events, by)
    breaks = class_breaks(tuple(tally.by_country.values()))
    classes = [
        {"from": low, "to": high - 1} for low, high in pairwise((*breaks, _above(tally, breaks)))
    ]
    return {
        "title": TITLES[by],
        "classes": classes,
        "countries": {
            code: sum(value >= low for low in breaks) - 1
            for code, value in sorted(tally.by_country.items())
        },
        "left_out": _left_out(tally),
    }


def count_by_country(events: Iterable[Event], by: TintBy) -> Tally:
    """Count the events, or the lowest number killed that the text states, by country.

    An event marked in two countries counts in both.
    """
    counted: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for event in events:
        places = drawn_places(event) if event.not_drawn_because is None and event.places else ()
        countries = {place.country for place in places if place.country}
        value = 1 if by is TintBy.EVENTS else event.killed.low
        if not countries:
            missed["several" if any(p.countries for p in places) else "nowhere"] += 1
        elif value is None:
            missed["unstated"] += 1
        else:
            counted.update(dict.fromkeys(countries, value))
    by_country = {code: value for code, value in counted.items() if value > 0}
    return Tally(by_country, missed["several"], missed["nowhere"], missed["unstated"])


def class_breaks(values: Sequence[int]) -> tuple[int, ...]:
    """Return the lowest value of each class: round numbers, at most five, none of them empty."""
    if not values:
        return ()
    distinct = sorted(set(values))
    if len(distinct) <= MOST_CLASSES:
        return tuple(distinct)
    powers = range(len(str(distinct[-1])))
    every = [step * 10**power for power in powers for step in STEPS]
    rounded = sorted({max(b for b in every if b <= value) for value in distinct})
    while len(rounded) > MOST_CLASSES:
        fewest = min(range(1, len(rounded)), key=lambda i: rounded[i] / rounded[i - 1])
        del rounded[fewest]
    return tuple(rounded)


def _above(tally: Tally, breaks: Sequence[int]) -> int:
    return max(tally.by_country.values(), default=0) + 1 if breaks else 0


def _left_out(tally: Tally) -> str | None:
    reasons = (
        (tally.several, "in several countries"),
        (tally.nowhere, "in no country"),
        (tally.unstated, "without a stated number"),
    )
    said = [f"{count:,} {where}" for count, where in reasons if count]
    return f"Not counted: {', '.join(said)}." if said else None
