"""Whose deed it was, as headlines tell it: the name of a band before its deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.coding.what.crosswalk import load_crosswalk, ucdp_type_of
from dashboard.coding.where.strange_names import is_no_name
from dashboard.model import Mention, MentionKind, Resolution
from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

BANDS = {
    "15 villagers killed in ISWAP attack on Bara": "ISWAP",
    "Boko Haram gun attack kills nine traders in Bara": "Boko Haram",
    "At least 18 villagers dead after suspected JNIM raid in Bara": "JNIM",
    "Islamic State ambush near Bara kills nine guards": "Islamic State",
}


@pytest.mark.parametrize("headline", BANDS)
def test_band_before_its_deed(headline: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(headline), resolve(headline))
    assert {a.name for a in event.actors if a.role == "actor"} == {BANDS[headline]}


def test_air_strike_is_not_by_the_band_before_it(coder: EventCoder) -> None:
    text = "ISWAP air strike near Bara kills nine"
    (event,) = coder.code(make_article(text), resolve(text))
    assert not [a for a in event.actors if a.actor_class == "rebel group"]


def test_band_is_no_place_that_is_not_known() -> None:
    mention = Mention(0, 10, "Boko Haram", MentionKind.TOPONYM)
    resolution = Resolution(mention, None, 0.0, "not found")
    assert is_no_name(resolution, {"boko haram"})
    assert not is_no_name(resolution)


KINDS = {
    "Unknown warplanes kill nine in Bara": None,
    "Forces of the Moray Operation clash with ISIS in Bara": None,
    "Islamic State executes two young men in Bara": None,
    "Islamic State executes two young farmers in Bara": "one-sided",
    "Clashes between ELN and FARC dissidents in Bara claim 60 lives": "non-state",
}


@pytest.mark.parametrize("headline", KINDS)
def test_ucdp_type_only_where_the_sides_are_told(headline: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(headline), resolve(headline))
    assert ucdp_type_of(event, load_crosswalk()) == KINDS[headline]


TWO = {
    "Clashes near Bara and the army shells Kolun": ["Armed clash", "Shelling/artillery/missile"],
    "The army shells Bara and clashes in Kolun": ["Shelling/artillery/missile", "Armed clash"],
}


@pytest.mark.parametrize("headline", TWO)
def test_event_and_clause_joined_by_and(headline: str, coder: EventCoder) -> None:
    events = coder.code(make_article(headline), resolve(headline))
    assert [e.sub_type.removesuffix(" attack") for e in events] == TWO[headline]
    assert [[p.place.name for p in e.places] for e in events] == [["Bara"], ["Kolun"]]
    acting = [[a.name for a in e.actors] for e in events]
    assert sorted(acting) == [[], ["army"]]
