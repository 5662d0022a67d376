"""Movements that a text tells, and words that look like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.model import FlowKind, Status
from tests.coding.making import make_article, resolve, tell

if TYPE_CHECKING:
    from dashboard.coding import EventCoder
    from dashboard.model import Flow

TOLD = {
    "Arland sent 2,000 soldiers from Bara to the Moray Valley in May.": [
        "troop movement: Bara > Moray Valley"
    ],
    "Smuggled weapons reach Bara from Borland.": ["supply route: Borland > Bara"],
    "Traders smuggled weapons across the border from Borland into Arland.": [
        "trafficking route: Borland > Arland"
    ],
    "Families fled Bara and crossed into Borland.": ["movement of people: Bara > Borland"],
    "Refugees from Arland crossed into Borland.": ["movement of people: > Borland"],
    "Troops were moved from Bara to Kolun and Sedra.": [
        "troop movement: Bara > Kolun",
        "troop movement: Bara > Sedra",
    ],
    "The gang runs drugs. Its smuggling route starts in the hills of Arland. The route links Bara "
    "with Sedra.": ["trafficking route: Bara > Sedra"],
    "They fled from Bara to Kolun.": ["movement of people: Bara > Kolun"],
    "Rebels withdrew from Bara, Arland, to Sedra, Borland.": ["troop movement: Bara > Sedra"],
    "Weapons were sent to rebels in Bara from Borland.": ["supply route: Borland > Bara"],
    "Aid convoys travel from Kolun to camps along the river in Arland.": [
        "supply route: Kolun > Arland"
    ],
}
NOT_TOLD = [
    "The minister travelled from Bara to Kolun.",
    "The talks moved from Bara to Sedra.",
    "A bus drove from Bara to Kolun.",
    "The army did not send troops from Bara to Kolun.",
    "The road from Bara to Kolun was closed after the attack.",
    "The war spread from Arland to Borland.",
    "He read from the report to the council in Bara.",
    "A captain from Bara was sent to prison in Kolun.",
    "The border runs from Bara to Kolun.",
    "Soldiers from Arland attacked a post in Borland.",
    "The mood moved from hope in Bara to fear in Kolun.",
    "Rebels wanted to move fighters from Bara to Kolun.",
    "The president left Bara for Kolun.",
    "Workers left the Arland business of the firm.",
    "His family fled Arland.",
    "Prices rose from Bara to Sedra as aid fell.",
]


def flows_of(text: str, coder: EventCoder) -> tuple[Flow, ...]:
    return coder.read(make_article(text), resolve(text)).flows


@pytest.mark.parametrize("text", TOLD)
def test_movement_has_the_ends_that_the_text_names(text: str, coder: EventCoder) -> None:
    assert [tell(flow) for flow in flows_of(text, coder)] == TOLD[text]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_only_looks_like_a_movement_is_none(text: str, coder: EventCoder) -> None:
    assert [tell(flow) for flow in flows_of(text, coder)] == []


def test_flow_opens_its_words(coder: EventCoder) -> None:
    text = "Arland sent 2,000 soldiers from Bara to Kolun on Monday."
    (flow,) = flows_of(text, coder)
    assert flow.carries is not None
    assert flow.carries.of(text) == "2,000 soldiers"
    assert (flow.when.edtf, flow.not_drawn_because) == ("2010-11-08", None)
    assert [a.name for a in flow.actors] == ["Arland"]
    assert flow.origin is not None
    assert flow.origin.reason == "the text says that it starts here"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army will send troops from Bara to Kolun.", Status.PLANNED),
        ("The army could move troops from Bara to Kolun.", Status.HYPOTHETICAL),
        ("Rebels claimed that troops had retreated from Bara to Kolun.", Status.CLAIMED),
        ("Troops marched from Bara to Kolun.", Status.REPORTED),
    ],
)
def test_flow_is_as_sure_as_the_text(text: str, status: Status, coder: EventCoder) -> None:
    assert [flow.status for flow in flows_of(text, coder)] == [status]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The army sent troops to Bara.", "The text does not say where it starts"),
        ("Civilians fled from Bara.", "The text does not say where it goes"),
        (
            "Heroin is trafficked through Arland.",
            "The text does not say where it starts and where it goes",
        ),
    ],
)
def test_flow_with_an_end_missing_is_listed_and_not_drawn(
    text: str, reason: str, coder: EventCoder
) -> None:
    assert [flow.not_drawn_because for flow in flows_of(text, coder)] == [reason]


def test_flow_told_twice_is_one(coder: EventCoder) -> None:
    text = "Troops marched from Bara to Kolun in May. They moved tanks from Bara to Kolun, too."
    (flow,) = flows_of(text, coder)
    assert len(flow.evidence) == 2


def test_flow_knows_the_event_of_the_same_words(coder: EventCoder) -> None:
    text = "The ministry deployed troops from Bara to Kolun in May."
    coding = coder.read(make_article(text), resolve(text))
    assert [flow.event_id for flow in coding.flows] == [e.event_id for e in coding.events]


GOODS = {
    "Smugglers are moving gold from Bara through Kolun to Sedra.": FlowKind.TRAFFICKING,
    "The gold was flown from Bara to Sedra.": FlowKind.SUPPLY,
    "The Moray Front moved its men from Bara to Kolun.": FlowKind.TROOPS,
}


@pytest.mark.parametrize("text", GOODS)
def test_whoever_moves_goods_says_which_flow_it_is(text: str, coder: EventCoder) -> None:
    (flow,) = coder.read(make_article(text), resolve(text)).flows
    assert flow.kind is GOODS[text]


def test_crossing_into_a_country_at_a_town_is_one_flow(coder: EventCoder) -> None:
    text = "Refugees crossed from Borland into Arland at Bara."
    (flow,) = coder.read(make_article(text), resolve(text)).flows
    assert flow.destination is not None
    assert flow.destination.place.name == "Bara"
