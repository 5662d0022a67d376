"""Lines of a quoted mail and rows of a table are told apart, as paragraphs are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dashboard.reading import read_text
from tests.coding.making import resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

HEAD = "The list of the week follows here, the monitors said.\n\n"
LINES = {
    "quoted": "> 1. A bomb hit Bara on 3 June; 3 KIA.\n> 2. Gunmen shot dead a man in Kolun.\n",
    "rows": "| A bomb hit Bara on 3 June, killing 3 |\n| Gunmen shot dead a man in Kolun |\n",
}


@pytest.mark.parametrize("kind", LINES)
def test_each_line_keeps_its_own_place_and_toll(kind: str, coder: EventCoder) -> None:
    text = HEAD + LINES[kind]
    article = read_text(text, doc_id="list", published=date(2025, 6, 9))
    bomb, shot = coder.code(article, resolve(text))
    assert [p.name for event in (bomb, shot) for p in event.places] == ["Bara", "Kolun"]
    assert (bomb.killed.low, shot.killed.low) == (3, 1)
    assert [actor.name for actor in shot.actors if actor.role == "actor"] == ["Gunmen"]
