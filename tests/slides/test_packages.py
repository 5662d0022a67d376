"""Decks are what the schema of PowerPoint allows: they open without a repair."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from dashboard.slides.compose import SlideRequest
from dashboard.slides.plan import Grouping, plan_deck
from dashboard.slides.studio import Studio, make_deck
from tests.samples import sample_briefing
from tests.slides.test_templates import TEMPLATES, saved
from tests.slides.worlds import briefing_at, with_flows

if TYPE_CHECKING:
    from dashboard.model import Briefing

HOSTILE = "]]>&<b>\x0b\x7f\x85`${x}` \u202e\ufffe\uffff\ud800=cmd|'/C calc'!A0" + " long" * 900
BRIEFINGS = {
    "sample": sample_briefing(),
    "movements": with_flows(briefing_at(("Gao", 16.27, -0.04), ("Djibo", 14.1, -1.63))),
    "hostile": briefing_at((HOSTILE, 16.27, -0.04)),
    "nothing": briefing_at(),
}


def deck_of(studio: Studio, briefing: Briefing, template: bytes | None = None) -> bytes:
    request = SlideRequest(briefing, briefing.events, title=HOSTILE, selected="E1")
    slides = plan_deck(request, group_by=Grouping.COUNTRY, country_name=lambda code: code)
    return make_deck(slides, studio, template=template)


@pytest.mark.parametrize("name", BRIEFINGS)
def test_a_deck_is_what_the_schema_allows(studio: Studio, name: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck_of(studio, BRIEFINGS[name]))
    found = OpenXmlValidator().validate(str(path))
    assert [str(error) for error in found.errors] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_deck_on_a_template_is_what_the_schema_allows(
    studio: Studio, name: str, tmp_path: Path
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck_of(studio, BRIEFINGS["movements"], saved(TEMPLATES[name])))
    found = OpenXmlValidator().validate(str(path))
    assert [str(error) for error in found.errors] == []


def test_every_shape_has_a_name_and_an_id_of_its_own(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck_of(studio, BRIEFINGS["sample"]))
    for slide in Presentation(str(path)).slides:
        for every in ([s.name for s in slide.shapes], [s.shape_id for s in slide.shapes]):
            assert [x for x, count in Counter(every).items() if count > 1] == []


def test_the_same_deck_is_the_same_bytes(studio: Studio) -> None:
    briefing = BRIEFINGS["movements"]
    assert deck_of(studio, briefing) == deck_of(studio, briefing)
