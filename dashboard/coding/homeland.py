"""The country that a text is about, for events of which it says no more where they were."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.fineness import WIDE
from dashboard.coding.references import country_in_hand
from dashboard.model import EventPlace, MentionKind, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.coding.ground import Ground
    from dashboard.model import Resolution

FEWEST_NAMES = 2
"""Names that must lie in a country, one of them more than an adjective, for it to be in hand."""
SHORT_NAME = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,3}")
ATTRIBUTIVE = re.compile(
    r"[ -](?!(?:in|on|and|or|is|was|has|had|to|at|by|for|with)\b)\w", re.IGNORECASE
)
IN_LAND = re.compile(
    r"\b(?:in|into|inside|across|throughout|within|over|around|to|from|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
LONGEST_PREPOSITION = 20


def homeland_of(
    resolutions: Sequence[Resolution],
    *,
    text: str,
    filed: Sequence[Resolution],
    ground: Ground | None,
) -> EventPlace | None:
    """Return the country of a text, with the name that says so and the reason.

    First the one that it names and puts something in; with a ground, also the one that its places
    lie in, or that of the dateline where no other country comes up.
    """
    country = country_in_hand(resolutions)
    names = [r for r in resolutions if country and r.place and r.place.country == country]
    lands = [r for r in names if is_land(r, text)]
    if not lands:
        return None
    abroad = [r for r in filed if r.place and country not in r.place.countries]
    if abroad and not any(_is_inside(r, text) for r in names):
        return None
    itself = [r for r in names if r.place and r.place.place_id == f"country:{country}"]
    if itself and len(names) >= FEWEST_NAMES:
        # The name itself rather than an adjective made of it.
        named = min(itself, key=lambda r: r.mention.kind is not MentionKind.TOPONYM)
        place, why = named.place, "the text is about {} and says no more of where it was"
    else:
        told = [r for r in lands if r.is_drawn and r not in filed]
        if not told and any(r.place and r.place.country != country for r in resolutions):
            return None
        named = (told or lands)[0]
        place = ground.country(country) if ground and country else None
        where = "names only places in" if told else "is filed from"
        why = f"the text {where} {{}} and says no more of where it was"
    if place is None:
        return None
    return EventPlace(place, named.mention, reason=why.format(place.name))


def is_area(resolution: Resolution) -> bool:
    """Whether it is the name of a drawn place smaller than a country."""
    place = resolution.place
    is_name = resolution.is_drawn and resolution.mention.kind is MentionKind.TOPONYM
    return is_name and place is not None and place.precision not in WIDE | {Precision.LINE}


def is_land(resolution: Resolution, text: str) -> bool:
    """Whether a name means the land; "U.S. citizens" may be anywhere."""
    if resolution.mention.kind is not MentionKind.TOPONYM:
        return False
    is_short = SHORT_NAME.fullmatch(resolution.mention.surface) is not None
    return not (is_short and ATTRIBUTIVE.match(text, resolution.mention.end))


def _is_inside(resolution: Resolution, text: str) -> bool:
    """Whether a name is of a smaller place, or something is said to be in it."""
    start = resolution.mention.start
    is_in = IN_LAND.search(text[max(0, start - LONGEST_PREPOSITION) : start]) is not None
    return is_area(resolution) or (is_in and is_land(resolution, text))
