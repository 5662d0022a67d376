"""The tint of the map as slides draw it: the same classes and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.mapping.tint import TintBy, tint_of
from dashboard.slides.scene import Tint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.geography import Provinces
    from dashboard.model import Event

# As in `static/map/map.css`, the lightest for the smallest numbers.
TINTS = ("#F6E6C4", "#ECCB8E", "#DEAA62", "#CA8642", "#AC622C")


def tint_slide(
    events: Iterable[Event], by: TintBy, *, provinces: Provinces | None = None
) -> Tint | None:
    """Return the tint of countries, or by `provinces`; `None` where nothing is tinted."""
    told = tint_of(events, by, provinces=provinces)
    if told is None:
        return None
    rows = [
        f"{each['from']:,}" if each["from"] == each["to"] else f"{each['from']:,} to {each['to']:,}"
        for each in told["classes"]
    ]
    countries, by_province = (
        {area: TINTS[number] for area, number in told[areas].items()}
        for areas in ("countries", "provinces")
    )
    classes = tuple(zip(TINTS, rows, strict=False))
    return Tint(told["title"], countries, classes, told["left_out"], by_province)
