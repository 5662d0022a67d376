"""The line above the map: what is shown, in one sentence, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.screen.sentences import filter_words, headline, nothing_words, tally
from dashboard.views.handling import TLP_COLOURS
from dashboard.views.map_menu import show_map_menu
from dashboard.views.parts import PICTURE

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from dashboard.screen.filters import Filters
    from dashboard.screen.index import Mask
    from dashboard.session import OpenBriefing, PageState

VIEW_KEY = "view"
MAP, TABLE = "Map", "Table"


def show_tool_row() -> DeltaGenerator:
    """Return the line's place on the page, to be filled later."""
    return st.container(key="tool", horizontal=True, gap="xsmall", vertical_alignment="center")


def show_toolbar(state: PageState, opened: OpenBriefing, filters: Filters, passing: Mask) -> bool:
    """Show the sentence and the switch; return whether the table is asked for."""
    st.html(f"<div class='say'>{_sentence(opened, passing)}</div>", width="stretch")
    PICTURE(key="picture", data=_picture(state, opened, filters), width="content")
    show_map_menu(state.own)
    view = st.segmented_control(
        "View", [MAP, TABLE], key=VIEW_KEY, label_visibility="collapsed", width="content"
    )
    return view == TABLE


def _sentence(opened: OpenBriefing, passing: Mask) -> str:
    """Return the sentence as HTML; of the documents nothing but numbers is in it."""
    n = tally(opened.index, passing)
    if not n.total:
        return nothing_words(opened.briefing)
    event_s, place_s = "event" if n.total == 1 else "events", "place" if n.places == 1 else "places"
    verb = "is" if n.unmarked == 1 else "are"
    rest = f"<b>{n.unmarked:,}</b> more {verb} listed without a mark." if n.unmarked else ""
    return (
        f"<b>{n.on_map:,}</b> of {n.total:,} {event_s} on the map, at "
        f"<b>{n.places:,}</b> {place_s}. {rest}"
    )


def _picture(state: PageState, opened: OpenBriefing, filters: Filters) -> dict[str, str | None]:
    """Return what stands around the map on a picture of it."""
    return {
        "title": headline(opened.briefing),
        "byline": opened.byline,
        "handling": state.handling,
        "colour": TLP_COLOURS.get(state.handling, "#FFFFFF"),
        "filter": filter_words(filters, opened.index, opened.country_name),
    }
