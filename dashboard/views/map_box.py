"""The map, and the table as its twin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from streamlit_folium import st_folium

from dashboard.mapping import MapView, TintBy, base_map, briefing_layer
from dashboard.screen.filters import chosen
from dashboard.screen.flows import select_flows
from dashboard.screen.table import highlight_row, table_rows
from dashboard.views.map_menu import BORDERS_KEY, GROUND_KEY, LOOK_KEY, TINT_KEY

if TYPE_CHECKING:
    from dashboard.screen.filters import Filters
    from dashboard.screen.index import Mask
    from dashboard.session import OpenBriefing, PageState

TABLE_KEY = "events"
ROW_HEIGHT = 30
ROWS_THAT_FIT = 13
HEIGHT = 640
"""Constant, so that the frame is never rebuilt; the style sheet sets the real height."""


def show_map(state: PageState, opened: OpenBriefing, filters: Filters, passing: Mask) -> None:
    """Show the map: a base that never changes and one layer of what passes the filters."""
    shown = chosen(opened.index, passing)
    view = MapView(
        briefing_id=opened.key,
        briefing=opened.briefing,
        shown=shown,
        flows=select_flows(
            opened.briefing.flows,
            filters,
            event_ids={event.event_id for event in shown},
            articles=opened.briefing.articles,
        ),
        border_view=st.session_state[BORDERS_KEY],
        look=st.session_state[LOOK_KEY],
        ground=st.session_state[GROUND_KEY],
        tint_by=TintBy(st.session_state[TINT_KEY]),
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
            feature_group_to_add=briefing_layer(view),
        )


def show_table(state: PageState, opened: OpenBriefing, passing: Mask) -> None:
    """Show the events as a table; a chosen row is the selected event everywhere."""
    events = chosen(opened.index, passing)
    rows = table_rows(opened.briefing, events, opened.country_name)

    def adopt_row() -> None:
        picked = st.session_state[TABLE_KEY]["selection"]["rows"]
        if picked and picked[0] < len(events):
            state.selected = events[picked[0]].event_id
            state.told_event += 1

    st.dataframe(
        highlight_row(rows, [e.event_id for e in events], state.selected),
        hide_index=True,
        height="content" if len(rows) < ROWS_THAT_FIT else "stretch",
        row_height=ROW_HEIGHT,
        key=TABLE_KEY,
        on_select=adopt_row,
        selection_mode="single-row",
    )
