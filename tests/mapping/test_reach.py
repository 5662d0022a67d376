"""How far a town reaches that is known by its middle alone."""

from __future__ import annotations

import pytest

from dashboard.marking import reach_km
from dashboard.model import Place, Precision


@pytest.mark.parametrize(
    ("precision", "population", "reach"),
    [
        (Precision.CITY_AREA, 780_000, 7.0),
        (Precision.CITY_AREA, 9_000, 2.0),
        (Precision.CITY_AREA, None, 2.0),
        (Precision.POINT, None, None),
        (Precision.PROVINCE, 780_000, None),
    ],
    ids=["city", "small town", "not known", "site", "province"],
)
def test_only_a_town_reaches_beyond_its_point(
    precision: Precision, population: int | None, reach: float | None
) -> None:
    place = Place("gn:1", "Bara", 40.0, 70.0, precision, "", ("XA",), population=population)
    assert reach_km(place) == reach
