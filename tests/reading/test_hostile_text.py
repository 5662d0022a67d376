"""Any text at all is read: no crash, no runaway search, zones that hold."""

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dashboard.model import ReadingError
from dashboard.reading import read_document, read_text

PIECES = st.sampled_from(
    ["Osh", " ", "\n", "\r\n", "[", "](", ")", "# ", "- ", "*", "http://a.b", "By Jane", " > ", "|",
     "9 Nov. 2010", "(Reuters) -", "©", "KABUL", ".", "\0", "é", "\u202e", "---\n", "!["]
)  # fmt: skip


@settings(deadline=None, derandomize=True)
@given(st.lists(PIECES | st.text(max_size=5), max_size=60).map("".join))
def test_zones_of_any_text_are_sorted_apart_and_inside(text: str) -> None:
    assume(any(map(str.isalnum, text)))
    article = read_text(text, doc_id="x")
    assert article.text == text
    assert all(0 <= z.start < z.end <= len(text) for z in article.zones)
    assert all(left.end <= right.start for left, right in pairwise(article.zones))


def outcome(raw: bytes, name: str) -> str:
    try:
        return read_document(raw, file_name=name).doc_id
    except ReadingError as error:
        return str(error)


@settings(deadline=None, derandomize=True)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.pdf", "a.docx", "a"]))
def test_any_bytes_give_an_article_or_one_sentence_that_names_the_file(
    raw: bytes, name: str
) -> None:
    assert outcome(raw, name).startswith(name)


@pytest.mark.parametrize(
    "piece",
    ["[a](", "![", "((((", "http://", "....", "*a", "@.", "> ", "9 Nov. 2010 AAAA", "A B-", "\t"],
)
def test_a_long_run_of_anything_is_read(piece: str) -> None:
    # Takes for ever if a form of words is searched for in a way that grows with the square.
    text = "Osh " + piece * 200_000 + "!"
    assert read_text(text, doc_id="x").text == text
