"""The forms that a date takes in a text, each with the function that reads it."""

from __future__ import annotations

import re

from dashboard.coding.calendar_patterns import BARE, WRITTEN
from dashboard.coding.date_ago import (
    read_ago,
    read_few_ago,
    read_past_few,
    read_past_span,
    read_recent,
    read_rolling_span,
    read_second_unit,
)
from dashboard.coding.date_parts import (
    read_bare_day,
    read_named_month,
    read_part_of_near_month,
    read_part_of_year,
    read_second_day,
    read_since_beginning,
    read_weekday_of_week,
)
from dashboard.coding.date_readings import (
    read_near_day,
    read_next_unit,
    read_this_unit,
    read_weekday,
)
from dashboard.coding.date_spans import (
    read_days_and_nights,
    read_hours,
    read_night_into,
    read_overnight,
    read_week_before_weekday,
    read_weekday_pair,
    read_weekend,
)
from dashboard.coding.date_words import (
    ABOUT,
    COUNT,
    FEW,
    HOURS,
    MONTH,
    PART,
    PART_OF_DAY,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
)

_HOUR = r"(?:late|early|(?:the\s+)?(?:early|small)\s+hours\s+of|dawn|noon|midnight)"
_RELATIVE = (
    (
        (
            r"\b(?:so\s+far\s+this|since\s+the\s+(?:start|beginning)\s+of\s+(?:the|this))\s+"
            r"(?P<unit>year|month|week)\b"
        ),
        read_since_beginning,
    ),
    (rf"\b{PART}\s+(?P<which>this|last|next|the)\s+year\b", read_part_of_year),
    (rf"\b{PART}\s+(?P<which>this|last|next|the)\s+month\b", read_part_of_near_month),
    (
        r"\bthe\s+(?:day\s+before\s+yesterday|night\s+before\s+last|day\s+after\s+tomorrow)\b",
        read_second_day,
    ),
    (r"\bthe\s+(?P<unit>week|month|year)\s+before\s+last\b", read_second_unit),
    (
        (
            rf"\b(?:in|over|during|within)\s+the\s+(?:last|past|previous)\s+"
            rf"(?:{HOURS}\s+)?(?P<unit>hour|minute)s?\b"
        ),
        read_hours,
    ),
    (rf"\b(?:just\s+)?{HOURS}\s+(?P<unit>hour|minute)s?\s+ago\b", read_hours),
    (
        rf"\ba\s+week\s+(?:ago\s+)?(?:on\s+|last\s+)?{WEEKDAY}\b|\b(?P<weekday2>{WEEKDAYS})\s+a\s+week\s+ago\b",
        read_week_before_weekday,
    ),
    (
        (
            rf"\b(?:(?P<exact>exactly|precisely)\s+)?{ABOUT}{COUNT}\s+{UNIT}\s+(?:ago|earlier)\b"
            r"(?:\s+(?:(?P<today>today|to\s+the\s+day|this\s+day)|(?P<week>this\s+week)))?"
        ),
        read_ago,
    ),
    (rf"\b{FEW}\s+{UNIT}\s+ago\b", read_few_ago),
    (
        rf"\b(?:(?:over|during|in|for|within)\s+)?the\s+(?:last|past)\s+{FEW}\s+{UNIT}\b",
        read_past_few,
    ),
    (
        rf"\b(?:(?:over|during|in|for|within)\s+the\s+(?:last|past)|the\s+past)\s+(?:{COUNT}\s+)?{UNIT}\b(?!\s+of)",
        read_rolling_span,
    ),
    (rf"\b{WEEKDAY}(?:\s+of)?\s+(?P<which>last|next|this)\s+week\b", read_weekday_of_week),
    (rf"\b(?P<which>last|next|this)\s+week['’]s\s+{WEEKDAY}\b", read_weekday_of_week),
    (r"\b(?:last|previous)\s+(?P<count>)(?P<unit>week|month|year)\b", read_past_span),
    (
        (
            r"\b(?:(?P<when>later|earlier)\s+)?(?:this|(?:the\s+)?current)\s+"
            r"(?P<unit>week|month|year)\b"
        ),
        read_this_unit,
    ),
    (r"\b(?P<when>earlier)\s+in\s+the\s+(?P<unit>week|month|year)\b", read_this_unit),
    (r"\b(?:next|coming)\s+(?P<unit>week|month|year)\b", read_next_unit),
    (r"\bin\s+recent\s+(?:days|weeks|months|years|decades)\b", read_recent),
    (
        (
            r"\b(?:late\s+)?(?:last\s+night|yesterday(?:\s+(?:night|evening|afternoon))?)\s+"
            r"(?:and|to|until|into)\s+(?:early\s+)?(?:today|this\s+morning)\b"
        ),
        read_days_and_nights,
    ),
    (
        r"\b(?:yesterday|last night|today|tonight|tomorrow|this (?:morning|afternoon|evening))\b",
        read_near_day,
    ),
    (
        r"\b(?:over|at|on|during|this|(?P<which>last))\s+(?:the\s+)?(?:past\s+)?weekend\b",
        read_weekend,
    ),
    (
        rf"\bovernight\s+(?:in)?to\s+{WEEKDAY}\b|\bnight\s+to\s+(?P<weekday2>{WEEKDAYS})\b",
        read_night_into,
    ),
    (r"\bovernight\b(?!\s+(?:on|from)\s)", read_overnight),
    (
        (
            rf"\b{WEEKDAY}(?:\s+{PART_OF_DAY})?(?:,\s+(?:{WEEKDAYS}))*,?\s+"
            rf"(?:and(?:\s+again\s+on)?|(?:to|until|till|through|into)(?:\s+{_HOUR})?(?:\s+on)?)\s+"
            rf"(?P<last>{WEEKDAYS})\b"
        ),
        read_weekday_pair,
    ),
    (rf"\b{WEEKDAY}\s+(?P<which>last)\b(?!\s+\w)", read_weekday),
    (
        (
            rf"\b(?<!every )(?<!each )(?<!Bloody )(?<!Black )(?<!Good )(?<!Easter )(?<!Palm )"
            rf"(?:(?P<which>last|next|this past|this coming|the coming|coming|this)\s+)?{WEEKDAY}\b"
            rf"(?:\s+{PART_OF_DAY}\b)?"
            r"(?!\s(?:Times|Telegraph|Mirror|Mail|Express)\b)"
        ),
        read_weekday,
    ),
    (rf"\b(?P<which>last|next|this)\s+{MONTH}(?!\w)(?!\s+\d)", read_named_month),
    (
        (
            r"\bon\s+the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b"
            r"(?:\s+of\s+(?P<which>this|last)\s+month\b)?(?!\s+(?:of|floor|street|avenue|day))"
        ),
        read_bare_day,
    ),
)
PATTERNS = tuple(
    (re.compile(text, re.IGNORECASE), resolve) for text, resolve in (*WRITTEN, *_RELATIVE, *BARE)
)
