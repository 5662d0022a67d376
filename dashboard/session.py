"""What outlives a run of the page: caches for everybody, and the state of one browser tab."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.exchange.event_tables import read_event_table, tell_dataset
from dashboard.exchange.joining import join_briefings
from dashboard.exchange.row_places import GazetteerLookup
from dashboard.gazetteer import geocoder
from dashboard.gazetteer.shelf import Shelf
from dashboard.model import Article, Briefing, ReadingError
from dashboard.pipeline import Tools, load_tools, make_briefing
from dashboard.reading import read_document, read_text
from dashboard.screen.filters import Filters, chosen
from dashboard.screen.flows import select_flows
from dashboard.screen.index import EventIndex, Mask, index_events
from dashboard.screen.overlays import OwnLayers
from dashboard.screen.pane import document_json, latest_date
from dashboard.screen.sentences import filter_words
from dashboard.screen.timeline import Scale, make_scale
from dashboard.settings import Settings
from dashboard.slides.studio import Studio, load_studio

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

TABLES = (".csv", ".tsv")
READABLE = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")
NOT_ARTICLES = {"sources.md", "readme.md"}
MOST_KEPT = 24
"""Briefings kept in memory; the one unused for longest goes first."""
PASTED = "pasted text"
UNMARKED = Settings().handling


@dataclass(frozen=True, slots=True, eq=False)
class OpenBriefing:
    """A briefing with what is computed from it once and for every tab."""

    key: str
    briefing: Briefing
    index: EventIndex
    scale: Scale | None
    document: dict[str, object]
    country_names: dict[str, str]

    def country_name(self, code: str) -> str:
        """Return a country's name; a code that the gazetteer lacks stands for itself."""
        return self.country_names.get(code, code)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader asked to open: files and pasted text, or a document of the seeds folder."""

    files: tuple[tuple[str, bytes], ...] = ()
    pasted: str = ""
    seed: Path | None = None
    is_added: bool = False
    """Whether it joins the documents that are open, rather than taking their place."""


@dataclass(frozen=True, slots=True)
class OnScreen:
    """What passes the filters, for the exports."""

    briefing: Briefing
    filter_words: str | None


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view under a name: what its link would say; the browser keeps its frame by the key."""

    key: str
    name: str
    query: dict[str, str]


@dataclass(slots=True)
class PageState:
    """The state of one browser tab, apart from the widgets' own."""

    articles: tuple[Article, ...] = ()
    example: tuple[str, ...] = ()
    """The document that opens by itself; a link names only others."""
    wanted: Wanted | None = None
    handling: str = UNMARKED
    period: tuple[int, int] | None = None
    selected: str | None = None
    told_period: int = 0
    told_event: int = 0
    """Rises when Python, not the reader's hand, sets it: timeline or pane then adopt it."""
    is_new: bool = False
    is_presenting: bool = False
    is_online: bool = False
    """Whether a place looked up by hand may be asked for online; only the reader turns it on."""
    has_gone_online: bool = False
    on_screen: OnScreen | None = None
    views: list[SavedView] = field(default_factory=list)
    own: OwnLayers = field(default_factory=OwnLayers)
    views_kept: int = 0
    view_at: int = -1
    """The view that was last kept or gone to."""
    told_view: int = 0
    problems: tuple[str, ...] = ()
    written: dict[str, str] = field(default_factory=dict)
    """The query last read from or written to the address bar."""
    asked: dict[str, str] | None = None
    """A query that the reader went to: by Back or Forward, or by a kept view."""
    is_started: bool = False


@dataclass(slots=True)
class _Shelf:
    """Briefings by key. One article is read at a time: the language model is not for threads."""

    kept: OrderedDict[str, OpenBriefing] = field(default_factory=OrderedDict)
    articles: dict[str, Article] = field(default_factory=dict)
    """Every document that was opened since the start, so that a link to it works."""
    tables: dict[str, Briefing] = field(default_factory=dict)
    """Event tables of others, by the id of their article: coded already, so not read anew."""
    lock: Lock = field(default_factory=Lock)


@st.cache_resource(show_spinner=False)
def load_settings() -> Settings:
    """Return the settings of this deployment."""
    return Settings()


@st.cache_resource(show_spinner=False)
def load_page_tools() -> Tools:
    """Return language model, gazetteer and atlas, loaded once for everybody."""
    return load_tools(load_settings())


@st.cache_resource(show_spinner="Loading the layers for slides")
def load_page_studio() -> Studio:
    """Return what slides are drawn from, loaded when the first one is asked for."""
    settings = load_settings()
    return load_studio(settings.data_dir, settings.static_dir, load_page_tools())


@st.cache_resource(show_spinner=False)
def _shelf() -> _Shelf:
    return _Shelf()


def own_layers() -> Shelf:
    """Return the shelf of the user's own place data."""
    near = load_page_tools().gazetteer.index.nearest_km
    return Shelf(load_settings().layers_dir, nearest_km=near)


def look_up(query: str, state: PageState) -> tuple[geocoder.FoundPlace, ...]:
    """Return what is known under a name; asked online only where the reader allows it."""
    online = _online_search() if state.is_online else None
    state.has_gone_online |= state.is_online
    return geocoder.find_places(
        query, geocoder.LocalGeocoder(load_page_tools().gazetteer), online=online
    )


@st.cache_resource(show_spinner=False)
def _online_search() -> geocoder.OnlineFallback:
    return geocoder.OnlineFallback(geocoder.LocalGeocoder(load_page_tools().gazetteer))


def forget_places() -> None:
    """Have the gazetteer opened anew with its layers as they are now, and every document reread."""
    shelf = _shelf()
    with shelf.lock:
        load_page_tools().gazetteer.close()
        load_page_tools.clear()
        _online_search.clear()
        shelf.kept.clear()


def page_state() -> PageState:
    """Return the state of this tab."""
    state: PageState = st.session_state.setdefault("page", PageState())
    return state


def open_briefing(
    articles: Sequence[Article], *, on_progress: Callable[[str, float], None]
) -> OpenBriefing:
    """Return the briefing of some articles; the same articles are read only once."""
    key = "-".join(a.article_id for a in articles)
    shelf = _shelf()
    with shelf.lock:
        shelf.articles |= {a.article_id: a for a in articles}
        if key not in shelf.kept:
            shelf.kept[key] = _make(key, articles, on_progress)
            while len(shelf.kept) > MOST_KEPT:
                shelf.kept.popitem(last=False)
        shelf.kept.move_to_end(key)
        return shelf.kept[key]


def _make(
    key: str, articles: Sequence[Article], on_progress: Callable[[str, float], None]
) -> OpenBriefing:
    tools = load_page_tools()
    tables = _shelf().tables
    texts = [article for article in articles if article.article_id not in tables]
    parts = [tables[a.article_id] for a in articles if a.article_id in tables]
    if texts:
        parts = [make_briefing(texts, tools, on_progress=on_progress), *parts]
    briefing = join_briefings(parts)
    index = index_events(briefing)
    scale = make_scale(index, latest_date(briefing))
    codes = {c for e in briefing.events for p in e.places for c in p.place.countries}
    entries = {code: tools.gazetteer.country(code) for code in codes}
    return OpenBriefing(
        key=key or "empty",
        briefing=briefing,
        index=index,
        scale=scale,
        document=document_json(briefing, index, scale) | {"version": key or "empty"},
        country_names={code: entry.name for code, entry in entries.items() if entry},
    )


def take_screen(opened: OpenBriefing, filters: Filters, passing: Mask) -> OnScreen:
    """Return the briefing cut down to the events that pass the filters."""
    events = chosen(opened.index, passing)
    flows = select_flows(
        opened.briefing.flows,
        filters,
        event_ids={event.event_id for event in events},
        articles=opened.briefing.articles,
    )
    shown = replace(opened.briefing, events=events, flows=flows)
    return OnScreen(shown, filter_words(filters, opened.index, opened.country_name))


def known_articles(article_ids: Iterable[str]) -> tuple[Article, ...]:
    """Return those of some documents that were opened since the start, or lie in seeds."""
    known = _shelf().articles
    wanted = [i for i in article_ids if i not in known]
    seeds = {a.article_id: a for a in map(read_seed, list_seeds())} if wanted else {}
    every = known | seeds
    return tuple(every[i] for i in article_ids if i in every)


def list_seeds() -> tuple[Path, ...]:
    """Return the documents in the seeds folder, the shipped example first."""
    settings = load_settings()
    found = [p for p in settings.seeds_dir.glob("*") if p.suffix.lower() in READABLE]
    articles = [p for p in found if p.name.lower() not in NOT_ARTICLES]
    return tuple(sorted(articles, key=lambda p: (p.name != settings.example, p.name)))


@st.cache_resource(show_spinner=False, max_entries=MOST_KEPT)
def _read_seed(path: Path, modified_ns: int) -> Article:
    del modified_ns  # part of the cache's key: a changed file is read anew
    return read_document(path.read_bytes(), file_name=path.name)


def read_seed(path: Path) -> Article:
    """Return a document of the seeds folder."""
    return _read_seed(path, path.stat().st_mtime_ns)


def read_sources(wanted: Wanted) -> tuple[tuple[Article, ...], tuple[str, ...]]:
    """Return the articles that could be read, and a sentence for each that could not."""
    articles: dict[str, Article] = {}
    problems = []
    for read in _readers(wanted):
        try:
            article = read()
        except ReadingError as error:
            problems.append(str(error))
        else:
            articles[article.article_id] = article
    return tuple(articles.values()), tuple(problems)


def _read_file(raw: bytes, name: str) -> Article:
    """Return an article, or that of an event table, whose events are kept as they are."""
    if tell_dataset(raw) is None:
        return read_document(raw, file_name=name)
    tools = load_page_tools()
    lookup = GazetteerLookup(tools.gazetteer, tools.atlas)
    table = read_event_table(raw, file_name=name, lookup=lookup)
    (article,) = table.articles
    _shelf().tables[article.article_id] = table
    return article


def _readers(wanted: Wanted) -> Iterator[Callable[[], Article]]:
    for name, raw in wanted.files:
        yield partial(_read_file, raw, name)
    if wanted.pasted.strip():
        yield partial(read_text, wanted.pasted, doc_id=PASTED)
    if wanted.seed:
        yield partial(read_seed, wanted.seed)
