"""A mention of an event as it is read, before mentions of one event are joined."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from dashboard.coding.dating.tenses import Tense
from dashboard.model import Toll, When

if TYPE_CHECKING:
    from dashboard.coding.certainty.status import Standing
    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Rule
    from dashboard.coding.who.named_victims import NamedVictim
    from dashboard.model import Actor, Claim, EventPlace, Span

NEVER_SAID = When()
NOT_STATED = Toll()


class TakenUp(Enum):
    """What the words of an event take up of what was told before."""

    PERSON = "they"
    THING = "the attackers, his house"
    NOTHING = "gunmen"


@dataclass(frozen=True, slots=True)
class Draft:
    """One mention, or several joined, of one event."""

    sentence: Sentence
    rule: Rule
    trigger: Span
    standing: Standing
    lemmas: frozenset[str]
    is_definite: bool = False
    is_new: bool = False
    is_plural: bool = False
    is_verb: bool = False
    is_owned: bool = False
    """Whether a possessor stands before it: "the country's civil war"."""
    when: When = NEVER_SAID
    places: tuple[EventPlace, ...] = ()
    actors: tuple[Actor, ...] = ()
    victims: tuple[NamedVictim, ...] = ()
    """Persons to whom it was done, by name."""
    killed: Toll = NOT_STATED
    injured: Toll = NOT_STATED
    sides_killed: frozenset[str] = frozenset()
    sides_injured: frozenset[str] = frozenset()
    """The ACLED classes of those whom the tolls count; empty where they count "people"."""
    claims: tuple[Claim, ...] = ()
    evidence: tuple[Sentence, ...] = ()
    is_disputed: bool = False
    tense: Tense = Tense.NONE
    names_year: bool = False
    """Whether the text says the year of its date."""
    takes_up: TakenUp = TakenUp.NOTHING
    goes_on: bool = False
    """Whether it says that what was told lasts: "fighting continued on Sunday"."""
    has_time: bool = False
    """Whether its sentence has words for a time, read or not."""
    since: str | None = None
    """The family of the event after which this one happened ("since the jailbreak")."""
    around: frozenset[str] = frozenset()
    """The countries in which the places that its sentence names lie."""
