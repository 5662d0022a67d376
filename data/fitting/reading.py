"""The corpora as the product reads them, kept in `.cache/fitting` because reading takes minutes."""

from __future__ import annotations

import gc
import pickle
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from transplanting import CORPUS, transplant

from dashboard.gazetteer import load_gazetteer
from dashboard.geoparsing.language import RECOGNITION_PARTS, load_language
from dashboard.geoparsing.passages import read_passages
from dashboard.geoparsing.tokens import read_tokens
from dashboard.model import Article
from tests.evaluation.corpora import load_corpora

if TYPE_CHECKING:
    from spacy.language import Language

    from dashboard.geoparsing.tokens import Tokens
    from tests.evaluation.corpora import GoldDocument

PROJECT = Path(__file__).resolve().parents[2]
CACHE = PROJECT / ".cache" / "fitting"


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A gold document with its words."""

    gold: GoldDocument
    tokens: Tokens

    def span_words(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Return the first and last word of every gold span that ends and begins with a word."""
        starts, ends = self.tokens.starts, self.tokens.ends
        words: dict[tuple[int, int], tuple[int, int]] = {}
        for mention in self.gold.mentions:
            first = bisect_right(ends, mention.start)
            last = bisect_left(starts, mention.end) - 1
            if first <= last:
                words[(mention.start, mention.end)] = (first, last)
        return words


class AsWritten:
    """A name sense for reading the corpora: they are in ordinary casing already."""

    def is_name(self, word: str) -> bool:
        """Whether the word is written with a capital where the whole text is in capitals."""
        return bool(word)


def article_of(text: str, *, doc_id: str) -> Article:
    """Return a text without furniture as an article."""
    return Article(article_id="0" * 16, doc_id=doc_id, text=text, zones=())


def load_documents(corpora: Path) -> list[ReadDocument]:
    """Return every document of the corpora with its words."""
    kept = CACHE / "documents.pickle"
    if kept.is_file():
        return pickle.loads(kept.read_bytes())  # noqa: S301 # written by this script
    gc.disable()
    language = load_language(parts=RECOGNITION_PARTS)
    documents = []
    for name, golds in load_corpora(corpora).items():
        documents += [_read(gold, language) for gold in golds]
        print(f"read {name}: {len(golds)} documents", flush=True)
    moved = transplant(documents, load_gazetteer(PROJECT / "data"))
    documents += [_read(gold, language) for gold in moved]
    print(f"read {CORPUS}: {len(moved)} documents", flush=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(documents))
    return documents


def _read(gold: GoldDocument, language: Language) -> ReadDocument:
    passages = read_passages(article_of(gold.text, doc_id=gold.doc_id))
    return ReadDocument(gold, read_tokens(passages, language, sense=AsWritten()))


def stack(parts: list[np.ndarray]) -> np.ndarray:
    """Return the parts below each other, an empty array for none."""
    return np.concatenate(parts) if parts else np.zeros(0)
