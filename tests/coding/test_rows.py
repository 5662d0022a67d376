"""Rows of tables: each tells its own events, with the day, place and figures of its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.reading import read_text
from tests.coding.making import resolve

if TYPE_CHECKING:
    from dashboard.coding import EventCoder
    from dashboard.model import Event

HEAD = "# Incidents, 3-9 May 2021\n\n"
TABLE = """| Date | Place | Incident | KIA | WIA |
|---|---|---|---|---|
| 3 May | Bara | IED struck an army convoy | 3 | 5 |
| 5 May | Kolun | Abduction of two women | 0 | - |
"""


def _code(coder: EventCoder, table: str) -> tuple[Event, ...]:
    article = read_text(HEAD + table, doc_id="week")
    return coder.code(article, resolve(article.text))


def test_each_row_has_its_own_day_place_and_figures(coder: EventCoder) -> None:
    mine, taken = _code(coder, TABLE)
    assert (mine.when.edtf, taken.when.edtf) == ("2021-05-03", "2021-05-05")
    assert [p.name for e in (mine, taken) for p in e.places] == ["Bara", "Kolun"]
    assert (mine.killed.low, mine.killed.high, mine.injured.low) == (3, 3, 5)
    assert (taken.killed.text, taken.injured.text) == (None, None)


def test_the_evidence_is_the_cell(coder: EventCoder) -> None:
    article = read_text(HEAD + TABLE, doc_id="week")
    mine, _ = coder.code(article, resolve(article.text))
    assert [s.of(article.text) for s in mine.evidence] == ["IED struck an army convoy"]
    assert mine.killed.span is not None
    assert mine.killed.span.of(article.text) == "3"


def test_casualties_in_one_cell_are_told_apart(coder: EventCoder) -> None:
    table = "Place\tEvent\tCasualties\nBara\tShelling of a market\t2 civilians killed, 5 injured\n"
    (event,) = _code(coder, table + "Kolun\tShelling of a school\tnone\n")[:1]
    assert (event.sub_type, event.killed.text) == (
        "Shelling/artillery/missile attack",
        "2 civilians",
    )
    assert event.injured.low == 5


def test_a_figure_of_two_events_is_the_number_of_none(coder: EventCoder) -> None:
    table = "| Place | Incident | Killed |\n|---|---|---|\n"
    table += "| Bara | Gunmen ambushed a convoy. A bomb wounded a teacher. | 4 |\n"
    events = _code(coder, table)
    assert [(e.killed.low, e.killed.text) for e in events] == [(None, "4"), (None, "4")]


def test_a_row_does_not_stand_where_the_row_above_it_does(coder: EventCoder) -> None:
    table = TABLE.replace("| 5 May | Kolun |", "| 5 May | Todash |")
    _, taken = _code(coder, table)
    assert taken.places == ()
    assert taken.not_drawn_because is not None
    assert "puts it at Todash" in taken.not_drawn_because


def test_a_report_of_months_tells_its_year_by_whatever_it_covers(coder: EventCoder) -> None:
    text = "The report covers major developments from 20 March to 19 June 2023.\n\n"
    text += "On 8 April a bomb wounded six people in Bara.\n"
    article = read_text(text, doc_id="report")
    (event,) = coder.code(article, resolve(text))
    assert event.when.edtf == "2023-04-08"


def test_the_week_of_a_report_may_stand_below_its_title(coder: EventCoder) -> None:
    text = (
        "Security brief, Arland\nWeek 23: 2-8 June 2025\n\nA bomb wounded six in Bara on Friday.\n"
    )
    article = read_text(text, doc_id="brief")
    (event,) = coder.code(article, resolve(text))
    assert event.when.edtf == "2025-06-06"
