"""The vectors of the language model's words, looked up where they lie on the disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import ORTH
from spacy.util import registry
from spacy.vectors import BaseVectors

from dashboard.model import DataError
from dashboard.settings import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.vocab import Vocab

ROWS_DIR = PROJECT / "data" / "language"
KEYS, ROWS, MADE_FROM = "keys.npy", "rows.npy", "made_from.json"


class SortedVectors(BaseVectors):  # type: ignore[misc] # spaCy's class is compiled, without types
    """
    Vectors by the hash of a word, found by bisection among the sorted hashes.

    Gives what `spacy.vectors.Vectors` gives, which first makes a dictionary of all 685,000 words:
    a quarter of a second and 60 MB for each process, of which a text uses a thousand.
    """

    def __init__(self, rows_dir: Path = ROWS_DIR) -> None:
        super().__init__()
        self.name, self.mode, self.attr = "sorted", "default", ORTH
        self._rows_dir = rows_dir
        self._keys = np.empty(0, np.uint64)
        self._rows = np.empty(0, np.uint16)
        self.data = np.empty((0, 0), np.float32)

    def from_disk(self, path: Path, **_options: object) -> SortedVectors:
        """Open the tables; raises `DataError` when ours were made from another model's."""
        path = Path(path)
        try:
            made_from = json.loads((self._rows_dir / MADE_FROM).read_text(encoding="utf-8"))
            self._keys = np.load(self._rows_dir / KEYS, mmap_mode="r")
            self._rows = np.load(self._rows_dir / ROWS, mmap_mode="r")
            self.data = np.load(path / "vectors", mmap_mode="r")
        except (OSError, ValueError) as error:
            msg = f"{self._rows_dir}: the words of the language model cannot be read ({error})"
            raise DataError(msg) from error
        if made_from != describe_tables(path):
            msg = (
                f"{self._rows_dir} was made from another language model; install the one that the "
                "Makefile names, or run `python data/build.py language`"
            )
            raise DataError(msg)
        return self

    def get_batch(self, keys: np.ndarray) -> np.ndarray:
        """Return a vector for each key (float32, keys x width); zeros for a word without one."""
        rows = self.find_rows(keys)
        found = np.zeros((len(rows), self.vectors_length), np.float32)
        found[rows >= 0] = self.data[rows[rows >= 0]]
        return found

    def find_rows(self, keys: np.ndarray) -> np.ndarray:
        """Return the row of the table for each key (int32); -1 for a word without a vector."""
        keys = np.asarray(keys, np.uint64)
        at = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        rows: np.ndarray = np.where(self._keys[at] == keys, self._rows[at], np.int32(-1))
        return rows

    def __contains__(self, key: int) -> bool:
        """Whether the word of this hash has a vector."""
        return bool(self.find_rows(np.array([key], np.uint64))[0] >= 0)

    def __getitem__(self, key: int) -> np.ndarray:
        """Return the vector of one word; zeros if it has none."""
        vector: np.ndarray = self.get_batch(np.array([key], np.uint64))[0]
        return vector

    def __len__(self) -> int:
        """Return how many vectors there are; several words may share one."""
        return len(self.data)

    @property
    def n_keys(self) -> int:
        """How many words have a vector."""
        return len(self._keys)

    @property
    def shape(self) -> tuple[int, int]:
        """Vectors and their width."""
        vectors, width = self.data.shape
        return vectors, width

    @property
    def size(self) -> int:
        """How many numbers the table holds."""
        return int(self.data.size)

    @property
    def vectors_length(self) -> int:
        """The width of a vector."""
        return self.shape[1]


def describe_tables(vocab: Path) -> dict[str, int]:
    """Return the sizes of a model's own tables, by which one is told from another."""
    return {name: (vocab / name).stat().st_size for name in ("key2row", "vectors")}


def _make_vectors() -> Callable[[Vocab], SortedVectors]:
    return lambda _vocab: SortedVectors()


registry.vectors.register("briefing.sorted", func=_make_vectors)
SORTED_VECTORS = {"nlp.vectors": {"@vectors": "briefing.sorted"}}
