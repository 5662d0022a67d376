"""The filters as Streamlit keeps them: one key a tick, read into `Filters` and set from them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.model import EventType, Status
from dashboard.screen.filters import Filters
from dashboard.screen.index import EventIndex, Facet

if TYPE_CHECKING:
    from dashboard.session import PageState

WORDS_KEY = "words"
_GLYPHS = {Facet.TYPE: EventType, Facet.STATUS: Status}


def tick_key(facet: Facet, value: str) -> str:
    """Return a tick's key, which is also its style class."""
    return f"tick_{facet.value}-{_slug(facet, value)}"


def glyph_name(facet: Facet, value: str) -> str | None:
    """Return the file of the mark beside a tick, for types and statuses."""
    return f"{facet.value}-{_slug(facet, value)}" if facet in _GLYPHS else None


def list_values(facet: Facet, index: EventIndex) -> tuple[str, ...]:
    """Return what can be ticked: the most frequent first, types and statuses in their order."""
    if facet in _GLYPHS:
        return tuple(member.value for member in _GLYPHS[facet])
    return index.facets[facet].values


def read_filters(state: PageState, index: EventIndex) -> Filters:
    """Return the filters that the widgets stand at."""
    ticked = {
        facet: tuple(v for v in list_values(facet, index) if _is_ticked(facet, v))
        for facet in Facet
    }
    return Filters(
        ticked={facet: values for facet, values in ticked.items() if values},
        period=state.period,
        words=st.session_state.get(WORDS_KEY, ""),
    )


def set_filters(state: PageState, index: EventIndex, filters: Filters) -> None:
    """Set the widgets to some filters; values that this briefing does not have are left out."""
    _forget_ticks()
    for facet in Facet:
        for value in list_values(facet, index):
            key = tick_key(facet, value)
            st.session_state[key] = value in filters.ticked.get(facet, ())
    st.session_state[WORDS_KEY] = filters.words
    state.period = filters.period
    state.told_period += 1


def clear_filters(state: PageState) -> None:
    """Untick everything; the choice of an event stays."""
    _forget_ticks()
    st.session_state[WORDS_KEY] = ""
    state.period = None
    state.told_period += 1


def restore_filters(state: PageState, filters: Filters) -> None:
    """Set the widgets to filters that this briefing had."""
    clear_filters(state)
    for facet, values in filters.ticked.items():
        for value in values:
            st.session_state[tick_key(facet, value)] = True
    st.session_state[WORDS_KEY] = filters.words
    state.period = filters.period


def _is_ticked(facet: Facet, value: str) -> bool:
    return bool(st.session_state.get(tick_key(facet, value)))


def _forget_ticks() -> None:
    for key in st.session_state:
        if isinstance(key, str) and key.startswith("tick_"):
            st.session_state[key] = False


def _slug(facet: Facet, value: str) -> str:
    if facet in _GLYPHS:
        return _GLYPHS[facet](value).name.lower()
    return re.sub(r"[^A-Za-z0-9]", "-", value)
