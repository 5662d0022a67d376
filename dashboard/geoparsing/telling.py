"""What was read of an article, told: each name with its place, kind, reason and alternatives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.gazetteer.entries import OF_PARENT
from dashboard.geoparsing.capitals import Capital, capitals_in
from dashboard.geoparsing.composition import Composer, main_countries, swallowed_by
from dashboard.geoparsing.doubt import is_doubtful
from dashboard.geoparsing.exclusion import exclusion_of
from dashboard.geoparsing.kinds import mention_kind, not_drawn_because
from dashboard.geoparsing.offsets import placed_by
from dashboard.geoparsing.places import (
    HAS_NONE,
    composed_place,
    place_of,
    place_within,
    unknown_place_in,
)
from dashboard.geoparsing.reasons import no_choice, reason_for, too_unsure
from dashboard.geoparsing.units import ended_before
from dashboard.geoparsing.vicinity import Vicinity, vicinity_of
from dashboard.model import POINTS, Alternative, Mention, MentionKind, NoMark, Resolution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.gazetteer import Entry
    from dashboard.geography import Atlas
    from dashboard.geoparsing.composition import Composed
    from dashboard.geoparsing.country_facts import CountryFacts
    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.readings import Reading
    from dashboard.geoparsing.sightings import Sighting
    from dashboard.model import Place

MAX_ALTERNATIVES = 5
SEEN_AROUND = 150
"""How many mentions to either side say in which town the text plays."""
FILED_FROM = "The dateline: where the report was filed, not where something happened"
NAMES_CAPITAL = "It says which capital is meant, which has the mark"
VICINITY_SCORE = 0.5
"""A guess from the surroundings is at best an even one."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells a reading as resolutions."""

    reading: Reading
    cues: Cues
    atlas: Atlas
    countries: CountryFacts

    def tell(self) -> tuple[Resolution, ...]:
        """Return every name in the order of the text."""
        reading = self.reading
        composed = self._composed()
        swallowed = swallowed_by(reading.sightings, composed)
        capitals = self._capitals(swallowed, composed)
        drawn = {capital.owner for capital in capitals if capital.not_drawn_because is None}
        told = []
        for number in range(len(reading.sightings)):
            found = None
            if number not in swallowed:
                found = self._resolution(number, composed[number])
            if found is not None and number in drawn and found.is_drawn:
                found = replace(found, not_drawn_because=NAMES_CAPITAL)
            told.append(found)
        told += [self._capital(capital) for capital in capitals]
        return tuple(sorted((t for t in told if t is not None), key=lambda t: t.mention.start))

    def _composed(self) -> list[Composed | None]:
        reading = self.reading
        composer = Composer(
            tokens=reading.tokens,
            sightings=reading.sightings,
            chosen=reading.all_chosen(),
            cues=self.cues,
            atlas=self.atlas,
            main_countries=main_countries(reading.all_chosen()),
            country_names=self.countries.names,
        )
        return [composer.compose(number) for number in range(len(reading.sightings))]

    def _capitals(
        self, swallowed: frozenset[int], composed: Sequence[Composed | None]
    ) -> list[Capital]:
        found = capitals_in(
            self.reading.tokens,
            self.reading.sightings,
            self.reading.all_chosen(),
            capital_of=self.countries.capitals,
            cues=self.cues,
        )
        return [c for c in found if c.owner not in swallowed and composed[c.owner] is None]

    def _capital(self, capital: Capital) -> Resolution | None:
        reading, word = self.reading, capital.word
        start, end = reading.tokens.starts[word], reading.tokens.ends[word]
        if reading.passages.source_span(start, end) is None:
            return None
        source = reading.passages.source(start)
        surface = reading.passages.text[start:end]
        acts = capital.not_drawn_because
        why_not, no_mark = (acts, None) if acts else _dateline(reading, source) or (None, None)
        return Resolution(
            mention=Mention(source, source + len(surface), surface, capital.kind),
            place=place_of(capital.entry, atlas=self.atlas),
            score=round(reading.score(capital.owner), 3),
            reason=f"The capital of {capital.country.name}, told without its name",
            not_drawn_because=why_not,
            no_mark=no_mark,
        )

    def _resolution(self, number: int, composed: Composed | None) -> Resolution | None:
        """Return one name with its place, or with where it may be when it is not known."""
        around = vicinity_at(self.reading, number)
        if around is None:
            return self._known(number, composed)
        told = self._known(number, None)
        if told is None or told.mention.kind is not MentionKind.TOPONYM:
            return told
        place, name = unknown_place_in(around.entry, atlas=self.atlas), around.entry.name
        if around.is_stated:
            note = f"Somewhere in {name}; {HAS_NONE} {told.mention.surface} there."
            reason = f"{HAS_NONE} such place in {name}, where the text puts it"
            place = replace(place, note=note)
            why_not, no_mark = told.not_drawn_because, told.no_mark
        else:
            reason = f"{told.reason}; the text around it is about {name}"
            is_elsewhere = bool(self.reading.sightings[number].candidates)
            fit = " as a place that fits the text" if is_elsewhere else ""
            why_not = f"Not in the gazetteer{fit}; perhaps in or near {name}"
            no_mark = NoMark.UNKNOWN
        return replace(
            told,
            place=place,
            score=round(around.share * VICINITY_SCORE, 3),
            reason=reason[0].upper() + reason[1:],
            not_drawn_because=why_not,
            no_mark=no_mark,
        )

    def _known(self, number: int, composed: Composed | None) -> Resolution | None:
        reading, sighting = self.reading, self.reading.sightings[number]
        entry = reading.chosen(number)
        kind = mention_kind(reading.tokens, sighting, entry, cues=self.cues)
        place: Place | None = None
        if composed is not None and kind is not MentionKind.ORGANISATION_PART:
            place = composed_place(composed, atlas=self.atlas)
            kind = MentionKind.TOPONYM if place is not None else kind
        span = _span(reading, sighting, composed if place is not None else None)
        if span is None:
            return None
        if place is None and entry is not None:
            place = self._place_of(entry)
        is_town = place is not None and place.precision in POINTS
        if place is not None and is_town:
            place = placed_by(reading.tokens, reading.sightings, number, place, cues=self.cues)
        surface = reading.passages.text[span[0] : span[1]]
        source = reading.passages.source(span[0])
        against = next(self._reasons_against(number, kind, source, is_town=is_town), None)
        if against is None and place is not None and place.note == OF_PARENT:
            words = f"Where {place.name} lies in its province is not known here"
            against = words, NoMark.ONLY_PROVINCE
        if against is None and composed is None:
            against = self._doubt(number)
        why_not, no_mark = against or (None, None)
        return Resolution(
            mention=Mention(source, source + len(surface), surface, kind),
            place=place,
            score=round(reading.score(number), 3),
            reason=self._reason(number, composed),
            alternatives=_alternatives(reading, number),
            not_drawn_because=why_not,
            no_mark=no_mark,
        )

    def _place_of(self, entry: Entry) -> Place:
        """Return the place of an entry; a district without a point is somewhere in its province."""
        province = self.countries.province_of(entry) if entry.is_known_by_parent else None
        around = place_within(entry, province, atlas=self.atlas) if province is not None else None
        return around or place_of(entry, atlas=self.atlas)

    def _reasons_against(
        self, number: int, kind: MentionKind, source: int, *, is_town: bool
    ) -> Iterator[tuple[str, NoMark | None]]:
        """Yield why a place has no mark, the first reason first."""
        reading = self.reading
        sighting, entry = reading.sightings[number], reading.chosen(number)
        excluded = exclusion_of(reading.tokens, sighting, cues=self.cues, is_town=is_town)
        ended = ended_before(entry, year=reading.year) if entry is not None else None
        yield from ((why, None) for why in (not_drawn_because(kind, entry), excluded) if why)
        filed = _dateline(reading, source)
        if filed is not None:
            yield filed
        if ended is not None:
            yield ended, None

    def _doubt(self, number: int) -> tuple[str, NoMark] | None:
        """Return that the choice is too unsure for a mark, or `None`."""
        reading, best = self.reading, self.reading.best[number]
        if best is None or not is_doubtful(
            reading.ranked[number],
            reading.sightings[number],
            best,
            company=reading.company(number),
        ):
            return None
        entry = reading.sightings[number].candidates[best]
        return too_unsure(reading.sightings[number], entry, country_names=self.countries.names)

    def _reason(self, number: int, composed: Composed | None) -> str:
        sighting, best = self.reading.sightings[number], self.reading.best[number]
        if best is None:
            return no_choice(sighting)
        ranked = self.reading.ranked[number]
        order = np.argsort(-ranked.chances, kind="stable").tolist()
        reason = reason_for(
            sighting, best, ranked.rows, order=order, country_names=self.countries.names
        )
        return f"{reason}; read as: {composed.name}" if composed is not None else reason


def vicinity_at(reading: Reading, number: int) -> Vicinity | None:
    """Return the town an unknown place may be in; `None` for a known place."""
    if reading.best[number] is not None:
        return None
    area = reading.stated[number]
    if area is not None:
        return Vicinity(area, 1.0, is_stated=True)
    around = range(max(0, number - SEEN_AROUND), min(len(reading.best), number + SEEN_AROUND))
    return vicinity_of(
        number - around.start,
        reading.sightings[around.start : around.stop],
        [reading.chosen(other) for other in around],
        scores=[reading.score(other) for other in around],
    )


def _dateline(reading: Reading, offset: int) -> tuple[str, NoMark] | None:
    """Return why a place of the dateline has no mark; `None` for any other."""
    inside = any(span.start <= offset < span.end for span in reading.passages.datelines)
    return (FILED_FROM, NoMark.FILED_FROM) if inside else None


def _span(
    reading: Reading, sighting: Sighting, composed: Composed | None
) -> tuple[int, int] | None:
    """Return where the mention stands in the clean text; `None` if furniture cuts through it."""
    tokens = reading.tokens
    for named in (composed, sighting):
        if named is None:
            continue
        start, end = tokens.starts[named.first], tokens.ends[named.last]
        if reading.passages.source_span(start, end) is not None:
            return start, end
    return None


def _alternatives(reading: Reading, number: int) -> tuple[Alternative, ...]:
    sighting, ranked = reading.sightings[number], reading.ranked[number]
    order = np.argsort(-ranked.chances, kind="stable").tolist()
    rest = [n for n in order if n != reading.best[number]]
    return tuple(
        Alternative(place_of(sighting.candidates[n]), round(float(ranked.chances[n]), 3))
        for n in rest[:MAX_ALTERNATIVES]
    )
