"""Timeline and reading pane: linked with the map in the browser, Python is told afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.mapping import TintBy
from dashboard.mapping.cells import Look
from dashboard.mapping.group_lists import GroupAsked
from dashboard.screen.filters import PERIOD
from dashboard.screen.lists import Wish, pack_mask
from dashboard.screen.pane import latest_date
from dashboard.screen.timeline import mark_published, timeline_json
from dashboard.session import outline_provinces, passing_flows
from dashboard.views.howfar import ANSWER_KEY, answer_distance
from dashboard.views.map_menu import TINT_KEY
from dashboard.views.parts import CARRIER, LENS, PANE, TIMELINE

if TYPE_CHECKING:
    from dashboard.screen.filters import Filters, Narrowing
    from dashboard.screen.index import Mask
    from dashboard.session import OpenBriefing, PageState


def hand_over(state: PageState, opened: OpenBriefing) -> None:
    """Hand over what filters never change: the text, the reader's own layers, the provinces."""
    is_tinted = TintBy(st.session_state[TINT_KEY]).is_by_province
    CARRIER(
        key="carrier",
        data={
            "document": opened.document,
            "features": {layer.layer_id: list(layer.features) for layer in state.own.layers},
            "provinces": outline_provinces(opened) if is_tinted else {},
        },
    )


def hear_map(state: PageState, opened: OpenBriefing) -> None:
    """Hear where the map of a crowd looks, which group's list is wanted, how far it is."""

    def adopt_look() -> None:
        west, south, east, north, zoom = st.session_state["lens"].get("look")
        state.browser.look = Look(west, south, east, north, int(zoom))

    def adopt_group() -> None:
        wish = st.session_state["lens"].get("group")
        places = frozenset(str(place) for place in wish["places"])
        state.browser.group = GroupAsked(str(wish["key"]), places, int(wish["page"]))

    def adopt_question() -> None:
        if asked := st.session_state["lens"].get("asked"):
            answer_distance(opened, asked)

    LENS(
        key="lens",
        data={"answer": st.session_state.get(ANSWER_KEY)},
        on_look_change=adopt_look,
        on_group_change=adopt_group,
        on_asked_change=adopt_question,
    )


def show_timeline(state: PageState, opened: OpenBriefing, found: Narrowing) -> None:
    """Show when the events happened; its brush narrows the period."""

    def adopt_period() -> None:
        period = st.session_state["timeline"].get("period")
        state.period = (int(period[0]), int(period[1])) if period else None

    articles = opened.lists.articles
    shown = timeline_json(opened.index, found.without(PERIOD), opened.scale, articles)
    TIMELINE(
        key="timeline",
        data={
            "scale": opened.scale.as_json() if opened.scale else None,
            "published": mark_published(latest_date(opened.briefing)),
            **shown,
            "period": state.period,
            "told": state.told_period,
        },
        default={"period": None},
        on_period_change=adopt_period,
    )


def show_pane(state: PageState, opened: OpenBriefing, filters: Filters, passing: Mask) -> None:
    """Show the text and the lists; a click in them selects an event."""

    def adopt_choice() -> None:
        state.selected = st.session_state["pane"].get("picked") or state.selected

    def adopt_wish() -> None:
        wish = st.session_state["pane"].get("more")
        state.browser.more = Wish(str(wish["name"]), int(wish["start"]), int(wish["stamp"]))

    def adopt_review() -> None:
        state.reviewing = st.session_state["pane"].get("review")

    lists = opened.lists.first(passing)
    more, state.browser.more = state.browser.more, None
    PANE(
        key="pane",
        data={
            "version": opened.version,
            "lists": lists,
            "more": opened.lists.more(passing, more)
            if more and more.stamp == lists["stamp"] and more.name not in opened.pages
            else None,
            "page": _page(state, opened, more),
            "flows": [flow.flow_id for flow in passing_flows(opened, filters, passing)],
            "shown": pack_mask(passing),
            "selected": state.selected,
            "told": state.told_event,
        },
        on_picked_change=adopt_choice,
        on_more_change=adopt_wish,
        on_review_change=adopt_review,
    )


def _page(state: PageState, opened: OpenBriefing, more: Wish | None) -> dict[str, object] | None:
    """Return the page of a long document that is asked for, else that of the selected event."""
    if more and more.name in opened.pages:
        pages = opened.pages[more.name]
        return pages.page(min(max(0, more.start), len(pages.spans) - 1))
    long = {key: pages for key, pages in opened.pages.items() if len(pages.spans) > 1}
    if not long or state.selected is None:
        return None
    event = next((e for e in opened.briefing.events if e.event_id == state.selected), None)
    if event is None or event.article_id not in long:
        return None
    pages = long[event.article_id]
    return pages.page(pages.page_of(event))
