"""Dates of publication in the forms in which they are written."""

from datetime import date

import pytest

from dashboard.model import NoticeLevel
from dashboard.reading import read_text
from dashboard.reading.dates import find_date

NINTH = date(2010, 11, 9)


@pytest.mark.parametrize(
    "written",
    [
        "Created Nov 9 2010 - 03:55",
        "November 9, 2010",
        "Tuesday, 9th of November 2010",
        "9 Nov. 2010",
        "9-NOV-10",
        "9 NOV 10",
        "091800C NOV 10",
        "2010-11-09T03:55:00Z",
        "2010/11/9",
        "09.11.2010",
        "DUSHANBE, Nov. 9, 2010 (Agency) -",
    ],
)
def test_a_written_date_is_found(written: str) -> None:
    found = find_date(written)
    assert found is not None
    assert found.day == NINTH


@pytest.mark.parametrize("written", ["09/11/2010", "Nov. 9", "31 February 2010", "line 1992"])
def test_what_is_not_one_certain_day_is_not_a_date(written: str) -> None:
    assert find_date(written) is None


def test_a_slashed_date_counts_when_only_one_reading_is_a_day() -> None:
    found = find_date("11/23/2010")
    assert found is not None
    assert found.day == date(2010, 11, 23)


def test_published_wins_over_updated() -> None:
    text = "Updated: 12 May 2020\nPublished: 9 May 2020\n\nA bridge fell in Osh on Monday.\n"
    assert read_text(text, doc_id="x").published == date(2020, 5, 9)


def test_a_date_inside_the_story_is_not_the_date_of_publication() -> None:
    text = "Bridge falls in Osh\n\nA bridge fell in Osh on 9 May 2020. Nobody was hurt.\n"
    assert read_text(text, doc_id="x").published is None


def test_a_dateline_without_a_year_is_not_given_one() -> None:
    article = read_text("OSH, Nov. 9 (Agency) - A bridge fell in the town.", doc_id="x")
    assert article.published is None
    assert article.notices[0].level is NoticeLevel.WARNING
    assert "names no year" in article.notices[0].text


def test_a_date_that_reads_two_ways_is_asked_about() -> None:
    article = read_text("Published: 09/11/2010\n\nA bridge fell in Osh today.\n", doc_id="x")
    assert article.published is None
    assert "09/11/2010 can be read two ways" in " ".join(n.text for n in article.notices)
