"""The head of the page: what is open, the seal, and the three things to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.screen.sentences import headline
from dashboard.views.export import show_export
from dashboard.views.help import show_help
from dashboard.views.parts import SEAL, TITLE
from dashboard.views.saved import show_saved

if TYPE_CHECKING:
    from dashboard.session import OpenBriefing, PageState

PRODUCT = "From an article to a map that you can put your name to"


def show_masthead(state: PageState, opened: OpenBriefing) -> None:
    """Show title, byline, seal and buttons."""
    briefing = opened.briefing
    is_blank = state.is_new or not briefing.articles
    with st.container(key="mast", horizontal=True, gap=None, vertical_alignment="center"):
        with st.container(key="titlebox", width="stretch"):
            TITLE(
                key="title",
                data={
                    "title": "Briefing map" if is_blank else headline(briefing),
                    "byline": PRODUCT if is_blank else opened.byline,
                },
            )
        with st.container(key="sealbox", width="content"):
            is_online = state.is_online or state.has_gone_online
            SEAL(key="seal", data={"online": is_online}, width="content")
        with st.container(key="acts", horizontal=True, gap="xsmall", width="content"):
            st.button("New article", key="new", on_click=lambda: _set(state, is_new=True))
            show_saved(state)
            st.button("Present", key="present", on_click=lambda: _set(state, is_presenting=True))
            show_export(state, opened)
            show_help()


def show_exit(state: PageState) -> None:
    """Offer the way out of a presentation; it appears under the pointer or the keyboard's focus."""
    with st.container(key="exit"):
        st.button("End presentation", key="end", on_click=lambda: _set(state, is_presenting=False))


def _set(
    state: PageState, *, is_new: bool | None = None, is_presenting: bool | None = None
) -> None:
    if is_new is not None:
        state.is_new, state.is_presenting = is_new, False
    if is_presenting is not None:
        state.is_presenting = is_presenting
