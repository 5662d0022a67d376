"""Undo and redo, and what the reader put right: listed, counted, saved, loaded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.model import ReadingError
from dashboard.review import pack_corrections, read_corrections
from dashboard.review.corrections import add
from dashboard.screen.putting_right import correction_words
from dashboard.screen.sentences import plural
from dashboard.session import with_shapes
from dashboard.views.plain import plain
from dashboard.views.ticks import restore_filters

if TYPE_CHECKING:
    from dashboard.review import Correction
    from dashboard.session import OpenBriefing, PageState

FILE, PROBLEM = "fix_file", "fix_problem"
WAYS = (
    "The pencil beside an event, “Put right” on a card and a click on a word in “Not on the map” "
    "open the way to change it."
)


def undo(state: PageState) -> None:
    """Go one step back: a filter or a correction, whichever came last."""
    state.trail = state.trail.back()
    _adopt(state)


def redo(state: PageState) -> None:
    """Do the step again that was undone last."""
    state.trail = state.trail.forth()
    _adopt(state)


def _adopt(state: PageState) -> None:
    if state.trail.steps:
        restore_filters(state, state.trail.step.filters)
        state.corrections = state.trail.step.corrections


def show_steps(state: PageState) -> None:
    """Show the ways back and forth, as far as there are any."""
    if not (state.trail.can_undo or state.trail.can_redo):
        return
    with st.container(key="steps", horizontal=True, gap="small"):
        st.button(
            "Undo", key="undo", disabled=not state.trail.can_undo, on_click=lambda: undo(state)
        )
        st.button(
            "Redo", key="redo", disabled=not state.trail.can_redo, on_click=lambda: redo(state)
        )


def show_corrections(state: PageState, opened: OpenBriefing) -> None:
    """Show what the reader put right, with its file."""
    # With another label it would be another list, and closed: `show_rail` draws their number.
    fixes = st.popover("Corrections", key="fixes", on_change="rerun")
    with fixes, st.container(key="fixbox", gap="xsmall"):
        if fixes.open:
            _show_list(state, opened)


def _show_list(state: PageState, opened: OpenBriefing) -> None:
    st.markdown("**Put right by you**")
    judged = f"{opened.unreviewed:,} of {plural(len(opened.briefing.events), 'event')}"
    st.caption(f"{judged} not yet judged by a person. {WAYS}")
    for number, correction in enumerate(state.corrections):
        _show_one(state, opened, number, correction)
    if state.corrections:
        st.download_button(
            "Save corrections",
            data=partial(pack_corrections, state.corrections),
            file_name="corrections.json",
            on_click="ignore",
            key="fix_download",
        )
    st.file_uploader(
        "Load corrections (.json); the file holds no words of a document",
        type=["json"],
        key=FILE,
        on_change=lambda: _load(state),
    )
    if problem := st.session_state.get(PROBLEM):
        st.text(problem)


def _show_one(state: PageState, opened: OpenBriefing, number: int, correction: Correction) -> None:
    with st.container(horizontal=True, gap="xsmall", key=f"fix-{number}"):
        words = correction_words(correction, opened.lists.articles)
        st.markdown(plain(words), width="stretch")
        st.button(
            "Take back",
            key=f"unfix-{number}",
            type="tertiary",
            on_click=partial(_take_back, state, correction),
        )


def _take_back(state: PageState, correction: Correction) -> None:
    state.corrections = tuple(c for c in state.corrections if c != correction)


def _load(state: PageState) -> None:
    st.session_state[PROBLEM] = None
    file = st.session_state.get(FILE)
    if file is None:
        return
    try:
        found = read_corrections(file.getvalue(), file_name=file.name)
    except ReadingError as error:
        st.session_state[PROBLEM] = str(error)
        return
    for correction in with_shapes(found):
        state.corrections = add(state.corrections, correction)
