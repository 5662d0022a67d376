"""Hand-written lists of words that say what a name does in its sentence."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

GROUPS = (
    "in_place",
    "weak_preposition",
    "person_title",
    "says",
    "governs",
    "will",
    "acts",
    "addressed",
    "takes",
    "state_possession",
    "state_relations",
    "state_noun",
    "area_noun",
    "street",
    "organisation",
    "facility",
    "rank_word",
    "of_place",
    "people_noun",
    "calendar",
    "excluded",
)


@dataclass(frozen=True, slots=True)
class Cues:
    """The word lists by name, with the few that are more than lists."""

    groups: Mapping[str, frozenset[str]]
    plural_area: Mapping[str, str]
    """`counties` -> `County`: what a name before the plural stands for."""
    directions: Mapping[str, str]
    """`southern` -> `south`."""
    excluded_phrases: tuple[tuple[str, ...], ...]

    def has(self, group: str, word: str) -> bool:
        """Whether a word (in lower case) is in a list."""
        return word in self.groups[group]


def load_cues(path: Path) -> Cues:
    """Return the word lists of a file; raises `DataError` if one is missing."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return Cues(
            groups={name: frozenset(record[name]) for name in GROUPS},
            plural_area=record["plural_area"],
            directions=record["directions"],
            excluded_phrases=tuple(tuple(phrase) for phrase in record["excluded_phrases"]),
        )
    except (OSError, ValueError, KeyError) as error:
        msg = f"{path} cannot be used ({error}); install the product again."
        raise DataError(msg) from error
