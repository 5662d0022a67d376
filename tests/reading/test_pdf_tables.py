"""Tables of PDF files: words that stand below a heading are in its column."""

from dashboard.reading.pdf_tables import has_heading_row, may_hold_table, with_tables

PAGE = """Key incidents of the week

Place         Date       Killed   What happened
Bara          11         3        Militiamen attacked the market
              March
Kolun         12                  Armed men shot dead a farmer on his way
              March               to the field

Two soldiers were hurt elsewhere, the army said.
"""


def test_wrapped_cells_are_one_and_empty_ones_stay_empty() -> None:
    assert with_tables(PAGE) == (
        "Key incidents of the week\n"
        "\n"
        "| Place | Date | Killed | What happened |\n"
        "| Bara | 11 March | 3 | Militiamen attacked the market |\n"
        "| Kolun | 12 March |  | Armed men shot dead a farmer on his way to the field |\n"
        "\n"
        "Two soldiers were hurt elsewhere, the army said."
    )


def test_a_first_cell_that_wraps_begins_no_row() -> None:
    page = """Date     Place   What happened                    Killed   Injured
3        Bara    Attackers fired on shelters      4        7
April            before fleeing
21 May   Kolun   Mortar shell fell on the camp    2
"""
    assert with_tables(page) == (
        "| Date | Place | What happened | Killed | Injured |\n"
        "| 3 April | Bara | Attackers fired on shelters before fleeing | 4 | 7 |\n"
        "| 21 May | Kolun | Mortar shell fell on the camp | 2 |  |"
    )


def test_columns_of_prose_are_no_table() -> None:
    prose = "The rebels took the     and the army said that\n"
    prose += "town on Monday, the     it had lost ten men.\n"
    assert with_tables(prose) is None


def test_only_a_page_with_words_for_columns_is_looked_at() -> None:
    assert may_hold_table("Place Date Killed What happened")
    assert not may_hold_table("The place was quiet and nobody was killed.")
    assert has_heading_row("Place Date Killed\nBara 3 May 2")
    assert not has_heading_row("The Place and the Date of the talks are not known.")
