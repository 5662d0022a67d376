"""A page with one filter and a map drawn in one of two ways, for the benchmark.

`?way=ours` draws the product's layer, `?way=markers` one `folium.Marker` each, the way everyone
does it first; `?n=1000` says how many events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import folium
import streamlit as st
from streamlit_folium import st_folium

from dashboard.mapping import MapView
from dashboard.mapping.layers import base_map, briefing_layer
from tests.samples import sample_crowd

if TYPE_CHECKING:
    from dashboard.model import Briefing


@st.cache_resource
def load_sample(count: int) -> Briefing:
    """Return that many made-up events, made once."""
    return sample_crowd(count)


def show_ours(briefing: Briefing, *, is_filtered: bool) -> None:
    """Show the product's map."""
    shown = briefing.events[::2] if is_filtered else briefing.events
    layer = briefing_layer(MapView("bench", briefing, shown))
    st_folium(base_map(), key="ours", returned_objects=[], feature_group_to_add=layer)


def show_markers(briefing: Briefing, *, is_filtered: bool) -> None:
    """Show one folium marker for each event."""
    shown = briefing.events[::2] if is_filtered else briefing.events
    plain = folium.Map(location=[34, 66], zoom_start=4, tiles=None)
    plain.default_js = [base_map().default_js[0]]
    plain.default_css = [base_map().default_css[0]]
    for event in shown:
        place = event.places[0].place
        folium.Marker([place.lat, place.lon], tooltip=event.sub_type).add_to(plain)
    st_folium(plain, key="markers", returned_objects=[])


@st.fragment
def stage() -> None:
    """Show the filter and the map."""
    briefing = load_sample(int(st.query_params.get("n", "100")))
    is_filtered = st.checkbox("Every second event", key="half")
    show = show_markers if st.query_params.get("way") == "markers" else show_ours
    with st.container(key="mapbox"):
        show(briefing, is_filtered=is_filtered)


st.set_page_config(layout="wide")
stage()
