"""What in a sentence may be a date: the matches of every form, looked for once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dashboard.coding.dates import counted, days, months, spans, years
from dashboard.coding.dates.words import MONTH_NAMES, YEARS

if TYPE_CHECKING:
    from dashboard.coding.dates.forms import Form

FORMS: tuple[Form, ...] = (
    *spans.FORMS,
    *days.FORMS,
    *months.FORMS,
    *years.FORMS,
    *counted.FORMS,
)
# Whatever dates something has one of these in it, and half of all sentences have none.
TIME_WORD = re.compile(
    rf"\d|{MONTH_NAMES}|day|night|week|month|year|decade|hour|minute|morning|afternoon|evening"
    r"|dawn|dusk|noon|sunrise|sunset|tomorrow|spring|summer|autumn|fall|winter|christmas|easter"
    r"|pentecost|since|period"
    r"|(?:thirt|fort|fift|sixt|sevent|eight|ninet)ies",
    re.IGNORECASE,
)
HAS_YEAR = re.compile(rf"\b{YEARS}\b")
# "The March 23 Movement", "the 19 April Brigade", "6 October Bridge": names, not days.
NAMED_AFTER = re.compile(
    r"\s+(?:(?:Youth|Popular|Revolutionary|Islamic|Armed|National)\s+)?(?:Movements?|Brigades?"
    r"|Front|Army|Revolution|Organi[sz]ation|Group|Battalion|Division|Coalition|Alliance|Accords?"
    r"|Square|Street|Avenue|Boulevard|Bridge|Stadium|Hospital|University|Camp|Prison)\b"
)
NAMED_IN_LOWER_CASE = re.compile(r"\s+(?:movement|revolution|brigade|organi[sz]ation)\b")
# What is put right: "on the 14th, not the 13th of the month", "not 13 January".
DENIED_DAY = re.compile(
    r"(?<!if )(?<!whether or )\bnot(?: on)? (?:\d{1,2}(?:st|nd|rd|th)? )?$", re.IGNORECASE
)
BEFORE_MAY = re.compile(r"\b(?:on|of|since|until|from|by|to|and|between|the|before|after)\s+$")
AFTER_MAY = re.compile(r"\s*(?:[,.;:)]|$|(?:19|20)\d\d)")
OF_REPORT = re.compile(
    r"(?:in\s+|over\s+|during\s+)?(?:the\s+)?(?:this\s+)?(?:last|past|this)\s+"
    r"(?:year|month|spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
KEPT = 1024
"""Of how many texts the candidates are kept: each sentence is asked for its dates four times."""


@lru_cache(maxsize=KEPT)
def find_candidates(text: str) -> tuple[tuple[Form, re.Match[str]], ...]:
    """Return what may be a date, first what names its year; what is longer says more."""
    matches = ((form, match) for form in FORMS for match in form.pattern.finditer(text))
    dates = (found for found in matches if _is_date(found[1], text))
    order = sorted(dates, key=lambda f: (not tells_year(f[1]), f[1].start() - f[1].end()))
    return tuple(order)


def tells_year(match: re.Match[str]) -> bool:
    """Whether it names its year, or leads the sentence with "last year"."""
    is_led = OF_REPORT.match(match.group()) is not None and leads(match.string, match.start())
    return is_led or names_year(match)


def _is_date(match: re.Match[str], text: str) -> bool:
    """Whether the words date something: "may" is a month only as such, and names are names."""
    after = text[match.end() :]
    if DENIED_DAY.search(text[: match.start()]):
        return False
    if NAMED_AFTER.match(after) or NAMED_IN_LOWER_CASE.match(after):
        return False
    names = [match.groupdict().get(group) for group in ("month", "month2")]
    if all(name is None or name[0].isupper() for name in names):
        return True
    is_numbered = any(match.groupdict().get(group) for group in ("day", "last"))
    is_clear = bool(BEFORE_MAY.search(text[: match.start()]) or AFTER_MAY.match(after))
    return is_numbered and is_clear


def names_year(match: re.Match[str]) -> bool:
    """Whether its own words say the year."""
    groups = match.groupdict()
    has_year = any(groups.get(g) for g in ("year", "short", "year2", "first", "decade"))
    return has_year or HAS_YEAR.search(match.group()) is not None


def leads(text: str, start: int) -> bool:
    """Whether nothing but "In" stands before some words of a sentence."""
    return not text[:start].strip(" In(")
