"""Dates that name a month, a year, a quarter or a feast, each with the function that reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.date_parts import (
    read_date_time_group,
    read_days_of_two_years,
    read_easter,
    read_eleventh_of_september,
    read_feast,
    read_fiscal_year,
    read_month_of_year,
    read_months_of_years,
    read_part_of_month,
    read_quarter,
)
from dashboard.coding.date_readings import (
    read_day_of_month,
    read_day_range,
    read_decade,
    read_decade_by_name,
    read_full_day,
    read_month,
    read_short_year_day,
    read_year,
    read_years,
)
from dashboard.coding.date_spans import (
    read_days_of_two_months,
    read_half_of_year,
    read_month_range,
    read_season,
    read_slashed,
    read_week_at_day,
    read_week_of_month,
)
from dashboard.coding.date_words import (
    DAY,
    DECADE,
    LEAD,
    MONTH,
    MONTH2,
    NO_COUNT,
    PART,
    TO,
    YEAR,
    YEARS,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from datetime import date

    from dashboard.coding.intervals import Interval

    Row = tuple[str, Callable[[re.Match[str], date | None], Interval | None]]

_BETWEEN = r"(?:(?P<between>between)\s+)?"
_TO = r"\s*(?(between)and|(?:-|–|to|until|till|through|into))\s*"
_LAST = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?"
_WEEK = r"\bweek\s+(?P<way>of|from|beginning|starting|to|ending|until)\s+(?:the\s+)?(?:on\s+)?"

WRITTEN: tuple[Row, ...] = (
    (
        rf"\b(?P<day>\d\d)\d{{4}}(?:[A-Z]|hrs)?\s?{MONTH}\s?(?P<short>\d\d)\b",
        read_date_time_group,
    ),
    (
        rf"\b{DAY}\s+{MONTH},?\s+{YEAR}\s*{TO}\s*{_LAST}\s+{MONTH2},?\s+(?P<year2>{YEARS})\b",
        read_days_of_two_years,
    ),
    (
        rf"\b{MONTH},?\s+{YEAR}\s*{TO}\s*{MONTH2},?\s+(?P<year2>{YEARS})\b",
        read_months_of_years,
    ),
    (
        rf"\b{_BETWEEN}(?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH}{_TO}(?:the\s+)?{_LAST}\s+(?:of\s+)?{MONTH2}(?:,?\s+{YEAR})?",
        read_days_of_two_months,
    ),
    (
        rf"\b{_BETWEEN}{MONTH}\s+{DAY}{_TO}{MONTH2}\s+{_LAST}(?:,?\s+{YEAR})?",
        read_days_of_two_months,
    ),
    (rf"{_WEEK}{MONTH}\s+{DAY}\b(?:,?\s+{YEAR})?", read_week_at_day),
    (rf"{_WEEK}{DAY}\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?", read_week_at_day),
    (
        rf"\b{DAY}(?:,\s*\d{{1,2}})*,?\s*{TO}\s*{_LAST}\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?",
        read_day_range,
    ),
    (
        rf"\b{MONTH}\s+{DAY}(?:,\s*\d{{1,2}})*,?\s*{TO}\s*{_LAST}\b(?:,?\s+{YEAR})?{NO_COUNT}",
        read_day_range,
    ),
    (
        r"\b9/11\b(?!/)|\bSeptember 11(?:th)?,? (?:terror\w* )?attacks?\b",
        read_eleventh_of_september,
    ),
    (
        (
            rf"\b(?:{DAY}\s+(?:of\s+)?)?{MONTH}(?:\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s+"
            r"(?:of\s+)?(?P<which>last|this|next)\s+year\b"
        ),
        read_month_of_year,
    ),
    (rf"\b{MONTH}\s+{DAY},?\s+{YEAR}\b", read_full_day),
    (rf"\b{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b", read_full_day),
    (r"\b(?:19|20)\d\d([-/.])\d\d\1\d\d(?!\d)", read_full_day),
    (rf"\b{DAY}[-/]{MONTH}[-/]{YEAR}\b", read_full_day),
    (r"\b\d{1,2}/\d{1,2}/(?:19|20)\d\d\b", read_slashed),
    (r"\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b", read_full_day),
    (rf"\b{DAY}[\s-]?{MONTH}[\s-]?(?P<short>\d\d)\b(?!:)", read_short_year_day),
    (rf"\b{MONTH}\s+{DAY}\b{NO_COUNT}", read_day_of_month),
    (rf"\b{DAY}\s+(?:of\s+)?{MONTH}(?!\w)", read_day_of_month),
    (
        rf"\b(?:from|between)\s+(?P<first>{YEARS})\s+(?:to|until|and)\s+(?P<last>{YEARS})\b",
        read_years,
    ),
    (rf"\b(?:in|during)\s+(?P<first>{YEARS})\s+and\s+(?P<last>{YEARS})\b", read_years),
    (
        (
            rf"\b(?:fiscal|financial|budget|school|academic)\s+year\s+{YEAR}(?:\s*[-/–]\s*\d{{2,4}})?"
            r"|\bFY\s?(?P<fiscal>(?:20)?\d\d)\b"
        ),
        read_fiscal_year,
    ),
    (rf"\b(?P<first>{YEARS})\s*[-–]\s*(?P<last>{YEARS}|\d\d)\b(?!-)", read_years),
    (
        rf"\b(?:the\s+)?{DECADE.format(n='')}(?:\s+(?:and|to|or)\s+(?:the\s+)?{DECADE.format(n=2)})?",
        read_decade,
    ),
    (
        (
            r"\bthe\s+(?:(?P<part>early|mid|late)[\s-]+)?"
            r"(?:['’](?P<tens>[3-9])0s|(?P<name>thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b"
        ),
        read_decade_by_name,
    ),
    (
        (
            rf"\b(?:between|from)\s+{MONTH}\s+(?:and|to|until|till|through)\s+{MONTH2}"
            rf"(?:,?\s+{YEAR})?(?!\s*\d)"
        ),
        read_month_range,
    ),
    (
        rf"\b(?:in|during)\s+{MONTH}\s+and\s+{MONTH2}(?:,?\s+{YEAR})?(?!\s*\d)",
        read_month_range,
    ),
    (rf"\b{MONTH}\s*[-–/]\s*{MONTH2}(?:,?\s+{YEAR})?(?!\s*\d)", read_month_range),
    (
        rf"\bthe\s+(?P<which>first|second|third|fourth|last)\s+week\s+of\s+{MONTH}(?:,?\s+{YEAR})?",
        read_week_of_month,
    ),
    (
        rf"\bthe\s+(?P<which>first|second)\s+half\s+of\s+{MONTH}(?:,?\s+{YEAR})?",
        read_part_of_month,
    ),
    (
        (
            rf"\bthe\s+(?P<which>first|second|third|fourth|last)(?P<count>)\s+quarter\s+of\s+"
            rf"(?:{YEAR}|(?:the|this)\s+year)\b"
        ),
        read_quarter,
    ),
    (rf"\bQ(?P<which>[1-4])(?P<count>)[\s/]+{YEAR}\b", read_quarter),
    (
        (
            rf"\bthe\s+first(?P<which>)\s+(?P<count>three|six|nine)\s+months\s+of\s+"
            rf"(?:{YEAR}|(?:the|this)\s+year)\b"
        ),
        read_quarter,
    ),
    (
        rf"\b(?P<feast>New\s+Year['’]s\s+(?:Eve|Day)|Christmas\s+(?:Eve|Day))(?:,?\s+{YEAR})?",
        read_feast,
    ),
    (
        rf"\b(?P<easter>Good\s+Friday|Easter(?:\s+(?:Sunday|Monday))?)\b(?!\s+(?:Rising|[Aa]greement|[Aa]ccords?|[Rr]ebellion|[Oo]ffensive))(?:,?\s+{YEAR})?",
        read_easter,
    ),
    (rf"\bthe\s+(?P<which>first|second)\s+half\s+of\s+{YEAR}\b", read_half_of_year),
    (
        (
            rf"\b(?:(?P<which>last|this)|(?:in|during)\s+(?:the\s+)?(?:early\s+|late\s+)?)\s*"
            rf"(?P<season>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?{YEAR})?\b"
        ),
        read_season,
    ),
    (rf"\b(?:{PART}[\s-]+)?{MONTH},?\s+(?:of\s+)?{YEAR}\b", read_month),
)
BARE: tuple[Row, ...] = (
    (rf"\b{LEAD}(?:{PART}[\s-]+)?{MONTH}(?P<year>)(?!\w)(?!\s+\d)", read_month),
    (
        # "At 1710 GMT", "from 1710 to 2250" are times of the day.
        (
            rf"\b(?:{PART}[\s-]+)?(?<![\d,.$/-])(?<!\bat ){YEAR}\b(?!-){NO_COUNT}"
            r"(?!\s*(?:hours|hrs|gmt|local\s+time|to\s+\d{4}))"
        ),
        read_year,
    ),
)
"""Tried last, for they are parts of what is longer."""
