"""The scores are strict: what is missed counts as wrong."""

from __future__ import annotations

import pytest

from tests.evaluation.__main__ import table_of
from tests.evaluation.corpora import GoldMention, fold_of
from tests.evaluation.muc import is_same_name, read_locations
from tests.evaluation.scoring import Found, Score, match_spans
from tests.evaluation.stated_deaths import read_stated_deaths

PARIS = (48.8566, 2.3522)
LONDON = (51.5074, -0.1278)


def test_perfect_answer_scores_one_everywhere() -> None:
    score = Score()
    score.add([GoldMention(0, 5, *PARIS, 2988507, "FR")], [Found(0, 5, *PARIS, 2988507, "FR")])
    parts = (score.exact, score.overlap, score.end_to_end, score.near, score.geonameid)
    assert all(part.as_scores()["f1"] == 1.0 for part in parts)


def test_missed_mention_counts_against_resolution() -> None:
    score = Score()
    score.add([GoldMention(0, 5, *PARIS), GoldMention(9, 15, *LONDON)], [Found(0, 5, *PARIS)])
    assert score.near.as_scores()["r"] == 0.5


def test_far_answer_is_wrong_end_to_end() -> None:
    score = Score()
    score.add([GoldMention(0, 5, *PARIS)], [Found(0, 5, *LONDON)])
    assert score.overlap.as_scores()["f1"] == 1.0
    assert score.end_to_end.as_scores()["f1"] == 0.0


def test_answer_without_a_place_costs_recall_and_not_precision() -> None:
    score = Score()
    score.add([GoldMention(0, 5, *PARIS)], [Found(0, 5), Found(9, 12, *PARIS)])
    assert score.end_to_end.found == 1


def test_mention_that_nobody_located_is_no_error_of_place() -> None:
    score = Score()
    score.add([GoldMention(0, 5)], [Found(0, 5, *PARIS)])
    assert (score.end_to_end.found, score.end_to_end.wanted) == (0, 0)


def test_long_answer_over_two_names_counts_once() -> None:
    gold = [GoldMention(0, 5), GoldMention(7, 12)]
    assert match_spans(gold, [Found(0, 12)]) == [(0, 0)]


@pytest.mark.parametrize("outlet", ["example.org", "example.com"])
def test_outlet_is_always_in_the_same_fold(outlet: str) -> None:
    assert fold_of(outlet) == fold_of(outlet)
    assert 0 <= fold_of(outlet) < 5


def test_table_has_a_row_for_each_corpus() -> None:
    scores = {"p": 0.5, "r": 0.25, "f1": 0.333}
    record = {"corpus": "small", "documents": 2, "docs_per_second": 1, "kchars_per_second": 30}
    names = ("exact", "overlap", "near", "geonameid", "country", "end_to_end")
    report = {
        "date": "2026-01-02",
        "machine": "a laptop",
        "peak_memory_mb": 600,
        "corpora": [{**record, **dict.fromkeys(names, scores)}],
    }
    assert "0.500 0.250 0.333" in table_of(report).splitlines()[1]


LOCATIONS = {
    "PERU: LIMA (CITY): ATE (DISTRICT)": [["peru", "lima", "ate"]],
    "? PERU": [["peru"]],
    "PERU: ICA (CITY) - LIMA (CITY)": [["peru", "ica - lima"]],
    "PERU: LIMA (CITY / DEPARTMENT)": [["peru", "lima"]],
    "(PERU: LIMA (CITY)) / (PERU)": [["peru", "lima"], ["peru"]],
}


@pytest.mark.parametrize("raw", LOCATIONS)
def test_key_of_a_place_is_read_from_the_country_down(raw: str) -> None:
    assert read_locations(raw) == LOCATIONS[raw]


@pytest.mark.parametrize(
    ("headline", "stated"),
    [
        ("Raid kills about 12 near Bara", {12}),
        ("9 members of the Moray Front were killed in Bara", {9}),
        ("Mines claim the lives of two herders", {2}),
        ("30 people including nine children killed in Bara", {30}),
        ("About 60 thousand were killed", {60_000}),
        ("25 killed and injured in Bara", set()),
        ("Jets kill 13 rebels and 4 prisoners", set()),
        ("Jets kill two boys and a farmer", set()),
        ("40 rebels and about 20 traders were killed", set()),
        ("12 days of raids kill 90 people", set()),
        ("More losses raise to 80, the number of people killed since the truce", set()),
        ("Two killed in Bara;Six killed in Kolun", {2, 6}),
    ],
)
def test_stated_deaths_are_those_of_one_event(headline: str, stated: set[int]) -> None:
    assert read_stated_deaths(headline) == stated


SAME_NAMES = [
    ("gitega", "gitega"),
    ("nyabiharage hill", "nyabiharage"),
    ("northern kivu", "kivu"),
    ("muramvya", "murambvya"),
    ("ruyagi", "ruyigi"),
]
OTHER_NAMES = [
    ("gitega", "gitega university"),
    ("ngozi", "ngozi volcano"),
    ("ruyigi", "rutana"),
    ("city", "kinama"),
    ("buyigi", "ruyigi"),
    ("goma", "gome"),
]


@pytest.mark.parametrize(("ours", "wanted"), SAME_NAMES)
def test_names_are_compared_without_words_for_their_kind(ours: str, wanted: str) -> None:
    assert is_same_name(ours, wanted)


@pytest.mark.parametrize(("ours", "wanted"), OTHER_NAMES)
def test_town_is_not_what_bears_its_name(ours: str, wanted: str) -> None:
    assert not is_same_name(ours, wanted)
