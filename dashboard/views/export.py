"""Export: what is on screen, as files that carry the handling mark, filter and sources."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.exchange.geojson import format_geojson
from dashboard.exchange.release import EVERYTHING, Release
from dashboard.exchange.tables import format_csv
from dashboard.views.slides import show_slides

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.model import Briefing
    from dashboard.session import OpenBriefing, PageState

    Formatter = Callable[[Briefing, Release], str]


def show_export(state: PageState, opened: OpenBriefing) -> None:
    """Offer the files; each is written when it is asked for, from what is on screen then."""
    with st.popover("Export", type="primary", key="export"):
        st.markdown("**What is on screen, as**")
        if st.button("Slides and pictures", key="slides", width="stretch"):
            show_slides(state, opened)
        _offer(state, "Map data (GeoJSON)", "briefing.geojson", format_geojson)
        _offer(state, "Table (CSV)", "briefing.csv", format_csv)
        st.caption("Handling mark, filter, sources and the note on borders go with every file.")


def _offer(state: PageState, label: str, file_name: str, write: Formatter) -> None:
    st.download_button(
        label,
        data=partial(_write, state, write),
        file_name=file_name,
        on_click="ignore",
        width="stretch",
        key=f"export_{file_name}",
    )


def _write(state: PageState, write: Formatter) -> bytes:
    screen = state.on_screen
    assert screen is not None, "the stage is shown before anything can be clicked"
    release = Release(handling=state.handling, filter_words=screen.filter_words or EVERYTHING)
    return write(screen.briefing, release).encode("utf-8")
