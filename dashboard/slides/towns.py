"""The discs under marks that are somewhere in or near a town, as on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from dashboard.marking import reach_km
from dashboard.slides.groups import MARK_PX

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

    from dashboard.slides.frame import Frame
    from dashboard.slides.groups import MarkGroup

RIM_PX = 7
"""What can be seen of a disc around a mark where the map is too small for the town itself."""


def draw_towns(groups: Iterable[MarkGroup], frame: Frame) -> BaseGeometry:
    """Return the discs as one shape: where they overlap they are no darker."""
    discs = []
    for group in groups:
        reach = reach_km(group.place)
        if reach is not None:
            radius = max(MARK_PX / 2 + RIM_PX, reach / frame.km_per_pixel)
            discs.append(
                shapely.Point(group.spot or (group.x, group.y)).buffer(radius, quad_segs=12)
            )
    return shapely.union_all(discs).intersection(shapely.box(*frame.box))
