"""What the map is drawn with: its look, its borders, a tint, and the ground under the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.mapping import OWN_GROUND, TintBy
from dashboard.screen.address import DARK, DE_FACTO, LIGHT, RECOGNISED
from dashboard.views.overlays import show_overlays

if TYPE_CHECKING:
    from dashboard.screen.overlays import OwnLayers

BORDERS_KEY, LOOK_KEY, TINT_KEY, GROUND_KEY = "borders", "look", "tint", "ground"
BORDER_LABELS = {DE_FACTO: "As they are controlled", RECOGNISED: "As they are recognised"}
LOOK_LABELS = {LIGHT: "Light", DARK: "Dark"}
TINT_LABELS = {
    TintBy.NOTHING: "Nothing",
    TintBy.EVENTS: "Events by country",
    TintBy.PROVINCE_EVENTS: "Events by province",
    TintBy.KILLED: "Killed by country, lowest number stated",
    TintBy.PROVINCE_KILLED: "Killed by province, lowest number stated",
}
GROUND_LABELS = {
    OWN_GROUND: "The map on this computer",
    "osm": "OpenStreetMap, online",
    "satellite": "Satellite picture, online",
}
HOSTS = {
    "osm": "tile.openstreetmap.org (OpenStreetMap Foundation)",
    "satellite": "tiles.maps.eox.at (EOX IT Services, Austria)",
}
"""Who is asked for the pictures; `static/map/ground.js` has the addresses."""
STAYS = "Nothing is asked of any other computer."
LEAVES = (
    "Switched on: {host} is asked for pictures of the part of the world that you look at. It sees "
    "which part that is, and your network address. No word of your documents is sent. Not kept in "
    "links."
)
WARNING = "The two online grounds ask another computer for pictures of what you look at."


def show_map_menu(own: OwnLayers) -> None:
    """Show the choices; they are read from the session by those who draw."""
    with st.popover("Layers", key="mapmenu"), st.container(key="mapbox_menu", gap="xsmall"):
        st.radio(
            "Look",
            list(LOOK_LABELS),
            format_func=LOOK_LABELS.__getitem__,
            key=LOOK_KEY,
            horizontal=True,
        )
        st.radio(
            "Borders on the map",
            list(BORDER_LABELS),
            format_func=BORDER_LABELS.__getitem__,
            key=BORDERS_KEY,
        )
        st.caption("The choice is named on the map. Drawing a border endorses nothing.")
        st.radio(
            "Tint",
            [str(by) for by in TINT_LABELS],
            format_func=lambda by: TINT_LABELS[TintBy(by)],
            key=TINT_KEY,
        )
        ground = st.radio(
            "Ground under the marks",
            list(GROUND_LABELS),
            format_func=GROUND_LABELS.__getitem__,
            key=GROUND_KEY,
        )
        is_online = ground in HOSTS
        st.caption(LEAVES.format(host=HOSTS[ground]) if is_online else f"{STAYS} {WARNING}")
        show_overlays(own)
