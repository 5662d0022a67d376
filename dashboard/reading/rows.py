"""Rows of tables: which cell says where, when and how many, and which tell of events."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.model import Span, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.model import Article, Zone


class Column(StrEnum):
    """What the cells of a column say; those of the others are read as sentences."""

    DATE = "date"
    TIME = "time"
    PLACE = "place"
    AREA = "area"
    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "killed and injured"
    ACTOR = "actor"
    ASIDE = "aside"
    TOLD = "told"


HEADS = {
    Column.DATE: r"(?:incident |event )?(?:dates?|days?)(?: of (?:the )?(?:incident|event))?|when",
    Column.TIME: r"(?:local )?(?:time|hours?|hrs)(?: \(?(?:local|utc|gmt|lt|z)\)?)?|dtg",
    Column.PLACE: r"(?:exact |incident )?(?:place|location|locality|town|village|city|site|camp"
    r"|settlement|where|place name)s?(?: name)?|city/town|town/village|village/town",
    Column.AREA: r"(?:province|region|state|governorate|department|prefecture|oblast|area|district"
    r"|county|cercle|commune|territory|zone|lga|municipality|woreda|country|admin ?\d?"
    r"|sub-?(?:county|district|prefecture))s?(?: name)?",
    Column.KILLED: r"(?:people |persons |civilians? |no\.? |number )?(?:of )?"
    r"(?:killed|kia|dead|deaths|fatalit(?:y|ies)|k)",
    Column.INJURED: r"(?:people |persons |civilians? |no\.? |number )?(?:of )?"
    r"(?:injured|wounded|wia|injuries|i|w)",
    Column.CASUALTIES: r"(?:human )?(?:casualt(?:y|ies)|losses|victims|tolls?|killed[/ ]*injured"
    r"|kia[/ ]*wia|killed and (?:injured|wounded)|dead[/ ]*(?:injured|wounded))",
    Column.ACTOR: r"(?:main |suspected |alleged )?(?:actors?|perpetrators?|attackers?"
    r"|(?:armed )?groups?|by whom|responsible|author|party|parties)",
    Column.ASIDE: r"(?:no\.?|nr|#|id|ref\.?|item|serial|source|sources|reliability|status|cat"
    r"|category|access impact|lat(?:itude)?|lon(?:gitude)?|coordinates|grid|mgrs|reported by)",
}
FORMS = {column: re.compile(form, re.IGNORECASE) for column, form in HEADS.items()}
BORDER = re.compile(r"[|\t,;]")
CELL_END = re.compile(r"[|\t,;\n]")
HAS_WORD = re.compile(r"[^\W\d_]{3}")


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell and what its column says."""

    span: Span
    column: Column


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with the cells that are not empty."""

    span: Span
    cells: tuple[Cell, ...]

    @property
    def where(self) -> tuple[Cell, ...]:
        """The cells that say where, the finest first."""
        return (*self.of(Column.PLACE), *reversed(self.of(Column.AREA)))

    def tells(self, run: Span) -> bool:
        """Whether a cell is read as a sentence."""
        return any(c.span.overlaps(run) for c in self.of(Column.TOLD))

    def of(self, column: Column) -> tuple[Cell, ...]:
        """Return the cells of one kind."""
        return tuple(cell for cell in self.cells if cell.column is column)


def row_at(rows: Sequence[Row], run: Span) -> Row | None:
    """Return the row that a run of the text stands in."""
    at = bisect_right(rows, run.start, key=lambda row: row.span.start) - 1
    return rows[at] if at >= 0 and rows[at].span.overlaps(run) else None


def find_rows(article: Article) -> tuple[Row, ...]:
    """Return the rows of the tables of an article, below their headings."""
    rows: list[Row] = []
    heads: dict[int, Column] = {}
    for cells in _lines(article):
        numbered = _numbered(article.text, cells)
        if not cells or cells[0].kind is ZoneKind.TABLE_HEAD:
            heads = {n: _column_of(span.of(article.text)) for n, span in numbered}
            continue
        told = [Cell(s, _kind_of(s.of(article.text), heads.get(n))) for n, s in numbered]
        rows.append(Row(Span(cells[0].start, cells[-1].end), tuple(told)))
    return tuple(rows)


def _lines(article: Article) -> Iterator[list[Zone]]:
    """Yield the cells that stand in one line, and nothing for what is of no table."""
    line: list[Zone] = []
    for zone in article.zones:
        is_of_table = zone.kind in {ZoneKind.TABLE_HEAD, ZoneKind.CELL}
        if line and (not is_of_table or "\n" in article.text[line[-1].end : zone.start]):
            yield line
            line = []
        if is_of_table:
            line.append(zone)
        elif zone.kind is not ZoneKind.LINKS:
            yield []
    yield line


def _numbered(text: str, cells: Sequence[Zone]) -> list[tuple[int, Span]]:
    """Return each cell with the number of its column; pieces of one cell are joined."""
    if not cells:
        return []
    start = text.rfind("\n", 0, cells[0].start) + 1
    number = len(BORDER.findall(text, start, cells[0].start))
    found = [(number, Span(cells[0].start, cells[0].end))]
    for before, zone in pairwise(cells):
        borders = len(BORDER.findall(text, before.end, zone.start))
        number += borders
        span = Span(zone.start, zone.end)
        if borders:
            found.append((number, span))
        else:
            found[-1] = (number, Span(found[-1][1].start, zone.end))
    return found


def _column_of(head: str) -> Column:
    words = head.strip(" *_:.")
    return next((c for c, form in FORMS.items() if form.fullmatch(words)), Column.TOLD)


def _kind_of(words: str, column: Column | None) -> Column:
    if column is None or column is Column.TOLD:
        return Column.TOLD if HAS_WORD.search(words) else Column.ASIDE
    return column
