"""What a form is that a date takes in a text: a pattern, and the function that reads its match."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from dashboard.coding.dates.intervals import Interval

    Reader = Callable[[re.Match[str], date | None], Interval | None]


P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Form:
    """Words that date something; `read` gets the day that the document was published."""

    pattern: re.Pattern[str]
    read: Reader


def form(read: Reader, *patterns: str) -> tuple[Form, ...]:
    """Return the forms that one function reads."""
    return tuple(Form(re.compile(pattern, re.IGNORECASE), read) for pattern in patterns)


def from_report(read: Callable[[re.Match[str], date], Interval | None]) -> Reader:
    """Make a reader of what counts from the day of the report: without one it reads nothing."""

    @wraps(read)
    def read_if_known(match: re.Match[str], published: date | None) -> Interval | None:
        return None if published is None else read(match, published)

    return read_if_known


def within_calendar(
    read: Callable[P, Interval | None], *args: P.args, **kwargs: P.kwargs
) -> Interval | None:
    """Return what is read, but nothing for "6000 years ago": the calendar begins with year 1."""
    try:
        return read(*args, **kwargs)
    except (ValueError, OverflowError):
        return None
