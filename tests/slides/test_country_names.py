"""Every country of the story is named inside its border, and so is what is told of all of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from dashboard.model import Briefing, Precision
from dashboard.slides.compose import SlideRequest
from dashboard.slides.country_names import name_story
from dashboard.slides.placement import Occupied
from dashboard.slides.scene import Label, Outline, Scene
from dashboard.slides.studio import Studio, make_scene
from tests.slides.test_pictures import CODES, REGIONS
from tests.slides.worlds import briefing_at


def named(scene: Scene) -> dict[str, Label]:
    return {label.text: label for label in scene.labels}


def whole_country(briefing: Briefing, number: int, code: str, name: str) -> Briefing:
    """Return the briefing with one event told of the whole of its country."""
    events = list(briefing.events)
    (at,) = events[number].places
    place = replace(
        at.place,
        place_id=f"country:{code}",
        name=name,
        precision=Precision.COUNTRY,
        countries=(code,),
    )
    events[number] = replace(events[number], places=(replace(at, place=place),))
    return replace(briefing, events=tuple(events))


@pytest.mark.parametrize("region", REGIONS)
def test_every_country_of_the_story_is_named_inside_it(studio: Studio, region: str) -> None:
    briefing = briefing_at(*REGIONS[region], country=CODES[region])
    scene = make_scene(SlideRequest(briefing, briefing.events), studio)
    (outline,) = (o for o in scene.outlines if o.is_focus)
    left, top, right, bottom = named(scene)[outline.name.upper()].box
    assert outline.shape.contains(shapely.Point((left + right) / 2, (top + bottom) / 2))


def test_what_is_told_of_a_whole_country_stands_under_its_name(studio: Studio) -> None:
    spots = (("Dushanbe", 38.54, 68.78), ("Somewhere", 38.8, 71.2))
    briefing = whole_country(briefing_at(*spots), 1, "TJ", "Tajikistan")
    scene = make_scene(SlideRequest(briefing, briefing.events, country="TJ"), studio)
    name, note = named(scene)["TAJIKISTAN"], named(scene)["country only: 2"]
    assert note.box[1] == name.box[3]
    (outline,) = (o for o in scene.outlines if o.code == "TJ")
    assert outline.shape.buffer(4).contains(shapely.box(*note.box))


def test_a_country_too_small_for_its_numbers_is_listed_in_the_legend(studio: Studio) -> None:
    spots = (("Paris", 48.85, 2.35), ("Berlin", 52.52, 13.4), ("Somewhere", 49.6, 6.1))
    briefing = whole_country(briefing_at(*spots, country="FR"), 2, "LU", "Luxembourg")
    scene = make_scene(SlideRequest(briefing, briefing.events), studio)
    assert "Luxembourg: 3" in [row.label for row in scene.legend]
    assert not any("country only" in text for text in named(scene))


def test_a_country_too_small_for_its_name_has_it_beside_with_a_line() -> None:
    ground = shapely.MultiPolygon([shapely.box(900, 500, 930, 530)])
    small = Outline("LU", "Luxembourg", ground, is_focus=True)
    full = Occupied([(860, 480, 970, 550)])
    names = name_story([small], (), (), full, listed=())
    (beside,) = names.led_out
    assert beside.title == "LUXEMBOURG"
    assert small.shape.contains(shapely.Point(beside.leader[0]))
    assert not shapely.box(*beside.box).intersects(shapely.box(860, 480, 970, 550))
