"""The real page with an event table open, for the benchmark: `BRIEFING_BENCH_ROWS` names it."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.exchange.event_tables import read_event_table
from dashboard.exchange.row_places import GazetteerLookup
from dashboard.session.collector import collector_at_rest
from dashboard.session.library import load_library
from dashboard.session.tools import load_page_tools
from dashboard.views.boundary import page_stays_alive
from dashboard.views.page import show_page

if TYPE_CHECKING:
    from dashboard.model import Article


@st.cache_resource(show_spinner=False)
def load_table() -> Article:
    """Read the table once, and write down how long that took, and where."""
    tools, start = load_page_tools(), time.perf_counter()
    path = Path(os.environ["BRIEFING_BENCH_ROWS"])
    lookup = GazetteerLookup(tools.gazetteer, tools.atlas)
    with collector_at_rest():
        table = read_event_table(path.read_bytes(), file_name=path.name, lookup=lookup)
    (article,) = table.articles
    library = load_library()
    library.tables[article.article_id] = table
    library.articles[article.article_id] = article
    told = f"{time.perf_counter() - start:.1f} {os.getpid()}"
    Path(os.environ["BRIEFING_BENCH_LOG"]).write_text(told, encoding="utf-8")
    return article


st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
with page_stays_alive():
    if "doc" not in st.query_params:
        st.query_params["doc"] = load_table().article_id
    show_page()
