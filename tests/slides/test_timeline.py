"""The drawn timeline: a scale, one row an event, and what has no date counted."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from itertools import pairwise

from pptx import Presentation
from pptx.util import Pt

from dashboard.model import Briefing, DatePrecision, When
from dashboard.slides.compose import SlideRequest
from dashboard.slides.plan import Grouping, plan_deck
from dashboard.slides.studio import Studio, make_deck
from dashboard.slides.timeline import TimelineSlide
from dashboard.slides.timescale import make_scale
from tests.slides.worlds import briefing_at

DAY = When(DatePrecision.DAY, date(2010, 11, 9), date(2010, 11, 9), words="9 November 2010")
ROUGH = When(
    DatePrecision.MONTH, date(2010, 8, 1), date(2010, 8, 31), "2010-08~", words="about August 2010"
)
OPEN = When(DatePrecision.LONGER, date(2010, 11, 1), None, words="since November 2010")
WAR = When(DatePrecision.LONGER, date(1992, 1, 1), date(1997, 12, 31), words="1992 to 1997")


def dated(*whens: When) -> Briefing:
    briefing = briefing_at(*((f"Place {i}", 38 + i, 68) for i in range(len(whens))))
    events = (replace(e, when=w) for e, w in zip(briefing.events, whens, strict=True))
    (article,) = briefing.articles
    known = replace(article, published=date(2010, 11, 11))
    return replace(briefing, articles=(known,), events=tuple(events))


def timeline_of(briefing: Briefing) -> list[TimelineSlide]:
    deck = plan_deck(
        SlideRequest(briefing, briefing.events),
        group_by=Grouping.TYPE,
        country_name=lambda code: code,
    )
    return [slide for slide in deck if isinstance(slide, TimelineSlide)]


def test_a_short_span_stands_on_an_even_scale() -> None:
    scale = make_scale([date(2024, 3, 1), date(2024, 3, 11)])
    assert len(scale.parts) == 1
    halfway = scale.share_of(date(2024, 3, 6))
    assert abs(halfway - 0.5) < 0.01


def test_old_dates_do_not_crush_the_new_ones() -> None:
    new = [date(2010, 8, 1), date(2010, 9, 5), date(2010, 11, 9)]
    scale = make_scale([date(1992, 1, 1), date(1997, 12, 31), *new])
    assert len(scale.parts) == 2
    assert scale.share_of(new[-1]) - scale.share_of(new[0]) > 0.4
    assert [words for _, words in scale.ticks][:2] == ["1992", "1994"]


def test_one_event_of_a_whole_year_does_not_crush_those_of_three_days() -> None:
    days = [date(2016, 1, day) for day in (1, 1, 2, 2, 2, 3, 3)]
    scale = make_scale([*days, date(2016, 12, 31)])
    assert len(scale.parts) == 2
    assert scale.share_of(days[-1]) - scale.share_of(days[0]) > 0.1
    assert scale.share_of(date(2016, 12, 31)) > 0.9
    assert "30 Dec 2016" in [words for _, words in scale.ticks]
    shares = [share for share, _ in scale.ticks]
    assert min(b - a for a, b in pairwise(shares)) > 0.1


def test_rows_are_in_the_order_of_time_and_the_rest_is_counted() -> None:
    (slide,) = timeline_of(dated(DAY, When(), ROUGH, WAR))
    assert [bar.when for bar in slide.bars] == ["1992 to 1997", "about August 2010", DAY.words]
    assert [bar.is_rough for bar in slide.bars] == [True, True, False]
    assert slide.undated == "No date in the text: 2."
    assert "4. Something happened" in slide.notes


def test_many_rows_go_on_over_further_slides_with_one_scale() -> None:
    slides = timeline_of(dated(*([DAY] * 13), ROUGH))
    assert [slide.title for slide in slides] == [
        "Timeline, 2010 (1 of 2)",
        "Timeline, 2010 (2 of 2)",
    ]
    assert [len(slide.bars) for slide in slides] == [7, 7]
    assert slides[0].scale == slides[1].scale


def test_without_dates_that_differ_there_is_no_timeline() -> None:
    assert timeline_of(dated(When(), When())) == []
    assert timeline_of(dated(DAY, DAY, When())) == []


def test_spans_days_and_open_ends_are_native_shapes_with_words(studio: Studio) -> None:
    deck = Presentation(io.BytesIO(make_deck(timeline_of(dated(DAY, ROUGH, OPEN)), studio)))
    (slide,) = deck.slides
    shapes = {shape.name: shape for shape in slide.shapes}
    assert shapes["Event 2"].width > 3 * shapes["Event 1"].width, "a month is a bar, a day a mark"
    said = shapes["Event 2"]._element.xpath(".//p:cNvPr")[0].get("descr")
    assert said.endswith("Explosions/Remote violence, claimed. The text says about when")
    assert shapes["Open end 3"].width > shapes["Event 3"].width, "an arrow beyond the mark"
    assert {"Legend: Battles", "Legend: Claimed", "Legend: About that time"} <= set(shapes)
    assert (
        shapes["Information date in words"].text_frame.text == "Information as of 11 November 2010"
    )


def test_the_mark_of_a_break_stands_on_no_date(studio: Studio) -> None:
    slides = timeline_of(dated(DAY, ROUGH, WAR))
    shown = Presentation(io.BytesIO(make_deck(slides, studio)))
    shapes = list(shown.slides[0].shapes)
    (gap,) = [s for s in shapes if s.name == "Break of the scale"]
    dates = [s for s in shapes if s.name.startswith("Date: ")]
    assert dates
    assert all(gap.top + gap.height <= s.top + Pt(4) for s in dates)
