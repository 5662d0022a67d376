"""Which province a point is in, beside borders and on shores too."""

import geopandas as gpd
import pytest
from shapely.geometry import box

from dashboard.geography import Provinces

PROVINCES = Provinces(
    gpd.GeoDataFrame(
        {"province_id": ["TJ-SU", "KG-B"], "country": ["TJ", "KG"]},
        geometry=[box(69, 40, 70, 41), box(70, 40, 71, 41)],
        crs="EPSG:4326",
    )
)


@pytest.mark.parametrize(
    ("lat", "lon", "countries", "province"),
    [
        (40.5, 69.5, ("TJ",), "TJ-SU"),
        (40.5, 70.02, ("TJ",), "TJ-SU"),
        (40.5, 70.02, (), "KG-B"),
        (40.5, 68.95, ("TJ",), "TJ-SU"),
        (45.0, 60.0, ("TJ",), None),
    ],
    ids=["within", "just across its border", "no country known", "on the shore", "at sea"],
)
def test_a_point_is_in_the_province_of_its_own_country(
    lat: float, lon: float, countries: tuple[str, ...], province: str | None
) -> None:
    assert PROVINCES.at(lat, lon, countries) == province
