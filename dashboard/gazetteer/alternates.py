"""Which of GeoNames' alternate names are names that people write, and how they match."""

from __future__ import annotations

from dashboard.gazetteer.entries import Match

CODE_LENGTH = 4
# Among the alternates GeoNames keeps links too.
NOT_NAMES = ("http:", "https:", "www.")


def match_of_alternate(name: str) -> Match | None:
    """
    Return how an alternate name matches, or `None` when it is no name.

    Names in small Latin letters only ("khjnd", "la shen te") are machine transliterations that
    nobody writes. Short all-capital ones are codes (airports, mostly): they match as abbreviations.
    """
    if len(name) < 2 or name.startswith(NOT_NAMES):
        return None
    if not name.isascii():
        return Match.ALTERNATE
    if name.islower():
        return None
    return Match.ABBREVIATION if len(name) <= CODE_LENGTH and name.isupper() else Match.ALTERNATE
