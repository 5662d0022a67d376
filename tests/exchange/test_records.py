"""The JSON of the command line holds what the contract says, and nothing that is not in it."""

import json
from dataclasses import replace
from datetime import date

from dashboard.exchange import document_record
from dashboard.model import (
    Alternative,
    Article,
    Briefing,
    Mention,
    MentionKind,
    Notice,
    NoticeLevel,
    Place,
    Precision,
    Resolution,
    Span,
)
from tests.samples import briefing_with_flows, sample_briefing

OSH = Place("gn:1527534", "Osh", 40.53, 72.8, Precision.POINT, "PPLA", ("KG",), 1527534)
TEXT = "Five were hurt in Osh."


def small_briefing(resolution: Resolution) -> Briefing:
    article = Article("a1", "osh.txt", TEXT, (), published=date(2024, 5, 9), outlet="A Paper")
    return Briefing((article,), {"a1": (resolution,)}, ())


def test_a_mention_carries_its_place_and_the_alternatives() -> None:
    other = replace(OSH, name="Osh, elsewhere", geonameid=None, countries=())
    mention = Mention(18, 21, "Osh", MentionKind.TOPONYM)
    resolution = Resolution(mention, OSH, 0.91234, "largest", (Alternative(other, 0.2),))
    record = document_record(small_briefing(resolution), "a1")
    assert record["mentions"] == [
        {
            "start": 18, "end": 21, "surface": "Osh", "kind": "toponym", "drawn": True,
            "not_drawn_because": None, "name": "Osh", "lat": 40.53, "lon": 72.8, "country": "KG",
            "countries": ["KG"], "geonameid": 1527534, "feature": "PPLA", "precision": "point",
            "score": 0.9123, "reason": "largest",
            "alternatives": [
                {"name": "Osh, elsewhere", "lat": 40.53, "lon": 72.8, "country": None,
                 "geonameid": None, "score": 0.2}
            ],
        }
    ]  # fmt: skip


def test_a_place_that_was_not_found_is_null_and_says_why() -> None:
    mention = Mention(18, 21, "Osh", MentionKind.TOPONYM)
    resolution = Resolution(mention, None, 0.0, "no such name", (), "not in the gazetteer")
    (told,) = document_record(small_briefing(resolution), "a1")["mentions"]
    assert (told["name"], told["lat"], told["countries"], told["drawn"]) == (None, None, [], False)
    assert told["not_drawn_because"] == "not in the gazetteer"


def test_the_head_of_a_record() -> None:
    record = document_record(sample_briefing(), "5a3b1e0000000001")
    assert {key: record[key] for key in ("schema", "doc_id", "title", "published", "source")} == {
        "schema": 1,
        "doc_id": "sample.txt",
        "title": "A made-up week in the hills",
        "published": "2024-05-09",
        "source": "Sample Wire",
    }


def test_an_event_points_to_its_mention_and_its_words() -> None:
    briefing = sample_briefing()
    record = document_record(briefing, "5a3b1e0000000001")
    event = record["events"][0]
    assert (event["type"], event["status"]) == ("Battles", "disputed")
    assert event["killed"] == {"low": 5, "high": 9, "text": "five dead … nine"}
    assert event["injured"] == {"low": None, "high": None, "text": None}
    (place,) = event["places"]
    assert record["mentions"][place["mention"]]["surface"] == "Rasht Valley"
    (words,) = event["evidence"]
    sentence = briefing.articles[0].text[words["start"] : words["end"]]
    assert sentence == "Soldiers fought an armed band in the Rasht Valley on 3 May."


def test_a_flow_tells_its_ends_and_why_it_is_not_drawn() -> None:
    first, second = document_record(briefing_with_flows(), "5a3b1e0000000001")["flows"]
    assert (first["kind"], first["event"], first["drawn"]) == ("troop movement", "E1", True)
    assert [first[end]["name"] for end in ("from", "to")] == ["Dushanbe", "Rasht Valley"]
    assert first["through"] == []
    assert (second["from"], second["carries"], second["status"]) == (None, None, "planned")
    assert [place["name"] for place in second["through"]] == ["Isfara"]
    assert second["not_drawn_because"] == "The text does not say where it starts"


def test_notices_of_the_document_and_of_the_whole_are_kept() -> None:
    mention = Mention(18, 21, "Osh", MentionKind.TOPONYM)
    briefing = small_briefing(Resolution(mention, OSH, 1, "only one"))
    notices = (
        Notice(NoticeLevel.INFO, "of this", Span(1, 2), "a1"),
        Notice(NoticeLevel.WARNING, "of all"),
        Notice(NoticeLevel.INFO, "of another", None, "a2"),
    )
    record = document_record(replace(briefing, notices=notices), "a1")
    assert record["notices"] == [
        {"level": "info", "text": "of this", "start": 1, "end": 2},
        {"level": "warning", "text": "of all", "start": None, "end": None},
    ]


def test_a_record_is_json() -> None:
    record = document_record(sample_briefing(), "5a3b1e0000000001")
    assert json.loads(json.dumps(record)) == record


def test_a_date_says_whether_another_event_or_an_announcement_gives_it() -> None:
    briefing = sample_briefing()
    records = [document_record(briefing, a.article_id) for a in briefing.articles]
    told = [event["date"]["inherited"] for record in records for event in record["events"]]
    assert told == [event.when.inherited for event in briefing.events]
