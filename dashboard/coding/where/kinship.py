"""Whether two events of a text may have been at one place, by their kinds and their times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.what.families import VIOLENT
from dashboard.coding.where.story import LONGEST_AGO_DAYS
from dashboard.model import DatePrecision

if TYPE_CHECKING:
    from datetime import date

    from dashboard.coding.drafts import Draft

CROWDS = frozenset({"protest", "protest dispersed", "excessive force", "riot", "mob", "arrest"})
AFTERMATH = frozenset(
    {"curfew", "crackdown", "operation", "seizure", "looting", "arson", "sexual violence", "siege"}
    | {"evacuation", "expulsion", "stoppage", "prison break", "excessive force", "surrender"}
)


def is_local(draft: Draft, other: Draft) -> bool:
    """Whether one of the two may be the aftermath of the other, on the spot."""
    kinds = VIOLENT | CROWDS | AFTERMATH
    is_both = draft.rule.family in kinds and other.rule.family in kinds
    return is_both and not are_apart(draft.when.start, other.when.start)


def may_share_place(one: Draft, other: Draft) -> bool:
    """Whether two events of a text may have been at one place: both violent or both not."""
    is_crowd = one.rule.family in CROWDS and other.rule.family in CROWDS
    if not is_crowd and (one.rule.family in VIOLENT) is not (other.rule.family in VIOLENT):
        return False
    return not are_apart(one.when.start, other.when.start)


def are_apart(one: date | None, other: date | None) -> bool:
    """Whether two days lie too far apart for one story."""
    return one is not None and other is not None and abs((one - other).days) > LONGEST_AGO_DAYS


def is_of_another_time(draft: Draft, other: Draft) -> bool:
    """Whether it alone has a year: "set off bombs in Bara, and in 1999 tried to kill him"."""
    own, theirs = draft.when, other.when
    is_year = own.precision in {DatePrecision.YEAR, DatePrecision.LONGER} and not own.inherited
    return is_year and theirs.start is None
