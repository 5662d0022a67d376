"""The user's own place data: what is laid over the gazetteer, adding to it, taking away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.model import GazetteerError
from dashboard.views.adding_places import PROBLEM, show_adding
from dashboard.views.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.gazetteer.shelf import Shelf, ShelfItem


def show_own_places(shelf: Shelf, *, on_change: Callable[[], None]) -> None:
    """Show the layers on the shelf; `on_change` is called when one was added or removed."""
    with st.popover("Your places", key="ownplaces"), st.container(key="ownbox", gap="xsmall"):
        st.markdown("**Your own place data**")
        try:
            items = shelf.load_items()
        except GazetteerError as error:
            st.text(str(error))
            return
        for item in items:
            _show_item(shelf, item, on_change)
        if not items:
            st.caption("Nothing is added yet: places come from the gazetteer that is built in.")
        show_adding(shelf, on_change)
        if problem := st.session_state.get(PROBLEM):
            st.text(problem)


def _show_item(shelf: Shelf, item: ShelfItem, on_change: Callable[[], None]) -> None:
    said = f"{item.name}: {item.kind}, {item.count:,} entries, added {item.added}"
    with st.container(horizontal=True, gap="xsmall", key=f"own-{item.layer_id}"):
        st.markdown(plain(said), width="stretch")
        st.button(
            "Remove",
            key=f"unshelve-{item.layer_id}",
            type="tertiary",
            on_click=partial(_remove, shelf, item.layer_id, on_change),
        )


def _remove(shelf: Shelf, layer_id: str, on_change: Callable[[], None]) -> None:
    try:
        shelf.remove(layer_id)
    except GazetteerError as error:
        st.session_state[PROBLEM] = str(error)
    else:
        on_change()
