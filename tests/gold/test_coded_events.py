"""How well the product codes the gold sets; a change may not make it worse.

The floors lie a little under what was measured on the day they were set. What has been reached, and
what has not, stands in the README beside this file.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.gold.gold_documents import (
    DIGEST,
    EIGHTH_CLOSED,
    EIGHTH_OPEN,
    EVENTS,
    FIFTH,
    FOURTH,
    SECOND,
    SEVENTH,
    SIXTH,
    THIRD,
    Record,
    code_documents,
    read_gold,
)
from tests.gold.score_events import score

if TYPE_CHECKING:
    from pathlib import Path

FLOORS = {
    EVENTS: {"f1": 0.9, "sub_type": 0.9, "date": 0.9, "place": 0.8, "status": 0.9, "killed": 0.9},
    SECOND: {"f1": 0.9, "sub_type": 0.9, "place": 0.8, "status": 0.85},
    THIRD: {"f1": 0.9, "sub_type": 0.9, "date": 0.75, "status": 0.9},
    FOURTH: {"f1": 0.9, "sub_type": 0.9, "date": 0.8, "status": 0.9, "killed": 0.9},
    FIFTH: {"f1": 0.8, "sub_type": 0.9, "date": 0.8, "status": 0.95, "killed": 0.9},
    SIXTH: {"f1": 0.8, "sub_type": 0.9, "date": 0.8, "status": 0.9, "killed": 0.9},
    SEVENTH: {
        "f1": 0.85,
        "sub_type": 0.9,
        "date": 0.85,
        "place": 0.85,
        "status": 0.9,
        "killed": 0.9,
    },
    EIGHTH_OPEN: {
        "f1": 0.96,
        "sub_type": 0.95,
        "date": 0.89,
        "place": 0.79,
        "status": 0.95,
        "killed": 0.93,
    },
    EIGHTH_CLOSED: {
        "f1": 0.82,
        "sub_type": 0.92,
        "date": 0.83,
        "place": 0.77,
        "status": 0.91,
        "killed": 0.92,
    },
    DIGEST: {"f1": 0.85, "sub_type": 0.9, "date": 0.9, "place": 0.8, "status": 0.9, "killed": 0.9},
}
CASES = [(path, name) for path, floors in FLOORS.items() for name in floors]


@cache
def result_of(path: Path) -> Record:
    gold = read_gold(path)
    return score(gold, code_documents(gold))


@pytest.mark.parametrize(("path", "name"), CASES, ids=[f"{p.stem}-{n}" for p, n in CASES])
def test_figure_does_not_fall(path: Path, name: str) -> None:
    result = result_of(path)
    assert result[name] >= FLOORS[path][name], result["faults"]


@pytest.mark.parametrize("path", FLOORS, ids=lambda path: path.stem)
def test_nothing_is_invented(path: Path) -> None:
    # The sixth and the seventh set are left as they came: there sources of tolls are still taken
    # for those of their events.
    known = {SIXTH: {"attribution": 1}, SEVENTH: {"attribution": 2}}
    assert result_of(path)["invented"] == known.get(path, {})


def test_documents_without_an_event_stay_without_one() -> None:
    empty = [doc for doc in read_gold(EVENTS) if not doc["events"]]
    records = code_documents(empty)
    assert not [event for record in records.values() for event in record["events"]]
