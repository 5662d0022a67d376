"""The real page with an event table open, for the benchmark.

`BRIEFING_BENCH_ROWS` says how many rows; `BRIEFING_BENCH_TABLE` may name a UCDP GED table whose
rows are taken, again and again for the larger sizes. Without it the rows are made up.
"""

from __future__ import annotations

import os
import resource
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
from tests.bench.event_rows import rows_of

if TYPE_CHECKING:
    from dashboard.model import Article


ROWS_A_FILE = 1_000_000
"""In one file, larger than the page takes (50 MB): the rows of several would be proposed as one."""


@st.cache_resource(show_spinner=False)
def load_tables() -> tuple[Article, ...]:
    """Read the tables once, and write down how long that took, how much memory, and where."""
    path, count = os.environ.get("BRIEFING_BENCH_TABLE", ""), int(os.environ["BRIEFING_BENCH_ROWS"])
    tools, start, library = load_page_tools(), time.perf_counter(), load_library()
    lookup = GazetteerLookup(tools.gazetteer, tools.atlas)
    articles: list[Article] = []
    for first in range(0, count, ROWS_A_FILE):
        raw = rows_of(path, min(ROWS_A_FILE, count - first), first=first)
        with collector_at_rest():
            table = read_event_table(raw, file_name=f"rows-{first}.csv", lookup=lookup)
        articles += table.articles
        library.tables[table.articles[0].article_id] = table
    library.articles |= {article.article_id: article for article in articles}
    seconds, peak = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    Path(os.environ["BRIEFING_BENCH_LOG"]).write_text(
        f"{seconds:.1f} {peak} {os.getpid()}", encoding="utf-8"
    )
    return tuple(articles)


st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
with page_stays_alive():
    if "doc" not in st.query_params:
        st.query_params["doc"] = ",".join(a.article_id for a in load_tables())
    show_page()
