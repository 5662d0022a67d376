"""The handling mark, at the top and at the bottom. Only a person sets it."""

from __future__ import annotations

import streamlit as st

from dashboard.session import PageState, load_settings
from dashboard.views.plain import plain

# TLP 2.0 colours on black, https://www.first.org/tlp/
TLP_COLOURS = {
    "TLP:RED": "#FF2B2B",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:AMBER": "#FFC000",
    "TLP:GREEN": "#33FF00",
    "TLP:CLEAR": "#FFFFFF",
}
OWN = "Own words"
LONGEST_MARK = 80


def show_top(state: PageState) -> None:
    """Show the mark; a click on it sets another one."""
    colour = TLP_COLOURS.get(state.handling, "#FFFFFF")
    st.html(f"<style>:root{{--mark:{colour}}}</style>")
    with st.container(key="handling_top"), st.popover(plain(state.handling)):
        _choose(state)


def show_bottom(state: PageState) -> None:
    """Repeat the mark under the page."""
    with st.container(key="handling_bottom"):
        st.text(state.handling)


def _choose(state: PageState) -> None:
    unmarked = load_settings().handling
    st.radio(
        "Handling mark",
        ["Unmarked", *TLP_COLOURS, OWN],
        key="handling_choice",
        on_change=lambda: _adopt(state, unmarked),
    )
    if st.session_state.get("handling_choice") == OWN:
        st.text_input(
            "Own words",
            key="handling_words",
            max_chars=LONGEST_MARK,
            on_change=lambda: _adopt(state, unmarked),
        )
    st.caption("It stands on the page, in a presentation and on every export.")


def _adopt(state: PageState, unmarked: str) -> None:
    choice = st.session_state["handling_choice"]
    if choice == OWN:
        state.handling = st.session_state.get("handling_words", "").strip() or unmarked
    else:
        state.handling = unmarked if choice == "Unmarked" else choice
