"""The gold set of events is sound, and its scorer counts as it says."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from dashboard.model import EventType, Status
from tests.gold.gold_documents import DIGEST, SETS, read_gold
from tests.gold.score_events import is_same_actor, score, split_sentences

GOLD = [doc for path in SETS for doc in read_gold(path)]
ALL_EVENTS = [(doc, event) for doc in GOLD for event in doc["events"]]
SUB_TYPES = {
    "Battles": {
        "Armed clash",
        "Government regains territory",
        "Non-state actor overtakes territory",
    },
    "Explosions/Remote violence": {
        "Air/drone strike",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Suicide bomb",
        "Grenade",
        "Chemical weapon",
    },
    "Violence against civilians": {
        "Attack",
        "Abduction/forced disappearance",
        "Sexual violence",
    },
    "Protests": {
        "Peaceful protest",
        "Protest with intervention",
        "Excessive force against protesters",
    },
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}


def record_of(doc: dict[str, Any]) -> dict[str, Any]:
    """Return what a perfect coder would write: the first accepted value of everything."""
    return {"mentions": [], "events": [coded(doc, e) for e in doc["events"] if not e["optional"]]}


def coded(doc: dict[str, Any], event: dict[str, Any]) -> dict[str, Any]:
    start = doc["text"].index(event["trigger"])
    evidence = next(s for s in split_sentences(doc["text"]) if s[0] <= start < s[1])
    first, last = event["dates"][0] or (None, None)
    name = (event["places"] or [None])[0]
    place = {"name": name, "country": event["country"], "mention": None}
    return {
        "type": event["type"],
        "sub_type": event["sub_type"],
        "date": {"start": first, "end": last},
        "places": [place] if name else [],
        "killed": event["killed"][0] or {"low": None, "high": None},
        "injured": event["injured"][0] or {"low": None, "high": None},
        "status": event["status"][0],
        "attribution": event["attribution"],
        "actors": event["actors"],
        "evidence": [{"start": evidence[0], "end": evidence[1]}],
    }


def one_doc(doc_id: str) -> dict[str, Any]:
    return next(doc for doc in GOLD if doc["doc_id"] == doc_id)


def test_set_is_large_enough() -> None:
    assert len(GOLD) >= 45


def test_ids_are_unique() -> None:
    assert max(Counter(doc["doc_id"] for doc in GOLD).values()) == 1


@pytest.mark.parametrize("doc", GOLD, ids=lambda doc: doc["doc_id"])
def test_each_trigger_stands_once_in_its_text(doc: dict[str, Any]) -> None:
    assert doc["trap"]
    assert all(doc["text"].count(event["trigger"]) == 1 for event in doc["events"])


def test_set_covers_all_types_and_sub_types() -> None:
    assert set(SUB_TYPES) == {kind.value for kind in EventType}
    covered = {(e["type"], e["sub_type"]) for _, e in ALL_EVENTS if not e["optional"]}
    assert covered == {(kind, sub) for kind, subs in SUB_TYPES.items() for sub in subs}


def test_set_covers_all_statuses() -> None:
    first = {event["status"][0] for _, event in ALL_EVENTS if not event["optional"]}
    assert first == {status.value for status in Status}


def test_digest_has_its_core_events() -> None:
    [digest] = read_gold(DIGEST)
    assert sum(not event["optional"] for event in digest["events"]) >= 15


def test_some_documents_hold_no_event_at_all() -> None:
    assert sum(not doc["events"] for doc in GOLD) >= 4


def test_perfect_coder_gets_full_marks() -> None:
    result = score(GOLD, {doc["doc_id"]: record_of(doc) for doc in GOLD})
    assert result["faults"] == []
    assert (result["f1"], result["invented_values"]) == (1.0, 0)


def test_silent_coder_misses_everything() -> None:
    result = score(GOLD, {})
    assert result["recall"] == 0
    assert len(result["faults"]) == result["events"]


def test_toll_out_of_nowhere_counts_as_invented() -> None:
    doc = one_doc("rocket-galilee")
    record = record_of(doc)
    record["events"][0]["killed"] = {"low": 3, "high": 3}
    result = score([doc], {doc["doc_id"]: record})
    assert result["invented"] == {"killed": 1}


def test_actor_is_known_by_the_word_that_heads_its_name() -> None:
    assert is_same_actor("men on a motorcycle", "two masked men")
    assert not is_same_actor("men on a motorcycle", "police on a bus")


def test_event_coded_twice_is_a_false_alarm() -> None:
    doc = one_doc("joined-mentions")
    record = record_of(doc)
    record["events"] *= 2
    assert score([doc], {doc["doc_id"]: record})["precision"] == 0.5


def test_accident_coded_as_attack_is_a_false_alarm() -> None:
    doc = one_doc("accident-bus")
    attack = coded(one_doc("two-clashes"), one_doc("two-clashes")["events"][0])
    attack["evidence"] = [{"start": 0, "end": 40}]
    result = score([doc], {doc["doc_id"]: {"mentions": [], "events": [attack]}})
    assert result["precision"] == 0
    assert re.match("accident-bus: false alarm Battles", result["faults"][0])


def test_threat_coded_as_fact_is_a_false_alarm() -> None:
    doc = one_doc("hypothetical-kidnap")
    kidnap = coded(doc, doc["events"][0]) | {"status": "reported"}
    result = score([doc], {doc["doc_id"]: {"mentions": [], "events": [kidnap]}})
    assert result["faults"][0].startswith("hypothetical-kidnap: false alarm")


def test_abbreviated_month_does_not_end_a_sentence() -> None:
    text = "It fell on Aug. 15 near Torodi. Nobody died."
    assert [text[a:b].strip() for a, b in split_sentences(text)] == [
        "It fell on Aug. 15 near Torodi.",
        "Nobody died.",
    ]
