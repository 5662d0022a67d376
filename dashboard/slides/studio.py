"""Pictures and decks on request: what is loaded once, and the calls that others make."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from dashboard.geography import BorderView
from dashboard.geography.layers import load_layer
from dashboard.slides.compose import SlideRequest, compose_scene
from dashboard.slides.ground import Layers
from dashboard.slides.letters import Town
from dashboard.slides.picture import PictureFormat, draw_picture, draw_relief_base
from dashboard.slides.relief import load_relief
from dashboard.slides.sheet import SHEET

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dashboard.gazetteer import Gazetteer
    from dashboard.geography import Atlas
    from dashboard.slides.deck import MapSlide
    from dashboard.slides.frame import Frame
    from dashboard.slides.scene import Scene
    from dashboard.slides.sheet import Sheet
    from dashboard.slides.table_slide import TableSlide
    from dashboard.slides.timeline import TimelineSlide

TOWNS_CONSIDERED = 90
"""The largest towns of a frame; far more than ever find room."""


@dataclass(frozen=True, slots=True, eq=False)
class Studio:
    """The layers, names and relief that every slide draws from."""

    layers: dict[BorderView, Layers]
    gazetteer: Gazetteer
    relief_path: Path


class StudioTools(Protocol):
    """What a studio needs of the pipeline's tools."""

    @property
    def atlas(self) -> Atlas:
        """Countries, borders and provinces."""

    @property
    def gazetteer(self) -> Gazetteer:
        """The names of towns."""


def load_studio(data_dir: Path, static_dir: Path, tools: StudioTools) -> Studio:
    """
    Load the layers of both border views, about a second.

    Raises `DataError` when a built layer is missing.
    """
    light, lakes, rivers = (
        load_layer(data_dir, name) for name in ("countries_light", "lakes", "rivers")
    )
    atlas, layers = tools.atlas, {}
    for view in BorderView:
        drawn = atlas.boundaries[atlas.boundaries["view"].isin(["both", view.value])]
        layers[view] = Layers(atlas.countries(view), light, drawn, atlas.provinces, lakes, rivers)
    return Studio(layers, tools.gazetteer, static_dir / "basemap" / "relief.pmtiles")


def make_scene(request: SlideRequest, studio: Studio, *, sheet: Sheet = SHEET) -> Scene:
    """The placed slide of a request."""
    layers = studio.layers[request.border_view]
    return compose_scene(
        request, layers, lambda frame: _towns(studio.gazetteer, frame), sheet=sheet
    )


def make_picture(
    request: SlideRequest,
    studio: Studio,
    *,
    file_format: PictureFormat = "png",
    width: int = SHEET.width,
) -> bytes:
    """The bytes of a PNG, SVG or PDF of the request; the same request gives the same bytes."""
    return paint_scene(make_scene(request, studio), studio, file_format=file_format, width=width)


def paint_scene(
    scene: Scene, studio: Studio, *, file_format: PictureFormat = "png", width: int = SHEET.width
) -> bytes:
    """The bytes of the picture of a slide that is placed already."""
    relief = load_relief(studio.relief_path, scene.frame)
    return draw_picture(scene, file_format=file_format, width=width, relief=relief)


def make_deck(
    slides: Sequence[SlideRequest | TableSlide | TimelineSlide],
    studio: Studio,
    *,
    template: bytes | None = None,
) -> bytes:
    """The bytes of a .pptx with these slides in order. Raises `ExportError` on a bad template."""
    from dashboard.slides.deck import write_deck  # noqa: PLC0415 - loads python-pptx
    from dashboard.slides.template import open_stage  # noqa: PLC0415 - see above

    stage = open_stage(template)
    made = (
        _map_slide(s, studio, stage.sheet) if isinstance(s, SlideRequest) else s for s in slides
    )
    return write_deck(made, stage)


def _map_slide(wanted: SlideRequest, studio: Studio, sheet: Sheet) -> MapSlide:
    from dashboard.slides.deck import MapSlide  # noqa: PLC0415 - see above

    scene = make_scene(wanted, studio, sheet=sheet)
    relief = load_relief(studio.relief_path, scene.frame)
    base = draw_relief_base(scene, width=sheet.width, relief=relief)
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
