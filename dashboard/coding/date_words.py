"""The words of which dates are made, as parts of patterns; the groups are named."""

from __future__ import annotations

MONTH_NAMES = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
MONTH = rf"(?P<month>{MONTH_NAMES})"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
MONTH2 = rf"(?P<month2>{MONTH_NAMES})"
TO = r"(?:-|–|/|to|and|until|through)"
WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WEEKDAY = rf"(?P<weekday>{WEEKDAYS})"
HOURS = r"(?P<count>\d+|an?|a few|few|several|two|three|four|five|six|eight|ten|twelve)"
PART = (
    r"(?P<part>early|mid|late|the\s+(?:very\s+)?(?:start|beginning|middle|end)\s+of"
    r"|the\s+(?:first|last)\s+days\s+of)"
)
COUNT = (
    r"(?P<count>\d+|half a|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|a couple of|a dozen)"
)
FEW = r"(?P<few>(?:a\s+)?few|several)"
PART_OF_DAY = r"(?:night|morning|evening|afternoon)"
UNIT = r"(?P<unit>day|night|week|fortnight|month|year|decade)s?"
ABOUT = r"(?:(?P<about>just over|just under|about|around|almost|nearly|more than|over|some)\s+)?"
YEARS = r"(?:1[5-9]|20)\d\d"
DECADE = r"(?:(?P<part{n}>early|mid|late)[\s-]+)?(?P<decade{n}>(?:1[5-9]|20)\d0)s"
LEAD = r"(?:(?P<lead>in|since|last|during|until|by)\s+)?"
NO_COUNT = r"(?!\s*(?:people|soldiers|troops|men|civilians))"
