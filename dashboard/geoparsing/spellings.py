"""Whether a name is a place's own in another spelling, or another name of it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from dashboard.gazetteer import Match
from dashboard.gazetteer.folding import fold

if TYPE_CHECKING:
    from dashboard.gazetteer import Entry

SPELLINGS = frozenset({Match.ALTERNATE, Match.VARIANT})
ARTICLE = re.compile(r"^(?:a[dlnrstz]h?|el)[ -](?=\w{3})")
ALIKE = 0.75
"""How much of two names must agree for one to be a spelling of the other."""


def is_own_name(surface: str, entry: Entry) -> bool:
    """Whether words are a place's own name, or spell it another way: Raqqa for Ar Raqqah."""
    if entry.match is Match.NAME:
        return True
    return entry.match in SPELLINGS and _reads_like(fold(surface), fold(entry.name))


@lru_cache(maxsize=4096)
def _reads_like(one: str, other: str) -> bool:
    one, other = (ARTICLE.sub("", name) for name in (one, other))
    if one[:1] != other[:1]:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
