"""What notes and logs shorten: verbs without their auxiliaries, labels of hours and days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dashboard.reading import read_text
from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Ambush of a truck near Bara, driver killed.", "driver"),
        ("Shelling of a house in Bara. One woman and two children killed.", "woman"),
        ("Two traders abducted near Bara on Monday.", "traders"),
        ("Artillery shelling on Bara; one child killed, four people injured.", "child"),
    ],
)
def test_who_was_killed_without_an_auxiliary_is_no_actor(
    text: str, target: str, coder: EventCoder
) -> None:
    events = coder.code(make_article(text), resolve(text))
    roles = {(a.name, a.role) for e in events for a in e.actors}
    assert (target, "target") in roles
    assert (target, "actor") not in roles


def test_a_bomb_that_killed_and_injured_is_still_the_subject(coder: EventCoder) -> None:
    text = "Rebels killed and injured seven people in Bara."
    (event,) = coder.code(make_article(text), resolve(text))
    assert ("Rebels", "actor") in {(a.name, a.role) for a in event.actors}


LOG = """DAILY SECURITY LOG
Date: 21 August 2024

[0630hrs] Bara - Exchange of fire between soldiers and rebels.
[1040hrs] Kolun - Shelling of a house. One woman killed.
"""


def test_the_items_of_a_log_are_of_its_day_and_place(coder: EventCoder) -> None:
    article = read_text(LOG, doc_id="log")
    assert article.published == date(2024, 8, 21)
    events = coder.code(article, resolve(article.text))
    told = [(e.when.edtf, *(p.name for p in e.places)) for e in events]
    assert told[0] == ("2024-08-21", "Bara")
    assert set(told[1:]) == {("2024-08-21", "Kolun")}


def test_a_report_is_of_no_day_that_its_hours_may_not_be_of(coder: EventCoder) -> None:
    report = LOG.replace("LOG", "REPORT")
    article = read_text(report, doc_id="report")
    assert {e.when.edtf for e in coder.code(article, resolve(article.text))} == {None}


def test_a_day_and_a_place_head_an_item(coder: EventCoder) -> None:
    text = "- Clans fought in Kolun.\n- 3 May: Bara. Two clans clashed over land."
    _, clash = coder.code(make_article(text), resolve(text))
    assert (clash.when.edtf, [p.name for p in clash.places]) == ("2010-05-03", ["Bara"])


def test_an_item_below_a_heading_in_capitals_is_no_part_of_the_one_above(
    coder: EventCoder,
) -> None:
    text = "1. Bara: A grenade injured a guard.\nEASTERN PART\n2. Kolun: Gunmen shot a teacher.\n"
    events = coder.code(make_article(text), resolve(text))
    assert [[p.name for p in e.places] for e in events] == [["Bara"], ["Kolun"]]


def test_the_dead_below_a_label_are_those_of_the_item(coder: EventCoder) -> None:
    text = "Kolun: Rebels attacked the police station with grenades. Three officers were wounded."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.injured.low == 3


def test_youths_called_armed_are_no_rioters(coder: EventCoder) -> None:
    text = "Armed youths attacked the market of Bara, killing five traders."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.type.value == "Violence against civilians"


def test_what_was_before_is_not_of_the_days_of_the_report(coder: EventCoder) -> None:
    text = (
        "Situation report, 3-9 May 2021\n\nA truck was burned in Bara in the week before the visit."
    )
    (event,) = coder.code(make_article(text, published=None), resolve(text))
    assert event.when.start is None
