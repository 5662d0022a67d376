"""The real atlas, opened once; its layers are read when a test first asks for them."""

from __future__ import annotations

import pytest

from dashboard.geography import Atlas, load_atlas
from dashboard.settings import Settings


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return load_atlas(Settings().data_dir)
