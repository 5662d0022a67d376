"""Numbers and people of a sentence that are no victims: an age, and those who tell of the dead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder


@pytest.mark.parametrize(
    ("text", "killed", "targets"),
    [
        pytest.param(
            "Gunmen fired on a bus near Bara, killing four pilgrims, a radio station and a war"
            " monitor said.",
            4,
            {"pilgrims"},
            id="the monitor speaks",
        ),
        pytest.param(
            "A bomb went off in Bara, killing at least five bystanders, witnesses and an ambulance"
            " worker said.",
            5,
            {"bystanders"},
            id="witnesses speak",
        ),
        pytest.param(
            "In Bara an Arlandic man aged 19 was shot dead on Tuesday.", 1, None, id="an age"
        ),
        pytest.param(
            "A chief was shot dead in Bara on Saturday. Some 300 people are thought to have died"
            " since the old quarrel flared up again in late 2006.",
            1,
            None,
            id="the dead of a quarrel of years",
        ),
    ],
)
def test_only_victims_count(
    text: str, killed: int, targets: set[str] | None, coder: EventCoder
) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.killed.low == killed
    named = {a.name for a in event.actors if a.role == "target"}
    assert targets is None or named == targets


def test_sentence_may_open_with_those_who_died_beside(coder: EventCoder) -> None:
    text = "With two guards a mayor was killed by gunmen in Bara on Monday."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.killed.text is not None
