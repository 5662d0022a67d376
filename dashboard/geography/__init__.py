"""Countries, provinces, waters and regions on the ground, and the join of places to borders."""

from dashboard.geography.atlas import Atlas, load_atlas
from dashboard.geography.borders import BORDERS, LOCATED, PLACES, join_borders
from dashboard.geography.distance import bearing_degrees, distance_km
from dashboard.geography.layers import BorderView
from dashboard.geography.parts import Direction, cut_part
from dashboard.geography.provinces import Provinces

__all__ = [
    "BORDERS",
    "LOCATED",
    "PLACES",
    "Atlas",
    "BorderView",
    "Direction",
    "Provinces",
    "bearing_degrees",
    "cut_part",
    "distance_km",
    "join_borders",
    "load_atlas",
]
