"""The door of the room: an article in, its place names and what they are out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.geoparsing.choice import best_candidate, land_of_its_name
from dashboard.geoparsing.columns import names_in_cells
from dashboard.geoparsing.country_facts import CountryFacts
from dashboard.geoparsing.exclusion import without_rivers, without_twins
from dashboard.geoparsing.passages import read_passages
from dashboard.geoparsing.places import place_of, unknown_place_in
from dashboard.geoparsing.readings import Company, Reading, Seen
from dashboard.geoparsing.recognition import choose, judge, runs_of, sight
from dashboard.geoparsing.resolution import rank
from dashboard.geoparsing.telling import Teller, vicinity_at
from dashboard.geoparsing.tokens import read_tokens
from dashboard.geoparsing.truecasing import NameSense, is_capitalised
from dashboard.geoparsing.units import units_at
from dashboard.geoparsing.vicinity import stated_areas
from dashboard.geoparsing.weights import load_weights
from dashboard.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

    from dashboard.gazetteer import Gazetteer
    from dashboard.geography import Atlas
    from dashboard.geoparsing.proposals import Proposal
    from dashboard.geoparsing.resolution import Ranked
    from dashboard.geoparsing.sightings import Sighting
    from dashboard.geoparsing.weights import Weights
    from dashboard.model import Article, Place, Resolution


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
        seen = self.see(article)
        cells = names_in_cells(article, seen.passages, seen.tokens, seen.judged.proposals)
        return self.tell(self.resolve(seen, given=cells))

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
            units_at(
                without_rivers(seen.tokens, without_twins(seen.tokens, sighting)), year=seen.year
            )
            for sighting in sightings
        )
        ranked = rank(
            seen.tokens, sightings, weights=self._weights, country_population=self._countries
        )
        return self._choose(seen, sightings, ranked)

    def _choose(
        self, seen: Seen, sightings: tuple[Sighting, ...], ranked: tuple[Ranked, ...]
    ) -> Reading:
        """Return the names with the best place of each, and the areas stated for unknown ones."""
        nothing = (None,) * len(sightings)
        named = frozenset(s.surface.casefold() for s in sightings if s.candidates)
        found = Reading(
            seen.passages, seen.tokens, sightings, ranked, nothing, seen.year, named=named
        )
        bar = self._weights.chooses_above
        best = tuple(
            land_of_its_name(
                sighting,
                best_candidate(
                    ranked[n],
                    sighting,
                    chooses_above=bar,
                    is_alone=found.company(n) is Company.NONE,
                ),
                named=named,
            )
            for n, sighting in enumerate(sightings)
        )
        found = replace(found, best=best)
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
        return Teller(reading, self._weights.cues, self._atlas, self._countries).tell()

    def _taken(self, seen: Seen) -> list[tuple[Proposal, float]]:
        taken = choose(seen.judged, accepts_above=self._weights.accepts_above)
        judged = seen.judged
        return [(judged.proposals[n], float(judged.chances[n])) for n in taken]


def _place_at(reading: Reading, number: int) -> Place | None:
    """Return the place of a mention, or the area that it may be in, without a shape."""
    entry = reading.chosen(number)
    if entry is not None:
        return place_of(entry)
    around = vicinity_at(reading, number)
    return None if around is None else unknown_place_in(around.entry)
