"""Tables on the pages of PDF files, which hold no rows: told by words that stand in columns."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from dashboard.reading.tables import is_heading_row, row_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Segment = tuple[int, str]
    """Where a run of words begins in its line, and the run."""

HEAD_WORD = re.compile(
    r"\b(?:Date|Time|Place|Location|Town|Village|Region|Province|District|Governorate|State|Incident"
    r"|Event|Type|Description|Killed|Dead|Deaths|Injured|Wounded|Casualties|Actors?|Perpetrator"
    r"|KIA|WIA|What happened)\b"
)
FEWEST_HEAD_WORDS = 2
FEWEST_COLUMNS = 3
FEWEST_ROWS = 2
SEGMENT = re.compile(r"\S+(?: \S+)*")
MOST_SHIFT = 2
"""By how many characters a cell may begin before its heading: figures are set to the right."""


def may_hold_table(text: str) -> bool:
    """Whether a page has words that head columns, so that its layout is worth reading."""
    return len(set(HEAD_WORD.findall(text))) >= FEWEST_HEAD_WORDS


def has_heading_row(text: str) -> bool:
    """Whether a line of a page is nothing but words that head columns."""
    lines = (HEAD_WORD.sub("", line) for line in text.splitlines() if may_hold_table(line))
    return any(len(rest.split()) <= 1 for rest in lines)


def with_tables(layout: str) -> str | None:
    """Return a page set out in columns of characters with its tables as rows with bars.

    `None` where there is none: then the plain text of the page says more.
    """
    lines = layout.splitlines()
    written: list[str] = []
    at, has_table = 0, False
    while at < len(lines):
        rows, used = _table_at(lines[at:])
        if used:
            written += [block for block, _ in row_blocks(rows)]
            has_table = True
        else:
            written.append(lines[at].strip())
        at += used or 1
    return "\n".join(written) if has_table else None


def _table_at(lines: Sequence[str]) -> tuple[list[list[str]], int]:
    """Return the rows of a table that begins with the first line, and how many lines it takes."""
    heads = _segments(lines[0])
    if len(heads) < FEWEST_COLUMNS or not is_heading_row([words for _, words in heads]):
        return [], 0
    starts = [start for start, _ in heads]
    rows = [[words for _, words in heads]]
    below = list(takewhile(lambda line: _is_in_columns(line, starts), lines[1:]))
    for line in below:
        cells = dict(_in_columns(line, starts))
        # Of a wrapped row, the first cell ("3", "April") and the longest go on together.
        if 0 in cells and 2 * len(cells) >= len(starts):
            rows.append([""] * len(starts))
        for column, words in cells.items():
            rows[-1][column] = f"{rows[-1][column]} {words}".strip()
    return (rows, 1 + len(below)) if len(rows) > FEWEST_ROWS else ([], 0)


def _segments(line: str) -> list[Segment]:
    return [(m.start(), m.group()) for m in SEGMENT.finditer(line)]


def _in_columns(line: str, starts: Sequence[int]) -> Iterator[tuple[int, str]]:
    for start, words in _segments(line):
        yield max(n for n, column in enumerate(starts) if column <= start + MOST_SHIFT), words


def _is_in_columns(line: str, starts: Sequence[int]) -> bool:
    """Whether each run of words begins in a column of its own and ends before the next."""
    segments = _segments(line)
    if not segments or segments[0][0] + MOST_SHIFT < starts[0]:
        return False
    columns = [column for column, _ in _in_columns(line, starts)]
    ends = (*starts[1:], len(line) + 1)
    fits = all(s + len(w) <= ends[c] for c, (s, w) in zip(columns, segments, strict=True))
    return fits and len(set(columns)) == len(columns)
