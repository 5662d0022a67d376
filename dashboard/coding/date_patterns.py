"""The forms that a date takes in a text, each with the function that reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.date_parts import (
    read_bare_day,
    read_date_time_group,
    read_days_of_two_years,
    read_eleventh_of_september,
    read_feast,
    read_month_of_year,
    read_months_of_years,
    read_named_month,
    read_part_of_month,
    read_part_of_year,
    read_quarter,
    read_second_day,
    read_since_beginning,
    read_weekday_of_week,
)
from dashboard.coding.date_readings import (
    read_ago,
    read_day_of_month,
    read_day_range,
    read_decade,
    read_full_day,
    read_month,
    read_near_day,
    read_next_unit,
    read_numbered_day,
    read_past_span,
    read_recent,
    read_short_year_day,
    read_this_unit,
    read_weekday,
    read_year,
    read_years,
)
from dashboard.coding.date_spans import (
    read_days_of_two_months,
    read_half_of_year,
    read_hours,
    read_month_range,
    read_overnight,
    read_season,
    read_slashed,
    read_week_of_month,
    read_weekday_pair,
    read_weekend,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from dashboard.coding.intervals import Interval

MONTH_NAMES = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
MONTH = rf"(?P<month>{MONTH_NAMES})"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
MONTH2 = rf"(?P<month2>{MONTH_NAMES})"
TO = r"(?:-|–|to|and|until|through)"
WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WEEKDAY = rf"(?P<weekday>{WEEKDAYS})"
HOURS = r"(?P<count>\d+|an?|a few|few|several|two|three|four|five|six|eight|ten|twelve)"
PART = (
    r"(?P<part>early|mid|late|the start of|the beginning of|the middle of|the end of"
    r"|the first days of|the last days of)"
)
COUNT = (
    r"(?P<count>\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|a couple of|a dozen)"
)
UNIT = r"(?P<unit>day|week|month|year|decade)s?"
ABOUT = r"(?:(?P<about>just over|just under|about|around|almost|nearly|more than|over|some)\s+)?"
_YEARS = r"(?:1[5-9]|20)\d\d"
_DECADE = r"(?:(?P<part{n}>early|mid|late)[\s-]+)?(?P<decade{n}>(?:1[5-9]|20)\d0)s"
_LEAD = r"(?:(?P<lead>in|since|last|during|until|by)\s+)?"
_NO_COUNT = r"(?!\s*(?:people|soldiers|troops|men|civilians))"
_TABLE: tuple[tuple[str, Callable[[re.Match[str], date | None], Interval | None]], ...] = (
    (
        rf"\b(?P<day>\d\d)\d{{4}}(?:[A-Z]|hrs)?\s?{MONTH}\s?(?P<short>\d\d)\b",
        read_date_time_group,
    ),
    (
        (
            rf"\b{DAY}\s+{MONTH},?\s+{YEAR}\s*{TO}\s*(?P<last>\d{{1,2}})\s+{MONTH2},?\s+"
            rf"(?P<year2>{_YEARS})\b"
        ),
        read_days_of_two_years,
    ),
    (
        rf"\b{MONTH},?\s+{YEAR}\s*{TO}\s*{MONTH2},?\s+(?P<year2>{_YEARS})\b",
        read_months_of_years,
    ),
    (
        (
            rf"\b{DAY}\s+{MONTH}\s*(?:-|–|to|until|through)\s*(?P<last>\d{{1,2}})\s+{MONTH2}"
            rf"(?:,?\s+{YEAR})?"
        ),
        read_days_of_two_months,
    ),
    (
        (
            rf"\b{MONTH}\s+{DAY}\s*(?:-|–|to|until|through)\s*{MONTH2}\s+(?P<last>\d{{1,2}})"
            rf"(?:,?\s+{YEAR})?"
        ),
        read_days_of_two_months,
    ),
    (rf"\b{DAY}\s*{TO}\s*(?P<last>\d{{1,2}})\s+{MONTH}(?:,?\s+{YEAR})?", read_day_range),
    (
        rf"\b{MONTH}\s+{DAY}\s*{TO}\s*(?P<last>\d{{1,2}})\b(?:,?\s+{YEAR})?{_NO_COUNT}",
        read_day_range,
    ),
    (
        r"\b9/11\b(?!/)|\bSeptember 11(?:th)?,? (?:terror\w* )?attacks?\b",
        read_eleventh_of_september,
    ),
    (
        (
            rf"\b(?:{DAY}\s+)?{MONTH}(?:\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s+(?:of\s+)?"
            r"(?P<which>last|this|next)\s+year\b"
        ),
        read_month_of_year,
    ),
    (rf"\b{MONTH}\s+{DAY},?\s+{YEAR}\b", read_full_day),
    (rf"\b{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b", read_full_day),
    (r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b", read_numbered_day),
    (r"\b\d{1,2}/\d{1,2}/(?:19|20)\d\d\b", read_slashed),
    (
        r"\b(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>(?:19|20)\d\d)\b",
        read_numbered_day,
    ),
    (rf"\b{DAY}\s+{MONTH}\s+(?P<short>\d\d)\b", read_short_year_day),
    (rf"\b{MONTH}\s+{DAY}\b{_NO_COUNT}", read_day_of_month),
    (rf"\b{DAY}\s+(?:of\s+)?{MONTH}(?!\w)", read_day_of_month),
    (
        rf"\b(?:from|between)\s+(?P<first>{_YEARS})\s+(?:to|until|and)\s+(?P<last>{_YEARS})\b",
        read_years,
    ),
    (rf"\b(?P<first>{_YEARS})\s*[-–]\s*(?P<last>{_YEARS}|\d\d)\b(?!-)", read_years),
    (
        rf"\b(?:the\s+)?{_DECADE.format(n='')}(?:\s+(?:and|to|or)\s+(?:the\s+)?{_DECADE.format(n=2)})?",
        read_decade,
    ),
    (
        rf"\b(?:between|from)\s+{MONTH}\s+(?:and|to|until|through)\s+{MONTH2}(?:,?\s+{YEAR})?",
        read_month_range,
    ),
    (rf"\b(?:in|during)\s+{MONTH}\s+and\s+{MONTH2}(?:,?\s+{YEAR})?(?!\s*\d)", read_month_range),
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
    (rf"\bthe\s+(?P<which>first|second)\s+half\s+of\s+{YEAR}\b", read_half_of_year),
    (
        (
            rf"\b(?:(?P<which>last|this)|(?:in|during)\s+(?:the\s+)?(?:early\s+|late\s+)?)\s*"
            rf"(?P<season>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?{YEAR})?\b"
        ),
        read_season,
    ),
    (rf"\b(?:{PART}[\s-]+)?{MONTH},?\s+(?:of\s+)?{YEAR}\b", read_month),
    (
        (
            r"\b(?:so\s+far\s+this|since\s+the\s+(?:start|beginning)\s+of\s+(?:the|this))\s+"
            r"(?P<unit>year|month|week)\b"
        ),
        read_since_beginning,
    ),
    (rf"\b{PART}\s+(?P<which>this|last|next|the)\s+year\b", read_part_of_year),
    (
        r"\bthe\s+(?:day\s+before\s+yesterday|night\s+before\s+last|day\s+after\s+tomorrow)\b",
        read_second_day,
    ),
    (
        (
            rf"\b(?:in|over|during|within)\s+the\s+(?:last|past|previous)\s+"
            rf"(?:{HOURS}\s+)?(?P<unit>hour|minute)s?\b"
        ),
        read_hours,
    ),
    (rf"\b(?:just\s+)?{HOURS}\s+(?P<unit>hour|minute)s?\s+ago\b", read_hours),
    (rf"\b{ABOUT}{COUNT}\s+{UNIT}\s+(?:ago|earlier)\b", read_ago),
    (
        rf"\b(?:over|during|in|for|within)\s+the\s+(?:last|past)\s+(?:{COUNT}\s+)?{UNIT}\b(?!\s+of)",
        read_past_span,
    ),
    (rf"\b{WEEKDAY}(?:\s+of)?\s+(?P<which>last|next|this)\s+week\b", read_weekday_of_week),
    (r"\b(?:last|previous)\s+(?P<count>)(?P<unit>week|month|year)\b", read_past_span),
    (
        r"\b(?:(?P<when>later|earlier)\s+)?(?:this|(?:the\s+)?current)\s+(?P<unit>week|month|year)\b",
        read_this_unit,
    ),
    (r"\b(?:next|coming)\s+(?P<unit>week|month|year)\b", read_next_unit),
    (r"\bin\s+recent\s+(?:days|weeks|months|years|decades)\b", read_recent),
    (
        r"\b(?:yesterday|last night|today|tonight|tomorrow|this (?:morning|afternoon|evening))\b",
        read_near_day,
    ),
    (
        r"\b(?:over|at|on|during|this|(?P<which>last))\s+(?:the\s+)?(?:past\s+)?weekend\b",
        read_weekend,
    ),
    (r"\bovernight\b(?!\s+(?:on|into|to|from)\s)", read_overnight),
    (
        (
            rf"\b{WEEKDAY}(?:\s+(?:night|morning|evening|afternoon))?\s+(?:and|to|until|through)\s+"
            rf"(?P<last>{WEEKDAYS})\b"
        ),
        read_weekday_pair,
    ),
    (
        (
            rf"\b(?<!every )(?<!each )(?<!Bloody )(?<!Black )(?<!Good )(?<!Easter )(?<!Palm )"
            rf"(?:(?P<which>last|next|this past|this coming|the coming|coming|this)\s+)?{WEEKDAY}\b"
            r"(?:\s+(?:night|morning|evening|afternoon)\b)?"
            r"(?!\s(?:Times|Telegraph|Mirror|Mail|Express)\b)"
        ),
        read_weekday,
    ),
    (rf"\b(?P<which>last|next|this)\s+{MONTH}(?!\w)(?!\s+\d)", read_named_month),
    (
        r"\bon\s+the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of|floor|street|avenue|day))",
        read_bare_day,
    ),
    (rf"\b{_LEAD}(?:{PART}[\s-]+)?{MONTH}(?P<year>)(?!\w)(?!\s+\d)", read_month),
    (
        # "At 1710 GMT", "from 1710 to 2250" are times of the day.
        (
            rf"\b(?:{PART}[\s-]+)?(?<![\d,.$/-])(?<!\bat ){YEAR}\b(?!-){_NO_COUNT}"
            r"(?!\s*(?:hours|hrs|gmt|local\s+time|to\s+\d{4}))"
        ),
        read_year,
    ),
)
PATTERNS = tuple((re.compile(text, re.IGNORECASE), resolve) for text, resolve in _TABLE)
