"""Articles and resolutions made of a text and a table of names, and flows in words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dashboard.model import (
    Article,
    Flow,
    Mention,
    MentionKind,
    NoMark,
    Place,
    Precision,
    Resolution,
    Zone,
)

PUBLISHED = date(2010, 11, 11)
PLACES = {
    "Bara": ("gn:1", Precision.POINT, ("XA",)),
    "Kolun": ("gn:2", Precision.POINT, ("XA",)),
    "Sedra": ("gn:3", Precision.POINT, ("XB",)),
    "Upper Arland": ("province:XA-1", Precision.PROVINCE, ("XA",)),
    "Moray Valley": ("region:moray", Precision.REGION, ("XA",)),
    "Arland": ("country:XA", Precision.COUNTRY, ("XA",)),
    "Borland": ("country:XB", Precision.COUNTRY, ("XB",)),
}
ADJECTIVES = {"Arlandic": "Arland", "Borlandic": "Borland"}


def make_article(
    text: str, *, published: date | None = PUBLISHED, zones: tuple[Zone, ...] = ()
) -> Article:
    return Article("0" * 16, "test", text, zones, published=published)


def resolve(text: str) -> tuple[Resolution, ...]:
    """Resolve every known name of a text; adjectives are demonyms and are not drawn."""
    found = []
    for name in (*PLACES, *ADJECTIVES):
        for match in re.finditer(rf"(?<!Upper )\b{name}\b", text):
            is_adjective = name in ADJECTIVES
            kind = MentionKind.DEMONYM if is_adjective else MentionKind.TOPONYM
            mention = Mention(match.start(), match.end(), name, kind)
            reason = "an adjective for a people" if is_adjective else None
            found.append(Resolution(mention, _place(name), 0.9, "only one", (), reason))
    return tuple(sorted(found, key=lambda r: r.mention.start))


def doubted(resolution: Resolution, no_mark: NoMark) -> Resolution:
    """Return a name that has no mark."""
    return replace(resolution, not_drawn_because=no_mark.value, no_mark=no_mark)


def _place(name: str) -> Place:
    name = ADJECTIVES.get(name, name)
    place_id, precision, countries = PLACES[name]
    return Place(place_id, name, 10.0, 20.0, precision, "test", countries)


def tell(flow: Flow) -> str:
    """Write a flow as the column `gives` of the movement words does."""
    places = (flow.origin, *flow.through, flow.destination)
    names = " > ".join(p.place.name if p else "" for p in places)
    return f"{flow.kind.value}: {names.strip()}"


class FlatGround:
    """Bara and Kolun lie in one province; countries have their outlines."""

    def capital_of(self, country: str) -> Place | None:
        return None

    def part_of(self, area: Place, direction: str) -> Place | None:
        return None

    def province_of(self, place: Place) -> Place | None:
        inside = place.name in {"Bara", "Kolun", "Upper Arland"}
        return _area("province:XA-1", "Upper Arland", "XA") if inside else None

    def country(self, code: str) -> Place | None:
        return _area(f"country:{code}", {"XA": "Arland", "XB": "Borland"}[code], code)


def _area(place_id: str, name: str, code: str) -> Place:
    precision = Precision.COUNTRY if place_id.startswith("country:") else Precision.PROVINCE
    return Place(place_id, name, 10.0, 20.0, precision, "test", (code,))
