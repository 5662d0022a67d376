"""Every row of the movement words is tested by its own example sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.coding.moving.movements import load_movements
from tests.coding.making import make_article, resolve, tell

if TYPE_CHECKING:
    from dashboard.coding import EventCoder
    from dashboard.coding.moving.movements import Movement

ROWS = [row for rows in load_movements().rows.values() for row in rows]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.lemma}-{row.pos}")
def test_example_gives_the_flow_that_its_row_says(row: Movement, coder: EventCoder) -> None:
    coding = coder.read(make_article(row.example), resolve(row.example))
    assert [tell(flow) for flow in coding.flows] == [row.gives]
