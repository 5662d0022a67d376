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


def chosen_ground() -> str:
    """Return the ground under the marks; until the menu was opened it is our own."""
    return str(st.session_state.get(GROUND_KEY, OWN_GROUND))


def show_map_menu(own: OwnLayers) -> None:
    """Show the choices; they are read from the session by those who draw."""
    # What a click leaves closed is neither made nor sent.
    menu = st.popover("Layers", key="mapmenu", on_change="rerun")
    with menu, st.container(key="mapbox_menu", gap="xsmall"):
        if menu.open:
            _show_choices()
            show_overlays(own)


def _show_choices() -> None:
    """What is chosen stays when the menu is closed."""
    _choose("Look", LOOK_LABELS, LOOK_KEY, is_row=True)
    _choose("Borders on the map", BORDER_LABELS, BORDERS_KEY)
    st.caption("The choice is named on the map. Drawing a border endorses nothing.")
    _choose("Tint", {str(by): label for by, label in TINT_LABELS.items()}, TINT_KEY)
    ground = _choose("Ground under the marks", GROUND_LABELS, GROUND_KEY)
    is_online = ground in HOSTS
    st.caption(LEAVES.format(host=HOSTS[ground]) if is_online else f"{STAYS} {WARNING}")


def _choose(title: str, labels: dict[str, str], key: str, *, is_row: bool = False) -> str:
    return st.radio(
        title,
        list(labels),
        format_func=labels.__getitem__,
        key=key,
        horizontal=is_row,
        persist_state="session",
    )
