"""Looking places up by hand, and the user's own place data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.gazetteer import geocoder
from dashboard.gazetteer.shelf import Shelf
from dashboard.session.desk import forget_briefings
from dashboard.session.tools import load_page_tools, load_settings

if TYPE_CHECKING:
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
