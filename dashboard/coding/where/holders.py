"""The area that holds a place which no gazetteer here knows, as far as the text leaves no doubt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from shapely import Point

from dashboard.coding.where.bearings import BEARING
from dashboard.coding.where.chains import AREAS
from dashboard.coding.where.holding_words import (
    AFTER_FRONTED,
    BESIDE,
    BY_PEOPLE,
    FRONTED,
    IN_AREA,
    INSIDE,
    KIND_OF_PLACE,
    LISTED,
    NEAR,
    NEARBY,
    OF_PEOPLE,
    OWNED,
    PUT_IN,
    WHEN,
)
from dashboard.coding.where.labels import places_of_label
from dashboard.coding.where.place_cues import (
    OF_A_TOWN,
    QUARTER_OF,
    STREET_NAME,
    STRIKES,
    THE_QUARTER_OF,
)
from dashboard.coding.where.strange_names import (
    SEATS,
    as_area,
    is_put_in_area,
    why_strange,
)
from dashboard.coding.where.told_names import REACH, ToldNames
from dashboard.geography.distance import distance_km
from dashboard.geoparsing.offsets import OFFSET
from dashboard.model import POINTS, WIDE, MentionKind, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from dashboard.coding.passages import Sentence
    from dashboard.model import Mention, Resolution

FAR_BEHIND = 100
FAR_KM = 100


@dataclass(frozen=True, slots=True)
class Holder:
    """The area that holds a place that is not known, if the text leaves no doubt of it."""

    area: Place | None
    reason: str


@dataclass(frozen=True)
class Surroundings(ToldNames):
    """What a text says of where a name lies that is not known."""

    cells: AbstractSet[Mention] = frozenset()
    """The names in cells of tables: the rows above tell of other places."""

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
        beside, of_text = self._country_beside(mention, sentence), self.one_country
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
        return self.sentences[at] if at >= 0 and mention not in self.cells else None

    def _stated(self, mention: Mention, sentence: Sentence | None) -> Place | None:
        """Return what the text puts a name in: "X, a village in Bara", "In Bara, ... at X"."""
        text = self.text
        for r in self.drawn_in(mention.end, mention.end + FAR_BEHIND):
            between = (text, mention.end, r.mention.start)
            is_area = r.place is not None and r.place.precision not in POINTS
            is_in = PUT_IN.fullmatch(*between) or QUARTER_OF.fullmatch(*between)
            is_beside = BESIDE.fullmatch(*between) is not None
            if is_in or (is_beside and (is_area or self._is_city_behind(r))):
                return self._part_of(r)
            if r.place is not None and r.place.feature == OFFSET and BEARING.fullmatch(*between):
                return r.place
            if r.place is not None and (NEAR.fullmatch(*between) or BEARING.fullmatch(*between)):
                return self.province_or_country(r.place)
        for r in self.drawn_in(mention.start - FAR_BEHIND, mention.start):
            if OWNED.fullmatch(text, r.mention.end, mention.start):
                return r.place
        if (beside := self._last_before(mention, sentence)) is not None:
            return self.province_or_country(beside)
        by_people = self._country_of_people(mention)
        put = by_people or self._fronted(mention, sentence) or self._heading(mention, sentence)
        return put or self._area_beside(mention, sentence)

    def _is_city_behind(self, name: Resolution) -> bool:
        """Whether it is the city of "in Tawo, Bara, on Friday", and no name of a list."""
        is_seat = name.place is not None and name.place.feature in SEATS
        return is_seat and LISTED.match(self.text, name.mention.end) is None

    def _part_of(self, land: Resolution) -> Place | None:
        """Return the region of "in Arland's Kolun region", else the land itself."""
        for r in self.drawn_in(land.mention.end, land.mention.end + REACH):
            is_area = r.place is not None and r.place.precision not in POINTS
            if is_area and OWNED.fullmatch(self.text, land.mention.end, r.mention.start):
                return r.place
        return land.place

    def _last_before(self, mention: Mention, sentence: Sentence | None) -> Place | None:
        """Return what its sentence names before "the nearby village of X"."""
        start = sentence.whole.start if sentence else mention.start
        named = [r.place for r in self.drawn_in(start, mention.start)]
        is_near = NEARBY.search(self.text[start : mention.start]) is not None
        return named[-1] if named and is_near else None

    def _country_of_people(self, mention: Mention) -> Place | None:
        """Return the country of "the Arlandian town of X", "X, an Arlandian village"."""
        text = self.text
        for r in self.resolutions:
            if r.mention.kind is not MentionKind.DEMONYM or r.place is None:
                continue
            is_after = OF_PEOPLE.fullmatch(text, mention.end, r.mention.start)
            is_kind = is_after and KIND_OF_PLACE.match(text, r.mention.end)
            if is_kind or BY_PEOPLE.fullmatch(text, r.mention.end, mention.start):
                return self.country(r.place.country)
        return None

    def _fronted(self, mention: Mention, sentence: Sentence | None) -> Place | None:
        if sentence is None:
            return None
        for r in self.drawn_in(sentence.whole.start, mention.start):
            run = sentence.find(r.mention.span)
            if run is None or r.place is None or r.place.precision in WIDE:
                continue
            is_fronted = FRONTED.fullmatch(sentence.text, 0, run[0])
            if is_fronted and AFTER_FRONTED.match(sentence.text, run[1]):
                return r.place
        return None

    def _area_beside(self, mention: Mention, sentence: Sentence | None) -> Place | None:
        """Return the area of "died in Moray state when a drone hit X": one clause unfolds it.

        So does a phrase: "fought in Moray state over a well near the village of X".
        """
        start = sentence.whole.start if sentence else mention.start
        named = self.drawn_in(start, mention.start)
        area = named[-1].place if named else None
        if area is None or area.precision not in AREAS:
            return None
        run = named[-1].mention
        is_in = IN_AREA.search(self.text[start : run.start]) is not None
        between = (self.text, run.end, mention.start)
        is_unfolded = WHEN.fullmatch(*between) or INSIDE.fullmatch(*between)
        return area if is_in and is_unfolded else None

    def _heading(self, mention: Mention, sentence: Sentence | None) -> Place | None:
        if sentence is None or sentence.label is None or sentence.label.overlaps(mention.span):
            return None
        here = self.drawn_in(sentence.label.start, sentence.label.end)
        places = [r.place for r in places_of_label(sentence.label, here) if r.place]
        told = self.drawn_in(sentence.label.end, mention.start)
        is_dateline = any(r.place and _is_far_off(r.place, places) for r in told)
        return places[0] if len(places) == 1 and not is_dateline else None

    def _town_in_hand(self, mention: Mention, sentence: Sentence | None) -> Place | None:
        """Return the town that a street or a neighborhood is in: the last one named."""
        if sentence is None or not self._is_of_a_town(mention):
            return None
        last = bisect_left(self.lands, sentence.whole.end, key=_start)
        before = reversed(self.lands[:last])
        named = (r.place for r in before if not self._is_of_a_town(r.mention))
        return next((p for p in named if p and p.precision in POINTS), None)

    def _is_of_a_town(self, mention: Mention) -> bool:
        is_called_so = STREET_NAME.fullmatch(mention.surface)
        before = self.text[max(0, mention.start - REACH) : mention.start]
        is_so = is_called_so or OF_A_TOWN.match(self.text, mention.end)
        return bool(is_so or THE_QUARTER_OF.search(before))

    def _country_beside(self, mention: Mention, sentence: Sentence | None) -> Place | None:
        """Return the one country that the names beside it lie in: of its sentence, or before it."""
        if sentence is None:
            return None
        before = self.sentences[: sentence.number]
        same = takewhile(lambda s: s.paragraph == sentence.paragraph, reversed(before))
        start = min((s.whole.start for s in same), default=sentence.whole.start)
        last = bisect_left(self.lands, sentence.whole.end, key=_start)
        for first in dict.fromkeys((sentence.whole.start, start)):
            inside = self.lands[bisect_left(self.lands, first, key=_start) : last]
            places = [r.place for r in inside if r.place and r.mention != mention]
            if places:
                # Seas and straits are of no country.
                code = next((p.country for p in places if p.country), None)
                others = (*places, *self.guesses_in(first, sentence.whole.end))
                is_one = all(p.country in {code, None} for p in others)
                return self.country(code) if is_one else None
        return None

    def _area_around(self, sentence: Sentence | None) -> Place | None:
        """Return the one area of the text; one that is named alone, and later, holds nothing."""
        area, end = self.one_area, sentence.whole.end if sentence else 0
        narrow = [r for r in self.drawn if r.place and r.place.precision not in WIDE]
        is_alone = len({r.place.place_id for r in narrow if r.place}) == 1
        if area is None or (is_alone and narrow[0].mention.start > end):
            return None
        guesses = self.guesses_in(0, len(self.text))
        return area if all({*p.countries} & {*area.countries} for p in guesses) else None


def _is_far_off(town: Place, heads: Sequence[Place]) -> bool:
    """Whether a town is far from the town that heads its item: that is a dateline, then."""
    spots = [Point(p.lon, p.lat) for p in (town, *heads) if p.precision in POINTS]
    return len(spots) > len(heads) and all(distance_km(spots[0], s) > FAR_KM for s in spots[1:])


def _start(resolution: Resolution) -> int:
    return resolution.mention.start
