"""Names in columns of a table that are headed by a word for places: each cell names one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.reading.rows import find_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.geoparsing.passages import Passages
    from dashboard.geoparsing.proposals import Proposal
    from dashboard.geoparsing.tokens import Tokens
    from dashboard.model import Article, Span

PARTS = re.compile(r"[^,;/()&+–—]+")
LINK = re.compile(r"\b(?:and|or)\b")
NAME = re.compile(r"[^\W\d_][\w’'. -]*")
LEAD = re.compile(
    r"(?:(?:near|around|outside|close to|north|south|east|west|of|in|at|the|rural|greater)\s+)+",
    re.IGNORECASE,
)
NO_NAME = frozenset(
    {"unknown", "various", "several", "multiple", "none", "na", "n.a", "n", "a", "nationwide"}
    | {"countrywide", "undisclosed", "unspecified", "total", "other", "others", "same", "all"}
)
MOST_WORDS = 4


def names_in_cells(
    article: Article, passages: Passages, tokens: Tokens, proposals: Sequence[Proposal]
) -> tuple[tuple[int, int], ...]:
    """Return the names in cells for places, as runs of the clean text."""
    clean = {s + by: s for s, by in zip(passages.starts, passages.shifts, strict=True)}
    known = [p for p in proposals if p.entries]
    runs = {(tokens.starts[p.first], tokens.ends[p.last]) for p in known}
    found: list[tuple[int, int]] = []
    for row in find_rows(article):
        for cell in row.where:
            start = clean.get(cell.span.start)
            if start is not None:
                found += _names(cell.span, article.text, start, runs)
    return tuple(found)


def _names(
    cell: Span, text: str, start: int, known: set[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the longest known name of each part of a cell, else its words as a strange name."""
    words = cell.of(text)
    for part in PARTS.finditer(LINK.sub(lambda m: "," * len(m.group()), words)):
        lead = LEAD.match(part.group().lstrip())
        skipped = len(part.group()) - len(part.group().lstrip()) + (lead.end() if lead else 0)
        first = start + part.start() + skipped
        last = start + part.start() + len(part.group().rstrip())
        inside = [run for run in known if first <= run[0] and run[1] <= last]
        name = words[first - start : last - start]
        if inside:
            yield max(inside, key=lambda run: run[1] - run[0])
        elif _is_name(name):
            yield first, last


def _is_name(words: str) -> bool:
    is_short = 0 < len(words.split()) <= MOST_WORDS
    is_written_so = NAME.fullmatch(words) is not None and words[:1].isupper()
    return is_short and is_written_so and words.lower() not in NO_NAME
