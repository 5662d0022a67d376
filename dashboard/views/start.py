"""The start card: files, pasted text, or one of the documents at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.session import forget_places, list_seeds, look_up, own_layers
from dashboard.views.asking import ADD, FILES, PASTE, SEED, go_back, want_files, want_seed
from dashboard.views.lookup import show_lookup
from dashboard.views.own_places import show_own_places

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dashboard.session import PageState


def show_start(state: PageState) -> None:
    """Show the card over the veiled map."""
    with st.container(key="start"):
        st.html(
            "<div class='start'><h2>Start with an article</h2><p>Drop files (txt, md, html, pdf, "
            "docx, event tables in csv) or paste the text. Everything is read on this computer; "
            "nothing is sent.</p></div>"
        )
        # Of any kind: what cannot be read gets a sentence with the remedy, not a red sign.
        st.file_uploader(
            "Files",
            accept_multiple_files=True,
            label_visibility="collapsed",
            key=FILES,
        )
        st.text_area(
            "Text of the article",
            placeholder="Or paste the article here, with its date line",
            height=148,
            label_visibility="collapsed",
            key=PASTE,
        )
        if state.articles:
            st.checkbox("Add to the documents that are open", key=ADD)
        seeds = list_seeds()
        _show_buttons(state, seeds)
        _show_seeds(state, seeds[1:])
        with st.container(horizontal=True, gap="small", key="placerow"):
            show_own_places(own_layers(), on_change=forget_places)
            show_lookup(state, look_up=look_up)
        show_problems(state)


def show_problems(state: PageState) -> None:
    """Show what could not be opened, one sentence each."""
    if state.problems:
        with st.container(key="problems", gap="xsmall"):
            for problem in state.problems:
                st.text(problem)
            if not state.is_new:
                st.button(
                    "Dismiss", type="tertiary", key="dismiss", on_click=lambda: _dismiss(state)
                )


def _dismiss(state: PageState) -> None:
    state.problems = ()


def _show_buttons(state: PageState, seeds: Sequence[Path]) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="startrow"):
        st.button("Make the map", type="primary", key="make", on_click=lambda: want_files(state))
        if seeds:
            st.button(
                "Open the example",
                type="tertiary",
                key="example",
                on_click=lambda: want_seed(state, seeds[0]),
            )
        if state.articles:
            st.button(
                "Back to the map", type="tertiary", key="back", on_click=lambda: go_back(state)
            )


def _show_seeds(state: PageState, seeds: Sequence[Path]) -> None:
    if not seeds:
        return
    st.selectbox(
        "Documents in the seeds folder",
        seeds,
        index=None,
        format_func=lambda path: path.name,
        placeholder="Or choose a document of the seeds folder",
        label_visibility="collapsed",
        key=SEED,
        on_change=lambda: want_seed(state, st.session_state[SEED]),
    )
