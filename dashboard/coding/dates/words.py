"""The words of which dates are made, as parts of patterns, and what they count."""

from __future__ import annotations

from calendar import day_name, month_abbr
from typing import TYPE_CHECKING

from dashboard.coding.counting.quantities import NUMBER_WORDS, TENS, UNITS, read_number

if TYPE_CHECKING:
    import re

MONTH_NAMES = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
MONTH = rf"(?P<month>{MONTH_NAMES})"
MONTH2 = rf"(?P<month2>{MONTH_NAMES})"
WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WEEKDAY = rf"(?P<weekday>{WEEKDAYS})"
YEARS = r"(?:1[5-9]|20)\d\d"
YEAR = rf"(?P<year>{YEARS})"
YEAR2 = rf"(?P<year2>{YEARS})"
OF_YEAR = rf"(?:,?\s+(?:of\s+)?{YEAR})?"
"""The year of a day or a month, where it is said."""
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
LAST_DAY = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?"
PART_OF_DAY = r"(?:night|morning|evening|afternoon)"
PART = (
    r"(?P<part>early|mid|late|the\s+(?:very\s+)?(?:start|beginning|middle|end)\s+of"
    r"|the\s+(?:first|last)\s+days\s+of)"
)
UNIT = r"(?P<unit>day|night|week|fortnight|month|year|decade)s?"
NUMBERS = (
    rf"(?:(?<![\d,.])\d{{1,4}}|(?:{'|'.join(TENS)})[\s-](?:{'|'.join(UNITS[1:10])})"
    rf"|{'|'.join(NUMBER_WORDS)})"
)
COUNT = rf"(?P<count>{NUMBERS}|half an?|an?|a couple of|a dozen)"
HOURS = rf"(?P<count>{NUMBERS}|a few|few|several|an?)"
FEW = r"(?P<few>(?:a\s+)?few|several)"
ABOUT = r"(?:(?P<about>just over|just under|about|around|almost|nearly|more than|over|some)\s+)?"
NO_COUNT = r"(?!\s*(?:people|soldiers|troops|men|civilians))"

MONTH_NUMBERS = {name.lower(): i for i, name in enumerate(month_abbr) if name}
WEEKDAY_NUMBERS = {name.lower(): i for i, name in enumerate(day_name)}
PARTS = {
    "start": "early",
    "beginning": "early",
    "middle": "mid",
    "end": "late",
    "first": "early",
    "last": "late",
}


def month_number(name: str) -> int:
    """Return the number of "Sept.", from 1."""
    return MONTH_NUMBERS[name[:3].lower()]


def read_part(words: str | None) -> str:
    """Return "early", "mid" or "late" for the words that mean it."""
    lower = (words or "").lower()
    return next((part for word, part in PARTS.items() if word in lower), lower)


def read_count(words: str) -> int:
    """Return the number of "a couple of", "two", "12"."""
    return {"a couple of": 2, "a dozen": 12}.get(words.lower()) or read_number(words)


def has(match: re.Match[str], group: str, *words: str) -> bool:
    """Whether a group of a match says one of these words, in whatever case."""
    return (match.groupdict().get(group) or "").lower() in words
