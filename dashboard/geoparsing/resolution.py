"""Toponym resolution: which place a name is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.geoparsing.context import context_of, groups_of
from dashboard.geoparsing.feature_kinds import prior_of
from dashboard.geoparsing.forest import chance
from dashboard.geoparsing.ranking import FEATURES, Ranker
from dashboard.geoparsing.wording import surroundings_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from dashboard.geoparsing.sightings import Sighting
    from dashboard.geoparsing.tokens import Tokens
    from dashboard.geoparsing.weights import Weights

KIND_COLUMNS = [FEATURES.index(f"kind agrees {where}") for where in ("inside", "after", "before")]
WORDS_THAT_SAY = (([FEATURES.index("parent agrees")], 0.1), (KIND_COLUMNS, 0.15))
"""Columns of explicit words, and how much chance they leave to a place they speak against."""
TWIN = FEATURES.index("twin share")


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
    ranker = Ranker(
        tokens=tokens,
        cues=weights.cues,
        sightings=sightings,
        surroundings=surroundings_of(tokens, sightings, cues=weights.cues),
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
    return tuple(Ranked(heed_words(part.chances, part.rows), part.rows) for part in ranked)


def heed_words(chances: NDArray[np.float64], rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the chances after the text's own words: "Paris, Texas", "Osh region".

    Where the words beside a name agree with one candidate, those they contradict lose most of
    their chance, however large they are; a town loses it to the region of its name.
    """
    heeded = chances.copy()
    for columns, left in WORDS_THAT_SAY:
        agree = rows[:, columns].max(axis=1, initial=-1) > 0
        if not agree.any():
            continue
        kept = np.where(agree, heeded, heeded * left)
        twins = rows[:, TWIN] > 0
        heirs = agree & twins
        if columns is KIND_COLUMNS and heirs.any():
            lost = float((heeded - kept)[twins].sum())
            kept[heirs] = np.minimum(1.0, kept[heirs] + lost / heirs.sum())
        heeded = kept
    return heeded


def as_shares(chances: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return chances that sum to 1 for one name; all of them small stay small together."""
    total = float(chances.sum())
    return chances / max(total, 1.0) if len(chances) else chances
