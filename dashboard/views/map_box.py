"""The map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from streamlit_folium import st_folium

from dashboard.mapping import MapView, TintBy
from dashboard.mapping.crowd import LIMIT, CrowdView
from dashboard.mapping.layers import base_map, briefing_layer
from dashboard.screen.filters import chosen
from dashboard.session import load_page_provinces, passing_flows
from dashboard.views.map_menu import BORDERS_KEY, LOOK_KEY, TINT_KEY, chosen_ground

if TYPE_CHECKING:
    from dashboard.screen.filters import Filters
    from dashboard.screen.index import Mask
    from dashboard.session import OpenBriefing, PageState

HEIGHT = 640
"""Constant, so that the frame is never rebuilt; the style sheet sets the real height."""


def show_map(state: PageState, opened: OpenBriefing, filters: Filters, passing: Mask) -> None:
    """Show the map: a base that never changes and one layer of what passes the filters."""
    asked, state.browser.group = state.browser.group, None
    crowd = CrowdView(opened.index.marks, passing, state.browser.look, asked)
    tint_by = TintBy(st.session_state[TINT_KEY])
    # Of a crowd only the columns are read; picking the events out of a million takes time.
    is_read = len(crowd.rows) <= LIMIT or tint_by is not TintBy.NOTHING
    shown = chosen(opened.index, passing) if is_read else ()
    briefing = opened.briefing
    view = MapView(
        briefing_id=opened.key,
        briefing=briefing,
        shown=shown,
        flows=passing_flows(opened, filters, passing),
        crowd=crowd,
        frame=opened.frame,
        focus=opened.focus,
        border_view=st.session_state[BORDERS_KEY],
        look=st.session_state[LOOK_KEY],
        ground=chosen_ground(),
        tint_by=tint_by,
        provinces=load_page_provinces() if tint_by.is_by_province else None,
        overlays=tuple(layer.head() for layer in state.own.layers),
        is_bare=state.is_new or not opened.briefing.articles,
        is_presenting=state.is_presenting,
        picked=state.selected,
    )
    with st.container(key="mapbox"):
        st_folium(
            base_map(),
            key="map",
            height=HEIGHT,
            use_container_width=True,
            returned_objects=[],
            render=False,  # it does so once more by itself
            feature_group_to_add=briefing_layer(view),
        )
