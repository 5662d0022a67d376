"""Names, populations, capitals and provinces of countries, looked up when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.gazetteer import Entry, Gazetteer


class CountryFacts(dict[str, float]):
    """The population of each country by code, and its name, looked up when asked for."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Take the gazetteer that knows the countries."""
        super().__init__()
        self._gazetteer = gazetteer
        self.names: dict[str, str] = _Names(gazetteer)

    @property
    def capitals(self) -> Mapping[str, Entry]:
        """The capital of each country, by its code."""
        return self._gazetteer.index.capitals

    def province_of(self, entry: Entry) -> Entry | None:
        """Return the province that a place lies in."""
        return self._gazetteer.admin1(entry.country or "", entry.admin1 or "")

    def get(self, key: str, default: float = 0.0) -> float:  # type: ignore[override] # narrower
        """Return the population of a country, `default` when it is not known."""
        if key not in self:
            entry = self._gazetteer.country(key) if key else None
            self[key] = float(entry.population or 0) if entry else default
        return self[key]


class _Names(dict[str, str]):
    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._gazetteer = gazetteer

    def get(self, key: str, default: str | None = None) -> str | None:  # type: ignore[override]
        entry = self._gazetteer.country(key) if key else None
        return entry.name if entry is not None else default
