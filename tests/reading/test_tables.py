"""Tables inside documents: no row is lost, and a heading is no event."""

from io import BytesIO

import pytest
from docx import Document

from dashboard.model import Article, ZoneKind
from dashboard.reading import read_document, read_text
from dashboard.reading.rows import Column, find_rows

LEAD = "Four attacks were counted in the week, the monitors said on Sunday.\n\n"
MARKDOWN = f"""# A week

{LEAD}| Place | Date   | Killed |
|-------|:------:|-------:|
| Bara  | 3 June | 14     |
| Kolun | 5 June | 6      |

The next list follows in a week, the monitors said on Sunday.
"""
ROWS = (("Place", "Date", "Killed"), ("Bara", "3 June", "14"), ("Kolun", "5 June", "6"))


def words(article: Article, kind: ZoneKind) -> list[str]:
    return [article.text[z.start : z.end] for z in article.zones if z.kind is kind]


def word_file() -> bytes:
    document, stream = Document(), BytesIO()
    document.add_paragraph(LEAD.strip())
    table = document.add_table(rows=0, cols=3)
    for row in ROWS:
        for cell, written in zip(table.add_row().cells, row, strict=True):
            cell.text = written
    document.save(stream)
    return stream.getvalue()


def web_page() -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    lead = f"<p>{LEAD}{LEAD}{LEAD}</p>"
    page = f"<html><body><article><h1>A week</h1>{lead}<table>{rows}</table></article></body>"
    return page.encode()


def test_the_rows_of_a_markdown_table_are_read_and_its_headings_are_not() -> None:
    article = read_text(MARKDOWN, doc_id="week.md")
    assert words(article, ZoneKind.TABLE_HEAD) == ["Place", "Date", "Killed"]
    assert words(article, ZoneKind.CELL) == ["Bara", "3 June", "14", "Kolun", "5 June", "6"]
    assert words(article, ZoneKind.HEADING) == []


@pytest.mark.parametrize(("raw", "name"), [(word_file(), "a.docx"), (web_page(), "a.html")])
def test_a_table_at_the_end_of_a_file_is_no_list_of_links(raw: bytes, name: str) -> None:
    article = read_document(raw, file_name=name)
    assert words(article, ZoneKind.TABLE_HEAD) == ["Place", "Date", "Killed"]
    assert words(article, ZoneKind.CELL) == ["Bara", "3 June", "14", "Kolun", "5 June", "6"]
    assert words(article, ZoneKind.LINKS) == []


@pytest.mark.parametrize(
    "table",
    [
        "Place\tDate\tKilled\nBara\t3 June\t14\nKolun\t5 June\t6\n",
        "Place,Date,Killed\nBara,3 June,14\nKolun,5 June,6\n",
        'Place;Date;Killed\n"Bara";"3 June";14\n"Kolun";"5 June";6\n',
    ],
    ids=["tabs", "commas", "semicolons"],
)
def test_rows_without_bars_are_a_table_below_their_headings(table: str) -> None:
    article = read_text(LEAD + table, doc_id="log")
    assert words(article, ZoneKind.TABLE_HEAD) == ["Place", "Date", "Killed"]
    assert words(article, ZoneKind.CELL) == ["Bara", "3 June", "14", "Kolun", "5 June", "6"]


def test_a_sentence_with_commas_is_no_row() -> None:
    article = read_text(
        LEAD + "It cost 1,200,000 francs; it fed 3,000 people; none left.\n", doc_id="x"
    )
    assert words(article, ZoneKind.CELL) == []


def test_an_empty_cell_keeps_those_behind_it_in_their_columns() -> None:
    table = "| Place | Town | Killed |\n|---|---|---|\n| Arland |  | 14 |\n"
    (row,) = find_rows(read_text(LEAD + table, doc_id="x"))
    assert [cell.column for cell in row.cells] == [Column.PLACE, Column.KILLED]


def test_two_cells_with_the_same_words_are_two() -> None:
    document, stream = Document(), BytesIO()
    document.add_paragraph(LEAD.strip())
    table = document.add_table(rows=2, cols=3)
    for cell, written in zip(
        table._cells, ("Place", "Killed", "Injured", "Bara", "2", "2"), strict=True
    ):
        cell.text = written
    document.save(stream)
    article = read_document(stream.getvalue(), file_name="a.docx")
    assert words(article, ZoneKind.CELL) == ["Bara", "2", "2"]


def test_a_table_of_one_cell_is_a_paragraph() -> None:
    document, stream = Document(), BytesIO()
    document.add_table(rows=1, cols=1).cell(0, 0).text = LEAD.strip()
    document.save(stream)
    article = read_document(stream.getvalue(), file_name="a.docx")
    assert words(article, ZoneKind.BODY) == [LEAD.strip()]
