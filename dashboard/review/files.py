"""Corrections as a small JSON file: ids of documents and spans, no words of a document."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

from dashboard.model import EventType, Place, Precision, ReadingError, Span, Status
from dashboard.review.corrections import (
    Accepted,
    Correction,
    DateSet,
    EventKey,
    NotAPlace,
    PlaceSet,
    Rejected,
    SameDecided,
    StatusSet,
    TypeSet,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

# Any: JSON.
Json = dict[str, Any]
FORMAT = "briefing-map corrections"
VERSION = 1
KINDS: dict[str, type] = {
    "place": PlaceSet,
    "not a place": NotAPlace,
    "date": DateSet,
    "type": TypeSet,
    "status": StatusSet,
    "rejected": Rejected,
    "accepted": Accepted,
    "same event": SameDecided,
}
NAMES = {kind: name for name, kind in KINDS.items()}


def pack_corrections(corrections: tuple[Correction, ...]) -> bytes:
    """Return the corrections as a file; shapes are left out, they are looked up again."""
    rows = [{"kind": NAMES[type(each)], **_row(each)} for each in corrections]
    return json.dumps(
        {"format": FORMAT, "version": VERSION, "corrections": rows}, indent=1
    ).encode()


def read_corrections(raw: bytes, *, file_name: str) -> tuple[Correction, ...]:
    """
    Return the corrections of a file; their places have no shapes yet.

    Raises `ReadingError` if it is not such a file.
    """
    try:
        found = json.loads(raw)
        _check((found["format"], found["version"]) == (FORMAT, VERSION))
        return tuple(_correction(row) for row in found["corrections"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        msg = f"{file_name} is not a file of corrections; choose one that “Save” wrote."
        raise ReadingError(msg) from error


def _row(correction: Correction) -> Json:
    return {f.name: _cell(getattr(correction, f.name)) for f in fields(correction)}


def _cell(value: object) -> object:
    match value:
        case EventKey():
            return {
                "doc": value.article_id,
                "event": [value.span.start, value.span.end, value.number],
            }
        case Words():
            return {"doc": value.article_id, "words": [[s.start, s.end] for s in value.spans]}
        case Place():
            bare = {f.name: getattr(value, f.name) for f in fields(value) if f.name != "geometry"}
            return {name: each for name, each in bare.items() if each is not None}
        case date():
            return value.isoformat()
    return value


def _correction(row: Json) -> Correction:
    kind = KINDS[row["kind"]]
    return kind(**{f.name: _value(f.name, row[f.name]) for f in fields(kind)})  # type: ignore[no-any-return]


def _value(name: str, cell: Any) -> object:
    readers: dict[str, Callable[[Any], object]] = {
        "about": _about,
        "other": _about,
        "place": _place,
        "start": _day,
        "end": _day,
        "type": EventType,
        "status": Status,
        "is_same": bool,
    }
    return readers.get(name, str)(cell)


def _day(cell: Any) -> date | None:
    return None if cell is None else date.fromisoformat(cell)


def _check(is_sound: bool) -> None:  # noqa: FBT001 - what is to be true
    if not is_sound:
        raise ValueError


def _about(cell: Json) -> EventKey | Words:
    article_id = str(cell["doc"])
    if "words" in cell:
        spans = tuple(Span(int(start), int(end)) for start, end in cell["words"])
        _check(bool(spans))
        return Words(article_id, spans)
    start, end, number = (int(part) for part in cell["event"])
    return EventKey(article_id, Span(start, end), number)


def _place(cell: Json) -> Place:
    known = {f.name for f in fields(Place)} - {"geometry"}
    lat, lon = float(cell["lat"]), float(cell["lon"])
    _check(abs(lat) <= 90 and abs(lon) <= 180)
    values = {name: each for name, each in cell.items() if name in known}
    values |= {"lat": lat, "lon": lon, "precision": Precision(cell["precision"])}
    values["countries"] = tuple(str(code) for code in cell.get("countries", ()))
    for name in ("place_id", "name", "feature"):
        values[name] = str(values[name])
    return Place(**values)
