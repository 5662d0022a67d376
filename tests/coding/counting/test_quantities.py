"""Counts of people in digits and words."""

from __future__ import annotations

import pytest

from dashboard.coding.counting.quantities import read_quantity

COUNTS = {
    "at least 25 servicemen": (25, None),
    "more than 300 people": (300, None),
    "up to 40 rebels": (None, 40),
    "roughly two dozen men": (24, 24),
    "twenty-one sailors": (21, 21),
    "1,250 villagers": (1250, 1250),
    "between 10 and 15 guards": (10, 15),
    "five or six militants": (5, 6),
    "both pilots": (2, 2),
    "several fighters": (None, None),
    "a few hundred villagers": (None, None),
    "a nurse": (1, 1),
}


@pytest.mark.parametrize("phrase", COUNTS)
def test_phrase_is_counted(phrase: str) -> None:
    quantity = read_quantity(phrase)
    assert quantity is not None
    assert (quantity.low, quantity.high) == COUNTS[phrase]


def test_phrase_without_a_count_is_not_stated() -> None:
    assert read_quantity("the villagers") is None
