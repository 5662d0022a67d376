"""Everything between the masthead and the lower mark, in one fragment: a tick reruns only this."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.screen.filters import narrow
from dashboard.screen.trail import Step
from dashboard.session import OnScreen
from dashboard.views.address_bar import write_to_bar
from dashboard.views.boundary import page_stays_alive
from dashboard.views.linked import hand_over, hear_map, show_pane, show_timeline
from dashboard.views.map_box import show_map
from dashboard.views.rail import show_rail
from dashboard.views.review import show_review
from dashboard.views.table import show_table
from dashboard.views.ticks import read_filters
from dashboard.views.toolbar import show_tool_row, show_toolbar

if TYPE_CHECKING:
    from dashboard.session import OpenBriefing, PageState


@st.fragment
def show_stage(state: PageState, opened: OpenBriefing) -> None:
    """Show rail, map, timeline and reading pane for the filters that the widgets stand at."""
    if state.corrected is not state.corrections:
        # What the reader put right changes the whole page, not this part alone.
        st.rerun()
    with page_stays_alive():
        filters = read_filters(state, opened.index)
        state.trail = state.trail.take(Step(filters, state.corrections))
        found = narrow(opened.index, filters)
        passing = found.passing
        with st.container(key="stage", horizontal=True, gap=None):
            rail = st.container(key="rail", gap=None, width=224)
            middle = st.container(key="mid", gap=None, width="stretch")
            read = st.container(key="read", gap=None, width=400)
        with middle:
            tool = show_tool_row()
            # Map and text first: the browser draws them while the rest is being made.
            show_map(state, opened, filters, passing)
            with read:
                show_pane(state, opened, filters, passing)
            with tool:
                is_table = show_toolbar(state, opened, filters, passing)
            # The container is always there: if elements moved up, the map would be rebuilt.
            with st.container(key="table", gap=None):
                if is_table:
                    show_table(state, opened, passing)
            with st.container(key="time", gap=None):
                hand_over(state, opened)
                hear_map(state, opened)
                show_timeline(state, opened, found)
        with rail:
            show_rail(state, opened, filters, found)
        state.on_screen = OnScreen(opened, filters, passing)
        write_to_bar(state, filters, is_table=is_table)
        if state.reviewing:
            show_review(state, opened)
