"""Places made out of others: a border between two, the part of one, a phrase for a region."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.gazetteer import Match
from dashboard.geoparsing.feature_kinds import kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.gazetteer import Entry
    from dashboard.geography import Atlas
    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.sightings import Sighting
    from dashboard.geoparsing.tokens import Tokens

BORDER_WORDS = frozenset({"border", "frontier", "borderlands", "borderland", "borders"})
# "Tajik border guards" may be anywhere.
BORDER_FORCES = frozenset(
    {"guard", "guards", "force", "forces", "police", "patrol", "patrols", "troops", "officer"}
    | {"officers", "official", "officials", "authorities", "agents", "agency", "policeman"}
    | {"policemen", "service", "command", "soldiers", "corps", "units", "unit"}
)
JOINERS = frozenset({"-", "–", "—", "/", "and"})
SHARE_WORDS = frozenset({"portion", "part", "share", "side", "section", "half"})
POSSESSORS = frozenset({"its", "their"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
DIVISIBLE = frozenset({"country", "province", "land"})
STOPS = frozenset({".", "!", "?", ";"})
LOOK_BACK = 60
"""Words back in which a sentence's country is looked for."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A place made out of others, and the words that name it."""

    place_id: str
    name: str
    first: int
    last: int
    base: Entry
    """The place it is a part of, or the country whose border it is."""
    direction: str | None = None
    other: str | None = None
    """The second country of a border, or the country whose part it is."""


@dataclass(frozen=True, slots=True)
class Composer:
    """Looks at the words around each mention for a place made out of it."""

    tokens: Tokens
    sightings: Sequence[Sighting]
    chosen: Sequence[Entry | None]
    cues: Cues
    atlas: Atlas
    main_countries: Sequence[str]
    """The countries that the document speaks of, the most first."""
    country_names: Mapping[str, str]

    def compose(self, number: int) -> Composed | None:
        """Return the place made out of a mention, or `None` when it stands for itself."""
        entry = self.chosen[number]
        if entry is None:
            return None
        border = self._border(number, entry)
        if border is not None:
            return border
        return self._share(number, entry) or self._part(number, entry)

    def _border(self, number: int, entry: Entry) -> Composed | None:
        if kind_of(entry) != "country" or entry.country is None:
            return None
        sighting = self.sightings[number]
        after = sighting.last + 1
        if self.tokens.lower(after) in POSSESSIVES:
            after += 1
        if self.tokens.lower(after) not in BORDER_WORDS:
            return self._border_with(number, entry)
        if self.tokens.lower(after + 1) in BORDER_FORCES:
            return None
        first, other = self._joined_before(number)
        if other is None:
            # "beyond its borders" is all around; "the Kyrgyz border" is the one side spoken of.
            is_all = self.tokens.lower(after) == "borders" and entry.match is not Match.ADJECTIVE
            other = None if is_all else self._neighbour(number, entry.country)
        if other is None or other == entry.country:
            return None
        return self._make_border(entry, other, (first, after))

    def _border_with(self, number: int, entry: Entry) -> Composed | None:
        """Read "the border with X" and "the border between X and Y"."""
        sighting, words = self.sightings[number], self.tokens
        index = sighting.first - 1
        index -= words.lower(index) == "the"
        if words.lower(index) == "with" and words.lower(index - 1) in BORDER_WORDS:
            other = self._neighbour(number, entry.country or "")
            return self._make_border(entry, other, (index - 1, sighting.last)) if other else None
        following = self._country_at(number + 1)
        if following is None or words.lower(index) != "between":
            return None
        joined = words.lowers[sighting.last + 1 : self.sightings[number + 1].first]
        if words.lower(index - 1) not in BORDER_WORDS or joined not in {("and",), ("and", "the")}:
            return None
        return self._make_border(entry, following, (index - 1, self.sightings[number + 1].last))

    def _joined_before(self, number: int) -> tuple[int, str | None]:
        """Return the first word and country of "Tajik" in "Tajik-Afghan border"."""
        sighting = self.sightings[number]
        country = self._country_at(number - 1)
        if country is None:
            return sighting.first, None
        before = self.sightings[number - 1]
        between = self.tokens.lowers[before.last + 1 : sighting.first]
        if len(between) == 1 and between[0] in JOINERS:
            return before.first, country
        return sighting.first, None

    def _country_at(self, number: int) -> str | None:
        if not 0 <= number < len(self.sightings):
            return None
        entry = self.chosen[number]
        return entry.country if entry is not None and kind_of(entry) == "country" else None

    def _neighbour(self, number: int, country: str) -> str | None:
        """Return the neighbour spoken of: first in the sentence, then in the whole document."""
        for other in (*self._sentence_countries(number), *self.main_countries):
            if (
                other != country
                and self.atlas.border_between(*sorted((country, other))) is not None
            ):
                return other
        return None

    def _sentence_countries(self, number: int) -> list[str]:
        """Return the countries of mentions before this one in its sentence, the nearest first."""
        found: list[str] = []
        here = self.sightings[number].first
        for other in range(number - 1, -1, -1):
            there = self.sightings[other]
            between = self.tokens.lowers[there.last + 1 : here]
            if len(between) > LOOK_BACK or any(word in STOPS for word in between):
                break
            entry = self.chosen[other]
            if entry is not None and entry.country is not None:
                found.append(entry.country)
        return found

    def _make_border(self, entry: Entry, other: str, words: tuple[int, int]) -> Composed | None:
        pair = sorted((entry.country or "", other))
        if self.atlas.border_between(pair[0], pair[1]) is None:
            return None
        names = " and ".join(self.country_names.get(code, code) for code in pair)
        place_id = f"border:{pair[0]}-{pair[1]}"
        name = f"border between {names}"
        return Composed(place_id, name, words[0], words[1], entry, other=other)

    def _share(self, number: int, entry: Entry) -> Composed | None:
        """Read "its portion of the valley", "Uzbekistan's part of X", "the Uzbek part of X"."""
        sighting, words = self.sightings[number], self.tokens
        index = sighting.first - 1
        index -= words.lower(index) == "the"
        is_share = words.lower(index) == "of" and words.lower(index - 1) in SHARE_WORDS
        if not is_share or len(entry.countries) < 2:  # a share of several
            return None
        owner = self._owner(number, index - 2)
        if owner is None or owner not in entry.countries:
            return None
        name = f"{self.country_names.get(owner, owner)}'s part of {entry.name}"
        place_id = f"part:{entry.place_id}:{owner}"
        return Composed(place_id, name, sighting.first, sighting.last, entry, other=owner)

    def _owner(self, number: int, index: int) -> str | None:
        if self.tokens.lower(index) in POSSESSORS:
            countries = self._sentence_countries(number)
            return countries[-1] if countries else None
        index -= self.tokens.lower(index) in POSSESSIVES
        return self._country_at(number - 1) if self.sightings[number - 1].last == index else None

    def _part(self, number: int, entry: Entry) -> Composed | None:
        """Read "southern Kyrgyzstan"; "southern Kyrgyz" is an adjective and no part."""
        sighting = self.sightings[number]
        found = self._direction_before(sighting.first)
        if found is None or entry.match is Match.ADJECTIVE:
            return None
        first, direction, words = found
        is_area = kind_of(entry) in DIVISIBLE and entry.place_id.split(":")[0] != "gn"
        if not is_area or self.atlas.shape_of(entry.place_id) is None:
            return None
        place_id = f"part:{entry.place_id}:{direction}"
        name = f"{words} {entry.name}"
        return Composed(place_id, name, first, sighting.last, entry, direction=direction)

    def _direction_before(self, at: int) -> tuple[int, str, str] | None:
        """
        Return the first token, the direction and its words of "southern X" or "the north of X".

        Two words make one direction with or without a hyphen ("north-eastern"). Without "the",
        "north of X" may lie beyond X.
        """
        last = at - 1
        is_noun = self.tokens.lower(last) == "of"
        last -= is_noun
        first, word = self._joined(last)
        direction = self.cues.directions.get(word)
        if first < 0 or direction is None:
            return None
        if is_noun and not (self.tokens.lower(first - 1) == "the" and word == direction):
            return None
        return first, direction, f"the {word} of" if is_noun else word

    def _joined(self, last: int) -> tuple[int, str]:
        """Return where a direction begins and its letters, "north - eastern" read as one."""
        word = self.tokens.lower(last)
        before = last - 1 - (self.tokens.lower(last - 1) == "-")
        both = self.tokens.lower(before) + word
        return (before, both) if before >= 0 and both in self.cues.directions else (last, word)


def main_countries(chosen: Sequence[Entry | None]) -> list[str]:
    """Return the countries of the chosen places, the most often named first."""
    times = Counter(entry.country for entry in chosen if entry is not None and entry.country)
    return [country for country, _ in times.most_common()]


def swallowed_by(
    sightings: Sequence[Sighting], composed: Sequence[Composed | None]
) -> frozenset[int]:
    """Return the mentions that a composed one covers: "Tajik" in "Tajik-Afghan border"."""
    gone: set[int] = set()
    for number, whole in enumerate(composed):
        if whole is None or number in gone:
            continue
        for other in range(max(0, number - 2), min(len(sightings), number + 3)):
            sighting = sightings[other]
            inside = whole.first <= sighting.first and sighting.last <= whole.last
            if inside and other != number:
                gone.add(other)
    return frozenset(gone)
