"""The filter rail: country, event type and status, each with live counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.model import EventType, Status
from dashboard.screen.filters import counts
from dashboard.screen.index import Facet
from dashboard.screen.sentences import SHORT_TYPES, filter_words
from dashboard.views.ticks import clear_filters, tick_key

if TYPE_CHECKING:
    from dashboard.screen.filters import Filters
    from dashboard.session import OpenBriefing, PageState

FIRST_COUNTRIES = 8
"""Further countries are folded away under the list."""


def show_rail(state: PageState, opened: OpenBriefing, filters: Filters) -> None:
    """Show the three lists, what is filtered in words, and the way back."""
    found = counts(opened.index, filters, Facet.COUNTRY)
    ticked = filters.ticked.get(Facet.COUNTRY, ())
    codes = sorted(opened.index.masks[Facet.COUNTRY], key=lambda c: _order(opened, c))
    names = {code: opened.country_name(code) for code in codes}
    first = [c for n, c in enumerate(codes) if n < FIRST_COUNTRIES or c in ticked]
    _heading("Country", is_first=True)
    _rows(Facet.COUNTRY, {c: names[c] for c in first}, found)
    if rest := [c for c in codes if c not in first]:
        with st.expander(f"{len(rest)} more", key="more_countries"):
            _rows(Facet.COUNTRY, {c: names[c] for c in rest}, found)
    _heading("Event type")
    types = {t.value: SHORT_TYPES.get(t.value, t.value) for t in EventType}
    _rows(Facet.TYPE, types, counts(opened.index, filters, Facet.TYPE))
    _heading("Status in the text")
    statuses = {s.value: s.value.capitalize() for s in Status}
    _rows(Facet.STATUS, statuses, counts(opened.index, filters, Facet.STATUS))
    _show_foot(state, opened, filters)


def _order(opened: OpenBriefing, code: str) -> tuple[int, str]:
    return -int(opened.index.masks[Facet.COUNTRY][code].sum()), opened.country_name(code)


def _heading(words: str, *, is_first: bool = False) -> None:
    st.html(f"<div class='fh{' first' if is_first else ''}'>{words}</div>")


def _rows(facet: Facet, labels: dict[str, str], found: dict[str, int]) -> None:
    """Counts and glyphs are drawn by style: the label alone is what a screen reader says."""
    rules = []
    for value, label in labels.items():
        key, count = tick_key(facet, value), found.get(value, 0)
        rules.append(f".st-key-{key} p::after{{content:'{count}'}}")
        if facet != Facet.COUNTRY:
            rules.append(
                f".st-key-{key} p::before{{content:url(/app/static/glyphs/{key[5:]}.svg)}}"
            )
        if not count:
            rules.append(f".st-key-{key} p{{opacity:.5}}")
        st.checkbox(label, key=key)
    st.html(f"<style>{''.join(rules)}</style>")


def _show_foot(state: PageState, opened: OpenBriefing, filters: Filters) -> None:
    with st.container(key="railfoot", gap=None):
        if said := filter_words(filters, opened.index, opened.country_name):
            st.text(said)
            st.button("Clear filters", key="clear", on_click=lambda: clear_filters(state))
