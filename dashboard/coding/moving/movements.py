"""Words that tell of a movement between places, and what moves, read from `data/lexicon/`."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dashboard.coding.what.lexicon import LEXICON_DIR
from dashboard.coding.what.triggers import ENDINGS
from dashboard.model import DataError, FlowKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class End(StrEnum):
    """What a place is to a movement."""

    FROM = "from"
    THROUGH = "through"
    TO = "to"
    BETWEEN = "between"
    """One of two ends: the first named is where it starts."""


@dataclass(frozen=True, slots=True)
class Movement:
    """A row of `movements.csv`."""

    lemma: str
    pos: str
    forms: tuple[str, ...]
    moves: frozenset[str]
    """Where the words for what moves stand: subj, obj, of, self, or route (a way as subject)."""
    kind: FlowKind | None
    """`None` when what moves says which kind it is."""
    else_kind: FlowKind | None
    """The kind where the text does not say what moves; `None`: then it is no flow."""
    ends: Mapping[str, End]
    """Prepositions, `obj` and `and` that mean more than they usually do."""
    needs_both: bool
    """Whether the word is so common that both ends must be named."""
    gives: str
    """What the example holds: the kind and the places in their order."""
    example: str


@dataclass(frozen=True, slots=True)
class Movements:
    """The rows by lemma, the classes of things that move, and a pattern for a quick look."""

    rows: Mapping[str, tuple[Movement, ...]]
    cargoes: Mapping[str, frozenset[str]]
    forms: Mapping[str, str]
    pattern: re.Pattern[str]


def load_movements(folder: Path = LEXICON_DIR) -> Movements:
    """Return the movement words; raises `DataError` when a file is missing or malformed."""
    try:
        rows = [_read_row(row) for row in _read_csv(folder / "movements.csv")]
        cargoes = {
            r["class"]: frozenset(r["words"].split()) for r in _read_csv(folder / "cargoes.csv")
        }
    except (OSError, KeyError, ValueError) as error:
        msg = f"{folder}: the movement words cannot be read ({error}); restore data/lexicon"
        raise DataError(msg) from error
    grouped: dict[str, tuple[Movement, ...]] = {}
    for row in rows:
        grouped[row.lemma] = (*grouped.get(row.lemma, ()), row)
    forms = {form: row.lemma for row in rows for form in row.forms}
    return Movements(grouped, cargoes, forms, _compile_pattern(grouped, forms))


def _read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _read_row(row: dict[str, str]) -> Movement:
    kind, _, otherwise = row["kind"].partition(" else ")
    return Movement(
        lemma=row["lemma"],
        pos=row["pos"],
        forms=tuple(row["forms"].split()),
        moves=frozenset(row["moves"].split(" or ")),
        kind=None if kind == "by cargo" else FlowKind(kind),
        else_kind=FlowKind(otherwise) if otherwise else None,
        ends={slot: End(end) for slot, _, end in (e.partition("=") for e in row["ends"].split())},
        needs_both=row["needs"] == "both",
        gives=row["gives"],
        example=row["example"],
    )


def _compile_pattern(
    rows: Mapping[str, tuple[Movement, ...]], forms: Mapping[str, str]
) -> re.Pattern[str]:
    # "funnelled" doubles its last letter, "moving" and "ferried" lose it.
    stems = [re.escape(re.sub(r"[ey]$", "", lemma)) + r"[eyl]?" + ENDINGS for lemma in rows]
    return re.compile(rf"\b(?:{'|'.join([*stems, *map(re.escape, forms)])})\b", re.IGNORECASE)
