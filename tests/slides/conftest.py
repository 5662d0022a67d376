"""A studio over the shipped layers."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from dashboard.gazetteer import Gazetteer, load_gazetteer
from dashboard.geography import Atlas, load_atlas
from dashboard.settings import Settings
from dashboard.slides.studio import Studio, load_studio


@dataclass(frozen=True, slots=True)
class Loaded:
    """The two tools that a studio needs."""

    atlas: Atlas
    gazetteer: Gazetteer


@pytest.fixture(scope="session")
def studio() -> Studio:
    settings = Settings()
    loaded = Loaded(load_atlas(settings.data_dir), load_gazetteer(settings.data_dir))
    return load_studio(settings.data_dir, settings.static_dir, loaded)
