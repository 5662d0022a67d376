"""Layers of the user's own, made ready for the map: light shapes, words as data, and limits."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING, Any, Protocol

import shapely
from shapely.geometry import mapping

from dashboard.exchange.overlays import read_overlay
from dashboard.model import Notice, NoticeLevel, ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.exchange.overlays import Overlay, OverlayFeature

# Any: JSON.
Json = dict[str, Any]

MOST_LAYERS = 8
MOST_FEATURES = 5_000
MOST_CORNERS = 300_000
"""Beyond these the browser draws each pan too slowly."""
MOST_COLUMNS = 40
LONGEST_VALUE = 400
FINEST_DEGREES = 0.0005
DECIMALS = 4
FULL = (
    f"{MOST_LAYERS} layers are on the map, which is as many as stay readable; remove one to add "
    "another."
)
# Okabe-Ito, those that event types do not use first; shape and legend go with the colour.
COLOURS = ("#009E73", "#000000", "#CC79A7", "#0072B2", "#D55E00", "#56B4E9", "#E69F00", "#7F7F7F")


@dataclass(frozen=True, slots=True)
class LaidOver:
    """A layer on the map. Its features are JSON, as `static/map/overlays.js` draws them."""

    layer_id: str
    name: str
    file_name: str
    colour: str
    features: tuple[Json, ...]
    notices: tuple[Notice, ...] = ()
    is_shown: bool = True

    def head(self) -> Json:
        """Return what travels with every view; the features are sent once, apart."""
        return {
            "id": self.layer_id,
            "name": self.name,
            "file": self.file_name,
            "colour": self.colour,
            "shown": self.is_shown,
            "count": len(self.features),
        }


class Upload(Protocol):
    """A file as the page hands it over; its id differs for each time it is chosen."""

    file_id: str
    name: str

    def getvalue(self) -> bytes:
        """Return what the file holds."""


@dataclass(slots=True)
class OwnLayers:
    """The layers of one browser tab, and what was wrong with the last files."""

    layers: tuple[LaidOver, ...] = ()
    laid: int = 0
    """How many were laid so far; numbers the next one."""
    problems: tuple[str, ...] = ()
    taken: frozenset[str] = frozenset()
    """Ids of the uploads seen so far."""

    def take(self, files: Iterable[Upload]) -> None:
        """Lay the files that are new, and keep a sentence for each that cannot be laid.

        Streamlit reports an upload a second time when a click comes before the uploader that held
        it has gone from the page.
        """
        fresh = [file for file in files if file.file_id not in self.taken]
        if fresh:
            self.taken |= {file.file_id for file in fresh}
            said = [self._lay(file) for file in fresh]
            self.problems = tuple(dict.fromkeys(problem for problem in said if problem))

    def _lay(self, file: Upload) -> str:
        """Return what is wrong with the file; empty if it was laid."""
        if len(self.layers) >= MOST_LAYERS:
            return FULL
        try:
            overlay = read_overlay(file.getvalue(), file_name=file.name)
            layer = lay_over(overlay, file_name=file.name, number=self.laid + 1)
        except ReadingError as error:
            return str(error)
        self.laid += 1
        self.layers = (*self.layers, layer)
        return ""


def lay_over(overlay: Overlay, *, file_name: str, number: int) -> LaidOver:
    """Return the layer, simplified to what the map can show; raises `ReadingError` if too much."""
    if len(overlay.features) > MOST_FEATURES:
        msg = (
            f"{file_name} holds {len(overlay.features):,} features and the map draws up to "
            f"{MOST_FEATURES:,}; keep those that you need."
        )
        raise ReadingError(msg)
    light = [shapely.simplify(f.geometry, FINEST_DEGREES) for f in overlay.features]
    if int(shapely.get_num_coordinates(light).sum()) > MOST_CORNERS:
        msg = (
            f"{file_name} has more than {MOST_CORNERS:,} corners even when simplified; simplify "
            "it, or keep the part that you need."
        )
        raise ReadingError(msg)
    rounded = shapely.set_precision(light, 10**-DECIMALS, mode="pointwise")
    features = tuple(
        _record(feature, shape) for feature, shape in zip(overlay.features, rounded, strict=True)
    )
    return LaidOver(
        f"L{number}",
        overlay.name,
        file_name,
        COLOURS[(number - 1) % len(COLOURS)],
        features,
        (*overlay.notices, *_cut_columns(overlay)),
    )


def _record(feature: OverlayFeature, shape: shapely.Geometry) -> Json:
    columns = list(feature.columns.items())[:MOST_COLUMNS]
    words = [[name, shorten(value, LONGEST_VALUE, placeholder=" …")] for name, value in columns]
    return {"label": feature.label, "columns": words, "shape": mapping(shape)}


def _cut_columns(overlay: Overlay) -> tuple[Notice, ...]:
    most = max(len(feature.columns) for feature in overlay.features)
    if most <= MOST_COLUMNS:
        return ()
    said = f"{overlay.name}: of {most} columns the first {MOST_COLUMNS} are shown."
    return (Notice(NoticeLevel.INFO, said),)
