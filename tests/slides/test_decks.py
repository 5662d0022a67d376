"""Decks: native, named, readable aloud, and with the words behind each event in the notes."""

from __future__ import annotations

import io
import zipfile

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from dashboard.model import ExportError
from dashboard.slides.compose import SlideRequest
from dashboard.slides.plan import Grouping, plan_deck
from dashboard.slides.studio import Studio, make_deck
from dashboard.slides.template import DECK_TYPE, TEMPLATE_TYPE
from tests.samples import sample_briefing
from tests.slides.worlds import briefing_at


def deck_of(studio: Studio, request: SlideRequest, **options: object) -> Presentation:
    slides = plan_deck(request, group_by=Grouping.COUNTRY, country_name=lambda code: code)
    return Presentation(io.BytesIO(make_deck(slides, studio, **options)))


@pytest.fixture(scope="module")
def deck(studio: Studio) -> Presentation:
    briefing = sample_briefing()
    return deck_of(studio, SlideRequest(briefing, briefing.events, handling="TLP:AMBER"))


def test_only_the_relief_is_a_picture(deck: Presentation) -> None:
    pictures = [s for s in deck.slides[0].shapes if s.shape_type is MSO_SHAPE_TYPE.PICTURE]
    assert [s.name for s in pictures] == ["Relief and water"]


def test_every_shape_has_a_name_and_words_for_a_screen_reader(deck: Presentation) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            properties = shape._element.xpath(".//p:cNvPr")[0]
            assert properties.get("name")
            assert properties.get("descr"), properties.get("name")


def test_every_event_is_a_native_shape_and_its_words_stand_in_the_notes(deck: Presentation) -> None:
    slide, briefing = deck.slides[0], sample_briefing()
    names = {s.name for s in slide.shapes}
    notes = slide.notes_slide.notes_text_frame.text
    pinned = [n for n in names if n.startswith("Event ")]
    assert len(pinned) == 11
    first = briefing.events[0]
    quoted = " ".join(first.evidence[0].of(briefing.articles[0].text).split())
    assert f"“{quoted}”" in notes
    assert "Killed: 5 to 9." in notes


def test_the_handling_mark_stands_top_and_bottom_of_every_slide(deck: Presentation) -> None:
    for slide in deck.slides:
        marks = [s for s in slide.shapes if s.has_text_frame and s.text_frame.text == "TLP:AMBER"]
        assert len(marks) == 2


def test_no_text_is_smaller_than_fourteen_points_but_the_question_mark_in_a_mark(
    deck: Presentation,
) -> None:
    sizes = {
        run.font.size.pt
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.text != "?"
    }
    assert min(sizes) >= 14


def test_nothing_reaches_beyond_the_slide(deck: Presentation) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width + 7000
            assert shape.top + shape.height <= deck.slide_height + 7000, shape.name


def test_claims_stand_side_by_side(deck: Presentation) -> None:
    titles = [s.shapes.title.text_frame.text for s in deck.slides]
    table = next(
        shape.table
        for shape in deck.slides[titles.index("Who says what")].shapes
        if shape.has_table
    )
    rows = [[cell.text_frame.text for cell in row.cells] for row in table.rows]
    assert rows[1] == [
        "1", "Soldiers fought an armed band", "officials", "five dead", "5 to 9", "not stated",
    ]  # fmt: skip
    assert rows[2] == ["", "", "a local paper", "nine dead", "", ""]


def test_an_empty_slide_is_left_out(studio: Studio) -> None:
    briefing = briefing_at(("Gao", 16.27, -0.04), country="ML")
    deck = deck_of(studio, SlideRequest(briefing, briefing.events))
    titles = [s.shapes.title.text_frame.text for s in deck.slides]
    assert "Who says what" not in titles
    assert len([t for t in titles if t.startswith("ML")]) == 0


def test_a_template_lends_its_layout_and_loses_its_slides(studio: Studio) -> None:
    template = Presentation()
    template.slide_width, template.slide_height = 12192000, 6858000
    template.slides.add_slide(template.slide_layouts[6])
    buffer = io.BytesIO()
    template.save(buffer)
    briefing = briefing_at(("Gao", 16.27, -0.04), country="ML")
    request = SlideRequest(briefing, briefing.events)
    made = deck_of(studio, request, template=as_potx(buffer.getvalue()))
    assert made.slides[0].shapes.title is not None
    assert "Gao" in made.slides[0].shapes.title.text_frame.text


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_a_broken_template_gets_one_sentence(studio: Studio, content: bytes) -> None:
    briefing = briefing_at(("Gao", 16.27, -0.04))
    with pytest.raises(ExportError, match=r"save it again as \.pptx"):
        deck_of(studio, SlideRequest(briefing, briefing.events), template=content)


def test_hostile_text_stays_text(studio: Studio) -> None:
    briefing = briefing_at(("<script>`${x}`</script>", 16.27, -0.04))
    deck = deck_of(studio, SlideRequest(briefing, briefing.events, title="=cmd|' /C calc'!A0\x07"))
    title = deck.slides[0].shapes.title.text_frame.text
    assert title == "=cmd|' /C calc'!A0"


def as_potx(pptx: bytes) -> bytes:
    """Turn a deck into a template: the two differ in one declared content type."""
    source, out = zipfile.ZipFile(io.BytesIO(pptx)), io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for item in source.infolist():
            content = source.read(item).replace(DECK_TYPE, TEMPLATE_TYPE)
            target.writestr(item, content)
    return out.getvalue()
