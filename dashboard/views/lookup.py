"""Looking a place up by hand, and the switch that lets the search go online."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.model import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dashboard.gazetteer.geocoder import FoundPlace
    from dashboard.session import PageState

QUERY, ONLINE = "lookup_query", "lookup_online"
WARNING = (
    "Online: a name that is not known on this computer is sent to nominatim.openstreetmap.org. "
    "Texts are never sent."
)


def show_lookup(
    state: PageState, *, look_up: Callable[[str, PageState], Sequence[FoundPlace]]
) -> None:
    """Show a field for a place's name, what is known under it, and the switch (off at first)."""
    with st.popover("Look up a place", key="lookup"), st.container(key="lookbox", gap="xsmall"):
        query = st.text_input(
            "Name of a place",
            placeholder="Rasht, Tajikistan",
            max_chars=200,
            key=QUERY,
        ).strip()
        st.toggle(
            "Ask OpenStreetMap for what is not known here",
            value=state.is_online,
            key=ONLINE,
            on_change=lambda: _switch(state),
        )
        if state.is_online:
            st.text(WARNING)
        if query:
            _show_found(query, state, look_up)


def _show_found(
    query: str,
    state: PageState,
    look_up: Callable[[str, PageState], Sequence[FoundPlace]],
) -> None:
    try:
        found = look_up(query, state)
    except GazetteerError as error:
        st.text(str(error))
        return
    for place in found:
        st.text(f"{place.address}: {place.lat:.4f}, {place.lon:.4f} ({place.source})")
    if not found:
        st.text("Not found under this name.")


def _switch(state: PageState) -> None:
    state.is_online = bool(st.session_state[ONLINE])
