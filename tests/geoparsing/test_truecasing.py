"""Text in capitals is read as if it were written in ordinary casing, letter for letter."""

from __future__ import annotations

from dashboard.geoparsing.truecasing import truecase

NAMES = {"KABUL", "GHAZNI", "NATO"}


def is_name(word: str) -> bool:
    return word in NAMES


def test_names_stand_out_of_a_line_in_capitals() -> None:
    text = "REBELS BURNED A BRIDGE NEAR GHAZNI. TROOPS CAME FROM KABUL."
    expected = "Rebels burned a bridge near Ghazni. Troops came from Kabul."
    assert truecase(text, is_name=is_name) == expected


def test_ordinary_text_is_left_alone() -> None:
    text = "NATO said it had left Ghazni."
    assert truecase(text, is_name=is_name) == text


def test_short_line_in_capitals_may_be_a_name() -> None:
    assert truecase("GHAZNI PROVINCE", is_name=is_name) == "GHAZNI PROVINCE"


def test_only_the_lines_in_capitals_change() -> None:
    text = "TROOPS LEAVE GHAZNI AT LAST\nThe USA sent word to all of its friends in the region."
    first, second = truecase(text, is_name=is_name).split("\n")
    assert first == "Troops leave Ghazni at last"
    assert second == text.split("\n")[1]


def test_letters_that_change_length_keep_every_offset() -> None:
    text = "İZMİR AND İSTANBUL WERE CALM TODAY"
    assert len(truecase(text, is_name=is_name)) == len(text)


def test_initials_acronyms_and_ordinals_keep_their_form() -> None:
    text = "TROOPS OF THE 1ST BRIGADE AND U.S. ADVISERS MET THE FMLN."
    expected = "Troops of the 1st brigade and U.S. advisers met the FMLN."
    assert truecase(text, is_name=is_name) == expected


def test_known_names_are_names_whatever_their_words() -> None:
    text = "FIGHTING BROKE OUT IN NEW BRIDGE TODAY"
    start = text.index("NEW BRIDGE")
    recased = truecase(text, is_name=is_name, known_names=lambda _: [(start, start + 10)])
    assert recased == "Fighting broke out in New Bridge today"
