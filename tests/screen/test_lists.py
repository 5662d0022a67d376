"""The lists, the table and the timeline of a large table: only what is near is sent."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from dashboard.model import Article, Briefing, DatePrecision, SameEvent, Span, When
from dashboard.screen.article_pages import page_articles
from dashboard.screen.filters import Filters, narrow, select
from dashboard.screen.index import Facet, day_number, index_events
from dashboard.screen.lists import (
    EVENTS,
    PAGE,
    EventLists,
    Wish,
    event_row,
    list_events,
    pack_mask,
)
from dashboard.screen.table import Order, table_page, table_rows
from dashboard.screen.timeline import BINS, count_intervals, make_scale, timeline_json
from tests.samples import sample_article, sample_briefing, sample_crowd

COUNT = 3_000
CROWD = sample_crowd(COUNT)
INDEX = index_events(CROWD)
ALL = select(INDEX, Filters())


def lists_of(briefing: Briefing) -> EventLists:
    index = index_events(briefing)
    return list_events(briefing, index, make_scale(index, None))


def test_only_the_beginning_of_a_long_list_is_sent() -> None:
    first = lists_of(CROWD).first(ALL)
    assert first["events"]["total"] == COUNT  # type: ignore[index]
    assert len(first["events"]["rows"]) == PAGE  # type: ignore[index]
    assert len(json.dumps(first)) < 60_000


def test_more_of_a_list_goes_on_where_it_ended_and_nothing_comes_twice() -> None:
    lists = lists_of(CROWD)
    first = lists.first(ALL)
    more = lists.more(ALL, Wish(EVENTS, PAGE, first["stamp"]))  # type: ignore[arg-type]
    seen = [row["id"] for row in (*first["events"]["rows"], *more["rows"])]  # type: ignore[index,misc]
    assert len(set(seen)) == 2 * PAGE


def test_events_that_pass_are_one_bit_each_by_the_number_that_the_text_carries() -> None:
    briefing = sample_briefing()
    [pages] = page_articles(briefing).values()
    numbers = {e: glyph["n"] for e, glyph in pages.page(0)["events"].items()}  # type: ignore[attr-defined]
    third = briefing.events[2].event_id

    passing = np.array([e.event_id == third for e in briefing.events])

    assert pack_mask(passing) == b64encode(bytes([0b00100000, 0])).decode()
    assert numbers[third] == 2


def test_the_newest_come_first_and_the_undated_last() -> None:
    lists = lists_of(sample_briefing())
    rows = lists.first(np.ones(15, dtype=np.bool_))["events"]["rows"]  # type: ignore[index]
    assert [row["group"] for row in rows[:2]] == ["Ahead", "Ahead"]
    assert rows[-1]["when"] == "No date in the text"


def test_events_without_a_mark_are_listed_by_their_reason() -> None:
    [group] = lists_of(sample_briefing()).first(np.ones(15, dtype=np.bool_))["unmarked"]  # type: ignore[misc]
    assert (group["why"], group["total"]) == ("The text names no place", 1)
    assert group["rows"][0]["id"] == "E15"


def test_an_event_that_may_be_another_one_says_so_until_somebody_decides() -> None:
    proposal = SameEvent("E3", "E4", 0.7, "same day, same town")
    for decided, said in ((None, ["E3", "E4"]), (True, []), (False, [])):
        briefing = replace(sample_briefing(), same=(replace(proposal, is_same=decided),))
        rows = lists_of(briefing).first(np.ones(15, dtype=np.bool_))["events"]["rows"]  # type: ignore[index]
        assert sorted(row["id"] for row in rows if row["twin"]) == said


def test_a_machine_coded_row_says_so_in_list_and_table() -> None:
    event = replace(sample_briefing().events[0], coded_by="GDELT, coded by a machine")
    assert event_row(event, sample_article())["coded"] == "GDELT, coded by a machine"
    [row] = table_rows([event], {}, str)
    assert row["Coded by"] == "GDELT, coded by a machine"


def test_a_short_document_is_sent_whole_and_a_long_one_in_pages_that_lose_nothing() -> None:
    text = "\n\n".join(f"Paragraph {n} says a thing or two about nothing." for n in range(5_000))
    article = replace(sample_article(), text=text, zones=())
    [pages] = page_articles(Briefing((article,), {}, ())).values()
    assert len(pages.spans) > 10
    assert [s.start for s in pages.spans[1:]] == [s.end for s in pages.spans[:-1]]
    shown = [
        "".join(str(run["t"]) for run in block["runs"])
        for n in range(len(pages.spans))
        for block in pages.page(n)["blocks"]  # type: ignore[attr-defined]
    ]
    assert shown == text.split("\n\n")
    [whole] = page_articles(sample_briefing()).values()
    assert whole.spans == (Span(0, len(sample_article().text)),)


def test_the_page_of_an_event_has_its_words_marked() -> None:
    text = "\n\n".join(f"A bus burned in town {n}." for n in range(8_000))
    article = replace(sample_article(), text=text, zones=())
    at = text.index("burned in town 7000.")
    event = replace(sample_briefing().events[0], trigger=Span(at, at + 6), evidence=(), places=())
    [pages] = page_articles(Briefing((article,), {}, (event,))).values()
    page = pages.page(pages.page_of(event))
    assert list(page["events"]) == [event.event_id]  # type: ignore[call-overload]


def test_the_table_is_sorted_over_all_its_pages() -> None:
    first = table_page(INDEX, ALL, Order.OLDEST, 0)
    last = table_page(INDEX, ALL, Order.OLDEST, 99)
    assert (first.pages, first.total, first.number, last.number) == (6, COUNT, 0, 5)
    days = [e.when.start for e in (*first.events, *last.events)]
    assert days == sorted(days)  # type: ignore[type-var]


@pytest.mark.parametrize("order", list(Order))
def test_every_order_keeps_every_row(order: Order) -> None:
    index = index_events(sample_briefing())
    page = table_page(index, select(index, Filters()), order, 0)
    assert {e.event_id for e in page.events} == {e.event_id for e in index.events}


def test_most_killed_first_and_not_stated_last() -> None:
    index = index_events(sample_briefing())
    events = table_page(index, select(index, Filters()), Order.DEADLIEST, 0).events
    assert [e.event_id for e in events[:2]] == ["E10", "E1"]
    assert events[-1].killed.low is None


def test_the_table_has_the_same_events_in_words() -> None:
    briefing = sample_briefing()
    articles: dict[str, Article] = {a.article_id: a for a in briefing.articles}
    rows = table_rows(briefing.events, articles, lambda code: {"TJ": "Tajikistan"}.get(code, code))
    assert len(rows) == 15
    assert rows[0]["Killed"] == "5 to 9"
    assert rows[0]["Country"] == "Tajikistan"
    assert (rows[14]["Place"], rows[14]["Mark"]) == ("not stated", "The text names no place")


def test_a_crowd_is_a_histogram_whose_bars_add_up_to_the_events() -> None:
    scale = make_scale(INDEX, None)
    made = timeline_json(INDEX, ALL, scale, {})
    counts = np.array(made["bins"]["counts"])  # type: ignore[index]
    assert made["bars"] is None
    assert counts.shape == (len(INDEX.facets[Facet.TYPE].values), BINS)
    assert counts.sum() == pytest.approx(COUNT, rel=0.01)
    assert len(json.dumps(made)) < 30_000


def test_a_vague_event_is_shared_out_over_the_bars_that_it_touches() -> None:
    year = When(DatePrecision.YEAR, date(2024, 1, 1), date(2024, 12, 31))
    one = When(DatePrecision.DAY, date(2024, 6, 1), date(2024, 6, 1))
    event = sample_briefing().events[0]
    briefing = Briefing((), {}, (replace(event, when=year), replace(event, event_id="b", when=one)))
    index = index_events(briefing)
    scale = make_scale(index, None)
    assert scale is not None
    counts = np.array(count_intervals(index, np.arange(2), scale)["counts"])
    assert counts.max() == pytest.approx(1 + 1 / BINS, abs=0.02)
    assert (counts > 0).sum() == BINS


def test_few_events_are_bars_with_their_words() -> None:
    index = index_events(sample_briefing())
    articles = {a.article_id: a for a in sample_briefing().articles}
    made = timeline_json(index, select(index, Filters()), make_scale(index, None), articles)
    assert made["bins"] is None
    assert made["undated"] == 8
    assert made["bars"][0]["title"] == "Fought an armed band"  # type: ignore[index]


def test_counts_of_a_facet_are_those_of_single_events() -> None:
    first = day_number(date(2020, 1, 1))
    filters = Filters({Facet.STATUS: ("reported",)}, period=(first, first + 99), words="market")
    counted = narrow(INDEX, filters).counts(Facet.TYPE)
    passing = select(INDEX, filters)
    assert sum(counted.values()) == int(passing.sum())
