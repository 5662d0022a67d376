"""The gazetteer: names to places, from files on this machine.

The geopy geocoders stand in `dashboard.gazetteer.geocoder`, apart, because geopy takes long to load
and reading an article does not need it.
"""

from dashboard.gazetteer.entries import Entry, Match
from dashboard.gazetteer.gazetteer import Gazetteer, Hit, Layer, load_gazetteer

__all__ = ["Entry", "Gazetteer", "Hit", "Layer", "Match", "load_gazetteer"]
