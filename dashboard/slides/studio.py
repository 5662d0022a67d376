"""Pictures and decks on request: what is loaded once, and the calls that others make."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd

from dashboard.geography import BorderView, load_layer
from dashboard.slides.compose import SlideRequest, compose_scene
from dashboard.slides.deck import MapSlide, TableSlide, write_deck
from dashboard.slides.frame import WIDTH
from dashboard.slides.ground import Layers
from dashboard.slides.letters import Town
from dashboard.slides.picture import PictureFormat, draw_picture, draw_relief_base
from dashboard.slides.relief import load_relief

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import geopandas as gpd

    from dashboard.gazetteer import Gazetteer
    from dashboard.slides.frame import Frame
    from dashboard.slides.scene import Scene

TOWNS_CONSIDERED = 90
"""The largest towns of a frame; far more than ever find room."""


@dataclass(frozen=True, slots=True, eq=False)
class Studio:
    """The layers, names and relief that every slide draws from."""

    layers: dict[BorderView, Layers]
    gazetteer: Gazetteer
    relief_path: Path


def load_studio(data_dir: Path, static_dir: Path, gazetteer: Gazetteer) -> Studio:
    """
    Load the layers of both border views, about a second.

    Raises `DataError` when a built layer is missing.
    """
    frames = {
        name: load_layer(data_dir, name)
        for name in ("countries", "countries_light", "boundaries", "provinces", "lakes", "rivers")
    }
    recognised = load_layer(data_dir, "countries_recognised")
    layers = {view: _layers_of(view, frames, recognised) for view in BorderView}
    return Studio(layers, gazetteer, static_dir / "basemap" / "relief.pmtiles")


def _layers_of(
    view: BorderView, frames: dict[str, gpd.GeoDataFrame], recognised: gpd.GeoDataFrame
) -> Layers:
    boundaries = frames["boundaries"]
    drawn = boundaries[boundaries["view"].isin(["both", view.value])]
    countries = frames["countries"]
    if view is BorderView.RECOGNISED:
        replaced = {code for row in recognised["replaces"] for code in row.split(";")}
        kept = countries[~countries["a3"].isin(replaced)]
        countries = pd.concat([kept, recognised[list(kept.columns)]], ignore_index=True)
    return Layers(
        countries,
        frames["countries_light"],
        drawn,
        frames["provinces"],
        frames["lakes"],
        frames["rivers"],
    )


def make_scene(request: SlideRequest, studio: Studio) -> Scene:
    """The placed slide of a request."""
    layers = studio.layers[request.border_view]
    return compose_scene(request, layers, lambda frame: _towns(studio.gazetteer, frame))


def make_picture(
    request: SlideRequest,
    studio: Studio,
    *,
    file_format: PictureFormat = "png",
    width: int = WIDTH,
) -> bytes:
    """The bytes of a PNG, SVG or PDF of the request; the same request gives the same bytes."""
    scene = make_scene(request, studio)
    relief = load_relief(studio.relief_path, scene.frame)
    return draw_picture(scene, file_format=file_format, width=width, relief=relief)


def make_deck(
    slides: Sequence[SlideRequest | TableSlide],
    studio: Studio,
    *,
    template: bytes | None = None,
) -> bytes:
    """The bytes of a .pptx with these slides in order. Raises `ExportError` on a bad template."""
    return write_deck([_deck_slide(s, studio) for s in slides], template=template)


def _deck_slide(wanted: SlideRequest | TableSlide, studio: Studio) -> MapSlide | TableSlide:
    if isinstance(wanted, TableSlide):
        return wanted
    scene = make_scene(wanted, studio)
    relief = load_relief(studio.relief_path, scene.frame)
    base = draw_relief_base(scene, width=WIDTH, relief=relief)
    return MapSlide(scene, base, {a.article_id: a for a in wanted.briefing.articles})


def _towns(gazetteer: Gazetteer, frame: Frame) -> tuple[Town, ...]:
    seen = frame.seen
    box = (round(seen.south, 1), round(seen.west, 1), round(seen.north, 1), round(seen.east, 1))
    return _towns_in(gazetteer, box)


@lru_cache(maxsize=64)
def _towns_in(gazetteer: Gazetteer, box: tuple[float, float, float, float]) -> tuple[Town, ...]:
    entries = gazetteer.index.towns_in(box, limit=TOWNS_CONSIDERED)
    return tuple(
        Town(e.name, e.lat, e.lon, e.population or 0, e.feature_code == "PPLC") for e in entries
    )
