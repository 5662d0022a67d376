"""The dead and injured that a row of a table counts in columns of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.counting.quantities import read_quantity
from dashboard.model import Span, Toll
from dashboard.reading.rows import Column, Row, row_at

COUNT = r"\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an?"
DEAD = r"killed|dead|kia|deaths?|fatalit(?:y|ies)|died"
HURT = r"injured|wounded|wia|hurt|injur(?:y|ies)"

COUNTED = {
    column: re.compile(
        rf"(?P<count>(?:{COUNT})(?:\s+(?!{HURT}|{DEAD})[a-z-]+){{0,3}})[\s:]+(?:{form})\b",
        re.IGNORECASE,
    )
    for column, form in ((Column.KILLED, DEAD), (Column.INJURED, HURT))
}

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.coding.drafts import Draft


def count_by_rows(drafts: Sequence[Draft], rows: Sequence[Row], text: str) -> tuple[Draft, ...]:
    """Return the events, each with the figures of its row; those of several events have no sum."""
    told = [row_at(rows, d.trigger) if d.standing.status.is_incident else None for d in drafts]
    return tuple(
        _counted(draft, row, text, is_alone=told.count(row) == 1) if row else draft
        for draft, row in zip(drafts, told, strict=True)
    )


def _counted(draft: Draft, row: Row, text: str, *, is_alone: bool) -> Draft:
    killed = _read(row, Column.KILLED, text, is_alone=is_alone)
    injured = _read(row, Column.INJURED, text, is_alone=is_alone)
    return replace(
        draft,
        killed=draft.killed if draft.killed.text or killed is None else killed,
        injured=draft.injured if draft.injured.text or injured is None else injured,
    )


def _read(row: Row, column: Column, text: str, *, is_alone: bool) -> Toll | None:
    found = _words(row, column, text)
    if found is None:
        return None
    words = found.of(text)
    count = read_quantity(words)
    if count is None or not count.low:
        return None
    # "2 civilians, 3 soldiers" is in the words, and in no number of them alone.
    beside = words[: count.start] + words[count.end :]
    is_sure = is_alone and not any(map(str.isdigit, beside))
    low, high = (count.low, count.high) if is_sure else (None, None)
    return Toll(low, high, words, found)


def _words(row: Row, column: Column, text: str) -> Span | None:
    """Return the words of a row for the dead or the injured: "2" in their column, "2 killed"."""
    cells = row.of(column)
    if cells:
        return cells[0].span if len(cells) == 1 else None
    shared = [c.span for c in row.of(Column.CASUALTIES)]
    told = [m for span in shared for m in COUNTED[column].finditer(text, span.start, span.end)]
    return Span(*told[0].span("count")) if len(told) == 1 else None
