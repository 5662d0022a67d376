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
NOT_A_LAKE = ("Sea", "Bay", "Reservoir", "Laguna", "Lagoa", "Channel", "Ozero", "Lac ", "Lago ")
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
            proper, loose = _spellings(row.name, layer)
            place.name = proper[0]
            place.add_names(proper, Match.NAME)
            place.add_names(loose, Match.ALTERNATE)
            yield place


def _spellings(name: str, layer: str) -> tuple[list[str], list[str]]:
    """Return the names proper, and those that hold only where the text says no more."""
    if layer == "rivers" and not name.startswith(("River ", "Rio ", "Río ")):
        bare = name.removesuffix(" River")
        return [f"{bare} River", f"River {bare}"], [bare]
    if layer == "lakes" and not any(word in name for word in NOT_A_LAKE):
        bare = name.removeprefix("Lake ").removesuffix(" Lake")
        return [f"Lake {bare}", f"{bare} Lake"], [bare]
    if layer == "seas":
        whole = name.removeprefix("The ")
        bare = whole.removeprefix("North ").removeprefix("South ")
        return [name, whole, f"the {whole}"], [bare] if "Ocean" in name else []
    return [name], []
