"""Spellings that meet in one key."""

import pytest

from dashboard.gazetteer.folding import fold, fold_text, has_boundary, spelling_variants


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Kŭhistoni  Badakhshon", "kuhistoni badakhshon"),
        ("Qo‘rg‘ontepa", "qorgontepa"),
        ("Sana'a", "sanaa"),
        ("Kurgan-Tyube", "kurgan tyube"),
        ("St. Louis", "st louis"),
        ("U.S.", "u.s"),
        ("Antigua & Barbuda", "antigua and barbuda"),
        ("Łódź", "lodz"),
        ("Кӯлоб", "кулоб"),
    ],
)
def test_fold(written: str, key: str) -> None:
    assert fold(written) == key


def test_folded_text_remembers_where_letters_came_from() -> None:
    folded = fold_text("ʿAyn   Æ")
    assert folded.text == "ayn ae"
    assert list(folded.raw_starts) == [1, 2, 3, 4, 7, 7]


@pytest.mark.parametrize(("text", "at"), [("Tajikistan's", 10), ("d'Ivoire", 2), ("北京市", 1)])
def test_word_may_start_or_end_here(text: str, at: int) -> None:
    assert has_boundary(text, at)


@pytest.mark.parametrize(("text", "at"), [("Xo'jand", 2), ("Xo'jand", 3), ("Tajikistan", 5)])
def test_word_goes_on_here(text: str, at: int) -> None:
    assert not has_boundary(text, at)


def test_variants_hold_other_romanisations() -> None:
    assert {"khujand", "hojand"} <= set(spelling_variants("khojand"))
