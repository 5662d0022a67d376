"""How exactly a place is known, by the form under its marks: as on screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from dashboard.model import Briefing, Precision
from dashboard.slides.compose import SlideRequest
from dashboard.slides.studio import Studio, make_scene
from tests.slides.worlds import briefing_at

OSH = ("Osh", 40.53, 72.8)


def known_as(precision: Precision, **more: object) -> Briefing:
    """Return a briefing with one event at a place that is known so exactly."""
    briefing = briefing_at(OSH, country="KG")
    (event,) = briefing.events
    (at,) = event.places
    place = replace(at.place, precision=precision, **more)  # type: ignore[arg-type]
    return replace(briefing, events=(replace(event, places=(replace(at, place=place),)),))


@pytest.mark.parametrize(
    ("precision", "row", "is_on_a_disc"),
    [(Precision.CITY_AREA, "In or near a town", True), (Precision.POINT, "At this point", False)],
)
def test_a_mark_near_a_town_stands_on_a_disc_and_the_legend_says_so(
    studio: Studio,
    precision: Precision,
    row: str,
    is_on_a_disc: bool,  # noqa: FBT001
) -> None:
    briefing = known_as(precision)
    scene = make_scene(SlideRequest(briefing, briefing.events), studio)
    assert [r.label for r in scene.legend if r.kind == "form"] == [row]
    assert scene.towns.is_empty is not is_on_a_disc


def test_the_disc_of_a_large_town_is_as_wide_as_the_town(studio: Studio) -> None:
    small, large = (known_as(Precision.CITY_AREA, population=n) for n in (9_000, 2_000_000))
    areas = [
        make_scene(SlideRequest(b, b.events), studio).towns.area * scale
        for b, scale in ((small, 1.5), (large, 1.0))
    ]
    assert areas[1] > areas[0]


def test_an_area_without_an_outline_is_no_point(studio: Studio) -> None:
    briefing = known_as(Precision.REGION, geometry=shapely.Point(72.8, 40.53))
    scene = make_scene(SlideRequest(briefing, briefing.events), studio)
    assert [area.style for area in scene.areas] == ["vague"]
    assert scene.towns.is_empty
