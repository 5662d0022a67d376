"""The scale of the timeline: rising, from 0 to 1, broken only where it must be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dashboard.model import Briefing, DatePrecision, When
from dashboard.screen.index import EventIndex, day_number, index_events
from dashboard.screen.timeline import Scale, make_scale
from tests.samples import sample_briefing


def index_of(*whens: When) -> EventIndex:
    event = sample_briefing().events[0]
    return index_events(Briefing((), {}, tuple(replace(event, when=when) for when in whens)))


def on(year: int, month: int, day: int = 1) -> When:
    return When(DatePrecision.DAY, date(year, month, day), date(year, month, day))


def sound(scale: Scale | None) -> Scale:
    assert scale is not None
    days, shares = zip(*scale.knots, strict=True)
    assert list(days) == sorted(set(days))
    assert list(shares) == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    return scale


def test_no_date_no_scale() -> None:
    assert make_scale(index_of(When()), date(2024, 5, 9)) is None


def test_a_short_span_is_even_with_a_tick_a_month() -> None:
    scale = sound(make_scale(index_of(on(2024, 4), on(2024, 6, 30)), date(2024, 5, 9)))
    assert scale.break_at is None
    assert [tick.label for tick in scale.ticks if " " not in tick.label] == ["May", "Jun"]
    assert scale.ticks[0].label == "Apr 2024"


def test_the_days_of_a_single_month_can_be_told() -> None:
    scale = sound(make_scale(index_of(on(2024, 5, 3), on(2024, 5, 20)), date(2024, 5, 21)))
    labels = [tick.label for tick in scale.ticks]
    assert labels == ["May 2024", "8 May", "15 May", "22 May"]


def test_half_a_year_has_a_tick_a_month() -> None:
    scale = sound(make_scale(index_of(on(2024, 1), on(2024, 6, 30)), None))
    assert [tick.label for tick in scale.ticks] == ["Jan 2024", "Feb", "Mar", "Apr", "May", "Jun"]


def test_old_events_are_pressed_together_before_the_break() -> None:
    scale = sound(make_scale(index_of(on(1992, 5), on(2010, 8, 22)), date(2010, 11, 10)))
    recent = scale.recent_from
    assert recent == day_number(date(2010, 8, 1))
    labels = [tick.label for tick in scale.ticks if tick.day >= recent]
    assert labels == ["Aug 2010", "Sep", "Oct", "Nov"]


def test_what_lies_ahead_has_a_part_of_its_own() -> None:
    dates = index_of(on(1992, 5), on(2010, 11), on(2011, 6))
    scale = sound(make_scale(dates, date(2010, 11, 10)))
    assert scale.ticks[-1].label == "later"


def test_only_old_events_are_shown_on_an_even_scale_of_years() -> None:
    scale = sound(make_scale(index_of(on(1992, 5), on(1999, 2)), date(2010, 11, 10)))
    assert scale.break_at is None
    assert all(tick.label.isdigit() for tick in scale.ticks)
