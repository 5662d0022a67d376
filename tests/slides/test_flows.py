"""Movements as arrows: from where to where, cut at the edge, named in every place."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pptx import Presentation

from dashboard.model import Briefing, FlowKind
from dashboard.slides.compose import SlideRequest
from dashboard.slides.flows import letter_flows
from dashboard.slides.frame import Bounds
from dashboard.slides.notes import speaker_notes
from dashboard.slides.plan import Grouping, plan_deck
from dashboard.slides.studio import Studio, make_deck, make_scene
from tests.slides.worlds import briefing_at, with_flows

GAO, DJIBO, DIFFA = ("Gao", 16.27, -0.04), ("Djibo", 14.1, -1.63), ("Diffa", 13.32, 12.61)


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return with_flows(briefing_at(GAO, DJIBO, DIFFA))


def test_an_arrow_leads_from_its_first_place_to_its_last(
    studio: Studio, briefing: Briefing
) -> None:
    scene = make_scene(SlideRequest(briefing, briefing.events), studio)
    spots = {g.place.name: (g.x, g.y) for g in scene.groups}
    first = scene.flows[0]
    assert (first.letter, first.words) == ("A", "Something from Gao to Djibo")
    ends = first.path.coords[0], first.path.coords[-1]
    for end, name in zip(ends, ("Gao", "Djibo"), strict=True):
        assert abs(end[0] - spots[name][0]) + abs(end[1] - spots[name][1]) < 45
    assert first.is_headed


def test_an_arrow_that_leaves_the_map_is_cut_there_without_a_head(
    studio: Studio, briefing: Briefing
) -> None:
    request = SlideRequest(briefing, briefing.events, bounds=Bounds(-4, 13, 4, 18))
    scene = make_scene(request, studio)
    to_diffa = next(a for a in scene.flows if a.words.endswith("to Diffa"))
    assert not to_diffa.is_headed
    assert to_diffa.path.bounds[2] <= scene.frame.box[2] + 0.01


def test_a_movement_without_both_ends_is_no_arrow_but_a_row_of_the_table(
    briefing: Briefing,
) -> None:
    half = replace(briefing.flows[0], destination=None, not_drawn_because="No end is named")
    told = replace(briefing, flows=(half,))
    deck = plan_deck(
        SlideRequest(told, told.events), group_by=Grouping.TYPE, country_name=lambda code: code
    )
    (table,) = (s for s in deck if getattr(s, "title", "") == "Movements")
    assert table.rows == (  # type: ignore[union-attr]
        ("A", "Something from Gao", "Troop movement", "not stated", "Reported", "No end is named"),
    )


def test_movements_switched_off_on_screen_are_off_on_the_slide(
    studio: Studio, briefing: Briefing
) -> None:
    request = SlideRequest(briefing, briefing.events, hidden=frozenset({"flows"}))
    scene = make_scene(request, studio)
    assert scene.flows == ()
    assert "Switched off on screen: flows." in " ".join(scene.footer)


def test_the_legend_and_the_notes_tell_of_them(studio: Studio, briefing: Briefing) -> None:
    scene = make_scene(SlideRequest(briefing, briefing.events), studio)
    rows = {row.label for row in scene.legend}
    assert {"Troop movement", "Supply route", "Trafficking route", "Claimed movement"} <= rows
    notes = speaker_notes(scene, {a.article_id: a for a in briefing.articles})
    assert "A. Something from Gao to Djibo\n“Something happened in Gao.”" in notes
    assert "Movement: troop movement. Status in the text: reported." in notes


def test_in_powerpoint_it_is_a_native_line_with_a_head_and_words(
    studio: Studio, briefing: Briefing
) -> None:
    raw = make_deck([SlideRequest(briefing, briefing.events)], studio)
    shapes = {s.name: s for s in Presentation(io.BytesIO(raw)).slides[0].shapes}
    arrow = shapes["Movement A"]._element
    (head,) = arrow.xpath(".//a:ln/a:tailEnd")
    assert head.get("type") == "triangle"
    said = arrow.xpath(".//p:cNvPr")[0].get("descr")
    assert said == "Movement A, troop movement, reported: Something from Gao to Djibo"
    assert "Movement B: core" in shapes, "a supply route is a double line"


def test_letters_go_on_after_z() -> None:
    briefing = with_flows(briefing_at(*((f"P{i}", 10 + i / 9, 5 + i / 7) for i in range(28))))
    assert list(letter_flows(briefing.flows).values())[24:] == ["Y", "Z", "AA", "AB"]
    assert {flow.kind for flow in briefing.flows} == set(FlowKind)
