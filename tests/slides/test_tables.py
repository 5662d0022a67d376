"""Tables on slides: pages about equally full, long words whole, rows of one event together."""

from __future__ import annotations

import io
from dataclasses import replace

from pptx import Presentation

from dashboard.slides.deck import write_deck
from dashboard.slides.lettering import MIN_POINTS
from dashboard.slides.sheet import SHEET
from dashboard.slides.table_slide import TableSlide, paginate
from dashboard.slides.template import open_stage

ADDRESS = "https://example.org/" + "a-long-way-down/" * 5 + "report.html"


def table_of(*rows: tuple[str, str], lines: int = 2) -> TableSlide:
    shares = (0.1, 0.3)
    return TableSlide("A table", ("", "What"), rows, shares, "TLP:GREEN", lines_a_cell=lines)


def test_the_last_page_is_about_as_full_as_the_first() -> None:
    rows = [(str(n), "Something happened") for n in range(1, 30)]
    pages = [len(page.rows) for page in paginate(table_of(*rows), SHEET)]
    assert sum(pages) == 29
    assert max(pages) - min(pages) <= 2


def test_a_long_address_is_broken_and_told_whole() -> None:
    (page,) = paginate(table_of(("[1]", ADDRESS), lines=4), SHEET)
    made = Presentation(io.BytesIO(write_deck([page], open_stage())))
    (table,) = (shape.table for shape in made.slides[0].shapes if shape.has_table)
    assert table.cell(1, 1).text_frame.text.replace("\n", "") == ADDRESS
    assert page.notes == ""


def test_rows_that_belong_to_one_event_stand_on_one_ground() -> None:
    rows = table_of(("1", "One says so"), ("", "Another does not"), ("2", "Something else"))
    made = Presentation(io.BytesIO(write_deck(paginate(rows, SHEET), open_stage())))
    (table,) = (shape.table for shape in made.slides[0].shapes if shape.has_table)
    grounds = [str(table.cell(row, 1).fill.fore_color.rgb) for row in (1, 2, 3)]
    assert grounds[0] == grounds[1] != grounds[2]


def test_no_word_is_broken_for_the_sake_of_larger_type() -> None:
    narrow = TableSlide("Few", ("", "Status"), (("1", "Hypothetical"),), (0.9, 0.1), "TLP:CLEAR")
    wide = replace(narrow, shares=(0.5, 0.5))
    assert [page.points for page in paginate(narrow, SHEET)] == [MIN_POINTS]
    assert [page.points for page in paginate(wide, SHEET)] == [18]


def test_a_short_table_has_cells_deep_enough_for_their_words() -> None:
    (page,) = paginate(table_of(("1", "The rebels say that thirty soldiers fell " * 4)), SHEET)
    assert page.lines_a_cell > 2
    assert page.notes == ""
