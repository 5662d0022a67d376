"""The area that holds a place which no gazetteer here knows, as far as the text leaves no doubt."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from dashboard.coding.where.capital_words import country_in_hand
from dashboard.coding.where.chains import area_around
from dashboard.coding.where.homeland import IN_LAND, is_land
from dashboard.coding.where.labels import places_of_label
from dashboard.coding.where.mentions import UNSURE
from dashboard.coding.where.place_cues import OF_A_TOWN, QUARTER_OF, STREET_NAME, STRIKES
from dashboard.coding.where.story import is_elsewhere
from dashboard.coding.where.strange_names import (
    SEATS,
    as_area,
    is_put_in_area,
    is_strange,
    why_strange,
)
from dashboard.model import POINTS, WIDE, MentionKind, Place, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.coding.passages import Sentence
    from dashboard.coding.where.ground import Ground
    from dashboard.model import Article, Mention, Resolution

FEWEST_PLACES = 2
FEW = 4
"""One in so many places elsewhere does not make it a text about several countries."""
REACH = 70
FAR_BEHIND = 100
# Between a name and the area that the text puts it in: ", a village in ".
PUT_IN = re.compile(
    r"(?:(?:\s+[a-z]+)?,\s+(?:which|that)\s+(?:is|was|lies)(?:\s+[a-z]+){0,5}?)?"
    r"(?:\s+[a-z-]+){0,2}\s*,?\s*(?:(?:an?|the)\s+(?:[\w’'-]+\s+){1,6}?)?"
    r"(?:in|at|within|inside|(?:part|quarter|suburb|ward|sector|neighbou?rhood|outskirts)\s+of)"
    r"\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}?(?:of\s+)?"
)
BESIDE = re.compile(r"(?:\s+[a-z]+)?\s*,\s*(?:the\s+)?")
NEAR = re.compile(
    r"\s*,?\s+(?:near|outside|close\s+to|just\s+outside|(?:north|south|east|west)[a-z-]*\s+of)\s+"
)
OWNED = re.compile(r"[’']s\s+(?:[a-z-]+\s+){0,2}")
# "the southern Lebanese town of X".
BY_PEOPLE = re.compile(r"\s+(?:[a-z-]+\s+){1,3}of\s+(?:the\s+)?")
FRONTED = re.compile(
    r"(?:\w+,\s+)?(?:In|Across|Inside|Around)\s+(?:the\s+)?(?:[a-z-]+\s+){0,4}(?:of\s+)?"
)
AFTER_FRONTED = re.compile(r"(?:[’']s)?(?:\s+[a-z]+){0,2},")
ACTOR = re.compile(r"\b(?:by|with|against)\s+(?:the\s+)?$", re.IGNORECASE)
ORIGIN = re.compile(r"\b(?:from|with|against|like|than)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Holder:
    """The area that holds a place that is not known, if the text leaves no doubt of it."""

    area: Place | None
    reason: str


@dataclass(frozen=True)
class Surroundings:
    """What a text says of where a name lies that is not known."""

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

    def holder_of(self, strange: Resolution) -> Holder:
        """Return the area that holds a strange name, the finest that is sure."""
        said = why_strange(strange)
        if strange.place is not None and is_put_in_area(strange):
            name = strange.place.name
            return Holder(strange.place, f"{said} in {name}, where the text puts it")
        sentence = self._sentence_of(strange.mention)
        for area, why in self._areas_around(strange.mention, sentence):
            if area is not None:
                return Holder(as_area(area, strange), f"{said}; {why.format(area.name)}")
        return Holder(None, f"{said}, and the text does not say in which country it is")

    def _areas_around(
        self, mention: Mention, sentence: Sentence | None
    ) -> Iterator[tuple[Place | None, str]]:
        """Yield the areas that may hold a name, with how each is known, the surest first."""
        yield self._stated(mention, sentence), "the text puts it in {}"
        yield self._town_in_hand(mention, sentence), "the town spoken of is {}"
        yield self._area_around(sentence), "all that the text names is in {}"
        beside, of_text = self._country_beside(mention, sentence), self._one_country
        yield self._unless_it_strikes(beside, sentence), "the words around it speak of {} alone"
        yield self._unless_it_strikes(of_text, sentence), "the text is about {}"

    def _unless_it_strikes(self, country: Place | None, sentence: Sentence | None) -> Place | None:
        """Return a country unless the sentence says that it "bombed X": that is abroad."""
        if country is None or sentence is None:
            return country
        own = (r for r in self.resolutions if r.place and r.place.place_id == country.place_id)
        told = (r.mention for r in own if r.mention.kind is not MentionKind.DEMONYM)
        here = (m for m in told if sentence.find(m.span))
        return None if any(STRIKES.match(self.text, m.end) for m in here) else country

    def _sentence_of(self, mention: Mention) -> Sentence | None:
        at = bisect_right(self.sentences, mention.start, key=lambda s: s.offsets[0]) - 1
        return self.sentences[at] if at >= 0 else None

    def _stated(self, mention: Mention, sentence: Sentence | None) -> Place | None:
        """Return what the text puts a name in: "X, a village in Bara", "In Bara, ... at X"."""
        text = self.text
        for r in self._drawn_in(mention.end, mention.end + FAR_BEHIND):
            between = (text, mention.end, r.mention.start)
            is_area = r.place is not None and r.place.precision not in POINTS
            is_in = PUT_IN.fullmatch(*between) or QUARTER_OF.fullmatch(*between)
            if is_in or (is_area and BESIDE.fullmatch(*between)):
                return r.place
            if r.place is not None and NEAR.fullmatch(*between):
                return self._province_or_country(r.place)
        for r in self._drawn_in(mention.start - FAR_BEHIND, mention.start):
            if OWNED.fullmatch(text, r.mention.end, mention.start):
                return r.place
        by_people = self._country_of_people(mention)
        return by_people or self._fronted(mention, sentence) or self._heading(mention, sentence)

    def _country_of_people(self, mention: Mention) -> Place | None:
        """Return the country of "the Arlandian town of X"."""
        peoples = (r for r in self.resolutions if r.mention.kind is MentionKind.DEMONYM)
        for r in peoples:
            if r.place and BY_PEOPLE.fullmatch(self.text, r.mention.end, mention.start):
                return self._country(r.place.country)
        return None

    def _province_or_country(self, place: Place) -> Place | None:
        if place.precision not in POINTS:
            return place
        province = self.ground.province_of(place) if self.ground else None
        return province or self._country(place.country)

    def _fronted(self, mention: Mention, sentence: Sentence | None) -> Place | None:
        if sentence is None:
            return None
        for r in self._drawn_in(sentence.whole.start, mention.start):
            run = sentence.find(r.mention.span)
            if run is None or r.place is None or r.place.precision in WIDE:
                continue
            is_fronted = FRONTED.fullmatch(sentence.text, 0, run[0])
            if is_fronted and AFTER_FRONTED.match(sentence.text, run[1]):
                return r.place
        return None

    def _heading(self, mention: Mention, sentence: Sentence | None) -> Place | None:
        if sentence is None or sentence.label is None or sentence.label.overlaps(mention.span):
            return None
        here = self._drawn_in(sentence.label.start, sentence.label.end)
        places = [r.place for r in places_of_label(sentence.label, here) if r.place]
        return places[0] if len(places) == 1 else None

    def _town_in_hand(self, mention: Mention, sentence: Sentence | None) -> Place | None:
        """Return the town that a street or a neighborhood is in: the last one named."""
        if sentence is None or not self._is_of_a_town(mention):
            return None
        last = bisect_left(self._lands, sentence.whole.end, key=_start)
        before = reversed(self._lands[:last])
        named = (r.place for r in before if not self._is_of_a_town(r.mention))
        return next((p for p in named if p and p.precision in POINTS), None)

    def _is_of_a_town(self, mention: Mention) -> bool:
        is_called_so = STREET_NAME.fullmatch(mention.surface)
        return bool(is_called_so or OF_A_TOWN.match(self.text, mention.end))

    def _country_beside(self, mention: Mention, sentence: Sentence | None) -> Place | None:
        """Return the one country that the names beside it lie in: of its sentence, or before it."""
        if sentence is None:
            return None
        before = self.sentences[: sentence.number]
        same = takewhile(lambda s: s.paragraph == sentence.paragraph, reversed(before))
        start = min((s.whole.start for s in same), default=sentence.whole.start)
        last = bisect_left(self._lands, sentence.whole.end, key=_start)
        for first in dict.fromkeys((sentence.whole.start, start)):
            inside = self._lands[bisect_left(self._lands, first, key=_start) : last]
            places = [r.place for r in inside if r.place and r.mention != mention]
            if places:
                code = places[0].country
                others = (*places, *self._guesses_in(first, sentence.whole.end))
                return self._country(code) if all(p.country == code for p in others) else None
        return None

    def _guesses_in(self, start: int, end: int) -> Iterator[Place]:
        """Yield the well-known towns that names may mean of which it is too unsure to draw one."""
        for r in self.resolutions:
            is_unsure = (r.not_drawn_because or "").startswith(UNSURE)
            is_here = is_unsure and start <= r.mention.start < end
            if is_here and r.place and r.place.feature in SEATS:
                yield r.place

    def _drawn_in(self, start: int, end: int) -> Sequence[Resolution]:
        first = bisect_left(self._drawn, start, key=_start)
        return self._drawn[first : bisect_left(self._drawn, end, key=_start)]

    @cached_property
    def _drawn(self) -> tuple[Resolution, ...]:
        filed = [z for z in self.article.zones if z.kind is ZoneKind.DATELINE]
        return tuple(
            r
            for r in self.resolutions
            if r.is_drawn
            and r.mention.kind is MentionKind.TOPONYM
            and not any(z.start <= r.mention.start < z.end for z in filed)
        )

    @cached_property
    def _lands(self) -> tuple[Resolution, ...]:
        """The names of places where something may be; nobody's origin, no state that acts."""
        text = self.text
        before = {
            r.mention: text[max(0, r.mention.start - REACH) : r.mention.start] for r in self._drawn
        }
        return tuple(
            r
            for r in self._drawn
            if not ORIGIN.search(before[r.mention]) and not is_elsewhere(text, r)
            if r.place and (r.place.precision not in WIDE or IN_LAND.search(before[r.mention]))
        )

    def _area_around(self, sentence: Sentence | None) -> Place | None:
        """Return the one area of the text; one that is named alone, and later, holds nothing."""
        area, end = self._one_area, sentence.whole.end if sentence else 0
        narrow = [r for r in self._drawn if r.place and r.place.precision not in WIDE]
        is_alone = len({r.place.place_id for r in narrow if r.place}) == 1
        if area is None or (is_alone and narrow[0].mention.start > end):
            return None
        guesses = self._guesses_in(0, len(self.text))
        return area if all({*p.countries} & {*area.countries} for p in guesses) else None

    @cached_property
    def _one_area(self) -> Place | None:
        """The one area, smaller than a country, in which all lies that the text names."""
        text = self.text
        narrow = [r for r in self._drawn if r.place and r.place.precision not in WIDE]
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
    def _one_country(self) -> Place | None:
        told = {c for r in self._drawn if r.place for c in r.place.countries}
        known = [r for r in self.resolutions if not is_strange(r, told)]
        named = [r for r in known if r.mention.kind is MentionKind.TOPONYM]
        code = country_in_hand(known) or country_in_hand(named)
        # "Russian jets bombed X": whose jets they are says nothing of where X is.
        text = self.text
        own = [
            r.place
            for r in self._drawn
            if is_land(r, text)
            and not ACTOR.search(text[max(0, r.mention.start - REACH) : r.mention.start])
            if r.place and r.place.country == code
        ]
        return self._country(code) if own and not self._is_of_many_lands(code) else None

    def _is_of_many_lands(self, code: str | None) -> bool:
        """Whether more than one in four of the smaller places of a text may lie elsewhere."""
        drawn = (r.place for r in self._drawn if r.place and r.place.precision not in WIDE)
        countries = [p.country for p in (*drawn, *self._guesses_in(0, len(self.text)))]
        return FEW * sum(c != code for c in countries) > len(countries)

    def _country(self, code: str | None) -> Place | None:
        named = (r.place for r in self.resolutions if r.place)
        itself = next((p for p in named if code and p.place_id == f"country:{code}"), None)
        if itself is not None or code is None or self.ground is None:
            return itself
        return self.ground.country(code)


def _start(resolution: Resolution) -> int:
    return resolution.mention.start
