"""An event told again in other words: by its sound, its kind, or what it led to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder


@pytest.mark.parametrize(
    "text",
    [
        "Two suicide bombers blew themselves up at a market in Bara. The blasts hurt nine people.",
        "An overnight raid on Bara killed nine people. Doctors said the strike flattened a house.",
        "Drones hit Bara on Monday. The explosions broke windows.",
        "Gunners shot down four drones over Bara. Falling debris set a garage on fire.",
    ],
)
def test_blow_told_again_by_its_sound_or_kind_is_one_event(text: str, coder: EventCoder) -> None:
    assert len(coder.code(make_article(text), resolve(text))) == 1


def test_capture_after_weeks_of_fighting_is_one_event(coder: EventCoder) -> None:
    text = "The army's capture of Bara came after weeks of fighting."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.sub_type == "Government regains territory"


@pytest.mark.parametrize(
    "text",
    [
        "Settlers torched two cars in Bara on Monday. The attack was filmed.",
        "A farmer was shot dead during a police raid in Bara on Monday.",
        "Police in Bara used pepper spray on a crowd and made 22 arrests.",
        "Marines captured a gang leader in Bara on Monday. The arrest was announced by a minister.",
        "Soldiers withdrew from Bara on Monday. The withdrawal was welcomed by the mayor.",
        "Army jets bombed a camp near Bara on Monday. Villagers said the bombs hit a wedding.",
    ],
)
def test_what_a_noun_sums_up_is_one_event(text: str, coder: EventCoder) -> None:
    assert len(coder.code(make_article(text), resolve(text))) == 1


def test_older_deed_that_brings_its_year_is_no_part_of_the_new_one(coder: EventCoder) -> None:
    text = "The army killed a leader in Bara. He was wanted over the 2007 killing of two nuns."
    first, _ = coder.code(make_article(text), resolve(text))
    assert first.when.edtf is None
