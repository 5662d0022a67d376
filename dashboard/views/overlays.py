"""Layers of the user's own on the map: adding, colour, on and off, removing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.exchange.overlays import READABLE
from dashboard.screen.overlays import FULL, MOST_LAYERS
from dashboard.views.plain import plain

if TYPE_CHECKING:
    from dashboard.screen.overlays import LaidOver, OwnLayers

SUFFIXES = ["geojson", "json", "csv", "tsv", "kml", "kmz", "gpx", "zip", "gpkg"]


def show_overlays(own: OwnLayers) -> None:
    """Show the layers of this tab and the way to add one."""
    st.markdown("**Own layers**")
    for layer in own.layers:
        _show_layer(own, layer)
    if len(own.layers) >= MOST_LAYERS:
        st.caption(FULL)
    else:
        # A new key empties the uploader once its files were taken.
        key = f"overlay_file_{own.laid}"
        st.file_uploader(
            READABLE,
            type=SUFFIXES,
            accept_multiple_files=True,
            key=key,
            on_change=partial(_take, own, key),
        )
    for problem in own.problems:
        st.text(problem)


def _show_layer(own: OwnLayers, layer: LaidOver) -> None:
    with st.container(horizontal=True, gap="xsmall", key=f"overlay-{layer.layer_id}"):
        chosen_colour = st.color_picker(
            plain(f"Colour of {layer.name}"),
            # Not set in the session: what is set there takes back a click that comes meanwhile.
            layer.colour,
            key=f"overlay_colour_{layer.layer_id}",
            label_visibility="collapsed",
            width="content",
        )
        is_shown = st.checkbox(
            plain(layer.name),
            layer.is_shown,
            key=f"overlay_shown_{layer.layer_id}",
            width="stretch",
        )
        st.button(
            "Remove",
            key=f"overlay_remove_{layer.layer_id}",
            type="tertiary",
            on_click=partial(_remove, own, layer.layer_id),
        )
    for notice in layer.notices:
        st.text(notice.text)
    _keep(own, replace(layer, is_shown=is_shown, colour=chosen_colour))


def _take(own: OwnLayers, key: str) -> None:
    own.take(st.session_state.get(key) or ())


def _keep(own: OwnLayers, changed: LaidOver) -> None:
    """A callback would not do: a click while the menu is still being made reaches none."""
    layers = tuple(changed if old.layer_id == changed.layer_id else old for old in own.layers)
    if layers != own.layers:
        own.layers = layers
        st.rerun()


def _remove(own: OwnLayers, layer_id: str) -> None:
    own.layers = tuple(layer for layer in own.layers if layer.layer_id != layer_id)
