"""Rivers, lakes and seas: the names and middle points of the layers built from Natural Earth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
from building.places import BuiltPlace

from dashboard.gazetteer.entries import Match
from dashboard.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LAYERS = {
    "rivers": ("H.STM", Precision.LINE),
    "lakes": ("H.LK", Precision.REGION),
    "seas": ("H.SEA", Precision.REGION),
}
NOTE = "The point is one inside or on its outline."


def read_waters(folder: Path) -> Iterator[BuiltPlace]:
    """Yield the named waters of the layers that are built."""
    for layer, (feature, precision) in LAYERS.items():
        path = folder / f"{layer}.parquet"
        if not path.is_file():
            print(f"gazetteer: no {path.name} yet; its names are left out")
            continue
        frame = gpd.read_parquet(path)
        points = frame.geometry.representative_point()
        for row, point in zip(frame.itertuples(), points, strict=True):
            if not isinstance(row.name, str) or not row.name:
                continue
            place = BuiltPlace(
                section="water",
                place_id=row.place_id,
                name=row.name,
                lat=point.y,
                lon=point.x,
                feature=feature,
                precision=precision,
                note=NOTE,
            )
            place.add_names(_spellings(row.name, layer), Match.NAME)
            yield place


def _spellings(name: str, layer: str) -> list[str]:
    if layer == "rivers" and "River" not in name:
        return [name, f"{name} River", f"River {name}"]
    return [name]
