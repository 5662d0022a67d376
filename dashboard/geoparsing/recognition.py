"""Toponym recognition: where the text names a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.geoparsing.coherence import LOOKED_AT_TWICE, coherence
from dashboard.geoparsing.evidence import evidence, linear_inputs
from dashboard.geoparsing.feature_kinds import BUILT_IN
from dashboard.geoparsing.forest import chance
from dashboard.geoparsing.frames import Frames, countries_of
from dashboard.geoparsing.proposals import Proposal, propose
from dashboard.geoparsing.sightings import Sighting, candidates_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dashboard.gazetteer import Gazetteer
    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.forest import Forest
    from dashboard.geoparsing.tokens import Tokens
    from dashboard.geoparsing.truecasing import NameSense
    from dashboard.geoparsing.weights import Linear, Weights

MAX_NESTED = 30
"""Proposals come sorted by their first word; nested ones stand this near."""
TINY = 1e-6
NATURAL_ENDS = frozenset(
    {"river", "lake", "sea", "ocean", "strait", "gulf", "bay", "creek", "canal", "mountains"}
    | {"desert", "island", "islands", "peninsula", "glacier", "volcano", "falls", "reservoir"}
)
STATES = frozenset({"state", "province", "governorate", "oblast", "prefecture"})
PARTICLES = frozenset({"de", "del", "da", "do", "das", "dos", "du", "des"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
HAND_WRITTEN = 0.4
"""The least chance of a hand-written name of several words, "Line of Control"."""
MAY_BE_NATURAL = 0.15
""""In Iraq River traffic" names no Iraq River."""
FRAMED_FROM = 0.02
FRAMED = 0.38
"""The chance of a strange name in words that only a place can stand in; less is no name at all."""
PIECE = 2048


@dataclass(frozen=True, slots=True)
class Judged:
    """Every proposal with the chance that it names a place."""

    proposals: tuple[Proposal, ...]
    chances: NDArray[np.float64]


def judge(tokens: Tokens, gazetteer: Gazetteer, *, weights: Weights, sense: NameSense) -> Judged:
    """Return every run of words that might name a place, with the chance that it does."""
    return judge_with(
        tokens,
        gazetteer,
        cues=weights.cues,
        sense=sense,
        linear=weights.word_context,
        looks=weights.recognition,
    )


def judge_with(  # the parts of the weights, which fitting has one by one
    tokens: Tokens,
    gazetteer: Gazetteer,
    *,
    cues: Cues,
    sense: NameSense,
    linear: Linear,
    looks: tuple[Forest, Forest],
) -> Judged:
    """Return every run of words with its chance, by the parts of the weights one by one.

    The second look also sees what the first one says of the rest of the document.
    """
    proposals = propose(tokens, gazetteer, cues=cues)
    if not proposals:
        return Judged((), np.zeros(0))
    # In pieces, so that a book needs no more memory than an article.
    pieces = [proposals[at : at + PIECE] for at in range(0, len(proposals), PIECE)]
    context = np.concatenate([linear.score(linear_inputs(tokens, piece)) for piece in pieces])
    rows = evidence(tokens, proposals, cues=cues, sense=sense, linear=context)
    chances = look_again(tokens, proposals, rows, chance(looks[0].score(rows)), forest=looks[1])
    chances = _raised_by_hand(tokens, proposals, chances)
    frames = Frames(tokens, cues, sense, countries_of(proposals, chances))
    return Judged(proposals, _raised_by_frames(proposals, chances, frames))


def look_again(
    tokens: Tokens,
    proposals: Sequence[Proposal],
    rows: NDArray[np.float64],
    chances: NDArray[np.float64],
    *,
    forest: Forest,
) -> NDArray[np.float64]:
    """Return the chances after the second look; what was out of the question keeps the first."""
    numbers = second_looks(chances)
    wider = np.hstack([rows[numbers], coherence(tokens, proposals, chances, numbers)])
    result = chances.copy()
    result[numbers] = chance(forest.score(wider))
    return result


def second_looks(chances: NDArray[np.float64]) -> list[int]:
    """Return the numbers of the proposals that are looked at again."""
    numbers: list[int] = np.flatnonzero(chances >= LOOKED_AT_TWICE).tolist()
    return numbers


def _raised_by_hand(
    tokens: Tokens, proposals: Sequence[Proposal], chances: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the chances with some names of several words before the names inside them.

    "Pakistani tribal belt" is a row of the table of regions; no corpus marks such phrases whole.
    "Táchira River" is no province of Táchira, even where the gazetteer lacks the river.
    """
    raised = chances.copy()
    for number, whole in enumerate(proposals):
        by_hand = any(e.layer != BUILT_IN for e in whole.entries)
        by_hand = by_hand or _is_state(tokens, whole)
        is_natural = tokens.lowers[whole.last] in NATURAL_ENDS and chances[number] >= MAY_BE_NATURAL
        is_long = _has_particle(tokens, whole)
        if whole.first == whole.last or not (by_hand or is_natural or is_long):
            continue
        inside = [
            chances[other]
            for other in range(
                max(0, number - MAX_NESTED), min(len(proposals), number + MAX_NESTED)
            )
            if whole.first <= proposals[other].first and proposals[other].last <= whole.last
        ]
        floor = HAND_WRITTEN if by_hand else 0.0
        raised[number] = min(1.0, max(*inside, floor) + TINY)
    return raised


def _has_particle(tokens: Tokens, whole: Proposal) -> bool:
    """Whether it is "San Luis de la Reina", all of it one place to the model: no "San Luis"."""
    at = tokens.entity_at[whole.first]
    if at < 0:
        return False
    entity = tokens.entities[at]
    is_one = (entity.first, entity.last) == (whole.first, whole.last)
    inside = tokens.lowers[whole.first + 1 : whole.last]
    return is_one and entity.label in PLACES and not PARTICLES.isdisjoint(inside)


def _is_state(tokens: Tokens, whole: Proposal) -> bool:
    """Whether it is "Jonglei State", whole; in America such names are of universities."""
    ends = tokens.lowers[whole.last] in STATES and not tokens.word(whole.last + 1)[:1].isupper()
    return ends and any(e.feature_code == "ADM1" and e.country != "US" for e in whole.entries)


def _raised_by_frames(
    proposals: Sequence[Proposal], chances: NDArray[np.float64], frames: Frames
) -> NDArray[np.float64]:
    """Return the chances with the names that the words around them make places of, or bodies."""
    raised = chances.copy()
    for number in np.flatnonzero(chances >= FRAMED_FROM).tolist():
        if proposals[number].entries and frames.says_body(proposals[number]):
            raised[number] = 0.0
    for number in np.flatnonzero(chances < FRAMED).tolist():
        is_possible = chances[number] >= FRAMED_FROM and (
            frames.says_place(proposals[number]) or frames.puts_there(proposals[number])
        )
        if is_possible or frames.is_quarter(proposals[number]):
            raised[number] = FRAMED
    return raised


def choose(judged: Judged, *, accepts_above: float) -> tuple[int, ...]:
    """Return the proposals that are taken as place names, in order; none overlap."""
    taken: list[int] = []
    used: set[int] = set()
    for number in np.argsort(-judged.chances, kind="stable").tolist():
        if judged.chances[number] < accepts_above:
            break
        proposal = judged.proposals[number]
        words = range(proposal.first, proposal.last + 1)
        if used.isdisjoint(words):
            taken.append(number)
            used.update(words)
    return tuple(sorted(taken))


def runs_of(
    tokens: Tokens, judged: Judged, spans: Sequence[tuple[int, int]]
) -> tuple[tuple[Proposal, float], ...]:
    """Return given spans (offsets in the clean text) as proposals, each certain to be a name."""
    known = {(proposal.first, proposal.last): proposal for proposal in judged.proposals}
    runs = []
    for start, end in spans:
        first, last = bisect_right(tokens.ends, start), bisect_left(tokens.starts, end) - 1
        surface = tokens.text[tokens.starts[first] : tokens.ends[last]]
        runs.append((known.get((first, last)) or Proposal(first, last, surface, ()), 1.0))
    return tuple(runs)


def sight(
    tokens: Tokens,
    runs: Sequence[tuple[Proposal, float]],
    gazetteer: Gazetteer,
    *,
    cues: Cues,
) -> tuple[Sighting, ...]:
    """Return proposals and their chances as sightings, with the places each could stand for."""
    exact = {(entity.first, entity.last): entity.label for entity in tokens.entities}
    sightings = []
    for proposal, sure in runs:
        span = (proposal.first, proposal.last)
        candidates, bare = candidates_of(tokens, span, gazetteer, known=proposal.entries, cues=cues)
        sightings.append(
            Sighting(
                *span,
                surface=proposal.surface,
                label=exact.get(span) or tokens.labels[proposal.first],
                chance=sure,
                candidates=candidates,
                bare=bare,
            )
        )
    return tuple(sightings)
