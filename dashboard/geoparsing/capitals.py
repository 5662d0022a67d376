"""Capitals told without their names: "the Tajik capital", "the capital of Niger"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.geoparsing.feature_kinds import kind_of
from dashboard.geoparsing.kinds import CAPITAL_ACTS, acts
from dashboard.geoparsing.sightings import Sighting
from dashboard.model import MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.tokens import Tokens

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
OTHER_SENSES = frozenset(
    {"punishment", "gain", "gains", "market", "markets", "flight", "flows", "control", "controls"}
    | {"investment", "expenditure", "spending", "stock", "letter", "letters", "crime", "crimes"}
)
"""What follows "capital" where it is no city."""
OPENERS = frozenset({"the", "in", "to", "from", "near", "around", "outside", "a", ""})
"""What stands before "capital of X"; "the commercial capital of X" is another city."""
NAMED_WITHIN = 4
"""Words from "the Tajik capital, Dushanbe" to the name that tells it anyway."""


@dataclass(frozen=True, slots=True)
class Capital:
    """The word "capital", the city it stands for, and the mention of the country it is of."""

    word: int
    entry: Entry
    country: Entry
    owner: int
    """The number of the sighting that names the country."""
    kind: MentionKind

    @property
    def not_drawn_because(self) -> str | None:
        """Why it has no mark; `None` when it has one."""
        return CAPITAL_ACTS if self.kind is MentionKind.METONYM else None


def capitals_in(
    tokens: Tokens,
    sightings: Sequence[Sighting],
    chosen: Sequence[Entry | None],
    *,
    capital_of: Mapping[str, Entry],
    cues: Cues,
) -> Iterator[Capital]:
    """Yield the capitals that the text tells without their names, in order."""
    for number, (sighting, country) in enumerate(zip(sightings, chosen, strict=True)):
        if country is None or kind_of(country) != "country":
            continue
        city = capital_of.get(country.country or "")
        word = _capital_word(tokens, sighting)
        if city is None or word is None or _is_named(tokens, sightings, chosen, word, city):
            continue
        last = max(word, sighting.last)
        phrase = Sighting(word, last, "capital", "GPE", sighting.chance)
        is_actor = acts(tokens, phrase, city, cues=cues)
        kind = MentionKind.METONYM if is_actor else MentionKind.TOPONYM
        yield Capital(word, city, country, number, kind)


def _capital_word(tokens: Tokens, sighting: Sighting) -> int | None:
    """Return where "capital" stands in "the Tajik capital" or "the capital of Tajikistan"."""
    after = sighting.last + 1
    after += tokens.lower(after) in POSSESSIVES
    if tokens.word(after) == "capital" and tokens.lower(after + 1) not in OTHER_SENSES:
        return after
    if tokens.lower(sighting.last + 1) in POSSESSIVES:  # "the capital of Russia's Dagestan"
        return None
    before = sighting.first - 1
    before -= tokens.lower(before) == "the"
    is_of = tokens.lower(before) == "of" and tokens.word(before - 1) == "capital"
    return before - 1 if is_of and tokens.lower(before - 2) in OPENERS else None


def _is_named(
    tokens: Tokens,
    sightings: Sequence[Sighting],
    chosen: Sequence[Entry | None],
    word: int,
    city: Entry,
) -> bool:
    """Whether the capital's name stands beside the word, in its sentence."""
    for sighting, entry in zip(sightings, chosen, strict=True):
        if entry is None or entry.place_id != city.place_id:
            continue
        between = (
            tokens.lowers[word + 1 : sighting.first] or tokens.lowers[sighting.last + 1 : word]
        )
        if len(between) < NAMED_WITHIN and "." not in between:
            return True
    return False
