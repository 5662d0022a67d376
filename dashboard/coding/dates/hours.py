"""Hours and nights that count from the day told last: "hours later", "by noon", "that night"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import Interval
from dashboard.coding.dates.moving import VAGUE, ends
from dashboard.coding.dates.words import read_count

if TYPE_CHECKING:
    import re
    from datetime import date

FEW_HOURS = 6
"""More of them may lead to the next day."""


def on_day_of(
    day: Interval, found: Interval, match: re.Match[str], *, hour: str | None, is_back: bool
) -> Interval:
    """Return a day for what was hours from it, if it was early enough; unknown hours: about."""
    towards, away = ("late", "early") if is_back else ("early", "late")
    count = match.groupdict().get("count")
    is_long = count is not None and not VAGUE.search(count) and read_count(count) > FEW_HOURS
    if hour == away or (is_long and hour != towards):
        return found
    return day if hour == towards else replace(day, is_about=True)


def read_night(_match: re.Match[str], last: Interval, _published: date | None) -> Interval | None:
    """Read "during the night", which ends on the day after."""
    start, end = ends(last)
    return Interval(start, end + timedelta(days=1)) if (end - start).days <= 1 else None


def read_by_hour(match: re.Match[str], last: Interval, _published: date | None) -> Interval | None:
    """Read "by noon" as of the day that was told, "by dawn" as of that day or the next."""
    start, end = ends(last)
    if start != end:
        return None
    return Interval(start, end + timedelta(days=1 if match["next"] else 0))


_HOUR = (
    r"(?:early\s+|late\s+|the\s+|mid-?)?(?:(?P<next>dawn|daybreak|sunrise|morning)"
    r"|noon|midday|afternoon|evening|dusk|nightfall|sunset|midnight)\b"
)
HOURS = (
    (r"\b(?:during|in|through|throughout)\s+the\s+night\b(?!\s+(?:of|to|from))", read_night),
    (r"\b(?:(?:soon|shortly|just)\s+)?after\s+midnight\b", read_night),
    (
        rf"(?:^|;\s|,?\s(?:and|but)\s)(?:by|before|until)\s+{_HOUR}(?!\s+(?:on|of|\w+day)\b)",
        read_by_hour,
    ),
    (rf"\bby\s+{_HOUR}(?=\s*(?:[.,;]|$))", read_by_hour),
)
