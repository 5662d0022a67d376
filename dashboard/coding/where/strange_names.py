"""Which names mean a place that is not known, rather than one of the places that bear them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.geoparsing.offsets import OFFSET
from dashboard.geoparsing.places import HAS_NONE
from dashboard.model import POINTS, MentionKind, NoMark, Place, Precision

if TYPE_CHECKING:
    from collections.abc import Container
    from collections.abc import Set as AbstractSet

    from dashboard.model import Resolution

NOT_KNOWN = "no gazetteer on this computer knows “{}”"
NO_FIT = "no known “{}” fits the text"
BODIES = frozenset({"congress", "parliament", "senate", "assembly", "court", "cabinet", "capitol"})
SEATS = frozenset({"PPLC", "PPLA", "PPLA2"})
"""GeoNames' codes for the seats of countries, provinces and districts."""


def is_strange(resolution: Resolution, told: AbstractSet[str]) -> bool:
    """Whether no place that is known can be meant, as far as the countries of the text tell.

    A seat of government is known well enough to be meant in any text: "Mosul" is no village of
    the country that the text is about.
    """
    if resolution.mention.kind is not MentionKind.TOPONYM:
        return False
    no_mark, place = resolution.no_mark, resolution.place
    if place is None or no_mark in {NoMark.UNKNOWN, NoMark.UNFIT} or is_put_in_area(resolution):
        return True
    is_small = no_mark is NoMark.UNSURE and place.feature not in SEATS
    return is_small and bool(told) and not {*place.countries} & told


def is_no_name(resolution: Resolution, bands: Container[str] = ()) -> bool:
    """Whether words of everyday were taken for a place far off: "in Congress", "IN THE DAWN".

    In capitals the article and a noun look like a name. A band of which the lexicon knows is no
    place that the gazetteer lacks: "in Boko Haram attack".
    """
    if resolution.mention.surface.casefold() in bands and not resolution.is_drawn:
        return resolution.place is None or resolution.no_mark is NoMark.UNKNOWN
    surface = resolution.mention.surface
    is_common = surface.casefold() in BODIES or (surface.isupper() and surface.startswith("THE "))
    return is_common and not resolution.is_drawn


def why_strange(resolution: Resolution) -> str:
    """Return in words whether no place of the name is known, or none that fits the text."""
    is_unsure = resolution.no_mark in {NoMark.UNFIT, NoMark.UNSURE}
    is_known = is_unsure or bool(resolution.alternatives)
    return (NO_FIT if is_known else NOT_KNOWN).format(resolution.mention.surface)


def is_put_in_area(resolution: Resolution) -> bool:
    """Whether it is drawn as the area that the text puts it in, without being known there."""
    note = resolution.place.note if resolution.place else None
    return bool(note and HAS_NONE in note)


def as_area(place: Place, strange: Resolution) -> Place:
    """Return an area that the text names; a town stands for itself and what is around it."""
    if place.precision not in POINTS or place.feature == OFFSET:
        return place
    note = f"Somewhere in or near {place.name}; where {strange.mention.surface} is is not known."
    return replace(place, precision=Precision.CITY_AREA, note=note)
