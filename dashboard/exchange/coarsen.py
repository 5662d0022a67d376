"""Coarsen on release: points are rounded, and a report says which."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from shapely.geometry import Point

from dashboard.model import POINTS, Precision

if TYPE_CHECKING:
    from dashboard.model import Briefing, Event, EventPlace, Flow, Place, Resolution

KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class CoarsenReport:
    """What was rounded: the places by name, and in words what that means."""

    places: tuple[str, ...]
    words: str


def coarsen(briefing: Briefing, *, decimals: int) -> tuple[Briefing, CoarsenReport]:
    """
    Return the briefing with the coordinates of points rounded to `decimals` of a degree.

    Areas and lines stay as they are. GeoNames ids and the places that a name could also have meant
    are left out, because they would give the exact point away.
    """
    events = tuple(_coarsen_event(event, decimals) for event in briefing.events)
    resolutions = {
        article_id: tuple(_coarsen_resolution(each, decimals) for each in found)
        for article_id, found in briefing.resolutions.items()
    }
    found = (r.place for rs in briefing.resolutions.values() for r in rs)
    passed = (
        at for flow in briefing.flows for at in (flow.origin, *flow.through, flow.destination)
    )
    placed = (at.place for at in (*(at for e in briefing.events for at in e.places), *passed) if at)
    rounded = {p.place_id: p.name for p in (*found, *placed) if p and _is_point(p)}
    report = CoarsenReport(tuple(rounded.values()), _describe(len(rounded), decimals))
    flows = tuple(_coarsen_flow(flow, decimals) for flow in briefing.flows)
    return replace(briefing, events=events, resolutions=resolutions, flows=flows), report


def _is_point(place: Place) -> bool:
    return place.precision in POINTS


def _coarsen_place(place: Place, decimals: int) -> Place:
    if not _is_point(place):
        return place
    lat, lon = round(place.lat, decimals), round(place.lon, decimals)
    note = f"Rounded to {_grid(decimals)} on release."
    return replace(
        place,
        lat=lat,
        lon=lon,
        precision=Precision.CITY_AREA,
        place_id=f"coarse:{place.name}:{lat}:{lon}",
        geonameid=None,
        geometry=Point(lon, lat),
        note=f"{place.note} {note}" if place.note else note,
    )


def _coarsen_event(event: Event, decimals: int) -> Event:
    return replace(event, places=tuple(_coarsen_at(at, decimals) for at in event.places))


def _coarsen_flow(flow: Flow, decimals: int) -> Flow:
    return replace(
        flow,
        origin=_coarsen_at(flow.origin, decimals) if flow.origin else None,
        through=tuple(_coarsen_at(at, decimals) for at in flow.through),
        destination=_coarsen_at(flow.destination, decimals) if flow.destination else None,
    )


def _coarsen_at(at: EventPlace, decimals: int) -> EventPlace:
    return replace(at, place=_coarsen_place(at.place, decimals))


def _coarsen_resolution(resolution: Resolution, decimals: int) -> Resolution:
    if resolution.place is None:
        return replace(resolution, alternatives=())
    place = _coarsen_place(resolution.place, decimals)
    return replace(resolution, place=place, alternatives=())


def _grid(decimals: int) -> str:
    degrees = 10.0**-decimals
    return f"{degrees:g} degrees (about {degrees * KM_PER_DEGREE:.2g} km)"


def _describe(count: int, decimals: int) -> str:
    places = "1 place" if count == 1 else f"{count:,} places"
    return (
        f"The points of {places} were rounded to {_grid(decimals)}; areas and lines were not. "
        "Names of places and the quoted words still tell where things happened."
    )
