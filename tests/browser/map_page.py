"""The map alone on a page, for tests and for looking at: `streamlit run` shows the sample.

The query says what is shown: `?show=1000` that many made-up events, `?show=hostile` text that tries
to run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from streamlit_folium import st_folium

from dashboard.mapping import MapView
from dashboard.mapping.layers import base_map, briefing_layer
from tests.flow_samples import briefing_with_flows
from tests.island_samples import briefing_of_islands
from tests.samples import (
    briefing_without_outlines,
    hostile_briefing,
    sample_briefing,
    sample_crowd,
)

if TYPE_CHECKING:
    from dashboard.model import Briefing

STYLE = """<style>
[data-testid=stHeader] { display: none; }
[data-testid=stMainBlockContainer] { padding: 0; max-width: none; }
.st-key-mapbox iframe { position: fixed; inset: 80px 0 0; height: calc(100dvh - 80px) !important; }
</style>"""


@st.cache_resource
def load_sample(name: str) -> Briefing:
    """Return the sample, the hostile sample, or as many made-up events as asked for."""
    named = {
        "sample": sample_briefing,
        "hostile": hostile_briefing,
        "without outlines": briefing_without_outlines,
        "flows": briefing_with_flows,
        "islands": briefing_of_islands,
    }
    return named[name]() if name in named else sample_crowd(int(name))


@st.fragment
def stage() -> None:
    """Show one filter and the map, as the page does."""
    name = st.query_params.get("show", "sample")
    briefing = load_sample(name)
    types = sorted({event.type for event in briefing.events})
    chosen = st.segmented_control("Type", types, selection_mode="multi", label_visibility="hidden")
    shown = tuple(e for e in briefing.events if not chosen or e.type in chosen)
    picked = st.query_params.get("picked")
    view = MapView(name, briefing, shown, flows=briefing.flows, picked=picked)
    with st.container(key="mapbox"):
        st_folium(
            base_map(),
            key="map",
            height=600,
            use_container_width=True,
            returned_objects=[],
            feature_group_to_add=briefing_layer(view),
        )


st.set_page_config(layout="wide")
st.html(STYLE)
stage()
