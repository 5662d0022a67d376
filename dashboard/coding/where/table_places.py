"""Names in the cells of a table that say where: what a row says of one is said in its cells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.where.holders import Holder
from dashboard.coding.where.mentions import PUTS_AT, standing_within
from dashboard.coding.where.strange_names import as_area, why_strange
from dashboard.model import WIDE
from dashboard.reading.rows import Column, find_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.coding.drafts import Draft
    from dashboard.model import Article, Mention, Place, Resolution
    from dashboard.reading.rows import Row


def areas_of_cells(
    article: Article, resolutions: Sequence[Resolution]
) -> dict[Mention, Place | None]:
    """Return the names in cells for places, each with the area that another cell gives."""
    found: dict[Mention, Place | None] = {}
    for row in find_rows(article):
        area = _area(row, resolutions)
        for cell in row.where:
            for r in standing_within(cell.span, resolutions):
                found[r.mention] = area if cell.column is Column.PLACE else None
    return found


def within_row(draft: Draft, row: Row | None) -> Draft:
    """Return an event without the places of other rows, where its own row says where it was."""
    if row is None or not row.where or all(p.place.precision in WIDE for p in draft.places):
        return draft
    is_own = any(p.mention.span.overlaps(row.span) for p in draft.places)
    return draft if is_own else replace(draft, places=())


def unread_place(row: Row | None, text: str) -> str | None:
    """Return why an event has no place though its row says where it was."""
    if row is None or not row.where:
        return None
    return f"{PUTS_AT}{row.where[0].span.of(text)}, which was not read as the name of a place"


def is_outside_its_row(named: Resolution, area: Place | None) -> bool:
    """Whether a name is read as a place of another country than the area of its row."""
    if named.place is None or area is None or not named.place.countries:
        return False
    return not {*named.place.countries} & {*area.countries}


def held_by_row(strange: Resolution, area: Place | None) -> Holder | None:
    """Return the area that the row of a strange name gives, if it gives one."""
    if area is None:
        return None
    return Holder(as_area(area, strange), f"{why_strange(strange)}; its row puts it in {area.name}")


def _area(row: Row, resolutions: Sequence[Resolution]) -> Place | None:
    """Return the finest area of a row."""
    cells = [standing_within(c.span, resolutions) for c in row.of(Column.AREA)]
    areas = [r.place for cell in cells for r in cell if r.place and r.is_drawn]
    return areas[-1] if areas else None
