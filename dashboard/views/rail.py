"""The filter rail: country, event type and status, each with live counts; more behind a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.screen.index import Facet
from dashboard.screen.sentences import SHORT_TYPES, filter_words
from dashboard.views.plain import plain
from dashboard.views.ticks import WORDS_KEY, clear_filters, glyph_name, list_values, tick_key
from dashboard.views.undoing import show_corrections, show_steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.screen.filters import Filters, Narrowing
    from dashboard.session import OpenBriefing, PageState

TITLES = {
    Facet.COUNTRY: "Country",
    Facet.TYPE: "Event type",
    Facet.STATUS: "Status in the text",
    Facet.SUB_TYPE: "Sub-type",
    Facet.PRECISION: "Precision of the place",
    Facet.ACTOR: "Actor",
    Facet.SOURCE: "Document",
}
FIRST = (Facet.COUNTRY, Facet.TYPE, Facet.STATUS)
MOST_ROWS = {Facet.COUNTRY: 8, Facet.ACTOR: 12}
"""Further rows are folded away under the list."""


def show_rail(state: PageState, opened: OpenBriefing, filters: Filters, found: Narrowing) -> None:
    """Show the lists, what is filtered in words, and the way back."""
    rules: list[str] = []
    for number, facet in enumerate(FIRST):
        st.html(f"<div class='fh{'' if number else ' first'}'>{TITLES[facet]}</div>")
        rules += _show_list(facet, opened, filters, found)
    with st.container(key="railfoot", gap=None):
        # What a click leaves closed is neither made nor sent: a table may have hundreds of actors.
        more = st.popover("More filters", key="more", on_change="rerun")
        with more, st.container(key="morebox", gap=None):
            st.text_input("Words in the text", key=WORDS_KEY, placeholder="All of these words")
            if more.open:
                rules += _show_more(opened, filters, found)
        if said := filter_words(filters, opened.index, opened.country_name):
            st.text(said)
            st.button("Clear filters", key="clear", on_click=lambda: clear_filters(state))
        show_steps(state)
        show_corrections(state, opened)
    if count := len(state.corrections):
        rules.append(f".st-key-fixes button p::after{{content:' ({count})'}}")
    st.html(f"<style>{''.join(rules)}</style>")


def _show_more(opened: OpenBriefing, filters: Filters, found: Narrowing) -> list[str]:
    rules: list[str] = []
    for facet in Facet:
        if facet not in FIRST and len(opened.index.facets[facet].values) > 1:
            st.html(f"<div class='fh'>{TITLES[facet]}</div>")
            rules += _show_list(facet, opened, filters, found)
    return rules


def _show_list(
    facet: Facet, opened: OpenBriefing, filters: Filters, narrowed: Narrowing
) -> list[str]:
    """Show what can be ticked; return the rules that draw counts and glyphs beside it."""
    values = list_values(facet, opened.index)
    found = narrowed.counts(facet)
    ticked, most = filters.ticked.get(facet, ()), MOST_ROWS.get(facet, len(values))
    first = [v for n, v in enumerate(values) if n < most or v in ticked]
    rules = _show_rows(facet, first, opened, found)
    if len(first) == len(values):
        return rules
    # The same words whatever is ticked: with others it would be another list, and closed.
    label = f"Show all {len(values):,}"
    rest = st.expander(label, key=f"rest_{facet.value}", on_change="rerun")
    if rest.open:
        shown = set(first)
        with rest:
            rules += _show_rows(facet, [v for v in values if v not in shown], opened, found)
    return rules


def _show_rows(
    facet: Facet, values: Sequence[str], opened: OpenBriefing, found: dict[str, int]
) -> list[str]:
    """Counts and glyphs are drawn by style: the label alone is what a screen reader says."""
    rules = []
    for value in values:
        key, count = tick_key(facet, value), found.get(value, 0)
        rules.append(f".st-key-{key} p::after{{content:'{count:,}'}}")
        if glyph := glyph_name(facet, value):
            rules.append(f".st-key-{key} p::before{{content:url(/app/static/glyphs/{glyph}.svg)}}")
        if not count:
            rules.append(f".st-key-{key} p{{opacity:.5}}")
        # A tick stays when its list is closed.
        st.checkbox(plain(_label(facet, value, opened)), key=key, persist_state="session")
    return rules


def _label(facet: Facet, value: str, opened: OpenBriefing) -> str:
    if facet is Facet.COUNTRY:
        return opened.country_name(value)
    words = opened.index.labels.get(value) or SHORT_TYPES.get(value, value)
    return words[:1].upper() + words[1:]
