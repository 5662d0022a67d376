"""Fit recognition: which runs of words the annotators marked."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from forests import fit_forest
from sklearn.linear_model import LogisticRegression

from dashboard.gazetteer import Match
from dashboard.geoparsing.coherence import COHERENCE, coherence
from dashboard.geoparsing.evidence import FEATURES, evidence, linear_inputs
from dashboard.geoparsing.forest import chance, read_forest
from dashboard.geoparsing.proposals import propose
from dashboard.geoparsing.recognition import Judged, choose, look_again, second_looks
from dashboard.geoparsing.weights import read_looks
from tests.evaluation.corpora import FOLDS
from tests.evaluation.scoring import Counts, Found, match_spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reading import ReadDocument

    from dashboard.gazetteer import Gazetteer
    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.proposals import Proposal
    from dashboard.geoparsing.truecasing import NameSense

CORPUS_WEIGHTS = {"lgl": 1.0, "geowebnews": 1.5, "geocorpora": 0.5, "transplanted": 0.6}
"""WikToR marks one name a page, so that its other names are no evidence against."""
TREES = {"first": 140, "second": 220}
LINEAR_COLUMN = FEATURES.index("linear")
THRESHOLDS = np.arange(0.2, 0.7, 0.02)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A document with its proposals, their rows (without the linear score) and labels."""

    document: ReadDocument
    proposals: tuple[Proposal, ...]
    rows: np.ndarray
    inputs: np.ndarray
    labels: np.ndarray
    weights: np.ndarray


def propose_all(
    documents: Sequence[ReadDocument], gazetteer: Gazetteer, *, cues: Cues, sense: NameSense
) -> list[Proposed]:
    """Return the proposals of every document whose corpus marks every place name."""
    parts = [
        _proposed(document, gazetteer, cues, sense)
        for document in documents
        if document.gold.corpus in CORPUS_WEIGHTS
    ]
    return [part for part in parts if part.proposals]


def _proposed(
    document: ReadDocument, gazetteer: Gazetteer, cues: Cues, sense: NameSense
) -> Proposed:
    proposals = propose(document.tokens, gazetteer, cues=cues)
    empty = np.zeros(len(proposals))
    return Proposed(
        document,
        proposals,
        evidence(document.tokens, proposals, cues=cues, sense=sense, linear=empty),
        linear_inputs(document.tokens, proposals),
        _labels(document, proposals),
        _weights(document, proposals),
    )


def _labels(document: ReadDocument, proposals: Sequence[Proposal]) -> np.ndarray:
    gold = {(mention.start, mention.end) for mention in document.gold.mentions}
    tokens = document.tokens
    return np.array(
        [float((tokens.starts[p.first], tokens.ends[p.last]) in gold) for p in proposals]
    )


def _weights(document: ReadDocument, proposals: Sequence[Proposal]) -> np.ndarray:
    """Return how much each proposal counts; a corpus without demonyms says nothing of them."""
    weight = CORPUS_WEIGHTS[document.gold.corpus]
    silent = document.gold.corpus == "geocorpora"
    return np.array(
        [
            0.0 if silent and any(e.match is Match.ADJECTIVE for e in p.entries) else weight
            for p in proposals
        ]
    )


def fit_linear(proposed: Sequence[Proposed], *, without: set[int]) -> LogisticRegression:
    """Return a logistic regression over the vectors of words in and around proposals."""
    used = [p for p in proposed if p.document.gold.fold not in without]
    model = LogisticRegression(C=0.003, max_iter=60)
    model.fit(
        np.concatenate([p.inputs for p in used]),
        np.concatenate([p.labels for p in used]),
        sample_weight=np.concatenate([p.weights for p in used]),
    )
    return model


def fit_all_linear(proposed: Sequence[Proposed]) -> dict[frozenset[int], LogisticRegression]:
    """Return the linear models without up to three of the folds."""
    return {out: fit_linear(proposed, without=set(out)) for out in left_out(3)}


def left_out(most: int) -> list[frozenset[int]]:
    """Return every choice of up to so many folds."""
    return [
        frozenset(folds)
        for number in range(most + 1)
        for folds in itertools.combinations(range(FOLDS), number)
    ]


def fit_first_looks(
    proposed: Sequence[Proposed], linears: dict[frozenset[int], LogisticRegression]
) -> dict[frozenset[int], dict[str, Any]]:
    """Return the forests of the first look without up to two of the folds."""
    return {out: _fit_first(proposed, linears, out) for out in left_out(2)}


def _fit_first(
    proposed: Sequence[Proposed],
    linears: dict[frozenset[int], LogisticRegression],
    out: frozenset[int],
) -> dict[str, Any]:
    used = [p for p in proposed if p.document.gold.fold not in out]
    # Each document's linear score comes from a model that has not seen its fold.
    rows = [_with_linear(p, linears[out | {p.document.gold.fold}]) for p in used]
    return fit_forest(
        np.concatenate(rows),
        np.concatenate([p.labels for p in used]),
        weights=np.concatenate([p.weights for p in used]),
        features=FEATURES,
        trees=TREES["first"],
    )


def fit_recognition(
    proposed: Sequence[Proposed],
    linears: dict[frozenset[int], LogisticRegression],
    firsts: dict[frozenset[int], dict[str, Any]],
    *,
    without: int | None,
) -> dict[str, Any]:
    """Return the weights record fitted on all folds but one (or on all)."""
    out: frozenset[int] = frozenset() if without is None else frozenset({without})
    forests = {key: read_forest(record, features=FEATURES) for key, record in firsts.items()}
    rows, labels, weights = [], [], []
    for part in proposed:
        fold = part.document.gold.fold
        if fold == without:
            continue
        # What a document's second look is told was judged by weights that have not seen its fold.
        seen = _with_linear(part, linears[out | {fold}])
        chances = chance(forests[out | {fold}].score(seen))
        numbers = second_looks(chances)
        told = coherence(part.document.tokens, part.proposals, chances, numbers)
        rows.append(np.hstack([seen[numbers], told]))
        labels.append(part.labels[numbers])
        weights.append(part.weights[numbers])
    second = fit_forest(
        np.concatenate(rows),
        np.concatenate(labels),
        weights=np.concatenate(weights),
        features=(*FEATURES, *COHERENCE),
        trees=TREES["second"],
    )
    model = linears[out]
    return {
        "word_context": {
            "weights": [round(float(value), 5) for value in model.coef_[0]],
            "bias": round(float(model.intercept_[0]), 5),
        },
        "looks": [firsts[out], second],
    }


def _with_linear(part: Proposed, model: LogisticRegression) -> np.ndarray:
    rows = part.rows.copy()
    rows[:, LINEAR_COLUMN] = model.decision_function(part.inputs)
    return rows


def judge_all(
    proposed: Sequence[Proposed],
    linears: dict[frozenset[int], LogisticRegression],
    records: Sequence[dict[str, Any]],
) -> list[Judged]:
    """Return each document judged by the weights that have not seen its fold."""
    looks = [read_looks(record) for record in records]
    judged = []
    for part in proposed:
        fold = part.document.gold.fold
        rows = _with_linear(part, linears[frozenset({fold})])
        first, second = looks[fold]
        chances = look_again(
            part.document.tokens,
            part.proposals,
            rows,
            chance(first.score(rows)),
            forest=second,
        )
        judged.append(Judged(part.proposals, chances))
    return judged


def best_threshold(
    proposed: Sequence[Proposed], judged: Sequence[Judged], *, without: int | None
) -> float:
    """Return the threshold with the best mean overlap F1 of the news corpora."""
    scores = {}
    for threshold in THRESHOLDS:
        counts = score_recognition(proposed, judged, threshold=threshold, without=without)
        scores[float(threshold)] = sum(
            counts[name][1].as_scores()["f1"] for name in ("lgl", "geowebnews")
        )
    return round(max(scores, key=lambda threshold: scores[threshold]), 2)


def score_recognition(
    proposed: Sequence[Proposed],
    judged: Sequence[Judged],
    *,
    threshold: float,
    without: int | None = None,
) -> dict[str, tuple[Counts, Counts]]:
    """Return exact and overlap counts by corpus."""
    counts = {name: (Counts(), Counts()) for name in CORPUS_WEIGHTS}
    for part, verdict in zip(proposed, judged, strict=True):
        gold = part.document.gold
        if gold.fold == without:
            continue
        found = found_spans(part, verdict, threshold=threshold)
        exact, overlap = counts[gold.corpus]
        spans = {(mention.start, mention.end) for mention in gold.mentions}
        exact.right += sum((f.start, f.end) in spans for f in found)
        overlap.right += len(match_spans(gold.mentions, found))
        for count in (exact, overlap):
            count.found += len(found)
            count.wanted += len(gold.mentions)
    return counts


def found_spans(part: Proposed, verdict: Judged, *, threshold: float) -> list[Found]:
    """Return the accepted spans of a document."""
    tokens = part.document.tokens
    chosen = [verdict.proposals[n] for n in choose(verdict, accepts_above=threshold)]
    return [Found(tokens.starts[p.first], tokens.ends[p.last]) for p in chosen]
