"""Notes come before numbers where there is room for one of them only."""

from __future__ import annotations

from dataclasses import replace

from dashboard.model import Precision
from dashboard.slides.compose import SlideRequest
from dashboard.slides.groups import MarkGroup
from dashboard.slides.marks import number_events
from dashboard.slides.noting import note_marks
from dashboard.slides.placement import Box, Occupied
from dashboard.slides.studio import Studio, make_scene
from tests.slides.worlds import briefing_at

WALLS: tuple[Box, ...] = (
    (0, 0, 470, 1080),
    (470, 0, 600, 470),
    (470, 530, 600, 1080),
)
"""A mark at (500, 500) is seen from the right only."""
BESIDE: Box = (530, 485, 560, 515)


def marks_of(*places: tuple[str, float, float], at: tuple[float, float]) -> MarkGroup:
    briefing = briefing_at(*places)
    events = number_events(briefing.events, briefing)
    return MarkGroup(events[0].event.places[0].place, *at, events, number_box=BESIDE)


def test_a_number_gives_way_to_the_note_that_bears_it() -> None:
    group = marks_of(("Gao", 16.27, -0.04), at=(500, 500))
    noted = note_marks([group], Occupied((*WALLS, BESIDE)), most=12)
    assert noted.names == {"Gao"}
    (callout,) = noted.callouts
    assert callout.lines[0].number == "1"


def test_a_number_stays_where_no_note_is_gained() -> None:
    group = marks_of(("Gao", 16.27, -0.04), at=(500, 500))
    closed = (*WALLS, (600.0, 0.0, 1920.0, 1080.0), BESIDE)
    noted = note_marks([group], Occupied(closed), most=12)
    assert not noted.callouts
    assert noted.groups == (group,)


def test_a_town_and_its_province_have_notes_of_their_own_names(studio: Studio) -> None:
    briefing = briefing_at(("Gao", 16.27, -0.04), ("Gao", 17.2, 0.6), country="ML")
    town, event = briefing.events
    (at,) = event.places
    province = replace(at.place, precision=Precision.PROVINCE)
    events = (town, replace(event, places=(replace(at, place=province),)))
    scene = make_scene(SlideRequest(replace(briefing, events=events), events), studio)
    assert {c.title for c in scene.callouts} == {"Gao", "Gao (province or district)"}
