"""A PowerPoint deck: map slides, a drawn timeline, tables of events and claims, the sources."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from dashboard.slides import lettering as type_
from dashboard.slides.map_furniture import add_handling
from dashboard.slides.map_slide import add_map
from dashboard.slides.native import (
    Ink,
    add_box,
    emu,
    name_shape,
    number_names,
)
from dashboard.slides.native_text import TextStyle, add_text, set_type
from dashboard.slides.notes import speaker_notes
from dashboard.slides.table_slide import TableSlide, add_table, paginate
from dashboard.slides.timeline import TimelineSlide
from dashboard.slides.timeline_slide import add_timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.model import Article
    from dashboard.slides.scene import Scene
    from dashboard.slides.template import Stage

# python-pptx ships no types for presentations and slides, so they pass here as `Any`.
BRICK, INK = "#B3392B", "#1F1B18"
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file can name; a fixed one makes the same briefing the same bytes."""


@dataclass(frozen=True, slots=True)
class MapSlide:
    """A map, with the relief picture that lies under its native shapes."""

    scene: Scene
    base_png: bytes
    articles: Mapping[str, Article]


def write_deck(slides: Iterable[MapSlide | TableSlide | TimelineSlide], stage: Stage) -> bytes:
    """Return the bytes of a .pptx: one slide for each map, as many as each table needs."""
    for slide in slides:
        if isinstance(slide, MapSlide):
            _add_map_slide(stage, slide)
        elif isinstance(slide, TimelineSlide):
            add_timeline(_plain_slide(stage, slide), slide, stage.sheet)
        else:
            for page in paginate(slide, stage.sheet):
                add_table(_plain_slide(stage, page), page, stage.sheet)
    for made in stage.deck.slides:
        number_names(made.shapes)
    _set_properties(stage.deck)
    out = io.BytesIO()
    stage.deck.save(out)
    return _without_clock(out.getvalue())


def _set_properties(deck: Any) -> None:
    """Say what the file is; nothing of the clock or the machine goes into it."""
    properties = deck.core_properties
    properties.created = properties.modified = NO_DAY
    properties.author = properties.last_modified_by = "Briefing map"
    if len(deck.slides) and deck.slides[0].shapes.title is not None:
        properties.title = deck.slides[0].shapes.title.text_frame.text


def _without_clock(package: bytes) -> bytes:
    """The same package with the same day on every part: the same briefing gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w") as target:
        for item in source.infolist():
            part = zipfile.ZipInfo(item.filename, FIRST_DAY)
            target.writestr(part, source.read(item), compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _new_slide(stage: Stage, title: str) -> Any:
    slide = stage.deck.slides.add_slide(stage.layout)
    slide.shapes.turbo_add_enabled = True  # else every shape looks through all ids for a free one
    for placeholder in list(slide.placeholders):
        if placeholder.placeholder_format.idx == 0:
            _set_title(placeholder, title, stage)
        else:
            placeholder._element.getparent().remove(placeholder._element)  # noqa: SLF001 # an empty placeholder prints "Click to add text"
    if not stage.is_template:
        left, top, _, _ = stage.sheet.title
        tab = add_box(slide.shapes, (left, top - 10, left + 56, top - 4), Ink(BRICK))
        name_shape(tab, "Title tab", "Decorative")
    return slide


def _set_title(placeholder: Any, title: str, stage: Stage) -> None:
    """Fill the title; a template's own typeface, colour and alignment stay as they are."""
    left, top, right, bottom = stage.sheet.title
    placeholder.left, placeholder.top = emu(left), emu(top)
    placeholder.width, placeholder.height = emu(right - left), emu(bottom - top)
    frame = placeholder.text_frame
    frame.word_wrap = True
    frame.text = type_.printable(title)
    paragraph = frame.paragraphs[0]
    if stage.is_template:
        for run in paragraph.runs:
            run.font.size = type_.TITLE.size
    else:
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        paragraph.alignment = 1
        for run in paragraph.runs:
            set_type(run.font, type_.TITLE, colour=INK)
    name_shape(placeholder, "Title", title)


def _add_map_slide(stage: Stage, wanted: MapSlide) -> None:
    slide = _new_slide(stage, wanted.scene.title[0])
    add_map(slide, wanted.scene, base_png=wanted.base_png, has_title=stage.has_title)
    _set_notes(slide, speaker_notes(wanted.scene, wanted.articles))


def _plain_slide(stage: Stage, wanted: TableSlide | TimelineSlide) -> Any:
    slide = _new_slide(stage, wanted.title)
    if not stage.has_title:
        style = TextStyle(stage.sheet.ink)
        drawn = add_text(slide.shapes, [(wanted.title, type_.TITLE)], stage.sheet.title, style)
        name_shape(drawn, "Title", wanted.title)
    add_handling(slide.shapes, wanted.handling, stage.sheet)
    _set_notes(slide, wanted.notes)
    return slide


def _set_notes(slide: Any, notes: str) -> None:
    if notes:
        slide.notes_slide.notes_text_frame.text = type_.printable(notes)
