"""The filters as Streamlit keeps them: one key a tick, read into `Filters` and set from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.model import EventType, Status
from dashboard.screen.filters import Filters
from dashboard.screen.index import EventIndex, Facet

if TYPE_CHECKING:
    from dashboard.session import PageState

TICKED = (Facet.COUNTRY, Facet.TYPE, Facet.STATUS)
"""Shown as ticks in the rail; the others are chosen in lists."""
WORDS_KEY = "words"


def tick_key(facet: Facet, value: str) -> str:
    """Return a tick's key, which is also its style class and names its glyph."""
    if facet is Facet.TYPE:
        return f"tick_type-{EventType(value).name.lower()}"
    if facet is Facet.STATUS:
        return f"tick_status-{Status(value).name.lower()}"
    return f"tick_{facet.value}-{value}"


def list_key(facet: Facet) -> str:
    """Return the key of a list of chosen values."""
    return f"chosen_{facet.value}"


def read_filters(state: PageState, index: EventIndex) -> Filters:
    """Return the filters that the widgets stand at."""
    ticked = {
        facet: tuple(v for v in _values(facet, index) if st.session_state.get(tick_key(facet, v)))
        for facet in TICKED
    }
    lists = {f: tuple(st.session_state.get(list_key(f), ())) for f in Facet if f not in TICKED}
    return Filters(
        ticked={f: v for f, v in (ticked | lists).items() if v},
        period=state.period,
        words=st.session_state.get(WORDS_KEY, ""),
    )


def set_filters(state: PageState, index: EventIndex, filters: Filters) -> None:
    """Set the widgets to some filters; values that this briefing does not have are left out."""
    for facet in TICKED:
        for value in _values(facet, index):
            st.session_state[tick_key(facet, value)] = value in filters.ticked.get(facet, ())
    for facet in Facet:
        if facet not in TICKED:
            chosen = [v for v in filters.ticked.get(facet, ()) if v in index.masks[facet]]
            st.session_state[list_key(facet)] = chosen
    st.session_state[WORDS_KEY] = filters.words
    state.period = filters.period
    state.told_period += 1


def clear_filters(state: PageState) -> None:
    """Untick everything; the choice of an event stays."""
    for key in st.session_state:
        if isinstance(key, str) and key.startswith("tick_"):
            st.session_state[key] = False
        if isinstance(key, str) and key.startswith("chosen_"):
            st.session_state[key] = []
    st.session_state[WORDS_KEY] = ""
    state.period = None
    state.told_period += 1


def _values(facet: Facet, index: EventIndex) -> tuple[str, ...]:
    if facet is Facet.TYPE:
        return tuple(t.value for t in EventType)
    if facet is Facet.STATUS:
        return tuple(s.value for s in Status)
    return tuple(index.masks[facet])
