"""Datelines: "DUSHANBE, Nov. 9 (Reuters) -", the place and day of filing before an agency story."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.reading.dates import MONTH

CAPITALS = (
    r"[A-Z][A-Z.'’-]*(?:\s[A-Z][A-Z.'’-]+){0,3}(?:[,/]\s?[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,2}){0,2}"
)
CITY = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,3}(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,2})?"
BARE_MONTH = re.sub(r"\?P<\w+>", "?:", MONTH)
DAY = rf"(?:{BARE_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{BARE_MONTH})(?:,?\s\d{{2,4}})?"
COUNTRY = r"(?:\s[(\[][^\W\d_][\w .'’-]{1,30}[)\]])?"  # "MOSCOW (USSR), 27 APR 89"
AGENCY = r"[(\[](?P<agency>[A-Z][\w .&/-]{1,60}(?:\[[A-Z]{2,8}\])?)[)\]]"
# The line may break before or after the dash: "LIMA, 3 MAY 89 (TELEVISION PERUANA)".
DASH = r"\s*(?:(?:--+|[–—]|-|:)(?:\s|$)|(?<=[)\]])$)"
FULL = re.compile(
    rf"(?:{CAPITALS}|{CITY}){COUNTRY},?\s"
    # "El Plateado (Argelia): gunmen ..." is an item with its town and district.
    rf"(?:(?i:{DAY})(?:,?\s{AGENCY})?|{AGENCY.replace('agency', 'alone')}(?!\s*:)){DASH}"
)
CAPITALS_ONLY = re.compile(rf"{CAPITALS}\s*(?:--+|[–—]|-)\s")
TOWN_ONLY = re.compile(rf"{CITY}\s(?:--+|[–—]|-)\s(?=[A-Z0-9])(?![^.]*\s(?:--+|[–—]|-)\s)")
LABELLED = re.compile(rf"^\W*{CITY}\s(?:--+|[–—]|-|:)\s|^\W*{CITY}:\s", re.MULTILINE)
STORY = 150
"""So long is the rest of a story, at the least: "Bara - Two killed." is an item with its label."""
YEAR = r"(?<=\d\d\d\d)"
STATED = re.compile(rf"(?:{CAPITALS}|{CITY}){COUNTRY},?\s(?i:{DAY}){YEAR}\.(?:\s|$)")
HOUR = r"\d{1,2}[:.h]?\d\d\s?(?:hrs|h)?"
HOURS = rf"(?:,?\s{HOUR}(?:\s?(?:[-–]|to)\s?{HOUR})?)?"
ALONE = re.compile(rf"(?:{CAPITALS}|{CITY}){COUNTRY},?\s(?i:{DAY}){YEAR}{HOURS}\.?")
LONGEST = 130


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the start of a paragraph: how many characters it takes, and whose it is."""

    length: int
    agency: str | None = None


def find_dateline(paragraph: str, *, others: str | None) -> Dateline | None:
    """
    Return the dateline that a paragraph opens with, or `None`.

    One without a day and an agency ("KABUL -") counts only in the first paragraph of a document,
    to which the `others` are given; in small letters ("Kabul -") only if none of them is labelled.
    """
    opening = paragraph[:LONGEST]
    if match := FULL.match(opening):
        return Dateline(match.end(), match["agency"] or match["alone"])
    if others is not None and (match := CAPITALS_ONLY.match(opening) or STATED.match(opening)):
        return Dateline(match.end())
    if others is None or len(paragraph) + len(others) < STORY or LABELLED.search(others):
        return None
    match = TOWN_ONLY.match(paragraph)
    return Dateline(match.end()) if match else None


def is_dateline(line: str) -> bool:
    """Whether a line is a place and a day with its year, and nothing else."""
    return ALONE.fullmatch(line) is not None
