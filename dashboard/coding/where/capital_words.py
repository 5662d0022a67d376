"""Which capital is meant by "the capital", and which country a text is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dashboard.coding.passages import Sentence
    from dashboard.coding.where.ground import Ground
    from dashboard.model import Resolution

CAPITAL_FEATURE = "PPLC"
CAPITALS_WITHIN = frozenset({"provincial", "regional", "state", "district", "county"})
"""Capitals of parts of a country, of which the ground knows nothing."""


def capital_meant(
    token: Token, sentence: Sentence, resolutions: Sequence[Resolution], ground: Ground | None
) -> Resolution | None:
    """Return the capital of the country that its adjective names, or of the country in hand."""
    if any(c.lower_ in CAPITALS_WITHIN for c in token.children):
        return None
    first = bisect_left(resolutions, sentence.whole.start, key=lambda r: r.mention.start)
    last = bisect_left(resolutions, sentence.whole.end, key=lambda r: r.mention.start)
    named = [
        r.place.country
        for r in resolutions[first:last]
        if r.place is not None and _stands_before(r, token, sentence)
    ]
    country = named[0] if named else country_in_hand(resolutions)
    itself = next((r for r in resolutions if _is_capital_of(r, country)), None)
    return itself or _unnamed_capital(country, resolutions, ground)


def _unnamed_capital(
    country: str | None, resolutions: Sequence[Resolution], ground: Ground | None
) -> Resolution | None:
    """Return the capital of a country, by the country's name or that of a place in it."""
    inside = [r for r in resolutions if r.place and r.place.country == country]
    named = [r for r in inside if r.place and r.place.place_id == f"country:{country}"] or inside
    capital = ground.capital_of(country) if ground and country and named else None
    return (
        replace(named[0], place=capital, not_drawn_because=None, no_mark=None) if capital else None
    )


def _stands_before(resolution: Resolution, token: Token, sentence: Sentence) -> bool:
    run = sentence.find(resolution.mention.span)
    return run is not None and any(c.idx == run[0] for c in token.children)


def _is_capital_of(resolution: Resolution, country: str | None) -> bool:
    place = resolution.place
    is_capital = place is not None and place.feature == CAPITAL_FEATURE
    return is_capital and place is not None and place.country in {country} - {None}


def country_in_hand(resolutions: Sequence[Resolution]) -> str | None:
    """Return the country that most of the names of a text lie in or stand for, if one does."""
    counts = Counter(r.place.country for r in resolutions if r.place and r.place.country)
    if not counts:
        return None
    (country, count), *_ = counts.most_common(1)
    return country if 2 * count > counts.total() else None
