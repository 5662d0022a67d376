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
from dashboard.screen.index import index_events
from dashboard.screen.pane import document_json, heading, when_words
from dashboard.screen.table import table_rows
from tests.samples import sample_article, sample_briefing, span_of


def document(**changes: object) -> dict[str, object]:
    briefing = replace(sample_briefing(), **changes)  # type: ignore[arg-type]
    return document_json(briefing, index_events(briefing), None)


def test_the_document_is_json_and_names_every_event() -> None:
    events = json.loads(json.dumps(document()))["events"]
    assert [event["id"] for event in events] == [f"E{n}" for n in range(1, 16)]
    assert events[0]["title"] == "Fought an armed band"
    assert events[14]["why"] == "The text names no place"


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
    assert when_words(replace(sample_briefing().events[0], when=when)) == said


def test_place_words_without_a_mark_are_grouped_by_reason() -> None:
    [group] = document()["words"]  # type: ignore[misc]
    assert group == {
        "why": "An adjective or a people, not a place",
        "total": 1,
        "items": [["Tajik", 1]],
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


def test_the_table_has_the_same_events_in_words() -> None:
    briefing = sample_briefing()
    rows = table_rows(briefing, briefing.events, lambda code: {"TJ": "Tajikistan"}.get(code, code))
    assert len(rows) == 15
    assert rows[0]["Killed"] == "5 to 9"
    assert rows[0]["Country"] == "Tajikistan"
    assert (rows[14]["Place"], rows[14]["Mark"]) == ("not stated", "The text names no place")
