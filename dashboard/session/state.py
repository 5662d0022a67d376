"""The state of one browser tab, apart from the widgets' own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.screen.overlays import OwnLayers
from dashboard.screen.trail import Trail
from dashboard.settings import Settings

if TYPE_CHECKING:
    from dashboard.mapping.cells import Look
    from dashboard.mapping.group_lists import GroupAsked
    from dashboard.model import Article
    from dashboard.review import Correction
    from dashboard.screen.lists import Wish
    from dashboard.session.desk import OnScreen
    from dashboard.session.library import Wanted

UNMARKED = Settings().handling


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view under a name: what its link would say; the browser keeps its frame by the key."""

    key: str
    name: str
    query: dict[str, str]


@dataclass(slots=True)
class Asked:
    """What the browser wants besides a filter: where it looks, and more of a list."""

    look: Look | None = None
    group: GroupAsked | None = None
    more: Wish | None = None


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
    """Rises when Python, not the reader's hand, sets the period: the timeline then adopts it."""
    told_event: int = 0
    """The same for the selected event and the reading pane."""
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
    pressed: int = 0
    """The number of the last press of Undo on the keyboard."""
    answered: int = 0
    """The number of the last wish of the window's keys that was carried out."""
    problems: tuple[str, ...] = ()
    written: dict[str, str] = field(default_factory=dict)
    """The query last read from or written to the address bar."""
    asked: dict[str, str] | None = None
    """A query that the reader went to: by Back or Forward, or by a kept view."""
    is_started: bool = False
    corrections: tuple[Correction, ...] = ()
    corrected: tuple[Correction, ...] = ()
    """Those that the page shows; others call for a run of the whole page."""
    trail: Trail = field(default_factory=Trail)
    """What can be undone: filters and corrections, step by step."""
    browser: Asked = field(default_factory=Asked)
    reviewing: str | None = None
    """The event, or `document:start` of the words, whose dialog is open."""


def page_state() -> PageState:
    """Return the state of this tab."""
    state: PageState = st.session_state.setdefault("page", PageState())
    return state
