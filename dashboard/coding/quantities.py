"""How many people a phrase of the text counts: "at least 25", "roughly two dozen", "several"."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBER_WORDS = {
    **{word: value for value, word in enumerate(UNITS)},
    **{word: 10 * (value + 2) for value, word in enumerate(TENS)},
}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
NUMBER = re.compile(
    # "M23", "AK-47", "30mm", "9th" and "5.5" count nobody.
    rf"(?:(?<![A-Za-z\d#])(?<![A-Za-z]-)(?<!\d[.,])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)"
    rf"(?!\d|[A-Za-z%]|[.]\d)"
    rf"|\b(?:{'|'.join([*NUMBER_WORDS, *SCALES, 'an?'])})\b)"
    rf"(?:[\s-]+(?:and\s+)?(?:{'|'.join([*NUMBER_WORDS, *SCALES])})\b)*",
    re.IGNORECASE,
)
LOWER_BOUND = re.compile(
    r"(at least|(?:not|no) (?:less|fewer) than|minimum of)(?: some| an?)?(?: estimated)?\s*$",
    re.IGNORECASE,
)
ABOVE = re.compile(
    r"(more than|over|upwards of|in excess of|exceed(?:s|ed|ing)?)"
    r"(?: some| an?)?(?: estimated)?\s*$",
    re.IGNORECASE,
)
UPPER_BOUND = re.compile(r"(up to|as many as|at most|no more than)\s*$", re.IGNORECASE)
BELOW = re.compile(r"(fewer than|less than|under)\s*$", re.IGNORECASE)
RANGE = re.compile(r"^\s*(?:-|–|to|and|or)\s*$")
VAGUE = re.compile(
    r"\b(?:several|many|dozens|scores|hundreds|thousands|tens|most|some|few|a few hundred|a few"
    r"|a number|numerous|a couple|a handful)\b",
    re.IGNORECASE,
)
AGE = re.compile(r"^[ -](?:year|month|week|day)s?[ -]old")
# "an estimated 60", "a further three", "a total of nine": the article counts nobody.
ESTIMATED = re.compile(
    r"\s*(?:few|number|couple|handful|lot|total|estimated|further|additional|reported|confirmed"
    r"|combined|minimum|maximum|record)\b"
)
DECIMAL = re.compile(r"\d[.]\d+ $")
OR_MORE = re.compile(r" or more\b", re.IGNORECASE)
VAGUE_SCALE = re.compile(r"\b(?:few|several|many|couple of)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count between `low` and `high`; both `None` when the words give no number."""

    low: int | None
    high: int | None
    start: int
    end: int
    """Where the words stand in the phrase that was read."""


def read_quantity(phrase: str) -> Quantity | None:
    """Return the first count of a noun phrase, or `None` if it counts nothing."""
    one_or_two = _one_or_two(phrase)
    if one_or_two:
        return one_or_two
    numbers = [m for m in NUMBER.finditer(phrase) if not _is_no_number(m, phrase)]
    if not numbers:
        vague = VAGUE.search(phrase)
        return Quantity(None, None, vague.start(), vague.end()) if vague else None
    first = numbers[0]
    if VAGUE_SCALE.search(phrase[: first.start()]):
        return Quantity(None, None, _phrase_start(phrase, first.start()), first.end())
    value = read_number(first.group())
    before = phrase[: first.start()]
    if len(numbers) > 1 and RANGE.match(phrase[first.end() : numbers[1].start()]):
        other = read_number(numbers[1].group())
        if other > value:
            return Quantity(value, other, first.start(), numbers[1].end())
    more = OR_MORE.match(phrase[first.end() :])
    if more:
        return Quantity(value, None, first.start(), first.end() + more.end())
    return _bounded(value, before, first.end())


def _one_or_two(phrase: str) -> Quantity | None:
    """Return the count of "both", "another soldier"."""
    both = re.match(r"both\b", phrase, re.IGNORECASE)
    if both:
        return Quantity(2, 2, 0, both.end())
    is_one = re.match(r"another\s+[a-z]+$", phrase, re.IGNORECASE)
    return Quantity(1, 1, 0, len(phrase)) if is_one else None


def read_number(words: str) -> int:
    """Return the value of a number in digits or words."""
    total, current = 0, 0
    for word in re.split(r"[\s-]+", words.lower().replace(",", "")):
        if word.isdigit():
            current += int(word)
        elif word in NUMBER_WORDS:
            current += NUMBER_WORDS[word]
        elif word in {"a", "an"}:
            current = 1
        elif word in {"hundred", "dozen"}:
            current = max(current, 1) * SCALES[word]
        elif word in SCALES:
            total += max(current, 1) * SCALES[word]
            current = 0
    return total + current


def _is_no_number(match: re.Match[str], phrase: str) -> bool:
    """Whether the "number" is an article or a pronoun: "a few", "a number of", "no one"."""
    if re.search(r"\b(?:no|any|every|some)[ -]$", phrase[: match.start()], re.IGNORECASE):
        return match.group().lower() == "one"
    if DECIMAL.search(phrase[: match.start()]):
        return True
    if match.group().lower() not in {"a", "an"}:
        return AGE.match(phrase[match.end() :]) is not None
    return ESTIMATED.match(phrase[match.end() :]) is not None


def _phrase_start(phrase: str, start: int) -> int:
    match = re.search(
        r"(?:\ba\s+)?\b(?:few|several|many|couple of)\s*$", phrase[:start], re.IGNORECASE
    )
    return match.start() if match else start


def _bounded(value: int, before: str, end: int) -> Quantity:
    for pattern, low, high in (
        (LOWER_BOUND, value, None),
        (ABOVE, value, None),
        (UPPER_BOUND, None, value),
        (BELOW, None, value - 1),
    ):
        match = pattern.search(before)
        if match:
            return Quantity(low, high, match.start(), end)
    approximate = re.search(
        r"(?:about|around|roughly|some|nearly|almost|approximately)\s*$", before, re.IGNORECASE
    )
    start = approximate.start() if approximate else len(before)
    return Quantity(value, value, start, end)
