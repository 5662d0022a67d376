"""The words of a document with what the language model saw in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.geoparsing.language import RECOGNITION_PARTS, run_parts
from dashboard.geoparsing.truecasing import no_names, truecase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray
    from spacy.language import Language

    from dashboard.geoparsing.passages import Passages
    from dashboard.geoparsing.truecasing import NameSense

TENSOR_WIDTH = 96
NAME_END = re.compile(r"\n\n|:\s")
DASHES = frozenset({"-", "–"})
"""Between the ends of "the Juba-Bor road"."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name that the language model saw: tokens `first` to `last`, both included."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words, punctuation and their offsets in the clean text; whitespace is left out."""

    text: str
    """The clean text in ordinary casing."""
    words: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    opens: tuple[bool, ...]
    """Whether a word is the first of its line or sentence."""
    labels: tuple[str, ...]
    """The label of the entity a word is in, or an empty word."""
    entities: tuple[Entity, ...]
    entity_at: tuple[int, ...]
    """For each word the index of its entity, or -1."""
    vectors: NDArray[np.float16]
    """What the model knows of each word in its place; one row a word."""

    def lower(self, index: int) -> str:
        """Return a word in lower case; an empty word outside the text."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def word(self, index: int) -> str:
        """Return a word; an empty word outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""


def read_tokens(
    passages: Passages,
    language: Language,
    *,
    sense: NameSense,
    known_names: Callable[[str], Iterable[tuple[int, int]]] = no_names,
) -> Tokens:
    """Return the words of the clean text, read block by block."""
    pieces: list[str] = []
    rows: list[tuple[str, int]] = []
    entities: list[Entity] = []
    vectors: list[NDArray[np.float16]] = []
    for offset, block in passages.blocks():
        cased = truecase(block, is_name=sense.is_name, known_names=known_names)
        pieces.append(cased)
        doc = run_parts(language, cased, parts=RECOGNITION_PARTS)
        kept = [token for token in doc if not token.is_space]
        place = {token.i: len(rows) + number for number, token in enumerate(kept)}
        rows += [(token.text, offset + token.idx) for token in kept]
        tensor = np.asarray(doc.tensor, dtype=np.float16)
        vectors.append(tensor[[token.i for token in kept]] if len(tensor) else _blank(len(kept)))
        for found in doc.ents:
            inside = [place[token.i] for token in found if token.i in place]
            # No name runs on from a heading, a cell of a table or a label into what follows.
            if inside and not NAME_END.search(found.text):
                entities.append(Entity(inside[0], inside[-1], found.label_))
    return _tokens("".join(pieces), rows, entities, vectors)


def _blank(count: int) -> NDArray[np.float16]:
    return np.zeros((count, TENSOR_WIDTH), dtype=np.float16)


def _tokens(
    text: str,
    rows: list[tuple[str, int]],
    entities: list[Entity],
    vectors: list[NDArray[np.float16]],
) -> Tokens:
    entity_at = [-1] * len(rows)
    for number, entity in enumerate(entities):
        for index in range(entity.first, entity.last + 1):
            entity_at[index] = number
    starts = tuple(start for _, start in rows)
    ends = tuple(start + len(word) for word, start in rows)
    words = tuple(word for word, _ in rows)
    return Tokens(
        text=text,
        words=words,
        lowers=tuple(word.lower() for word in words),
        starts=starts,
        ends=ends,
        opens=tuple(_opens(text, words, starts, ends, index) for index in range(len(rows))),
        labels=tuple(entities[at].label if at >= 0 else "" for at in entity_at),
        entities=tuple(entities),
        entity_at=tuple(entity_at),
        vectors=np.concatenate(vectors) if vectors else _blank(0),
    )


def _opens(
    text: str, words: tuple[str, ...], starts: tuple[int, ...], ends: tuple[int, ...], index: int
) -> bool:
    if index == 0 or words[index - 1] in {".", "!", "?", ":", "“", '"'}:
        return True
    return "\n" in text[ends[index - 1] : starts[index]]
