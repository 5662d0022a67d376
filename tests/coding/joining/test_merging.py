"""Which mentions are one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder


def test_later_mention_joins_and_adds_its_evidence(coder: EventCoder) -> None:
    text = "A bombing in Bara broke windows on Monday. The attack wounded six people."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.injured.low == 6
    assert len(event.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "A terrorist attack shook Bara on Monday. The bomb exploded at noon in front of a bank.",
        "Two guards were hurt in two attacks in Bara on Monday. The bombs went off in a market.",
    ],
)
def test_bomb_of_an_attack_is_no_second_event(text: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.sub_type == "Remote explosive/landmine/IED"
    assert event.when.edtf == "2010-11-08"


def test_bomb_that_was_not_told_of_is_an_event_of_its_own(coder: EventCoder) -> None:
    text = "Gunmen attacked a village near Bara on Monday. A bomb exploded in front of a bank."
    assert len(coder.code(make_article(text), resolve(text))) == 2


ONE_PERSON = {
    "her car": "Minister Ana Perez was wounded in an attack in Arland on Monday.\n\nUnidentified "
    "men machinegunned Perez's car as she was leaving her home in Bara.",
    "her office": "Senator Ana Perez Soto was murdered on Monday. The senate met. A minister "
    "spoke.\n\nPerez Soto, a teacher until May, was shot by two men in Bara.",
}


@pytest.mark.parametrize("text", ONE_PERSON.values(), ids=ONE_PERSON)
def test_what_befell_one_person_by_name_is_one_event(text: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.when.edtf == "2010-11-08"
    assert [at.place.name for at in event.places] == ["Bara"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed Ana Perez in Bara.\n\nGunmen killed Rosa Milla.",
        "Gunmen killed Ana Perez in Bara in May.\n\nAna Perez was shot in Bara on Monday.",
        "Gunmen kidnapped Ana Perez on Monday.\n\nAna Perez was murdered in Bara.",
        "Gunmen killed a judge in Bara.\n\nTwo men on a motorcycle shot a judge in Bara.",
    ],
    ids=["two persons", "two times", "two deeds", "nobody by name"],
)
def test_what_befell_others_or_at_another_time_is_another_event(
    text: str, coder: EventCoder
) -> None:
    assert len(coder.code(make_article(text), resolve(text))) == 2


def test_events_at_two_places_stay_two(coder: EventCoder) -> None:
    text = "A bombing shook Bara on Monday. A bombing shook Sedra on Tuesday."
    events = coder.code(make_article(text), resolve(text))
    assert [e.places[0].place.name for e in events] == ["Bara", "Sedra"]


def test_umbrella_is_not_counted_beside_its_members(coder: EventCoder) -> None:
    text = (
        "Nine convicts broke out of a prison in May. Several raids have hit Arland since that "
        "jailbreak, including the shooting down of a helicopter and an ambush in the Moray Valley."
    )
    events = coder.code(make_article(text), resolve(text))
    assert [e.when.edtf for e in events] == ["2010-05", "2010-05/2010-11-11", "2010-05/2010-11-11"]
    assert [p.place.name for e in events for p in e.places] == ["Arland", "Arland", "Moray Valley"]


def test_attack_since_then_is_not_the_war_told_before(coder: EventCoder) -> None:
    text = (
        "Nine convicts broke out of a prison in May. The deputy is a commander of Arland's civil "
        "war from 1992 to 1997. Since that jailbreak there have been several attacks in Arland, "
        "including the downing of a helicopter and the ambush of soldiers in the Moray Valley. In "
        "the latter attack at least 25 men were killed."
    )
    events = coder.code(make_article(text), resolve(text))
    (ambush,) = [e for e in events if e.killed.low]
    assert ambush.places[0].place.name == "Moray Valley"
    assert ambush.when.edtf == "2010-05/2010-11-11"


def test_those_who_are_hunted_have_done_something_else(coder: EventCoder) -> None:
    text = (
        "Soldiers conduct sweeps in the Moray Valley to catch the men who escaped from a Bara "
        "prison in May."
    )
    sweep, escape = coder.code(make_article(text), resolve(text))
    assert sweep.places[0].place.name == "Moray Valley"
    assert (escape.places[0].place.name, escape.when.edtf) == ("Bara", "2010-05")


def test_sum_that_the_next_sentences_tell_one_by_one_is_not_counted(coder: EventCoder) -> None:
    text = (
        "Nine convicts broke out of a Bara prison in May. Several attacks have followed the "
        "jailbreak. A helicopter was shot down. Soldiers were ambushed in the Moray Valley."
    )
    events = coder.code(make_article(text), resolve(text))
    assert [e.sub_type for e in events] == ["Other", "Armed clash", "Armed clash"]
    assert {e.when.edtf for e in events[1:]} == {"2010-05/2010-11-11"}
    assert all(e.evidence[-1].of(text).startswith("Several attacks") for e in events[1:])


def test_sum_under_another_sum_is_one_of_its_members(coder: EventCoder) -> None:
    text = (
        "Several attacks have followed the vote. New massacres were reported. A helicopter was "
        "shot down. A bomb wounded a teacher."
    )
    events = coder.code(make_article(text), resolve(text))
    assert len(events) == 3


COUNTED_ON = {
    "A bomb in Bara killed five people on Monday. Two of the wounded died, bringing the death toll "
    "to seven.": (7, 7),
    "A bomb in Bara killed five people on Monday. The toll has risen to at least nine.": (9, None),
    "A bomb in Bara killed five people on Monday. The toll road to Kolun was closed.": (5, 5),
}


@pytest.mark.parametrize("text", COUNTED_ON)
def test_toll_that_is_counted_on_takes_the_place_of_the_first(text: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    assert (event.killed.low, event.killed.high) == COUNTED_ON[text]
    assert event.killed.span is not None
    assert event.killed.span.of(text) == event.killed.text


def test_attack_that_does_more_is_the_one_told_before(coder: EventCoder) -> None:
    text = "A grenade was thrown into a bar in Bara on Monday. The grenade attack wounded ten men."
    (event,) = coder.code(make_article(text), resolve(text))
    assert (event.injured.low, len(event.evidence)) == (10, 2)


def test_same_text_gives_the_same_events(coder: EventCoder) -> None:
    text = "A bombing shook Bara on Monday. Rebels attacked an army post near Kolun in May."
    article, resolutions = make_article(text), resolve(text)
    assert coder.code(article, resolutions) == coder.code(article, resolutions)


def test_link_syntax_does_not_hide_the_words(coder: EventCoder) -> None:
    text = "Troops hunt men who [broke out of a prison in Bara](#) [2] in August."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.when.edtf == "2010-08"
    assert [p.place.name for p in event.places] == ["Bara"]


def test_capitals_are_read(coder: EventCoder) -> None:
    text = "GUERRILLAS ATTACKED A POLICE STATION NEAR BARA ON MONDAY, KILLING TWO OFFICERS."
    events = coder.code(make_article(text), ())
    assert [(e.sub_type, e.killed.low) for e in events] == [("Armed clash", 2)]


def test_attacks_after_a_jailbreak_are_no_evidence_of_an_older_attack(coder: EventCoder) -> None:
    text = (
        "Nine convicts broke out of a prison in May 2010. Two of them were jailed for an attack on "
        "a police station in Bara in 2009.\n\nSeveral attacks have followed the jailbreak."
    )
    events = coder.code(make_article(text), resolve(text))
    (older,) = (e for e in events if e.when.end is not None and e.when.end.year == 2009)
    assert not any("followed" in span.of(text) for span in older.evidence)


def test_the_sweeps_are_those_told_and_not_those_to_come(coder: EventCoder) -> None:
    text = (
        "Soldiers are combing the Moray Valley for fugitives. The minister spoke. The army is "
        "staying. It is building huts for later operations in Bara.\n\nThe sweeps began in May."
    )
    told, to_come = coder.code(make_article(text), resolve(text))
    assert [span.of(text)[:10] for span in told.evidence] == ["Soldiers a", "The sweeps"]
    assert len(to_come.evidence) == 1


def test_rank_of_an_attack_is_no_second_attack(coder: EventCoder) -> None:
    text = (
        "Civil war raged in Arland in 1992.\n\nSoldiers were ambushed in Bara on Monday and lost "
        "nine men, the bloodiest such attack in a decade."
    )
    war, ambush = coder.code(make_article(text), resolve(text))
    assert (len(war.evidence), len(ambush.evidence)) == (1, 1)


SUMMED_UP = [
    "A man blew himself up in Bara on Monday. The rebels took responsibility for the bombing.",
    "Jets bombed a bridge near Bara on Monday. The bombing was denounced by the mayor.",
    "Gunmen killed the mayor of Bara. He was shot as he left his office.",
    "Gunmen killed a reporter in Bara on Monday. The president condemned the murder.",
    "Thousands marched in Bara on Monday. Police fired tear gas at the marchers.",
]


@pytest.mark.parametrize("text", SUMMED_UP)
def test_noun_that_sums_up_what_a_verb_told_is_no_second_event(
    text: str, coder: EventCoder
) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    assert len(event.evidence) == 2


TOLD_AGAIN = [
    "Raiders killed nine herders in Bara on Monday. The governor confirmed an attack there.",
    "Rebels stormed an army post near Bara on Monday. The ministry confirmed a raid.",
    "Guards of both countries exchanged fire near Bara. Borland said the others had fired first.",
    "A car bomb in Bara killed nine traders. It was the worst attack of the war in Arland.",
    "Ambush. On 3 May rebels ambushed an army convoy near Bara.",
    "Killing of a health worker. Armed men shot dead a nurse in Bara on 8 May.",
    "Shelling. Shells struck a market in Bara on 6 May.",
    "Families left Bara after a raid on its market in May, when nine traders were shot dead.",
    "Rebels took Bara on Sunday after a week of fighting.",
    "Rebels hold a pilot, whom they seized in Bara in May.",
    "A crowd gathered in front of the ministry in Bara and threw bottles at the police.",
    "A blast rocked Bara on Saturday. Police said a bomb had been left in a bag.",
    "Police used tear gas to disperse demonstrators in Bara. Eleven were arrested.",
    "Police in Bara arrested four men on suspicion of planning an attack on a church.",
    "Borland expelled the ambassador over the raid.",
    "No one was killed when a mine was found and destroyed in Bara.",
    "Sappers blew up a mine that they had found near Bara.",
    "1. Clash: Soldiers and rebels clashed at Bara on 3 June.",
    "Rebels attacked a post in Bara. The second such attack in a week, it was condemned.",
    "A roadside bomb killed nine people near Bara. It was the third attack on the road in a month.",
    "Bandits killed three farmers near Bara. It brings to 20 the number of farmers killed in May.",
    "Soldiers rounded up the men of Bara and shot eleven of them.",
    "Youths pelted a police car in Bara during a protest against the curfew.",
    "A blast killed nine people in Bara, and ministers fired broadsides at one another.",
    "The governors met in Bara on Monday and signed an agreement on the border.",
]


@pytest.mark.parametrize("text", TOLD_AGAIN)
def test_event_told_in_other_words_or_by_a_label_is_one(text: str, coder: EventCoder) -> None:
    assert len(coder.code(make_article(text), resolve(text))) == 1


def test_claim_of_either_attack_is_no_third_one(coder: EventCoder) -> None:
    text = (
        "A bomb exploded in Bara on Monday. A drone struck a depot in Kolun on the same day. "
        "Nobody claimed responsibility for either attack."
    )
    assert len(coder.code(make_article(text), resolve(text))) == 2


def test_second_blast_is_an_event_of_its_own(coder: EventCoder) -> None:
    text = "A grenade exploded in Bara on Monday. A second went off in Kolun an hour later."
    events = coder.code(make_article(text), resolve(text))
    assert [e.places[0].place.name for e in events] == ["Bara", "Kolun"]


def test_marchers_of_whom_the_police_break_up_the_march_are_one_event(coder: EventCoder) -> None:
    text = "Thousands marched in Bara on Monday. Police fired tear gas at the marchers."
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.sub_type == "Protest with intervention"


def test_who_explains_an_attack_later_is_not_its_source(coder: EventCoder) -> None:
    text = "A bomb went off in Bara on Monday. Police said that the blast came out of a quarrel."
    (event,) = coder.code(make_article(text), resolve(text))
    assert (event.attribution, len(event.evidence)) == (None, 2)


def test_capture_told_again_as_a_loss_is_one_event(coder: EventCoder) -> None:
    text = (
        "The army marched into Bara on Monday, a town that rebels had held since 2004. At least 30 "
        "soldiers died before the town fell."
    )
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.sub_type == "Government regains territory"
    assert (event.when.edtf, event.killed.low) == ("2010-11-08", 30)


def test_hunt_for_those_told_of_is_the_one_told(coder: EventCoder) -> None:
    text = (
        "Soldiers swept through the hills of Bara in search of rebels. The ministry said that 80 "
        "soldiers had been killed hunting them down."
    )
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.killed.low == 80


def test_the_latter_attack_is_the_ambush_told_last(coder: EventCoder) -> None:
    text = (
        "The band planned an attack on a police station in 2009. Since then a helicopter was shot "
        "down and soldiers fell into an ambush in Bara. In the latter attack 25 men were killed."
    )
    events = coder.code(make_article(text), resolve(text))
    (told,) = [e for e in events if e.killed.low == 25]
    assert [at.place.name for at in told.places] == ["Bara"]


@pytest.mark.parametrize(
    "text",
    [
        "Militants took 90 people hostage in Bara in June 2009. They held them for five days.",
        "Gunmen seized 40 passengers near Bara in May 2009. The captives were held for a month.",
    ],
)
def test_hostages_that_are_kept_were_taken_once(text: str, coder: EventCoder) -> None:
    assert len(coder.code(make_article(text), resolve(text))) == 1


ONE_EVENT = {
    "told by its day": "Jets bombed a school in Bara on Monday, killing 33. The army said that"
    " Monday's strike had targeted militants.",
    "confirmed later": "A roadside bomb killed three soldiers near Bara on Monday. The army"
    " confirmed the attack on Wednesday.",
    "those killed": "A missile strike on Bara killed 50 people on Monday. The country mourned those"
    " killed in Bara.",
    "the shooting": "Soldiers opened fire on protesters in Bara on Monday, killing twelve. The"
    " shooting was condemned abroad.",
    "entered again": "Rebels seized the town of Bara on Monday. The capture of Bara cut a road."
    " Residents said the rebels entered the town at dawn.",
    "told at length": "A bus was attacked in Arland on Monday. The gunmen stopped the bus near Bara"
    " and shot the passengers.",
    "described": "Army helicopters fired on a village near Bara on Monday, killing eleven. A"
    " resident described how the helicopters fired rockets into a school.",
    "going on": "Soldiers clashed with rebels near Bara on Saturday. Fighting continued on Sunday"
    " and Monday.",
}


@pytest.mark.parametrize("text", ONE_EVENT.values(), ids=ONE_EVENT)
def test_event_told_again_in_other_words_is_one(text: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    assert len(event.evidence) > 1


def test_fighting_that_goes_on_lasts_from_its_first_day(coder: EventCoder) -> None:
    text = ONE_EVENT["going on"]
    (event,) = coder.code(make_article(text), resolve(text))
    assert event.when.edtf == "2010-11-06/2010-11-08"


def test_each_of_two_bombs_is_an_event_and_the_two_are_none(coder: EventCoder) -> None:
    text = (
        "Two car bombs exploded in Arland on Monday. The first killed four people in Bara. The"
        " second went off an hour later in Kolun and killed nine."
    )
    events = coder.code(make_article(text), resolve(text))
    assert [(e.places[0].place.name, e.killed.low) for e in events] == [("Bara", 4), ("Kolun", 9)]


def test_sum_of_a_year_is_not_counted_beside_what_it_sums_up(coder: EventCoder) -> None:
    text = (
        "There have been at least six attacks in Arland this year. In March gunmen stormed a"
        " barracks in Bara. In April a car bomb killed ten soldiers in Kolun."
    )
    events = coder.code(make_article(text), resolve(text))
    assert [(e.when.edtf, len(e.evidence)) for e in events] == [("2010-03", 2), ("2010-04", 2)]


def test_coup_and_violence_of_one_phrase_are_two_events(coder: EventCoder) -> None:
    text = "Arland went through a coup and ethnic clashes."
    events = coder.code(make_article(text), resolve(text))
    assert [text[e.trigger.start : e.trigger.end] for e in events] == ["coup", "ethnic clashes"]


def test_two_murders_are_those_just_told(coder: EventCoder) -> None:
    text = (
        "Gunmen killed a councillor in Bara on Sunday. Another councillor was shot dead in Kolun on"
        " the same day. The two murders shocked the region."
    )
    events = coder.code(make_article(text), resolve(text))
    assert [e.places[0].place.name for e in events] == ["Bara", "Kolun"]


def test_one_missile_of_a_salvo_is_no_second_strike(coder: EventCoder) -> None:
    text = "Rebels fired two missiles at a tanker off Bara on 4 May. One missile struck the vessel."
    assert len(coder.code(make_article(text), resolve(text))) == 1


QUELLED = {
    "A crowd burned the court of Bara on 4 May. Police used tear gas.": ["Violent demonstration"],
    "Marchers met in Bara on 4 May. Police used tear gas; 300 people were detained.": [
        "Protest with intervention"
    ],
}


@pytest.mark.parametrize("text", QUELLED)
def test_how_unrest_ended_is_no_event_of_its_own(text: str, coder: EventCoder) -> None:
    events = coder.code(make_article(text), resolve(text))
    assert [e.sub_type for e in events] == QUELLED[text]


def test_first_attack_elsewhere_is_not_the_one_told_before(coder: EventCoder) -> None:
    text = (
        "In May rebels attacked army posts in Bara.\n\nBorland was next. The first large attack "
        "there came in July, when militants killed 30 people in a hotel in Sedra."
    )
    told = coder.code(make_article(text), resolve(text))
    assert [(e.when.edtf, [p.place.name for p in e.places]) for e in told] == [
        ("2010-05", ["Bara"]),
        ("2010-07", ["Sedra"]),
    ]
    assert told[1].killed.low == 30


def test_latter_attack_is_not_moved_by_the_words_that_rank_it(coder: EventCoder) -> None:
    text = (
        "Since the jailbreak there have been several attacks in Arland, including the shooting "
        "down of a military helicopter and the ambush of soldiers in Bara. In the latter attack, "
        "the deadliest in Arland in years, at least 25 soldiers were killed."
    )
    told = coder.code(make_article(text), resolve(text))
    assert [(e.killed.low, [p.place.name for p in e.places]) for e in told] == [
        (None, ["Arland"]),
        (25, ["Bara"]),
    ]
