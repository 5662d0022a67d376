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
_SMALL = (
    rf"(?:(?:{'|'.join(TENS)})(?:[\s-]+(?:{'|'.join(UNITS[1:10])}))?|{'|'.join(reversed(UNITS))})"
)
_SCALE = rf"(?:{'|'.join(SCALES)})"
NUMBER = re.compile(
    # "M23", "AK-47", "30mm", "9th" and "5.5" count nobody.
    rf"(?:(?<![A-Za-z\d#])(?<![A-Za-z]-)(?<!\d[.,])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)"
    rf"(?!\d|[A-Za-z%]|[.]\d)"
    rf"|\b(?:{_SMALL}|{_SCALE}|an?)\b)"
    # "two hundred and five thousand"; but "three and four" are two numbers.
    rf"(?:(?:[\s-]+{_SCALE}\b)+(?:[\s-]+(?:and\s+)?{_SMALL}\b)?)*",
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
    r"\b(?:several|(?<!\bas )(?<!\bhow )many|dozens|scores|hundreds|thousands|tens|most|some|few"
    r"|a few hundred|a few"
    r"|a number|numerous|a couple|a handful)\b",
    re.IGNORECASE,
)
AGE = re.compile(r"^[ -](?:year|month|week|day)s?[ -]old")
# "an estimated 60", "a further three", "a total of nine": the article counts nobody.
ESTIMATED = re.compile(
    r"\s*(?:few|number|couple|handful|lot|total|estimated|further|additional|reported|confirmed"
    r"|combined|minimum|maximum|record|unspecified|unknown|undisclosed|undetermined|unconfirmed"
    r"|large|small|great|significant|considerable|similar)\b"
)
DECIMAL = re.compile(r"\d[.]\d+ $")
OR_MORE = re.compile(r" or more\b|-?plus\b|\+", re.IGNORECASE)
ALL_BUT = re.compile(
    r"all but (?P<spared>[\w-]+) of (?:the|its|their|his) (?P<whole>[\w-]+)", re.IGNORECASE
)
APPROXIMATE = re.compile(
    r"(?:about|around|roughly|some|nearly|almost|approximately|close to)\s*$", re.IGNORECASE
)
AND_A_HALF = re.compile(r" and a half\b", re.IGNORECASE)
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
    in_words = _one_or_two(phrase) or _all_but(phrase)
    if in_words:
        return in_words
    numbers = [m for m in NUMBER.finditer(phrase) if not _is_no_number(m, phrase)]
    if not numbers:
        vague = VAGUE.search(phrase)
        return Quantity(None, None, vague.start(), vague.end()) if vague else None
    first = numbers[0]
    if VAGUE_SCALE.search(phrase[: first.start()]):
        return Quantity(None, None, _phrase_start(phrase, first.start()), first.end())
    return _read_run(phrase, numbers)


def _read_run(phrase: str, numbers: list[re.Match[str]]) -> Quantity:
    """Return the count that begins with the first number: a range, "12 or more", "about 12"."""
    first = numbers[0]
    value = read_number(first.group())
    before, after = phrase[: first.start()], phrase[first.end() :]
    if len(numbers) > 1 and RANGE.match(phrase[first.end() : numbers[1].start()]):
        other = read_number(numbers[1].group())
        if other > value:
            return Quantity(value, other, first.start(), numbers[1].end())
    half = AND_A_HALF.match(after)
    if half and first.group().lower().endswith("dozen"):
        return _bounded(value + SCALES["dozen"] // 2, before, first.end() + half.end())
    more = OR_MORE.match(after)
    if more:
        return Quantity(value, None, first.start(), first.end() + more.end())
    return _bounded(value, before, first.end())


def _one_or_two(phrase: str) -> Quantity | None:
    """Return the count of "both", "another soldier"."""
    both = re.match(r"both\b", phrase, re.IGNORECASE)
    if both:
        return Quantity(2, 2, 0, both.end())
    is_one = re.match(rf"another\s+(?!(?:{_SMALL}|{_SCALE})\b)[a-z]+$", phrase, re.IGNORECASE)
    return Quantity(1, 1, 0, len(phrase)) if is_one else None


def _all_but(phrase: str) -> Quantity | None:
    """Return the 12 of "all but two of the 14"."""
    match = ALL_BUT.search(phrase)
    if match is None:
        return None
    spared, whole = read_number(match["spared"]), read_number(match["whole"])
    is_count = 0 < spared < whole
    return Quantity(whole - spared, whole - spared, *match.span()) if is_count else None


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
        is_age = phrase[: match.start()].lower().endswith("aged ")
        return is_age or AGE.match(phrase[match.end() :]) is not None
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
    approximate = APPROXIMATE.search(before)
    start = approximate.start() if approximate else len(before)
    return Quantity(value, value, start, end)
