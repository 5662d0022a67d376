"""The keys of MUC-4: which coded event stands for which incident, and whether its place is right.

Each coded event stands for one incident of the key at most, as in the scorer of MUC-4. A place is
right where the country is, and the finest name that the key gives; an answer of a country alone is
right only where the key has no more.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from dashboard.model import WIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dashboard.model import Event, EventPlace

Row = dict[str, Any]
# Typists of the key wrote "Tonocatepeque" and "San Pablos"; nothing else is as near.
ALIKE = 0.9
SHORTEST_ALIKE = 5
# One other letter ("Ipialas") is as little as one too many, which is always within that.
SHORTEST_SLIP = 6
ARTICLES = "the el la las los de del of do da dos das"
SIDES = "northern southern eastern western central downtown"
AREAS = (
    "city town village hamlet department departamento province provincia municipality region"
    " canton colonia barrio neighborhood district distrito sector zone area jurisdiction port"
)
SITES = (
    "farm hacienda hill river street avenue university international airport camp bridge hotel"
    " church"
)
DROPPED = frozenset(f"{ARTICLES} {SIDES} {AREAS} {SITES}".split())
LONGEST_DATE_DAYS = 40


def read_locations(raw: str) -> list[list[str]]:
    """
    Return the accepted places of a MUC-4 key, each as names from the country down, lower case.

    "PERU: AREQUIPA (DEPARTMENT): ANDAHUA (TOWN) - AREQUIPA (CITY)" has two names at its end;
    alternatives stand behind "/", in parentheses of their own.
    """
    plain = re.sub(r"(?<=\w) \([^():]*\)", "", raw.lower())
    chains = [re.sub(r"[()?]", "", part).split(":") for part in plain.split("/")]
    cleaned = [[" ".join(name.split()) for name in chain] for chain in chains]
    return [[name for name in chain if name] for chain in cleaned if any(chain)]


def pair_incidents(
    golds: Sequence[Row], events: Sequence[Event], country_name: Callable[[str], str]
) -> list[tuple[Row, Event]]:
    """Return the incidents with the event that stands for each: the pairs that agree most."""
    agreement = {
        (i, j): _agreement(gold, event, country_name)
        for i, gold in enumerate(golds)
        for j, event in enumerate(events)
    }
    pairs: list[tuple[Row, Event]] = []
    while agreement:
        best = max(agreement, key=lambda pair: (agreement[pair], -pair[0], -pair[1]))
        pairs.append((golds[best[0]], events[best[1]]))
        agreement = {
            pair: n for pair, n in agreement.items() if pair[0] != best[0] and pair[1] != best[1]
        }
    return pairs


def _agreement(gold: Row, event: Event, country_name: Callable[[str], str]) -> int:
    chains = read_locations(gold["location_raw"] or "")
    is_country = is_country_right(chains, [event], country_name)
    is_place = is_place_right(chains, [event], country_name)
    return is_country + is_place + covers(event, gold["dates"])


def is_country_right(
    chains: Sequence[Sequence[str]], events: Sequence[Event], country_name: Callable[[str], str]
) -> bool:
    """Whether a place of the events lies in a country that the key accepts."""
    places = [p for e in events for p in e.places]
    return any(_is_in(p, chain[0], country_name) for p in places for chain in chains)


def is_place_right(
    chains: Sequence[Sequence[str]], events: Sequence[Event], country_name: Callable[[str], str]
) -> bool:
    """Whether a place of the events is the finest that the key names, in its country."""
    return any(
        _is_in(p, chain[0], country_name) and (len(chain) == 1 or _has_name(p, chain[-1]))
        for p in (p for e in events for p in e.places)
        for chain in chains
    )


def _is_in(at: EventPlace, country: str, country_name: Callable[[str], str]) -> bool:
    return any(_plain(country_name(code)) == _plain(country) for code in at.place.countries)


def _has_name(at: EventPlace, finest: str) -> bool:
    wanted = [_plain(name) for name in finest.split(" - ")]
    return any(is_same_name(ours, name) for ours in _names(at) for name in wanted)


def _names(at: EventPlace) -> set[str]:
    """Return the names of a place: its own, that of the text, and of the town that holds it."""
    is_wide = at.place.precision in WIDE
    if is_wide and not at.unknown:
        return set()
    names = {at.own_name, at.mention.surface} | (set() if is_wide else {at.place.name})
    return {_plain(name) for name in names}


def is_same_name(ours: str, wanted: str) -> bool:
    """Whether two plain names are one: without words for kind and side, but for a slip."""
    sites = {word for word in wanted.split() if word in SITES.split()}
    if sites and not sites & {*ours.split()}:
        return False
    one, other = _core(ours), _core(wanted)
    is_long = min(len(one), len(other)) >= SHORTEST_ALIKE
    is_alike = is_long and SequenceMatcher(None, one, other).ratio() >= ALIKE
    return bool(one) and (one == other or is_alike or _is_slip(one, other))


def _is_slip(one: str, other: str) -> bool:
    """Whether two names differ by one letter inside."""
    if len(one) != len(other) or len(one) < SHORTEST_SLIP or one[0] != other[0]:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _core(name: str) -> str:
    return " ".join(word for word in name.split() if word not in DROPPED)


def _plain(name: str) -> str:
    """Return a name in lower case, without accents and line breaks."""
    parts = unicodedata.normalize("NFKD", name.lower())
    letters = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", letters))


def covers(event: Event, days: Sequence[str]) -> bool:
    """Whether the time of an event overlaps the days of the key, if it is not too long."""
    start, end = event.when.start, event.when.end
    if not days or start is None or end is None or (end - start).days > LONGEST_DATE_DAYS:
        return False
    return start.isoformat() <= max(days) and min(days) <= end.isoformat()
