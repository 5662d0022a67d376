"""When a document was published: its own words first, then the file, as far as it may be true."""

from __future__ import annotations

import re
from datetime import date

from dashboard.model import Notice, NoticeLevel
from dashboard.reading.dates import MONTH, find_all_dates, find_yearless_date, month_number

ANY_YEAR = 2000  # only tells that a day and a month are there; a leap year, so that 29 Feb counts
REPORT = re.compile(
    r"\b(?:sitreps?|(?:situation(?:al)?|flash|daily|weekly|monthly|security|incident|access"
    r"|humanitarian|protection|field|spot|mission) (?:[\w-]+ ){0,2}(?:report|update|bulletin"
    r"|digest|brief|briefing|summary|log|note|alert|snapshot|overview|round-?up)"
    r"|minutes|press briefing|bulletin)\b",
    re.IGNORECASE,
)
WEEKDAY = r"(?:\w+day,?\s+)?"
STATED = re.compile(rf"\b(?:as (?:of|at)|dated|issued(?: on)?)[\s:]+{WEEKDAY}$", re.IGNORECASE)
PARTED = re.compile(rf"(?:[,:;(|–—-]\s*|\b(?:of|for|on)\s+){WEEKDAY}$", re.IGNORECASE)
ENDS = re.compile(r"[\s)\].:*_]*(?:[,@]?\s*(?:at\s)?\d{1,2}[:.h]?\d\d\s?(?:hrs|[ap]m)?[\s).]*)?")
FROM = re.compile(r"(?:\d(?:st|nd|rd|th)?\s*[-–—/]\s*|\b(?:to|and|until|through)\s+)$")
MONTH_OF = re.compile(rf"\b{MONTH},?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
HEAD_LENGTH = 600
LONGEST_DELAY_DAYS = 31


def day_in_title(title: str) -> date | None:
    """Return the day that the title of a report ends with: "Daily log, Bara, 3 May 2024".

    A period ("3-9 May 2024") is none, and nor is the day of what a title tells.
    """
    found = find_all_dates(title)
    if not found:
        return None
    before, behind = title[: found[-1].start], title[found[-1].end :]
    if STATED.search(before):
        return found[-1].day
    is_last = ENDS.fullmatch(behind) is not None and PARTED.search(before) is not None
    is_period = FROM.search(before) or find_yearless_date(before, year=ANY_YEAR) or found[1:]
    return found[-1].day if is_last and not is_period and REPORT.search(title) else None


def doubt_file_date(made: date, text: str) -> Notice | None:
    """Return why the day on which a file was made is not that of its text, `None` if it may be.

    A copy is made years later, and a template is older than what is written with it.
    """
    head = text[:HEAD_LENGTH]
    months = [date(int(m["year"]), month_number(m["month"]), 1) for m in MONTH_OF.finditer(head)]
    if any(0 <= (made - first).days <= 2 * LONGEST_DELAY_DAYS for first in months):
        return None
    days = [*months, *(found.day for found in find_all_dates(head))]
    if not days or any(0 <= (made - day).days <= LONGEST_DELAY_DAYS for day in days):
        return None
    words = (
        f"The file was made on {made.isoformat()}, but the head of the text speaks of "
        f"{max(days):%B %Y}: no date of publication is used. Set it by hand so that "
        'words such as "on Monday" can be told.'
    )
    return Notice(NoticeLevel.WARNING, words)


def notice_file_date(made: date) -> Notice:
    """Say that nothing but the file gives the date."""
    words = (
        f"The text names no date of publication; {made.isoformat()}, when the file was made, is "
        "used instead. Set the date of the document by hand if that is wrong."
    )
    return Notice(NoticeLevel.WARNING, words)
