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
    "whose fire killed": (
        "Nine people were killed by army gunfire in Bara.",
        ("army", "actor", "state forces"),
    ),
    "herders whom a mine kills are civilians": (
        "A mine killed three herders near Bara.",
        ("herders", "target", "civilians"),
    ),
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
    "whoever is fired at": (
        "Police opened fire on demonstrators in Bara on Wednesday.",
        ("demonstrators", "target", "protesters"),
    ),
    "who is in what was struck": (
        "A bomb exploded beside a bus carrying pilgrims in Bara on Monday.",
        ("pilgrims", "target", "civilians"),
    ),
    "who held a post": (
        "Rebels overran a base held by peacekeepers near Bara on Monday.",
        ("peacekeepers", "target", "external/other forces"),
    ),
    "from whom a town is taken": (
        "Soldiers retook Bara from the Taliban on Monday.",
        ("Taliban", "target", "rebel group"),
    ),
    "part of the dead": (
        "A blast in Bara killed 17 people, nine of them children.",
        ("children", "target", "civilians"),
    ),
    "a crowd that only its size names": (
        "Tens of thousands marched in Bara on Monday.",
        ("Tens of thousands", "actor", "protesters"),
    ),
    "a crowd with its size": (
        "A crowd of some 200 threw stones at officers in Bara on Monday.",
        ("crowd", "actor", "protesters"),
    ),
    "both parties to a truce": (
        "The rebels agreed to a ceasefire with the government in Bara on Monday.",
        ("rebels", "actor", "rebel group"),
    ),
    "by the title before a name": (
        "A mine killed Colonel Joram Velt near Bara on Monday.",
        ("Colonel Joram Velt", "target", "state forces"),
    ),
    "who is in what a blast ripped through": (
        "An explosion ripped through a minibus carrying employees of a ministry in Bara on Monday.",
        ("employees of a ministry", "target", "civilians"),
    ),
    "who is driven into": (
        "A suicide attacker drove a car packed with explosives into a convoy of engineers in Bara.",
        ("engineers", "target", "civilians"),
    ),
    "whoever is blamed": (
        "A bomb killed two men in Bara on Monday, a doctor said. He blamed the Taliban.",
        ("Taliban", "blamed", "rebel group"),
    ),
    "whoever it is blamed on": (
        "The attack in Bara, which was blamed on the M23, left four soldiers dead.",
        ("M23", "blamed", "rebel group"),
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


NAMES = {
    "Jets hit targets of the Kurdistan Workers' Party (PKK).": "Kurdistan Workers' Party (PKK)",
    "Doctors treated them; Doctors Without Borders (MSF) said so.": "Doctors Without Borders (MSF)",
    "The Front and the Moray People's Army (MPA) met.": "Moray People's Army (MPA)",
    "The paramilitary Moray Support Forces, known as the MSF, left.": "Moray Support Forces (MSF)",
    "The PKK (Kurdistan Workers' Party) left.": "Kurdistan Workers' Party (PKK)",
    "They went to South Kolun (DRC).": None,
}


@pytest.mark.parametrize("text", NAMES)
def test_abbreviations_of_other_languages_are_joined(text: str) -> None:
    names = set(names_in_full([text]).values())
    assert names == ({NAMES[text]} if NAMES[text] else set())


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


def test_nobody_is_blamed_for_the_event_who_is_blamed_for_something_else(coder: EventCoder) -> None:
    text = "A bomb killed two men in Bara. Officials blame the government for slow aid."
    (event,) = coder.code(make_article(text), resolve(text))
    assert not any(role == "blamed" for _, role, _ in who(event))


def test_who_blames_and_who_denies_stand_among_the_claims(coder: EventCoder) -> None:
    text = (
        "A drone strike killed ten people in Bara, the mayor said. "
        "He blamed the Moray Front, which denied any involvement."
    )
    (event,) = coder.code(make_article(text), resolve(text))
    assert {"mayor", "Moray Front"} == {claim.claimant for claim in event.claims}


def test_judge_does_not_do_what_he_sentences_for(coder: EventCoder) -> None:
    text = "A judge sentenced a soldier to ten years in prison for shooting dead a farmer in Bara."
    (event,) = coder.code(make_article(text), resolve(text))
    assert [a.name for a in event.actors if a.role == "actor"] == ["soldier"]


def test_those_shot_dead_do_nothing_and_no_army_is_the_group(coder: EventCoder) -> None:
    text = (
        "The army said on Monday that its troops had killed 37 jihadists near Bara. The group, "
        "in a statement, said it had shot dead nine soldiers."
    )
    event = coder.code(make_article(text), resolve(text))[-1]
    assert {(a.name, a.role) for a in event.actors} == {
        ("jihadists", "actor"),
        ("soldiers", "target"),
    }


def test_who_says_what_was_not_carried_out_did_nothing(coder: EventCoder) -> None:
    text = (
        "Bandits took 31 guests from a bus near Bara and threatened to kill one. So far they have "
        "not carried out the threat, the families said."
    )
    events = coder.code(make_article(text), resolve(text))
    assert "families" not in {a.name for e in events for a in e.actors}


TARGETS = {
    "As Shining Path massacres villagers near Bara": ["villagers"],
    "Gunmen attacked Kolun LGA near Bara.": [],
}


@pytest.mark.parametrize("text", TARGETS)
def test_target_is_neither_the_verb_nor_a_unit_of_land(text: str, coder: EventCoder) -> None:
    event = coder.code(make_article(text), resolve(text))[0]
    assert [a.name for a in event.actors if a.role == "target"] == TARGETS[text]


def test_men_whom_an_army_killed_are_its_targets(coder: EventCoder) -> None:
    text = "The army said the four men it killed in Bara on Friday were traders."
    (event,) = coder.code(make_article(text), resolve(text))
    assert [(a.name, a.role) for a in event.actors] == [("army", "actor"), ("men", "target")]
