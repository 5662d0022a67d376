"""What pre-flight asks about before a slide leaves the house."""

from __future__ import annotations

from dataclasses import replace

from dashboard.slides.compose import SlideRequest
from dashboard.slides.preflight import check_slide
from dashboard.slides.studio import Studio, make_scene
from tests.samples import sample_briefing
from tests.slides.worlds import briefing_at


def cures(studio: Studio, request: SlideRequest) -> list[str]:
    return [f.cure for f in check_slide(request, make_scene(request, studio))]


def test_a_slide_as_it_comes_lacks_title_mark_and_some_dates(studio: Studio) -> None:
    briefing = sample_briefing()
    request = SlideRequest(briefing, briefing.events)
    assert cures(studio, request)[:3] == ["title", "handling", "dates"]


def test_a_slide_that_was_cared_for_has_nothing_to_ask(studio: Studio) -> None:
    briefing = briefing_at(("Dushanbe", 38.54, 68.78))
    request = SlideRequest(briefing, briefing.events, title="Dushanbe", handling="TLP:GREEN")
    assert cures(studio, request) == []


def test_an_unsure_place_is_named(studio: Studio) -> None:
    briefing = sample_briefing()
    article_id, found = next(iter(briefing.resolutions.items()))
    unsure = tuple(replace(r, score=0.4) if r.mention.surface == "Isfara" else r for r in found)
    doubted = replace(briefing, resolutions={article_id: unsure})
    request = SlideRequest(doubted, doubted.events, title="x", handling="TLP:RED")
    (finding,) = (
        f for f in check_slide(request, make_scene(request, studio)) if f.cure == "places"
    )
    assert "unsure for Isfara:" in finding.says


def test_a_filter_that_leaves_nothing_is_said(studio: Studio) -> None:
    briefing = briefing_at(("Dushanbe", 38.54, 68.78))
    request = SlideRequest(briefing, (), title="x", handling="TLP:GREEN")
    assert cures(studio, request) == ["filter"]
