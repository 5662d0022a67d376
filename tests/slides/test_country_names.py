"""Every country of the story is named inside its border, and so is what is told of all of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from dashboard.model import Briefing, Precision
from dashboard.slides.compose import SlideRequest
from dashboard.slides.country_names import name_story
from dashboard.slides.frame import Bounds, Frame
from dashboard.slides.placement import Occupied
from dashboard.slides.scene import Label, Outline, Scene
from dashboard.slides.sheet import SHEET
from dashboard.slides.shown import Shown
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
    frame = Frame(Bounds(5, 48, 8, 51), SHEET.map)
    nothing = Shown(frame, (), (), None, areas=(), flows=(), groups=(), lines=(), legend=())
    names = name_story([small], nothing, full)
    (beside,) = names.led_out
    assert beside.title == "LUXEMBOURG"
    assert small.shape.contains(shapely.Point(beside.leader[0]))
    assert not shapely.box(*beside.box).intersects(shapely.box(860, 480, 970, 550))


def test_what_is_told_of_all_of_a_country_is_told_inside_it(studio: Studio) -> None:
    briefing = whole_country(
        briefing_at(("Gao", 16.27, -0.04), ("Mali", 17.5, -2), country="ML"), 1, "ML", "Mali"
    )
    scene = make_scene(SlideRequest(briefing, briefing.events, country="ML"), studio)
    (note,) = (c for c in scene.callouts if c.title == "Mali (country only)")
    assert note.lines[0].number == "2"
    assert note.leader is None
    (outline,) = (o for o in scene.outlines if o.code == "ML")
    assert outline.shape.buffer(4).contains(shapely.box(*note.box))


def test_where_most_is_told_of_whole_countries_the_map_shows_them(studio: Studio) -> None:
    spots = (("Dushanbe", 38.54, 68.78), ("Tajikistan", 38.5, 71), ("Tajikistan", 38.5, 71))
    town, *others = whole_country(briefing_at(*spots), 1, "TJ", "Tajikistan").events
    (at,) = others[0].places
    land = replace(at.place, geometry=shapely.box(67.4, 36.7, 75.1, 41))
    events = (town, *(replace(e, places=(replace(at, place=land),)) for e in others))
    request = SlideRequest(replace(briefing_at(*spots), events=events), events)
    frame = make_scene(request, studio).frame.bounds
    assert frame.west < 68
    assert frame.east > 75
