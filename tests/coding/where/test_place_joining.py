"""Whether two mentions of an event may be at one place, and which place is finer."""

from __future__ import annotations

from shapely.geometry import Point, box

from dashboard.coding.where.place_joining import conflict, finer_places
from dashboard.model import EventPlace, Mention, MentionKind, Place, Precision

NAME = Mention(0, 1, "x", MentionKind.TOPONYM)


def at(name: str, precision: Precision, geometry: Point | None = None) -> EventPlace:
    area = geometry or box(29, -5, 31, -3)
    place = Place(name, name, -4.0, 30.0, precision, "test", ("BI",), geometry=area)
    return EventPlace(place, NAME)


PROVINCE = (at("Bururi", Precision.PROVINCE),)
TOWN = (at("Rumonge", Precision.POINT, Point(29.4, -3.97)),)
FAR = (at("Muyinga", Precision.POINT, Point(30.3, -2.85)),)


def test_town_is_told_again_only_of_its_province() -> None:
    assert not conflict(TOWN, PROVINCE, is_told_again=True)
    assert conflict(FAR, PROVINCE, is_told_again=True)


def test_new_event_in_the_town_is_another() -> None:
    assert conflict(TOWN, PROVINCE, is_told_again=False)


def test_town_is_finer_than_its_province_whichever_comes_first() -> None:
    assert finer_places(PROVINCE, TOWN) == TOWN
    assert finer_places(TOWN, PROVINCE) == TOWN
