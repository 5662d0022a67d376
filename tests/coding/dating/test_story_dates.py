"""Events that are dated by what a text has told before, read on Thursday 11 November 2010."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.model import EventType
from tests.coding.making import PUBLISHED, make_article, resolve

if TYPE_CHECKING:
    from datetime import date

    from dashboard.coding import EventCoder
    from dashboard.model import Event

SUNDAY = "Gunmen attacked a police station in Bara on Sunday. "
TAKEN_HOSTAGE = "On 3 May 2004 gunmen stormed a hotel in Bara. They took twelve guests hostage."


def _code(coder: EventCoder, text: str, *, published: date | None = PUBLISHED) -> tuple[Event, ...]:
    return coder.code(make_article(text, published=published), resolve(text))


def _dates(coder: EventCoder, text: str, *, published: date | None = PUBLISHED) -> list[str | None]:
    return [event.when.edtf for event in _code(coder, text, published=published)]


COUNTED_ON = {
    "Hours later a bomb exploded in Kolun.": "2010-11-07~",
    "About six hours later soldiers retook Kolun.": "2010-11-07~",
    "Twenty hours later soldiers retook Kolun.": "2010-11-07/2010-11-08",
    "By noon soldiers had arrested ten men in Kolun.": "2010-11-07",
    "By dawn soldiers had retaken Kolun.": "2010-11-07/2010-11-08",
    "Three men were arrested in Kolun the day after the assault.": "2010-11-08",
    "The following morning a bomb exploded in Kolun.": "2010-11-08",
    "The night before, rebels had ambushed a convoy near Kolun.": "2010-11-06",
    "The week before, rebels had ambushed a convoy near Kolun.": "2010-10-25/2010-10-31",
    "The previous weekend rebels had ambushed a convoy near Kolun.": "2010-10-30/2010-10-31",
    "A week earlier rebels had ambushed a convoy near Kolun.": "2010-10-31",
    "Soon after midnight a bomb exploded in Kolun.": "2010-11-07/2010-11-08",
    "Since then shells have hit Kolun twice.": "2010-11-07/2010-11-11",
    "Over the next three days soldiers killed forty villagers in Kolun.": "2010-11-07/2010-11-10",
    "Two days after the attack, troops raided the village of Kolun.": "2010-11-09",
    "During the night somebody threw a grenade into a bar in Kolun.": "2010-11-07/2010-11-08",
    "Later in the day a missile hit a school in Kolun.": "2010-11-07",
    "Ten soldiers were killed in the day's fighting in Kolun.": "2010-11-07",
    "The attack came a week after a suicide bomber blew himself up in Kolun.": "2010-10-31",
}


@pytest.mark.parametrize("sentence", COUNTED_ON)
def test_day_is_counted_from_the_event_told_before(sentence: str, coder: EventCoder) -> None:
    assert _dates(coder, SUNDAY + sentence) == ["2010-11-07", COUNTED_ON[sentence]]


BY_ITS_CLAUSE = {
    "Police have lowered to 49 the number of men killed when gunmen attacked a bus in Bara on"
    " Sunday.": "2010-11-07",
    "An attempt by soldiers to reach him near Bara on 15 April ended in a gunfight.": "2010-04-15",
    "Ten people died at the weekend when herders attacked Bara, the governor said on"
    " Tuesday.": "2010-11-06/2010-11-07",
    "A man was shot dead on Friday in a gunfight with police in Bara.": "2010-11-05",
    "It began two weeks earlier, when gunmen killed nine people in Bara on 24"
    " October.": "2010-10-24",
    "In May last year protests ended in looting in Bara.": "2009-05",
    "More than 190 people have been killed in Bara since the start of the war in October 2009."
    "": "2009-10/2010-11-11",
    "On 20 May 15 lorries were looted in Bara.": "2010-05-20",
    "The truce that took effect in Bara on 2 November was broken on Sunday.": "2010-11-02",
    "Drivers went home on Monday, the first day of a strike by teachers in Bara.": "2010-11-08",
    "The fighting erupted on Sunday night when a soldier was killed by a landmine in Bara, and"
    " spread on Monday.": "2010-11-07",
    "As of 24 October, 46 people had been killed in clashes in Bara since 4"
    " October.": "2010-10-04/2010-10-24",
    "The army said in May that it had seized Bara.": "2010-05~",
    "A truce signed in Bara on 2 November stopped the war.": "2010-11-02",
    "Gunmen occupied the town of Bara for most of Sunday and Monday.": "2010-11-07/2010-11-08",
    "Protesters marched in Bara on Tuesday, a year to the day after the army seized power."
    "": "2009-11-09",
    "The army said on Sunday that it had shot down two jets over Bara.": "2010-11-07~",
    "Doctors said on Sunday that jets had bombed Bara the night before.": "2010-11-06",
    "In September 2009 rebels overran Bara, the seat of a district, and killed 14 policemen"
    " there.": "2009-09",
    "In 2009 rebels seized Bara.": "2009",
    "The worst came on 5 August in Bara, where policemen fired into a throng of"
    " demonstrators.": "2010-08-05",
    "When the rains ended in October 2009, rebels attacked Bara.": "2009-10",
    "The mayor, who was elected in 2007, was shot in his office in Bara on Monday.": "2010-11-08",
    "Soldiers executed a man in Bara in October, their first public execution since"
    " June.": "2010-10",
    "On 9 and 10 May the two armies fired missiles at Bara.": "2010-05-09/2010-05-10",
    "In 2009, protests began in Bara in March.": "2009-03",
    "Last year rebels shelled Bara in March.": "2009-03",
    "The army declared the city of Bara liberated on 2 November.": "2010-11-02",
    "The two sides were pressed into a truce, signed in Bara on 2 November.": "2010-11-02",
    "Gunmen had shot the mayor as he left a mosque in Bara on Nov. 2.": "2010-11-02",
    "Some people blocked a road in Bara on Monday; police used tear gas on the"
    " protesters.": "2010-11-08",
    "The mission recalls the riot of 29 May in Bara, in which youths fought with"
    " police.": "2010-05-29",
    "More than 40,000 people have been killed since the rebels took up arms in"
    " 1984.": "1984-01/2010-11-11",
    "The group claimed the ambush that left nine soldiers dead on 9 March in the Kolun hills"
    " near Bara.": "2010-03-09",
    "A grenade attack that killed a baker on 9 March angered the mayor of Bara.": "2010-03-09",
}


@pytest.mark.parametrize("text", BY_ITS_CLAUSE)
def test_day_is_of_the_clause_that_tells_the_event(text: str, coder: EventCoder) -> None:
    assert BY_ITS_CLAUSE[text] in _dates(coder, text)


WITHIN_ANOTHER = {
    "A nurse was hurt in a shootout during street fighting on Sunday in Bara.",
    "A school was shelled during clashes on Sunday in Bara.",
    "A bus was set on fire amid riots on Sunday in Bara.",
}


@pytest.mark.parametrize("text", sorted(WITHIN_ANOTHER))
def test_what_happens_during_another_event_has_its_day(text: str, coder: EventCoder) -> None:
    assert set(_dates(coder, text)) == {"2010-11-07"}


def test_day_of_a_threat_is_not_that_of_the_deed(coder: EventCoder) -> None:
    assert _dates(coder, "The rebels threatened on Saturday to attack Bara.") == [None]


def test_day_of_the_search_for_its_authors_is_not_that_of_the_attack(coder: EventCoder) -> None:
    text = "Police on Monday went on seeking the authors of the attack on a bus in Bara."
    assert [d for d in _dates(coder, text) if d] == []


def test_what_was_at_the_same_time_has_the_day_wherever_it_was(coder: EventCoder) -> None:
    text = f"{SUNDAY}While this was happening, two men set fire to a bus in Kolun."
    assert _dates(coder, text) == ["2010-11-07", "2010-11-07"]


def test_news_of_a_report_of_one_day_is_of_that_day(coder: EventCoder) -> None:
    text = f"{SUNDAY}\n\nThe mayor spoke to reporters.\n\nMeanwhile, a bomb exploded in Kolun."
    assert _dates(coder, text) == ["2010-11-07", "2010-11-07"]


def test_report_of_several_days_dates_nothing_by_its_first(coder: EventCoder) -> None:
    text = f"{SUNDAY}On Friday soldiers shelled Bara.\n\nMeanwhile, a bomb exploded in Kolun."
    assert _dates(coder, text)[-1] is None


def test_day_of_a_funeral_is_not_that_of_the_death(coder: EventCoder) -> None:
    text = "The funeral of a boy killed by police in Bara turned violent on Thursday."
    assert _dates(coder, text)[0] is None


def test_what_counts_on_follows_a_month_that_was_only_named(coder: EventCoder) -> None:
    text = (
        "Rebels raided Bara in October 2006. They were seen in the port in August 2008. Soldiers"
        " raided Kolun a year later."
    )
    assert _dates(coder, text)[-1] == "2009~"


def test_announced_deed_has_no_day_where_nobody_said_when(coder: EventCoder) -> None:
    text = "The army said on Sunday that it had shot two spies in Bara. It did not say when."
    assert _dates(coder, text) == [None]


IN_ITS_OWN_SENTENCE = {
    "Police shot a student dead in Bara on 16 July. Three days after his death a crowd stormed the"
    " jail at Kolun.": ["2010-07-16", "2010-07-19"],
    "The villagers speak of 22 April. That afternoon gunmen killed 26 tourists in Bara.": [
        "2010-04-22"
    ],
    "Hours after a truce was announced on 10 May, soldiers shelled Bara.": [
        "2010-05-10",
        "2010-05-10/2010-05-11",
    ],
    "Soldiers shelled Bara in 1956, and that June rebels attacked Kolun.": ["1956", "1956-06"],
    "On 4 May 2009 a bomb went off in Bara, and late that month gunmen stormed a hospital in"
    " Kolun.": ["2009-05-04", "2009-05-21~/2009-05-31~"],
    "The rebels that ruled there seized Bara on 14 May 2009 and shelled Kolun two months later.": [
        "2009-05-14",
        "2009-07~",
    ],
    "In 2003 rebels seized Bara. The following year they shelled Kolun.": ["2003", "2004"],
}


@pytest.mark.parametrize("text", IN_ITS_OWN_SENTENCE)
def test_that_month_or_year_is_the_one_just_named(text: str, coder: EventCoder) -> None:
    assert _dates(coder, text) == IN_ITS_OWN_SENTENCE[text]


def test_until_a_clause_does_not_leave_the_story(coder: EventCoder) -> None:
    text = SUNDAY + "Rebels shelled the market of Bara until little of it stood."
    assert _dates(coder, text)[-1] == "2010-11-07"


def test_words_that_count_on_move_the_day_once(coder: EventCoder) -> None:
    told_on = "Soldiers raided Kolun the next morning and shot two attackers in Kolun."
    assert set(_dates(coder, SUNDAY + told_on)) == {"2010-11-07", "2010-11-08"}


def test_announced_deed_is_of_the_day_or_shortly_before_and_marked(coder: EventCoder) -> None:
    text = "The army said on Sunday that it had shot down two jets over Bara."
    (event,) = _code(coder, text)
    assert event.when.inherited
    assert event.when.words == "on or shortly before 7 November 2010, when it was announced"


def test_what_others_report_is_not_dated_by_their_report(coder: EventCoder) -> None:
    text = "A monitoring group said on Sunday that gunmen had attacked a village near Bara."
    assert _dates(coder, text) == [None]


IN_ITS_YEAR = {
    "Rebels seized Kolun in May 2003. On 7 July of that year soldiers shelled Bara.": "2003-07-07",
    "Rebels seized Kolun in May 2003. In July the army recaptured Kolun.": "2003-07",
    "Rebels seized Kolun in December 2003. In January the army recaptured Kolun.": "2004-01",
    "Rebels seized Kolun on 2 January 2003. On 5 January soldiers shelled Kolun.": "2003-01-05",
    "Rebels seized Kolun on 2 January 2003. The past summer brought no peace: on 8 July soldiers"
    " shelled Kolun.": "2010-07-08",
    "Rebels seized Kolun on 2 January 2003. The rebels of 2007 were better armed: on 8 July they"
    " shelled Bara.": "2007-07-08",
    "Rebels shelled Kolun on 28 August 2003. After attacking Bara on 11 July, they had shot ten"
    " men there.": "2003-07-11",
}


@pytest.mark.parametrize("text", IN_ITS_YEAR)
def test_day_without_a_year_is_of_the_story_in_hand(text: str, coder: EventCoder) -> None:
    assert _dates(coder, text)[-1] == IN_ITS_YEAR[text]


def test_year_only_mentioned_does_not_date_the_news(coder: EventCoder) -> None:
    text = (
        "The army remembers the ambush near Kolun in 2003. In July gunmen attacked a bus in Bara."
    )
    assert _dates(coder, text)[-1] == "2010-07"


def test_what_goes_on_with_a_story_is_of_its_day_and_says_so(coder: EventCoder) -> None:
    stormed, taken = _code(coder, TAKEN_HOSTAGE)
    assert taken.when.edtf == stormed.when.edtf == "2004-05-03"
    assert (stormed.when.inherited, taken.when.inherited) == (False, True)
    assert taken.when.words == "3 May 2004, as what is told with it"


NOT_OF_THE_DAY = {
    "how things stand": "In Kolun, police have arrested nine men.",
    "another place": "In Kolun, soldiers killed nine men.",
    "behind the story": "Rebels had killed nine men there.",
    "another time": "In a similar attack, gunmen killed nine men.",
    "a time that is not known": "During Ramadan gunmen killed nine men.",
}


@pytest.mark.parametrize("sentence", NOT_OF_THE_DAY.values(), ids=NOT_OF_THE_DAY)
def test_what_leaves_the_story_stays_without_a_date(sentence: str, coder: EventCoder) -> None:
    assert _dates(coder, SUNDAY + sentence)[1:] in ([None], [])


def test_bullets_are_no_story(coder: EventCoder) -> None:
    text = "- Bara: gunmen killed two men on Sunday.\n- Kolun: a bomb killed three men."
    assert _dates(coder, text) == ["2010-11-07", None]


def test_text_without_a_day_never_takes_that_of_the_machine(coder: EventCoder) -> None:
    text = SUNDAY + "Two days later they burned Kolun."
    assert set(_dates(coder, text, published=None)) == {None}


TO_COME = {
    "The army may send a force to Bara in July.": "2011-07",
    "The minister said that soldiers would withdraw from Bara on Friday.": "2010-11-12",
    "Protesters plan to march through Bara on Saturday.": "2010-11-13",
}


@pytest.mark.parametrize("text", TO_COME)
def test_what_is_yet_to_come_is_dated_ahead(text: str, coder: EventCoder) -> None:
    assert _dates(coder, text) == [TO_COME[text]]


def test_end_of_the_shelling_does_not_date_all_of_it(coder: EventCoder) -> None:
    assert _dates(coder, "The shelling of Bara stopped on Tuesday.") == ["../2010-11-09"]


def test_verdict_on_an_attack_does_not_date_it(coder: EventCoder) -> None:
    text = "The president on Monday condemned the attack on a bus near Bara."
    assert _dates(coder, text) == [None]


OF_THE_WHOLE_SENTENCE = {
    "both verbs": "Insurgents beheaded six men and burned forty houses in Bara on Sunday.",
    "a clause without event": "Guards impounded a container of rifles hidden under rice on Sunday.",
    "before the speaker": "Gunmen killed six men in Bara, on Sunday, local sources said.",
}


@pytest.mark.parametrize("text", OF_THE_WHOLE_SENTENCE.values(), ids=OF_THE_WHOLE_SENTENCE.keys())
def test_day_belongs_to_what_the_sentence_tells(text: str, coder: EventCoder) -> None:
    assert set(_dates(coder, text)) == {"2010-11-07"}


ACROSS_A_GAP = {
    "Two days after gunmen attacked a church in Kolun, a mob burned a shop in Bara on Sunday.": {
        "2010-11-05",
        "2010-11-07",
    },
    "Police arrested two men in Bara on Sunday, a month after a bomb exploded in Kolun.": {
        "2010-11-07",
        "2010-10~",
    },
}


@pytest.mark.parametrize("text", ACROSS_A_GAP)
def test_what_was_so_long_before_has_its_own_day(text: str, coder: EventCoder) -> None:
    assert set(_dates(coder, text)) == ACROSS_A_GAP[text]


ALONE = {
    "A ceasefire announced by an envoy on 19 July has largely held in Bara.": "2010-07-19",
    "A ceasefire has been in force in Bara since 10 October.": "2010-10-10",
    "It was the worst day since 12 May, when a bomber killed 30 in Bara.": "2010-05-12",
    "The strike in Bara, which began on 10 August, ended without a deal.": "2010-08-10",
    "The talks in Bara will resume on the 25th.": "2010-11-25",
    "It was somebody else's. On 8 May rebels overran an army post in Bara.": "2010-05-08",
}


@pytest.mark.parametrize("text", ALONE)
def test_event_has_the_day_that_its_sentence_gives_it(text: str, coder: EventCoder) -> None:
    assert _dates(coder, text) == [ALONE[text]]


def test_time_since_an_event_is_told_in_those_words(coder: EventCoder) -> None:
    text = "Since the jailbreak in August, militants have attacked four police posts in Bara."
    attack = _code(coder, text)[-1]
    assert attack.when.edtf == "2010-08/2010-11-11"
    assert attack.when.span is not None
    assert attack.when.span.of(text) == "Since the jailbreak in August"
    assert attack.when.words == "August to November 2010, since the jailbreak in August"


def test_fight_until_a_day_began_with_the_deed_that_it_followed(coder: EventCoder) -> None:
    text = "Rebels attacked Bara at dawn on Friday and fought soldiers there until Saturday."
    assert _dates(coder, text)[-1] == "2010-11-05/2010-11-06"


IN_ONE_SENTENCE = {
    "Rebels seized Bara on 8 December 2009; twelve days later soldiers shelled Kolun.": [
        "2009-12-08",
        "2009-12-20",
    ],
    "Rebels attacked Bara on Wednesday night, and soldiers shelled Kolun a day later.": [
        "2010-11-10",
        "2010-11-11",
    ],
    "Border, Monday 8th: jets bombed Bara after an exchange of fire near Kolun.": [
        "2010-11-08",
        "2010-11-08",
    ],
}


@pytest.mark.parametrize("text", IN_ONE_SENTENCE)
def test_days_are_counted_from_the_day_that_the_sentence_names(
    text: str, coder: EventCoder
) -> None:
    assert _dates(coder, text) == IN_ONE_SENTENCE[text]


def test_next_day_follows_what_the_sentence_before_dates_though_it_tells_no_event(
    coder: EventCoder,
) -> None:
    text = (
        "Gunmen attacked Kolun on 1 October. The elders met on 4 October and talked of rain. "
        "The next day soldiers shelled Bara."
    )
    assert _dates(coder, text) == ["2010-10-01", "2010-10-05"]


def test_rising_of_today_dates_nothing(coder: EventCoder) -> None:
    text = "Gunmen seized hostages in Bara on 1 October. The insurgency of today is the fifth."
    assert _dates(coder, text)[0] == "2010-10-01"


def test_year_behind_a_semicolon_is_of_the_other_clause(coder: EventCoder) -> None:
    text = "A suicide bomber hit a bus. The revolt there is the fifth; the first began in 1948."
    assert _dates(coder, text)[0] is None


def test_end_of_that_month_is_of_the_month_that_the_sentence_names(coder: EventCoder) -> None:
    text = "It began in February 1988 with a vote; at the end of that month mobs killed 26 in Bara."
    assert _dates(coder, text, published=None)[-1] == "1988-02-21~/1988-02-29~"


NOT_ITS_DATE = {
    "Bara, Tuesday: workers blocked the road for unpaid September wages.": "2010-11-09",
    "In Bara, where rebels burned a mill in October 2009, people have marched for a week.": None,
    "His party declared the 2008 agreement void on Tuesday in Bara.": "2010-11-09",
    "On 25 October marches in Bara ended with 16 deaths.": "2010-10-25",
}


@pytest.mark.parametrize("text", NOT_ITS_DATE)
def test_month_or_year_of_a_thing_or_a_place_is_not_that_of_the_event(
    text: str, coder: EventCoder
) -> None:
    assert _dates(coder, text)[-1] == NOT_ITS_DATE[text]


def test_date_that_opens_a_sentence_is_of_all_its_clauses(coder: EventCoder) -> None:
    text = "In June 2009 crowds broke into the parliament, and police killed at least nine people."
    assert [e.when.edtf for e in coder.code(make_article(text), resolve(text))] == ["2009-06"] * 2


def test_town_that_was_won_back_is_the_one_that_was_taken(coder: EventCoder) -> None:
    text = "Rebels captured Bara in May 2003. The army won it back in December."
    _, regained = coder.code(make_article(text), resolve(text))
    assert [p.place.name for p in regained.places] == ["Bara"]
    assert regained.when.edtf == "2003-12"


def test_that_morning_goes_back_to_a_day_that_was_only_named(coder: EventCoder) -> None:
    text = (
        "In August they laid a bomb near Kolun. On the morning of 11 September they walked into"
        " Bara with a list.\n\nThe baker heard no shots. Thirteen men were killed that morning."
    )
    assert _dates(coder, text) == ["2010-08", "2010-09-11"]


NOT_OF_THE_DEED = {
    "A report of 2005 found that officers had shot the elders of Bara.": None,
    "A trader who led the raid on Bara is said to have fled to Borland in 2002.": None,
    "The Front claimed the assault on Bara two days later with a video.": "2010-11-07",
}


@pytest.mark.parametrize("sentence", NOT_OF_THE_DEED)
def test_day_of_what_is_said_or_done_later_is_not_that_of_the_deed(
    sentence: str, coder: EventCoder
) -> None:
    first = SUNDAY if "Front" in sentence else ""
    dates = {
        e.when.edtf for e in _code(coder, first + sentence) if e.type is not EventType.STRATEGIC
    }
    assert dates == {NOT_OF_THE_DEED[sentence]}


def test_what_was_overnight_by_words_of_tuesday_was_the_night_to_it(coder: EventCoder) -> None:
    text = "The army said on Tuesday that jets had bombed Bara overnight."
    assert _dates(coder, text) == ["2010-11-08/2010-11-09"]


LATELY = {
    "A raid came in May 2004. Rebels left Bara in July 2007 and, with others, seized Kolun the "
    "following month.": "2007-08",
    "The war began in May 2008. Rebels attacked a post in Bara in March.": "2010-03",
    "The conflict, which broke out in 2009, goes on. Rebels attacked a post in Bara in March.": (
        "2010-03"
    ),
    "The war began in May 1994. Rebels attacked a post in Bara in July.": "1994-07",
    "A first raid came in May 2004. By 2007 half the town had fled. On 6 July that year rebels "
    "attacked a post in Bara.": "2007-07-06",
}


@pytest.mark.parametrize("text", LATELY)
def test_month_is_of_the_year_named_last_but_not_of_a_war_that_goes_on(
    text: str, coder: EventCoder
) -> None:
    assert _dates(coder, text)[-1] == LATELY[text]


GOES_ON = {
    "A court heard of a 2007 attack on a hotel in Bara. The gunmen stormed the building on 20"
    " December.": "2007-12-20",
    "An ambush killed nine in Bara on Monday. A 61-year-old woman was shot in her house.": ""
    "2010-11-08",
    "Gunmen raided Bara on Monday. They burned the house of a man who fled in May.": "2010-11-08",
    "Jets struck Bara on Monday. In April 2009 they had bombed a camp. Later in the day a missile"
    " hit a school in Kolun.": "2010-11-08",
    "Men took hostages on a bus near Bara on Monday. Troops stormed it in the afternoon and had"
    " freed them by nightfall.": "2010-11-08",
    "Thousands marched in Bara on Monday. A smaller rally a week before had ended peacefully. In"
    " the evening youths threw stones at police.": "2010-11-08",
    "Rebels entered Bara at dawn on Monday. Kolun had fallen overnight.": "2010-11-07/2010-11-08",
    "From 1 to 7 November shells hit Bara. The worst, on the evening of the 3rd, killed nine"
    " people.": "2010-11-03",
    "Men stormed a depot in Bara on Monday; two people were shot dead.": "2010-11-08",
    "Thousands came to a shrine in Bara on Monday. Some of the crowd tried to storm the police"
    " post.": "2010-11-08",
    "It ended in June 2008. Monday's ambush in Bara killed nine soldiers. A day later a drone"
    " struck Kolun.": "2010-11-09",
    "Clashes in Bara killed nine last week before the two sides signed a truce on 6 November. Jets"
    " bombed Kolun a day later.": "2010-11-07",
}


@pytest.mark.parametrize("text", GOES_ON)
def test_last_sentence_goes_on_with_the_story_told_before(text: str, coder: EventCoder) -> None:
    assert _dates(coder, text)[-1] == GOES_ON[text]


def test_what_a_minister_did_on_a_day_dates_no_attack_told_next(coder: EventCoder) -> None:
    text = "The minister arrived in Bara on Monday. Gunmen killed nine farmers near Kolun."
    assert _dates(coder, text)[-1] is None


def test_next_item_behind_a_semicolon_has_its_own_day(coder: EventCoder) -> None:
    text = "A man was shot in Bara on Friday and survived; in Kolun officers defused a bomb."
    assert _dates(coder, text) == ["2010-11-05", None]
