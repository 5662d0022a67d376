"""A text as UTF-8: as it is where it is that, else decoded as documents are."""

from __future__ import annotations

import pytest

from dashboard.reading.encodings import utf8_stream

LINE = "Câmp, 5 killed"


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (LINE.encode(), LINE),
        (LINE.encode("utf-16"), LINE),
        (LINE.encode("utf-16-le"), LINE),
        (LINE.encode("cp1252"), LINE),
        (f"“{LINE}”, ".encode() + "é".encode("cp1252"), f"“{LINE}”, é"),
        (LINE.encode("utf-8-sig"), f"\ufeff{LINE}"),
    ],
    ids=["plain", "marked wide", "wide", "Western", "mixed", "marked"],
)
def test_bytes_of_any_encoding_become_utf8(raw: bytes, read: str) -> None:
    assert utf8_stream(raw).read().decode() == read


def test_a_letter_on_the_edge_of_a_piece_is_no_fault() -> None:
    raw = b"a" * 3_999_999 + "é".encode() + b"b"
    assert utf8_stream(raw).getvalue() == raw
