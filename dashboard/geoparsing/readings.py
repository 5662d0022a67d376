"""What was made of one article on the way from its words to its places."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from dashboard.gazetteer import Match

if TYPE_CHECKING:
    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.passages import Passages
    from dashboard.geoparsing.recognition import Judged
    from dashboard.geoparsing.resolution import Ranked
    from dashboard.geoparsing.sightings import Sighting
    from dashboard.geoparsing.tokens import Tokens


class Company(Enum):
    """What a text names beside a name."""

    NONE = "nothing"
    ADJECTIVES = "only adjectives of countries"
    """As in "French troops in Tessalit"."""
    PLACES = "other places"


@dataclass(frozen=True, slots=True)
class Seen:
    """The words of an article, and every run of them that might name a place."""

    passages: Passages
    tokens: Tokens
    judged: Judged
    year: int | None
    """The year the article was published in."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of one article, before it is told as resolutions."""

    passages: Passages
    tokens: Tokens
    sightings: tuple[Sighting, ...]
    ranked: tuple[Ranked, ...]
    best: tuple[int | None, ...]
    """For each sighting the number of its best candidate, or `None`."""
    year: int | None = None
    """The year the article was published in."""
    stated: tuple[Entry | None, ...] = ()
    """For each sighting the area the text puts it in, where the gazetteer has nothing."""

    named: frozenset[str] = frozenset()
    """The names that are in the gazetteer, without case."""

    def company(self, number: int) -> Company:
        """Return what else the text names that could speak for a country."""
        own = self.sightings[number].surface.casefold()
        if self.named <= {own}:
            return Company.NONE
        only_adjectives = all(
            s.surface.casefold() == own or all(e.match is Match.ADJECTIVE for e in s.candidates)
            for s in self.sightings
        )
        return Company.ADJECTIVES if only_adjectives else Company.PLACES

    def chosen(self, number: int) -> Entry | None:
        """Return the place chosen for a sighting."""
        best = self.best[number]
        return None if best is None else self.sightings[number].candidates[best]

    def all_chosen(self) -> tuple[Entry | None, ...]:
        """Return the places chosen for all sightings, in order."""
        return tuple(self.chosen(number) for number in range(len(self.sightings)))

    def score(self, number: int) -> float:
        """Return the chance of the place chosen, of the likeliest where none was; 0 without any."""
        chances, best = self.ranked[number].chances, self.best[number]
        if best is not None:
            return float(chances[best])
        return float(chances.max(initial=0.0))
