"""The values that travel between rooms, and the errors a room may raise.

Everything here is frozen. Character offsets count Unicode code points in `Article.text` and are
half open. Countries are ISO 3166-1 alpha-2 codes. Absent is `None`: "not stated" is never 0 and
never an empty string.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from shapely.geometry.base import BaseGeometry


class BriefingError(Exception):
    """The root of every error whose message is one sentence for the user, with the remedy."""


class ReadingError(BriefingError):
    """A document could not be read."""


class DataError(BriefingError):
    """A built layer under `data/` is missing or is not what its contract says."""


class GazetteerError(BriefingError):
    """A gazetteer file of the user's cannot be used."""


class ExportError(BriefingError):
    """An export could not be written."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters of `Article.text`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two runs share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the words themselves."""
        return text[self.start : self.end]


class ZoneKind(StrEnum):
    """What a run of a document is for; of these, `is_read` tells which are read for places."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    BREADCRUMB = "breadcrumb"
    TAGS = "tags"
    LINKS = "links"
    LEGAL = "legal"

    @property
    def is_read(self) -> bool:
        """Whether places and events are looked for here."""
        return self in {ZoneKind.TITLE, ZoneKind.HEADING, ZoneKind.DATELINE, ZoneKind.BODY}


@dataclass(frozen=True, slots=True)
class Zone:
    """A run of a document with one use. The zones of an article are sorted and do not overlap."""

    start: int
    end: int
    kind: ZoneKind


class NoticeLevel(StrEnum):
    """How much a notice matters to the reader."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """What the reader must know: what was skipped or could not be done, and why."""

    level: NoticeLevel
    text: str
    span: Span | None = None
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A document as read. For plain text `text` is the file's text unchanged."""

    article_id: str
    """The first 16 hexadecimal digits of the SHA-256 of `text`."""
    doc_id: str
    """The name the user knows it by: a file's name, or the `doc_id` of a jsonl line."""
    text: str
    zones: tuple[Zone, ...]
    title: str | None = None
    author: str | None = None
    published: date | None = None
    outlet: str | None = None
    source_url: str | None = None
    notices: tuple[Notice, ...] = ()


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
    amended: tuple[Amendment, ...] = ()
    """What a person put right, see the room `review`."""

    @property
    def is_drawn(self) -> bool:
        """Whether the map shows this place."""
        return self.place is not None and self.not_drawn_because is None


class EventType(StrEnum):
    """ACLED event types."""

    BATTLES = "Battles"
    EXPLOSIONS = "Explosions/Remote violence"
    CIVILIANS = "Violence against civilians"
    PROTESTS = "Protests"
    RIOTS = "Riots"
    STRATEGIC = "Strategic developments"


class Status(StrEnum):
    """How sure the text is that the event happened."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    DISPUTED = "disputed"
    SPECULATED = "speculated"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"

    @property
    def is_incident(self) -> bool:
        """Whether it counts as something said to have happened."""
        return self not in {Status.PLANNED, Status.HYPOTHETICAL}


class DatePrecision(StrEnum):
    """How exact a date is; the first five are UCDP date_prec 1 to 5."""

    DAY = "day"
    DAYS = "two to six days"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    LONGER = "more than a year"
    UNKNOWN = "not stated"


@dataclass(frozen=True, slots=True)
class When:
    """When something happened, as a closed interval. Either end may be unknown."""

    precision: DatePrecision = DatePrecision.UNKNOWN
    start: date | None = None
    end: date | None = None
    edtf: str | None = None
    """The same in EDTF (ISO 8601-2): `2010-08`, `1992/1997`, `2010-11~`."""
    span: Span | None = None
    """The words that say so."""
    words: str | None = None
    """The interval in plain English ("August 2010", "1992 to 1997"), for the reader."""
    inherited: bool = False
    """Whether the words date what is told just before, and this only as part of its story."""


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where an event happened; `inherited` means that another sentence names the place."""

    place: Place
    mention: Mention
    inherited: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who took part: `role` is actor, target or assistant; `actor_class` is an ACLED class."""

    name: str
    role: str
    actor_class: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people.

    Both ends and `text` `None` means not stated; only `high` `None` means "at least".
    """

    low: int | None = None
    high: int | None = None
    text: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says about an event, with the words."""

    claimant: str
    says: str
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """What the text says happened, may have happened or may happen, with the words behind it."""

    event_id: str
    article_id: str
    type: EventType
    sub_type: str
    trigger: Span
    """The words that name the event; shown as its heading."""
    status: Status
    evidence: tuple[Span, ...]
    """Whole sentences, the best first."""
    when: When = field(default_factory=When)
    places: tuple[EventPlace, ...] = ()
    actors: tuple[Actor, ...] = ()
    killed: Toll = field(default_factory=Toll)
    injured: Toll = field(default_factory=Toll)
    attribution: str | None = None
    claims: tuple[Claim, ...] = ()
    not_drawn_because: str | None = None
    """`None` when the event has a mark on the map; else the reason in words, shown to the user."""
    coded_by: str | None = None
    """`None` when this product read it out of the text; else the dataset that the row is from."""
    grading: str | None = None
    """`None` until a person has judged the event; then the Admiralty grade and who gave it."""
    amended: tuple[Amendment, ...] = ()
    """What a person put right, see the room `review`."""


class FlowKind(StrEnum):
    """What moves along a flow, and so how its arrow is drawn."""

    TROOPS = "troop movement"
    SUPPLY = "supply route"
    TRAFFICKING = "trafficking route"
    PEOPLE = "movement of people"


@dataclass(frozen=True, slots=True)
class Flow:
    """A movement between places that the text tells; drawn as an arrow where both ends are known.

    Of `origin`, `through` and `destination` the text names at least one; what it does not name
    is empty, never guessed.
    """

    flow_id: str
    article_id: str
    kind: FlowKind
    trigger: Span
    status: Status
    evidence: tuple[Span, ...]
    origin: EventPlace | None = None
    through: tuple[EventPlace, ...] = ()
    """In the order of the text."""
    destination: EventPlace | None = None
    carries: Span | None = None
    """The words for what or who moves ("heroin", "2,000 soldiers")."""
    when: When = field(default_factory=When)
    actors: tuple[Actor, ...] = ()
    event_id: str | None = None
    """The event that the same words were coded as, if they were."""
    not_drawn_because: str | None = None
    """`None` when it is drawn as an arrow; else the reason in words, shown to the user."""


@dataclass(frozen=True, slots=True)
class SameEvent:
    """A proposal that two events of different documents are one; nothing is merged by it."""

    first: str
    second: str
    """Ids of events."""
    score: float
    """From 0 to 1."""
    reason: str
    """What speaks for it and against it, in words, for the reader."""
    is_same: bool | None = None
    """What a person decided; `None` until one has."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything that was read out of one or more documents."""

    articles: tuple[Article, ...]
    resolutions: dict[str, tuple[Resolution, ...]]
    """By `article_id`, in the order of the text."""
    events: tuple[Event, ...]
    notices: tuple[Notice, ...] = ()
    flows: tuple[Flow, ...] = ()
    same: tuple[SameEvent, ...] = ()
    """Across documents, the most likely first."""

    @property
    def places(self) -> dict[str, Place]:
        """Every place that is drawn, by `place_id`, in the order of first mention."""
        drawn = (r.place for rs in self.resolutions.values() for r in rs if r.is_drawn and r.place)
        return {place.place_id: place for place in drawn}
