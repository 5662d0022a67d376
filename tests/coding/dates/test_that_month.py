"""Days of a month or of a year that was told before."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.coding.dates.anchored import Told
from dashboard.coding.dates.finding import find_dates
from dashboard.coding.dates.intervals import Interval

TOLD = Told(last=Interval(date(2012, 3, 22), date(2012, 3, 22)))
FOUND = {
    "Bara fell on the last day of that month.": (date(2012, 3, 31), date(2012, 3, 31)),
    "Bara was shelled on the 26th of that month.": (date(2012, 3, 26), date(2012, 3, 26)),
    "A pact was signed in April of the next year.": (date(2013, 4, 1), date(2013, 4, 30)),
    "A pact was signed in May of that year.": (date(2012, 5, 1), date(2012, 5, 31)),
    "Marines landed at Bara on the 25th.": (date(2012, 3, 25), date(2012, 3, 25)),
    "On the morning of the 2nd they left.": (date(2012, 4, 2), date(2012, 4, 2)),
    "They took Bara that autumn.": (date(2012, 9, 1), date(2012, 11, 30)),
    "The following spring Kolun fell.": (date(2013, 3, 1), date(2013, 5, 31)),
    "Ten years on, deserters took the barracks.": (date(2022, 1, 1), date(2022, 12, 31)),
    "The front was founded on the last day of January 1980.": (
        date(1980, 1, 31),
        date(1980, 1, 31),
    ),
    "The strikes of July and August 2024 cost lives.": (date(2024, 7, 1), date(2024, 8, 31)),
    "Forty-two years ago rebels took Bara.": (date(1984, 1, 1), date(1984, 12, 31)),
}


@pytest.mark.parametrize("text", FOUND)
def test_date_is_of_the_month_or_year_that_was_told(text: str) -> None:
    (found,) = find_dates(text, date(2026, 1, 15), told=TOLD)
    assert (found.interval.start, found.interval.end) == FOUND[text]
