"""Every run of words that might name a place, before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.gazetteer.gazetteer import is_written_so
from dashboard.geoparsing.frames import OVERRUN
from dashboard.geoparsing.sightings import exactly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.gazetteer import Entry, Gazetteer
    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.tokens import Tokens

LABELS = frozenset(
    {"GPE", "LOC", "FAC", "NORP", "ORG", "PERSON", "PRODUCT", "EVENT", "WORK_OF_ART", "LANGUAGE"}
)
NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "QUANTITY", "ORDINAL"})
MAX_NAME_WORDS = 6
LIST_LINKS = frozenset({",", "and", "or", "of"})
NAMING = ("in_place", "takes", "rank_word")
"""What stands before a name that nobody knows."""
LEFT_OUT_FIRST = frozenset({"the", "a", "an", "#", "@", "“", '"', "‘", "'", "(", "[", "-", "–"})
LEFT_OUT_LAST = frozenset({"'s", "’s", "'", "’", "”", '"', ",", ".", ")", "]", "-", "–", "s"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """Tokens `first` to `last`, both included, and the places that bear the name."""

    first: int
    last: int
    surface: str
    entries: tuple[Entry, ...]


def propose(tokens: Tokens, gazetteer: Gazetteer, *, cues: Cues) -> tuple[Proposal, ...]:
    """Return every proposal in the order of the text, the shorter of two with one start first."""
    runs: set[tuple[int, int]] = set()
    runs.update(_entity_runs(tokens))
    runs.update(_area_runs(tokens, cues=cues))
    runs.update(_unlabelled_runs(tokens, cues=cues))
    found = dict(_gazetteer_runs(tokens, gazetteer))
    proposals = []
    for first, last in sorted(runs | found.keys()):
        surface = tokens.text[tokens.starts[first] : tokens.ends[last]]
        proposals.append(Proposal(first, last, surface, found.get((first, last), ())))
    return tuple(proposals)


def _entity_runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    for entity in tokens.entities:
        if entity.label not in LABELS:
            continue
        first, last = entity.first, entity.last
        while first < last and tokens.lowers[first] in LEFT_OUT_FIRST:
            first += 1
        while last > first and tokens.lowers[last] in LEFT_OUT_LAST:
            last -= 1
        if first < last and tokens.words[first] in OVERRUN:
            yield first + 1, last
        if tokens.words[first][0].isalnum():
            yield first, last


def _area_runs(tokens: Tokens, *, cues: Cues) -> Iterator[tuple[int, int]]:
    """Yield names that end in a word such as County or River, and in a street word."""
    for index, lower in enumerate(tokens.lowers):
        named = cues.has("area_noun", lower) or cues.has("street", lower)
        if not named or not tokens.words[index][0].isupper():
            continue
        first = index
        while index - first < MAX_NAME_WORDS and _may_open_name(tokens, first - 1):
            first -= 1
        for start in range(first, index):
            yield start, index


def _unlabelled_runs(tokens: Tokens, *, cues: Cues) -> Iterator[tuple[int, int]]:
    """Yield capitalised words that the model took for nothing, where a place may be named.

    In "between Macomia and Awasse" neither the model nor the gazetteer may know the second.
    """
    last = -1
    for first in range(len(tokens.words)):
        if first <= last or not _is_unlabelled(tokens, first, cues) or tokens.opens[first]:
            continue
        last = first
        while last - first < MAX_NAME_WORDS and _is_unlabelled(tokens, last + 1, cues):
            last += 1
        before = tokens.lower(first - 1)
        if before in LIST_LINKS or any(cues.has(group, before) for group in NAMING):
            yield first, last


def _is_unlabelled(tokens: Tokens, index: int, cues: Cues) -> bool:
    """Whether a capitalised word is nothing to the model, or a day that no calendar has."""
    word = tokens.word(index)
    if not word[:1].isupper() or not word[-1].isalpha():
        return False
    label = tokens.labels[index]
    return not label or (label in NUMBERS and not cues.has("calendar", word.lower()))


def _may_open_name(tokens: Tokens, index: int) -> bool:
    word = tokens.word(index)
    return bool(word) and word[0].isupper() and word[-1].isalnum() and not tokens.opens[index + 1]


def _gazetteer_runs(
    tokens: Tokens, gazetteer: Gazetteer
) -> Iterator[tuple[tuple[int, int], tuple[Entry, ...]]]:
    start_token = {start: index for index, start in enumerate(tokens.starts)}
    end_token = {end: index for index, end in enumerate(tokens.ends)}
    for hit in gazetteer.scan(tokens.text):
        first, last = start_token.get(hit.start), end_token.get(hit.end)
        if first is None or last is None or last - first >= MAX_NAME_WORDS:
            continue
        surface = tokens.text[hit.start : hit.end]
        entries = tuple(e for e in gazetteer.entries_of(hit.key) if is_written_so(surface, e))
        if entries:
            yield (first, last), entries
    for index in range(1, len(tokens.words)):
        if tokens.words[index - 1] == "#" and tokens.words[index].islower():
            yield (index, index), exactly(gazetteer, tokens.words[index])


def longest_known(proposals: Sequence[Proposal]) -> dict[int, int]:
    """Return for each first word the last word of the longest name that the gazetteer knows."""
    longest: dict[int, int] = {}
    for proposal in proposals:
        last = proposal.last if proposal.entries else -1
        longest[proposal.first] = max(longest.get(proposal.first, -1), last)
    return longest


def parent_starts(proposals: Sequence[Proposal]) -> frozenset[int]:
    """Return the first words of the names of countries and provinces."""
    return frozenset(
        proposal.first
        for proposal in proposals
        if any(
            e.feature_code == "ADM1" or e.feature_code.startswith("PCL") for e in proposal.entries
        )
    )
