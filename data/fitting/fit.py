"""Fit the weights of recognition and resolution on annotated corpora outside the project.

`BRIEFING_CORPORA=folder python data/fitting/fit.py` writes `data/models/*.json`, and for each
fold the weights that have not seen it, with which `make eval` scores that fold.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

import numpy as np  # noqa: E402 # the project must be on the path first
from accepting import (  # noqa: E402
    CORPUS_WEIGHTS,
    best_threshold,
    fit_all_linear,
    fit_first_looks,
    fit_recognition,
    judge_all,
    propose_all,
    score_recognition,
)
from choosing import fit_resolution, make_cases, score_resolution  # noqa: E402
from names import fit_name_sense  # noqa: E402
from reading import load_documents  # noqa: E402
from transplanting import CORPUS  # noqa: E402

from dashboard.gazetteer import load_gazetteer  # noqa: E402
from dashboard.geoparsing.cues import load_cues  # noqa: E402
from dashboard.geoparsing.language import RECOGNITION_PARTS, load_language  # noqa: E402
from dashboard.geoparsing.recognition import judge_with  # noqa: E402
from dashboard.geoparsing.truecasing import NameSense  # noqa: E402
from dashboard.geoparsing.weights import read_linear, read_looks  # noqa: E402
from tests.evaluation.corpora import FOLDS  # noqa: E402

if TYPE_CHECKING:
    from accepting import Proposed
    from reading import ReadDocument

    from dashboard.gazetteer import Gazetteer
    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.proposals import Proposal
    from dashboard.geoparsing.recognition import Judged

MODELS = PROJECT / "data" / "models"
SHARE_OF_OTHERS = 3
"""One in three of the WikToR pages: they are many and alike."""


def main() -> None:
    """Fit everything and write it."""
    documents = load_documents(Path(os.environ["BRIEFING_CORPORA"]))
    vocab = load_language(parts=RECOGNITION_PARTS).vocab
    gazetteer = load_gazetteer(PROJECT / "data")
    cues = load_cues(MODELS / "cues.json")
    name_sense = fit_name_sense([d for d in documents if d.gold.corpus != CORPUS], vocab)
    write_record(MODELS / "name_sense.json", name_sense)
    sense = NameSense(
        vocab, weights=np.array(name_sense["weights"]), bias=float(str(name_sense["bias"]))
    )
    proposed = propose_all(documents, gazetteer, cues=cues, sense=sense)
    print(f"{sum(len(p.proposals) for p in proposed)} proposals", flush=True)
    judged, whole = fit_and_write_recognition(proposed)
    read = [
        (p.document, p.proposals, j)
        for p, j in zip(proposed, judged, strict=True)
        if p.document.gold.corpus != CORPUS
    ]
    read += read_others(documents, gazetteer, whole, cues=cues, sense=sense)
    cases = make_cases(read, gazetteer, cues=cues, accepts_above=whole["accepts_above"])
    print(f"{len(cases)} cases", flush=True)
    records, verdicts = fit_resolution(cases)
    for fold, record in records.items():
        folder = MODELS if fold is None else MODELS / f"fold-{fold}"
        write_record(folder / "resolution.json", record)
    for name, shares in score_resolution(cases, verdicts).items():
        print(name, *shares, flush=True)


def read_others(
    documents: list[ReadDocument],
    gazetteer: Gazetteer,
    whole: dict[str, Any],
    *,
    cues: Cues,
    sense: NameSense,
) -> list[tuple[ReadDocument, tuple[Proposal, ...], Judged]]:
    """Return the documents of corpora that recognition was not fitted on, judged by it."""
    others = [d for d in documents if d.gold.corpus not in CORPUS_WEIGHTS][::SHARE_OF_OTHERS]
    looks = read_looks(whole)
    linear = read_linear(whole["word_context"])
    result = []
    for document in others:
        judged = judge_with(
            document.tokens, gazetteer, cues=cues, sense=sense, linear=linear, looks=looks
        )
        result.append((document, judged.proposals, judged))
    return result


def fit_and_write_recognition(proposed: list[Proposed]) -> tuple[list[Judged], dict[str, Any]]:
    """Fit recognition without each fold and on all; return the out-of-fold verdicts."""
    linears = fit_all_linear(proposed)
    print("linear models fitted", flush=True)
    firsts = fit_first_looks(proposed, linears)
    print("first looks fitted", flush=True)
    records = [fit_recognition(proposed, linears, firsts, without=fold) for fold in range(FOLDS)]
    judged = judge_all(proposed, linears, records)
    for fold, record in enumerate(records):
        record["accepts_above"] = best_threshold(proposed, judged, without=fold)
        write_record(MODELS / f"fold-{fold}" / "recognition.json", record)
    threshold = best_threshold(proposed, judged, without=None)
    whole = {**fit_recognition(proposed, linears, firsts, without=None), "accepts_above": threshold}
    write_record(MODELS / "recognition.json", whole)
    for name, counts in score_recognition(proposed, judged, threshold=threshold).items():
        print(name, *(count.as_scores() for count in counts), f"above {threshold}", flush=True)
    return judged, whole


def write_record(path: Path, record: dict[str, Any]) -> None:
    """Write a record as JSON without spaces, a key a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
