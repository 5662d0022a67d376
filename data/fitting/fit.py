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
    best_threshold,
    fit_all_linear,
    fit_recognition,
    judge_all,
    propose_all,
    score_recognition,
)
from choosing import fit_resolution  # noqa: E402
from names import fit_name_sense  # noqa: E402
from reading import load_documents  # noqa: E402

from dashboard.gazetteer import load_gazetteer  # noqa: E402
from dashboard.geoparsing.cues import load_cues  # noqa: E402
from dashboard.geoparsing.language import RECOGNITION_PARTS, load_language  # noqa: E402
from dashboard.geoparsing.truecasing import NameSense  # noqa: E402
from tests.evaluation.corpora import FOLDS  # noqa: E402

if TYPE_CHECKING:
    from accepting import Proposed

    from dashboard.geoparsing.recognition import Judged

MODELS = PROJECT / "data" / "models"


def main() -> None:
    """Fit everything and write it."""
    documents = load_documents(Path(os.environ["BRIEFING_CORPORA"]))
    vocab = load_language(parts=RECOGNITION_PARTS).vocab
    gazetteer = load_gazetteer(PROJECT / "data")
    cues = load_cues(MODELS / "cues.json")
    name_sense = fit_name_sense(documents, vocab)
    write_record(MODELS / "name_sense.json", name_sense)
    sense = NameSense(
        vocab, weights=np.array(name_sense["weights"]), bias=float(str(name_sense["bias"]))
    )
    proposed = propose_all(documents, gazetteer, cues=cues, sense=sense)
    print(f"{sum(len(p.proposals) for p in proposed)} proposals", flush=True)
    judged, threshold = fit_and_write_recognition(proposed)
    for name, record in fit_resolution(
        documents, proposed, judged, gazetteer, cues=cues, accepts_above=threshold
    ).items():
        write_record(MODELS / name / "resolution.json", record)


def fit_and_write_recognition(proposed: list[Proposed]) -> tuple[list[Judged], float]:
    """Fit recognition without each fold and on all; return the out-of-fold verdicts."""
    linears = fit_all_linear(proposed)
    print("linear models fitted", flush=True)
    records = [fit_recognition(proposed, linears, without=fold) for fold in range(FOLDS)]
    judged = judge_all(proposed, linears, records)
    for fold, record in enumerate(records):
        record["accepts_above"] = best_threshold(proposed, judged, without=fold)
        write_record(MODELS / f"fold-{fold}" / "recognition.json", record)
    threshold = best_threshold(proposed, judged, without=None)
    whole = fit_recognition(proposed, linears, without=None)
    write_record(MODELS / "recognition.json", {**whole, "accepts_above": threshold})
    for name, counts in score_recognition(proposed, judged, threshold=threshold).items():
        print(name, *(count.as_scores() for count in counts), f"above {threshold}", flush=True)
    return judged, threshold


def write_record(path: Path, record: dict[str, Any]) -> None:
    """Write a record as JSON without spaces, a key a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
