"""From ACLED types to those of UCDP and CAMEO, by the table `data/crosswalk.csv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import DataError, EventType
from dashboard.settings import PROJECT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from dashboard.model import Actor, Event

CROSSWALK = PROJECT / "data" / "crosswalk.csv"
BY_ACTORS = "by actors"
STATE, FOREIGN = "state forces", "external/other forces"
NAMED_GROUP = "rebel group"
GROUPS = frozenset({NAMED_GROUP, "political militia", "identity militia"})
BOMBERS = frozenset({"bomber", "bombers", "attacker", "attackers", "assailant", "assailants"})
# Who fights, if only they are named: "clashes between gangs", "rival militias".
RIVALS = frozenset({"gangs", "cartels", "clans", "tribes", "rival", "communities"})
# Words for victims that do not tell civilians from fighters: a group executes "two men".
UNTOLD_VICTIMS = frozenset(
    {"person", "persons", "people", "individual", "individuals", "man", "men", "others"}
    | {"member", "members", "commander", "commanders", "leader", "leaders", "captive", "captives"}
    | {"prisoners", "detainees", "suspects", "deserters"}
)
# Aircraft of nobody named may be those of an army abroad, like "coalition jets".
AIRCRAFT = frozenset(
    {"aircraft", "airplane", "airplanes", "drone", "drones", "helicopter", "helicopters", "jet"}
    | {"jets", "plane", "planes", "warplane", "warplanes", "fighter", "unknown", "unidentified"}
)


@dataclass(frozen=True, slots=True)
class Crossing:
    """What one ACLED sub-type is in the other two schemes; `None` where they have no such thing."""

    ucdp: str | None
    cameo_root: str | None


def load_crosswalk(path: Path = CROSSWALK) -> dict[tuple[str, str], Crossing]:
    """Return the crossings by (type, sub-type); raises `DataError` when the table is missing."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {
                (row["acled_type"], row["acled_sub_type"]): Crossing(
                    row["ucdp_type_of_violence"] or None,
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
    attacks on people told to be civilians by a group with a name are surely one-sided (soldiers'
    victims may have died in fighting, unknown gunmen are no party). An army that fights abroad is
    counted with the side that it supports, which may be a group: without the country's own forces
    the type stays open, and so it does for aircraft of nobody named.
    """
    crossing = crosswalk.get((event.type.value, event.sub_type))
    if crossing is None or crossing.ucdp != BY_ACTORS:
        return crossing.ucdp if crossing is not None else None
    sides = [a for a in event.actors if a.role != "assistant" and not _is_of_nobody(a)]
    targets = {a.actor_class for a in sides if a.role == "target"}
    doers = {a.actor_class for a in sides if a.role == "actor"}
    if event.type is EventType.CIVILIANS:
        is_told = doers == {NAMED_GROUP} and targets == {"civilians"}
        return "one-sided" if is_told and _are_told_civilians(sides) else None
    if STATE in doers | targets:
        return "state-based"
    if FOREIGN in doers | targets:
        return None
    # One side alone does not say whether it fought a government or another group.
    groups = [a for a in sides if a.actor_class in GROUPS and not _is_own_loss(a)]
    is_fight = len(groups) > 1 and any(a.role == "actor" for a in groups)
    return "non-state" if is_fight or _are_rivals(groups, event) else None


def _is_of_nobody(actor: Actor) -> bool:
    """Whether it is "unknown warplanes", of which nobody says whose they are."""
    return {*actor.name.lower().split()} <= AIRCRAFT


def _is_own_loss(actor: Actor) -> bool:
    """Whether it is the bomber who died by his own bomb: he is no other side."""
    return actor.role == "target" and bool(BOMBERS & {*actor.name.lower().split()})


def _are_rivals(groups: Sequence[Actor], event: Event) -> bool:
    """Whether one phrase names both sides of a fight: "rival gangs", "Moray and Sedra rebels"."""
    is_clash = event.type is EventType.BATTLES and len(groups) == len(event.actors) == 1
    names = (a.name.lower().split() for a in groups if a.role == "actor")
    return is_clash and any((RIVALS | {"and"}) & {*name} for name in names)


def _are_told_civilians(sides: Sequence[Actor]) -> bool:
    """Whether a word for a victim says that it was no fighter."""
    words = ({*a.name.lower().split()} for a in sides if a.role == "target")
    return any(not name & UNTOLD_VICTIMS for name in words)
