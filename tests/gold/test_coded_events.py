"""How well the product codes the gold sets; a change may not make it worse.

The floors lie a little under what was measured on the day they were set. What has been reached, and
what has not, stands in the README beside this file.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.gold.gold_documents import EVENTS, SETS, Record, code_documents, read_gold
from tests.gold.score_events import score

if TYPE_CHECKING:
    from pathlib import Path

FLOORS = {
    "events": {"f1": 0.9, "sub_type": 0.9, "date": 0.9, "place": 0.8, "status": 0.9, "killed": 0.9},
    "second_set": {"f1": 0.9, "sub_type": 0.9, "place": 0.8, "status": 0.85},
    "third_set": {"f1": 0.9, "sub_type": 0.9, "date": 0.75, "status": 0.9},
    "fourth_set": {"f1": 0.9, "sub_type": 0.9, "date": 0.8, "status": 0.9, "killed": 0.9},
    "fifth_set": {"f1": 0.8, "sub_type": 0.9, "date": 0.8, "status": 0.95, "killed": 0.9},
    "sixth_set": {"f1": 0.8, "sub_type": 0.9, "date": 0.8, "status": 0.9, "killed": 0.9},
    "seventh_set": {
        "f1": 0.85,
        "sub_type": 0.9,
        "date": 0.85,
        "place": 0.85,
        "status": 0.9,
        "killed": 0.9,
    },
    "ninth_set_closed": {"f1": 0.8, "sub_type": 0.9, "date": 0.8, "place": 0.7, "status": 0.9},
    "ninth_set_open": {
        "f1": 0.85,
        "sub_type": 0.95,
        "date": 0.9,
        "place": 0.85,
        "status": 0.9,
        "killed": 0.9,
    },
    "eighth_set_open": {
        "f1": 0.96,
        "sub_type": 0.95,
        "date": 0.89,
        "place": 0.79,
        "status": 0.95,
        "killed": 0.93,
    },
    "eighth_set_closed": {
        "f1": 0.82,
        "sub_type": 0.92,
        "date": 0.83,
        "place": 0.77,
        "status": 0.91,
        "killed": 0.92,
    },
    "tenth_set_closed": {"f1": 0.76, "sub_type": 0.9, "date": 0.77, "place": 0.83, "status": 0.9},
    "tenth_set_open": {
        "f1": 0.91,
        "sub_type": 0.95,
        "date": 0.82,
        "place": 0.82,
        "status": 0.93,
        "killed": 0.89,
    },
    "eleventh_set_closed": {
        "f1": 0.82,
        "sub_type": 0.93,
        "date": 0.88,
        "place": 0.77,
        "status": 0.92,
    },
    "eleventh_set_open": {"f1": 0.88, "sub_type": 0.93, "date": 0.8, "place": 0.75, "status": 0.9},
    "twelfth_set_closed": {
        "f1": 0.79,
        "sub_type": 0.95,
        "date": 0.77,
        "place": 0.85,
        "status": 0.87,
    },
    "twelfth_set_open": {"f1": 0.85, "sub_type": 0.93, "date": 0.8, "place": 0.82, "status": 0.9},
    "thirteenth_set_closed": {
        "f1": 0.71,
        "sub_type": 0.91,
        "date": 0.76,
        "place": 0.72,
        "status": 0.93,
    },
    "thirteenth_set_open": {
        "f1": 0.76,
        "sub_type": 0.93,
        "date": 0.82,
        "place": 0.74,
        "status": 0.93,
    },
    "digest_events": {
        "f1": 0.85,
        "sub_type": 0.9,
        "date": 0.9,
        "place": 0.8,
        "status": 0.9,
        "killed": 0.9,
    },
}
CASES = [(path, name) for path in SETS for name in FLOORS[path.stem]]


@cache
def result_of(path: Path) -> Record:
    gold = read_gold(path)
    return score(gold, code_documents(gold))


@pytest.mark.parametrize(("path", "name"), CASES, ids=[f"{p.stem}-{n}" for p, n in CASES])
def test_figure_does_not_fall(path: Path, name: str) -> None:
    result = result_of(path)
    assert result[name] >= FLOORS[path.stem][name], result["faults"]


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_nothing_more_is_invented(path: Path) -> None:
    # The seventh set is left as it came: there who tells how a truce ended is still taken
    # for its source.
    # Of the closed halves nobody has read what they are.
    known = {
        "seventh_set": {"attribution": 1},
        "ninth_set_closed": {"killed": 2, "attribution": 1},
        "tenth_set_closed": {"killed": 3, "attribution": 2},
        "eighth_set_closed": {"killed": 1},
        "eleventh_set_open": {"killed": 1},
        "twelfth_set_closed": {"killed": 1, "attribution": 2},
        "thirteenth_set_open": {"killed": 1, "injured": 2},
        "thirteenth_set_closed": {"killed": 1, "injured": 1, "attribution": 1},
    }
    assert not Counter(result_of(path)["invented"]) - Counter(known.get(path.stem, {}))


def test_documents_without_an_event_stay_without_one() -> None:
    empty = [doc for doc in read_gold(EVENTS) if not doc["events"]]
    records = code_documents(empty)
    assert not [event for record in records.values() for event in record["events"]]
