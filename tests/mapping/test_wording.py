"""Cards say what the text says, and "not stated" where it says nothing."""

from dataclasses import replace

import pytest

from dashboard.mapping import source_of, status_words, toll_words
from dashboard.mapping.wording import facts, spoken_name
from dashboard.model import Status, Toll
from tests.samples import sample_article, sample_briefing


@pytest.mark.parametrize(
    ("toll", "words"),
    [
        (Toll(), None),
        (Toll(0, 0), "0"),
        (Toll(5, 5), "5"),
        (Toll(5, 9), "5 to 9"),
        (Toll(12, None), "at least 12"),
        (Toll(None, 30), "up to 30"),
        (Toll(1200, 1200), "1,200"),
        (Toll(text="several"), "several"),
    ],
)
def test_toll_in_words(toll: Toll, words: str | None) -> None:
    assert toll_words(toll) == words


@pytest.mark.parametrize(
    ("status", "attribution", "words"),
    [
        (Status.REPORTED, None, "Reported"),
        (Status.CLAIMED, "the Dawn Front", "Claimed by the Dawn Front"),
        (Status.SPECULATED, "analysts", "Speculated, according to analysts"),
    ],
)
def test_status_names_who_says_so(status: Status, attribution: str | None, words: str) -> None:
    event = replace(sample_briefing().events[0], status=status, attribution=attribution)

    assert status_words(event) == words


def test_facts_say_what_is_not_stated() -> None:
    briefing = sample_briefing()

    rows = dict(facts(briefing.events[4], briefing.articles[0]))

    assert rows["When"] is None
    assert rows["Killed"] is None
    assert rows["Where"] == "Khujand (in or near the town, exact site not stated)"
    assert rows["Grading"] == "F6, not yet judged"


def test_each_claim_has_its_own_row_under_one_label() -> None:
    briefing = sample_briefing()

    rows = facts(briefing.events[0], briefing.articles[0])

    assert ("Claims", "officials: five dead") in rows
    assert ("", "a local paper: nine dead") in rows


def test_row_of_a_dataset_says_who_coded_it() -> None:
    briefing = sample_briefing()
    event = replace(briefing.events[0], coded_by="UCDP GED")

    rows = dict(facts(event, briefing.articles[0]))

    assert rows["Coded by"] == "UCDP GED"
    assert rows["Exactness"] == "Drawn by hand, rough"


def test_source_falls_back_to_the_file_name() -> None:
    article = replace(sample_article(), outlet=None, author=None, published=None)

    assert source_of(sample_article()) == "Sample Wire, 9 May 2024"
    assert source_of(article) == "sample.txt, date not stated"


def test_spoken_name_says_title_type_status_date_and_place() -> None:
    event = sample_briefing().events[0]

    assert spoken_name(event, "fought") == "fought. Battles, disputed, 3 May 2024, Rasht Valley"
