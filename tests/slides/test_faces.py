"""No picture shows boxes: a script is drawn by a face of the machine, or said to be missing."""

from __future__ import annotations

import pytest

from dashboard.slides.faces import LAST_RESORT, drawable, faces_for, is_drawable

NOBODYS = "\U0010fffd"
"""A code point for private use, which no typeface of a text draws."""


@pytest.mark.parametrize("name", ["Khujand", "Хуҷанд", "قندهار", "Ağrı", "Al ‘Arīsh"])
def test_the_house_faces_draw_what_most_gazetteers_write(name: str) -> None:
    assert faces_for(name) == ()
    assert drawable(name) == name


def test_what_no_face_draws_is_left_out() -> None:
    assert drawable(f"Osh {NOBODYS}{NOBODYS}") == "Osh"
    assert not is_drawable(NOBODYS)


def test_where_nothing_is_left_words_say_so() -> None:
    assert drawable(NOBODYS) == LAST_RESORT


def test_a_face_of_the_machine_serves_where_there_is_one() -> None:
    name = "喀什"
    assert drawable(name) == (name if faces_for(name) else LAST_RESORT)
