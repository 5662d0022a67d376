"""Toponym resolution: which place a name is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.geoparsing.context import context_of, groups_of
from dashboard.geoparsing.feature_kinds import prior_of, twins_of
from dashboard.geoparsing.forest import chance
from dashboard.geoparsing.ranking import FEATURES, PARENT, Ranker
from dashboard.geoparsing.wording import surroundings_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from dashboard.geoparsing.sightings import Sighting
    from dashboard.geoparsing.tokens import Tokens
    from dashboard.geoparsing.weights import Weights

WORDS_THAT_SAY = (
    ([PARENT], 0.1),
    ([FEATURES.index(f"kind agrees {where}") for where in ("inside", "after", "before")], 0.1),
)
"""Columns of explicit words, and how much chance they leave to a place they speak against."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """For one sighting: the chance of each candidate and the evidence it was made from."""

    chances: NDArray[np.float64]
    rows: NDArray[np.float64]


def rank(
    tokens: Tokens,
    sightings: Sequence[Sighting],
    *,
    weights: Weights,
    country_population: Mapping[str, float],
) -> tuple[Ranked, ...]:
    """Return the chances of every candidate, in rounds: each round's context is the last one's."""
    surroundings = surroundings_of(tokens, sightings, cues=weights.cues)
    ranker = Ranker(
        tokens=tokens,
        cues=weights.cues,
        sightings=sightings,
        surroundings=surroundings,
        country_population=country_population,
    )
    shares = [prior_of(sighting.candidates) for sighting in sightings]
    ranked: tuple[Ranked, ...] = ()
    for forest in weights.rankers:
        context = context_of(sightings, groups_of(sightings, shares))
        rows = ranker.rows(context, shares)
        scores = (
            np.split(forest.score(np.vstack(rows)), np.cumsum([len(part) for part in rows])[:-1])
            if rows
            else []
        )
        ranked = tuple(Ranked(chance(s), part) for s, part in zip(scores, rows, strict=True))
        shares = [as_shares(result.chances) for result in ranked]
    heeded = tuple(
        Ranked(heed_words(part.chances, part.rows, twins=twins_of(sighting.candidates)), part.rows)
        for part, sighting in zip(ranked, sightings, strict=True)
    )
    return tuple(
        _kept_inside(part) if number in surroundings.framed else part
        for number, part in enumerate(heeded)
    )


def _kept_inside(ranked: Ranked) -> Ranked:
    """Return the chances with those of places outside of what the words name given to the others.

    So large a namesake cannot be, nor so near to what else the text names.
    """
    inside = np.where(ranked.rows[:, PARENT] > 0, ranked.chances, 0.0)
    share = as_shares(ranked.chances).sum() / max(float(inside.sum()), 1e-9)
    return Ranked(inside * share, ranked.rows)


def heed_words(
    chances: NDArray[np.float64],
    rows: NDArray[np.float64],
    *,
    twins: Sequence[tuple[int, int]] = (),
) -> NDArray[np.float64]:
    """Return the chances after the text's own words: "Paris, Texas", "Kunduz province".

    Where the words beside a name agree with one candidate, those they contradict lose most of
    their chance, however large they are; of `twins` (a town, and the area of its name) the one
    loses it to the other.
    """
    heeded = chances.copy()
    for columns, left in WORDS_THAT_SAY:
        agree = rows[:, columns].max(axis=1, initial=-1) > 0
        if not agree.any():
            continue
        lost = np.where(agree, 0.0, heeded * (1 - left))
        heeded -= lost
        for pair in twins:
            for loser, heir in (pair, pair[::-1]):
                if agree[heir]:
                    heeded[heir] = min(1.0, heeded[heir] + lost[loser])
    return heeded


def as_shares(chances: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return chances that sum to 1 for one name; all of them small stay small together."""
    total = float(chances.sum())
    return chances / max(total, 1.0) if len(chances) else chances
