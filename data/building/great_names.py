"""The names that the page places itself: countries and capitals, with the first zoom of each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import geopandas as gpd

from building.basemap import countries_of_both_views, country_names, first_label_zooms
from building.town_ranks import rank_towns

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from building.sources import Sources
    from building.vector_tiles import Feature

CAPITAL = 1
HEAD = """// Written by `python data/build.py great_names`, from the base map's own names:
// [name, alpha-2 code, lat, lon, first zoom], and for countries the border view
// (0 both, 1 de facto, 2 recognised).
"""


def build(sources: Sources, out: Path) -> None:
    """Write `dashboard/static/map/great_names.js`."""
    countries = countries_of_both_views(gpd.read_parquet(out / "countries.parquet"), out)
    named = country_names(countries, first_label_zooms(sources))
    capitals = (town for town in rank_towns(sources) if town.properties["r"] == CAPITAL)
    body = _listed("COUNTRIES", named, "v") + _listed("CAPITALS", capitals)
    path = out.parent / "dashboard" / "static" / "map" / "great_names.js"
    path.write_text(HEAD + body, encoding="utf-8")


def _listed(name: str, features: Iterable[Feature], *more: str) -> str:
    rows = sorted(_row(feature, more) for feature in features)
    lines = "".join(f"  {json.dumps(row, ensure_ascii=False)},\n" for row in rows)
    return f"export const {name} = [\n{lines}];\n"


# Any: JSON.
def _row(feature: Feature, more: Iterable[str]) -> list[Any]:
    own, point = feature.properties, feature.shape
    at = [round(point.y, 2), round(point.x, 2)]
    return [own["n"], own["c"], *at, own["z"], *(own[key] for key in more)]
