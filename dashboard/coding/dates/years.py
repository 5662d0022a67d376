"""Years, their parts, and decades: "late 2001", "last summer", "from 1992 to 1997"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.dates.forms import form, from_report
from dashboard.coding.dates.intervals import Interval
from dashboard.coding.dates.reckoning import months_of, year_of
from dashboard.coding.dates.words import NO_COUNT, PART, YEAR, YEARS, has, read_part

if TYPE_CHECKING:
    import re
    from datetime import date

    from dashboard.coding.dates.forms import Form

YEARS_ON = {"last": -1, "this": 0, "the": 0, "next": 1}
QUARTERS = {"first": 1, "second": 4, "third": 7, "fourth": 10, "last": 10}
QUARTERS |= {"1": 1, "2": 4, "3": 7, "4": 10}
FIRST_MONTHS = {"three": 3, "six": 6, "nine": 9}
HALVES = {"first": (1, 6), "second": (7, 12)}
# The northern seasons of the meteorologist, marked "about"; the words say which was meant.
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
WINTER = (12, 2)
DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
NAMED_TENS = {"thirt": 3, "fort": 4, "fift": 5, "sixt": 6, "sevent": 7, "eight": 8, "ninet": 9}
DECADE = r"(?:(?P<part{n}>early|mid|late)[\s-]+)?(?P<decade{n}>(?:1[5-9]|20)\d0)s"
CENTURY = 1900


def read_year(match: re.Match[str], _published: date | None) -> Interval:
    """Read "2009", "late 2001"."""
    return year_of(int(match["year"]), match["part"])


def read_years(match: re.Match[str], _published: date | None) -> Interval | None:
    """Read "from 1992 to 1997", "2001-02"."""
    first, last = match["first"], match["last"]
    year, end = int(first), int(first[: -len(last)] + last)
    return months_of(year, 1, 12, last_year=end) if end >= year else None


@from_report
def read_part_of_year(match: re.Match[str], published: date) -> Interval:
    """Read "early this year", "the end of last year"."""
    return year_of(published.year + YEARS_ON[match["which"].lower()], match["part"])


def read_half_of_year(match: re.Match[str], _published: date | None) -> Interval:
    """Read "the first half of 2012"."""
    return months_of(int(match["year"]), *HALVES[match["which"].lower()])


def read_quarter(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "the third quarter of 2019", "the first six months of the year"."""
    if not match["year"] and published is None:
        return None
    year = int(match["year"]) if match["year"] else published.year if published else 0
    if match["count"]:
        return months_of(year, 1, FIRST_MONTHS[match["count"].lower()])
    first = QUARTERS[match["which"].lower()]
    return months_of(year, first, first + 2)


def read_season(match: re.Match[str], published: date | None) -> Interval | None:
    """Read "in the spring of 2011", "last summer": the last such season, as an estimate."""
    name = match["season"].lower()
    first, last = months_of_season(name)
    if match["year"]:
        year = int(match["year"])
    elif published is None:
        return None
    else:
        year = _year_of_last(first, last, published, is_over=has(match, "which", "last"))
    return season_of(name, year)


def months_of_season(name: str) -> tuple[int, int]:
    """Return the first and the last month of a season."""
    return SEASONS.get(name.lower(), WINTER)


def season_of(name: str, year: int) -> Interval:
    """Return the season that begins in a year, as an estimate."""
    first, last = months_of_season(name)
    found = months_of(year, first, last, last_year=year + (first > last))
    words = f"{'autumn' if name.lower() == 'fall' else name.lower()} {year}"
    return Interval(found.start, found.end, is_about=True, words=words)


def _year_of_last(first: int, last: int, published: date, *, is_over: bool) -> int:
    """Return the year of the last season that had begun, or that was over."""
    is_begun = published.month >= first
    is_on = is_begun and (published.month <= last or first > last)
    return published.year - (not is_begun) - (is_over and is_on)


def read_decade(match: re.Match[str], _published: date | None) -> Interval:
    """Read "the late 1990s and early 2000s"."""
    one = _decade(int(match["decade"]), match["part"])
    if not match["decade2"]:
        return one
    other = _decade(int(match["decade2"]), match["part2"])
    return Interval(one.start, other.end, is_about=True, words=f"{one.words} and {other.words}")


def read_decade_by_name(match: re.Match[str], _published: date | None) -> Interval:
    """Read "the late '90s", "the seventies", of the century past."""
    tens = int(match["tens"] or NAMED_TENS[match["name"].lower()])
    return _decade(CENTURY + 10 * tens, match["part"])


def _decade(start: int, part: str | None) -> Interval:
    first, last = DECADE_PARTS.get(read_part(part), (0, 9))
    words = " ".join(filter(None, [read_part(part), f"{start}s"]))
    found = months_of(start + first, 1, 12, last_year=start + last)
    return Interval(found.start, found.end, is_about=True, words=words)


def read_fiscal_year(match: re.Match[str], _published: date | None) -> Interval:
    """Read "fiscal year 2009", which is no year of the calendar, and whose days nobody says."""
    return Interval(None, None, words=" ".join(match.group().split()))


FORMS: tuple[Form, ...] = (
    *form(
        read_years,
        rf"\b(?:from|between)\s+(?P<first>{YEARS})\s+(?:to|until|and)\s+(?P<last>{YEARS})\b",
        rf"\b(?:in|during)\s+(?P<first>{YEARS})\s+and\s+(?P<last>{YEARS})\b",
        rf"\b(?P<first>{YEARS})\s*[-–]\s*(?P<last>{YEARS}|\d\d)\b(?!-)",
    ),
    *form(
        read_fiscal_year,
        rf"\b(?:fiscal|financial|budget|school|academic)\s+year\s+{YEAR}(?:\s*[-/–]\s*\d{{2,4}})?"
        rf"|\b{YEARS}(?:\s*[-/–]\s*\d{{2,4}})?\s+(?:fiscal|financial|budget|school|academic)\s+year\b"
        r"|\bFY\s?(?P<fiscal>(?:20)?\d\d)\b",
    ),
    *form(
        read_decade,
        rf"\b(?:the\s+)?{DECADE.format(n='')}(?:\s+(?:and|to|or)\s+(?:the\s+)?{DECADE.format(n=2)})?",
    ),
    *form(
        read_decade_by_name,
        r"\bthe\s+(?:(?P<part>early|mid|late)[\s-]+)?"
        r"(?:['’](?P<tens>[3-9])0s|(?P<name>thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b",
    ),
    *form(read_part_of_year, rf"\b{PART}\s+(?P<which>this|last|next|the)\s+year\b"),
    *form(
        read_quarter,
        r"\bthe\s+(?P<which>first|second|third|fourth|last)(?P<count>)\s+quarter\s+of\s+"
        rf"(?:{YEAR}|(?:the|this)\s+year)\b",
        rf"\bQ(?P<which>[1-4])(?P<count>)[\s/]+{YEAR}\b",
        r"\bthe\s+first(?P<which>)\s+(?P<count>three|six|nine)\s+months\s+of\s+"
        rf"(?:{YEAR}|(?:the|this)\s+year)\b",
    ),
    *form(read_half_of_year, rf"\bthe\s+(?P<which>first|second)\s+half\s+of\s+{YEAR}\b"),
    *form(
        read_season,
        r"\b(?:(?P<which>last|this)|(?:the|this)\s+past"
        r"|(?:(?<=since )|(?<=until )|(?<=before )|(?<=after ))the"
        r"|(?:in|during|over|through|throughout)\s+(?:the\s+)?(?:early\s+|late\s+|whole\s+)?)\s*"
        rf"(?P<season>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?{YEAR})?\b"
        r"(?!\s+of\s+[A-Za-z])",  # "since the fall of Bara"
    ),
    *form(
        read_year,
        # "At 1710 GMT", "from 1710 to 2250" are times of the day.
        rf"\b(?:{PART}[\s-]+)?(?<![\d,.$/-])(?<!\bat ){YEAR}\b(?!-){NO_COUNT}"
        r"(?!\s*(?:hours|hrs|gmt|local\s+time|to\s+\d{4}))",
    ),
)
