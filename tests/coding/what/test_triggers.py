"""Constructions in which an event is told: active, passive, headline, noun, clause of cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

SAME_KIND = {
    "Non-violent transfer of territory": [
        "Villagers saw rebels enter the town of Bara unopposed.",
    ],
    "Violent demonstration": [
        "Several hundred people stormed the airport of Bara.",
        "Police and traders clash in Bara.",
    ],
    "Arrests": [
        "Fourteen of the inmates who fled Bara have been recaptured.",
        "Eleven people were held for public violence in Bara.",
    ],
    "Looting/property destruction": [
        "Rebels seized rifles from a store in Bara.",
        "The looting of warehouses has continued in Bara.",
    ],
    "Excessive force against protesters": [
        "Four protesters were shot dead in Bara as thousands marched against the tax.",
        "Police fired live rounds to disperse a crowd in Bara.",
    ],
    "Shelling/artillery/missile attack": [
        "Mortar bombs fell on a camp near Bara, killing six people.",
        "At least 17 shoppers died when a mortar round landed in Bara.",
        "Bara came under artillery fire on Monday.",
        "ROCKETS HIT THE PORT OF BARA.",
        "A missile fired at dawn struck a school in Bara.",
        "Shells fired from the hills landed on flats in Bara and killed a woman.",
        "Government troops opened fire with artillery on Bara on Tuesday.",
    ],
    "Remote explosive/landmine/IED": [
        "Two soldiers died when a patrol walked into a minefield near Bara.",
        "A police car was hit by a roadside IED in Bara.",
        "Rebels targeted a police van with a bomb in Bara.",
        "A bus was ripped apart by a roadside bomb in Bara.",
        "A device left at a bank in Bara went off on Monday.",
        "The road that bandits mined on Monday, crippling a lorry near Bara, was reopened.",
        "Three boys died when they stepped on a mine near Bara.",
    ],
    "Abduction/forced disappearance": [
        "The nine girls taken from Bara are still missing.",
        "Two fishermen snatched by pirates off Bara have not been seen since.",
        "A gunman held nine people captive on a bus in Bara.",
        "Rebels took some 40 aid workers hostage near Bara in May 2000.",
    ],
    "Air/drone strike": [
        "One-way UAS hit the grain terminal at Bara overnight.",
        "Drones set fire to a refinery at Bara on Monday night.",
        "A jet chasing rebels struck a wedding party near Bara.",
    ],
    "Armed clash": [
        "In July a column of mercenaries was destroyed near Bara.",
        "Rebels tried to capture Bara on Monday.",
        "Gunmen who tried to enter a post in Bara were shot dead.",
        "Soldiers beat back a night assault on the ridge near Bara and killed 11 rebels.",
        "Nine soldiers died in four days of fighting around Bara.",
        "Two militias came to blows in Bara on Monday.",
    ],
    "Government regains territory": [
        "The army announced the capture of Bara on Sunday.",
        "The army hailed the seizure of Bara from the rebels.",
        "The army won both back on the road to Bara.",
    ],
    "Disrupted weapons use": [
        "The army seized a lorry of rifles near Bara.",
        "Officers impounded a boat laden with arms off Bara.",
        "Sappers lifted the charges under a bridge at Bara.",
    ],
    "Attack": [
        "Two clerks were found dead in a car near Bara, shot in the head.",
        "Nine passengers died when gunmen fired on it near Bara.",
        "Police gun down three suspected rustlers in Bara.",
        "Five bodies were found dumped in a field near Bara.",
        "Forty people died in a militia raid on the Bara camp.",
    ],
    "Other": [
        "Soldiers overthrew President Ana Perez in Bara in March.",
        "The president was deposed by officers in Bara on Monday.",
    ],
    "Peaceful protest": [
        "Villagers kept up roadblocks in Bara for a third week.",
        "Residents of Bara blocked the N11 with stones on Tuesday.",
        "A lorry drivers' strike in Bara over diesel prices went on.",
    ],
    "Change to group/activity": ["The rebel movement declared its dissolution in Bara."],
    "Mob violence": [
        "A man was dragged from a cell in Bara and beaten to death by villagers.",
        "Villagers beat a thief to death in Bara.",
    ],
    "Non-state actor overtakes territory": [
        "Rebels announced the capture of Bara on Sunday.",
        "Borlandic troops took the town of Bara in Arland on Sunday.",
        "The town of Bara fell to insurgents on Monday.",
        "Insurgents swept into the town of Bara on Monday.",
        "Rebel columns marched into Bara on Tuesday.",
        "Militants held Bara for five months in 2007.",
        "The rebels took both back after a night near Bara.",
        "The militia flushed the commander's men from Bara.",
        "The town of Bara fell on Sunday after a siege by the rebels.",
    ],
}
CASES = [(kind, text) for kind, texts in SAME_KIND.items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), CASES, ids=[text[:40] for _, text in CASES])
def test_construction_names_one_event(kind: str, text: str, coder: EventCoder) -> None:
    assert [e.sub_type for e in coder.code(make_article(text), resolve(text))] == [kind]


def test_raid_that_led_to_an_arrest_is_no_event_of_its_own(coder: EventCoder) -> None:
    text = "Police raided five homes in Bara and arrested seven people."
    assert [e.sub_type for e in coder.code(make_article(text), resolve(text))] == ["Arrests"]


def test_cease_fire_that_broke_down_is_no_fire(coder: EventCoder) -> None:
    text = "The cease-fire in Bara broke down on Monday."
    assert [e.sub_type for e in coder.code(make_article(text), resolve(text))] == ["Agreement"]


SEVERAL_WAYS = {
    "Non-state actor overtakes territory": [
        "Rebels seized Kestoria on Monday.",
        "Goldu fell to the rebels in January.",
        "Rebels of the Free Army have taken the Bara market.",
    ],
    "Government regains territory": [
        "Troops are back in control of Bara.",
        "The army raised its flag over Bara after driving the rebels from the hills.",
    ],
    "Attack": ["Masked men stormed a clinic in Bara and shot two nurses."],
    "Abduction/forced disappearance": ["On 23 May 2009 gunmen in Bara took a priest hostage."],
    "Shelling/artillery/missile attack": [
        "One woman was killed and her son lost a leg when mortar rounds rained down on Bara."
    ],
    "Mob violence": [
        "Three people were killed and huts burned in clashes between settlers and villagers."
    ],
    "Armed clash": ["Soldiers in Bara beat back an assault by rebels on the army base."],
    "Protest with intervention": ["Police in Bara broke up a march and arrested sixty people."],
    "Disrupted weapons use": ["Sappers in Bara defused a device that had been left under a bus."],
    "Air/drone strike": [
        "Drones hit a grain store in Bara on Monday; no casualties.",
        "A Borlandic strike on a tent camp in Bara killed nine people, medics said.",
    ],
}
WAYS = [(kind, text) for kind, texts in SEVERAL_WAYS.items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), WAYS, ids=[text[:40] for _, text in WAYS])
def test_what_belongs_together_is_one_event(kind: str, text: str, coder: EventCoder) -> None:
    assert [e.sub_type for e in coder.code(make_article(text), resolve(text))] == [kind]


def test_they_are_those_of_whom_the_sentence_before_told(coder: EventCoder) -> None:
    text = "Rebels ambushed a patrol near Bara on Monday. They seized the town of Kolun on Tuesday."
    events = coder.code(make_article(text), resolve(text))
    assert events[-1].sub_type == "Non-state actor overtakes territory"


def test_car_with_explosives_is_no_traffic_accident(coder: EventCoder) -> None:
    text = "A car packed with explosives went off in Bara, killing six people."
    assert [e.sub_type for e in coder.code(make_article(text), resolve(text))] == [
        "Remote explosive/landmine/IED"
    ]


def test_headline_in_title_case_is_read_like_a_sentence(coder: EventCoder) -> None:
    text = "Gunmen Kill Five Traders in Attack on Market Near Bara"
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.sub_type == "Attack"
    assert event.killed.low == 5


def test_headline_that_leaves_out_its_verb_tells_an_event(coder: EventCoder) -> None:
    text = "More than 22 killed in bombardment on Bara"
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.sub_type == "Shelling/artillery/missile attack"
    assert event.killed.low == 22


def test_raid_that_ends_in_a_fight_is_one_event(coder: EventCoder) -> None:
    text = "Police raided a camp near Bara and exchanged fire with gunmen."
    assert [e.sub_type for e in coder.code(make_article(text), resolve(text))] == ["Armed clash"]


NO_EVENTS = [
    "Armed men blocked the road to Bara for most of Monday.",
    "A teacher unseated President Ana Perez in the election in Bara on Sunday.",
    "A gas main exploded under a block of flats in Bara and killed five tenants.",
    "Inspectors in Bara ruled out an attack.",
    "The roof of a station in Bara came down and killed 16 people.",
    "Borland protested against the violation of its airspace over Bara.",
    "A canopy fell on the forecourt of a station in Bara and killed nine.",
    "A guard turned on the lights in Bara.",
    "A singer lost her sight to an illness in Bara.",
    "The pass above Bara was closed by snow.",
    "People stood before the palace in Bara and took pictures.",
    "Snow filled the main square of Bara.",
    "The number of inmates rose in the jails of Bara.",
    "A hiker was found dead in Bara.",
    "Soldiers cleared a roadblock of stones on the coast road near Bara.",
    "Two patients were carried off on stretchers in Bara.",
    "The pastor walked through Bara with his son.",
    "Tourists boarded the ferry in Bara on Monday.",
    "Flash floods in Bara destroyed shelters and drowned 19 people.",
    "The two clubs came to an understanding in Bara in May.",
    "The minister declared the bridge at Bara open on Monday.",
    "The court in Bara annulled the marriage in May.",
    "Prices in Bara fell in June.",
    "The lake above Bara fell in June by a third.",
    "The party hunted votes in Bara.",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_accident_or_diplomacy_is_no_event(text: str, coder: EventCoder) -> None:
    assert coder.code(make_article(text), resolve(text)) == ()


ONE_EVENT = [
    "Masked men burst into a clinic in Bara and beat two nurses.",
    "Rebels shelled a camp near Bara on Monday, an attack that killed nine people.",
    "Missiles and drones fell on Bara before dawn and killed nine people.",
    "The rebels took the garrison at Bara on 4 May after days of fighting.",
    "Rebels attacked a police post in Bara, and at least two guards were killed.",
    "When crowds gathered at the bridge in Bara, police fired live rounds into them.",
    "A treaty signed in Bara on 4 May ended the war.",
    "On 8 May some thirty masked men with clubs descended on pickers near Bara.",
    "In the village of Old Bara raiders came at night and led away nine girls.",
]


@pytest.mark.parametrize("text", ONE_EVENT)
def test_what_is_told_in_two_ways_is_one_event(text: str, coder: EventCoder) -> None:
    assert len(coder.code(make_article(text), resolve(text))) == 1


def test_deaths_elsewhere_are_an_event_of_their_own(coder: EventCoder) -> None:
    text = "Rebels attacked a police post in Bara, and two farmers were killed in Kolun."
    assert len(coder.code(make_article(text), resolve(text))) == 2


def test_month_before_a_verb_is_no_particle(coder: EventCoder) -> None:
    # "In" goes with the month; "took in" would be an arrest.
    text = "In May 2000 they took nine peacekeepers hostage near Bara."
    assert [e.sub_type for e in coder.code(make_article(text), resolve(text))] == [
        "Abduction/forced disappearance"
    ]


def test_verb_that_the_parse_takes_for_an_adjective_is_read(coder: EventCoder) -> None:
    text = "A third drone damaged pipes at a plant in Bara."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.sub_type == "Air/drone strike"


def test_those_whom_gunmen_shot_dead_are_told_with_a_place_nearby(coder: EventCoder) -> None:
    text = "Gunmen shot dead a tribal elder in nearby Bara on Sunday."
    events = coder.code(make_article(text), resolve(text))
    assert [e.sub_type for e in events] == ["Attack"]
