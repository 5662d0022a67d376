"""The names of a text that have a mark, and those of lands where something may be."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.coding.where.capital_words import country_in_hand
from dashboard.coding.where.chains import area_around
from dashboard.coding.where.holding_words import ARRIVED, COMPARED
from dashboard.coding.where.homeland import IN_LAND, is_land
from dashboard.coding.where.story import is_elsewhere
from dashboard.coding.where.strange_names import SEATS, is_strange
from dashboard.model import POINTS, WIDE, MentionKind, NoMark, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.coding.passages import Sentence
    from dashboard.coding.where.ground import Ground
    from dashboard.model import Article, Place, Resolution

REACH = 70
FAR_BEHIND = 100
FEWEST_PLACES = 2
FEW = 4
"""One in so many places elsewhere does not make it a text about several countries."""
ACTOR = re.compile(r"\b(?:by|with|against)\s+(?:the\s+)?$", re.IGNORECASE)
ORIGIN = re.compile(r"\b(?:from|with|against|like|than)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True)
class ToldNames:
    """A text with its names, what they mean, and the ground that they lie on."""

    article: Article
    resolutions: tuple[Resolution, ...]
    sentences: tuple[Sentence, ...]
    ground: Ground | None

    @cached_property
    def text(self) -> str:
        """The text with the small letters in which sentences in capitals are read."""
        letters = list(self.article.text)
        for sentence in self.sentences:
            for at, letter in zip(sentence.offsets, sentence.text, strict=True):
                letters[at] = letter
        return "".join(letters)

    def drawn_in(self, start: int, end: int) -> Sequence[Resolution]:
        """Return the names with a mark in a run of the text."""
        first = bisect_left(self.drawn, start, key=_start)
        return self.drawn[first : bisect_left(self.drawn, end, key=_start)]

    @cached_property
    def drawn(self) -> tuple[Resolution, ...]:
        """The names of places that have a mark, outside the dateline."""
        filed = [z for z in self.article.zones if z.kind is ZoneKind.DATELINE]
        return tuple(
            r
            for r in self.resolutions
            if r.is_drawn
            and r.mention.kind is MentionKind.TOPONYM
            and not any(z.start <= r.mention.start < z.end for z in filed)
        )

    @cached_property
    def lands(self) -> tuple[Resolution, ...]:
        """The names of places where something may be; nobody's origin, no state that acts."""
        text = self.text
        before = {
            r.mention: text[max(0, r.mention.start - REACH) : r.mention.start] for r in self.drawn
        }
        return tuple(
            r
            for r in self.drawn
            if not ORIGIN.search(before[r.mention]) and not is_elsewhere(text, r)
            if not COMPARED.search(text, max(0, r.mention.start - FAR_BEHIND), r.mention.start)
            if r.place and (r.place.precision not in WIDE or IN_LAND.search(before[r.mention]))
        )

    @cached_property
    def one_area(self) -> Place | None:
        """The one area, smaller than a country, in which all lies that the text names."""
        text = self.text
        narrow = [r for r in self.drawn if r.place and r.place.precision not in WIDE]
        narrow = [r for r in narrow if not is_elsewhere(text, r)]
        around = area_around(narrow)
        if around is not None:
            return around.place
        places = {r.place.place_id: r.place for r in narrow if r.place}
        if self.ground is None or len(places) < FEWEST_PLACES:
            return None
        provinces = {
            p.place_id if p else None: p for p in map(self.ground.province_of, places.values())
        }
        return next(iter(provinces.values())) if len(provinces) == 1 else None

    @cached_property
    def one_country(self) -> Place | None:
        """The one country that a text is about, if it says that it is there."""
        told = {c for r in self.drawn if r.place for c in r.place.countries}
        known = [r for r in self.resolutions if not is_strange(r, told)]
        named = [r for r in known if r.mention.kind is MentionKind.TOPONYM]
        code = country_in_hand(known) or country_in_hand(named)
        # "Russian jets bombed X": whose jets they are says nothing of where X is.
        text = self.text
        own = [
            r.place
            for r in self.drawn
            if is_land(r, text)
            and not ACTOR.search(text[max(0, r.mention.start - REACH) : r.mention.start])
            and not ARRIVED.search(text[max(0, r.mention.start - REACH) : r.mention.start])
            if r.place and r.place.country == code
        ]
        return self.country(code) if own and not self._is_of_many_lands(code) else None

    def _is_of_many_lands(self, code: str | None) -> bool:
        """Whether more than one in four of the smaller places of a text may lie elsewhere."""
        drawn = (r.place for r in self.drawn if r.place and r.place.precision not in WIDE)
        countries = [p.country for p in (*drawn, *self.guesses_in(0, len(self.text)))]
        return FEW * sum(c != code for c in countries) > len(countries)

    def guesses_in(self, start: int, end: int) -> Iterator[Place]:
        """Yield the well-known towns that names may mean of which it is too unsure to draw one."""
        for r in self.resolutions:
            is_here = r.no_mark is NoMark.UNSURE and start <= r.mention.start < end
            if is_here and r.place and r.place.feature in SEATS:
                yield r.place

    def province_or_country(self, place: Place) -> Place | None:
        """Return the province of a town, or its country; an area as it is."""
        if place.precision not in POINTS:
            return place
        province = self.ground.province_of(place) if self.ground else None
        return province or self.country(place.country)

    def country(self, code: str | None) -> Place | None:
        """Return a country by its two letters, as the text names it if it does."""
        named = (r.place for r in self.resolutions if r.place)
        itself = next((p for p in named if code and p.place_id == f"country:{code}"), None)
        if itself is not None or code is None or self.ground is None:
            return itself
        return self.ground.country(code)


def _start(resolution: Resolution) -> int:
    return resolution.mention.start
