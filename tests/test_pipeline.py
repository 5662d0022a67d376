"""The order of the steps: what each is given, and what the briefing says about an empty result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from shapely import box

from dashboard.coding import Coding
from dashboard.gazetteer import Gazetteer, load_gazetteer
from dashboard.geography import Atlas, load_atlas
from dashboard.geoparsing.places import place_of
from dashboard.model import (
    Article,
    Event,
    EventType,
    Flow,
    FlowKind,
    Mention,
    MentionKind,
    Notice,
    NoticeLevel,
    Place,
    Precision,
    Resolution,
    Span,
    Status,
)
from dashboard.pipeline import Tools, join_countries, make_briefing
from dashboard.reading import read_text
from dashboard.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import Polygon

KHUJAND = Place("gn:1514879", "Khujand", 40.283, 69.622, Precision.POINT, "PPLA", ("TJ",))


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load_atlas(Settings().data_dir)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(Settings().data_dir)


@dataclass(frozen=True)
class NamesOnly:
    """A parser that knows one name."""

    name: str
    place: Place

    def parse(self, article: Article) -> tuple[Resolution, ...]:
        at = article.text.find(self.name)
        if at < 0:
            return ()
        mention = Mention(at, at + len(self.name), self.name, MentionKind.TOPONYM)
        return (Resolution(mention, self.place, 0.9, "the only one"),)


@dataclass(frozen=True)
class OneBomb:
    """A coder for which every text with a bomb holds one event."""

    def read(self, article: Article, resolutions: Sequence[Resolution]) -> Coding:
        at = article.text.find("bomb")
        if at < 0:
            return Coding(())
        trigger, whole = Span(at, at + 4), (Span(0, len(article.text)),)
        of_article = article.article_id
        event = Event("E1", of_article, EventType.EXPLOSIONS, "Attack", trigger,
                      Status.REPORTED, whole)  # fmt: skip
        flow = Flow("F1", of_article, FlowKind.SUPPLY, trigger, Status.REPORTED, whole,
                    event_id="E1")  # fmt: skip
        return Coding((event,), (flow,))


@pytest.fixture
def tools(gazetteer: Gazetteer, atlas: Atlas) -> Tools:
    return Tools(gazetteer, atlas, NamesOnly("Khujand", KHUJAND), OneBomb(), atlas.borders())


def test_events_of_several_documents_are_numbered_through(tools: Tools) -> None:
    texts = ("A bomb went off in Khujand.", "Another bomb in Khujand.")
    briefing = make_briefing([read_text(t, doc_id=t[:9]) for t in texts], tools)
    assert [e.event_id for e in briefing.events] == ["E1", "E2"]
    assert [(f.flow_id, f.event_id) for f in briefing.flows] == [("F1", "E1"), ("F2", "E2")]


def test_a_text_without_a_place_is_said_to_have_none(tools: Tools) -> None:
    briefing = make_briefing([read_text("Prices rose again last week.", doc_id="prices")], tools)
    assert [n.text for n in briefing.notices][-1] == (
        "prices: the text names no place that can be drawn."
    )


def test_a_text_with_places_and_no_event_is_said_to_have_none(tools: Tools) -> None:
    briefing = make_briefing([read_text("Khujand lies on the river.", doc_id="river")], tools)
    assert "no event was found" in briefing.notices[-1].text


def test_progress_is_told_in_words_and_reaches_the_end(tools: Tools) -> None:
    told: list[tuple[str, float]] = []
    article = read_text("A bomb went off in Khujand.", doc_id="a")
    make_briefing([article], tools, on_progress=lambda step, share: told.append((step, share)))
    assert told == [("Finding the places", 0.0), ("Coding the events", 0.5), ("Done", 1.0)]


def test_the_same_text_twice_is_one_document(tools: Tools) -> None:
    article = read_text("A bomb went off in Khujand.", doc_id="a")
    briefing = make_briefing([article, article], tools)
    assert len(briefing.articles) == len(briefing.events) == 1


def test_an_area_gets_every_country_it_overlaps(atlas: Atlas) -> None:
    shape = box(69.5, 39.5, 71.5, 40.6)
    valley = Place("region:x", "X", 40, 70.5, Precision.REGION, "valley", geometry=shape)
    mention = Mention(0, 1, "X", MentionKind.TOPONYM)
    (found,) = join_countries([Resolution(mention, valley, 1.0, "x")], atlas.borders())
    assert found.place is not None
    assert set(found.place.countries) == {"TJ", "UZ", "KG"}


@pytest.mark.parametrize("listed", ["khujand", "gn:1514879"])
def test_what_is_on_the_do_not_map_list_is_not_drawn(
    tools: Tools, gazetteer: Gazetteer, listed: str
) -> None:
    strict = Gazetteer(gazetteer.index, withheld=[(listed, "never.txt")])
    article = read_text("A bomb went off in Khujand.", doc_id="a")
    briefing = make_briefing([article], replace(tools, gazetteer=strict))
    (resolution,) = briefing.resolutions[article.article_id]
    assert resolution.not_drawn_because == "on your do-not-map list never.txt"
    assert resolution.place is not None


def test_a_layer_that_could_not_be_opened_is_in_every_briefing(tools: Tools) -> None:
    notice = Notice(NoticeLevel.WARNING, "The layer a.csv is damaged.")
    article = read_text("A bomb went off in Khujand.", doc_id="a")
    assert notice in make_briefing([article], replace(tools, notices=(notice,))).notices


def test_a_town_in_a_disputed_area_says_who_claims_it(atlas: Atlas) -> None:
    srinagar = Place("gn:1255634", "Srinagar", 34.086, 74.806, Precision.POINT, "PPLA", ("IN",))
    mention = Mention(0, 8, "Srinagar", MentionKind.TOPONYM)
    found = [Resolution(mention, srinagar, 1.0, "x")]
    names = {"IN": "India", "PK": "Pakistan"}
    (joined,) = join_countries(found, atlas.borders(), name_of=lambda code: names[code])
    assert joined.place is not None
    assert joined.place.countries == ("IN",)
    assert joined.place.note == "In an area claimed by India and Pakistan"


def test_a_note_on_one_mention_of_a_town_is_no_note_on_the_others(atlas: Atlas) -> None:
    near = replace(KHUJAND, note="Near Khujand: the text says outside it.")
    found = [
        Resolution(Mention(start, start + 7, "Khujand", MentionKind.TOPONYM), place, 1.0, "x")
        for start, place in ((0, KHUJAND), (20, near))
    ]
    joined = join_countries(found, atlas.borders())
    assert [r.place and r.place.note for r in joined] == [None, near.note]


@pytest.mark.parametrize(
    ("region_id", "shape", "words"),
    [
        pytest.param("region:vale", box(74.4, 33.8, 75.2, 34.3), "In an area claimed by", id="all"),
        pytest.param("region:wide", box(73.5, 32.0, 76.5, 34.4), "Partly in an area", id="half"),
    ],
)
def test_an_area_in_disputed_land_says_who_claims_it(
    atlas: Atlas, region_id: str, shape: Polygon, words: str
) -> None:
    area = Place(region_id, "X", 34, 75, Precision.REGION, "valley", ("IN",), geometry=shape)
    mention = Mention(0, 1, "X", MentionKind.TOPONYM)
    (joined,) = join_countries([Resolution(mention, area, 1.0, "x")], atlas.borders())
    assert joined.place is not None
    assert (joined.place.note or "").startswith(words)


def test_a_province_lies_in_its_country_however_outlines_are_drawn(
    atlas: Atlas, gazetteer: Gazetteer
) -> None:
    (kivu,) = [e for e in gazetteer.find("North Kivu") if e.place_id.startswith("province:")]
    place = place_of(kivu, atlas=atlas)
    mention = Mention(0, 10, "North Kivu", MentionKind.TOPONYM)
    (joined,) = join_countries([Resolution(mention, place, 1.0, "x")], atlas.borders())
    assert joined.place is not None
    assert joined.place.countries == ("CD",)
