"""The page from the upper handling mark to the lower one."""

from __future__ import annotations

import streamlit as st

from dashboard.session import page_state
from dashboard.views import handling
from dashboard.views.address_bar import adopt_address, read_from_bar
from dashboard.views.masthead import show_exit, show_masthead
from dashboard.views.opening import open_documents
from dashboard.views.parts import load_style
from dashboard.views.saved import show_window
from dashboard.views.stage import show_stage
from dashboard.views.start import show_problems, show_start


def show_page() -> None:
    """Show the page; the order of its elements never changes, so that the map is never rebuilt."""
    state = page_state()
    st.html(f"<style>{load_style('page')}</style>")
    address = read_from_bar(state)
    opened = open_documents(state, address.documents if address else None)
    if address:
        adopt_address(state, opened, address)
    mode = "present" if state.is_presenting else "empty" if state.is_new else "plain"
    st.html(f"<style>{load_style(mode)}</style>")
    handling.show_top(state)
    show_masthead(state, opened)
    show_stage(state, opened)
    handling.show_bottom(state)
    show_window(state, opened.key)
    if state.is_presenting:
        show_exit(state)
    elif state.is_new:
        show_start(state)
    else:
        show_problems(state)
