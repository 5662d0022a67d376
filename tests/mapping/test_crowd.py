"""A crowd travels as columns: little to send, nothing lost, the picked one in full."""

from collections import Counter
from dataclasses import replace

import numpy as np

from dashboard.mapping import MapView
from dashboard.mapping.cells import ALONE_LIMIT, Look
from dashboard.mapping.columns import MarkColumns, Numbers, lay_out_marks
from dashboard.mapping.crowd import LIMIT, SINGLE_LIMIT, CrowdView, crowd_of
from dashboard.mapping.group_lists import GroupAsked, list_page
from dashboard.mapping.layers import embed_json
from dashboard.mapping.payload import payload_of
from dashboard.mapping.view import Bounds
from dashboard.model import Article, When
from tests.samples import sample_briefing, sample_crowd


def view_of(count: int, *, picked: str | None = None) -> MapView:
    briefing = sample_crowd(count)
    return MapView("crowd", briefing, briefing.events, picked=picked)


def test_few_marks_are_sent_with_their_cards() -> None:
    payload = payload_of(view_of(LIMIT))

    assert payload["crowd"] is None
    assert len(payload["events"]) == LIMIT


def test_few_out_of_many_are_shown_as_if_nothing_had_been_laid_out() -> None:
    briefing = sample_crowd(1_000)
    passing = np.arange(1_000) % 100 == 3
    shown = briefing.events[3::100]
    plain = MapView("crowd", briefing, shown, focus=("TJ",), frame=Bounds(30, 60, 40, 70))

    laid_out = replace(plain, crowd=CrowdView(lay_out_marks(briefing), passing))

    assert payload_of(laid_out) == payload_of(plain)
    assert payload_of(replace(laid_out, is_bare=True))["events"] == []


def test_few_out_of_many_do_not_stand_among_rings_of_all_the_others() -> None:
    briefing = sample_crowd(1_000)
    marks = lay_out_marks(briefing)
    table = CrowdView(replace(marks, named=marks.places), np.arange(1_000) % 100 == 3)
    assert len(marks.places) > LIMIT

    payload = payload_of(MapView("crowd", briefing, briefing.events[3::100], crowd=table))

    points = [place for place in payload["places"] if place["form"] == "point"]
    assert [place["quiet"] for place in points] == [False] * len(points)
    assert payload["towns"] == sorted(place["name"] for place in points)


def test_many_marks_are_sent_as_columns_of_the_same_length() -> None:
    view = view_of(LIMIT + 1)

    crowd = payload_of(view)["crowd"]

    columns = ("at", "type", "status", "from", "days", "id", "title")
    assert {len(crowd[name]) for name in columns} == {LIMIT + 1}
    assert crowd["prefix"] + crowd["id"][7] == view.shown[7].event_id
    assert crowd["types"][crowd["type"][7]] == view.shown[7].type
    assert crowd["places"]["name"][crowd["at"][7]] == view.shown[7].places[0].place.name


def test_event_without_a_date_has_none_in_its_columns() -> None:
    briefing = sample_crowd(2)
    undated = replace(briefing.events[1], when=When())
    shown = replace(briefing, events=(briefing.events[0], undated))

    crowd = payload_of(MapView("crowd", shown, shown.events), crowd_above=1)["crowd"]

    assert crowd["from"] == [18262, None]
    assert crowd["days"] == [0, 0]


def test_only_the_picked_event_brings_its_words() -> None:
    view = view_of(LIMIT + 1, picked="E9")

    payload = payload_of(view)

    assert payload["events"] == []
    assert payload["card"]["id"] == "E9"


def test_only_places_that_are_no_points_bring_their_outlines() -> None:
    places = payload_of(view_of(1_000))["places"]

    assert {place["name"] for place in places} == {"Rasht Valley", "Uzbekistan"}


def test_ten_thousand_events_stay_under_600_kilobytes() -> None:
    assert len(embed_json(payload_of(view_of(10_000)))) < 600_000


def many(count: int) -> tuple[MarkColumns, dict[str, Article]]:
    briefing = sample_crowd(count)
    return lay_out_marks(briefing), {a.article_id: a for a in briefing.articles}


def all_rows(marks: MarkColumns) -> Numbers:
    return marks.rows(np.ones(len(marks.events), dtype=np.bool_))


FAR_OUT = Look(55, 25, 80, 46, 4)
CLOSE_UP = Look(62.0, 33.0, 62.6, 33.4, 10)


def test_more_than_can_be_sent_singly_are_grouped_by_zoom_and_counted_by_type() -> None:
    count = SINGLE_LIMIT + 1
    marks, articles = many(count)

    crowd = crowd_of(marks, all_rows(marks), articles, FAR_OUT)

    assert sum(crowd["weight"]) == count
    assert {"point", "region", "country"} == set(crowd["places"]["form"])
    assert len(crowd["at"]) < count / 2
    assert len(embed_json(crowd)) < 600_000
    assert crowd["seen"][4] == 4


def test_near_enough_the_marks_in_view_are_sent_one_by_one() -> None:
    marks, articles = many(SINGLE_LIMIT + 1)

    crowd = crowd_of(marks, all_rows(marks), articles, CLOSE_UP)

    single = [each for each in crowd["id"] if each is not None]
    assert 0 < len(single) <= ALONE_LIMIT
    kinds = {status for status, each in zip(crowd["status"], crowd["id"], strict=True) if each}
    assert None not in kinds, "a single mark has its true status"


def test_a_mark_alone_in_its_cell_is_a_mark_and_no_group() -> None:
    marks, articles = many(SINGLE_LIMIT + 1)

    crowd = crowd_of(marks, all_rows(marks), articles, replace(FAR_OUT, zoom=9))

    cells = {n for n, place in enumerate(crowd["places"]["id"]) if place.startswith("cell:")}
    weights = Counter[int]()
    for place, weight in zip(crowd["at"], crowd["weight"], strict=True):
        weights[place] += weight
    assert cells
    assert all(weights[cell] > 1 for cell in cells)


def test_the_list_of_a_group_comes_in_pages_with_the_newest_first() -> None:
    marks, articles = many(SINGLE_LIMIT + 1)
    rows = all_rows(marks)
    crowd = crowd_of(marks, rows, articles, FAR_OUT)
    at = crowd["weight"].index(max(crowd["weight"]))
    cell = crowd["places"]["id"][crowd["at"][at]]
    total = sum(
        w for w, a in zip(crowd["weight"], crowd["at"], strict=True) if a == crowd["at"][at]
    )

    first = list_page(marks, rows, GroupAsked("k", frozenset({cell})), articles)
    last = list_page(marks, rows, GroupAsked("k", frozenset({cell}), 9999), articles)

    assert (first["total"], len(first["events"]), first["page"]) == (total, 50, 0)
    assert last["page"] == last["pages"] - 1
    assert len(last["events"]) == (total % 50 or 50)


def test_a_group_of_places_is_listed_by_their_ids() -> None:
    briefing = sample_briefing()
    marks = lay_out_marks(briefing)
    asked = GroupAsked("k", frozenset({"gn:1221874"}))
    articles = {a.article_id: a for a in briefing.articles}

    listed = list_page(marks, all_rows(marks), asked, articles)

    assert [event["title"] for event in listed["events"]] == [
        "arrested four men",
        "grenade went off",
    ]
