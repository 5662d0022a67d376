"""Places that the text names only to say that it is somewhere else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.sightings import Sighting
    from dashboard.geoparsing.tokens import Tokens

SKIPPED = frozenset({"the", "its", "their", "of", "a"})
BESIDE = "outside"
NEGATORS = frozenset({"none", "nor", "never", "nobody", "neither"})
NEGATOR_REACH = 6
NOT_REACH = 3
# "A district that borders Arland" is not in Arland.
BORDERING = frozenset({"borders", "bordering"})
SAYS_WHERE = frozenset({"in", "from", "at", "inside", "within", "near"})
IN = frozenset({"in", "at", "inside"})
RIVER = re.compile(r"\b(?:river|creek|canal|wadi|oued|rio)\b", re.IGNORECASE)
STREAMS = ("STM", "CNL", "WAD")
STOPS = frozenset({".", ";", ":", "but", "and", "(", ")", "—"})


def is_beside(tokens: Tokens, sighting: Sighting) -> bool:
    """Whether the words are "outside X": beside it if X is a town, elsewhere if it is an area."""
    return tokens.lower(_word_before(tokens, sighting)) == BESIDE


def without_twins(tokens: Tokens, sighting: Sighting) -> Sighting:
    """Return a name after "outside" without the areas around a town of that name.

    "Outside Khost" is outside the town, though most of "Khost" in the news is the province.
    """
    if not is_beside(tokens, sighting):
        return sighting
    towns = {(e.country, e.admin1) for e in sighting.candidates if e.feature_class == "P"}
    kept = tuple(
        e
        for e in sighting.candidates
        if e.feature_class != "A" or (e.country, e.admin1) not in towns
    )
    return replace(sighting, candidates=kept)


def without_rivers(tokens: Tokens, sighting: Sighting) -> Sighting:
    """Return a name after "in" without the rivers of that name: "killed in Pibor", a town."""
    word = tokens.lower(sighting.first - 1)
    if word not in IN or RIVER.search(sighting.surface):
        return sighting
    kept = tuple(e for e in sighting.candidates if not e.feature_code.startswith(STREAMS))
    return replace(sighting, candidates=kept)


def exclusion_of(
    tokens: Tokens, sighting: Sighting, *, cues: Cues, is_town: bool = False
) -> str | None:
    """
    Return why a place is excluded, in words with a quotation, or `None`.

    "Outside Khost" is near the town of Khost; "outside the valley" is not in the valley.
    """
    if is_town and is_beside(tokens, sighting):
        return None
    start = _excluding_word(tokens, sighting, cues)
    if start is None:
        return None
    said = tokens.text[tokens.starts[start] : tokens.ends[sighting.last]]
    return f"The text says it is not there: “{' '.join(said.split())}”"


def _excluding_word(tokens: Tokens, sighting: Sighting, cues: Cues) -> int | None:
    """Return the word that excludes: "outside" in "outside of the valley"."""
    index = _word_before(tokens, sighting)
    if cues.has("excluded", tokens.lower(index)):
        return index
    article = tokens.lower(sighting.first - 1) == "the"
    if tokens.lower(sighting.first - 1 - article) in BORDERING:
        return sighting.first - 1 - article
    for phrase in cues.excluded_phrases:
        begin = index - len(phrase) + 1
        if begin >= 0 and tokens.lowers[begin : index + 1] == phrase:
            return begin
        # "instead of" ends in a word that was skipped above.
        if begin >= 0 and tokens.lowers[begin + 1 : index + 2] == phrase:
            return begin + 1
    return _negator(tokens, index) if tokens.lower(index) in SAYS_WHERE else None


def _word_before(tokens: Tokens, sighting: Sighting) -> int:
    index = sighting.first - 1
    while index >= 0 and tokens.lowers[index] in SKIPPED:
        index -= 1
    return index


def _negator(tokens: Tokens, preposition: int) -> int | None:
    """Return a "none" or "not" that the preposition stands under."""
    for back in range(1, NEGATOR_REACH + 1):
        word = tokens.lower(preposition - back)
        if not word or word in STOPS:
            return None
        if word in NEGATORS or (back < NOT_REACH and word in {"not", "n't"}):
            return preposition - back
    return None
