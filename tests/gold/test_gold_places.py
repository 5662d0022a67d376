"""The list of the digest's places is sound, and its scorer counts as it says."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from tests.gold.gold_documents import article_of, read_seed
from tests.gold.score_places import (
    EIGHTH,
    FIFTH,
    KEPT_ASIDE,
    PARAGRAPHS,
    PLACES,
    SIXTH,
    find_occurrences,
    read_places,
    score_file,
    score_places,
)

if TYPE_CHECKING:
    from pathlib import Path

GOLD = read_places(PLACES)
DIGEST = read_seed(GOLD["document"])
OCCURRENCES = tuple(find_occurrences(GOLD, DIGEST))


def mention(start: int, end: int, **values: Any) -> dict[str, Any]:
    drawn = {"start": start, "end": end, "surface": DIGEST.text[start:end], "drawn": True}
    return {**drawn, "name": "", "countries": [], "precision": "country", **values}


def perfect_mentions() -> list[dict[str, Any]]:
    return [
        mention(
            each.start,
            each.end,
            name=each.row["names"][0],
            countries=each.row.get("countries", []),
            precision=each.row["precision"][0],
        )
        for each in OCCURRENCES
        if each.drawn == "yes"
    ]


def test_every_row_of_the_list_occurs_in_the_digest() -> None:
    rows = {row["surface"] for kind in ("drawn", "either", "not_drawn") for row in GOLD[kind]}
    assert {each.row["surface"] for each in OCCURRENCES} == rows
    assert all(each["words"] in DIGEST.text for each in GOLD["exceptions"])


def test_every_row_says_why() -> None:
    rows = [row for kind in ("drawn", "either", "not_drawn", "exceptions") for row in GOLD[kind]]
    assert all(row["why"] for row in rows)


def test_capital_is_a_place_once_and_a_government_once() -> None:
    dushanbe = [each.drawn for each in OCCURRENCES if each.row["surface"] == "Dushanbe"]
    assert dushanbe == ["yes", "no"]


def test_country_in_the_name_of_an_organization_is_not_counted() -> None:
    start = DIGEST.text.index("Movement of Uzbekistan") + len("Movement of ")
    assert not any(each.start == start for each in OCCURRENCES)


def test_perfect_reader_gets_full_marks() -> None:
    result = score_places(GOLD, DIGEST, {"mentions": perfect_mentions()})
    assert (result["precision"], result["recall"]) == (1.0, 1.0)


def test_valley_drawn_as_the_iranian_city_is_wrong() -> None:
    start = DIGEST.text.index("Rasht Valley")
    city = mention(start, start + 5, name="Rasht", countries=["IR"], precision="point")
    result = score_places(GOLD, DIGEST, {"mentions": [city]})
    assert result["precision"] == 0
    assert "not the city of Rasht in Iran" in result["wrong"][0]


def test_drawn_demonym_is_wrong() -> None:
    start = DIGEST.text.index("Tajik soldiers")
    result = score_places(GOLD, DIGEST, {"mentions": [mention(start, start + 5)]})
    assert "an adjective" in result["wrong"][0]


def test_drawn_word_that_nobody_listed_is_wrong() -> None:
    start = DIGEST.text.index("mountains")
    result = score_places(GOLD, DIGEST, {"mentions": [mention(start, start + 9)]})
    assert result["wrong"][0].endswith("no place stands there")


def test_southern_kyrgyzstan_is_not_the_whole_country() -> None:
    counts = Counter(each.row["surface"] for each in OCCURRENCES)
    assert counts["southern Kyrgyzstan"] == 2


PLACE_SETS = [PARAGRAPHS, KEPT_ASIDE, FIFTH, SIXTH, EIGHTH]


@pytest.mark.parametrize("path", PLACE_SETS, ids=lambda path: path.stem)
def test_every_row_of_the_paragraphs_occurs_and_says_why(path: Path) -> None:
    for doc in read_places(path):
        rows = [row for kind in ("drawn", "either", "not_drawn") for row in doc[kind]]
        found = {each.row["surface"] for each in find_occurrences(doc, article_of(doc))}
        assert found == {row["surface"] for row in rows}, doc["doc_id"]
        assert all(row["why"] for row in rows)


def test_sixth_set_is_read_as_well_as_it_is_said() -> None:
    result = score_file(SIXTH)
    assert result["precision"] >= 0.94
    assert result["recall"] >= 0.87


def test_no_paragraph_stands_in_both_sets() -> None:
    ids = [doc["doc_id"] for path in PLACE_SETS for doc in read_places(path)]
    assert len(ids) == len(set(ids))
