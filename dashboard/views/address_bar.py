"""The address bar: a view is a link, and Back and Forward work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.screen.address import Address, read_address, write_address
from dashboard.views.map_menu import BORDERS_KEY, LOOK_KEY, TINT_KEY
from dashboard.views.ticks import set_filters
from dashboard.views.toolbar import MAP, TABLE, VIEW_KEY

if TYPE_CHECKING:
    from dashboard.screen.filters import Filters
    from dashboard.session import OpenBriefing, PageState

FRAME = "at"
"""Where the map stands; the browser itself writes and reads it."""


def read_from_bar(state: PageState) -> Address | None:
    """Return what the address says when the reader went there (a link, Back), else `None`."""
    if state.is_started and state.asked is None:
        return None
    # Later on the query that Streamlit has may be older than what was written to it.
    query = st.query_params.to_dict() if state.asked is None else state.asked
    state.written = _without_frame(query)
    return read_address(state.written)


def adopt_address(state: PageState, opened: OpenBriefing, address: Address) -> None:
    """Bring the page to where an address says; called before any widget is shown."""
    set_filters(state, opened.index, address.filters)
    events = opened.briefing.events if address.event else ()
    is_known = any(event.event_id == address.event for event in events)
    state.selected = address.event if is_known else None
    state.told_event += 1
    state.is_presenting = address.present
    state.is_new = address.new or not opened.briefing.articles
    st.session_state[BORDERS_KEY] = address.borders
    st.session_state[LOOK_KEY] = address.look
    st.session_state[TINT_KEY] = address.tint
    st.session_state[VIEW_KEY] = TABLE if address.table else MAP


def write_to_bar(state: PageState, filters: Filters, *, is_table: bool) -> None:
    """Write what is on screen to the address, in one step and only when it changed."""
    ids = tuple(article.article_id for article in state.articles)
    query = write_address(
        Address(
            filters=filters,
            event=state.selected,
            documents=() if ids == state.example else ids,
            table=is_table,
            present=state.is_presenting,
            new=state.is_new,
            borders=st.session_state[BORDERS_KEY],
            look=st.session_state[LOOK_KEY],
            tint=st.session_state[TINT_KEY],
        )
    )
    # Only a run that came so far has adopted what was asked; the next key may break one off.
    state.asked = None
    if query != state.written:
        state.written = query
        st.query_params.from_dict(query)


def _without_frame(query: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in query.items() if name != FRAME}
