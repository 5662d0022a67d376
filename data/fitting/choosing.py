"""Fit resolution: which candidate the annotators meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from forests import fit_forest

from dashboard.geoparsing.context import context_of, groups_of
from dashboard.geoparsing.feature_kinds import BUILT_IN, prior_of
from dashboard.geoparsing.forest import chance, read_forest
from dashboard.geoparsing.proposals import Proposal
from dashboard.geoparsing.ranking import FEATURES, Ranker
from dashboard.geoparsing.recognition import choose, sight
from dashboard.geoparsing.resolution import as_shares, heed_words
from dashboard.geoparsing.wording import surroundings_of
from tests.evaluation.corpora import FOLDS
from tests.evaluation.scoring import NEAR_KM

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reading import ReadDocument

    from dashboard.gazetteer import Entry, Gazetteer
    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.recognition import Judged
    from dashboard.geoparsing.sightings import Sighting
    from dashboard.geoparsing.tokens import Tokens
    from tests.evaluation.corpora import GoldMention

CORPUS_WEIGHTS = {"lgl": 1.0, "geowebnews": 1.5, "geocorpora": 0.7, "wiktor": 0.15}
TREES = {"first": 120, "last": 260}
"""The first round only makes context for the last."""
SAME_PLACE_KM = 15
SAME_REGION_KM = 250
"""Two middles of one region may lie this far apart."""
SAME_SEA_KM, SAME_OCEAN_KM = 1500, 6000
EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Case:
    """A document with its names, those that were annotated and the right candidates of each."""

    document: ReadDocument
    sightings: tuple[Sighting, ...]
    gold: dict[int, GoldMention]
    """By the number of the sighting."""
    labels: dict[int, np.ndarray]
    ranker: Ranker


class CountrySizes(dict[str, float]):
    """The population of each country, looked up when it is asked for."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._gazetteer = gazetteer

    def get(self, key: str, default: float = 0.0) -> float:  # type: ignore[override]
        """Return the population of a country, `default` when it is not known."""
        if key not in self:
            entry = self._gazetteer.country(key) if key else None
            self[key] = float(entry.population or 0) if entry else default
        return self[key]


def make_cases(
    documents: Iterable[tuple[ReadDocument, Sequence[Proposal], Judged]],
    gazetteer: Gazetteer,
    *,
    cues: Cues,
    accepts_above: float,
) -> list[Case]:
    """Return the cases: the annotated names, and what recognition found beside them."""
    sizes = CountrySizes(gazetteer)
    cases = []
    for document, proposals, judged in documents:
        spans = document.span_words()
        gold = {
            spans[(mention.start, mention.end)]: mention
            for mention in document.gold.mentions
            if (mention.start, mention.end) in spans
        }
        known = {(proposal.first, proposal.last): proposal for proposal in proposals}
        runs = dict.fromkeys(gold, 1.0)
        used = {word for first, last in gold for word in range(first, last + 1)}
        for number in choose(judged, accepts_above=accepts_above):
            run = (proposals[number].first, proposals[number].last)
            if used.isdisjoint(range(run[0], run[1] + 1)):
                runs[run] = float(judged.chances[number])
        tokens = document.tokens
        named = [(known.get(run) or _proposal(tokens, run), runs[run]) for run in sorted(runs)]
        sightings = sight(tokens, named, gazetteer, cues=cues)
        cases.append(_case(document, sightings, gold, cues, sizes))
    return cases


def _proposal(tokens: Tokens, run: tuple[int, int]) -> Proposal:
    return Proposal(*run, tokens.text[tokens.starts[run[0]] : tokens.ends[run[1]]], ())


def _case(
    document: ReadDocument,
    sightings: tuple[Sighting, ...],
    gold_words: dict[tuple[int, int], GoldMention],
    cues: Cues,
    sizes: CountrySizes,
) -> Case:
    gold = {
        number: gold_words[(s.first, s.last)]
        for number, s in enumerate(sightings)
        if (s.first, s.last) in gold_words and gold_words[(s.first, s.last)].is_located
    }
    labels = {n: right_candidates(gold[n], sightings[n].candidates) for n in gold}
    surroundings = surroundings_of(document.tokens, sightings, cues=cues)
    ranker = Ranker(document.tokens, cues, sightings, surroundings, sizes)
    return Case(document, sightings, gold, labels, ranker)


def right_candidates(gold: GoldMention, candidates: Sequence[Entry]) -> np.ndarray:
    """Return 1 for the candidate with the gold id, else for the nearest in the same place."""
    by_id = [
        entry.geonameid is not None and entry.geonameid == gold.geonameid for entry in candidates
    ]
    if any(by_id) or not candidates:
        return np.array(by_id, dtype=float)
    away = np.array([distance_km(gold, entry) for entry in candidates])
    labels = np.zeros(len(candidates))
    reach = np.array([same_within_km(entry) for entry in candidates])
    if (away <= reach).any():
        labels[int((away / reach).argmin())] = 1.0
    return labels


def same_within_km(entry: Entry) -> float:
    """Return how far apart two gazetteers may put the middle of one and the same place."""
    if entry.feature_code in {"SEA", "OCN"}:
        return SAME_OCEAN_KM if entry.name.endswith("Ocean") else SAME_SEA_KM
    return SAME_PLACE_KM if entry.layer == BUILT_IN else SAME_REGION_KM


def distance_km(gold: GoldMention, entry: Entry) -> float:
    """Return the great-circle distance of a candidate from the gold point."""
    a, b = np.radians([gold.lat, gold.lon]), np.radians([entry.lat, entry.lon])
    half = np.sin((a[0] - b[0]) / 2) ** 2
    half += np.cos(a[0]) * np.cos(b[0]) * np.sin((a[1] - b[1]) / 2) ** 2
    return float(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half)))


Rows = list[np.ndarray]


def rows_of(case: Case, shares: Rows) -> Rows:
    """Return the rows of every sighting, given what the last round thought."""
    if not case.sightings:
        return []
    context = context_of(case.sightings, groups_of(case.sightings, shares))
    return case.ranker.rows(context, shares)


def first_shares(case: Case) -> Rows:
    """Return what is thought before any round."""
    return [prior_of(sighting.candidates) for sighting in case.sightings]


def fit_round(
    cases: Sequence[Case], rows: Sequence[Rows], *, without: frozenset[int], trees: int
) -> dict[str, Any]:
    """Return a forest fitted on the annotated names of all folds but some."""
    parts, labels, weights = [], [], []
    for case, case_rows in zip(cases, rows, strict=True):
        if case.document.gold.fold in without:
            continue
        for number, label in case.labels.items():
            if len(label):
                parts.append(case_rows[number])
                labels.append(label)
                weight = CORPUS_WEIGHTS[case.document.gold.corpus]
                weights.append(np.full(len(label), weight))
    return fit_forest(
        np.concatenate(parts),
        np.concatenate(labels),
        weights=np.concatenate(weights),
        features=FEATURES,
        trees=trees,
    )


def chances_of(record: dict[str, Any], rows: Rows) -> Rows:
    """Return the chance of every candidate of a document."""
    if not rows:
        return []
    forest = read_forest(record, features=FEATURES)
    scores = chance(forest.score(np.vstack(rows)))
    return list(np.split(scores, np.cumsum([len(part) for part in rows])[:-1]))


def final_chances_of(record: dict[str, Any], rows: Rows) -> Rows:
    """Return the chances of the last round, after the text's own words."""
    return [heed_words(c, r) for c, r in zip(chances_of(record, rows), rows, strict=True)]


def shares_of(record: dict[str, Any], rows: Rows) -> Rows:
    """Return the chances as shares for the next round's context."""
    return [as_shares(part) for part in chances_of(record, rows)]


def fit_resolution(cases: Sequence[Case]) -> tuple[dict[int | None, dict[str, Any]], list[Rows]]:
    """Return the weights without each fold and without none, and the out-of-fold chances."""
    rows = [rows_of(case, first_shares(case)) for case in cases]
    print("rows of the first round made", flush=True)
    firsts = {out: fit_round(cases, rows, without=out, trees=TREES["first"]) for out in _left_out()}
    print("first rounds fitted", flush=True)
    result: dict[int | None, dict[str, Any]] = {}
    verdicts: list[Rows] = [[] for _ in cases]
    for fold in (*range(FOLDS), None):
        out = frozenset() if fold is None else frozenset({fold})
        # A document's first round comes from weights that have seen neither its fold nor this.
        second = [
            rows_of(case, shares_of(firsts[out | {case.document.gold.fold}], case_rows))
            for case, case_rows in zip(cases, rows, strict=True)
        ]
        last = fit_round(cases, second, without=out, trees=TREES["last"])
        result[fold] = {"rounds": [firsts[out], last], "chooses_above": 0.04}
        for number, case in enumerate(cases):
            if case.document.gold.fold == fold:
                verdicts[number] = final_chances_of(last, second[number])
        print(f"fold {fold} done", flush=True)
    return result, verdicts


def _left_out() -> list[frozenset[int]]:
    return [
        frozenset(),
        *(frozenset({fold}) for fold in range(FOLDS)),
        *(frozenset({a, b}) for a in range(FOLDS) for b in range(a)),
    ]


def score_resolution(
    cases: Sequence[Case], verdicts: Sequence[Rows]
) -> dict[str, tuple[float, float]]:
    """Return by corpus the share within 161 km and with the right id, of all located gold."""
    counts: dict[str, list[int]] = {}
    for case, verdict in zip(cases, verdicts, strict=True):
        found = counts.setdefault(case.document.gold.corpus, [0, 0, 0, 0])
        found[1] += sum(mention.is_located for mention in case.document.gold.mentions)
        found[3] += sum(m.geonameid is not None for m in case.document.gold.mentions)
        for number, mention in case.gold.items():
            entry = _best(case.sightings[number].candidates, verdict[number])
            if entry is not None:
                found[0] += distance_km(mention, entry) <= NEAR_KM
                found[2] += mention.geonameid is not None and mention.geonameid == entry.geonameid
    return {
        name: (round(near / max(all_, 1), 4), round(right / max(ids, 1), 4))
        for name, (near, all_, right, ids) in counts.items()
    }


def _best(candidates: Sequence[Entry], chances: np.ndarray) -> Entry | None:
    return candidates[int(np.argmax(chances))] if len(chances) else None
