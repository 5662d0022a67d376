"""How sure the text is: each sentence in the status that a reader would give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.model import Status
from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

STATUSES = {
    "The army bombed a school in Bara. A spokesman denied that there had been an air strike.": (
        Status.DISPUTED
    ),
    "The army bombed a school in Bara. The army denied bombing the school.": Status.REPORTED,
    "Police fired on a march in Bara. Six died, medics said; police disputed the figure.": (
        Status.REPORTED
    ),
    "Gunmen were said to have stormed a police post in Bara.": Status.CLAIMED,
    "The report says the bombing of Bara in 2005 was not a mistake.": Status.REPORTED,
    "The rebels had reported a raid in Bara; the army had denied it.": Status.DISPUTED,
    "Two things went wrong with the attack on the fort at Bara.": Status.REPORTED,
    "Two guards were shot in an ambush in Bara, so we insist on body armour.": Status.REPORTED,
    "The union in Bara had called two strikes last year.": Status.REPORTED,
    "Students should explain why the siege of Bara in 1631 shocked the world.": Status.REPORTED,
    "A reporter retracts her story. She had written that gunmen killed 19 people in Bara.": (
        Status.DISPUTED
    ),
    "Rebels denied a loss and said that they had shot dead nine men in Bara.": Status.CLAIMED,
    "Nurses planned to march in Bara, but a parade was called off.": Status.PLANNED,
    "Rebels attacked an army post near Bara on Monday.": Status.REPORTED,
    "Rebels reportedly attacked an army post near Bara.": Status.CLAIMED,
    "Residents accuse the army of having shelled a camp near Bara.": Status.CLAIMED,
    "The ministers meet in Bara on 4 May.": Status.PLANNED,
    "The ministers met in Bara on 4 May.": Status.REPORTED,
    "The families have called a candlelight vigil in Bara for the 25th.": Status.PLANNED,
    "According to sources, rebels attacked an army post near Bara.": Status.CLAIMED,
    "Villagers fear that rebels attacked an army post near Bara.": Status.SPECULATED,
    "The army will launch an offensive against the rebels near Bara.": Status.PLANNED,
    "Peace talks are to open in Bara in February.": Status.PLANNED,
    "The leaders of the two neighbours will meet in Bara on Monday.": Status.PLANNED,
    "Peace talks due to resume in Bara next week will deal with prisoners.": Status.PLANNED,
    "Analysts warn of more attacks in Bara.": Status.HYPOTHETICAL,
    "Elders of the two clans are due to meet at Bara on Sunday.": Status.PLANNED,
    "Borland said it would host talks between the two sides in Bara.": Status.PLANNED,
    "The opposition has called for another march in Bara on Monday.": Status.PLANNED,
    "The police mission is to move into a new base near Bara.": Status.PLANNED,
    "Officers have set up a command post in Bara, a partisan channel claims.": Status.CLAIMED,
    "The opposition in Bara called on its supporters to march on Friday.": Status.PLANNED,
    "If the rebels came, they could storm Bara.": Status.HYPOTHETICAL,
    "The ministry said that it would send soldiers to Bara.": Status.PLANNED,
    "Should the rebels attack the army post near Bara, the road would close.": Status.HYPOTHETICAL,
    "The army is building huts for later operations in Bara.": Status.PLANNED,
    "Further attacks in Bara are expected.": Status.HYPOTHETICAL,
    "What would change the picture is an attack on Bara.": Status.HYPOTHETICAL,
    "If the rebels attacked the army post near Bara, the road would close.": Status.HYPOTHETICAL,
    "The rebels could attack an army post near Bara.": Status.HYPOTHETICAL,
}
NO_EVENTS = [
    "I dreamt that soldiers shot a baker in Bara.",
    "She compares the veto of the governor of Bara to an ambush.",
    "The bloodbath at the polls in Bara cost the party 61 seats.",
    "Malware struck the port of Bara and held its container system hostage for two days.",
    "The commissioner in Bara said that no man had been shot by either side.",
    "The runner killed the field on the last lap in Bara.",
    "Bomb the bridge at Bara before dawn.",
    '"Go ahead - shoot me," he told the gunman in Bara.',
    'The drill at schools in Bara was a success: 2,000 pupils were "rescued" in four minutes.',
    "The chair in Bara accused the treasury of holding the schools hostage.",
    "How many officers have been killed in Bara since January?",
    "Some imagine a coup in Bara.",
    "You will patrol in Bara and, where necessary, detain rebels.",
    "Your report that mobs rampaged through Bara on Sunday is nonsense.",
    "A few boys threw stones at a dog in Bara.",
    "There were no reports of looting in Bara.",
    "The senator likened the budget of Bara to a massacre of the poor.",
    "On Friday the front withdrew its claim in Bara.",
    "Nurses had planned to march in Bara on Monday, but the march was called off after talks.",
    "The union will strike in Bara on Monday. It cancelled the strike an hour later.",
    "The rebels did not attack the army post near Bara.",
    "No attack took place in Bara.",
    "The report says nothing about who might attack the convoy in Bara.",
    "Rumours that gunmen had overrun the police post in Bara turned out to be false.",
    "The leader of the rebels studied law in Bara in 1970, before the war.",
    "The president vowed to crush the rebellion near Bara.",
    "Villagers in Bara have fled rumours of an attack that never came.",
    "The army denies that any attack took place in Bara.",
    "The movement was meant to overthrow the king and sought to bomb the palace in Bara.",
    "The farmers called off the demonstration in Bara.",
    "Nobody had ever attacked Bara.",
    "By all accounts the war in Arland has been over since the troops landed.",
    "First he led the Army for the Liberation of Arland in Bara.",
    "Each large military operation was followed by massacres in the area.",
    "The Front, a rebellion of herders, had its seat in Bara.",
    "Nine soldiers were killed near Bara when their bus left the road.",
    "Nothing came of the proposal for a truce in Bara.",
    "Aid would come to Bara only after a ceasefire.",
]


@pytest.mark.parametrize("text", STATUSES)
def test_status_is_the_readers(text: str, coder: EventCoder) -> None:
    events = coder.code(make_article(text), resolve(text))
    assert [e.status for e in events] == [STATUSES[text]]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_what_did_not_happen_is_no_event(text: str, coder: EventCoder) -> None:
    assert coder.code(make_article(text), resolve(text)) == ()


def test_authorship_is_claimed_while_the_deed_is_reported(coder: EventCoder) -> None:
    text = (
        "An ambush near Bara killed nine soldiers on Monday. The Moray Front claimed "
        "responsibility for the ambush, and that claim has been disputed."
    )
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.status is Status.REPORTED
    assert [c.claimant for c in event.claims] == ["Moray Front", "not named"]
    assert "Moray Front" in [a.name for a in event.actors if a.role == "actor"]


def test_two_stories_of_one_deed_make_it_disputed(coder: EventCoder) -> None:
    text = (
        "A car bomb in Bara was claimed by the Moray Front. The authorities claimed that the "
        "bombing came out of a family quarrel."
    )
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.status is Status.DISPUTED


def test_label_of_a_bulletin_is_not_the_one_who_speaks(coder: EventCoder) -> None:
    text = "- Bara, Arland: the governor reported that shells had killed two men on Monday."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.attribution == "governor"


def test_killing_that_was_done_is_no_end_of_an_attack_that_was_planned(coder: EventCoder) -> None:
    text = (
        "The army said the four men it killed in Bara were rebels who had planned to attack Kolun."
    )
    events = coder.code(make_article(text), resolve(text))
    assert {(e.status, e.killed.low) for e in events} == {
        (Status.REPORTED, 4),
        (Status.PLANNED, None),
    }
