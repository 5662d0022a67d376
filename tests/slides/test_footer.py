"""What stands under a map: where it is from, how it is drawn, and which texts it was made of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.slides.compose import SlideRequest, hash_content
from dashboard.slides.studio import Studio, make_scene
from tests.slides.worlds import briefing_at

if TYPE_CHECKING:
    from dashboard.slides.scene import Scene

TAJIK = briefing_at(("Garm", 39.0, 70.3), ("Khujand", 40.3, 69.6))


def test_it_names_borders_projection_version_and_content(studio: Studio) -> None:
    scene = drawn(studio, version="1.2.3", content_hash=hash_content(TAJIK))
    _, borders, made = scene.footer
    assert borders.startswith("Borders: de facto view. ")
    assert "Projection: Lambert conformal conic, " in borders
    assert made.startswith(f"Briefing map 1.2.3, content {hash_content(TAJIK)}. ")


def test_the_content_hash_stands_for_the_documents() -> None:
    (article, *_) = TAJIK.articles
    other = replace(TAJIK, articles=(replace(article, article_id="f" * 16),))
    assert hash_content(TAJIK) == hash_content(briefing_at(("Garm", 39.0, 70.3)))
    assert hash_content(other) != hash_content(TAJIK)


def drawn(studio: Studio, *, version: str, content_hash: str) -> Scene:
    request = SlideRequest(TAJIK, TAJIK.events, version=version, content_hash=content_hash)
    return make_scene(request, studio)
