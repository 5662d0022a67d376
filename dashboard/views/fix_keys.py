"""The keys of the dialog that puts right: new ones each time, so that no answer is carried over."""

from __future__ import annotations

import streamlit as st

_OPENINGS = "fix_openings"


def open_anew() -> None:
    """Count one more opening of the dialog."""
    st.session_state[_OPENINGS] = st.session_state.get(_OPENINGS, 0) + 1


def fix_key(name: str) -> str:
    """Return the key of a widget in the dialog that is open."""
    return f"fix_{name}-{st.session_state.get(_OPENINGS, 0)}"
