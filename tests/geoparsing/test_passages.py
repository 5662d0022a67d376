"""What is read is one clean text, and every offset leads back into the document."""

from __future__ import annotations

from dashboard.geoparsing.passages import BLOCK_CHARS, Passages, read_passages
from dashboard.model import Zone, ZoneKind
from tests.geoparsing.conftest import make_article


def test_footnote_mark_in_a_sentence_is_left_out() -> None:
    text = "Guards left Osh [3] at noon."
    zones = (
        Zone(0, 16, ZoneKind.BODY),
        Zone(16, 19, ZoneKind.LINKS),
        Zone(19, len(text), ZoneKind.BODY),
    )
    passages = read_passages(make_article(text, zones=zones))
    assert passages.text == "Guards left Osh  at noon."
    noon = passages.text.index("noon")
    assert text[passages.source(noon) :].startswith("noon")


def test_words_around_furniture_do_not_run_together() -> None:
    text = "Osh{ad}Talas"
    zones = (
        Zone(0, 3, ZoneKind.BODY),
        Zone(3, 7, ZoneKind.LINKS),
        Zone(7, 12, ZoneKind.BODY),
    )
    assert read_passages(make_article(text, zones=zones)).text == "Osh Talas"


def test_name_with_furniture_inside_has_no_span() -> None:
    text = "Fergana [5] Valley"
    zones = (
        Zone(0, 8, ZoneKind.BODY),
        Zone(8, 12, ZoneKind.LINKS),
        Zone(12, 18, ZoneKind.BODY),
    )
    passages = read_passages(make_article(text, zones=zones))
    assert passages.source_span(0, len(passages.text)) is None
    assert passages.source_span(0, 7) is not None


def test_title_and_body_are_paragraphs_of_their_own() -> None:
    text = "Unrest in Osh\nPolice said"
    zones = (Zone(0, 14, ZoneKind.TITLE), Zone(14, len(text), ZoneKind.BODY))
    assert "\n\n" in read_passages(make_article(text, zones=zones)).text


def test_blocks_of_a_book_give_the_whole_text_back() -> None:
    book = "The road from Osh to Talas is long. " * 2_000
    blocks = list(Passages(book, (0,), (0,)).blocks())
    assert "".join(block for _, block in blocks) == book
    assert max(len(block) for _, block in blocks) <= BLOCK_CHARS
    assert all(book[start : start + len(block)] == block for start, block in blocks)


def test_article_of_furniture_alone_is_empty() -> None:
    zones = (Zone(0, 4, ZoneKind.TAGS),)
    assert read_passages(make_article("Iran", zones=zones)).text == ""
