"""What the words beside a name say of it: what it lies in, and what kind of place it is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.geoparsing.context import area_keys, parents_of
from dashboard.geoparsing.feature_kinds import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.sightings import Sighting
    from dashboard.geoparsing.tokens import Tokens

PARENT_REACH = 7
"""Words between a place and the "in X" that says where it lies."""
AREA_KINDS = {
    "province": {
        *("province", "state", "region", "oblast", "governorate", "prefecture", "territory"),
        *("department", "canton", "division", "emirate"),  # of Colombia, Switzerland, Bangladesh
    },
    "district": {
        *("county", "district", "parish", "borough", "municipality", "tehsil", "raion", "agency"),
        *("department", "canton", "division", "township", "counties", "districts", "parishes"),
        *("lga", "woreda", "upazila", "cercle", "chiefdom"),
    },
    "town": {"city", "town", "village", "suburb", "hamlet", "settlement", "municipality", "port"},
    "water": {
        *("river", "lake", "sea", "ocean", "bay", "gulf", "strait", "creek", "reservoir", "canal"),
    },
    "land": {
        *("valley", "mountain", "mountains", "mount", "range", "desert", "peninsula", "island"),
        *("islands", "plateau", "basin", "forest", "pass", "hills", "coast", "region", "plains"),
    },
    "country": {"republic", "country", "kingdom", "federation", "government"},
}
NEIGHBOURING = frozenset({"neighbouring", "neighboring", "nearby", "northern", "southern"}) | {
    *("eastern", "western", "central")
}
SAME = {"capital": "town", "seat": "town", "quarter": "town"}
ALL_AREA_WORDS = frozenset().union(*AREA_KINDS.values())


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is said of each sighting by its own sentence and by the other mentions of its name."""

    parents: tuple[frozenset[tuple[str, ...]], ...]
    shared_parents: Mapping[str, frozenset[tuple[str, ...]]]
    framed: frozenset[int]
    """The sightings in a sentence that opens with "In Togo, ...", which has such a place."""


def surroundings_of(tokens: Tokens, sightings: Sequence[Sighting], *, cues: Cues) -> Surroundings:
    """Return the explicit parents: "X, Y", "X in southern Y", "Y's X", "Y province of X"."""
    said: dict[int, list[Entry]] = defaultdict(list)
    for number in range(len(sightings) - 1):
        here, there = sightings[number], sightings[number + 1]
        between = tokens.lowers[here.last + 1 : there.first]
        if names_parent(between):
            said[number] += there.candidates
        if _names_child(between, cues=cues):
            said[number + 1] += here.candidates
    framed = {
        number: frame
        for number, frame in _framed(tokens, sightings)
        if number not in said and _lies_in(sightings[number], frame)
    }
    said.update(framed)
    parents = tuple(parents_of(said, number) for number in range(len(sightings)))
    shared: dict[str, frozenset[tuple[str, ...]]] = defaultdict(frozenset)
    for sighting, found in zip(sightings, parents, strict=True):
        shared[sighting.surface.casefold()] |= found
    return Surroundings(parents, dict(shared), frozenset(framed))


def _framed(tokens: Tokens, sightings: Sequence[Sighting]) -> Iterator[tuple[int, list[Entry]]]:
    """Yield the sightings of a sentence that opens with "In Togo, ..." and the areas it names."""
    frame: list[Entry] = []
    for number, sighting in enumerate(sightings):
        last = sightings[number - 1].first if number else 0
        if any(tokens.opens[last + 1 : sighting.first + 1]):
            frame = []
        if any(entry.feature_code.startswith("PCL") for entry in sighting.candidates):
            frame = []  # "In Lebanon, officials said that Libya had shelled Tripoli."
        if frame:
            yield number, frame
        if _opens_sentence(tokens, sighting):
            frame = [entry for entry in sighting.candidates if entry.feature_class == "A"]


def _opens_sentence(tokens: Tokens, sighting: Sighting) -> bool:
    """Whether it is "In Togo," or "In neighbouring Togo," at the beginning of a sentence."""
    words = [tokens.lower(at) for at in range(sighting.first - 2, sighting.first)]
    at = sighting.first - (2 if words[-1] in NEIGHBOURING else 1)
    is_first = tokens.lower(at) in {"in", "across"} and tokens.opens[at]
    return is_first and tokens.lower(sighting.last + 1) == ","


def _lies_in(sighting: Sighting, areas: Sequence[Entry]) -> bool:
    """Whether one of a name's places, but a country, lies in one of the areas."""
    inside = parents_of({0: areas}, 0)
    return any(parent_agreement(entry, inside)[0] > 0 for entry in sighting.candidates)


def names_parent(between: Sequence[str]) -> bool:
    """Whether the words between two names make the second the place the first lies in."""
    if between in ((",",), ("(",), (", in",), (",", "in"), ()):
        return len(between) > 0
    if len(between) > PARENT_REACH or "in" not in between[-4:]:
        return False
    return not any(word in {".", ";", "and", "but", "said"} for word in between)


def _names_child(between: Sequence[str], *, cues: Cues) -> bool:
    """Whether the words between two names make the first the place the second lies in."""
    if between in (("'s",), ("’s",)):
        return True
    if not between or len(between) > PARENT_REACH or between[0] not in {"'s", "’s"}:
        return between[-1:] == ("of",) and any(cues.has("rank_word", word) for word in between)
    return any(cues.has("rank_word", word) for word in between)


def kind_agreement(kind: str, word: str) -> float:
    """Return 1 when the word says that kind, -1 when it says another, 0 when it says nothing."""
    if word not in ALL_AREA_WORDS:
        return 0.0
    return 1.0 if word in AREA_KINDS.get(SAME.get(kind, kind), set()) else -1.0


def parent_agreement(entry: Entry, parents: frozenset[tuple[str, ...]]) -> tuple[float, float]:
    """Return 1, -1 or 0 for agreeing, contradicting or unsaid, and the level that agrees."""
    if not parents:
        return 0.0, 0.0
    levels = [len(key) for key in area_keys(entry) if key in parents]
    if not levels or (max(levels) == 1 and kind_of(entry) == "country"):
        return -1.0, 0.0
    return 1.0, float(max(levels))
