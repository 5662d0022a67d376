"""Build `data/gazetteer/`, the memory-mapped name index, out of the downloaded packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from building.index_files import write_index
from building.names_cities import read_cities
from building.names_countries import read_continents, read_countries, read_points
from building.names_divisions import find_seats, gather_places, read_divisions, uncross
from building.names_groupings import read_groupings
from building.names_outlines import read_outlines
from building.names_towns import read_towns
from building.names_waters import read_waters
from building.names_written import add_written_names

if TYPE_CHECKING:
    from pathlib import Path

    from building.sources import Sources


def build(sources: Sources, out: Path) -> None:
    """
    Write the index to `out / "gazetteer"`.

    Waters are read from the layers that stand in `out`, the hand-written names and towns from
    `out / "names"`.
    """
    cities = list(read_cities(sources))
    outlines = read_outlines(sources, out)
    towns = list(read_towns(out / "names" / "towns.csv", cities))
    seats = find_seats([*cities, *towns])
    divisions = list(read_divisions(sources, gather_places(cities), outlines, seats=seats))
    uncross(divisions)
    countries = [
        *read_countries(sources, read_points(out / "names" / "country_points.csv")),
        *read_continents(sources),
    ]
    places = [
        *countries,
        *read_groupings(sources, out / "names" / "region_ids.csv", countries),
        *divisions,
        *cities,
        *towns,
        *read_waters(out),
    ]
    add_written_names(places, out / "names")
    write_index(out / "gazetteer", places)
