"""Statements that stand side by side: nobody of the one did what the other tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder
    from dashboard.model import Event


def code(coder: EventCoder, text: str) -> tuple[Event, ...]:
    return coder.code(make_article(text), resolve(text))


@pytest.mark.parametrize(
    "text",
    [
        "Later they laid a bomb on the road to Bara; Borland confirmed three dead.",
        "They attacked Bara and killed ten farmers; the ministry shut the mine.",
        "When they seized the market of Bara, half of the garrison was sent south.",
    ],
)
def test_they_are_nobody_of_the_next_statement(text: str, coder: EventCoder) -> None:
    doers = [a.name for e in code(coder, text) for a in e.actors if a.role == "actor"]
    assert {"Borland", "ministry", "garrison"}.isdisjoint(doers)


def test_he_is_no_army_that_tells_of_his_death(coder: EventCoder) -> None:
    [event] = code(coder, "The army announced that he had been killed in a raid on Bara.")
    assert not event.actors


def test_killing_before_a_semicolon_keeps_its_day(coder: EventCoder) -> None:
    first, _ = code(
        coder,
        "On 2 October 2009 gunmen killed eight people in Bara; by the end of the year forty"
        " civilians had died in attacks around Kolun.",
    )
    assert (first.when.edtf, first.killed.low) == ("2009-10-02", 8)


def test_killing_and_a_raid_of_a_list_are_two(coder: EventCoder) -> None:
    events = code(
        coder,
        "Militants carried out six attacks, including the killing of five rangers near Bara in"
        " February and a raid on the customs post at Kolun in May that left two officers dead.",
    )
    told = [(e.when.edtf, e.places[0].place.name, e.killed.low) for e in events]
    assert told == [("2010-02", "Bara", 5), ("2010-05", "Kolun", 2)]


def test_dead_of_a_fire_are_not_those_of_the_day_before(coder: EventCoder) -> None:
    first, *_ = code(
        coder,
        "On 7 March 2010 they hacked 36 people to death in Bara. On 16 June 2010 they set fire to"
        " a school in Kolun; 42 people, most of them pupils, were killed.",
    )
    assert (first.killed.low, first.killed.high) == (36, 36)


def test_dead_of_long_ago_only_measure_a_loss(coder: EventCoder) -> None:
    [event] = code(
        coder,
        "On 7 December 2007 rebels overran a base at Bara, the worst loss of the mission since"
        " 1993, when 24 soldiers died in Sedra.",
    )
    assert event.killed.low is None


def test_worst_attack_is_dated_by_its_own_words(coder: EventCoder) -> None:
    first, worst = code(
        coder,
        "From 2005 until 2007 gunmen murdered some forty policemen in the Moray Valley. The worst"
        " single attack was in April 2007, when eight policemen were ambushed near Bara.",
    )
    assert (first.when.edtf, worst.when.edtf) == ("2005/2007", "2007-04")
    assert worst.places[0].place.name == "Bara"


WHO_IS_NOT_TOLD = {
    "In 2009 rebels held Bara. In July 2010 a thousand soldiers came from Borland. On 8 August they"
    " retook Kolun.": "rebels",
    "Arlandic officers armed the killers in 2009. On 7 December 2009 the group overran a base at"
    " Bara.": "Arlandic officers",
}


@pytest.mark.parametrize("text", WHO_IS_NOT_TOLD)
def test_they_are_those_of_the_sentence_before(text: str, coder: EventCoder) -> None:
    *_, last = code(coder, text)
    assert WHO_IS_NOT_TOLD[text] not in {a.name for a in last.actors}


def test_bombing_with_a_day_of_its_own_is_not_one_told_long_before(coder: EventCoder) -> None:
    first, second = code(
        coder,
        "Six men await trial for the bombing of the ferry terminal in Bara, in which nine people"
        " were killed.\n\nThe island is quiet.\n\nThe roads are bad.\n\nThe worst attack at sea"
        " was theirs: the bombing of a ferry off Sedra on 27 February 2004, which killed 116.",
    )
    assert (first.killed.low, first.when.edtf) == (9, None)
    assert (second.killed.low, second.when.edtf) == (116, "2004-02-27")


def test_bomb_of_a_town_is_the_one_told_of_it(coder: EventCoder) -> None:
    first, second = code(
        coder,
        "On 17 June a roadside bomb in Bara killed three soldiers. On 20 June a bomb in Kolun"
        " wounded a teacher. The bomb in Bara went off in front of a shop.",
    )
    assert len(first.evidence) > len(second.evidence)


def test_dead_of_two_blasts_are_the_number_of_neither(coder: EventCoder) -> None:
    events = code(
        coder,
        "On Sunday a woman blew herself up in Bara; a second explosion followed six minutes"
        " later. Sixteen people were killed in the two blasts.",
    )
    assert [e.killed.low for e in events] == [None, None]


def test_who_condemned_a_raid_and_was_killed_is_dead(coder: EventCoder) -> None:
    [event] = code(
        coder,
        "The old commander, who had condemned the raid, was killed in a cellar in Bara on 8 March"
        " 2005.",
    )
    assert event.when.edtf == "2005-03-08"


def test_toll_of_another_month_is_an_event_of_its_own(coder: EventCoder) -> None:
    text = (
        "On 26 October 2002 gunmen stormed a hotel in Bara, and 130 guests died. Two months"
        " later, on 27 December, a truck broke through the fence of a ministry in Kolun, and"
        " seventy-two people were killed."
    )
    assert [(e.killed.low, e.when.edtf) for e in code(coder, text)] == [
        (130, "2002-10-26"),
        (72, "2002-12-27"),
    ]


def test_toll_behind_a_semicolon_is_no_sum_of_years(coder: EventCoder) -> None:
    *_, mine = code(
        coder,
        "A band in Bara had been killing policemen since 2002; on 1 July 2005 a mine near Kolun"
        " killed ten soldiers.",
    )
    assert (mine.when.edtf, mine.killed.low) == ("2005-07-01", 10)


WHERE_IT_WAS_NOT = {
    "There were attacks in Bara. On 9 May 2004 a bomb built into a stand of the stadium in Kolun"
    " killed six people.": "Bara",
    "In 2003 there were eleven suicide attacks in Arland, from Bara in May to the train at Kolun in"
    " December.": "Kolun",
    "Officials in Bara fear a return of the year when rebels landed and 68 people died in six"
    " weeks of fighting.": "Bara",
}


@pytest.mark.parametrize("text", WHERE_IT_WAS_NOT)
def test_place_beside_is_not_that_of_the_event(text: str, coder: EventCoder) -> None:
    *_, last = code(coder, text)
    assert WHERE_IT_WAS_NOT[text] not in {p.place.name for p in last.places}


def test_war_that_only_was_is_no_event(coder: EventCoder) -> None:
    assert not code(coder, "What followed in Bara was a different war.")


def test_dead_told_after_another_day_are_not_of_the_attack_before(coder: EventCoder) -> None:
    first, *_ = code(
        coder,
        "On 20 March rebels bombed a toll plaza in Bara, wounding six. On 9 April commandos tried"
        " to capture their leader. He was not there. His two nephews were, and both are dead.",
    )
    assert (first.killed.low, first.injured.low) == (None, 6)


DATES_OF_THEIR_OWN = {
    "The memory of 17 September 2010 is fresh: on that Friday police fired on worshippers in"
    " Bara.": "2010-09-17",
    "In August 2009 the police lost five men in an ambush near Bara, and one the next day.": (
        "2009-08"
    ),
    "On 9 April gunmen raided Kolun. The Front was driven out in the first weeks of 2008. A year"
    " earlier soldiers had fought it around Bara.": "2007~",
}


@pytest.mark.parametrize("text", DATES_OF_THEIR_OWN)
def test_date_counts_from_what_its_own_words_name(text: str, coder: EventCoder) -> None:
    *_, last = code(coder, text)
    assert last.when.edtf == DATES_OF_THEIR_OWN[text]
