"""Figures of headlines and of coders' notes: no "were", no article, a count behind a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

TOLLS = {
    "Gunmen attack bus in Bara, 3 killed, 7 wounded": (3, 7),
    "Two clans clashed near Bara on 4 May. 4 killed, 7 wounded.": (4, 7),
    "Three rebels, one soldier killed in Bara raid": (4, None),
    "Rebels fight in Bara, 23 dead": (23, None),
    "Mortar shells land in Bara suburb, one woman dead": (1, None),
    "Rebels clash with troops in Bara; 5 militants slain": (5, None),
    "Gunmen kill mayor of Bara": (1, None),
    "Grenade attack on Bara bar wounds 10": (None, 10),
    "Eight rebels killed in raid near Bara": (8, None),
    "Five soldiers martyred in rebel attack in Bara": (5, None),
    "Soldiers fired on a crowd in Bara on 4 May. At least 12 killed and dozens injured.": (
        12,
        None,
    ),
    "Missile hits Bara apartment block; 6 dead, 53 wounded": (6, 53),
    "Rebels trigger landmine in Bara, 10 policemen, driver killed": (11, None),
}


@pytest.mark.parametrize("text", TOLLS)
def test_figures_of_telegraph_style_are_those_of_the_one_event(
    text: str, coder: EventCoder
) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    assert (event.killed.low, event.injured.low) == TOLLS[text]


def test_rebels_killed_in_a_raid_are_its_target_in_a_battle(coder: EventCoder) -> None:
    text = "Police say five militants killed in raid near Bara"
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.sub_type == "Armed clash"
    assert [(a.name, a.role) for a in event.actors] == [("militants", "target")]


def test_those_by_whom_they_were_shot_are_no_targets(coder: EventCoder) -> None:
    text = "Two Borlanders shot dead by Arlandic soldiers in Bara raid"
    event, *_ = coder.code(make_article(text), resolve(text))
    assert ("Arlandic soldiers", "target") not in {(a.name, a.role) for a in event.actors}


def test_country_before_a_colon_does_nothing(coder: EventCoder) -> None:
    text = "Arland: rebels kill two herders near Bara"
    (event,) = coder.code(make_article(text), resolve(text))
    assert [a.name for a in event.actors if a.role == "actor"] == ["rebels"]


def test_subject_of_killed_with_an_object_still_acts(coder: EventCoder) -> None:
    text = "The two rebels killed and robbed nine traders near Bara."
    event = coder.code(make_article(text), resolve(text))[0]
    assert event.killed.low == 9


def test_marks_of_coders_hide_no_date_and_hedge_nothing(coder: EventCoder) -> None:
    text = "As reported: around 14 May 2009 (as reported), gunmen shot two men in Bara. [size=few]"
    (event,) = coder.code(make_article(text), resolve(text))
    assert (event.when.edtf, event.status.value) == ("2009-05-14~", "reported")
