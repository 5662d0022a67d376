"""The tint of the screen is on slides: countries or provinces by class, with its legend."""

from __future__ import annotations

import io
from dataclasses import replace

from pptx import Presentation

from dashboard.slides.compose import SlideRequest
from dashboard.slides.scene import Tint
from dashboard.slides.studio import Studio, make_deck, make_picture, make_scene
from tests.slides.worlds import briefing_at

BRIEFING = briefing_at(("Khujand", 40.28, 69.62), ("Dushanbe", 38.56, 68.77))
SUGHD, DARK = "TJ-SU", "#AC622C"
BY_PROVINCE = Tint(
    "Events by province", {}, ((DARK, "1"),), "Not counted: 1 in no country.", {SUGHD: DARK}
)


def request_with(tint: Tint | None) -> SlideRequest:
    return SlideRequest(BRIEFING, BRIEFING.events, tint=tint)


def test_a_tinted_province_is_drawn_with_its_class(studio: Studio) -> None:
    scene = make_scene(request_with(BY_PROVINCE), studio)
    assert [(p.colour, p.shape.is_empty) for p in scene.provinces] == [(DARK, False)]
    assert [r.label for r in scene.legend if r.kind in {"head", "tint"}][-2:] == [
        "Events by province",
        "1",
    ]
    assert any("Not counted: 1 in no country" in gap.words for gap in scene.not_shown)


def test_the_picture_shows_it(studio: Studio) -> None:
    plain, tinted = (
        make_picture(request_with(tint), studio, width=960)
        for tint in (replace(BY_PROVINCE, provinces={}), BY_PROVINCE)
    )
    assert plain != tinted


def test_in_powerpoint_it_is_a_native_shape_with_a_name(studio: Studio) -> None:
    made = make_deck([request_with(BY_PROVINCE)], studio)
    (slide,) = Presentation(io.BytesIO(made)).slides
    (province,) = [s for s in slide.shapes if s.name.startswith("Province: ")]
    assert str(province.fill.fore_color.rgb) == DARK[1:]
