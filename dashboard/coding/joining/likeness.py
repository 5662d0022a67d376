"""How alike two events of different documents are, with what speaks for it and against it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dashboard.model import POINTS, WIDE, EventType, Precision

if TYPE_CHECKING:
    from dashboard.model import Event, Place, Toll

EARTH_RADIUS_KM = 6371.0
SAME_SPOT_KM = 5.0
NEAR_KM = 25.0
FAR_KM = 60.0
"""Two points farther apart than this are two events, whatever else agrees."""
DAY_EARLIER_OR_LATER = 1
WEEK, MONTH = 7, 31
KIN = (
    frozenset({EventType.BATTLES, EventType.EXPLOSIONS, EventType.CIVILIANS}),
    frozenset({EventType.PROTESTS, EventType.RIOTS}),
    frozenset({EventType.CIVILIANS, EventType.RIOTS}),
)
CONFLICT = 2.0
"""Tolls of which one is more than twice the other, and by more than this many, do not agree."""
WORD = re.compile(r"[^\W\d_]{4,}")
COMMON_WORDS = frozenset(
    {"that", "this", "with", "from", "were", "have", "been", "they", "their", "said", "which"}
    | {"after", "when", "also", "more", "than", "into", "over", "near", "during", "reported"}
    | {"according", "killed", "people", "attack", "least", "about", "other", "some", "would"}
)
FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was compared: what it adds to the score, and in words."""

    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Side:
    """What an event says, worked out once; two that say the same are equal."""

    event: Event = field(compare=False)
    said: tuple[object, ...]
    words: frozenset[str] = field(compare=False)
    """The telling words of its sentences."""
    names: dict[str, str] = field(compare=False)
    """The words of its actors' names, each with the name."""


def side_of(event: Event, text: str) -> Side:
    """Return what an event of a text says."""
    words = " ".join(span.of(text) for span in event.evidence)
    when, tolls = event.when, (event.killed, event.injured)
    said = (
        *(when.start, when.end, when.words, event.type, event.sub_type, event.actors, words),
        *(at.place.place_id for at in event.places),
        *((toll.low, toll.high) for toll in tolls),
    )
    telling = frozenset(WORD.findall(words.lower())) - COMMON_WORDS
    names = {word: actor.name for actor in event.actors for word in _name_words(actor.name)}
    return Side(event, said, telling, names)


def compare(one: Side, other: Side) -> tuple[Finding, ...] | None:
    """Return what was found, or `None` where time, place or type rule out that they are one."""
    needed = (_compare_times, _compare_places, _compare_types)
    findings: list[Finding] = []
    for test in needed:
        finding = test(one.event, other.event)
        if finding is None:
            return None
        findings.append(finding)
    findings += [_compare_tolls(one.event, other.event), _compare_actors(one, other)]
    findings.append(_compare_words(one, other))
    return tuple(f for f in findings if f.words)


def _compare_times(one: Event, other: Event) -> Finding | None:
    a, b = one.when, other.when
    if a.start is None or a.end is None or b.start is None or b.end is None:
        is_neither = a.start is b.start is None and a.end is b.end is None
        return Finding(0.0, "neither says when") if is_neither else None
    gap = max((b.start - a.end).days, (a.start - b.end).days)
    days = max((a.end - a.start).days, (b.end - b.start).days) + 1
    if gap > DAY_EARLIER_OR_LATER:
        return None
    if gap == DAY_EARLIER_OR_LATER:
        return Finding(0.1, "one day apart") if days <= WEEK else None
    if (a.start, a.end) == (b.start, b.end):
        weight = 0.27 if days == 1 else 0.2 if days <= WEEK else 0.15
        return Finding(weight, f"the same time ({a.words})")
    if days > MONTH:
        return None
    weight = 0.17 if days <= WEEK else 0.1
    return Finding(weight, f"times that agree ({a.words}, {b.words})")


def _compare_places(one: Event, other: Event) -> Finding | None:
    pairs = [(p.place, q.place) for p in one.places for q in other.places]
    found = [f for p, q in pairs if (f := _compare_place(p, q)) is not None]
    return max(found, key=lambda f: f.weight, default=None)


def _compare_place(one: Place, other: Place) -> Finding | None:
    if one.place_id == other.place_id:
        weight = 0.12 if one.precision in WIDE else 0.27
        words = f"the same place ({one.name})"
        return Finding(weight, words + (", a whole country" if one.precision in WIDE else ""))
    km = distance_km(one, other)
    if one.precision in POINTS and other.precision in POINTS:
        return _of_distance(km, one, other)
    if not set(one.countries) & set(other.countries):
        return None
    smaller, larger = sorted((one, other), key=_extent)
    if larger.precision in WIDE:
        return Finding(0.05, f"{smaller.name} lies in {larger.name}, no more is said")
    if km <= NEAR_KM or _contains(larger, smaller):
        return Finding(0.17, f"{smaller.name} lies in or at {larger.name}")
    return None


def _of_distance(km: float, one: Place, other: Place) -> Finding | None:
    names = one.name if one.name == other.name else f"{one.name}, {other.name}"
    if km <= SAME_SPOT_KM:
        return Finding(0.25, f"the same spot ({names})")
    if km <= NEAR_KM:
        return Finding(0.17, f"{km:.0f} km apart ({names})")
    return Finding(0.05, f"{km:.0f} km apart ({names})") if km <= FAR_KM else None


def _extent(place: Place) -> int:
    order = (*sorted(POINTS), Precision.LINE, Precision.REGION, Precision.PROVINCE, *sorted(WIDE))
    return order.index(place.precision)


def _contains(area: Place, place: Place) -> bool:
    """Whether an area with an outline holds the representative point of another place."""
    if area.geometry is None or area.precision in POINTS:
        return False
    left, bottom, right, top = area.geometry.bounds
    if not (left <= place.lon <= right and bottom <= place.lat <= top):
        return False
    from shapely import Point  # noqa: PLC0415 - 0.1 s that a single document need not pay

    return bool(area.geometry.covers(Point(place.lon, place.lat)))


def distance_km(one: Place, other: Place) -> float:
    """Return the great-circle distance between two representative points."""
    lat, other_lat = math.radians(one.lat), math.radians(other.lat)
    across = math.radians(other.lon - one.lon)
    half = math.sin((other_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(other_lat) * math.sin(across / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))


def _compare_types(one: Event, other: Event) -> Finding | None:
    if one.type is other.type and one.sub_type == other.sub_type:
        return Finding(0.2, f"both {one.sub_type}")
    if one.type is other.type:
        is_open = one.type is EventType.STRATEGIC
        # "Strategic developments" gathers what has little in common: arrests, talks, looting.
        return None if is_open else Finding(0.14, f"both {one.type}")
    if any({one.type, other.type} <= kin for kin in KIN):
        return Finding(0.05, f"told as {one.sub_type} here and {other.sub_type} there")
    return None


def _compare_tolls(one: Event, other: Event) -> Finding:
    killed, injured = (_compare_toll(one, other, name) for name in ("killed", "injured"))
    if not killed.words:
        return injured
    both = f"{killed.words}; {injured.words}" if injured.words else killed.words
    return Finding(killed.weight + injured.weight / 2, both)


def _compare_toll(one: Event, other: Event, name: str) -> Finding:
    tolls: tuple[Toll, Toll] = (getattr(one, name), getattr(other, name))
    if any(t.low is None and t.high is None for t in tolls):
        return Finding(0.0, "")
    (low, high), (other_low, other_high) = ((t.low or 0, t.high) for t in tolls)
    if (low, high) == (other_low, other_high):
        return Finding(0.15 if low > 1 else 0.08, f"{low} {name} in both")
    figures = f"{_plain(tolls[0])} {name} here, {_plain(tolls[1])} there"
    top, other_top = (
        (low if high is None else high),
        (other_low if other_high is None else other_high),
    )
    is_within = low <= (other_high or math.inf) and other_low <= (high or math.inf)
    more, less = max(top, other_top), min(top, other_top)
    if is_within or more <= CONFLICT * less or more - less <= CONFLICT:
        return Finding(0.05 if is_within else 0.0, figures)
    return Finding(-0.3, figures)


def _plain(toll: Toll) -> str:
    if toll.high is None:
        return f"at least {toll.low}"
    if toll.low is None:
        return f"at most {toll.high}"
    return f"{toll.low}" if toll.low == toll.high else f"{toll.low} to {toll.high}"


def _compare_actors(one: Side, other: Side) -> Finding:
    shared = one.names.keys() & other.names.keys()
    if shared:
        return Finding(0.1, f"both name {one.names[min(shared)]}")
    classes: tuple[set[str | None], ...] = tuple(
        {a.actor_class for a in event.actors if a.role == "actor"} - {None}
        for event in (one.event, other.event)
    )
    if all(classes) and not classes[0] & classes[1]:
        here, there = (", ".join(sorted(filter(None, c))) for c in classes)
        return Finding(-0.05, f"the actors differ ({here}; {there})")
    return Finding(0.0, "")


def _name_words(name: str) -> frozenset[str]:
    return frozenset(
        word for word in re.findall(r"\w{3,}", name.lower()) if word not in COMMON_WORDS
    )


def _compare_words(one: Side, other: Side) -> Finding:
    shared = one.words & other.words
    smaller = min(len(one.words), len(other.words))
    if len(shared) < FEWEST_WORDS or not smaller:
        return Finding(0.0, "")
    weight = 0.25 * len(shared) / smaller
    longest = sorted(shared, key=lambda word: (-len(word), word))[:3]
    return Finding(weight, f"shared words ({', '.join(sorted(longest))})")
