"""On whose word an event rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

SOURCES = {
    "Gunmen killed two men in Bara, the governor of the province, Ali Mora, said on Monday.": (
        "governor of the province"
    ),
    "A drone hit a car in Bara, killing two women and a boy, a doctor at the hospital said.": (
        "doctor"
    ),
    "Gunmen killed a judge in Bara. The minister blamed rebels.": "minister",
    "Gunmen killed six men in Bara on Monday, local traders told our team.": "local traders",
    "A jet bombed Bara on Monday; monitors verified eight deaths.": "monitors",
    "Monitors recorded an attack on the mosque of Bara in May.": "Monitors",
    "Investigators found that the air force had bombed Bara in May.": "Investigators",
    "One of the three, the Moray Front, says jets bombed Bara on Monday.": "Moray Front",
    "BARA, Arland, May 3 - Moray rebels said they had bombed Kolun.": "Moray rebels",
    "At least nine people were killed in Bara, among them two officers, a rights group, the Moray "
    "Watch, said on Monday.": "rights group",
    "A ceasefire announced by an envoy took hold in Bara on Monday.": "envoy",
    "Rebels ambushed a patrol in Bara; both sides claim to have killed a dozen.": None,
    "On land claimed by both clans, police shot a man in Bara.": None,
}


@pytest.mark.parametrize("text", SOURCES)
def test_source(text: str, coder: EventCoder) -> None:
    event = coder.code(make_article(text), resolve(text))[0]
    told = {event.attribution, *(claim.claimant for claim in event.claims)} - {None}
    assert told == ({SOURCES[text]} if SOURCES[text] else set())


def test_they_say_goes_back_to_who_spoke_before(coder: EventCoder) -> None:
    text = "Residents say rebels attacked Bara on Monday. They say rebels also bombed Kolun."
    events = coder.code(make_article(text), resolve(text))
    assert [event.attribution for event in events] == ["Residents", "Residents"]


NO_SOURCE = {
    "On Monday Arland and Borland announced that they had agreed on a truce in Bara.",
    "A mine wounded a ranger near Bara; each government accuses the other of laying it.",
    "His party declared the 2008 agreement void on Tuesday in Bara.",
}


@pytest.mark.parametrize("text", sorted(NO_SOURCE))
def test_own_deed_or_mutual_blame_has_no_source(text: str, coder: EventCoder) -> None:
    assert coder.code(make_article(text), resolve(text))[0].attribution is None


def test_governor_who_counts_the_dead_is_their_source(coder: EventCoder) -> None:
    text = "Gunmen killed farmers in Bara; the governor counted 80 dead within a week."
    assert coder.code(make_article(text), resolve(text))[0].attribution == "governor"


DENIALS = {
    "Gunmen killed a judge in Bara. The army blamed Moray rebels, who denied it.": "Moray rebels",
    "Gunmen killed a judge in Bara. The rebels denied that their men had killed anyone.": "rebels",
    "Jets bombed Bara on Monday. The army has denied targeting civilians.": "army",
    "Gunmen killed a judge in Bara. Police blamed the Front, a charge the group denied.": "group",
}


@pytest.mark.parametrize("text", DENIALS)
def test_who_denies_it_is_among_the_claimants(text: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.claims[-1].claimant == DENIALS[text]


def test_who_owns_up_to_it_is_not_who_tells_of_it(coder: EventCoder) -> None:
    text = "A suicide attack in Bara killed eight people, and was claimed by the Moray Front."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.attribution is None
    assert [claim.claimant for claim in event.claims] == ["Moray Front"]
