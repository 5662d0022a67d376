"""Small layers kept in memory: the hand-written regions, and the user's own entries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import marisa_trie

from dashboard.gazetteer.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dashboard.gazetteer.entries import Entry, Match


class TableLayer:
    """Entries in memory, each with the names it answers to."""

    def __init__(self, rows: Iterable[tuple[Entry, Mapping[str, Match]]]) -> None:
        self._entries: dict[str, Entry] = {}
        self._names: dict[str, dict[str, Match]] = {}
        for entry, names in rows:
            self._entries[entry.place_id] = entry
            for name, match in names.items():
                self._names.setdefault(fold(name), {}).setdefault(entry.place_id, match)
        self._trie = marisa_trie.Trie(self._names)

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        """Yield the entries in the order they were given."""
        return iter(self._entries.values())

    def find(self, key: str) -> tuple[Entry, ...]:
        """Return the entries a folded name stands for."""
        ways = self._names.get(key, {})
        return tuple(replace(self._entries[at], match=match) for at, match in ways.items())

    def close(self) -> None:
        """Do nothing: no file is held open."""

    def holds(self, key: str) -> bool:
        """Whether a folded name is stored here."""
        return key in self._names

    def keys_at(self, folded: str, stops: Sequence[int]) -> list[str]:  # noqa: ARG002 - see Layer
        """Return every name that `folded` begins with."""
        return self._trie.prefixes(folded)  # type: ignore[no-any-return] # untyped package

    def entry(self, place_id: str) -> Entry | None:
        """Return one entry by its id."""
        return self._entries.get(place_id)

    def within_box(self, south: float, west: float, north: float, east: float) -> Iterator[Entry]:
        """Yield the entries in a box of degrees."""
        for entry in self:
            if south <= entry.lat <= north and west <= entry.lon <= east:
                yield entry
