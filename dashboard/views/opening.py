"""Opening documents: the example, those of a link, or what the reader asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.model import BriefingError
from dashboard.screen.trail import Trail
from dashboard.session import (
    correct_briefing,
    known_articles,
    list_seeds,
    open_briefing,
    read_seed,
    read_sources,
)
from dashboard.session.state import Asked
from dashboard.views.ticks import clear_filters

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from dashboard.session import OpenBriefing, PageState, Wanted

NOT_HERE = "The document of this link is not open on this computer. Open its file again."


def open_documents(state: PageState, linked: tuple[str, ...] | None) -> OpenBriefing:
    """Return the briefing of the documents that are asked for; show progress while they are read.

    `linked` are the documents that a link names: `None` when the address did not change.
    """
    place = st.empty()
    before = state.articles
    if not state.is_started:
        _open_example(state)
    if linked is not None:
        _open_linked(state, linked)
    progress = _Progress(place)
    if state.wanted:
        _open_wanted(state, state.wanted, progress)
    if before != state.articles:
        clear_filters(state)
        state.selected, state.told_event = None, state.told_event + 1
        state.browser, state.trail = Asked(), Trail()
    opened = correct_briefing(_brief(state, progress), state.corrections)
    state.corrected = state.corrections
    state.is_started = True
    place.empty()
    return opened


def _brief(state: PageState, progress: _Progress) -> OpenBriefing:
    try:
        return open_briefing(state.articles, on_progress=progress)
    except BriefingError as error:
        state.problems, state.articles, state.is_new = (str(error),), (), True
        return open_briefing((), on_progress=progress)


@dataclass(slots=True)
class _Progress:
    """A bar over the page, from the first step that is told: what is read already shows none."""

    place: DeltaGenerator
    bar: DeltaGenerator | None = None

    def __call__(self, step: str, share: float) -> None:
        if self.bar is None:
            self.bar = self.place.container(key="loading").progress(0.0)
        self.bar.progress(share, text=step)


def _open_example(state: PageState) -> None:
    try:
        seeds = list_seeds()
        state.articles = (read_seed(seeds[0]),) if seeds else ()
    except BriefingError as error:
        state.problems = (str(error),)
    state.example = tuple(a.article_id for a in state.articles)
    state.is_new = not state.articles


def _open_linked(state: PageState, linked: tuple[str, ...]) -> None:
    wanted = linked or state.example
    if wanted == tuple(a.article_id for a in state.articles):
        return
    articles = known_articles(wanted)
    if len(articles) < len(wanted):
        state.problems, state.is_new = (NOT_HERE,), not articles
    if articles:
        state.articles = articles


def _open_wanted(state: PageState, wanted: Wanted, progress: _Progress) -> None:
    state.wanted = None
    articles, state.problems = read_sources(wanted, on_progress=progress)
    if not articles:
        return
    held = {a.article_id: a for a in (*(state.articles if wanted.is_added else ()), *articles)}
    state.articles, state.is_new = tuple(held.values()), False
