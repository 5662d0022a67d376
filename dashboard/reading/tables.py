"""Tables inside documents: their cells are read, their headings are shown and tell of nothing."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from dashboard.model import ZoneKind
from dashboard.reading.lines import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dashboard.reading.lines import Line

BAR, OPEN_BAR, TAB, COMMA, SEMICOLON = "|", " | ", "\t", ",", ";"
RULE = re.compile(r"[\s|:-]+")
# A comma parts cells only where no space follows it, as in no sentence.
IN_QUOTES = re.compile(r'"[^"\n]{0,2000}"')
BORDERS = {
    BAR: re.compile(r"(?<!\\)\|"),
    OPEN_BAR: re.compile(r"\s\|\s"),
    TAB: re.compile(r"\t"),
    COMMA: re.compile(r",(?!\s)"),
    SEMICOLON: re.compile(r";"),
}
SPACES = " \t\r\xa0"
FEWEST_CELLS = 3
FEWEST_BARRED_CELLS = 2
MOST_WORDS_OF_A_HEADING = 4


def tell_tables(text: str, lines: Sequence[Line]) -> dict[int, ZoneKind]:
    """Tell the rows of tables by the start of their lines, and which of them are headings."""
    told: dict[int, ZoneKind] = {}
    for border, rows in _tables(text, lines):
        for number, row in enumerate(rows):
            cells = [row.raw[start:end] for start, end in split_cells(row.raw, border=border)]
            is_head = number == 0 and is_heading_row(cells)
            told[row.start] = ZoneKind.TABLE_HEAD if is_head else ZoneKind.CELL
    return told


def border_of(raw: str) -> str | None:
    """Return the sign between the cells of a line that could be a row of a table."""
    if raw.startswith(BAR) and raw.endswith(BAR) and len(raw) >= len("|a|"):
        return BAR
    signs = (TAB, OPEN_BAR, COMMA, SEMICOLON)
    return next((s for s in signs if len(split_cells(raw, border=s)) >= FEWEST_CELLS), None)


def split_cells(raw: str, *, border: str | None = None) -> list[tuple[int, int]]:
    """Return where each cell of a row begins and ends; an empty one ends where it begins."""
    sign = border or border_of(raw) or BAR
    quoted = [m.span() for m in IN_QUOTES.finditer(raw)] if sign in {COMMA, SEMICOLON} else []
    cuts = [
        found.span()
        for found in BORDERS[sign].finditer(raw)
        if not any(start < found.start() < end for start, end in quoted)
    ]
    edges = [(0, 0), *cuts, (len(raw), len(raw))]
    cells = [_trimmed(raw, before[1], after[0]) for before, after in pairwise(edges)]
    return cells[raw.startswith(BAR) : len(cells) - raw.endswith(BAR)] if sign == BAR else cells


def row_blocks(rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, ZoneKind | None]]:
    """Yield the rows of a table as lines with bars; one of a single cell is a paragraph."""
    for number, row in enumerate(rows):
        cells = [" ".join(cell.replace(BAR, "/").split()) for cell in row]
        written = [cell for cell in cells if cell]
        if len(written) < FEWEST_BARRED_CELLS:
            yield "".join(written), None
            continue
        is_head = number == 0 and len(rows) > 1 and is_heading_row(cells)
        yield f"| {' | '.join(cells)} |", ZoneKind.TABLE_HEAD if is_head else ZoneKind.CELL


def is_heading_row(cells: Sequence[str]) -> bool:
    """Whether all cells are labels: a few words, no figure, no sentence."""
    return len(cells) > 1 and all(map(_is_label, cells))


def _is_label(cell: str) -> bool:
    words = cell.split()
    is_sentence = len(words) > 1 and SENTENCE_END.search(cell.strip())
    has_figure = any(map(str.isdigit, cell))
    return len(words) <= MOST_WORDS_OF_A_HEADING and not has_figure and not is_sentence


def _tables(text: str, lines: Sequence[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Yield the lines that follow each other as the rows of one table, with their border."""
    for border, group in groupby(lines, key=lambda line: border_of(line.raw)):
        if border == BAR:
            yield from ((BAR, rows) for rows in _unbroken(text, list(group)))
        elif border is not None:
            rows = list(group)
            if _is_table(rows, border):
                yield border, rows


def _is_table(rows: Sequence[Line], border: str) -> bool:
    """Whether lines without bars are rows: all of as many cells, under a heading or with tabs."""
    counts = {len(split_cells(row.raw, border=border)) for row in rows}
    heads = [rows[0].raw[start:end] for start, end in split_cells(rows[0].raw, border=border)]
    if border == TAB:
        return len(rows) > 1
    return len(rows) > 1 and len(counts) == 1 and is_heading_row(heads)


def _unbroken(text: str, rows: Iterable[Line]) -> Iterator[list[Line]]:
    """Part rows with bars where words stand between them."""
    table: list[Line] = []
    for row in rows:
        # Between two rows stand line ends and, under the headings, a line of bars and dashes.
        if table and RULE.fullmatch(text, table[-1].end, row.start) is None:
            yield table
            table = []
        table.append(row)
    yield table


def _trimmed(raw: str, start: int, end: int) -> tuple[int, int]:
    while start < end and raw[start] in f'{SPACES}"':
        start += 1
    while end > start and raw[end - 1] in f'{SPACES}"':
        end -= 1
    return start, end
