"""The map: what its marks say and where they stand.

The two folium objects are made in `dashboard.mapping.layers`, apart, because folium takes long to
load and only the page draws with it.
"""

from dashboard.mapping.excerpts import Run, quote_runs
from dashboard.mapping.frame import count_places, frame_of
from dashboard.mapping.tint import TintBy
from dashboard.mapping.view import OWN_GROUND, Bounds, MapView
from dashboard.mapping.wording import source_of, status_words, toll_words
from dashboard.marking import drawn_places, focus_of

__all__ = [
    "OWN_GROUND",
    "Bounds",
    "MapView",
    "Run",
    "TintBy",
    "count_places",
    "drawn_places",
    "focus_of",
    "frame_of",
    "quote_runs",
    "source_of",
    "status_words",
    "toll_words",
]
