"""The door of the room: an article in, its place names and what they are out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.geoparsing.composition import Composer, main_countries, swallowed_by
from dashboard.geoparsing.country_facts import CountryFacts
from dashboard.geoparsing.exclusion import exclusion_of, is_beside, without_twins
from dashboard.geoparsing.feature_kinds import BUILT_IN
from dashboard.geoparsing.kinds import mention_kind, not_drawn_because
from dashboard.geoparsing.passages import read_passages
from dashboard.geoparsing.places import composed_place, place_of, unknown_place_in
from dashboard.geoparsing.readings import Reading, Seen
from dashboard.geoparsing.reasons import no_choice, reason_for, too_unsure
from dashboard.geoparsing.recognition import choose, judge, runs_of, sight
from dashboard.geoparsing.resolution import rank
from dashboard.geoparsing.tokens import read_tokens
from dashboard.geoparsing.truecasing import NameSense, is_capitalised
from dashboard.geoparsing.units import ended_before, units_at
from dashboard.geoparsing.vicinity import Vicinity, stated_areas, vicinity_of
from dashboard.geoparsing.weights import load_weights
from dashboard.model import Alternative, Mention, MentionKind, Precision, Resolution
from dashboard.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

    from dashboard.gazetteer import Gazetteer
    from dashboard.geography import Atlas
    from dashboard.geoparsing.composition import Composed
    from dashboard.geoparsing.proposals import Proposal
    from dashboard.geoparsing.resolution import Ranked
    from dashboard.geoparsing.sightings import Sighting
    from dashboard.geoparsing.weights import Weights
    from dashboard.model import Article, Place

MAX_ALTERNATIVES = 5
SEEN_AROUND = 150
"""How many mentions to either side say in which town the text plays."""
FILED_FROM = "The dateline: where the report was filed, not where something happened"
DRAWN_ABOVE = 0.3
"""Below this score fewer than half of the answers are right (docs/geoparsing.md): no mark."""
VICINITY_SCORE = 0.5
"""A guess from the surroundings is at best an even one."""


class Geoparser:
    """Finds the place names of an article and says which place each one is, and why."""

    def __init__(
        self,
        language: Language,
        gazetteer: Gazetteer,
        atlas: Atlas,
        *,
        weights: Weights | None = None,
    ) -> None:
        """Take the tools, which others may share; the shipped weights unless others are given."""
        self._language = language
        self._gazetteer = gazetteer
        self._atlas = atlas
        self._weights = weights or load_weights(Settings().data_dir / "models")
        linear = self._weights.name_sense
        self._sense = NameSense(language.vocab, weights=linear.weights, bias=linear.bias)
        self._countries = CountryFacts(gazetteer)

    def parse(self, article: Article) -> tuple[Resolution, ...]:
        """Return every place name of the title, headings and body, in the order of the text."""
        return self.tell(self.resolve(self.see(article)))

    def see(self, article: Article) -> Seen:
        """Return the words of an article, and every run of them that might name a place."""
        passages = read_passages(article)
        tokens = read_tokens(
            passages, self._language, sense=self._sense, known_names=self._known_names
        )
        judged = judge(tokens, self._gazetteer, weights=self._weights, sense=self._sense)
        year = article.published.year if article.published else None
        return Seen(passages, tokens, judged, year)

    def _known_names(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the runs of a text in capitals that are names of large or many-worded places."""
        return tuple(
            (hit.start, hit.end)
            for hit in self._gazetteer.scan(text)
            if is_capitalised(
                text[hit.start : hit.end], self._gazetteer.entries_of(hit.key), self._sense
            )
        )

    def resolve(self, seen: Seen, *, given: Sequence[tuple[int, int]] = ()) -> Reading:
        """Return the names with ranked candidates; `given` spans of the clean text always count."""
        told = runs_of(seen.tokens, seen.judged, given)
        words = {word for run, _ in told for word in range(run.first, run.last + 1)}
        free = [
            (run, sure)
            for run, sure in self._taken(seen)
            if words.isdisjoint(range(run.first, run.last + 1))
        ]
        by_words = {(run.first, run.last): (run, sure) for run, sure in (*free, *told)}
        runs = [by_words[key] for key in sorted(by_words)]
        sightings = sight(seen.tokens, runs, self._gazetteer, cues=self._weights.cues)
        sightings = tuple(
            units_at(without_twins(seen.tokens, sighting), year=seen.year) for sighting in sightings
        )
        ranked = rank(
            seen.tokens, sightings, weights=self._weights, country_population=self._countries
        )
        best = tuple(
            _best(result, sighting, self._weights.chooses_above)
            for result, sighting in zip(ranked, sightings, strict=True)
        )
        found = Reading(seen.passages, seen.tokens, sightings, ranked, best, seen.year)
        stated = stated_areas(seen.tokens, sightings, found.all_chosen())
        best = tuple(b if area is None else None for b, area in zip(best, stated, strict=True))
        return replace(found, best=best, stated=stated)

    def resolve_spans(
        self, seen: Seen, spans: Sequence[tuple[int, int]]
    ) -> tuple[Place | None, ...]:
        """Return the place of each given span of the clean text, for evaluation."""
        reading = self.resolve(seen, given=spans)
        places = {
            (sighting.first, sighting.last): _place_at(reading, number)
            for number, sighting in enumerate(reading.sightings)
        }
        runs = [run for run, _ in runs_of(reading.tokens, seen.judged, spans)]
        return tuple(places.get((run.first, run.last)) for run in runs)

    def tell(self, reading: Reading) -> tuple[Resolution, ...]:
        """Return the names with their places, kinds and reasons."""
        composer = Composer(
            tokens=reading.tokens,
            sightings=reading.sightings,
            chosen=reading.all_chosen(),
            cues=self._weights.cues,
            atlas=self._atlas,
            main_countries=main_countries(reading.all_chosen()),
            country_names=self._countries.names,
        )
        composed = [composer.compose(number) for number in range(len(reading.sightings))]
        swallowed = swallowed_by(reading.sightings, composed)
        resolutions = [
            self._resolution(reading, number, composed[number])
            for number in range(len(reading.sightings))
            if number not in swallowed
        ]
        return tuple(found for found in resolutions if found is not None)

    def _taken(self, seen: Seen) -> list[tuple[Proposal, float]]:
        taken = choose(seen.judged, accepts_above=self._weights.accepts_above)
        judged = seen.judged
        return [(judged.proposals[n], float(judged.chances[n])) for n in taken]

    def _resolution(
        self, reading: Reading, number: int, composed: Composed | None
    ) -> Resolution | None:
        """Return one name with its place, or with where it may be when it is not known."""
        around = _vicinity(reading, number)
        if around is None:
            return self._known_resolution(reading, number, composed)
        told = self._known_resolution(reading, number, None)
        if told is None or told.mention.kind is not MentionKind.TOPONYM:
            return told
        place, name = unknown_place_in(around.entry, atlas=self._atlas), around.entry.name
        if around.is_stated:
            note = f"Somewhere in {name}; the gazetteer has no {told.mention.surface} there."
            reason = f"the gazetteer has no such place in {name}, where the text puts it"
            place, why_not = replace(place, note=note), told.not_drawn_because
        else:
            reason = f"{told.reason}; the text around it is about {name}"
            why_not = f"Not in the gazetteer; perhaps in or near {name}"
        score = round(around.share * VICINITY_SCORE, 3)
        return replace(
            told,
            place=place,
            score=score,
            reason=reason[0].upper() + reason[1:],
            not_drawn_because=why_not,
        )

    def _known_resolution(
        self, reading: Reading, number: int, composed: Composed | None
    ) -> Resolution | None:
        sighting, entry = reading.sightings[number], reading.chosen(number)
        kind = mention_kind(reading.tokens, sighting, entry, cues=self._weights.cues)
        place: Place | None = None
        if composed is not None and kind is not MentionKind.ORGANISATION_PART:
            place = composed_place(composed, atlas=self._atlas)
            kind = MentionKind.TOPONYM if place is not None else kind
        span = _span(reading, sighting, composed if place is not None else None)
        if span is None:
            return None
        if place is None and entry is not None:
            place = place_of(entry, atlas=self._atlas)
        is_town = place is not None and place.precision is Precision.POINT
        if place is not None and is_town and is_beside(reading.tokens, sighting):
            place = replace(place, note=f"Near {place.name}: the text says outside it.")
        surface = reading.passages.text[span[0] : span[1]]
        source = reading.passages.source(span[0])
        why_not = (
            not_drawn_because(kind, entry)
            or exclusion_of(reading.tokens, sighting, cues=self._weights.cues, is_town=is_town)
            or _dateline(reading, source)
            or (ended_before(entry, year=reading.year) if entry is not None else None)
            or (None if composed is not None else self._unsure(reading, number))
        )
        return Resolution(
            mention=Mention(source, source + len(surface), surface, kind),
            place=place,
            score=round(reading.score(number), 3),
            reason=self._reason(reading, number, composed),
            alternatives=_alternatives(reading, number),
            not_drawn_because=why_not,
        )

    def _unsure(self, reading: Reading, number: int) -> str | None:
        """Return why a guess has no mark; `None` for a likely place and for one of the user's."""
        entry, sighting = reading.chosen(number), reading.sightings[number]
        if entry is None or entry.layer != BUILT_IN or reading.score(number) >= DRAWN_ABOVE:
            return None
        return too_unsure(sighting, entry, country_names=self._countries.names)

    def _reason(self, reading: Reading, number: int, composed: Composed | None) -> str:
        sighting, best = reading.sightings[number], reading.best[number]
        if best is None:
            return no_choice(sighting)
        ranked = reading.ranked[number]
        order = np.argsort(-ranked.chances, kind="stable").tolist()
        reason = reason_for(
            sighting, best, ranked.rows, order=order, country_names=self._countries.names
        )
        return f"{reason}; read as: {composed.name}" if composed is not None else reason


def _dateline(reading: Reading, offset: int) -> str | None:
    """Return why a place of the dateline has no mark; `None` for any other."""
    inside = any(span.start <= offset < span.end for span in reading.passages.datelines)
    return FILED_FROM if inside else None


def _place_at(reading: Reading, number: int) -> Place | None:
    """Return the place of a mention, or the area that it may be in, without a shape."""
    entry = reading.chosen(number)
    if entry is not None:
        return place_of(entry)
    around = _vicinity(reading, number)
    return None if around is None else unknown_place_in(around.entry)


def _vicinity(reading: Reading, number: int) -> Vicinity | None:
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


def _best(ranked: Ranked, sighting: Sighting, chooses_above: float) -> int | None:
    """Return the best candidate; one written by hand is meant, however rare it is in corpora."""
    if not len(ranked.chances):
        return None
    best = int(np.argmax(ranked.chances))
    is_own = sighting.candidates[best].layer != BUILT_IN
    return best if is_own or ranked.chances[best] >= chooses_above else None


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
