"""The table, the map's twin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.screen.table import PAGE, Order, highlight_row, table_page, table_rows

if TYPE_CHECKING:
    from dashboard.screen.index import Mask
    from dashboard.screen.table import TablePage
    from dashboard.session import OpenBriefing, PageState

TABLE_KEY, ORDER_KEY, PAGE_KEY = "events", "table_order", "table_page"
ROW_HEIGHT = 30
ROWS_THAT_FIT = 13
WIDTHS = {"Event": 280, "Type": 150, "Sub-type": 170, "When": 150, "Place": 150, "Mark": 110}
"""Of the columns that would be too wide, in pixels."""


def show_table(state: PageState, opened: OpenBriefing, passing: Mask) -> None:
    """Show the events as a table; a chosen row is the selected event everywhere."""
    if not passing.any():
        st.caption("No event passes the filters.")
        return
    page = _ask_page(opened, passing)
    rows = table_rows(page.events, opened.lists.articles, opened.country_name)

    def adopt_row() -> None:
        picked = st.session_state[TABLE_KEY]["selection"]["rows"]
        if picked and picked[0] < len(page.events):
            state.selected = page.events[picked[0]].event_id
            state.told_event += 1

    st.dataframe(
        highlight_row(rows, [e.event_id for e in page.events], state.selected),
        hide_index=True,
        height="content" if len(rows) < ROWS_THAT_FIT else "stretch",
        row_height=ROW_HEIGHT,
        column_config={name: st.column_config.Column(width=wide) for name, wide in WIDTHS.items()},
        key=TABLE_KEY,
        on_select=adopt_row,
        selection_mode="single-row",
    )


def _ask_page(opened: OpenBriefing, passing: Mask) -> TablePage:
    """Return the rows to show; where there are many, ask for their order and the page."""
    total = int(passing.sum())
    if total <= PAGE:
        return table_page(opened.index, passing, Order.TEXT, 0)
    with st.container(key="tablebar", horizontal=True, gap="small", vertical_alignment="center"):
        order = st.selectbox(
            "Sort all rows by", list(Order), key=ORDER_KEY, label_visibility="collapsed", width=190
        )
        last = -(-total // PAGE)
        number = st.number_input(
            f"Page of {last:,}",
            min_value=1,
            max_value=last,
            key=PAGE_KEY,
            label_visibility="collapsed",
            width=130,
        )
        page = table_page(opened.index, passing, order or Order.TEXT, number - 1)
        upto = page.first + len(page.events)
        st.caption(
            f"Rows {page.first + 1:,} to {upto:,} of {page.total:,}, page {page.number + 1:,} of "
            f"{page.pages:,}. Look for words with “More filters”."
        )
    return page
