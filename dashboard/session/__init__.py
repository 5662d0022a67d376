"""What outlives a run of the page: caches for everybody, and the state of one browser tab."""

from dashboard.session.desk import (
    OnScreen,
    OpenBriefing,
    correct_briefing,
    open_briefing,
    passing_flows,
)
from dashboard.session.library import (
    Wanted,
    known_articles,
    list_seeds,
    read_seed,
    read_sources,
)
from dashboard.session.places import (
    countries_at,
    forget_places,
    look_up,
    own_layers,
    search_places,
    with_shapes,
)
from dashboard.session.provinces import load_page_provinces, outline_provinces
from dashboard.session.state import PageState, SavedView, page_state
from dashboard.session.tools import load_page_studio, load_page_tools, load_settings

__all__ = [
    "OnScreen",
    "OpenBriefing",
    "PageState",
    "SavedView",
    "Wanted",
    "correct_briefing",
    "countries_at",
    "forget_places",
    "known_articles",
    "list_seeds",
    "load_page_provinces",
    "load_page_studio",
    "load_page_tools",
    "load_settings",
    "look_up",
    "open_briefing",
    "outline_provinces",
    "own_layers",
    "page_state",
    "passing_flows",
    "read_seed",
    "read_sources",
    "search_places",
    "with_shapes",
]
