"""Places told without a name of their own: a capital, a part of a country, a way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from shapely.geometry import Point

from dashboard.coding import EventCoder
from dashboard.coding.where.ground import strip_between
from dashboard.model import Place, Precision
from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from spacy.language import Language


class SmallGround:
    """Knows the capital of Arland, and the parts of anything."""

    def capital_of(self, country: str) -> Place | None:
        return _place("gn:9", "Arl City", Precision.POINT) if country == "XA" else None

    def part_of(self, area: Place, direction: str) -> Place | None:
        return _place(f"part:{area.place_id}:{direction}", f"{direction} of {area.name}")

    def province_of(self, place: Place) -> Place | None:
        return None

    def country(self, code: str) -> Place | None:
        return None


def _place(place_id: str, name: str, precision: Precision = Precision.REGION) -> Place:
    return Place(place_id, name, 10.0, 20.0, precision, "test", ("XA",))


@pytest.fixture(scope="module")
def grounded(language: Language) -> EventCoder:
    return EventCoder(language, ground=SmallGround())


UNNAMED = {
    "Gunmen killed eight herders in the north of the country, Arland's army said.": (
        "north of Arland",
        "“the north of the country” means north of Arland here",
    ),
    "Arland is at war. In the south-east, rebels ambushed a convoy.": (
        "southeast of Arland",
        "“the south-east” means southeast of Arland here",
    ),
    "Arland is at war. Rebels ambushed a convoy in northern districts on Monday.": (
        "north of Arland",
        "“northern districts” means north of Arland here",
    ),
    "Arland is at war. Rebels ambushed a convoy in the country's restive centre.": (
        "central of Arland",
        "“the country's restive centre” means central of Arland here",
    ),
    "Arland's east saw clashes on Sunday.": (
        "east of Arland",
        "“Arland's east” means east of Arland here",
    ),
    "Clashes were reported in northern districts of Arland.": (
        "north of Arland",
        "“northern districts of Arland” means north of Arland here",
    ),
    "Arland closed its schools. A bomb wounded six people in the capital.": (
        "Arl City",
        "“the capital” means Arl City here",
    ),
}


@pytest.mark.parametrize("text", UNNAMED)
def test_place_without_a_name_is_told_by_its_country(text: str, grounded: EventCoder) -> None:
    *_, event = grounded.code(make_article(text), resolve(text))
    assert [(p.place.name, p.reason) for p in event.places] == [UNNAMED[text]]
    assert event.places[0].inherited
    assert event.places[0].mention in {r.mention for r in resolve(text)}


NO_PART = [
    "Rebels ambushed a convoy in the north of the country.",
    "Arland and Borland met. Rebels ambushed a convoy in the capital.",
    "Arland's northern border was closed after rebels ambushed a convoy.",
]


@pytest.mark.parametrize("text", NO_PART)
def test_no_part_is_told_where_the_country_is_not_clear(text: str, grounded: EventCoder) -> None:
    *_, event = grounded.code(make_article(text), resolve(text))
    ids = [p.place.place_id for p in event.places]
    assert not [i for i in ids if i.startswith("part:") or i == "gn:9"]


WAYS = [
    "Rebels ambushed a convoy on the road from Bara to Kolun.",
    "Rebels ambushed a convoy between Bara and Kolun on Monday.",
    "Rebels ambushed a convoy of the army and its Borlandic allies between Bara and Kolun.",
    "Rebels ambushed a convoy on the Bara-Kolun highway.",
    "Rebels blew up the Bara-Kolun oil pipeline.",
]


@pytest.mark.parametrize("text", WAYS)
def test_event_on_a_way_is_in_the_strip_between_its_towns(text: str, coder: EventCoder) -> None:
    (event,) = coder.code(make_article(text), resolve(text))
    assert [p.place.name for p in event.places] == ["between Bara and Kolun"]
    assert (event.places[0].place.note or "").startswith("Vague")


def test_those_who_clash_are_no_way(coder: EventCoder) -> None:
    text = "Clashes between Bara and Kolun killed six people."
    (event,) = coder.code(make_article(text), resolve(text))
    assert "between Bara and Kolun" not in [p.place.name for p in event.places]


def test_strip_reaches_from_town_to_town() -> None:
    one = Place("gn:1", "Bara", 0.0, 0.0, Precision.POINT, "PPL", ("XA",))
    other = Place("gn:2", "Sedra", 1.0, 1.0, Precision.POINT, "PPL", ("XB",))
    strip = strip_between(one, other)
    assert strip.countries == ("XA", "XB")
    assert strip.geometry is not None
    assert all(strip.geometry.covers(Point(at, at)) for at in (0.0, 0.5, 1.0))
