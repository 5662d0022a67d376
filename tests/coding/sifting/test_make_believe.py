"""Stories, drills, games, figures of speech and false reports are no events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

NOTHING_HAPPENED = [
    "The film opens with a suicide bombing in Bara.",
    "Soldiers stormed a mock embassy in Bara on Monday.",
    "Soldiers shelled a hill near Bara during an exercise.",
    "Actors in old uniforms fought the battle of Bara again.",
    "Reports that gunmen had stormed a school in Bara proved false.",
    "The army denied that a village near Bara had been shelled.",
    "The striker bombarded the goal before a late goal killed off the tie.",
    "The defence of Bara came under siege after the break and lost the match to a late bomb.",
    "Shares in the Bara retailer were hammered as its price war with a rival raged.",
    "The mayor of Bara attacked the opposition over its budget.",
    "A fire swept through a market in Bara and killed three traders.",
]


@pytest.mark.parametrize("text", NOTHING_HAPPENED)
def test_words_of_war_without_a_deed_are_not_coded(text: str, coder: EventCoder) -> None:
    assert coder.code(make_article(text), resolve(text)) == ()


def test_event_in_a_story_does_not_hide_one_beside_it(coder: EventCoder) -> None:
    text = "Gunmen killed two fans of the film in Bara."
    assert len(coder.code(make_article(text), resolve(text))) == 1


def test_report_that_somebody_else_rejects_is_kept(coder: EventCoder) -> None:
    text = (
        "Monitors accused soldiers of executing 23 villagers in Bara; the army calls it baseless."
    )
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.killed.low == 23
