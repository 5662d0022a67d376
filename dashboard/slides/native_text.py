"""Native text at sheet positions: one paragraph a line, in the theme's own fonts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.slides import lettering as type_
from dashboard.slides.native import INK, emu, paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.slides.lettering import Lettering
    from dashboard.slides.placement import Box
    from dashboard.slides.scene import NoteLine

# python-pptx ships no types for its shape trees, so `shapes` passes as `Any`.
# The theme's own fonts, so that a template's typography is honoured.
HEADING_FONT, BODY_FONT = "+mj-lt", "+mn-lt"
HALO_EMU, HALO = 38_100, "F8F5EE"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How the lines of a text box stand."""

    colour: str = INK
    align: str = "left"
    line_px: float | None = None
    """The distance of the lines; `None` leaves it to the font."""
    has_halo: bool = False
    """Whether a soft pale edge keeps a name on the map readable over lines."""


PLAIN = TextStyle()


def add_text(
    shapes: Any, lines: Sequence[tuple[str, Lettering]], box: Box, style: TextStyle = PLAIN
) -> Any:
    """A text box without margins, never shrunk or wrapped by PowerPoint."""
    drawn = _text_box(shapes, box)
    frame = drawn.text_frame
    for index, (words, face) in enumerate(lines):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER if style.align == "center" else PP_ALIGN.LEFT
        if style.line_px:
            paragraph.line_spacing = Pt(style.line_px / type_.PX_PER_POINT)
        _add_run(paragraph, words, face, colour=style.colour)
        if style.has_halo:
            _add_halo(paragraph.runs[0].font)
    return drawn


def add_note(
    shapes: Any, title: str, lines: Sequence[NoteLine], box: Box, *, indent_px: float, colour: str
) -> Any:
    """A note's words: its title, then each event's number with its words hanging beside it."""
    drawn = _text_box(shapes, box)
    frame = drawn.text_frame
    _add_run(frame.paragraphs[0], title, type_.STRONG, colour=INK)
    for line in lines:
        paragraph = frame.add_paragraph()
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 # hanging indents have no public setter
        properties.set("marL", str(emu(indent_px)))
        properties.set("indent", str(-emu(indent_px) if line.number else 0))
        if line.number:
            _add_run(paragraph, f"{line.number}\t", type_.NUMBER, colour=INK)
        _add_run(paragraph, line.words, type_.BODY, colour=colour)
    return drawn


def set_type(font: Any, face: Lettering, *, colour: str) -> None:
    """Set family, size, weight, slant and colour of a run."""
    font.name, font.size = (HEADING_FONT if face.is_serif else BODY_FONT), Pt(face.points)
    font.bold, font.italic = face.is_bold, face.is_italic
    paint(font.color, colour)
    if face.spacing_em:
        font._element.set("spc", str(round(face.points * face.spacing_em * 100)))  # noqa: SLF001 # letter-spacing has no public setter


def add_letter(drawn: Any, letter: str) -> None:
    """Set a letter in the middle of a shape."""
    frame = drawn.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor, frame.word_wrap = MSO_ANCHOR.MIDDLE, False
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    _add_run(frame.paragraphs[0], letter, type_.NUMBER, colour=INK)
    frame.paragraphs[0].runs[0].font.size = Pt(12)


def _text_box(shapes: Any, box: Box) -> Any:
    left, top, right, bottom = box
    drawn = shapes.add_textbox(emu(left), emu(top), emu(right - left), emu(bottom - top))
    frame = drawn.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.auto_size = False, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    return drawn


def _add_run(paragraph: Any, words: str, face: Lettering, *, colour: str) -> None:
    run = paragraph.add_run()
    run.text = type_.printable(words)
    set_type(run.font, face, colour=colour)


def _add_halo(font: Any) -> None:
    """Let a run glow in the colour of the land; its place is after the fill (ECMA-376, CT_RPr)."""
    fill = font._element.find(qn("a:solidFill"))  # noqa: SLF001 # effects have no public setter
    effects = etree.Element(qn("a:effectLst"))
    glow = etree.SubElement(effects, qn("a:glow"), rad=str(HALO_EMU))
    colour = etree.SubElement(glow, qn("a:srgbClr"), val=HALO)
    etree.SubElement(colour, qn("a:alpha"), val="85000")
    fill.addnext(effects)
