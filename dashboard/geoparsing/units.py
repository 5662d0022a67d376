"""Administrative units as they were at the article's date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.sightings import Sighting


def units_at(sighting: Sighting, *, year: int | None) -> Sighting:
    """Return a name without the places that did not exist at the time.

    Where a historical unit existed, its present-day successor of the same name is left out too:
    South Waziristan in 2010 is the tribal agency, not the district of today.
    """
    entries = sighting.candidates
    if year is None or not any(_is_dated(entry) for entry in entries):
        return sighting
    existing = [entry for entry in entries if _existed(entry, year)]
    units = [entry for entry in existing if _is_dated(entry)]
    kept = [entry for entry in existing if not any(_succeeds(entry, unit) for unit in units)]
    # What is left when nothing existed any more is history: "since the Soviet Union fell".
    return replace(sighting, candidates=tuple(kept)) if kept else sighting


def ended_before(entry: Entry, *, year: int | None) -> str | None:
    """Return why a unit of the past has no mark, or `None`."""
    if year is None or entry.valid_to is None or year <= entry.valid_to:
        return None
    return f"It had ceased to exist in {entry.valid_to}, before the article"


def _is_dated(entry: Entry) -> bool:
    return entry.valid_from is not None or entry.valid_to is not None


def _existed(entry: Entry, year: int) -> bool:
    begun = entry.valid_from is None or entry.valid_from <= year
    return begun and (entry.valid_to is None or year <= entry.valid_to)


def _succeeds(entry: Entry, unit: Entry) -> bool:
    """Whether an undated division is what a dated one became."""
    is_division = entry.feature_class == "A" and not entry.feature_code.startswith("PCL")
    return not _is_dated(entry) and is_division and entry.country in unit.countries
