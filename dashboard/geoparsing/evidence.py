"""What speaks for and against a run of words being a place name, as numbers for the weights."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from dashboard.gazetteer import Match
from dashboard.geoparsing.habits import habits_of
from dashboard.geoparsing.proposals import longest_known, parent_starts
from dashboard.geoparsing.spellings import is_own_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.habits import Habits
    from dashboard.geoparsing.proposals import Proposal
    from dashboard.geoparsing.tokens import Entity, Tokens
    from dashboard.geoparsing.truecasing import NameSense

MAIN_LABELS = ("GPE", "LOC", "FAC", "NORP", "ORG", "PERSON")
EARTH_CLASSES = frozenset("HLTVU")
CUE_GROUPS = (
    "in_place",
    "weak_preposition",
    "person_title",
    "says",
    "will",
    "area_noun",
    "street",
    "organisation",
    "facility",
    "rank_word",
    "people_noun",
    "takes",
)

FEATURES = (
    "words",
    "characters",
    *(f"is {label}" for label in (*MAIN_LABELS, "other", "none")),
    *(f"in {label}" for label in (*MAIN_LABELS, "other")),
    "words before in entity",
    "words after in entity",
    "cuts entity",
    "covers entity",
    "all capitals",
    "no capital",
    "has digit",
    "opens",
    "capital before",
    "capital after",
    "hyphen before",
    "hyphen after",
    "hash before",
    "least name chance",
    "most name chance",
    "name chance before",
    "name chance after",
    "places",
    "largest population",
    "country",
    "province",
    "district",
    "town",
    "earth",
    "adjective",
    "own name",
    "calendar",
    *(f"before: {group}" for group in CUE_GROUPS),
    *(f"after: {group}" for group in CUE_GROUPS),
    *(f"last word: {group}" for group in ("area_noun", "street", "organisation", "facility")),
    "the before",
    "comma before",
    "comma after",
    "parent after comma",
    "possessive after",
    "word two before: rank_word",
    "of a place before",
    "person before",
    "person after",
    "times in text",
    "share seen as place",
    "share seen as person",
    "seen in a person's name",
    "seen in lower case",
    "longer place name",
    "linear",
)


def linear_inputs(tokens: Tokens, proposals: Sequence[Proposal]) -> NDArray[np.float32]:
    """Return the model's vectors of the word before, the first, the last and the word after."""
    vectors = tokens.vectors
    out = len(vectors)

    def rows(indices: list[int]) -> NDArray[np.float32]:
        chosen = vectors[[index if 0 <= index < out else 0 for index in indices]]
        chosen[[not 0 <= index < out for index in indices]] = 0
        return chosen.astype(np.float32)

    return np.hstack(
        [
            rows([p.first - 1 for p in proposals]),
            rows([p.first for p in proposals]),
            rows([p.last for p in proposals]),
            rows([p.last + 1 for p in proposals]),
        ]
    )


def evidence(
    tokens: Tokens,
    proposals: Sequence[Proposal],
    *,
    cues: Cues,
    sense: NameSense,
    linear: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return one row of `FEATURES` for each proposal."""
    habits = habits_of(tokens, proposals)
    longest = longest_known(proposals)
    parents = parent_starts(proposals)
    rows = np.zeros((len(proposals), len(FEATURES)))
    for number, proposal in enumerate(proposals):
        values = [
            *_shape(tokens, proposal),
            *_sense(tokens, proposal, sense),
            *_places(proposal),
            *_neighbours(tokens, proposal, cues=cues, parents=parents),
            *_habit(tokens, proposal, habits),
            float(longest[proposal.first] > proposal.last),
            float(linear[number]),
        ]
        rows[number] = values
    return rows


def _shape(tokens: Tokens, proposal: Proposal) -> list[float]:
    first, last = proposal.first, proposal.last
    surface = proposal.surface
    before, after = tokens.word(first - 1), tokens.word(last + 1)
    letters = [letter for letter in surface if letter.isalpha()]
    return [
        float(last - first + 1),
        float(len(surface)),
        *_labels(tokens, proposal),
        float(len(letters) > 1 and all(letter.isupper() for letter in letters)),
        float(not any(letter.isupper() for letter in letters)),
        float(any(letter.isdigit() for letter in surface)),
        float(tokens.opens[first]),
        float(before[:1].isupper()),
        float(after[:1].isupper()),
        float(before == "-"),
        float(after == "-"),
        float(before == "#"),
    ]


def _labels(tokens: Tokens, proposal: Proposal) -> list[float]:
    entity = _entity_of(tokens, proposal)
    label = entity.label if entity else "none"
    label = label if label in MAIN_LABELS or label == "none" else "other"
    whole = entity is not None and _is_whole(tokens, entity, proposal)
    inside = entity is not None and entity.first <= proposal.first and entity.last >= proposal.last
    is_label = label if whole or entity is None else ""
    in_label = label if inside and not whole else ""
    return [
        *(float(is_label == name) for name in (*MAIN_LABELS, "other", "none")),
        *(float(in_label == name) for name in (*MAIN_LABELS, "other")),
        float(proposal.first - entity.first) if entity and inside else 0.0,
        float(entity.last - proposal.last) if entity and inside else 0.0,
        float(entity is not None and not inside and not whole),
        float(_covers(tokens, proposal)),
    ]


def _entity_of(tokens: Tokens, proposal: Proposal) -> Entity | None:
    for index in range(proposal.first, proposal.last + 1):
        if tokens.entity_at[index] >= 0:
            return tokens.entities[tokens.entity_at[index]]
    return None


def _is_whole(tokens: Tokens, entity: Entity, proposal: Proposal) -> bool:
    first = entity.first + (tokens.lowers[entity.first] == "the")
    last = entity.last - (tokens.lowers[entity.last] in {"'s", "’s", "'", "’"})
    return (first, last) == (proposal.first, proposal.last)


def _covers(tokens: Tokens, proposal: Proposal) -> int:
    at = {tokens.entity_at[index] for index in range(proposal.first, proposal.last + 1)} - {-1}
    return sum(
        proposal.first <= tokens.entities[number].first
        and tokens.entities[number].last <= proposal.last
        and (tokens.entities[number].first, tokens.entities[number].last)
        != (proposal.first, proposal.last)
        for number in at
    )


def _sense(tokens: Tokens, proposal: Proposal, sense: NameSense) -> list[float]:
    chances = [sense.chance(tokens.words[i]) for i in range(proposal.first, proposal.last + 1)]
    return [
        min(chances),
        max(chances),
        sense.chance(tokens.word(proposal.first - 1)),
        sense.chance(tokens.word(proposal.last + 1)),
    ]


def _places(proposal: Proposal) -> list[float]:
    entries = proposal.entries
    codes = {entry.feature_code for entry in entries}
    return [
        math.log1p(len(entries)),
        math.log10(1 + max((entry.population or 0 for entry in entries), default=0)),
        float(any(code.startswith("PCL") for code in codes)),
        float("ADM1" in codes),
        float("ADM2" in codes),
        float(any(entry.feature_class == "P" for entry in entries)),
        float(any(entry.feature_class in EARTH_CLASSES for entry in entries)),
        float(any(entry.match is Match.ADJECTIVE for entry in entries)),
        float(any(is_own_name(proposal.surface, entry) for entry in entries)),
    ]


def _neighbours(
    tokens: Tokens, proposal: Proposal, *, cues: Cues, parents: frozenset[int]
) -> list[float]:
    first, last = proposal.first, proposal.last
    before, after, own = tokens.lower(first - 1), tokens.lower(last + 1), tokens.lower(last)
    ends = own if last > first else ""
    return [
        float(cues.has("calendar", own)),
        *(float(cues.has(group, before)) for group in CUE_GROUPS),
        *(float(cues.has(group, after)) for group in CUE_GROUPS),
        *(
            float(cues.has(group, ends))
            for group in ("area_noun", "street", "organisation", "facility")
        ),
        float(before == "the"),
        float(before == ","),
        float(after == ","),
        float(after == "," and last + 2 in parents),
        float(after in {"'s", "’s", "'", "’"}),
        float(cues.has("rank_word", tokens.lower(first - 2))),
        float(before == "of" and cues.has("of_place", tokens.lower(first - 2))),
        float(_label_at(tokens, first - 1) == "PERSON"),
        float(_label_at(tokens, last + 1) == "PERSON"),
    ]


def _label_at(tokens: Tokens, index: int) -> str:
    return tokens.labels[index] if 0 <= index < len(tokens.labels) else ""


def _habit(tokens: Tokens, proposal: Proposal, habits: Habits) -> list[float]:
    key = proposal.surface.casefold()
    times = habits.times[key]
    lowers = tokens.lowers[proposal.first : proposal.last + 1]
    return [
        math.log1p(times),
        habits.as_place[key] / times,
        habits.as_person[key] / times,
        float(any(lower in habits.person_words for lower in lowers)),
        float(all(lower in habits.lower_case for lower in lowers)),
    ]
