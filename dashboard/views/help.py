"""A short help: what is where, and the keys."""

from __future__ import annotations

import streamlit as st

KEYS = {
    "Tab, Shift+Tab": "to the next or the last control; marks on the map are controls",
    "Enter": "opens a mark, a row, a word; Esc closes and goes back",
    "Arrows": "move the map, step through its groups, the tabs and the timeline's handles",
    "Ctrl+Z, Ctrl+Shift+Z": "undo and redo a filter or a correction",
    "F": "presents; Esc ends it",
    "Arrows, Page Up, Page Down": "while presenting: the next or the last kept view",
}
READING = (
    "A click on a mark opens the words behind it; a click on words shows their mark. Shape and "
    "colour say the type, the filling says the status. A mark on a disc is somewhere in or near a "
    "town; an area is hatched, a country is tinted: none of them is a point. What has no mark "
    "stands under “Not on the map”, with the reason."
)


def show_help() -> None:
    """Show the help behind a question mark."""
    with st.popover("?", key="help"), st.container(key="helpbox", gap="xsmall"):
        st.markdown("**How to read the page**")
        st.caption(READING)
        st.markdown("**Keys**")
        for keys, words in KEYS.items():
            st.markdown(f"**{keys}** {words}")
