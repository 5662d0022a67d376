"""Lines of PDF pages: what is a paragraph, a heading, or the header of a page."""

from dashboard.model import ZoneKind
from dashboard.reading.pdf_files import page_blocks

HEADER = "RESTRICTED - Field desk"
FULL = "The road between Bara and Kolun was shut on Sunday, the mayor of Bara said in a letter."
SECOND = "It is to be open again on Monday. Nobody in the villages beside the road was hurt so far."


def read(*pages: tuple[str, ...]) -> list[tuple[str, ZoneKind | None]]:
    return [block for block in page_blocks(["\n".join(page) for page in pages]) if block[0]]


def test_the_headers_and_numbers_of_two_pages_are_not_read() -> None:
    found = read((HEADER, FULL, "Page 1 of 2"), (HEADER, SECOND, "Page 2 of 2"))
    assert [words for words, kind in found if kind is None] == [FULL, SECOND]
    assert {kind for words, kind in found if words not in {FULL, SECOND}} == {ZoneKind.BREADCRUMB}


def test_a_heading_below_a_full_last_line_stands_alone() -> None:
    assert read((FULL, "Background", SECOND)) == [
        (FULL, None),
        ("Background", None),
        (SECOND, None),
    ]


def test_a_number_inside_a_page_is_no_number_of_a_page() -> None:
    found = read((FULL, SECOND, "14", SECOND, FULL, "3"), (HEADER, "4"))
    assert ("14", None) in found
    assert ("3", ZoneKind.BREADCRUMB) in found
