"""The open briefings: read once for everybody, with what is computed from them once."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TYPE_CHECKING
from zlib import crc32

import streamlit as st

from dashboard.exchange.joining import join_briefings
from dashboard.mapping import count_places, frame_of
from dashboard.marking import focus_of
from dashboard.pipeline import make_briefing
from dashboard.review import apply, pack_corrections, unreviewed
from dashboard.screen.article_pages import ArticlePages, page_articles
from dashboard.screen.filters import Filters, chosen
from dashboard.screen.flows import select_flows
from dashboard.screen.index import EventIndex, Facet, Mask, index_events
from dashboard.screen.lists import EventLists, list_events
from dashboard.screen.pane import document_json, latest_date
from dashboard.screen.sentences import byline, filter_words
from dashboard.screen.timeline import Scale, make_scale
from dashboard.session.collector import collector_at_rest
from dashboard.session.library import MOST_KEPT, load_library
from dashboard.session.tools import load_page_tools

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dashboard.mapping import Bounds
    from dashboard.model import Article, Briefing, Flow
    from dashboard.review import Correction

    OnProgress = Callable[[str, float], None]

LARGE = 50_000
"""So many events take a while to lay out."""


@dataclass(frozen=True, slots=True, eq=False)
class OpenBriefing:
    """A briefing with what is computed from it once and for every tab."""

    key: str
    """The documents; the map is framed anew only when it changes."""
    version: str
    """The documents and what the reader put right; the pane is drawn anew when it changes."""
    briefing: Briefing
    index: EventIndex
    scale: Scale | None
    pages: dict[str, ArticlePages]
    lists: EventLists
    document: dict[str, object]
    country_names: dict[str, str]
    frame: Bounds | None
    focus: tuple[str, ...]
    byline: str
    unreviewed: int
    """How many events no person has judged."""

    def country_name(self, code: str) -> str:
        """Return a country's name; a code that the gazetteer lacks stands for itself."""
        return self.country_names.get(code, code)


@dataclass(frozen=True, slots=True, eq=False)
class OnScreen:
    """What passes the filters, for the exports."""

    opened: OpenBriefing
    filters: Filters
    passing: Mask

    @property
    def briefing(self) -> Briefing:
        """The briefing cut down to the events that pass."""
        events = chosen(self.opened.index, self.passing)
        flows = passing_flows(self.opened, self.filters, self.passing)
        return replace(self.opened.briefing, events=events, flows=flows)

    @property
    def filter_words(self) -> str | None:
        """What is filtered, in words."""
        return filter_words(self.filters, self.opened.index, self.opened.country_name)


def passing_flows(opened: OpenBriefing, filters: Filters, passing: Mask) -> tuple[Flow, ...]:
    """Return the movements that the filters leave."""
    flows, events = (
        opened.briefing.flows,
        chosen(opened.index, passing) if opened.briefing.flows else (),
    )
    ids = {event.event_id for event in events}
    return select_flows(flows, filters, event_ids=ids, articles=opened.briefing.articles)


@dataclass(slots=True)
class _Kept:
    """Briefings by key. One article is read at a time: the language model is not for threads."""

    read: OrderedDict[str, OpenBriefing] = field(default_factory=OrderedDict)
    corrected: OrderedDict[str, OpenBriefing] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)


@st.cache_resource(show_spinner=False)
def _kept() -> _Kept:
    return _Kept()


@contextmanager
def forget_briefings() -> Iterator[None]:
    """Hold every reading back while the tools change, then have all documents read anew."""
    kept = _kept()
    with kept.lock:
        yield
        kept.read.clear()
        kept.corrected.clear()


def open_briefing(articles: Sequence[Article], *, on_progress: OnProgress) -> OpenBriefing:
    """Return the briefing of some articles; the same articles are read only once."""
    key = "-".join(a.article_id for a in articles) or "empty"
    kept = _kept()
    # Who has read already need not wait until somebody else's table is read.
    if (found := _recent(kept.read, key)) is not None:
        return found
    with kept.lock:
        load_library().articles |= {a.article_id: a for a in articles}
        if key not in kept.read:
            with collector_at_rest():
                briefing = _make(articles, on_progress)
                kept.read[key] = _lay_out(key, key, briefing, on_progress)
            _drop_oldest(kept.read)
        return kept.read[key]


def correct_briefing(opened: OpenBriefing, corrections: tuple[Correction, ...]) -> OpenBriefing:
    """Return the briefing with what the reader put right."""
    if not corrections:
        return opened
    version = f"{opened.key}-{crc32(pack_corrections(corrections)):08x}"
    kept = _kept()
    if (found := _recent(kept.corrected, version)) is not None:
        return found
    with kept.lock:
        if version not in kept.corrected:
            briefing = apply(opened.briefing, corrections)
            kept.corrected[version] = _lay_out(opened.key, version, briefing, _say_nothing)
            _drop_oldest(kept.corrected)
        return kept.corrected[version]


def _recent(kept: OrderedDict[str, OpenBriefing], key: str) -> OpenBriefing | None:
    """Return what is kept and keep it longest; no lock is needed, each step is one of Python's."""
    try:
        kept.move_to_end(key)
        return kept[key]
    except KeyError:
        return None


def _make(articles: Sequence[Article], on_progress: OnProgress) -> Briefing:
    tables = load_library().tables
    texts = [article for article in articles if article.article_id not in tables]
    parts = [tables[a.article_id] for a in articles if a.article_id in tables]
    if texts:
        parts = [make_briefing(texts, load_page_tools(), on_progress=on_progress), *parts]
    return parts[0] if len(parts) == 1 else join_briefings(parts)


def _lay_out(key: str, version: str, briefing: Briefing, on_progress: OnProgress) -> OpenBriefing:
    if len(briefing.events) > LARGE:
        on_progress("Laying out the events", 0.9)
    tools = load_page_tools()
    index = index_events(briefing)
    scale = make_scale(index, latest_date(briefing))
    drawn = {code for place in index.marks.places for code in place.countries}
    codes = drawn.union(index.facets[Facet.COUNTRY].values)  # the list has those without a mark too
    entries = {code: tools.gazetteer.country(code) for code in codes}
    pages = page_articles(briefing)
    story = count_places(index.marks)
    return OpenBriefing(
        key=key,
        version=version,
        briefing=briefing,
        index=index,
        scale=scale,
        pages=pages,
        lists=list_events(briefing, index, scale),
        document=document_json(briefing, pages) | {"key": key, "version": version},
        country_names={code: entry.name for code, entry in entries.items() if entry},
        frame=frame_of(briefing, story=story),
        focus=focus_of(story),
        byline=byline(briefing),
        unreviewed=unreviewed(briefing.events),
    )


def _drop_oldest(kept: OrderedDict[str, OpenBriefing]) -> None:
    while len(kept) > MOST_KEPT:
        kept.popitem(last=False)


def _say_nothing(_step: str, _share: float) -> None:
    return
