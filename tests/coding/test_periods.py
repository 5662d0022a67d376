"""Reports whose head says which days they cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

BOMB = "A bomb wounded six people in Bara{}."
HEADS = {
    "Situation report, 3-9 May 2021\n\n": "2021-05-03/2021-05-09",
    "WEEKLY SECURITY UPDATE\nReporting period: 28 April to 4 May 2021\n\n": "2021-04-28/2021-05-04",
    "Period covered: 3 May 2021, 0600 to 4 May 2021, 0600\n\n": "2021-05-03/2021-05-04",
    "Situation report, May 2021\n\n": "2021-05",
}


@pytest.mark.parametrize("head", HEADS)
def test_event_without_a_date_was_in_the_period_of_the_report(head: str, coder: EventCoder) -> None:
    text = head + BOMB.format("")
    (event,) = coder.code(make_article(text, published=None), resolve(text))
    assert event.when.edtf == HEADS[head]
    assert event.when.span is not None
    assert event.when.span.of(text) in head


def test_days_of_the_week_are_counted_from_the_end_of_the_period(coder: EventCoder) -> None:
    text = "Situation report, 3-9 May 2021\n\n" + BOMB.format(" on Wednesday")
    (event,) = coder.code(make_article(text, published=None), resolve(text))
    assert event.when.edtf == "2021-05-05"


@pytest.mark.parametrize("head", ["Holiday notes, 3-9 May 2021\n\n", "Situation report 12\n\n"])
def test_other_heads_date_nothing(head: str, coder: EventCoder) -> None:
    text = head + BOMB.format("")
    (event,) = coder.code(make_article(text, published=None), resolve(text))
    assert event.when.start is None
