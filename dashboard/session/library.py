"""The documents at hand: files and pasted text, event tables, the seeds folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.exchange.event_tables import read_event_table, tell_dataset
from dashboard.exchange.row_places import GazetteerLookup
from dashboard.model import Article, Briefing, ReadingError
from dashboard.reading import read_document, read_text
from dashboard.session.collector import collector_at_rest
from dashboard.session.tools import load_page_tools, load_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    OnProgress = Callable[[str, float], None]

READABLE = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")
NOT_ARTICLES = {"sources.md", "readme.md"}
MOST_KEPT = 24
PASTED = "pasted text"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader asked to open: files and pasted text, or a document of the seeds folder."""

    files: tuple[tuple[str, bytes], ...] = ()
    pasted: str = ""
    seed: Path | None = None
    is_added: bool = False
    """Whether it joins the documents that are open, rather than taking their place."""


@dataclass(slots=True)
class Library:
    """Every document that was opened since the start, so that a link to it works."""

    articles: dict[str, Article] = field(default_factory=dict)
    tables: dict[str, Briefing] = field(default_factory=dict)
    """Event tables of others, by the id of their article: coded already, so not read anew."""


@st.cache_resource(show_spinner=False)
def load_library() -> Library:
    """Return the documents that were opened since the start, by anybody."""
    return Library()


def known_articles(article_ids: Iterable[str]) -> tuple[Article, ...]:
    """Return those of some documents that were opened since the start, or lie in seeds."""
    known = load_library().articles
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


def read_sources(
    wanted: Wanted, *, on_progress: OnProgress
) -> tuple[tuple[Article, ...], tuple[str, ...]]:
    """Return the articles that could be read, and a sentence for each that could not."""
    articles: dict[str, Article] = {}
    problems = []
    for read in _readers(wanted, on_progress):
        try:
            article = read()
        except ReadingError as error:
            problems.append(str(error))
        else:
            articles[article.article_id] = article
    return tuple(articles.values()), tuple(problems)


def _readers(wanted: Wanted, on_progress: OnProgress) -> Iterator[Callable[[], Article]]:
    for name, raw in wanted.files:
        yield partial(_read_file, raw, name, on_progress)
    if wanted.pasted.strip():
        yield partial(read_text, wanted.pasted, doc_id=PASTED)
    if wanted.seed:
        yield partial(read_seed, wanted.seed)


def _read_file(raw: bytes, name: str, on_progress: OnProgress) -> Article:
    """Return an article, or that of an event table, whose events are kept as they are."""
    if tell_dataset(raw) is None:
        return read_document(raw, file_name=name)
    tools = load_page_tools()
    lookup = GazetteerLookup(tools.gazetteer, tools.atlas)

    def tell(share: float) -> None:
        on_progress(f"Reading the rows of {name}", share)

    with collector_at_rest():
        table = read_event_table(raw, file_name=name, lookup=lookup, on_progress=tell)
    (article,) = table.articles
    load_library().tables[article.article_id] = table
    return article
