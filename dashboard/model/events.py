"""What a text reports: events and movements, each value with the words behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from dashboard.model.documents import Span
    from dashboard.model.places import Amendment, Mention, Place


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
    unknown: bool = False
    """Whether no gazetteer knows the name: `place` is the area that holds it, not it."""

    @property
    def name(self) -> str:
        """The place in words; of one that is not known its own name and the area."""
        return f"{self.own_name}, somewhere in {self.place.name}" if self.unknown else self.own_name

    @property
    def own_name(self) -> str:
        """The name of the place itself, that of the text where it is not known."""
        return " ".join(self.mention.surface.split()) if self.unknown else self.place.name


@dataclass(frozen=True, slots=True)
class Actor:
    """
    Who took part: `role` is actor, target, assistant or blamed; `actor_class` is an ACLED class.

    Blamed is of whom somebody says that they did it: the claims say who does.
    """

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
    unplaced: Mention | None = None
    """The name that the text gives its place, where not even the country is known."""

    @property
    def is_judged(self) -> bool:
        """Whether a person has accepted, rejected or put right the event."""
        return self.grading is not None or bool(self.amended)


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
