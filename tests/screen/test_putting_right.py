"""What the reader types to put something right, and the steps that lead back."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.model import Span
from dashboard.review import EventKey, NotAPlace, Rejected, Words
from dashboard.screen.filters import Filters
from dashboard.screen.putting_right import (
    correction_words,
    is_grade,
    place_at,
    read_coordinates,
    read_interval,
    same_words,
    write_interval,
)
from dashboard.screen.trail import MOST_STEPS, Step, Trail
from tests.samples import sample_briefing

WEEK = Step(Filters(words="week"))
HILLS = Step(Filters(words="hills"))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2010", (date(2010, 1, 1), date(2010, 12, 31))),
        ("2010-2", (date(2010, 2, 1), date(2010, 2, 28))),
        ("2010-08-22", (date(2010, 8, 22), date(2010, 8, 22))),
        ("2010-08/2010-11", (date(2010, 8, 1), date(2010, 11, 30))),
        ("none", (None, None)),
        ("2010-13", None),
        ("2011/2010", None),
        ("last week", None),
        ("0000", None),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_typed(
    typed: str, read: tuple[date | None, date | None] | None
) -> None:
    assert read_interval(typed) == read


def test_what_is_offered_for_a_date_reads_back_as_the_same() -> None:
    for event in sample_briefing().events:
        words = write_interval(event)
        assert not words or read_interval(words) == (event.when.start, event.when.end)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("38.56, 68.79", (38.56, 68.79)),
        ("-4 15.5", (-4.0, 15.5)),
        ("95, 10", None),
        ("Rasht", None),
    ],
)
def test_coordinates_are_told_from_names(typed: str, read: tuple[float, float] | None) -> None:
    assert read_coordinates(typed) == read


def test_a_typed_place_says_that_the_reader_set_it() -> None:
    place = place_at(38.56, 68.79, name=None, countries=("TJ",))
    assert (place.name, place.country) == ("38.5600, 68.7900", "TJ")
    assert place.note == "Set by the reader at 38.5600, 68.7900"


@pytest.mark.parametrize(
    ("typed", "sound"), [("B2", True), ("G1", False), ("A7", False), ("", False)]
)
def test_a_grade_is_one_of_the_admiralty_code(typed: str, sound: bool) -> None:  # noqa: FBT001
    assert is_grade(typed) is sound


def test_the_same_name_is_found_wherever_it_means_the_same() -> None:
    briefing = sample_briefing()
    found = briefing.resolutions[briefing.articles[0].article_id]
    dushanbe = [r for r in found if r.mention.surface == "Dushanbe"]
    assert same_words(found, dushanbe[0]) == tuple(r.mention.span for r in dushanbe)


def test_a_correction_is_listed_in_the_words_that_it_is_about() -> None:
    [article] = sample_briefing().articles
    spans = (Span(0, 6), Span(7, 11))
    about = Words(article.article_id, spans)
    assert correction_words(NotAPlace(about), {article.article_id: article}) == (
        "“A made” (2 times): not a place"
    )
    away = Rejected(EventKey("elsewhere", Span(0, 1)))
    assert correction_words(away, {}) == "In a document that is not open: rejected"


def test_a_step_back_and_forth_and_a_new_step_forgets_what_was_undone() -> None:
    trail = Trail().take(Step()).take(WEEK)
    assert trail.back().step == Step()
    assert trail.back().forth().step == WEEK
    assert not trail.back().take(HILLS).can_redo


def test_the_same_state_again_is_no_step_and_the_beginning_is_the_end() -> None:
    trail = Trail().take(WEEK).take(WEEK)
    assert not trail.can_undo
    assert trail.back() == trail


def test_a_trail_does_not_grow_for_ever() -> None:
    trail = Trail()
    for number in range(MOST_STEPS + 9):
        trail = trail.take(Step(Filters(words=str(number))))
    assert len(trail.steps) == MOST_STEPS
    assert trail.step == Step(Filters(words=str(MOST_STEPS + 8)))
