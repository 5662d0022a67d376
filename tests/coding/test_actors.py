"""Who is coded as taking part, in which role and of which class."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.coding.who.group_names import names_in_full
from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder
    from dashboard.model import Event


def who(event: Event) -> set[tuple[str, str, str | None]]:
    return {(actor.name, actor.role, actor.actor_class) for actor in event.actors}


CASES = {
    "no officer is major": (
        "Clashes between major factions shook Bara on Monday.",
        ("major factions", "actor", "rebel group"),
    ),
    "without their number or the day": (
        "On 3 August 2014 some 40 gunmen attacked Bara.",
        ("gunmen", "actor", "political militia"),
    ),
    "victims are targets": (
        "A mine blew up a bus in Bara, killing nine farm workers.",
        ("farm workers", "target", "civilians"),
    ),
    "victims of any trade": (
        "Snipers killed a water seller in Bara.",
        ("water seller", "target", "civilians"),
    ),
    "no army is a state's that calls itself one of liberation": (
        "The Army of Arlandic Liberation attacked soldiers near Bara.",
        ("Army of Arlandic Liberation", "actor", "rebel group"),
    ),
    "both sides of a clash act": (
        "Soldiers clashed with Islamist fighters in Bara on Monday.",
        ("Islamist fighters", "actor", "rebel group"),
    ),
    "unknown armed men": (
        "Armed men abducted three nurses in Bara.",
        ("Armed men", "actor", "political militia"),
    ),
    "a party of two names": (
        "Soldiers of Mali and Niger attacked rebels near Bara on Monday.",
        ("Soldiers of Mali and Niger", "actor", "state forces"),
    ),
    "for whom a spokesman speaks": (
        "A bomb exploded in Bara. A spokesman for the Taliban claimed responsibility.",
        ("Taliban", "actor", "rebel group"),
    ),
    "they": (
        "Rebels attacked Bara on Monday. They killed four traders.",
        ("traders", "target", "civilians"),
    ),
    "whoever marches protests": (
        "Thousands of people marched through Bara on Monday.",
        ("people", "actor", "protesters"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_actor(coder: EventCoder, text: str, expected: tuple[str, str, str]) -> None:
    events = coder.code(make_article(text), resolve(text))
    assert expected in {actor for event in events for actor in who(event)}


def test_a_drone_is_nobody(coder: EventCoder) -> None:
    text = "A drone hit a market in Bara on Monday."
    (strike,) = coder.code(make_article(text), resolve(text))
    assert not any(role == "actor" for _, role, _ in who(strike))


def test_abbreviation_and_long_name_are_one() -> None:
    names = names_in_full(["The Moray Salvation Front (MSF) took Bara. The MSF left."])
    assert set(names.values()) == {"Moray Salvation Front (MSF)"}


def test_its_men_are_those_of_whom_the_text_told(coder: EventCoder) -> None:
    text = (
        "The Moray Front attacked outposts in Bara on 3 October. "
        "On 5 October its men killed six drivers near Kolun."
    )
    *_, killing = coder.code(make_article(text), resolve(text))
    assert "Moray Front" in {a.name for a in killing.actors if a.role == "actor"}


def test_who_in_a_war_is_nobody_but_a_person(coder: EventCoder) -> None:
    text = "He was a rebel commander during the war in Bara who fled to Kolun in May."
    (event,) = coder.code(make_article(text), resolve(text))
    assert [(a.name, a.role) for a in event.actors] == [("rebel commander", "actor")]


def test_men_that_a_force_lost_are_its_own(coder: EventCoder) -> None:
    text = "Border troops were ambushed near Bara and lost five conscripts."
    (event,) = coder.code(make_article(text), resolve(text))
    assert who(event) == {("Border troops", "target", "state forces")}
