"""The map: a base that never changes, one layer that does. The only user of folium."""

from dashboard.mapping.excerpts import Run, quote_runs
from dashboard.mapping.frame import count_places, frame_of
from dashboard.mapping.layers import base_map, briefing_layer
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
    "base_map",
    "briefing_layer",
    "count_places",
    "drawn_places",
    "focus_of",
    "frame_of",
    "quote_runs",
    "source_of",
    "status_words",
    "toll_words",
]
