"""Looking places up by hand, and the user's own place data."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st
from shapely.geometry import Point

from dashboard.gazetteer import geocoder
from dashboard.gazetteer.shelf import Shelf
from dashboard.geoparsing.places import place_of
from dashboard.review import PlaceSet
from dashboard.session.desk import forget_briefings
from dashboard.session.tools import load_page_tools, load_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from dashboard.geography import Atlas
    from dashboard.model import Place
    from dashboard.review import Correction
    from dashboard.session.state import PageState


def own_layers() -> Shelf:
    """Return the shelf of the user's own place data."""
    near = load_page_tools().gazetteer.index.nearest_km
    return Shelf(load_settings().layers_dir, nearest_km=near)


def look_up(query: str, state: PageState) -> tuple[geocoder.FoundPlace, ...]:
    """Return what is known under a name; asked online only where the reader allows it."""
    online = _online_search() if state.is_online else None
    state.has_gone_online |= state.is_online
    return geocoder.find_places(
        query, geocoder.LocalGeocoder(load_page_tools().gazetteer), online=online
    )


@st.cache_resource(show_spinner=False)
def _online_search() -> geocoder.OnlineFallback:
    return geocoder.OnlineFallback(geocoder.LocalGeocoder(load_page_tools().gazetteer))


def forget_places() -> None:
    """Have the gazetteer opened anew with its layers as they are now, and every document reread."""
    with forget_briefings():
        load_page_tools().gazetteer.close()
        load_page_tools.clear()
        _online_search.clear()


def search_places(query: str) -> tuple[tuple[str, Place], ...]:
    """Return the places of the gazetteer under a name, best first, each with its address."""
    tools = load_page_tools()
    found = geocoder.LocalGeocoder(tools.gazetteer).geocode(query, exactly_one=False, limit=6)
    locations = found if isinstance(found, list) else []
    return tuple((f"{p.address}", place_of(p.raw["entry"], atlas=tools.atlas)) for p in locations)


def countries_at(lat: float, lon: float) -> tuple[str, ...]:
    """Return the countries in which a point lies."""
    return tuple(load_page_tools().atlas.countries_at(lat, lon))


def with_shapes(corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return corrections out of a file with the shapes of their places looked up."""
    atlas = load_page_tools().atlas
    return tuple(
        replace(c, place=replace(c.place, geometry=_shape_of(c.place, atlas)))
        if isinstance(c, PlaceSet)
        else c
        for c in corrections
    )


def _shape_of(place: Place, atlas: Atlas) -> BaseGeometry | None:
    shape = None if place.place_id.startswith("own:") else atlas.shape_of(place.place_id)
    return Point(place.lon, place.lat) if shape is None else shape
