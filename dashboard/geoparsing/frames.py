"""Words around a strange name that leave no doubt that it is a place: "in the village of Odzisi".

A language model takes villages it has never met for persons. Where it is wrong and the words say so
plainly, the name is kept: told as not in the gazetteer, it can be looked up; dropped, it is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.gazetteer import Match
from dashboard.geoparsing.located import is_located
from dashboard.geoparsing.offsets import ROADS
from dashboard.geoparsing.tokens import DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.proposals import Proposal
    from dashboard.geoparsing.tokens import Tokens
    from dashboard.geoparsing.truecasing import NameSense

HEADS = frozenset({"in", "at", "near", "outside", "around", "towards", "toward", "nearby", "into"})
WAYS = frozenset(
    {"fled", "flee", "fleeing", "west", "east", "north", "south", "walked", "returned", "moved"}
    | {"crossed", "road", "highway", "way", "back", "advanced", "close", "retreated", "withdrew"}
    | {"drove", "displaced", "bused", "bussed", "led", "leading", "flights", "travelled", "went"}
    | {"convoy", "convoys", "evacuated", "spread", "sent", "taken", "relocated", "escaped"}
)
"""What stands before "to" where it leads to a place."""
PATHS = frozenset({"through", "via", "beyond"})
ARABIC_ARTICLES = ("al-", "ar-", "as-", "ash-", "at-", "an-", "ad-", "az-", "el-")
ROAD_HEADS = frozenset({"between", "from"})
TAKEN = frozenset(
    {
        "entered",
        "torched",
        "overran",
        "retook",
        "recaptured",
        "captured",
        "besieged",
        "stormed",
        "shelled",
    }
    | {"looted", "torched", "reached", "left", "hit", "struck", "bombed", "raided", "reinforced"}
)
OVERRUN = frozenset({"overran", "retook", "recaptured", "besieged"})
"""Done to places alone, whatever they are called."""
ENTERING = frozenset({"advanced", "marched", "pushed", "swept", "poured"})
UNDERGONE = (TAKEN - {"left", "hit", "struck", "reached"}) | {"overrun", "retaken"}
"""Done to a place after "was"; a person, too, may be left, hit or reached."""
AREAS = frozenset(
    {"camp", "district", "township", "town", "village", "crossing", "province", "county", "sector"}
    | {"territory", "exclave", "enclave", "subdistrict", "municipality", "governorate", "woreda"}
    | {"lga", "upazila", "cercle", "chiefdom", "tehsil"}
)
BUILT = frozenset(
    {
        "prison",
        "jail",
        "barracks",
        "academy",
        "temple",
        "mosque",
        "bridge",
        "dam",
        "airport",
        "base",
    }
    | {"road", "highway", "mountains", "hills", "range", "forest", "valley", "desert", "islands"}
)
"""What bears a name of its own: "the Munzenze prison", "the Akoka road"."""
SITES = frozenset(
    {"checkpoint", "crossing", "camp", "village", "hamlet", "barracks", "bridge", "ferry", "ford"}
    | {"clinic", "market", "mine", "plant", "well", "outpost", "garrison", "airstrip", "farm"}
)
ON_WATER = frozenset({"on", "across", "along", "of", "down", "over", "crossed", "from", "to", "in"})
QUARTERS = frozenset(
    {
        "neighborhood",
        "neighbourhood",
        "neighborhoods",
        "neighbourhoods",
        "suburb",
        "canton",
        "hamlet",
    }
)
NATURAL = frozenset(
    {"forest", "basin", "plain", "plains", "channel", "valley", "marsh", "marshes", "gorge"}
    | {"river", "lake", "desert", "hills", "mountains", "peninsula", "delta", "plateau", "swamp"}
    | {"reservoir", "canyon", "strait", "gulf", "bay", "island", "islands", "lagoon", "wadi"}
)
PARTS = re.compile(r"['’-]")
LINKS = frozenset({",", "and", "or"})
DIVISIONS = frozenset(
    {"state", "province", "region", "district", "county", "governorate", "oblast", "prefecture"}
)
UNITS = frozenset({"lga", "woreda", "upazila", "tehsil"})
"""Behind a name, nothing but the unit that bears it: "Mangu LGA"."""
NOT_PLACES = frozenset({"'s", "’s", "'", "’", "-", "–"})
SURE = 0.5
LARGE_PLACE = 100_000
LIST_REACH = 8
MIN_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Frames:
    """Says which names the words around them make places of."""

    tokens: Tokens
    cues: Cues
    sense: NameSense
    countries: frozenset[str]
    """Where the document plays, by the names that are sure."""

    def says_place(self, proposal: Proposal) -> bool:
        """Whether a name stands where only a place can stand, and is strange or known there."""
        tokens, first, last = self.tokens, proposal.first, proposal.last
        surface = proposal.surface
        letters = sum(letter.isalpha() for letter in surface)
        is_capital = surface[0].isupper() or surface.startswith(ARABIC_ARTICLES)
        is_plain = letters >= MIN_LETTERS and is_capital and not surface.isupper()
        if is_plain and (self._is_division(proposal) or self._ends_road(proposal)):
            return True
        if not is_plain or tokens.lower(last + 1) in NOT_PLACES or not self._is_whole(proposal):
            return False
        if self._is_water(proposal) or self._is_natural(proposal) or self._is_sited(first):
            return True
        if self._is_surely_headed(first):
            return True
        is_built = tokens.word(last + 1) in BUILT and self._is_put_at_the(first)
        is_area = is_built or (tokens.word(last + 1) in AREAS and tokens.lower(first - 1) == "the")
        is_framed = is_area or self._is_headed(first) or self._is_of_place(first)
        is_framed = is_framed or self._is_undergoing(last)
        is_known, is_strange = self._is_known_here(proposal), self._is_strange(proposal)
        return (is_known or is_strange) and (is_framed or (is_known and is_strange))

    def puts_there(self, proposal: Proposal) -> bool:
        """Whether something is put at a name, which the model takes for a person or a firm."""
        is_strange = self._is_strange(proposal)
        if self.tokens.labels[proposal.first] != "DATE" and not self._is_whole(proposal):
            return False
        return is_located(self.tokens, proposal, is_strange=is_strange, cues=self.cues)

    def says_body(self, proposal: Proposal) -> bool:
        """Whether it is "the Red Cross": no town has an article, and the one so called is small."""
        tokens, first = self.tokens, proposal.first
        if tokens.labels[first] != "ORG" or tokens.lower(first - 1) != "the":
            return False
        if tokens.lower(proposal.last + 1) in QUARTERS | AREAS | SITES | NATURAL:
            return False
        is_whole = tokens.entities[tokens.entity_at[first]].last == proposal.last
        return is_whole and all(
            e.feature_class == "P" and (e.population or 0) < LARGE_PLACE for e in proposal.entries
        )

    def _is_whole(self, proposal: Proposal) -> bool:
        """Whether the name is no part of a longer one, "Cook" of "Cook Children's", and no date."""
        tokens, first, last = self.tokens, proposal.first, proposal.last
        label = tokens.labels[first]
        before, after = tokens.word(first - 1), tokens.word(last + 1)
        is_cut = before[:1].isupper() and first > 0 and not tokens.opens[first]
        is_cut = is_cut and tokens.entity_at[first] == tokens.entity_at[first - 1] >= 0
        return not is_cut and not after[:1].isupper() and label not in {"DATE", "WORK_OF_ART"}

    def _is_division(self, proposal: Proposal) -> bool:
        """Whether it is "Jonglei State", whole and known; in America that is a university."""
        if self.tokens.lower(proposal.last + 1) in UNITS:
            return any(e.feature_class == "A" for e in proposal.entries)
        if proposal.last == proposal.first or self.tokens.lower(proposal.last) not in DIVISIONS:
            return False
        countries = {c for e in proposal.entries if e.feature_class == "A" for c in e.countries}
        return bool(countries) and "US" not in countries and self._is_whole(proposal)

    def _ends_road(self, proposal: Proposal) -> bool:
        """Whether it is one end of "the Juba-Bor road", and known."""
        tokens, first, last = self.tokens, proposal.first, proposal.last
        is_second = tokens.lower(first - 1) in DASHES and tokens.lower(last + 1) in ROADS
        is_first = tokens.lower(last + 1) in DASHES and tokens.lower(last + 3) in ROADS
        other = tokens.word(first - 2) if is_second else tokens.word(last + 2)
        is_town = any(e.feature_class in {"A", "P"} for e in proposal.entries)
        return (is_second or is_first) and other[:1].isupper() and is_town

    def _is_water(self, proposal: Proposal) -> bool:
        """Whether it is "the Drina" after "on": a river or sea of that name."""
        before = proposal.first - 1
        is_the = self.tokens.lower(before) == "the" and self.tokens.lower(before - 1) in ON_WATER
        return is_the and any(e.feature_class == "H" for e in proposal.entries)

    def _is_natural(self, proposal: Proposal) -> bool:
        """Whether it is "the Kibira Forest" or "the Naf River", whole."""
        tokens, first, last = self.tokens, proposal.first, proposal.last
        is_whole = tokens.lower(first - 1) == "the" and not tokens.word(last + 1)[:1].isupper()
        return is_whole and last > first and tokens.lower(last) in NATURAL

    def is_quarter(self, proposal: Proposal) -> bool:
        """Whether it is "the Kinama neighborhood"; a "Kurdish" one has no name."""
        is_people = any(e.match is Match.ADJECTIVE for e in proposal.entries)
        label = self.tokens.labels[proposal.first]
        is_named = self.tokens.word(proposal.last + 1) in QUARTERS
        is_name = proposal.surface[0].isupper() and not self.tokens.opens[proposal.first]
        return is_named and is_name and not is_people and label not in {"NORP", "DATE"}

    def _is_headed(self, first: int) -> bool:
        """Whether "in", "near" or "captured" stands before the name or the list it is in."""
        index, tokens = first - 1, self.tokens
        while index > first - LIST_REACH and self._is_listed(index):
            index -= 1
        word = tokens.lower(index) if tokens.opens[index] else tokens.word(index)
        before = tokens.lower(index - 1)
        if word == "to":
            return before in WAYS or before[:1].isupper()
        is_listed = index < first - 1
        is_way = (word == "of" and before in {"out", "way"}) or (word == "as" and before == "far")
        is_road = is_way or word in PATHS or (is_listed and word in ROAD_HEADS)
        return word in HEADS or word in TAKEN or is_road

    def _is_put_at_the(self, first: int) -> bool:
        """Whether "at the" or "bombed the" stands before: nobody runs the place."""
        tokens, head = self.tokens, self.tokens.lower(first - 2)
        is_put = self.cues.has("in_place", head) or head in {"on", "of", "beside"} | TAKEN
        return tokens.lower(first - 1) == "the" and is_put

    def _is_surely_headed(self, first: int) -> bool:
        """Whether it is "overran Tardo", "marched into Tardo": no person or firm."""
        tokens = self.tokens
        word = tokens.lower(first - 1)
        if word == "into":
            return tokens.lower(first - 2) in ENTERING
        return word in OVERRUN

    def _is_listed(self, index: int) -> bool:
        word = self.tokens.word(index)
        is_head = self.tokens.opens[index] and word.lower() in HEADS | PATHS
        return word in LINKS or (word[:1].isupper() and not is_head)

    def _is_of_place(self, first: int) -> bool:
        of, noun = self.tokens.word(first - 1), self.tokens.lower(first - 2)
        return of == "of" and (self.cues.has("of_place", noun) or noun in SITES)

    def _is_sited(self, first: int) -> bool:
        """Whether a site stands there: "the checkpoint at Fafa", "villages around Tin-Hama"."""
        noun = self.tokens.lower(first - 2)
        is_site = noun in SITES or noun.removesuffix("s") in SITES
        return is_site and self.tokens.word(first - 1) in {"at", "around", "near", "outside"}

    def _is_undergoing(self, last: int) -> bool:
        """Whether it is "Palma was overrun", "Bara fell"."""
        if [self.tokens.lower(last + n) for n in (1, 2)] == [",", "which"]:
            last += 2
        verb, then = self.tokens.lower(last + 1), self.tokens.lower(last + 2)
        return verb == "fell" or (verb in {"was", "were"} and then in UNDERGONE)

    def _is_known_here(self, proposal: Proposal) -> bool:
        return any(
            e.match is not Match.ADJECTIVE and not self.countries.isdisjoint(e.countries)
            for e in proposal.entries
        )

    def _is_strange(self, proposal: Proposal) -> bool:
        """Whether the model has never met the word, which it has with every company and saint."""
        words = self.tokens.words[proposal.first : proposal.last + 1]
        parts = (part for word in words for part in PARTS.split(word))
        return any(part.isalpha() and self.sense.is_strange(part) for part in parts)


def countries_of(proposals: Sequence[Proposal], chances: NDArray[np.float64]) -> frozenset[str]:
    """Return the countries that the sure names of a document lie in, one or two of them."""
    times: Counter[str] = Counter()
    for proposal, sure in zip(proposals, chances, strict=True):
        places = {c for e in proposal.entries for c in e.countries}
        if sure >= SURE and len(places) == 1:
            times[places.pop()] += 1
    return frozenset(country for country, count in times.most_common(2) if count > 1)
