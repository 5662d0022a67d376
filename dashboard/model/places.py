"""Names of a text, the places they stand for, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from dashboard.model.documents import Span

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


class MentionKind(StrEnum):
    """What a place name does in its sentence."""

    TOPONYM = "toponym"
    DEMONYM = "demonym"
    METONYM = "metonym"
    ORGANISATION_PART = "organisation part"
    PERSON_PART = "person part"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name as written: `surface == article.text[start:end]`."""

    start: int
    end: int
    surface: str
    kind: MentionKind

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Precision(StrEnum):
    """How exactly a place can be drawn, and so the form of its mark."""

    POINT = "point"
    CITY_AREA = "city area"
    PROVINCE = "province"
    REGION = "region"
    LINE = "line"
    COUNTRY = "country"
    MULTI_COUNTRY = "multi-country"


POINTS = frozenset({Precision.POINT, Precision.CITY_AREA})
"""What is marked on one point: a site, and a town, of which the point is only the middle."""
WIDE = frozenset({Precision.COUNTRY, Precision.MULTI_COUNTRY})
"""What says no more of where something was than the country or countries."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the ground.

    `lat` and `lon` are a representative point; `geometry` (EPSG:4326) is what is drawn.
    """

    place_id: str
    """`gn:1221874` (GeoNames), `country:TJ`, `province:TJ-SU`, `region:fergana-valley`,
    `border:AF-TJ`, `part:KG:south`, `water:…`, `own:…` (the user's own entry)."""
    name: str
    lat: float
    lon: float
    precision: Precision
    feature: str
    """GeoNames feature code where one exists (PPLC, ADM1 …), else a plain word (valley, border)."""
    countries: tuple[str, ...] = ()
    """Every country it touches, home country first."""
    geonameid: int | None = None
    population: int | None = None
    note: str | None = None
    """How exact the shape is, or which historical unit it stands for; shown to the user."""
    geometry: BaseGeometry | None = field(default=None, compare=False, repr=False)

    @property
    def country(self) -> str | None:
        """The one country it lies in; `None` for a place that touches several or none."""
        return self.countries[0] if len(self.countries) == 1 else None


@dataclass(frozen=True, slots=True)
class Alternative:
    """A place that the words could have meant, with its score from 0 to 1."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a person put right, in words for the reader, with what stood there before."""

    what: str
    """place, date, type, status, event or same event."""
    was: str
    now: str


class NoMark(StrEnum):
    """Why a name of a place has no mark, where what is told there depends on it."""

    UNSURE = "too unsure which place of the name is meant"
    UNFIT = "the one place of the name hardly fits"
    UNKNOWN = "not in the gazetteer"
    ONLY_PROVINCE = "where it lies in its province is not known"
    WITHHELD = "on the user's do-not-map list"
    FILED_FROM = "where the report was filed"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which place a mention is. `place is None` means not found; that is a result, not an error."""

    mention: Mention
    place: Place | None
    score: float
    reason: str
    alternatives: tuple[Alternative, ...] = ()
    not_drawn_because: str | None = None
    """`None` when the place is drawn on the map; else the reason in words, shown to the user."""
    no_mark: NoMark | None = None
    """What kind of reason that is; `None` for a drawn place, a demonym, a state that acts."""
    amended: tuple[Amendment, ...] = ()
    """What a person put right, see the room `review`."""

    @property
    def is_drawn(self) -> bool:
        """Whether the map shows this place."""
        return self.place is not None and self.not_drawn_because is None
