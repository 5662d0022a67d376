"""Toponym recognition and resolution: which words name a place, and which place that is."""

from dashboard.geoparsing.geoparser import Geoparser
from dashboard.geoparsing.language import (
    GRAMMAR_PARTS,
    RECOGNITION_PARTS,
    load_language,
    run_parts,
)
from dashboard.geoparsing.weights import Weights, load_weights

__all__ = [
    "GRAMMAR_PARTS",
    "RECOGNITION_PARTS",
    "Geoparser",
    "Weights",
    "load_language",
    "load_weights",
    "run_parts",
]
