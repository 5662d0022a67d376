"""The country that a text is about, for events of which it says no more where they were."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dashboard.coding.where.capital_words import country_in_hand
from dashboard.coding.where.peoples import is_of_forces, is_of_home, is_of_those_abroad
from dashboard.model import WIDE, EventPlace, MentionKind, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.coding.where.ground import Ground
    from dashboard.model import Resolution

FEWEST_NAMES = 2
MOST = 2
MANY = 3
"""Names that must lie in a country, one of them more than an adjective, for it to be in hand."""
SHORT_NAME = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,3}")
ATTRIBUTIVE = re.compile(
    r"[ -](?!(?:in|on|and|or|is|was|has|had|to|at|by|for|with)\b)\w", re.IGNORECASE
)
INSIDE = re.compile(
    r"\b(?:in|into|inside|across|throughout|within|over|around)\s+(?:the\s+)?$", re.IGNORECASE
)
IN_LAND = re.compile(
    r"\b(?:in|into|inside|across|throughout|within|over|around|to|from|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
LONGEST_PREPOSITION = 20
CAPITAL = "PPLC"
SENTENCE_END = re.compile(r"[.!?](?=\s)")


def homeland_of(
    resolutions: Sequence[Resolution],
    *,
    text: str,
    filed: Sequence[Resolution],
    ground: Ground | None,
) -> EventPlace | None:
    """Return the country of a text, with the name that says so and the reason.

    First the one that it names and puts something in; with a ground, also the one that all its
    places lie in. A dateline places nothing: it only says whose news it is.
    """
    told = [r for r in resolutions if r not in filed and not is_of_those_abroad(r, text)]
    lands = [r for r in told if is_land(r, text)]
    desk = filed[0].place.country if filed and filed[0].place else None
    main, of_lands = country_in_hand(told), country_in_hand(lands)
    # What lies abroad for the desk is not the country of its report by a few names alone.
    for country in dict.fromkeys((main, desk or of_lands)):
        names = [r for r in told if country and r.place and r.place.country == country]
        own = [r for r in names if r in lands]
        if desk not in {None, country} and not _is_news_from(country, desk, told, text):
            continue
        is_rare = country not in {main, of_lands} and not _is_most_named(country, told)
        if is_rare and _is_about_others(country, lands, text):
            continue
        if not own:
            is_alone = country == desk and not any(r.place and r.place.country for r in lands)
            found = _of_its_people(names, text) if is_alone else None
        else:
            # One town, where somebody once was, makes no text about its country.
            is_once = len(own) < _homes_elsewhere(country, told, text)
            found = _named(names, country) or (None if is_once else _unnamed(own, ground))
        if found is not None:
            return found
    return None


def narrowed(
    home: EventPlace | None, resolutions: Sequence[Resolution], *, text: str, ground: Ground | None
) -> EventPlace | None:
    """
    Return the one province that a text opens with, rather than its country: "Aceh's war ...".

    All else that it names in the country must lie in the province, but for the capital.
    """
    if home is None or ground is None:
        return home
    inside = [
        r for r in resolutions if is_area(r) and r.place and r.place.country == home.place.country
    ]
    opening = SENTENCE_END.search(text)
    first = next(iter(inside), None)
    area = ground.province_of(first.place) if first and first.place else None
    if first is None or area is None or opening is None or first.mention.start > opening.start():
        return home
    others = [r.place for r in inside if r.place and r.place.feature != CAPITAL]
    provinces = [ground.province_of(place) for place in others]
    is_one = all(p is not None and p.place_id == area.place_id for p in provinces)
    is_named = any(r.place and r.place.place_id == area.place_id for r in inside)
    if not is_named or not is_one or len({p.place_id for p in others}) < FEWEST_NAMES:
        return home
    reason = f"the text is about {area.name} and says no more of where it was"
    return EventPlace(area, first.mention, reason=reason)


def _is_news_from(
    country: str | None, desk: str | None, told: Sequence[Resolution], text: str
) -> bool:
    """Whether a correspondent abroad puts something there, and not as much at home."""
    own, home = (sum(1 for r in told if r.place and r.place.country == c) for c in (country, desk))
    is_at_home = _puts_in(desk, told, text) and own < MANY * home
    return _puts_in(country, told, text) and not is_at_home


def _homes_elsewhere(country: str | None, told: Sequence[Resolution], text: str) -> int:
    """Return how often a text speaks of the government or the people of other countries."""
    others = (r for r in told if r.place and r.place.country not in {country, None})
    return sum(1 for r in others if is_of_home(r, text))


def _puts_in(country: str | None, told: Sequence[Resolution], text: str) -> bool:
    """Whether something is said to be in a country or at a place of it."""
    return any(r.place and r.place.country == country and _is_inside(r, text) for r in told)


def _is_most_named(country: str | None, told: Sequence[Resolution]) -> bool:
    """Whether no other country is named more than half as often."""
    counts = Counter(r.place.country for r in told if r.place and r.place.country)
    own = counts.pop(country, 0) if country else 0
    return own >= MOST * max(counts.values(), default=0)


def _of_its_people(names: Sequence[Resolution], text: str) -> EventPlace | None:
    """Return the country of the desk where the text speaks of its government or its workers."""
    homes = (r for r in names if is_of_home(r, text) and not is_of_forces(r, text))
    home = next(homes, None)
    if home is None or home.place is None:
        return None
    reason = f"it is filed from {home.place.name}, speaks of its people and of no other land"
    return EventPlace(home.place, home.mention, reason=reason)


def _is_about_others(country: str | None, lands: Sequence[Resolution], text: str) -> bool:
    """Whether something is said to be in another country."""
    others = (r for r in lands if r.place and r.place.country != country)
    return any(_is_inside(r, text) for r in others)


def _named(names: Sequence[Resolution], country: str | None) -> EventPlace | None:
    """Return a country that the text names, by the name itself rather than an adjective of it."""
    itself = [r for r in names if r.place and r.place.place_id == f"country:{country}"]
    if not itself or len(names) < FEWEST_NAMES:
        return None
    named = min(itself, key=lambda r: r.mention.kind is not MentionKind.TOPONYM)
    if named.place is None:
        return None
    reason = f"the text is about {named.place.name} and says no more of where it was"
    return EventPlace(named.place, named.mention, reason=reason)


def _unnamed(own: Sequence[Resolution], ground: Ground | None) -> EventPlace | None:
    """Return the country of the places that the text names, by the first of them."""
    named = next((r for r in own if r.is_drawn), None)
    country = named.place.country if named and named.place else None
    place = ground.country(country) if ground and country else None
    if named is None or place is None:
        return None
    reason = f"the text names only places in {place.name} and says no more of where it was"
    return EventPlace(place, named.mention, reason=reason)


def is_area(resolution: Resolution) -> bool:
    """Whether it is the name of a drawn place smaller than a country."""
    place = resolution.place
    is_name = resolution.is_drawn and resolution.mention.kind is MentionKind.TOPONYM
    return is_name and place is not None and place.precision not in WIDE | {Precision.LINE}


def is_land(resolution: Resolution, text: str) -> bool:
    """Whether a name means the land; "U.S. citizens" may be anywhere."""
    if resolution.mention.kind is not MentionKind.TOPONYM:
        return False
    is_short = SHORT_NAME.fullmatch(resolution.mention.surface) is not None
    return not (is_short and ATTRIBUTIVE.match(text, resolution.mention.end))


def _is_inside(resolution: Resolution, text: str) -> bool:
    """Whether a name is of a smaller place, or something is said to be in it."""
    start = resolution.mention.start
    is_in = INSIDE.search(text[max(0, start - LONGEST_PREPOSITION) : start]) is not None
    return is_area(resolution) or (is_in and is_land(resolution, text))
