"""Text in capitals or in Title Case, lowered for the parser: names alone keep their capitals."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from dashboard.coding.dates.words import MONTH_NAMES, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dashboard.model import Span

WORD = re.compile(r"[^\W\d_]+")
CAPITALS_SHARE = 0.8
TITLED_SHARE = 0.9
"""Of the words that Title Case capitalises, in a headline; a sentence full of names has fewer."""
FEWEST_TITLED = 4
LONG_WORD = 4
"""Letters; "from", "with" may stand either way in a title, "the", "in", "of" are lower."""
SMALL_WORDS = frozenset({"from", "with", "over", "into", "after", "amid", "near", "than", "that"})
MONTHS_AND_DAYS = re.compile(rf"\b(?!may\b)(?:{MONTH_NAMES}|{WEEKDAYS})\b", re.IGNORECASE)
# "March" in a headline is as often a march; a month has its day or its preposition.
MARCH = re.compile(r"(?<=\bIn )March\b|\bMarch(?= \d)|(?<=\bin )March\b|(?<=\d )March\b")


def as_read(
    text: str,
    offsets: Sequence[int],
    names: tuple[Span, ...],
    *,
    sentence_end: re.Pattern[str],
) -> str:
    """Return the characters, with single spaces for line breaks; capitals of headlines lowered."""
    chars = "".join(" " if text[i].isspace() else text[i] for i in offsets)
    letters = [c for c in chars if c.isalpha()]
    kept = set(_in_names(offsets, names))
    starts = {m.end() for m in sentence_end.finditer(chars)} | {0}
    if letters and sum(c.isupper() for c in letters) >= CAPITALS_SHARE * len(letters):
        return _without_capitals(chars, kept, starts)
    if _is_titled(chars, kept):
        return _without_titles(chars, kept, starts)
    return chars


def _in_names(offsets: Sequence[int], names: tuple[Span, ...]) -> Iterator[int]:
    """Yield which characters belong to names."""
    first = bisect_left(names, offsets[0], key=lambda span: span.end)
    last = bisect_left(names, offsets[-1] + 1, key=lambda span: span.start)
    inside = {i for span in names[first:last] for i in range(span.start, span.end)}
    return (n for n, i in enumerate(offsets) if i in inside)


def _without_capitals(chars: str, kept: set[int], starts: Iterable[int]) -> str:
    low = [c.lower() if len(c.lower()) == 1 else c for c in chars]
    for match in WORD.finditer(chars):
        first = match.start()
        is_initial = match.end() - first == 1 and chars[match.end() : match.end() + 1] == "."
        is_bracketed = chars[first - 1 : first] in {"(", "["} and match.group().isalpha()
        if is_bracketed and chars[match.end() : match.end() + 1] in {")", "]"}:
            low[first : match.end()] = match.group()
        elif first in starts or first in kept or is_initial:
            low[first] = chars[first]
    return MONTHS_AND_DAYS.sub(lambda m: m.group().capitalize(), "".join(low))


def _is_titled(chars: str, kept: set[int]) -> bool:
    """Whether nearly all long words have a capital, and enough of them are no names."""
    words = [m for m in WORD.finditer(chars) if len(m.group()) >= LONG_WORD]
    words = [m for m in words if m.group().lower() not in SMALL_WORDS]
    titled = [m for m in words if m.group()[0].isupper()]
    plain = [m for m in titled if m.start() not in kept and not m.group().isupper()]
    return len(plain) >= FEWEST_TITLED and len(titled) >= TITLED_SHARE * len(words)


def _without_titles(chars: str, kept: set[int], starts: Iterable[int]) -> str:
    """Lower the words of a headline, but for names, abbreviations and words like "al-Shabaab"."""
    low = list(chars)
    months = {m.start() for m in MARCH.finditer(chars)}
    months |= {m.start() for m in MONTHS_AND_DAYS.finditer(chars.lower()) if m.group() != "march"}
    for match in WORD.finditer(chars):
        first, word = match.start(), match.group()
        is_plain = word[0].isupper() and word[1:].islower()
        if is_plain and first not in kept and first not in starts and first not in months:
            low[first] = chars[first].lower()
    return "".join(low)
