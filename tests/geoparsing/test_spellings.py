"""Which names are spellings of one another."""

from __future__ import annotations

import pytest

from dashboard.gazetteer import Entry, Match
from dashboard.geoparsing.spellings import is_own_name
from dashboard.model import Precision


def entry(name: str, match: Match) -> Entry:
    return Entry("gn:1", name, 48.0, 33.4, "P", "PPL", Precision.POINT, match=match)


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("Raqqa", "Ar Raqqah"),
        ("Kryvyi Rih", "Kryvyy Rih"),
        ("Bint Jbeil", "Bent Jbaïl"),
        ("Misrata", "Misratah"),
    ],
)
def test_another_spelling_is_the_own_name(surface: str, name: str) -> None:
    assert is_own_name(surface, entry(name, Match.ALTERNATE))


@pytest.mark.parametrize(
    ("surface", "name"), [("Leninabad", "Khujand"), ("Ziona", "Jerusalem"), ("Rio", "Zurich")]
)
def test_another_name_is_not(surface: str, name: str) -> None:
    assert not is_own_name(surface, entry(name, Match.ALTERNATE))
    assert not is_own_name(surface, entry(name, Match.ABBREVIATION))
