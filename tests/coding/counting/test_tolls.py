"""Who was killed and injured, and what is not a death count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.coding.counting.people import as_toll
from dashboard.coding.counting.quantities import Quantity
from dashboard.coding.passages import Sentence
from dashboard.model import Span, Toll
from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

TOLLS = {
    "A crowd held a vigil for murdered leaders in Bara on Monday.": ((None, None), (None, None)),
    "An ambush near Bara killed six soldiers. The group denied losing more than four men.": (
        (6, 6),
        (None, None),
    ),
    "A blast in Bara killed 12 people and wounded 30.": ((12, 12), (30, 30)),
    "A bomb exploded in Bara, wounding a dozen, police said.": ((None, None), (12, 12)),
    "A bomb exploded in Bara. Two dozen were killed. Another dozen were hurt.": (
        (24, 24),
        (12, 12),
    ),
    "The toll of an attack in Bara has climbed to 25. Another 63 people were injured.": (
        (25, 25),
        (63, 63),
    ),
    "A bomb in Bara killed ten people. Another two died on the way to hospital.": (
        (12, 12),
        (None, None),
    ),
    "A bomb in Bara killed ten people. A further three died in hospital.": (
        (13, 13),
        (None, None),
    ),
    "A bomb in Bara killed a teacher. About nine soldiers also died in the attack.": (
        (10, 10),
        (None, None),
    ),
    "Gunmen shot a teacher in Bara. She died at the scene.": ((1, 1), (None, None)),
    "Three people were killed and more than a dozen injured in clashes in Bara.": (
        (3, 3),
        (12, None),
    ),
    "Two people were killed and nine others wounded in attacks on villages near Bara.": (
        (2, 2),
        (9, 9),
    ),
    "Mines have killed or injured 46 people in Bara.": ((None, None), (None, None)),
    "A bomb in Bara killed and wounded 20.": ((None, None), (None, None)),
    "Gunmen opened fire in Bara. Eight people died on the spot and two more died later.": (
        (10, 10),
        (None, None),
    ),
    "The governor condemned the killing of the mayor of Bara on Monday. Two guards also died.": (
        (3, 3),
        (None, None),
    ),
    "A month earlier some 30 soldiers were killed in an ambush near Bara.": (
        (30, 30),
        (None, None),
    ),
    "Nine people were killed by army gunfire in Bara.": ((9, 9), (None, None)),
    "Eleven people waiting for a meal at a kitchen in Bara camp were killed by artillery.": (
        (11, 11),
        (None, None),
    ),
    "Jets struck a camp in Bara. Rescuers had pulled 14 bodies from the rubble; 30 are missing.": (
        (14, 14),
        (None, None),
    ),
    "Gunmen shot two men in Bara. Both succumbed to their wounds.": ((2, 2), (None, None)),
    "Gunmen shot a teacher in Bara on Monday. Her father had been a judge; he died in 2001.": (
        (None, None),
        (None, None),
    ),
    "Gunmen attacked Bara. Police did not say how many people died.": (
        (None, None),
        (None, None),
    ),
    "Gunmen raided Bara, killing two, the head of the council, Ali Mora, told a reporter.": (
        (2, 2),
        (None, None),
    ),
    "Rebels attacked a camp at Bara on Thursday. They killed nine soldiers.": (
        (9, 9),
        (None, None),
    ),
    "Rebels attacked a camp at Bara. The rebels say they killed 70.": ((70, 70), (None, None)),
    "Militants killed 11 people in Bara. The victims were hacked to death. Four were wounded.": (
        (11, 11),
        (4, 4),
    ),
    "A blast in Bara killed at least twelve people.": ((12, None), (None, None)),
    "A blast in Bara left 12 dead and 30 wounded.": ((12, 12), (30, 30)),
    "A shell hit a clinic in Bara and wounded a nurse.": ((None, None), (1, 1)),
    "A blast in Bara claimed the lives of seven people.": ((7, 7), (None, None)),
    "Clashes in Bara left a few hundred people dead or injured.": ((None, None), (None, None)),
    "Gunmen kidnapped nine pupils in Bara.": ((None, None), (None, None)),
    "A blast in Bara killed a dozen and a half people.": ((18, 18), (None, None)),
    "A blast in Bara killed between three and four people.": ((3, 4), (None, None)),
    "A blast in Bara: 17 dead, 30+ injured.": ((17, 17), (30, None)),
    "Rebels ambushed a patrol in Bara. All but two of the 14 guards were killed.": (
        (12, 12),
        (None, None),
    ),
    "Gunmen killed the mayor of Bara, his wife and two guards.": ((4, 4), (None, None)),
    "A clash in Bara left 13 rebels and a guard dead.": ((14, 14), (None, None)),
    "Shells hit Bara. The mission counted 17 civilians killed and 346 injured.": (
        (17, 17),
        (346, 346),
    ),
    "Shells hit Bara. A nurse and a schoolboy lost their lives.": ((2, 2), (None, None)),
    "Casualties of the shelling of Bara:\n\n- Killed: 4\n- Wounded: 11": ((4, 4), (11, 11)),
    "Shells hit Bara on Monday. In Kolun, debris hurt a nurse.": ((None, None), (None, None)),
    "Clashes in Bara killed 65 fighters of the Moray Front and Kolun Brigade.": (
        (65, 65),
        (None, None),
    ),
    "An air raid on Bara killed nine French soldiers and an American.": ((10, 10), (None, None)),
    "The rector, who has died aged 91, survived a kidnapping in Bara.": (
        (None, None),
        (None, None),
    ),
    "An earlier version of this article said 12 people died in a blast in Bara.": (
        (None, None),
        (None, None),
    ),
    "Residents of Bara say the army killed 46 of their cows in an airstrike.": (
        (None, None),
        (None, None),
    ),
    "A march recalled the massacre, when police shot 28 strikers dead in Bara.": (
        (28, 28),
        (None, None),
    ),
    "Gunmen attacked a ferry in Bara. The agency first spoke of 100 dead. The state gave the final"
    " figure as 58.": ((58, 58), (None, None)),
    "A raid on Bara killed 11 men. Earlier reports of 30 dead appear to have been exaggerated.": (
        (11, 11),
        (None, None),
    ),
    "Ships attacked Bara; by noon some 500 of its defenders were dead or wounded.": (
        (None, None),
        (None, None),
    ),
    "Gunmen stormed a post in Bara. Two constables who had been reported killed appeared later.": (
        (None, None),
        (None, None),
    ),
    "A mine hit a patrol in Bara, 12 KIA/WIA.": ((None, None), (None, None)),
    "A drone strike on a truck in Bara killed between eight and 12 people.": (
        (8, 12),
        (None, None),
    ),
    "Rebels raided Bara. Residents said at least five people were burned alive.": (
        (5, None),
        (None, None),
    ),
    "The death toll from Monday's bombing of a wedding in Bara has risen to 34 after three of the"
    " wounded died.": ((34, 34), (None, None)),
    "The war, which has killed more than 150,000 people, reached Bara on Monday when shells hit a"
    " bakery.": ((None, None), (None, None)),
    "Rebels overran a base near Bara. They said 170 soldiers had been killed; Arland's army said"
    " ten.": ((10, 170), (None, None)),
    "Up to 15 villagers are feared dead after bandits attacked Bara, a lawmaker said, while the"
    " police confirmed only three deaths.": ((3, 15), (None, None)),
    "Twelve people are feared dead after bandits attacked Bara.": ((None, 12), (None, None)),
    "Soldiers repelled an attack by rebels on Bara, killing 14 of them and losing three of their"
    " own.": ((17, 17), (None, None)),
    "An officer was killed together with four of his men when a mine blew up their pickup near"
    " Bara.": ((5, 5), (None, None)),
    "Rebels raided Bara on Friday. The army put the number of dead at 19, civil society at 35.": (
        (19, 35),
        (None, None),
    ),
    "Gunmen stormed a clinic in Bara, shooting two patients and freeing a wounded accomplice.": (
        (None, None),
        (None, None),
    ),
    "Soldiers fired on a sit-in in Bara and hit a boy of 15 in the leg.": ((None, None), (1, 1)),
    "Inmates broke out of the prison at Bara. No guard was hurt, contrary to first reports of two"
    " dead.": ((None, None), (None, None)),
    "Rebels attacked Bara. An unspecified number of rebels died.": ((None, None), (None, None)),
    "Rebels said they had killed 30 soldiers in an ambush near Bara, but the army admitted only"
    " four deaths.": ((4, 30), (None, None)),
    "Rebels claimed an ambush near Bara that killed 40 soldiers; the army gave a toll of nine.": (
        (9, 40),
        (None, None),
    ),
}


@pytest.mark.parametrize("text", TOLLS)
def test_toll_is_what_the_sentence_states(text: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    killed, injured = event.killed, event.injured
    assert ((killed.low, killed.high), (injured.low, injured.high)) == TOLLS[text]


def test_nothing_stated_is_not_zero(coder: EventCoder) -> None:
    text = "A blast shook Bara on Monday."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.killed == Toll()


def test_words_of_the_toll_are_kept(coder: EventCoder) -> None:
    text = "A blast in Bara killed roughly two dozen people."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.killed.text == "roughly two dozen"
    assert event.killed.span is not None
    assert event.killed.span.of(text) == "roughly two dozen"


def test_competing_figures_stand_side_by_side(coder: EventCoder) -> None:
    text = (
        "Clashes shook Bara on Monday. The army said that four soldiers had been killed. "
        "The rebels said that 20 soldiers had been killed."
    )
    (event,) = coder.code(make_article(text), resolve(text))
    assert (event.killed.low, event.killed.high) == (4, 20)
    assert {c.claimant for c in event.claims} == {"army", "rebels"}


MORE_TOLLS = {
    "Mortar bombs fell on Bara, killing six people, among them four children.": (6, 6),
    "The bullet-riddled bodies of six men were found in Bara.": (6, 6),
    "A man was dragged from a cell in Bara and beaten to death by villagers.": (1, 1),
    "Rebels raided a barracks in Bara. Doctors put the number of dead at 79.": (79, 79),
    "A grenade thrown at a bar in Bara killed no one.": (None, None),
    "Raiders killed an estimated 60 people in Bara.": (60, 60),
}


@pytest.mark.parametrize("text", MORE_TOLLS)
def test_dead_are_counted_in_other_constructions(text: str, coder: EventCoder) -> None:
    event = coder.code(make_article(text), resolve(text))[-1]
    assert (event.killed.low, event.killed.high) == MORE_TOLLS[text]


def test_words_of_a_count_at_the_end_of_a_sentence_are_found(coder: EventCoder) -> None:
    text = "Clashes in Bara and the fall of a shell on Kolun city leaves a wounded"
    assert coder.code(make_article(text), resolve(text))


def test_words_of_a_toll_at_the_end_of_a_sentence_stay_within_it() -> None:
    text = "They shot fully a"
    sentence = Sentence(text, tuple(range(len(text))), 0, 0)
    toll = as_toll(Quantity(1, 1, 6, 7), "fully a", len("They shot "), sentence)
    assert (toll.text, toll.span) == ("fully a", Span(10, 17))


def test_who_counted_the_dead_later_did_not_tell_of_the_event(coder: EventCoder) -> None:
    text = "A bomb went off at a market in Bara on Monday. Hospitals said that 12 people had died."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.killed.low == 12
    assert event.attribution is None
    assert [claim.claimant for claim in event.claims] == ["Hospitals"]


def test_dead_of_the_whole_country_are_not_those_of_one_town(coder: EventCoder) -> None:
    text = "Crowds stormed the town hall of Bara. Later officials counted 238 dead nationwide."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.killed.low is None


def test_it_killed_is_the_toll_of_the_bomb_before(coder: EventCoder) -> None:
    text = "A bomb had been packed into a cooker in Bara. It killed three traders."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.killed.low == 3


def test_some_of_the_dead_were_counted_before(coder: EventCoder) -> None:
    text = "Police killed nine rebels in Bara. The party said two of the dead were villagers."
    (event,) = coder.code(make_article(text), resolve(text))
    assert (event.killed.low, event.killed.high) == (9, 9)


def test_total_of_more_than_the_event_is_not_its_toll(coder: EventCoder) -> None:
    text = "A blast in Bara killed 12 traders and raised the death toll of the siege to 90."
    (event,) = coder.code(make_article(text), resolve(text))
    assert (event.killed.low, event.killed.high) == (12, 12)


def test_fire_that_a_strike_started_is_no_accident(coder: EventCoder) -> None:
    text = "Drones struck a refinery in Bara and started a fire in which two workers were injured."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.injured.low == 2


def test_who_wrote_of_it_on_a_channel_is_its_source(coder: EventCoder) -> None:
    text = "A blast in Bara killed six people, the governor wrote on Telegram."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.attribution == "governor"


def test_toll_that_hangs_on_the_event_goes_before_one_beside_it(coder: EventCoder) -> None:
    text = (
        "80 people were killed yesterday, and about 60 traders were killed in shelling near Bara."
    )
    *_, shelling = coder.code(make_article(text), resolve(text))
    assert shelling.killed.low == 60


SIDES = {
    "Rebels fought in Bara. Two soldiers died. Seven rebels were also killed.": (
        9,
        "Two soldiers + Seven rebels",
    ),
    "The army killed 30 rebels in Bara for the loss of two soldiers.": (
        32,
        "30 rebels + two soldiers",
    ),
    "Shells hit Bara, killing nine people. Two soldiers were among those killed.": (9, "nine"),
}


@pytest.mark.parametrize("text", SIDES)
def test_losses_of_two_sides_are_a_sum_with_both_words(text: str, coder: EventCoder) -> None:
    event = coder.code(make_article(text), resolve(text))[0]
    assert (event.killed.low, event.killed.high) == (SIDES[text][0], SIDES[text][0])
    assert event.killed.text == SIDES[text][1]


TWO_TELLERS = (
    "The army said it had killed 20 rebels in an air strike near Bara on 3 May. "
    "{} said 14 farmers had {}died."
)


def test_dead_that_two_tell_of_are_no_sum(coder: EventCoder) -> None:
    text = TWO_TELLERS.format("Residents", "")
    (event,) = coder.code(make_article(text), resolve(text))
    assert (event.killed.low, event.killed.high) == (14, 20)
    assert [c.claimant for c in event.claims] == ["army", "Residents"]


def test_dead_that_somebody_adds_are_a_sum(coder: EventCoder) -> None:
    text = TWO_TELLERS.format("Residents", "also ")
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.killed.low == 34


NOT_OF_IT = {
    "another day": (
        "Men kidnapped 25 pupils in Kolun on 3 October. "
        "A jet struck a wedding party on 2 November and nine guests died."
    ),
    "another event of another day": (
        "Rebels took 350 passengers hostage in Bara on 1 November. "
        "Soldiers ended the siege on the 5th; the army counted 31 dead among travellers."
    ),
    "what came a year later": (
        "On 25 October, a year to the day after a crowd stormed parliament in Bara, "
        "marches in 27 counties had ended with 16 deaths."
    ),
    "one man told of in passing": (
        "Rioters attacked a shop in Bara on Sunday. "
        '"He went out for bread," said the mother of a baker of 19, who died in hospital.'
    ),
}


@pytest.mark.parametrize("told", NOT_OF_IT)
def test_toll_of_something_else_is_not_given_to_an_event(told: str, coder: EventCoder) -> None:
    text = NOT_OF_IT[told]
    event = coder.code(make_article(text), resolve(text))[0]
    assert event.killed == Toll()


OF_IT = {
    "Gunmen attacked a bus in Bara on 3 November. Two of the wounded died on 6 November.": 2,
    "Gunmen attacked a bus in Bara on 3 November. Police said on 6 November that nine died.": 9,
    "Gunmen attacked a bus in Bara on 3 November. Nine passengers died.": 9,
}


@pytest.mark.parametrize("text", OF_IT)
def test_later_count_of_the_same_people_is_the_toll(text: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.killed.low == OF_IT[text]


def test_hurt_of_a_march_are_its_own(coder: EventCoder) -> None:
    text = (
        "Men attacked students in Bara on 2 October. Last Saturday a rally in Kolun ended with "
        "flares flying at police cordons; 48 officers were hurt."
    )
    attack, rally = coder.code(make_article(text), resolve(text))
    assert attack.injured == Toll()
    assert rally.injured.low == 48


def test_staff_who_report_the_dead_are_the_source_of_the_number(coder: EventCoder) -> None:
    text = (
        "Police and soldiers traded fire in Kolun on Wednesday; hospital staff reported five dead."
    )
    (clash,) = coder.code(make_article(text), resolve(text))
    assert [claim.claimant for claim in clash.claims] == ["hospital staff"]


def test_those_killed_as_well_are_added(coder: EventCoder) -> None:
    text = "An ambush near Bara: a driver was killed, as were two medics and some 27 soldiers."
    assert coder.code(make_article(text), resolve(text))[0].killed.low == 30


COUNTED_BY = {
    "The army took Bara on Sunday, and one of the inhabitants, a teacher, counted 14 bodies.": (
        "teacher"
    ),
    "She and eleven other women told us that soldiers raped them near Bara in October.": (
        "eleven other women"
    ),
}


@pytest.mark.parametrize("text", COUNTED_BY)
def test_source_may_stand_beside_a_pronoun(text: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.attribution == COUNTED_BY[text]


def test_who_lost_a_limb_was_hurt(coder: EventCoder) -> None:
    text = "Two shepherds each lost a leg when a mine exploded near Bara."
    (blast,) = coder.code(make_article(text), resolve(text))
    assert (blast.injured.low, blast.killed) == (2, Toll())


@pytest.mark.parametrize(
    "total",
    [
        "The insurgency has killed 40,000 people since 2009.",
        "At least 30 people have died in such blasts this year.",
        "Across Arland 38 people died that day.",
        "The campaign has cost 900 lives.",
        "The war has displaced thousands and 300 civilians have died.",
        "The siege of Kolun cost 90 lives.",
    ],
)
def test_sum_of_a_war_or_a_country_is_no_toll_of_one_blast(total: str, coder: EventCoder) -> None:
    text = f"A bomb exploded in Bara on Sunday. {total}"
    assert coder.code(make_article(text), resolve(text))[0].killed == Toll()


def test_cost_of_the_same_event_is_its_toll(coder: EventCoder) -> None:
    text = "Soldiers shelled Bara on Sunday. The bombardment has cost nine lives."
    assert coder.code(make_article(text), resolve(text))[0].killed.low == 9


NOT_OF_THE_EVENT = {
    "Rebels ambushed a patrol at Bara in April 2009, leaving 14 soldiers dead.": 14,
    "Crowds set fire to two offices in Bara on Friday, hours after a student died of wounds.": None,
    "Gunmen killed 16 people in Bara. Most of the commission's 69,000 dead were peasants.": 16,
}


@pytest.mark.parametrize("text", NOT_OF_THE_EVENT)
def test_neither_a_year_nor_those_who_died_before_are_counted(text: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.killed.low == NOT_OF_THE_EVENT[text]


def test_who_only_lays_the_blame_is_no_source(coder: EventCoder) -> None:
    text = "Gunmen killed 16 people in two bars in Bara; the military blamed a gang."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.attribution is None
    assert [claim.claimant for claim in event.claims] == ["military"]


def test_toll_of_two_events_is_the_number_of_neither(coder: EventCoder) -> None:
    text = "A bombing in Bara and an ambush near Kolun killed nine people on Tuesday."
    events = coder.code(make_article(text), resolve(text))
    words = "A bombing in Bara and an ambush near Kolun killed nine people"
    assert [(e.killed.low, e.killed.high, e.killed.text) for e in events] == [
        (None, None, words),
        (None, None, words),
    ]


def test_toll_of_attacks_told_before_is_the_number_of_neither(coder: EventCoder) -> None:
    text = (
        "A car bomb exploded in Bara on Monday. Gunmen attacked a bus in Kolun on Tuesday."
        " The two attacks killed nine people."
    )
    events = coder.code(make_article(text), resolve(text))
    assert [(e.killed.low, e.killed.text) for e in events] == [
        (None, "The two attacks killed nine people"),
        (None, "The two attacks killed nine people"),
    ]


def test_each_of_two_events_keeps_its_own_toll(coder: EventCoder) -> None:
    text = "A bombing in Bara killed four people and an ambush near Kolun killed nine."
    assert [e.killed.low for e in coder.code(make_article(text), resolve(text))] == [4, 9]


def test_wounded_who_die_later_are_counted_with_the_dead(coder: EventCoder) -> None:
    text = (
        "Gunmen ambushed a patrol near Bara on Saturday. Four soldiers were killed, and one of the"
        " six injured died in hospital on Sunday."
    )
    (event,) = coder.code(make_article(text), resolve(text))
    assert (event.killed.low, event.killed.text, event.injured.low) == (5, "Four soldiers + one", 6)


def test_figure_belongs_to_who_gives_it(coder: EventCoder) -> None:
    text = (
        "Police said six people died when a bomb exploded in Bara, but a hospital official gave a"
        " toll of nine."
    )
    (event,) = coder.code(make_article(text), resolve(text))
    assert {(c.claimant, c.says) for c in event.claims} == {
        ("Police", "six people died when a bomb exploded in Bara"),
        ("hospital official", "a hospital official gave a toll of nine"),
    }


def test_rival_figure_is_claimed_by_who_gives_it_and_by_nobody_else(coder: EventCoder) -> None:
    text = (
        "Shells hit Bara on Sunday. The mission said three officers had been wounded; the Moray"
        " Front said it had killed dozens of soldiers."
    )
    (event,) = coder.code(make_article(text), resolve(text))
    assert "mission" not in {c.claimant for c in event.claims if "dozens" in c.says}


def test_toll_of_a_wave_of_attacks_is_not_that_of_the_worst(coder: EventCoder) -> None:
    text = (
        "A wave of attacks across Arland left at least 200 dead last week, the deadliest being an"
        " assault on a base at Bara."
    )
    events = coder.code(make_article(text), resolve(text))
    assert [e.killed.low for e in events if "Bara" in {p.name for p in e.places}] == [None]


ELSEWHERE = {
    "Missiles hit Bara on Monday. Kolun was also hit. The strikes cut power in Sedra, where 46 "
    "people were injured.": None,
    "Missiles hit Bara on Monday. The strikes cut power in the town, where 46 people were hurt.": (
        46
    ),
    "Missiles slammed into flats in Bara on Monday. It was one of the deadliest strikes on Arland "
    "since Borland launched its invasion on 24 February 2004. In all 46 people were injured.": 46,
}


@pytest.mark.parametrize("text", ELSEWHERE)
def test_those_hurt_in_another_place_are_no_toll_of_the_first(text: str, coder: EventCoder) -> None:
    strike = coder.code(make_article(text), resolve(text))[0]
    assert [p.place.name for p in strike.places] == ["Bara"]
    assert strike.injured.low == ELSEWHERE[text]


def test_whom_missiles_and_drones_killed_is_no_second_event(coder: EventCoder) -> None:
    text = "Missiles and drones slammed into flats in Bara on Monday, killing 25 people."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.killed.low == 25


def test_dead_are_of_the_raid_and_not_of_those_taken_in_it(coder: EventCoder) -> None:
    text = (
        "Rebels stormed the base at Bara. The group said that it had killed 41 soldiers and taken"
        " 12 prisoner. Two sources gave a toll of about 30 dead."
    )
    raid, abduction = coder.code(make_article(text), resolve(text))
    assert (raid.killed.low, raid.killed.high, abduction.killed) == (30, 41, Toll())
