"""A war that is told of is an event where the text says that it broke out there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder


def test_war_is_an_event_where_it_broke_out(coder: EventCoder) -> None:
    text = "The war broke out in Borland in April 2009 and has driven many from their homes."
    (event,) = coder.code(make_article(text), resolve(text))
    assert ([p.place.name for p in event.places], event.when.edtf) == (["Borland"], "2009-04")


def test_war_that_an_accord_closed_is_no_event_beside_it(coder: EventCoder) -> None:
    text = "The Peace Accord of 21 November 2006 closed a war that had cost some 17,000 lives."
    events = coder.code(make_article(text), resolve(text))
    assert [event.sub_type for event in events] == ["Agreement"]
