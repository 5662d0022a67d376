"""The language model is loaded without the spelling of words that no text has."""

from __future__ import annotations

import pytest

from dashboard.geoparsing import RECOGNITION_PARTS, load_language
from dashboard.geoparsing.language import run_parts


def test_words_of_a_text_bring_their_own_spelling_and_keep_their_vector() -> None:
    language = load_language(parts=RECOGNITION_PARTS)
    assert "Khartoum" not in language.vocab.strings
    doc = run_parts(language, "Shelling hit Khartoum again.", parts=RECOGNITION_PARTS)
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Khartoum", "GPE")]
    assert doc[2].has_vector


@pytest.mark.parametrize(("threads", "uses_blis"), [("1", False), ("4", True)])
def test_numpy_multiplies_for_the_model_only_where_it_keeps_to_one_thread(
    monkeypatch: pytest.MonkeyPatch, threads: str, *, uses_blis: bool
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", threads)
    tagging = load_language(parts=("tok2vec",)).get_pipe("tok2vec")
    assert tagging.model.ops.use_blis is uses_blis
