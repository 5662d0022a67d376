"""Named views: links that are kept in a list, to step through in a briefing."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.screen.address import read_address, write_address
from dashboard.session import SavedView
from dashboard.views.parts import WINDOW
from dashboard.views.plain import plain
from dashboard.views.undoing import redo, undo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.session import PageState

NAME_KEY = "view_name"
MODES = ("present", "new")
MOST_VIEWS = 60
LONGEST_NAME = 60
_KEY = re.compile(r"view-\d{1,6}")


def show_saved(state: PageState) -> None:
    """Offer to keep the view on screen under a name, and to go back to a kept one."""
    with st.popover("Views", key="views"), st.container(key="viewbox", gap="xsmall"):
        st.markdown("**Views of this briefing**")
        for number, view in enumerate(state.views):
            with st.container(horizontal=True, gap="xsmall", key=f"view-{number}"):
                st.button(
                    plain(f"{number + 1}. {view.name}"),
                    key=f"go-{number}",
                    width="stretch",
                    on_click=partial(_go, state, number),
                )
                st.button(
                    "Remove",
                    key=f"remove-{number}",
                    type="tertiary",
                    on_click=partial(_remove, state, number),
                )
        st.text_input(
            "Name of the view on screen",
            key=NAME_KEY,
            max_chars=LONGEST_NAME,
            placeholder=f"View {len(state.views) + 1}",
        )
        st.button("Keep this view", key="keep", on_click=lambda: _keep(state))
        st.caption(
            "Filters, map frame and selection are kept by this browser, for these documents. While "
            "you present, the arrow keys step through the list."
        )


def show_window(state: PageState, documents: str) -> None:
    """Listen to the keys of the window; the browser keeps the views of some documents."""

    def adopt_key() -> None:
        wish = st.session_state["window"].get("pressed") or {}
        state.answered = wish.get("sent", state.answered)
        if "present" in wish:
            _present(state, is_wanted=bool(wish["present"]))
        if wish.get("number", state.pressed) != state.pressed:
            state.pressed = wish["number"]
            (redo if wish["undo"] > 0 else undo)(state)
        if 0 <= wish.get("view", -1) < len(state.views):
            _go(state, wish["view"])
        if "views" in wish and not state.views:
            _restore(state, wish["views"])
        if "address" in wish:
            state.asked = dict(wish["address"])

    WINDOW(
        key="window",
        data={
            "presenting": state.is_presenting,
            "kept": [view.key for view in state.views],
            "views": [{"key": v.key, "name": v.name, "query": v.query} for v in state.views],
            "documents": documents,
            "view": state.view_at,
            "told": state.told_view,
            "answered": state.answered,
        },
        on_pressed_change=adopt_key,
    )


def _present(state: PageState, *, is_wanted: bool) -> None:
    state.is_presenting = is_wanted and not state.is_new
    if state.asked is not None:
        asked = {name: value for name, value in state.asked.items() if name != "present"}
        state.asked = asked | ({"present": "1"} if state.is_presenting else {})


def _keep(state: PageState) -> None:
    name = st.session_state.get(NAME_KEY, "").strip() or f"View {len(state.views) + 1}"
    state.views_kept += 1
    query = {k: v for k, v in state.written.items() if k not in MODES}
    state.views.append(SavedView(f"view-{state.views_kept}", name, query))
    state.view_at = len(state.views) - 1
    st.session_state[NAME_KEY] = ""


def _restore(state: PageState, stored: Sequence[Mapping[str, Any]]) -> None:
    """Take over the views that the browser kept; what is no view among them is left out."""
    for view in stored[:MOST_VIEWS]:
        key, name, query = (view.get(part) for part in ("key", "name", "query"))
        if not (isinstance(name, str) and isinstance(query, dict) and _KEY.fullmatch(str(key))):
            continue
        sound = {str(n): str(v) for n, v in query.items()}
        state.views.append(
            SavedView(str(key), name[:LONGEST_NAME], write_address(read_address(sound)))
        )
        state.views_kept = max(state.views_kept, int(str(key).removeprefix("view-")))


def _remove(state: PageState, number: int) -> None:
    del state.views[number]
    state.view_at = min(state.view_at, len(state.views) - 1)


def _go(state: PageState, number: int) -> None:
    """A kept view is a link: it is opened by writing it to the address."""
    state.asked = state.views[number].query | ({"present": "1"} if state.is_presenting else {})
    st.query_params.from_dict(state.asked)
    state.view_at = number
    state.told_view += 1
