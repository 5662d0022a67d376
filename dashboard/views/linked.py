"""Timeline and reading pane: linked with the map in the browser, Python is told afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from dashboard.screen.filters import select
from dashboard.screen.pane import latest_date
from dashboard.screen.timeline import mark_published
from dashboard.views.howfar import answer_distances
from dashboard.views.overlays import send_overlays
from dashboard.views.parts import CARRIER, PANE, TIMELINE

if TYPE_CHECKING:
    from dashboard.screen.filters import Filters
    from dashboard.screen.index import Mask
    from dashboard.session import OpenBriefing, PageState


def show_timeline(state: PageState, opened: OpenBriefing, filters: Filters) -> None:
    """Show when the events happened; its brush narrows the period."""

    def adopt_period() -> None:
        period = st.session_state["timeline"].get("period")
        state.period = (int(period[0]), int(period[1])) if period else None

    with st.container(key="time", gap=None):
        CARRIER(key="carrier", data=opened.document)
        send_overlays(state.own)
        answer_distances(opened)
        TIMELINE(
            key="timeline",
            data={
                "version": opened.key,
                "scale": opened.scale.as_json() if opened.scale else None,
                "published": mark_published(latest_date(opened.briefing)),
                "shown": _numbers(select(opened.index, replace(filters, period=None))),
                "period": state.period,
                "told": state.told_period,
            },
            default={"period": None},
            on_period_change=adopt_period,
        )


def show_pane(state: PageState, opened: OpenBriefing, passing: Mask) -> None:
    """Show the text and the lists; a click in them selects an event."""

    def adopt_choice() -> None:
        state.selected = st.session_state["pane"].get("picked") or state.selected

    PANE(
        key="pane",
        data={
            "version": opened.key,
            "shown": _numbers(passing),
            "selected": state.selected,
            "told": state.told_event,
        },
        on_picked_change=adopt_choice,
    )


def _numbers(mask: Mask) -> list[int]:
    return [int(n) for n in np.flatnonzero(mask)]
