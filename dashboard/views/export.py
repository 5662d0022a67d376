"""Export: what is on screen, as slides, pictures and data, with what to look at first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.exchange.packing import OpenFormat, pack_briefing
from dashboard.exchange.release import EVERYTHING, Release
from dashboard.exchange.webpage import write_webpage
from dashboard.session import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.session import OnScreen, OpenBriefing, PageState

LABELS = {
    OpenFormat.GEOJSON: "Map data (GeoJSON)",
    OpenFormat.CSV: "Table (CSV)",
    OpenFormat.KMZ: "Google Earth (KMZ)",
    OpenFormat.GEOPACKAGE: "GIS (GeoPackage)",
}


def show_export(state: PageState, opened: OpenBriefing) -> None:
    """Offer the export; the click tells Python where the map stands."""
    if st.button("Export", type="primary", key="export"):
        show_dialog(state, opened)


@st.dialog("Export what is on screen", width="large")
def show_dialog(state: PageState, opened: OpenBriefing) -> None:
    """Ask how, say what is weak, and hand over the files; each is made when it is asked for."""
    from dashboard.views.slides import offer_slides  # noqa: PLC0415 - loads matplotlib

    if not offer_slides(state, opened, offer=_offer):
        return
    st.markdown("**Data**")
    with st.container(horizontal=True, gap="small"):
        for form, label in LABELS.items():
            _offer(label, f"briefing.{form.value}", partial(_write, state, form))
        _offer("Map in one file (HTML)", "briefing.html", partial(_write_page, state, opened))
    st.caption("Handling mark, filter, sources and the note on borders go with every file.")


def _offer(label: str, file_name: str, make: Callable[[], bytes]) -> None:
    st.download_button(
        label,
        data=make,
        file_name=file_name,
        on_click="ignore",
        width="stretch",
        key=f"export_{file_name}",
    )


def _write(state: PageState, form: OpenFormat) -> bytes:
    screen = _screen(state)
    return pack_briefing(screen.briefing, _release(state, screen), form=form)


def _write_page(state: PageState, opened: OpenBriefing) -> bytes:
    screen = _screen(state)
    return write_webpage(
        screen.briefing,
        _release(state, screen),
        names=opened.country_names,
        static_dir=load_settings().static_dir,
    )


def _screen(state: PageState) -> OnScreen:
    assert state.on_screen is not None, "the stage is shown before anything can be clicked"
    return state.on_screen


def _release(state: PageState, screen: OnScreen) -> Release:
    return Release(handling=state.handling, filter_words=screen.filter_words or EVERYTHING)
