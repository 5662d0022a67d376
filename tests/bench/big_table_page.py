"""The real page with an event table open, for the benchmark.

`BRIEFING_BENCH_ROWS` says how many rows; `BRIEFING_BENCH_TABLE` may name a UCDP GED table whose
rows are taken, again and again for the larger sizes. Without it the rows are made up.
"""

from __future__ import annotations

import os
import resource
import time
from datetime import date, timedelta
from itertools import cycle, islice
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
    from collections.abc import Iterator

    from dashboard.model import Article

COLUMNS = (
    "id,type_of_violence,dyad_name,side_a,side_b,source_headline,where_prec,where_coordinates,"
    "adm_1,latitude,longitude,country,date_prec,date_start,date_end,low,best,high"
)
PLACES = 3_001


def made_up_rows() -> Iterator[str]:
    """Yield rows for ever, over some three thousand places and four years."""
    number = 0
    while True:
        spot, day = number * 7919 % PLACES, date(2020, 1, 1) + timedelta(days=number % 1461)
        lat, lon = 31 + spot * 37 % 1009 / 100, 60 + spot * 53 % 1499 / 100
        kind = 3 if number % 7 == 0 else 1 + number % 2
        yield (
            f"{number},{kind},Hill guards - Valley band,Hill guards,Valley band,"
            f"Shots were heard near spot {spot},1,Spot {spot},,{lat},{lon},Afghanistan,1,"
            f"{day},{day},{number % 9},{number % 9},{number % 9}"
        )
        number += 1


def rows_of(path: str, count: int) -> bytes:
    """Return a table of so many rows, each with an id of its own."""
    if not path:
        return "\n".join((COLUMNS, *islice(made_up_rows(), count))).encode()
    head, *rows = Path(path).read_text(encoding="utf-8").splitlines()
    whole = [row for row in rows if row[:1].isdigit() and row.count(",") >= head.count(",")]
    numbered = (f"{n},{row.partition(',')[2]}" for n, row in enumerate(cycle(whole)))
    return "\n".join((head, *islice(numbered, count))).encode()


@st.cache_resource(show_spinner=False)
def load_table() -> Article:
    """Read the table once, and say on the server's log how long that took."""
    raw = rows_of(
        os.environ.get("BRIEFING_BENCH_TABLE", ""), int(os.environ["BRIEFING_BENCH_ROWS"])
    )
    tools, start = load_page_tools(), time.perf_counter()
    with collector_at_rest():
        table = read_event_table(
            raw, file_name="rows.csv", lookup=GazetteerLookup(tools.gazetteer, tools.atlas)
        )
    library, (article,) = load_library(), table.articles
    library.tables[article.article_id] = table
    library.articles[article.article_id] = article
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    Path(os.environ["BRIEFING_BENCH_LOG"]).write_text(
        f"{time.perf_counter() - start:.1f} {peak}", encoding="utf-8"
    )
    return article


st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
with page_stays_alive():
    if "doc" not in st.query_params:
        st.query_params["doc"] = load_table().article_id
    show_page()
