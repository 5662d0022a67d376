"""The gazetteer: names to places, from files on this machine."""

from dashboard.gazetteer.entries import Entry, Match
from dashboard.gazetteer.gazetteer import Gazetteer, Hit, Layer, load_gazetteer

__all__ = ["Entry", "Gazetteer", "Hit", "Layer", "Match", "load_gazetteer"]
