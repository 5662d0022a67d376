"""Every row of the toll phrases is tested by its own example sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.coding import load_lexicon
from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder
    from dashboard.coding.what.lexicon import TollPhrase


@pytest.mark.parametrize("row", load_lexicon().tolls, ids=lambda row: row.example)
def test_example_gives_the_toll_that_its_row_says(row: TollPhrase, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(row.example), resolve(row.example))
    toll = event.killed if row.harm == "killed" else event.injured
    assert (toll.low, toll.high) == (row.low, row.high)
