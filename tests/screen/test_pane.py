"""The pane's lists: each event in words, what has no mark with its reason."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from dashboard.model import (
    Article,
    DatePrecision,
    Notice,
    NoticeLevel,
    Span,
    When,
    Zone,
    ZoneKind,
)
from dashboard.screen.pane import document_json
from dashboard.screen.wording import heading, when_words
from tests.samples import sample_article, sample_briefing, span_of


def document(**changes: object) -> dict[str, object]:
    briefing = replace(sample_briefing(), **changes)  # type: ignore[arg-type]
    return document_json(briefing)


def test_the_document_is_json_and_its_first_page_names_its_events() -> None:
    [article] = json.loads(json.dumps(document()))["articles"]
    assert article["pages"] == 1
    assert list(article["first"]["events"]) == [f"E{n}" for n in range(1, 16)]
    assert article["first"]["events"]["E1"]["title"] == "Fought an armed band"


def test_an_event_is_headed_by_its_own_words() -> None:
    event = sample_briefing().events[1]
    assert heading(event, sample_article()) == "Sweeps"
    assert heading(event, None) == "Other"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (When(), "No date in the text"),
        (When(DatePrecision.MONTH, date(2010, 8, 1), date(2010, 8, 31)), "August 2010"),
        (When(DatePrecision.LONGER, None, date(1997, 6, 27)), "before June 1997"),
        (When(DatePrecision.YEAR, date(2001, 1, 1), words="in 2001 or later"), "in 2001 or later"),
    ],
    ids=["undated", "month", "open start", "own words"],
)
def test_dates_are_said_in_words(when: When, said: str) -> None:
    assert when_words(when) == said


def test_place_words_without_a_mark_are_grouped_by_reason() -> None:
    [group] = document()["words"]  # type: ignore[misc]
    assert group == {
        "why": "An adjective or a people, not a place",
        "total": 1,
        "items": [
            ["Tajik", 1, "5a3b1e0000000001", sample_article().text.index("Tajik government")]
        ],
        "left": 0,
    }


def test_skipped_furniture_and_notices_are_listed() -> None:
    text = "Body.\nTags: war"
    tags = span_of(text, "Tags: war")
    zones = (Zone(0, 5, ZoneKind.BODY), Zone(tags.start, tags.end, ZoneKind.TAGS))
    notice = Notice(NoticeLevel.WARNING, "The text has no date.", Span(0, 1))
    item = Article("b" * 16, "x.txt", text, zones, notices=(notice,))
    made = document(articles=(item,), resolutions={}, events=())
    assert made["skipped"] == [{"kind": "Tags", "text": "Tags: war"}]
    assert made["notices"] == [{"level": "warning", "text": "The text has no date."}]
