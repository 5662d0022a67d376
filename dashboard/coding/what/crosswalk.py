"""From ACLED types to those of UCDP and CAMEO, by the table `data/crosswalk.csv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import DataError, EventType
from dashboard.settings import PROJECT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dashboard.model import Event

CROSSWALK = PROJECT / "data" / "crosswalk.csv"
BY_ACTORS = "by actors"
STATE, FOREIGN = "state forces", "external/other forces"
NAMED_GROUP = "rebel group"
GROUPS = frozenset({NAMED_GROUP, "political militia", "identity militia"})


@dataclass(frozen=True, slots=True)
class Crossing:
    """What one ACLED sub-type is in the other two schemes; `None` where they have no such thing."""

    ucdp: str | None
    ucdp_without_sides: str | None
    """What it is where the text tells no side; only some means say that."""
    cameo_root: str | None


def load_crosswalk(path: Path = CROSSWALK) -> dict[tuple[str, str], Crossing]:
    """Return the crossings by (type, sub-type); raises `DataError` when the table is missing."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {
                (row["acled_type"], row["acled_sub_type"]): Crossing(
                    row["ucdp_type_of_violence"] or None,
                    row["ucdp_without_sides"] or None,
                    row["cameo_root"] or None,
                )
                for row in csv.DictReader(file)
            }
    except (OSError, KeyError) as error:
        msg = f"{path}: the crosswalk cannot be read ({error}); restore data/crosswalk.csv"
        raise DataError(msg) from error


def ucdp_type_of(event: Event, crosswalk: Mapping[tuple[str, str], Crossing]) -> str | None:
    """
    Return the UCDP type of violence: state-based, non-state or one-sided.

    Where the sub-type leaves it open, the sides decide; `None` when the text does not tell them.
    UCDP GED codebook: civilians who die in fighting or shelling are deaths of that fight, and only
    attacks on them by a group with a name are surely one-sided (soldiers' victims may have died in
    fighting, unknown gunmen are no party). An army that fights abroad is counted with the side that
    it supports, which may be a group: without the country's own forces the type stays open.
    """
    crossing = crosswalk.get((event.type.value, event.sub_type))
    if crossing is None or crossing.ucdp != BY_ACTORS:
        return crossing.ucdp if crossing is not None else None
    targets = {a.actor_class for a in event.actors if a.role == "target"}
    doers = {a.actor_class for a in event.actors if a.role == "actor"}
    if event.type is EventType.CIVILIANS:
        is_told = doers == {NAMED_GROUP} and targets == {"civilians"}
        return "one-sided" if is_told else None
    if STATE in doers | targets:
        return "state-based"
    if FOREIGN in doers | targets:
        return None
    # One side alone does not say whether it fought a government or another group.
    sides = [a for a in event.actors if a.actor_class in GROUPS and a.role != "assistant"]
    is_fight = len(sides) > 1 and any(a.role == "actor" for a in sides)
    return "non-state" if is_fight else crossing.ucdp_without_sides
