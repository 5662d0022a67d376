"""Events at places that no gazetteer knows: they keep the name, and the area that holds it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dashboard.coding import EventCoder
from dashboard.coding.where.strange_names import is_no_name
from dashboard.model import Mention, MentionKind, NoMark, Place, Precision, Resolution
from tests.coding.making import FlatGround, doubted, make_article, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language

    from dashboard.model import Event

NOT_FOUND = "The gazetteer has no place of this name"
NEARBY = "Not in the gazetteer; perhaps in or near Sedra"


def with_unknown(text: str, *names: str, near: Place | None = None) -> tuple[Resolution, ...]:
    """Resolve the known names, and the others as names that the gazetteer does not have."""
    strange = [
        Resolution(
            Mention(m.start(), m.end(), m.group(), MentionKind.TOPONYM),
            near,
            0.0,
            NOT_FOUND,
            (),
            NEARBY if near else None,
            NoMark.UNKNOWN if near else None,
        )
        for name in names
        for m in re.finditer(rf"\b{name}\b", text)
    ]
    return tuple(sorted((*resolve(text), *strange), key=lambda r: r.mention.start))


@pytest.fixture(scope="module")
def flat(language: Language) -> EventCoder:
    return EventCoder(language, ground=FlatGround())


def where(event: Event) -> list[tuple[str, str]]:
    return [(at.mention.surface, at.place.name) for at in event.places]


HELD = {
    "Kolun is calm. Six men were shot at the Tawo bridge, which is on a road in Bara.": "Bara",
    "Bara is in Arland. Gunmen shot six traders in Tawo street.": "Bara",
    "Kolun is calm, Bara is not. Two men were shot in the rich suburb of Tawo.": "Bara",
    "Bara is in Arland. A grenade killed six traders in Tawo square.": "Bara",
    "Kolun is calm. Gunmen shot six traders in the Tawo neighborhood of eastern Bara.": "Bara",
    "Borlandic jets bombed the southern Arlandic town of Tawo on Monday.": "Arland",
    "Gunmen killed six traders in Tawo, a village in the Moray Valley.": "Moray Valley",
    "Gunmen killed six traders in Tawo, Moray Valley, on Monday.": "Moray Valley",
    "In the Moray Valley, rebels and soldiers fought around Tawo on Monday.": "Moray Valley",
    "In Bara, gunmen killed six traders in Tawo.": "Bara",
    "Gunmen shot six guests at Tawo, a wedding hall in Bara.": "Bara",
    "Sniper fire hit a bus in the Tawo neighbourhood at dawn; Bara is shut.": "Bara",
    "Gunmen killed six traders in the market of Tawo at Bara.": "Bara",
    "Bara is quiet, and so is Kolun.\n\nGunmen killed six traders near Tawo.": "Upper Arland",
    "Borland is calm. Shells fell in Tawo, on the road from Bara.": "Upper Arland",
    "Six died in the Moray Valley when a drone hit a wedding party in Tawo.": "Moray Valley",
    "Gunmen killed six traders near Tawo, in Arland’s Moray Valley, on Monday.": "Moray Valley",
    "Arland is at war. Borland is not.\n\nGunmen killed six traders near Tawo in Arland.": "Arland",
    "Herders clashed in the Moray Valley over a well near the village of Tawo.": "Moray Valley",
    "Bara is calm. Gunmen killed six traders in Tawo, a suburb of Kolun.": "Kolun",
    "Borland met Sedra in Sedra. Gunmen raided Tawo, an Arlandic village.": "Arland",
    "Bara mourns. Gunmen shot six men at Tawo, the worst loss since 1993, when twelve died in"
    " Sedra.": "Arland",
    "Arland buried its dead. Gunmen had killed six traders near Tawo.": "Arland",
    "Arland met Borland in Sedra.\n\nIn Bara, shops were shut. Gunmen killed six men in Tawo.": (
        "Arland"
    ),
}


@pytest.mark.parametrize("text", HELD)
def test_event_keeps_the_unknown_name_in_the_area_that_holds_it(
    text: str, flat: EventCoder
) -> None:
    *_, event = flat.code(make_article(text), with_unknown(text, "Tawo"))
    assert where(event) == [("Tawo", HELD[text])]
    (at,) = event.places
    assert at.unknown
    assert at.name == f"Tawo, somewhere in {HELD[text]}"
    assert at.place.precision is not Precision.POINT
    assert (at.reason or "").startswith("no gazetteer on this computer knows “Tawo”; ")
    assert event.not_drawn_because is None


def test_unknown_name_with_a_bearing_is_at_the_reckoned_point(flat: EventCoder) -> None:
    text = "Gunmen killed six traders in Tawo, about 60 km south-west of Bara."
    reckoned = [
        replace(r, place=replace(r.place, name="60 km southwest of Bara", feature="offset"))
        if r.place
        else r
        for r in with_unknown(text, "Tawo")
    ]
    (event,) = flat.code(make_article(text), reckoned)
    assert where(event) == [("Tawo", "60 km southwest of Bara")]
    assert event.places[0].unknown


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("A man was stabbed to death in Tawo, Bara, on Friday.", "Bara"),
        ("Markets were looted in Tawo, Bara and Kolun on Friday.", "Upper Arland"),
    ],
)
def test_city_behind_an_unknown_name_holds_it_unless_they_are_a_list(
    text: str, area: str, flat: EventCoder
) -> None:
    names = [
        replace(r, place=replace(r.place, feature="PPLA")) if r.place else r
        for r in with_unknown(text, "Tawo")
    ]
    (event,) = flat.code(make_article(text), names)
    tawo = [p.place.name for p in event.places if p.unknown]
    assert tawo in ([area], [])
    assert ("Bara" in tawo) is (area == "Bara")


def test_dateline_holds_no_name_of_a_text_that_plays_far_away(flat: EventCoder) -> None:
    text = "Kolun: Gunmen shot two men in Bara. Gunmen burned a school in Tawo."
    *_, event = flat.code(make_article(text), moved(with_unknown(text, "Tawo"), "Kolun"))
    assert where(event) != [("Tawo", "Kolun")]


def test_ambush_told_again_may_be_at_an_unknown_name(flat: EventCoder) -> None:
    text = "Gunmen ambushed soldiers in Bara on Friday. The ambush happened in Tawo in Arland."
    (event,) = flat.code(make_article(text), moved(with_unknown(text, "Tawo"), "Bara"))
    assert where(event) == [("Bara", "Bara")]


def moved(names: Iterable[Resolution], name: str) -> list[Resolution]:
    """Return the names, one of them 1,000 km from the others."""
    return [
        replace(r, place=replace(r.place, lat=19.0)) if r.place and r.place.name == name else r
        for r in names
    ]


def test_capitals_hide_no_area(flat: EventCoder) -> None:
    text = "Kolun is calm. Gunmen shot six traders in Tawo, a small village in Bara."
    *_, event = flat.code(make_article(text.upper()), with_unknown(text, "Tawo"))
    assert where(event) == [("Tawo", "Bara")]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Envoys met in Sedra. Jets bombed a convoy at Tawo near Bara on Monday.", "Tawo"),
        ("Casualties in airstrikes on the city of Bara and the fields of Tawo", "Bara"),
    ],
)
def test_of_a_known_town_and_an_unknown_one_the_nearer_is_taken(
    text: str, first: str, flat: EventCoder
) -> None:
    names = [
        replace(r, place=replace(r.place, precision=Precision.CITY_AREA)) if r.place else r
        for r in with_unknown(text, "Tawo")
    ]
    *_, event = flat.code(make_article(text), names)
    assert event.places[0].mention.surface == first


def test_town_that_is_only_near_lends_no_coordinates(flat: EventCoder) -> None:
    sedra = Place("gn:3", "Sedra", 1.0, 2.0, Precision.POINT, "PPL", ("XB",))
    text = "Bara mourns. Gunmen killed six traders outside the Tawo camp.\n\nTalks go on in Sedra."
    (event, *_) = flat.code(make_article(text), with_unknown(text, "Tawo", near=sedra))
    assert where(event) == [("Tawo", "Arland")]


def test_without_a_country_the_event_has_no_place_and_says_what_to_do(flat: EventCoder) -> None:
    text = "Gunmen killed six traders near Tawo on Monday."
    (event,) = flat.code(make_article(text), with_unknown(text, "Tawo"))
    assert not event.places
    assert event.unplaced is not None
    assert event.unplaced.surface == "Tawo"
    assert event.not_drawn_because == (
        "The text puts it at Tawo; no gazetteer on this computer knows “Tawo”, and the text does "
        "not say in which country it is: put the name right, or load a GeoNames dump of the country"
    )


def test_name_that_was_not_read_as_a_place_is_told(flat: EventCoder) -> None:
    text = "Gunmen killed six traders near Tawo on Monday."
    (event,) = flat.code(make_article(text), ())
    assert event.not_drawn_because == (
        "The text puts it at Tawo, which was not read as the name of a place"
    )


def test_what_follows_at_an_unknown_town_is_there_too(flat: EventCoder) -> None:
    text = "Bara is in Arland. Rebels entered Tawo on Monday. They shot six men in the town."
    events = flat.code(make_article(text), with_unknown(text, "Tawo"))
    assert [where(e)[0][0] for e in events] == ["Tawo", "Tawo"]


def test_two_unknown_villages_are_two_events(flat: EventCoder) -> None:
    text = (
        "Arland is at war. Gunmen attacked Tawo on Monday. On the same day gunmen attacked Nemba."
    )
    events = flat.code(make_article(text), with_unknown(text, "Tawo", "Nemba"))
    assert [where(e) for e in events] == [[("Tawo", "Arland")], [("Nemba", "Arland")]]


def test_place_that_heads_an_item_may_be_unknown(flat: EventCoder) -> None:
    text = "Weekly notes from Arland\n\n- Tawo: a jet dropped two bombs on the market on 4 May."
    (event,) = flat.code(make_article(text), with_unknown(text, "Tawo"))
    assert where(event) == [("Tawo", "Arland")]


@pytest.mark.parametrize(
    "text",
    [
        "In Bara, Tawo fighters shot six traders.",
        "In Bara, gunmen carried off 60 Tawo.",
        "In Bara, gunmen killed thousands of Tawo.",
    ],
)
def test_people_are_no_place(text: str, flat: EventCoder) -> None:
    (event,) = flat.code(make_article(text), with_unknown(text, "Tawo"))
    assert where(event) == [("Bara", "Bara")]


def test_name_that_fits_nothing_known_says_so(flat: EventCoder) -> None:
    text = "Gunmen killed six traders in Sedra, a village in the Moray Valley."
    marked = [
        doubted(r, NoMark.UNSURE) if r.mention.surface == "Sedra" else r for r in resolve(text)
    ]
    (event,) = flat.code(make_article(text), marked)
    assert where(event) == [("Sedra", "Moray Valley")]
    assert event.places[0].reason == (
        "no known “Sedra” fits the text; the text puts it in Moray Valley"
    )


def unsure_seat(text: str, name: str) -> Resolution:
    """Return the name of a provincial seat abroad, too unsure for a mark."""
    place = Place("gn:4", name, 50.0, 60.0, Precision.CITY_AREA, "PPLA", ("XB",))
    mention = Mention(text.index(name), text.index(name) + len(name), name, MentionKind.TOPONYM)
    return doubted(Resolution(mention, place, 0.2, "one of 2"), NoMark.UNSURE)


def test_city_abroad_is_no_unknown_village_of_the_country_in_hand(flat: EventCoder) -> None:
    text = "Police fired on a crowd in Bara, Arland. A car bomb killed six people in Vellin."
    *_, bomb = flat.code(make_article(text), (*resolve(text), unsure_seat(text, "Vellin")))
    assert bomb.places == ()
    assert bomb.not_drawn_because is not None
    assert "Vellin, which is not drawn: too unsure" in bomb.not_drawn_because


def test_unknown_village_beside_a_city_abroad_is_in_no_country(flat: EventCoder) -> None:
    text = "Bara is calm. A car bomb killed six people in Vellin. Gunmen shot a judge in Tawo."
    names = (*with_unknown(text, "Tawo"), unsure_seat(text, "Vellin"))
    *_, murder = flat.code(make_article(text), names)
    assert murder.places == ()


@pytest.mark.parametrize(
    "text",
    [
        "Borlandic jets bombed a market in Tawo on Monday.",
        "Gunmen supported by Borland shot six traders in Tawo on Monday.",
        "Drones hit Sedra on Monday; Borland bombed a port in Tawo the next day.",
    ],
)
def test_country_that_only_acts_holds_nothing(text: str, flat: EventCoder) -> None:
    *_, event = flat.code(make_article(text), with_unknown(text, "Tawo"))
    assert not event.places
    assert event.unplaced is not None


def test_known_town_is_kept_beside_an_unknown_name(flat: EventCoder) -> None:
    text = "Arland is at war. Jets struck the city of Bara and the countryside of Tawo on Monday."
    *_, event = flat.code(make_article(text), with_unknown(text, "Tawo"))
    assert "Bara" in [at.place.name for at in event.places]


def test_neighborhood_is_not_the_town_far_off_that_bears_its_name(flat: EventCoder) -> None:
    text = "Arland mourns. Gunmen shot six traders in the Sedra neighborhood of Bara."
    *_, event = flat.code(make_article(text), resolve(text))
    assert where(event) == [("Sedra", "Bara")]


def test_name_is_a_neighborhood_wherever_it_stands(flat: EventCoder) -> None:
    text = (
        "Arland and Bara mourn. Six men were hurt in the Sedra neighborhood. "
        "Gunmen held a nurse hostage in Sedra."
    )
    *_, event = flat.code(make_article(text), resolve(text))
    assert where(event) == [("Sedra", "Bara")]


@pytest.mark.parametrize(
    "text",
    [
        "Arland mourns. Arland is at war. Gunmen shot six men at a house of the Tawos.",
        "Arland mourns. The trade union of Arland (TAWO) met. Gunmen attacked TAWO on Monday.",
    ],
    ids=["people", "abbreviation"],
)
def test_name_of_a_body_is_no_place(text: str, flat: EventCoder) -> None:
    *_, event = flat.code(make_article(text), with_unknown(text, "Tawos", "TAWO"))
    assert where(event) == [("Arland", "Arland")]


@pytest.mark.parametrize(
    ("words", "is_none"),
    [("Congress", True), ("THE TAWO", True), ("The Tawo", False), ("TAWO", False)],
)
def test_parliament_or_a_noun_in_capitals_is_no_place(words: str, *, is_none: bool) -> None:
    mention = Mention(3, 3 + len(words), words, MentionKind.TOPONYM)
    assert is_no_name(Resolution(mention, None, 0.0, NOT_FOUND, (), NOT_FOUND)) is is_none


def test_neighborhood_is_no_province_of_its_name(flat: EventCoder) -> None:
    text = "Sedra is in Borland. Gunmen shot six men in the Tawo neighborhood of Bara."
    county = Place("adm2:9", "Tawo", 50.0, 60.0, Precision.PROVINCE, "ADM2", ("XB",))
    known = [replace(r, place=county) if r.place is None else r for r in with_unknown(text, "Tawo")]
    *_, event = flat.code(make_article(text), known)
    assert where(event) == [("Tawo", "Bara")]


def test_streets_of_a_corner_are_no_towns(flat: EventCoder) -> None:
    text = "Bara is in Arland. A bomb exploded on the corner of Kolun and Tawo streets."
    *_, event = flat.code(make_article(text), with_unknown(text, "Tawo"))
    assert where(event) == [("Kolun", "Bara"), ("Tawo", "Bara")]


def test_side_of_a_town_is_no_name(flat: EventCoder) -> None:
    text = "A bomb exploded in the Central area of Bara."
    (event,) = flat.code(make_article(text), with_unknown(text, "Central"))
    assert where(event) == [("Bara", "Bara")]


def test_what_is_told_again_gets_its_neighborhood(flat: EventCoder) -> None:
    text = (
        "Gunmen killed six men during an attack on a mayor in Bara. "
        "The attack took place in the Tawo neighborhood of Bara."
    )
    *_, event = flat.code(make_article(text), with_unknown(text, "Tawo"))
    assert where(event) == [("Tawo", "Bara")]


def test_what_follows_behind_and_holds_no_name_before_it(flat: EventCoder) -> None:
    text = "Bara is in Arland. Rebels blew up a bridge at Tawo and abducted a chief in Kolun."
    first, second = flat.code(make_article(text), with_unknown(text, "Tawo"))
    assert (where(first), where(second)) == ([("Tawo", "Upper Arland")], [("Kolun", "Kolun")])
