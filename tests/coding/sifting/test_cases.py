"""What a law punishes, a manual foresees or a court has to judge did not happen by these words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder


@pytest.mark.parametrize(
    "text",
    [
        "Anyone who plants a mine in Bara faces ten years in prison.",
        "The manual explains what to do in case of an ambush or shelling in Bara.",
        "The code punishes the rape of prisoners with death.",
        "Under the new law, rebels who kill a hostage in Bara may be shot.",
        "Murders in Bara are up 40 percent on last year.",
        "The mandate covers killings and abductions by all parties in Bara.",
        "Neither the army nor the rebels attacked Bara on Sunday.",
        "A court in Bara must decide whether the order to shell the village was lawful.",
        "Separatists in Bara often attack mines and labourers from other regions.",
    ],
)
def test_a_case_that_is_only_thought_of_is_not_coded(text: str, coder: EventCoder) -> None:
    assert coder.code(make_article(text), resolve(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Anyone who planted the mine that killed nine traders in Bara is at large.",
        "Gunmen raped a woman in Bara, although the code punishes it.",
    ],
)
def test_what_was_done_is_coded_beside_a_rule(text: str, coder: EventCoder) -> None:
    assert coder.code(make_article(text), resolve(text))
