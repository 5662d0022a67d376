"""The user's own template: its title, fonts, logo and slide size are kept; the rest finds room."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Inches

from dashboard.model import ExportError
from dashboard.slides.compose import SlideRequest
from dashboard.slides.plan import Grouping, plan_deck
from dashboard.slides.studio import Studio, make_deck
from dashboard.slides.template import open_stage
from tests.samples import sample_briefing
from tests.slides.test_decks import as_potx

# `Any`: python-pptx ships no types for presentations.


def blank(wide: float, high: float) -> Any:
    """Return a template of this many inches, its title in a slim line at the top."""
    made = Presentation()
    made.slide_width, made.slide_height = Inches(wide), Inches(high)
    for holder in made.slide_master.placeholders:
        if holder.placeholder_format.idx == 0:
            holder.left, holder.top = Inches(0.5), Inches(0.45)
            holder.width, holder.height = Inches(wide - 3), Inches(0.6)
    for layout in made.slide_layouts:
        for holder in layout.placeholders:
            if holder.placeholder_format.idx == 0:
                holder._element.spPr.clear()
    return made


def with_logo(made: Any) -> Any:
    """Return the template with a logo at the lower right of its master."""
    slide = made.slides.add_slide(made.slide_layouts[6])
    buffer = io.BytesIO()
    Image.new("RGB", (80, 40), "#004488").save(buffer, "PNG")
    left, top = made.slide_width - Inches(1.4), made.slide_height - Inches(0.9)
    drawn = slide.shapes.add_picture(buffer, left, top, Inches(1), Inches(0.5))._element
    blip = drawn.find(".//" + qn("a:blip"))
    image = slide.part.related_part(blip.get(qn("r:embed")))
    blip.set(qn("r:embed"), made.slide_master.part.relate_to(image, RT.IMAGE))
    made.slide_master.shapes._spTree.append(drawn)
    return made


def with_bar(made: Any) -> Any:
    """Return the template with a coloured bar across the top of its master."""
    slide = made.slides.add_slide(made.slide_layouts[6])
    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, made.slide_width, Inches(0.4))
    bar.fill.solid()
    bar.fill.fore_color.rgb = RGBColor(0, 0x44, 0x88)
    made.slide_master.shapes._spTree.append(bar._element)
    return made


TEMPLATES = {
    "wide with a logo": with_logo(blank(13.333, 7.5)),
    "4:3 with a bar": with_bar(blank(10, 7.5)),
    "small 16:9": blank(10, 5.625),
    "bare": Presentation(),
}


def saved(template: Any) -> bytes:
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_keeps_its_size_and_nothing_is_clipped(studio: Studio, name: str) -> None:
    template, briefing = TEMPLATES[name], sample_briefing()
    request = SlideRequest(briefing, briefing.events, handling="TLP:AMBER")
    made = Presentation(io.BytesIO(make_deck([request], studio, template=saved(template))))
    assert (made.slide_width, made.slide_height) == (template.slide_width, template.slide_height)
    (slide,) = made.slides
    for shape in slide.shapes:
        assert shape.left >= 0, shape.name
        assert shape.left + shape.width <= made.slide_width + 7000, shape.name
        assert shape.top + shape.height <= made.slide_height + 7000, shape.name
    sizes = {
        run.font.size.pt
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.text != "?"
    }
    assert min(sizes) >= 14


def test_the_title_stands_where_the_template_has_it_in_its_own_face(studio: Studio) -> None:
    briefing = sample_briefing()
    template = as_potx(saved(TEMPLATES["wide with a logo"]))
    raw = make_deck([SlideRequest(briefing, briefing.events)], studio, template=template)
    title = Presentation(io.BytesIO(raw)).slides[0].shapes.title
    assert (title.left, title.top) == (Inches(0.5), Inches(0.45))
    (run,) = title.text_frame.paragraphs[0].runs
    assert run.font.name is None
    assert run.font.color.type is None


def test_the_map_ends_above_the_logo_and_begins_under_the_bar() -> None:
    with_room = open_stage(saved(TEMPLATES["wide with a logo"])).sheet
    assert with_room.footer[3] <= (7.5 - 0.9) * 144
    under_bar = open_stage(saved(TEMPLATES["4:3 with a bar"])).sheet
    assert under_bar.map[1] > 0.4 * 144
    assert (under_bar.width, under_bar.height) == (1440, 1080)


def test_the_slides_of_a_template_are_left_out() -> None:
    stage = open_stage(saved(TEMPLATES["wide with a logo"]))
    assert len(stage.deck.slides) == 0


def test_a_template_without_room_for_a_map_gets_one_sentence() -> None:
    with pytest.raises(ExportError, match="leaves no room for a map"):
        open_stage(saved(blank(7, 4)))


def on_dark_ground(made: Any) -> Any:
    """Return the template with its theme turned round: light words on a dark ground."""
    colours = made.slide_master._element.find(qn("p:clrMap"))
    colours.set("bg1", "dk1")
    colours.set("tx1", "lt1")
    return made


def test_words_beside_the_map_take_the_colour_that_a_dark_template_has_for_text(
    studio: Studio,
) -> None:
    briefing = sample_briefing()
    slides = plan_deck(
        SlideRequest(briefing, briefing.events),
        group_by=Grouping.TYPE,
        country_name=lambda code: code,
    )
    template = saved(on_dark_ground(blank(10, 7.5)))
    made = Presentation(io.BytesIO(make_deck(slides, studio, template=template)))
    on_the_ground = (
        "Subtitle",
        "Sources and notes",
        "Words ",
        "When ",
        "Date: ",
        "Under the table",
    )
    colours = {
        run.font.color.theme_color
        for slide in made.slides
        for shape in slide.shapes
        if shape.name.startswith(on_the_ground)
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }
    assert colours == {MSO_THEME_COLOR.TEXT_1}
