"""The digest that ships with the product credits its original and copies none of it."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from dashboard.model import ZoneKind
from dashboard.reading import read_document
from dashboard.settings import Settings

DIGEST = Settings().seeds_dir / "rasht-valley-digest.md"
ARTICLES = os.environ.get("BRIEFING_ARTICLES")
LONGEST_RUN = 8
"""Names and short phrases recur in any digest; nine words in a row would be copying."""

digest = read_document(DIGEST.read_bytes(), file_name=DIGEST.name)


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))


def runs_of(text: str, *, length: int) -> set[tuple[str, ...]]:
    words = words_of(text)
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_digest_says_that_it_is_one() -> None:
    assert digest.title is not None
    assert digest.title.startswith("Digest:")


def test_digest_credits_author_outlet_date_and_address() -> None:
    assert digest.author == "Eugene Chausovsky"
    assert digest.outlet == "Stratfor"
    assert digest.published == date(2010, 11, 11)
    assert digest.source_url is not None
    assert digest.source_url.startswith("http://www.stratfor.com/weekly/20101110_")


def test_header_is_not_read_for_places() -> None:
    read = "".join(digest.text[z.start : z.end] for z in digest.zones if z.kind.is_read)
    assert "Eugene" not in read
    assert "http" not in read


def test_digest_has_three_parts() -> None:
    assert sum(zone.kind is ZoneKind.HEADING for zone in digest.zones) == 2


@pytest.mark.parametrize(
    "fact",
    [
        "about two dozen",
        "Nov. 9",
        "roughly 80 Tajik soldiers",
        "a few hundred",
        "from 1992 to 1997",
        "in 1999",
        "in late 2001",
        "in 2009",
        "at least 25 servicemen",
        "Jamaat Ansarullah",
        "southern Kyrgyzstan",
        "South Waziristan",
        "North Waziristan",
        "Afghan-Pakistani tribal belt",
    ],
)
def test_digest_keeps_the_facts(fact: str) -> None:
    assert fact in digest.text


@pytest.mark.skipif(ARTICLES is None, reason="BRIEFING_ARTICLES names no folder")
def test_no_run_of_words_is_carried_over() -> None:
    originals = [path.read_text(encoding="utf-8") for path in Path(ARTICLES or "").glob("*.txt")]
    for original in originals:
        shared = runs_of(digest.text, length=LONGEST_RUN + 1) & runs_of(
            original, length=LONGEST_RUN + 1
        )
        assert not shared
