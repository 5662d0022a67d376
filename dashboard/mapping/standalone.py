"""The map as one HTML file that opens from a mail attachment: no server, no network.

The browser modules of the map are carried inside the file, each under a name of its own in an
import map; the ground and the briefing travel as data.
"""

from __future__ import annotations

import base64
import json
import math
import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from dashboard.mapping.frame import WORLD, frame_of
from dashboard.mapping.layers import embed_json
from dashboard.mapping.payload import payload_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dashboard.mapping.view import Bounds, MapView

EVERY_EVENT = 10**9
MARGIN = 1.5
"""The ground reaches this many frames beyond the frame on every side."""
IMPORT = re.compile(r'(?P<before>\bfrom\s+|\bimport\s+)"\./(?P<name>[\w-]+\.js)"')
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' data:; style-src 'unsafe-inline'; img-src data:"
)
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{styles}</style>
<script type="importmap">{import_map}</script>
<script>{leaflet}</script>
<script>window.Carried = {carried};</script>
</head>
<body>
<div class="handling">{handling}</div>
<header><h1>{title}</h1><p>{subtitle}</p></header>
<main><nav class="rail" aria-label="Filters"><p class="said" role="status"></p></nav>
<div id="map" role="application" aria-label="Map"></div>
<section class="events" aria-label="Events on the map"></section></main>
<footer>{footer}</footer>
<div class="handling">{handling}</div>
<script type="module">import "map/page.js";</script>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Standalone:
    """The words around the map of a one-file export."""

    title: str
    subtitle: str
    footer: str
    handling: str
    names: Mapping[str, str]
    """Country names by alpha-2 code, for the filter rows."""


def load_standalone_page(view: MapView, words: Standalone, *, static_dir: Path) -> str:
    """
    Return the whole page as one HTML file.

    Everything is carried inside; a content policy in the file forbids any request.
    """
    box = frame_of(view.briefing) or WORLD
    carried = {
        "view": payload_of(view, crowd_above=EVERY_EVENT),
        "head": {"total": len(view.briefing.events), "names": dict(words.names)},
        "map": {"centre": _centre(box), "zoom": _zoom(box)},
        "ground": _load_ground(static_dir / "basemap", box),
    }
    styles = ("lib/leaflet/leaflet.css", "map/map.css", "standalone/page.css")
    return PAGE.format(
        policy=POLICY,
        title=escape(words.title),
        subtitle=escape(words.subtitle),
        footer=escape(words.footer),
        handling=escape(words.handling),
        styles="\n".join(_load_style(static_dir / name) for name in styles),
        import_map=json.dumps({"imports": _load_modules(static_dir)}),
        leaflet=(static_dir / "lib/leaflet/leaflet.js").read_text(encoding="utf-8"),
        carried=embed_json(carried),
    )


def _load_style(path: Path) -> str:
    """A style sheet without the files that it would ask a server for."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"@font-face\s*{[^}]*}", "", text)
    return re.sub(r"url\((?!['\"]?data:)[^)]*\)", "none", text)


def _load_modules(static_dir: Path) -> dict[str, str]:
    """Each module as a data address; those of `standalone/` stand in for their namesakes."""
    paths = {p.name: p for p in sorted((static_dir / "map").glob("*.js"))}
    paths |= {p.name: p for p in sorted((static_dir / "standalone").glob("*.js"))}
    return {f"map/{name}": _as_data(path) for name, path in paths.items()}


def _as_data(path: Path) -> str:
    # Inside a data address a relative import has no base: names of the import map do.
    text = IMPORT.sub(r'\g<before>"map/\g<name>"', path.read_text(encoding="utf-8"))
    return "data:text/javascript;base64," + base64.b64encode(text.encode()).decode()


def _load_ground(folder: Path, box: Bounds) -> dict[str, object]:
    tall, wide = (box.north - box.south) * MARGIN, (box.east - box.west) * MARGIN
    near = (box.west - wide, box.south - tall, box.east + wide, box.north + tall)
    return {
        name: _near(json.loads((folder / f"{name}_light.geojson").read_bytes()), near)
        for name in ("countries", "boundaries")
    }


def _near(
    collection: dict[str, object], box: tuple[float, float, float, float]
) -> dict[str, object]:
    features = collection["features"]
    assert isinstance(features, list)
    kept = [
        f
        for f in features
        if f["properties"].get("view") != "recognised" and _touches(f["geometry"], box)
    ]
    return {"type": "FeatureCollection", "features": kept}


def _touches(geometry: dict[str, object], box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    lons, lats = zip(*_positions(geometry["coordinates"]), strict=True)
    is_beside = min(lons) >= east or max(lons) <= west
    return not (is_beside or min(lats) >= north or max(lats) <= south)


def _positions(nested: object) -> list[tuple[float, float]]:
    assert isinstance(nested, list)
    if nested and isinstance(nested[0], int | float):
        return [(nested[0], nested[1])]
    return [position for part in nested for position in _positions(part)]


def _centre(box: Bounds) -> list[float]:
    return [(box.south + box.north) / 2, (box.west + box.east) / 2]


def _zoom(box: Bounds) -> int:
    span = max(box.east - box.west, (box.north - box.south) * 1.3, 0.5)
    return max(2, min(9, round(math.log2(360 * 900 / 256 / span))))
