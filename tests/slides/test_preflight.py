"""What pre-flight asks about before a slide leaves the house, and where it is cured."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dashboard.model import Briefing
from dashboard.slides.compose import SlideRequest
from dashboard.slides.preflight import Cure, Finding, check_slide
from dashboard.slides.studio import Studio, make_scene
from tests.samples import sample_briefing
from tests.slides.worlds import briefing_at

MARKED = {"title": "x", "handling": "TLP:GREEN"}


def ask(studio: Studio, request: SlideRequest, **options: object) -> dict[Cure, Finding]:
    scene = make_scene(request, studio)
    return {f.cure: f for f in check_slide(request, scene, **options)}  # type: ignore[arg-type]


def judged(briefing: Briefing) -> Briefing:
    """Return the briefing as a person has graded it, with the date of its document."""
    (article,) = briefing.articles
    return replace(
        briefing,
        articles=(replace(article, published=date(2024, 5, 9)),),
        events=tuple(replace(e, grading="B2 by A. Reader") for e in briefing.events),
    )


def test_a_slide_as_it_comes_lacks_title_mark_dates_places_and_a_judge(studio: Studio) -> None:
    briefing = sample_briefing()
    found = ask(studio, SlideRequest(briefing, briefing.events))
    assert list(found)[:4] == [Cure.TITLE, Cure.HANDLING, Cure.DATES, Cure.UNDRAWN]
    assert found[Cure.EVENT].says == "15 of 15 events: not yet judged by a person."
    assert found[Cure.EVENT].event_id == briefing.events[0].event_id


def test_a_slide_that_was_cared_for_has_nothing_to_ask(studio: Studio) -> None:
    briefing = judged(briefing_at(("Dushanbe", 38.54, 68.78)))
    request = SlideRequest(briefing, briefing.events, **MARKED)
    assert ask(studio, request, today=date(2024, 5, 20)) == {}


def test_an_unsure_place_is_named_and_leads_to_its_event(studio: Studio) -> None:
    briefing = judged(sample_briefing())
    article_id, found = next(iter(briefing.resolutions.items()))
    unsure = tuple(replace(r, score=0.4) if r.mention.surface == "Isfara" else r for r in found)
    doubted = replace(briefing, resolutions={article_id: unsure})
    finding = ask(studio, SlideRequest(doubted, doubted.events, **MARKED))[Cure.EVENT]
    assert finding.says.endswith("unsure for Isfara: look at its alternatives.")
    places = {e.event_id: [at.place.name for at in e.places] for e in doubted.events}
    assert places[finding.event_id or ""] == ["Isfara"]


def test_a_filter_that_leaves_nothing_is_said(studio: Studio) -> None:
    briefing = judged(briefing_at(("Dushanbe", 38.54, 68.78)))
    assert list(ask(studio, SlideRequest(briefing, (), **MARKED))) == [Cure.FILTER]


def test_a_filter_in_force_is_said_with_what_it_leaves(studio: Studio) -> None:
    briefing = judged(briefing_at(("Gao", 16.27, -0.04), ("Djibo", 14.1, -1.63)))
    request = SlideRequest(briefing, briefing.events[:1], filters="Only Battles.", **MARKED)
    finding = ask(studio, request)[Cure.FILTER]
    assert finding.says == "A filter is in force (Only Battles): 1 of 2 events are left."


def test_rows_that_a_machine_coded_are_counted_by_who_coded_them(studio: Studio) -> None:
    briefing = judged(briefing_at(("Gao", 16.27, -0.04)))
    rows = tuple(replace(e, coded_by="GDELT, coded by a machine") for e in briefing.events)
    finding = ask(studio, SlideRequest(replace(briefing, events=rows), rows, **MARKED))[Cure.EVENT]
    assert finding.says == "1 row is as coded by GDELT, coded by a machine."


def test_old_information_is_said_with_its_age(studio: Studio) -> None:
    briefing = judged(briefing_at(("Gao", 16.27, -0.04)))
    request = SlideRequest(briefing, briefing.events, **MARKED)
    finding = ask(studio, request, today=date(2024, 9, 9))[Cure.DOCUMENTS]
    assert finding.says == "The information is of 9 May 2024, 123 days ago."


def test_a_picture_too_small_for_its_type_is_said(studio: Studio) -> None:
    briefing = judged(briefing_at(("Gao", 16.27, -0.04)))
    finding = ask(studio, SlideRequest(briefing, briefing.events, **MARKED), width=960)[Cure.WIDTH]
    assert finding.says.startswith("At 960 pixels the smallest type is as 7 points on a slide.")


def test_marks_that_touch_and_places_without_a_note_are_counted(studio: Studio) -> None:
    near = [(f"Place {i}", 38.5 + i * 0.001, 68.7) for i in range(70)]
    briefing = judged(briefing_at(("Khujand", 40.28, 69.62), *near))
    found = ask(studio, SlideRequest(briefing, briefing.events, most_notes=0, **MARKED))
    assert found[Cure.FRAME].says.startswith("The marks of 70 places touch those of others")
    assert found[Cure.NOTES].says.startswith("71 places have no note")


def test_a_name_that_no_typeface_here_draws_is_said(studio: Studio) -> None:
    briefing = judged(briefing_at(("\U0010fffd", 9.5, -13.7), country="GN"))
    found = ask(studio, SlideRequest(briefing, briefing.events, **MARKED))[Cure.EVENT]
    assert found.says.startswith("No typeface here draws all of \U0010fffd")
    assert found.event_id == "E1"
