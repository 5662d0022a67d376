"""The fitted numbers, read from plain files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.geoparsing import evidence, ranking
from dashboard.geoparsing.coherence import COHERENCE
from dashboard.geoparsing.cues import load_cues
from dashboard.geoparsing.forest import read_forest
from dashboard.model import DataError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.forest import Forest


@dataclass(frozen=True, slots=True)
class Linear:
    """A weighted sum with a bias."""

    weights: NDArray[np.float64]
    bias: float

    def score(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return one log-odds a row."""
        result: NDArray[np.float64] = rows @ self.weights + self.bias
        return result


@dataclass(frozen=True, slots=True)
class Weights:
    """What recognition and resolution were fitted to, and the word lists beside them."""

    cues: Cues
    name_sense: Linear
    word_context: Linear
    recognition: tuple[Forest, Forest]
    """The first look at each name alone, and the second with the whole document in view."""
    accepts_above: float
    rankers: tuple[Forest, ...]
    """One for each round of resolution."""
    chooses_above: float
    """A best place with less chance than this is no answer."""


def load_weights(folder: Path, *, fold: Path | None = None) -> Weights:
    """Return the weights in a folder; the parts that stand in `fold` are taken from there.

    Raises `DataError` when a file is missing or was fitted for another version.
    """
    recognition = _read(folder, "recognition.json", fold=fold)
    resolution = _read(folder, "resolution.json", fold=fold)
    return Weights(
        cues=load_cues(folder / "cues.json"),
        name_sense=read_linear(_read(folder, "name_sense.json")),
        word_context=read_linear(recognition["word_context"]),
        recognition=read_looks(recognition),
        accepts_above=float(recognition["accepts_above"]),
        rankers=tuple(
            read_forest(round_, features=ranking.FEATURES) for round_ in resolution["rounds"]
        ),
        chooses_above=float(resolution["chooses_above"]),
    )


def read_looks(record: dict[str, Any]) -> tuple[Forest, Forest]:
    """Return both forests of recognition (`Any`: lists and numbers from JSON)."""
    first, second = record["looks"]
    return (
        read_forest(first, features=evidence.FEATURES),
        read_forest(second, features=(*evidence.FEATURES, *COHERENCE)),
    )


def read_linear(record: dict[str, Any]) -> Linear:
    """Return a weighted sum from its record (`Any`: numbers and lists of numbers from JSON)."""
    return Linear(np.asarray(record["weights"], dtype=np.float64), float(record["bias"]))


def _read(folder: Path, name: str, *, fold: Path | None = None) -> dict[str, Any]:
    path = fold / name if fold is not None else folder / name
    try:
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        msg = f"{path} cannot be used ({error}); install the product again."
        raise DataError(msg) from error
    return record
