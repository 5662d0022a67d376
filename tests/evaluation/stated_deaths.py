"""The deaths that a headline states, read by its words alone, to hold the coder against."""

from __future__ import annotations

import re

from dashboard.coding.counting.quantities import UNITS, read_number

BOUND = r"(?:(?:at least|about|around|more than|over|nearly|almost|some) )*"
NUMBER = (
    rf"(?P<n>\d[\d,]*(?: thousand)?|\b(?:{'|'.join(reversed(UNITS[1:13]))})\b)"
    r"(?! (?:year|month|week|day|hour|minute|km|kilomet)\w*)(?![\d.%]|th\b)"
)
# Words between a number and "were killed": no other number, no comma, no part of a sum.
NOUN = r"(?: (?!including|out|among|injur|wound|in\b|by\b|after)[^\W\d][\w’'-]*){0,6}"
PART = r"(?:,? -?including [^,;-]{1,60}[,-]?)?"
BEING = r"(?:(?:were|are|was|is|have been|has been) )?"
PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bkill(?:s|ed|ing)? {BOUND}{NUMBER}",
        rf"(?<!including )(?<!out of ){NUMBER}{NOUN}{PART} {BEING}killed\b",
        rf"\b(?:lives|deaths?) of {BOUND}{NUMBER}",
        rf"\b(?:leav(?:e|es|ing)|left) {BOUND}{NUMBER}{NOUN} dead\b",
    )
)
# "25 killed and injured" and "the death and injury of 25" are no death counts.
MIXED = re.compile(
    r"\b(?:killed|dead|kill(?:s|ing)?|deaths?) (?:and|or) (?:injur|wound|captur)\w+"
    r"|\b(?:injur|wound|captur)\w+ (?:and|or) (?:killed|dead)\b",
    re.IGNORECASE,
)
# "13 rebels and 4 prisoners" count together; "3 and 5 others wounded" do not.
LISTED = re.compile(
    rf"{NOUN},? (?:(?:and|as well as) (?:{BOUND}{NUMBER}|an? (?!raid|attack)\w+)|an? \w+ and\b)"
    r"(?! (?:others?|more|people|persons|civilians)? ?(?:were |are )?"
    r"(?:injur|wound|miss|captur|arrest))",
    re.IGNORECASE,
)
LISTED_BEFORE = re.compile(
    rf"\d(?: [^\W\d][\w’'-]*){{1,5}} (?:and|as well as) {BOUND}$", re.IGNORECASE
)
# "Raise to 133, the number of people killed since the truce" sums up many events.
SUM = re.compile(
    r"\bnumber of\b|\btoll\b|\bout of\b|\bsince the\b|\bagreement\b"
    r"|\b(?:in|during|within|of|first) (?:\w+ ){0,4}(?:days|weeks|months|years)\b"
    r"|\b\d+ (?:days|weeks|months) of\b"
    r"|\b(?:in|during) (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|(?:19|20)\d\d)\b|\blast month\b",
    re.IGNORECASE,
)
DAY = re.compile(r"\byesterday\b", re.IGNORECASE)


def read_stated_deaths(headline: str) -> frozenset[int]:
    """
    Return the numbers of dead that a headline states of one event or of one day.

    Left out are numbers that count the injured too, lists ("13 rebels and 4 prisoners") and the
    sums of weeks and months.
    """
    told = [part for part in headline.split(";") if not SUM.search(part)]
    if MIXED.search(headline):
        return frozenset()
    found = [m for part in told for pattern in PATTERNS for m in pattern.finditer(part)]
    if any(_is_listed(m) for m in found):
        return frozenset()
    return frozenset(read_number(m["n"]) for m in found)


def _is_listed(match: re.Match[str]) -> bool:
    """Whether a number is only one of several that are told of one event."""
    before = match.string[: match.start("n")]
    after = LISTED.match(match.string, match.end("n"))
    return after is not None or LISTED_BEFORE.search(before) is not None


def is_count_of_day(headline: str) -> bool:
    """Whether it counts the dead of a day, of many events: "60 people were killed yesterday"."""
    return DAY.search(headline) is not None
