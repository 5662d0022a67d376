"""From what the gazetteer knows to a place that can be drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shapely.geometry import Point

from dashboard.geography.inside import inner_point
from dashboard.model import Place, Precision

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from dashboard.gazetteer import Entry
    from dashboard.geography import Atlas
    from dashboard.geoparsing.composition import Composed

HAS_NONE = "the gazetteer has no"
"""In the note of an area that stands for a place which the text puts there."""


def place_of(entry: Entry, *, atlas: Atlas | None = None) -> Place:
    """Return the place of an entry; with an atlas, in the shape of what it is."""
    shape = atlas.shape_of(entry.place_id) if atlas is not None else None
    geometry = shape if shape is not None else Point(entry.lon, entry.lat)
    return Place(
        place_id=entry.place_id,
        name=entry.name,
        lat=entry.lat,
        lon=entry.lon,
        precision=entry.precision,
        feature=entry.feature_code,
        countries=entry.countries,
        geonameid=entry.geonameid,
        population=entry.population,
        note=entry.note,
        geometry=geometry if atlas is not None else None,
    )


def place_within(entry: Entry, province: Entry, *, atlas: Atlas) -> Place | None:
    """
    Return a district of which only the province is known, in the shape of the province.

    `None` when the province has no shape: a point in its middle would be taken for the place.
    """
    shape = atlas.shape_of(province.place_id)
    if shape is None:
        return None
    note = f"Somewhere in {province.name}: where {entry.name} lies in it is not known here."
    return replace(place_of(entry), lat=province.lat, lon=province.lon, note=note, geometry=shape)


def unknown_place_in(entry: Entry, *, atlas: Atlas | None = None) -> Place:
    """Return the area an unknown place is in; it is not that place, so it has not its id."""
    return replace(place_of(entry, atlas=atlas), geonameid=None)


def composed_place(composed: Composed, *, atlas: Atlas) -> Place | None:
    """Return the place of a border or a part; `None` when the atlas cannot make its shape."""
    shape = atlas.shape_of(composed.place_id)
    if shape is None or shape.is_empty:
        return None
    if composed.place_id.startswith("border:"):
        return _border(composed, shape)
    return _part(composed, shape)


def _border(composed: Composed, shape: BaseGeometry) -> Place:
    middle = shape.interpolate(0.5, normalized=True) if shape.geom_type == "LineString" else None
    point = middle or shape.representative_point()
    countries = tuple(composed.place_id.removeprefix("border:").split("-"))
    return Place(
        place_id=composed.place_id,
        name=composed.name,
        lat=round(point.y, 5),
        lon=round(point.x, 5),
        precision=Precision.LINE,
        feature="border",
        countries=countries,
        note="The whole border: the text does not say where along it.",
        geometry=shape,
    )


def _part(composed: Composed, shape: BaseGeometry) -> Place:
    point = inner_point(shape)
    base = composed.base
    countries = (composed.other,) if composed.other else base.countries
    vague = f"Vague: the {composed.direction} of {base.name}, cut by a rule of thumb."
    share = f"The part of {base.name} that lies in the country; {base.note or ''}".strip()
    return Place(
        place_id=composed.place_id,
        name=composed.name,
        lat=round(point.y, 5),
        lon=round(point.x, 5),
        precision=Precision.REGION,
        feature="part",
        countries=countries,
        # The id is that of the whole; no gazetteer numbers such parts.
        geonameid=base.geonameid,
        note=vague if composed.direction else share,
        geometry=shape,
    )
