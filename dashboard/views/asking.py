"""What the reader asks to open, out of the widgets of the start card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.session import Wanted

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.session import PageState

FILES, PASTE, ADD, SEED = "files", "paste", "add", "seed"


def want_files(state: PageState) -> None:
    """Ask for the files and the pasted text; nothing at all is said."""
    files = tuple((f.name, f.getvalue()) for f in st.session_state.get(FILES) or ())
    pasted = st.session_state.get(PASTE, "")
    if not files and not pasted.strip():
        state.problems = ("Choose a file or paste a text first.",)
        return
    state.wanted = Wanted(files, pasted, is_added=bool(st.session_state.get(ADD)))


def want_seed(state: PageState, path: Path | None) -> None:
    """Ask for a document of the seeds folder."""
    if path is not None:
        state.wanted = Wanted(seed=path, is_added=bool(st.session_state.get(ADD)))


def go_back(state: PageState) -> None:
    """Leave the start card for the map that is open."""
    state.is_new, state.problems = False, ()
