"""Rows of an event table in UCDP GED's columns, as many as wanted: made up, or a table's again."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = (
    "id,type_of_violence,dyad_name,side_a,side_b,source_headline,where_prec,where_coordinates,"
    "adm_1,latitude,longitude,country,date_prec,date_start,date_end,low,best,high"
)
PLACES = 3_001


def made_up_rows() -> Iterator[str]:
    """Yield rows for ever, over some three thousand places and four years."""
    number = 0
    while True:
        spot, day = number * 7919 % PLACES, date(2020, 1, 1) + timedelta(days=number % 1461)
        lat, lon = 31 + spot * 37 % 1009 / 100, 60 + spot * 53 % 1499 / 100
        kind = 3 if number % 7 == 0 else 1 + number % 2
        yield (
            f"{number},{kind},Hill guards - Valley band,Hill guards,Valley band,"
            f"Shots were heard near spot {spot},1,Spot {spot},,{lat},{lon},Afghanistan,1,"
            f"{day},{day},{number % 9},{number % 9},{number % 9}"
        )
        number += 1


def rows_of(path: str, count: int, *, first: int = 0) -> bytes:
    """Return a table of so many rows from one on, each row with an id of its own."""
    return "\n".join(_lines(path, count, first=first)).encode()


def write_rows(to: Path, count: int, *, like: str) -> None:
    """Write a table line by line, so that whoever reads it has all the memory."""
    with to.open("w", encoding="utf-8") as table:
        table.writelines(f"{line}\n" for line in _lines(like, count))


def _lines(path: str, count: int, *, first: int = 0) -> Iterator[str]:
    if not path:
        yield COLUMNS
        yield from islice(made_up_rows(), first, first + count)
        return
    head, *rows = Path(path).read_text(encoding="utf-8").splitlines()
    whole = [row for row in rows if row[:1].isdigit() and row.count(",") >= head.count(",")]
    numbered = (f"{n},{row.partition(',')[2]}" for n, row in enumerate(cycle(whole)))
    yield head
    yield from islice(numbered, first, first + count)
