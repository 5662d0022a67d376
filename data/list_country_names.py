"""List where the base map writes the countries' names, for the labels that must keep clear of them.

`python data/list_country_names.py` reads `data/countries_light.parquet` and writes
`dashboard/static/map/country_names.js`. Run it after the countries are built anew.
"""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

PROJECT = Path(__file__).resolve().parents[1]
COUNTRIES = PROJECT / "data" / "countries_light.parquet"
MODULE = PROJECT / "dashboard" / "static" / "map" / "country_names.js"
HEAD = "// Written by data/list_country_names.py: alpha-2 code -> [name, lat, lon] of its middle.\n"


def list_names(countries: pd.DataFrame) -> dict[str, tuple[str, float, float]]:
    """Return name and label point of each country by its alpha-2 code."""
    coded = countries.dropna(subset=["country"]).sort_values("country")
    rows = zip(coded["country"], coded["name"], coded["lat"], coded["lon"], strict=True)
    return {code: (name, round(lat, 2), round(lon, 2)) for code, name, lat, lon in rows}


def write_module(path: Path, names: dict[str, tuple[str, float, float]]) -> None:
    """Write the names as a module that the map imports."""
    lines = [f"  {json.dumps(code)}: {json.dumps(value)}," for code, value in names.items()]
    body = "\n".join(["export const COUNTRY_NAMES = {", *lines, "};"])
    path.write_text(HEAD + body + "\n", encoding="utf-8")


if __name__ == "__main__":
    columns = ["country", "name", "lat", "lon"]
    write_module(MODULE, list_names(pd.read_parquet(COUNTRIES, columns=columns)))
