"""A PowerPoint deck: map slides, a table of events, claims compared, and the sources."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Pt

from dashboard.model import ExportError
from dashboard.slides import lettering as type_
from dashboard.slides.frame import HEIGHT, WIDTH
from dashboard.slides.map_slide import add_handling, add_map
from dashboard.slides.native import (
    Ink,
    add_box,
    add_text,
    emu,
    name_shape,
    rgb,
    set_type,
)
from dashboard.slides.notes import speaker_notes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.model import Article
    from dashboard.slides.scene import Scene

# python-pptx ships no types for presentations and slides, so they pass here as `Any`.
ROWS_A_SLIDE = 10
TEMPLATE_TYPE = b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
DECK_TYPE = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
MUTED, RULE, BRICK = "#5B534B", "#DDD6CB", "#B3392B"


@dataclass(frozen=True, slots=True)
class MapSlide:
    """A map, with the relief picture that lies under its native shapes."""

    scene: Scene
    base_png: bytes
    articles: Mapping[str, Article]


@dataclass(frozen=True, slots=True)
class TableSlide:
    """A table under a title. Long tables go on over further slides."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    """The columns' widths as shares of the slide's; they add up to 1."""
    handling: str
    notes: str = ""


def write_deck(slides: Sequence[MapSlide | TableSlide], *, template: bytes | None = None) -> bytes:
    """
    Return the bytes of a .pptx with one slide for each map and as many as each table needs.

    A `template` (.pptx or .potx) lends its master, fonts and title placeholder; its own slides
    are left out. Raises `ExportError` when it is not a PowerPoint file.
    """
    deck = _open(template)
    layout = _title_layout(deck)
    for slide in slides:
        if isinstance(slide, MapSlide):
            _add_map_slide(deck, layout, slide)
        else:
            _add_table_slides(deck, layout, slide)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _open(template: bytes | None) -> Any:
    if template is None:
        deck = Presentation()
        deck.slide_width, deck.slide_height = emu(WIDTH), emu(HEIGHT)
        _set_heading_font(deck, "Georgia")
        return deck
    try:
        deck = Presentation(io.BytesIO(_as_presentation(template)))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        msg = "The template is not a PowerPoint file that can be read; save it again as .pptx"
        raise ExportError(msg) from error
    if abs(deck.slide_width / deck.slide_height - WIDTH / HEIGHT) > 0.01:
        msg = "The template's slides are not 16:9; set Design > Slide Size > Widescreen and save it"
        raise ExportError(msg)
    deck.slide_width, deck.slide_height = emu(WIDTH), emu(HEIGHT)
    _drop_slides(deck)
    return deck


def _set_heading_font(deck: Any, family: str) -> None:
    """Set titles in a serif that every office machine has; the body stays in Calibri."""
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
        return sum(p.placeholder_format.type not in {1, 3} for p in layout.placeholders)

    with_title = [x for x in deck.slide_layouts if _has_title(x)]
    return min(with_title or list(deck.slide_layouts), key=others)


def _has_title(layout: Any) -> bool:
    return any(p.placeholder_format.idx == 0 for p in layout.placeholders)


def _new_slide(deck: Any, layout: Any, title: str) -> Any:
    slide = deck.slides.add_slide(layout)
    for placeholder in list(slide.placeholders):
        if placeholder.placeholder_format.idx == 0:
            _set_title(placeholder, title)
        else:
            placeholder._element.getparent().remove(placeholder._element)  # noqa: SLF001 # an empty placeholder prints "Click to add text"
    tab = add_box(slide.shapes, (40, 44, 96, 50), Ink(BRICK))
    name_shape(tab, "Title tab", "Decorative")
    return slide


def _set_title(placeholder: Any, title: str) -> None:
    placeholder.left, placeholder.top = emu(40), emu(54)
    placeholder.width, placeholder.height = emu(WIDTH - 80), emu(60)
    frame = placeholder.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    frame.text = type_.printable(title)
    paragraph = frame.paragraphs[0]
    paragraph.alignment = 1
    set_type(paragraph.runs[0].font, type_.TITLE, colour="#1F1B18")
    name_shape(placeholder, "Title", title)


def _add_map_slide(deck: Any, layout: Any, wanted: MapSlide) -> None:
    title = wanted.scene.title[0]
    slide = _new_slide(deck, layout, title)
    add_map(slide, wanted.scene, base_png=wanted.base_png, has_title=_has_title(layout))
    slide.notes_slide.notes_text_frame.text = type_.printable(
        speaker_notes(wanted.scene, wanted.articles)
    )


def _add_table_slides(deck: Any, layout: Any, wanted: TableSlide) -> None:
    pages = [wanted.rows[i : i + ROWS_A_SLIDE] for i in range(0, len(wanted.rows), ROWS_A_SLIDE)]
    for number, rows in enumerate(pages, 1):
        title = wanted.title if len(pages) == 1 else f"{wanted.title} ({number} of {len(pages)})"
        slide = _new_slide(deck, layout, title)
        if not _has_title(layout):
            drawn = add_text(slide.shapes, [(title, type_.TITLE)], (40, 54, WIDTH - 40, 112))
            name_shape(drawn, "Title", title)
        add_handling(slide.shapes, wanted.handling)
        _add_table(slide, wanted, rows)
        if wanted.notes:
            slide.notes_slide.notes_text_frame.text = type_.printable(wanted.notes)


def _add_table(slide: Any, wanted: TableSlide, rows: Sequence[tuple[str, ...]]) -> None:
    width, row_px = WIDTH - 80, 80
    shape = slide.shapes.add_table(
        len(rows) + 1,
        len(wanted.header),
        emu(40),
        emu(136),
        emu(width),
        emu(row_px * (len(rows) + 1)),
    )
    name_shape(
        shape, f"Table: {wanted.title}", f"Table of {len(rows)} rows: {', '.join(wanted.header)}"
    )
    table = shape.table
    table.horz_banding = False
    for column, share in enumerate(wanted.shares):
        table.columns[column].width = emu(width * share)
    for index, cells in enumerate([wanted.header, *rows]):
        table.rows[index].height = emu(row_px if index else 44)
        for column, words in enumerate(cells):
            _fill_cell(
                table.cell(index, column),
                words,
                width * wanted.shares[column],
                is_header=index == 0,
            )


def _fill_cell(cell: Any, words: str, width: float, *, is_header: bool) -> None:
    face = type_.STRONG if is_header else type_.BODY
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb("#F4F0E8" if is_header else "#FFFEFC")
    cell.margin_left = cell.margin_right = emu(10)
    cell.margin_top = cell.margin_bottom = emu(3)
    lines = type_.wrap(re.sub(r"\s+", " ", words), face, width=width - 24, lines=2)
    frame = cell.text_frame
    frame.word_wrap = True
    frame.text = type_.printable("\n".join(lines))
    for paragraph in frame.paragraphs:
        paragraph.line_spacing = Pt(face.points * 1.15)
        for run in paragraph.runs:
            set_type(run.font, face, colour="#1F1B18")
