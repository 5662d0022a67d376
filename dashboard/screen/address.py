"""The page as a link: filters, selection and mode to and from the query of the address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dashboard.screen.filters import Filters
from dashboard.screen.index import EPOCH_ORDINAL, Facet, day_number

if TYPE_CHECKING:
    from collections.abc import Mapping

DE_FACTO, RECOGNISED = "de facto", "recognised"
"""Which borders the map draws: as they are controlled, or as they are recognised."""
LIGHT, DARK = "light", "dark"
TINTS = ("nothing", "events", "killed", "province events", "province killed")
"""What countries or provinces may be tinted by; the first is the default. The online ground is not
in a link: it would switch the network on for somebody else."""
_SAFE = re.compile(r"[\w /:.+-]{1,80}")


@dataclass(frozen=True, slots=True)
class Address:
    """What a link says. A link holds no text of a document: actors and documents are hashes."""

    filters: Filters = field(default_factory=Filters)
    event: str | None = None
    documents: tuple[str, ...] = ()
    table: bool = False
    present: bool = False
    new: bool = False
    borders: str = DE_FACTO
    look: str = LIGHT
    tint: str = TINTS[0]


def read_address(query: Mapping[str, str]) -> Address:
    """Return what a query says; what cannot be read in it is left out."""
    return Address(
        filters=Filters(
            ticked={f: v for f in Facet if (v := _values(query.get(f.value, "")))},
            period=_period(query.get("from"), query.get("to")),
            words=query.get("q", ""),
        ),
        event=next(iter(_values(query.get("event", ""))), None),
        documents=_values(query.get("doc", "")),
        table=query.get("view") == "table",
        present=query.get("present") == "1",
        new=query.get("new") == "1",
        borders=RECOGNISED if query.get("borders") == RECOGNISED else DE_FACTO,
        look=DARK if query.get("look") == DARK else LIGHT,
        tint=query["tint"] if query.get("tint") in TINTS else TINTS[0],
    )


def write_address(address: Address) -> dict[str, str]:
    """Return the query of an address; what is as it is by default is not written."""
    period = address.filters.period
    query = {f.value: ",".join(address.filters.ticked.get(f, ())) for f in Facet}
    query |= {
        "from": _day(period[0]) if period else "",
        "to": _day(period[1]) if period else "",
        "q": address.filters.words.strip(),
        "event": address.event or "",
        "doc": ",".join(address.documents),
        "view": "table" if address.table else "",
        "present": "1" if address.present else "",
        "new": "1" if address.new else "",
        "borders": address.borders if address.borders != DE_FACTO else "",
        "look": address.look if address.look != LIGHT else "",
        "tint": address.tint if address.tint != TINTS[0] else "",
    }
    return {name: value for name, value in query.items() if value}


def _values(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v for v in text.split(",") if _SAFE.fullmatch(v)))


def _period(first: str | None, last: str | None) -> tuple[int, int] | None:
    try:
        days = [day_number(date.fromisoformat(d or "")) for d in (first, last)]
    except ValueError:
        return None
    return (min(days), max(days))


def _day(number: int) -> str:
    return date.fromordinal(number + EPOCH_ORDINAL).isoformat()
