"""The user's own template: its master, fonts and logo, and the room that it leaves."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from dashboard.model import ExportError
from dashboard.slides.native import EMU_PER_PX, THEME_TEXT, emu
from dashboard.slides.sheet import (
    BAND_PX,
    FOOTER_LINES,
    FOOTER_STEP_PX,
    NARROW_FOOTER_LINES,
    SHEET,
    Sheet,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.slides.placement import Box

# python-pptx ships no types for presentations and layouts, so they pass here as `Any`.
TEMPLATE_TYPE = b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
DECK_TYPE = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
HEADING = "Cambria"
"""A serif that every office machine has; LibreOffice sets Caladea, of the same widths."""
TITLES = frozenset({1, 3})
"""Placeholder types of titles: plain and centred."""
MIN_WIDTH_PX, MIN_MAP_PX = 1150, 340
"""Less would hold no map with type of 14 points."""
TITLE_PX, SUBTITLE_PX = 84, 46
DECORATION_SHARE = 0.2
"""What takes more of a slide than this is its background, not a logo or a bar."""


@dataclass(frozen=True, slots=True)
class Stage:
    """An open presentation, the layout of its slides, and what stands where on them."""

    deck: Any
    layout: Any
    sheet: Sheet
    is_template: bool

    @property
    def has_title(self) -> bool:
        """Whether the layout holds the title itself."""
        return _title_of(self.layout) is not None


def open_stage(template: bytes | None = None) -> Stage:
    """
    Return an empty presentation: our own, or the user's template without its slides.

    Raises `ExportError` when the template cannot be read or leaves no room for a map.
    """
    if template is None:
        deck = Presentation()
        deck.slide_width, deck.slide_height = emu(SHEET.width), emu(SHEET.height)
        _set_heading_font(deck, HEADING)
        return Stage(deck, _title_layout(deck), SHEET, is_template=False)
    try:
        deck = Presentation(io.BytesIO(_as_presentation(template)))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        msg = "The template is not a PowerPoint file that can be read; save it again as .pptx"
        raise ExportError(msg) from error
    _drop_slides(deck)
    layout = _title_layout(deck)
    return Stage(deck, layout, _measure(deck, layout), is_template=True)


def _set_heading_font(deck: Any, family: str) -> None:
    """Set titles in a face of their own; the body stays in Calibri."""
    theme = next(
        r.target_part for r in deck.slide_master.part.rels.values() if r.reltype == RT.THEME
    )
    root = etree.fromstring(theme.blob)
    heading = root.find(".//a:majorFont/a:latin", {"a": root.nsmap["a"]})
    heading.set("typeface", family)
    theme._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001 # a part's bytes have no public setter


def _as_presentation(template: bytes) -> bytes:
    """Turn a .potx into a .pptx: the two differ in one declared content type."""
    source = zipfile.ZipFile(io.BytesIO(template))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            content = source.read(item)
            if item.filename == "[Content_Types].xml":
                content = content.replace(TEMPLATE_TYPE, DECK_TYPE)
            target.writestr(item, content)
    return out.getvalue()


def _drop_slides(deck: Any) -> None:
    ids = deck.slides._sldIdLst  # noqa: SLF001 # python-pptx has no public way to remove a slide
    for entry in list(ids):
        deck.part.drop_rel(entry.rId)
        ids.remove(entry)


def _title_layout(deck: Any) -> Any:
    """The layout with a title and the fewest other placeholders."""

    def others(layout: Any) -> int:
        return sum(p.placeholder_format.type not in TITLES for p in layout.placeholders)

    layouts = [x for master in deck.slide_masters for x in master.slide_layouts]
    with_title = [x for x in layouts if _title_of(x) is not None]
    return min(with_title or layouts, key=others)


def _title_of(layout: Any) -> Any | None:
    return next((p for p in layout.placeholders if p.placeholder_format.idx == 0), None)


def _measure(deck: Any, layout: Any) -> Sheet:
    """The template's title where it stands, and the map in the room between its decorations."""
    width, height = deck.slide_width // EMU_PER_PX, deck.slide_height // EMU_PER_PX
    ceiling, floor = float(BAND_PX + 10), float(height - BAND_PX)
    for _, top, _, bottom in _decorations(layout, width, height):
        if (top + bottom) / 2 < height * 0.3:
            ceiling = max(ceiling, bottom + 6)
        elif (top + bottom) / 2 > height * 0.7:
            floor = min(floor, top - 6)
    title = _title_box(layout, width)
    margin = min(max(title[0], 24.0), 120.0)
    top = max(title[3], ceiling) + SUBTITLE_PX
    lines = FOOTER_LINES if width >= SHEET.width * 0.9 else NARROW_FOOTER_LINES
    bottom = floor - lines * FOOTER_STEP_PX - 12
    if width < MIN_WIDTH_PX or bottom - top < MIN_MAP_PX:
        msg = (
            "The template leaves no room for a map; use slides of at least 8 by 5 inches with "
            "the title in their upper fifth"
        )
        raise ExportError(msg)
    box = (margin, top, width - margin, bottom)
    return Sheet(width, height, title, box, lines, ink=THEME_TEXT, quiet=THEME_TEXT)


def _title_box(layout: Any, width: int) -> Box:
    holder = _title_of(layout)
    if holder is None or holder.left is None:
        return 40, BAND_PX + 20, width - 40, BAND_PX + 78
    left, top, wide = (x / EMU_PER_PX for x in (holder.left, holder.top, holder.width))
    high = min(holder.height / EMU_PER_PX, TITLE_PX)
    top = max(top, BAND_PX + 14)
    return left, top, left + wide, top + high


def _decorations(layout: Any, width: int, height: int) -> Iterator[Box]:
    """The logos and bars that every slide of the layout shows."""
    for shape in (*layout.slide_master.shapes, *layout.shapes):
        if shape.is_placeholder or shape.shape_type == MSO_SHAPE_TYPE.LINE or shape.left is None:
            continue
        left, top = shape.left / EMU_PER_PX, shape.top / EMU_PER_PX
        wide, high = shape.width / EMU_PER_PX, shape.height / EMU_PER_PX
        if wide * high < DECORATION_SHARE * width * height:
            yield left, top, left + wide, top + high
