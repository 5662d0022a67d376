"""Read, recognise, resolve, join, code: the only place that calls the steps in order."""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

import geopandas as gpd
from shapely import Point

from dashboard.coding import Coding, EventCoder, MappedGround, propose_same
from dashboard.gazetteer import Gazetteer, load_gazetteer
from dashboard.gazetteer.shelf import Shelf
from dashboard.geography import Atlas, join_borders, load_atlas
from dashboard.geoparsing import Geoparser, load_language
from dashboard.model import (
    Article,
    Briefing,
    Event,
    Flow,
    NoMark,
    Notice,
    NoticeLevel,
    Place,
    Precision,
    Resolution,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dashboard.settings import Settings

    OnProgress = Callable[[str, float], None]

WGS84 = "EPSG:4326"
PARTLY_CLAIMED, MOSTLY_CLAIMED = 0.1, 0.8
"""From these shares of its area on, a place is partly, and wholly, in a disputed area."""


class Parser(Protocol):
    """Finds and resolves the places of an article."""

    def parse(self, article: Article) -> tuple[Resolution, ...]:
        """Return every place word of the article, in the order of the text."""


class Coder(Protocol):
    """Finds the events and the movements of an article."""

    def read(self, article: Article, resolutions: Sequence[Resolution]) -> Coding:
        """Return the events and the movements of the article, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What is loaded once and used for every document."""

    gazetteer: Gazetteer
    atlas: Atlas
    geoparser: Parser
    coder: Coder
    borders: gpd.GeoDataFrame
    notices: tuple[Notice, ...] = ()
    """What could not be loaded; part of every briefing."""

    def country_name(self, code: str) -> str:
        """Return a country's name; a code that the gazetteer lacks stands for itself."""
        return self.gazetteer.country_name(code)


def load_tools(settings: Settings) -> Tools:
    """
    Load the language model, the gazetteer and the layers; about two seconds.

    Raises `DataError` when a built layer is missing.
    """
    own = Shelf(settings.layers_dir).load_layers()
    gazetteer = load_gazetteer(settings.data_dir, layers=own.layers, withheld=own.withheld)
    atlas = load_atlas(settings.data_dir)
    # Beside each other: one is read by C++ from Parquet, the other by Python.
    with ThreadPoolExecutor(max_workers=1) as beside:
        borders = beside.submit(atlas.borders)
        language = load_language()
    tools = Tools(
        gazetteer,
        atlas,
        Geoparser(language, gazetteer, atlas),
        EventCoder(language, ground=MappedGround(gazetteer, atlas)),
        borders.result(),
        tuple(Notice(NoticeLevel.WARNING, problem) for problem in own.problems),
    )
    gc.freeze()  # all of this stays: the collector need not walk through it again
    return tools


def make_briefing(
    articles: Iterable[Article], tools: Tools, *, on_progress: OnProgress | None = None
) -> Briefing:
    """
    Return everything that is read out of the articles.

    `on_progress` is told, in words and as a share from 0 to 1, how far the work is. The same text
    given twice is one document. An article without a place or an event gets a notice.
    """
    told = on_progress or _say_nothing
    documents = tuple({a.article_id: a for a in articles}.values())
    resolutions: dict[str, tuple[Resolution, ...]] = {}
    events: list[Event] = []
    flows: list[Flow] = []
    for number, article in enumerate(documents):
        share = number / len(documents)
        told("Finding the places", share)
        found = withhold(tools.geoparser.parse(article), tools.gazetteer)
        found = join_countries(found, tools.borders, name_of=tools.country_name)
        resolutions[article.article_id] = found
        told("Coding the events", share + 0.5 / len(documents))
        coding = _numbered(tools.coder.read(article, found), events=len(events), flows=len(flows))
        events += coding.events
        flows += coding.flows
    told("Done", 1.0)
    notices = [*tools.notices, *(n for a in documents for n in a.notices)]
    notices += _notice_empty(documents, resolutions, events)
    same = propose_same(documents, events)
    return Briefing(documents, resolutions, tuple(events), tuple(notices), tuple(flows), same)


def withhold(resolutions: Sequence[Resolution], gazetteer: Gazetteer) -> tuple[Resolution, ...]:
    """Return the resolutions, those that the user never wants mapped not drawn any more."""
    return tuple(_withheld(r, gazetteer) for r in resolutions)


def _withheld(resolution: Resolution, gazetteer: Gazetteer) -> Resolution:
    if resolution.place is None or not resolution.is_drawn:
        return resolution
    place = resolution.place
    reason = gazetteer.withheld_because(resolution.mention.surface, place.name, place.place_id)
    if reason is None:
        return resolution
    return replace(resolution, not_drawn_because=reason, no_mark=NoMark.WITHHELD)


def join_countries(
    resolutions: Sequence[Resolution],
    borders: gpd.GeoDataFrame,
    *,
    name_of: Callable[[str], str] = str,
) -> tuple[Resolution, ...]:
    """
    Return the resolutions with the countries that their places really touch.

    A point gets its one home country, an area every country it overlaps; the rules stand in
    `dashboard.geography.borders`. A place whose shape lies in no country keeps what it had, a
    province its country. What lies in a disputed area, or much of it, says in its note who claims
    it; `name_of` names a country.
    """
    places = {r.place.place_id: r.place for r in resolutions if r.place is not None}
    open_places = [p for p in places.values() if not _is_defined(p)]
    if not open_places:
        return tuple(resolutions)
    rows = join_borders(_frame_of(open_places), borders).itertuples()
    located = {row.place_id: row for row in rows}
    return tuple(_located(r, located, name_of) for r in resolutions)


def _located(
    resolution: Resolution, rows: Mapping[str, Any], name_of: Callable[[str], str]
) -> Resolution:
    """Return the resolution with what the join says of its place, and its own note kept."""
    place = resolution.place
    row = rows.get(place.place_id) if place is not None else None
    if place is None or row is None:
        return resolution
    note = _claimed(place, [name_of(code) for code in row.claimants], row.claimed_share)
    countries = place.countries if _is_division(place) else row.countries or place.countries
    return replace(resolution, place=replace(place, countries=countries, note=note))


def _claimed(place: Place, claimants: Sequence[str], share: float) -> str | None:
    """Return the place's note with who claims it, if it lies in a disputed area or much of it."""
    if len(claimants) < 2 or share < PARTLY_CLAIMED:
        return place.note
    *others, last = claimants
    how = "In" if share >= MOSTLY_CLAIMED else "Partly in"
    claim = f"{how} an area claimed by {', '.join(others)} and {last}"
    return f"{place.note}; {claim}" if place.note else claim


def _is_division(place: Place) -> bool:
    """Whether a place is a province, which lies in its country however outlines are drawn."""
    return place.place_id.startswith("province:") and place.country is not None


def _is_defined(place: Place) -> bool:
    """
    Whether a place's countries follow from what it is, whatever outlines say.

    A country is itself, a border lies between its two, the south of a country lies in it and a
    grouping is the list of its members.
    """
    by_name = place.place_id.startswith(("country:", "border:", "part:"))
    return bool(place.countries) and (by_name or place.precision is Precision.MULTI_COUNTRY)


def _frame_of(rows: Sequence[Place]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(
        {"place_id": [p.place_id for p in rows], "stated": [p.country for p in rows]},
        geometry=[p.geometry if p.geometry is not None else Point(p.lon, p.lat) for p in rows],
        crs=WGS84,
    )


def _numbered(coding: Coding, *, events: int, flows: int) -> Coding:
    """Return a coding with ids that are unique over all the documents: E1, E2 …, F1, F2 …."""
    ids = {e.event_id: f"E{n}" for n, e in enumerate(coding.events, events + 1)}
    return Coding(
        tuple(replace(event, event_id=ids[event.event_id]) for event in coding.events),
        tuple(
            replace(flow, flow_id=f"F{n}", event_id=ids.get(flow.event_id or ""))
            for n, flow in enumerate(coding.flows, flows + 1)
        ),
    )


def _notice_empty(
    articles: Sequence[Article],
    resolutions: Mapping[str, tuple[Resolution, ...]],
    events: Sequence[Event],
) -> Iterable[Notice]:
    with_events = {e.article_id for e in events}
    for article in articles:
        if not any(r.is_drawn for r in resolutions[article.article_id]):
            text = f"{article.doc_id}: the text names no place that can be drawn."
        elif article.article_id not in with_events:
            text = f"{article.doc_id}: no event was found; the map shows the places it names."
        else:
            continue
        yield Notice(NoticeLevel.WARNING, text, article_id=article.article_id)


def _say_nothing(_step: str, _share: float) -> None:
    return
