"""How a document uses its words, counted once, by which single mentions are judged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.geoparsing.proposals import Proposal
    from dashboard.geoparsing.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document uses its words, counted once."""

    times: Counter[str]
    as_place: Counter[str]
    as_person: Counter[str]
    person_words: frozenset[str]
    lower_case: frozenset[str]


def habits_of(tokens: Tokens, proposals: Sequence[Proposal]) -> Habits:
    """Return the counts over the whole document that single mentions are judged by."""
    exact = {(entity.first, entity.last): entity.label for entity in tokens.entities}
    times: Counter[str] = Counter()
    as_place: Counter[str] = Counter()
    as_person: Counter[str] = Counter()
    for proposal in proposals:
        key = proposal.surface.casefold()
        times[key] += 1
        label = exact.get((proposal.first, proposal.last))
        as_place[key] += label in {"GPE", "LOC"}
        as_person[key] += label == "PERSON"
    person_words = {
        tokens.lowers[index]
        for entity in tokens.entities
        if entity.label == "PERSON" and entity.last > entity.first
        for index in range(entity.first, entity.last + 1)
    }
    lower_case = {word for word in tokens.words if word.islower()}
    return Habits(times, as_place, as_person, frozenset(person_words), frozenset(lower_case))
