"""The size of a slide and what stands where on it, in sheet pixels (144 an inch, y down)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.slides.placement import Box

FOOTER_LINES, NARROW_FOOTER_LINES, FOOTER_STEP_PX = 3, 5, 30
BAND_PX = 34
"""The height of the handling mark's black bands."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of a slide and what stands where on it; a template brings its own."""

    width: int = 1920
    height: int = 1080
    title: Box = (40, 54, 1880, 112)
    map: Box = (40, 158, 1880, 944)
    footer_lines: int = FOOTER_LINES
    ink: str = "#1F1B18"
    quiet: str = "#5B534B"
    """The colours of words on the slide's own ground; a template's theme brings its own."""

    @property
    def subtitle(self) -> Box:
        """The line between title and map."""
        left, top, right, _ = self.map
        return left, top - 44, right, top - 8

    @property
    def footer(self) -> Box:
        """The lines of sources under the map."""
        left, _, right, bottom = self.map
        return left, bottom + 6, right, bottom + 6 + self.footer_lines * FOOTER_STEP_PX


SHEET = Sheet()
MAP_BOX: Box = SHEET.map
