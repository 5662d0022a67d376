"""The language model, the coder, and places as small as a test can have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.coding import EventCoder
from dashboard.geoparsing import load_language

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def language() -> Language:
    return load_language()


@pytest.fixture(scope="session")
def coder(language: Language) -> EventCoder:
    return EventCoder(language)
