"""Write the memory-mapped name index that `dashboard.gazetteer.index` opens."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import marisa_trie
import numpy as np

from dashboard.gazetteer.folding import fold
from dashboard.gazetteer.index import (
    LIST_FLAG,
    MATCH_BITS,
    MATCHES,
    NO_POPULATION,
    PRECISIONS,
    RECORD,
    SCHEMA,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from building.places import BuiltPlace

SECTIONS = ("country", "province", "adm2", "gn", "town", "water")


def write_index(folder: Path, places: Sequence[BuiltPlace]) -> None:
    """Write all files of the index. The same places give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    ordered = sorted(
        places, key=lambda p: (SECTIONS.index(p.section), p.geonameid, p.place_id or "")
    )
    postings = _collect_postings(ordered)
    trie = marisa_trie.Trie(sorted(postings), num_tries=4)
    trie.save(str(folder / "names.marisa"))
    _write_postings(folder, trie, postings)
    tables = _write_entities(folder, ordered)
    text = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
    (folder / "tables.json").write_text(text, encoding="utf-8")


def _collect_postings(places: Sequence[BuiltPlace]) -> dict[str, list[int]]:
    best: dict[str, dict[int, int]] = {}
    for number, place in enumerate(places):
        for name, match in place.names.items():
            key = fold(name)
            if key:
                ways = best.setdefault(key, {})
                ways[number] = min(ways.get(number, 99), MATCHES.index(match))
    return {
        key: [
            n << MATCH_BITS | match
            for n, match in sorted(ways.items(), key=lambda w: -(places[w[0]].population or 0))
        ]
        for key, ways in best.items()
    }


def _write_postings(folder: Path, trie: marisa_trie.Trie, postings: dict[str, list[int]]) -> None:
    values = np.zeros(len(postings), dtype="<u4")
    lists: list[int] = []
    for key, found in postings.items():
        if len(found) == 1:
            values[trie[key]] = found[0]
        else:
            values[trie[key]] = LIST_FLAG | len(lists)
            lists += [len(found), *found]
    np.save(folder / "postings.npy", values)
    np.save(folder / "lists.npy", np.array(lists, dtype="<u4"))


# Any: the tables are lists of strings and small maps, as JSON has them
def _write_entities(folder: Path, places: Sequence[BuiltPlace]) -> dict[str, Any]:
    codes = {
        name: _codes(places, name) for name in ("country", "admin1", "admin2", "feature", "note")
    }
    labels = marisa_trie.Trie(sorted({p.name for p in places}), num_tries=4)
    labels.save(str(folder / "labels.marisa"))
    records = np.zeros(len(places), dtype=RECORD)
    for at, p in enumerate(places):
        records[at] = (
            p.lat,
            p.lon,
            p.geonameid,
            NO_POPULATION if p.population is None else p.population,
            labels[p.name],
            codes["admin2"][p.admin2],
            codes["admin1"][p.admin1],
            codes["country"][p.country],
            codes["feature"][p.feature],
            PRECISIONS.index(p.precision),
            codes["note"][p.note],
        )
    np.save(folder / "entities.npy", records)
    return {
        "schema": SCHEMA,
        "countries": list(codes["country"]),
        "admin1": list(codes["admin1"]),
        "admin2": list(codes["admin2"]),
        "features": list(codes["feature"]),
        "notes": list(codes["note"]),
        "sections": _sections(places),
        "special": {
            str(at): [p.place_id or f"{p.section}:{p.geonameid}", list(p.countries)]
            for at, p in enumerate(places)
            if p.place_id or p.countries
        },
    }


def _codes(places: Sequence[BuiltPlace], attribute: str) -> dict[str, int]:
    known = sorted({getattr(p, attribute) for p in places} | {""})
    return {code: at for at, code in enumerate(known)}


def _sections(places: Sequence[BuiltPlace]) -> list[tuple[str, int, int]]:
    sections = []
    for section in SECTIONS:
        at = [n for n, p in enumerate(places) if p.section == section]
        sections.append((section, at[0], at[-1] + 1) if at else (section, 0, 0))
    return sections
