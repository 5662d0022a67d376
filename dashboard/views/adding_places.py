"""Adding place data of the user's own to the gazetteer."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.model import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.gazetteer.shelf import Shelf

FILE, DUMP, PROBLEM = "own_file", "own_dump", "own_problem"


def show_adding(shelf: Shelf, on_change: Callable[[], None]) -> None:
    """Show the ways to add own entries, names never to be mapped, or a dump."""
    st.file_uploader(
        "Own entries (.csv with name, lat, lon) or names never to be mapped (.txt, one a line)",
        type=["csv", "txt"],
        key=FILE,
    )
    st.text_input(
        "Or a GeoNames dump on this computer",
        placeholder="Path of TJ.zip or allCountries.zip",
        key=DUMP,
    )
    if st.button("Add", key="own_add"):
        _add(shelf, on_change)


def _add(shelf: Shelf, on_change: Callable[[], None]) -> None:
    st.session_state[PROBLEM] = None
    try:
        is_added = _write_asked(shelf)
    except GazetteerError as error:
        st.session_state[PROBLEM] = str(error)
        return
    if is_added:
        on_change()
        st.rerun()
    st.session_state[PROBLEM] = "Choose a file or give the path of a dump first."


def _write_asked(shelf: Shelf) -> bool:
    """Put the uploaded file or the dump on the shelf; return whether there was one."""
    today = datetime.now().astimezone().date()
    uploaded, path = st.session_state.get(FILE), st.session_state.get(DUMP, "").strip()
    if uploaded is not None:
        raw, name = uploaded.getvalue(), uploaded.name
        if name.lower().endswith(".csv"):
            shelf.write_entries(raw, file_name=name, added=today)
        else:
            shelf.write_do_not_map(raw, file_name=name, added=today)
    elif path:
        bar = st.progress(0.0, "Reading the dump")

        def tell(share: float, count: int) -> None:
            bar.progress(share, f"{count:,} places read")

        shelf.write_dump(Path(path).expanduser(), added=today, on_progress=tell)
    return uploaded is not None or bool(path)
