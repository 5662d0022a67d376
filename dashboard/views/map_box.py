"""The map, and the table as its twin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from streamlit_folium import st_folium

from dashboard.mapping import MapView, base_map, briefing_layer
from dashboard.screen.filters import chosen
from dashboard.screen.table import table_rows

if TYPE_CHECKING:
    from dashboard.screen.index import Mask
    from dashboard.session import OpenBriefing, PageState

HEIGHT = 640
"""Constant, so that the frame is never rebuilt; the style sheet sets the real height."""


def show_map(state: PageState, opened: OpenBriefing, passing: Mask) -> None:
    """Show the map: a base that never changes and one layer of what passes the filters."""
    view = MapView(
        briefing_id=opened.key,
        briefing=opened.briefing,
        shown=chosen(opened.index, passing),
        is_bare=state.is_new or not opened.briefing.articles,
    )
    with st.container(key="mapbox"):
        st_folium(
            base_map(),
            key="map",
            height=HEIGHT,
            use_container_width=True,
            returned_objects=[],
            feature_group_to_add=briefing_layer(view),
        )


def show_table(opened: OpenBriefing, passing: Mask) -> None:
    """Show the events as a table; the map stays mounted behind it and keeps its view."""
    rows = table_rows(opened.briefing, chosen(opened.index, passing), opened.country_name)
    with st.container(key="table"):
        st.dataframe(rows, hide_index=True, height="stretch", row_height=30, key="events")
    st.html("<style>.st-key-mapbox{display:none!important}</style>")
