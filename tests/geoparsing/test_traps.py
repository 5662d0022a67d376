"""The traps of real text, each in a sentence of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.model import MentionKind, Precision, Zone, ZoneKind
from tests.geoparsing.conftest import make_article

if TYPE_CHECKING:
    from dashboard.geoparsing import Geoparser
    from tests.geoparsing.conftest import Parse


def test_towns_of_one_name_follow_the_document(parse: Parse) -> None:
    found = parse(
        "Two men were held in Jirgatol, officials in Dushanbe said. The road from Dushanbe "
        "through Tajikistan's east runs by Rasht and on to the border."
    )
    assert found["Rasht"].place.country == "TJ"


def test_valley_is_an_area_and_never_its_name_sake(parse: Parse) -> None:
    found = parse("Patrols in Tajikistan combed the Rasht Valley for a week.")
    place = found["Rasht Valley"].place
    assert (place.place_id, place.countries) == ("region:rasht-valley", ("TJ",))
    assert place.geometry.geom_type in {"Polygon", "MultiPolygon"}


def test_valley_across_borders_touches_every_country(parse: Parse) -> None:
    found = parse("Farmers across the Fergana Valley share the same canals.")
    assert set(found["Fergana Valley"].place.countries) == {"UZ", "KG", "TJ"}


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Several Tajik soldiers were wounded on the road.", "Tajik"),
        ("An Afghan trader was robbed near Kunduz.", "Afghan"),
    ],
    ids=["soldiers", "trader"],
)
def test_adjective_of_a_state_is_listed_and_not_drawn(
    parse: Parse, text: str, surface: str
) -> None:
    found = parse(text)[surface]
    assert found.mention.kind is MentionKind.DEMONYM
    assert found.place is not None
    assert not found.is_drawn


def test_organisation_is_not_the_country_in_its_name(parse: Parse) -> None:
    found = parse("Analysts blame the Islamic Movement of Uzbekistan for the raid near Osh.")
    assert found["Uzbekistan"].mention.kind is MentionKind.ORGANISATION_PART
    assert not found["Uzbekistan"].is_drawn


def test_person_named_after_a_town_is_no_place(parse: Parse) -> None:
    found = parse(
        "Juma Namangani, the founder, was killed. Namangani had led the group since 1998."
    )
    assert not any(resolution.is_drawn for resolution in found.values())


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Dushanbe's policies have angered many at home.", "Dushanbe"),
        ("Moscow said it would not take part in the talks.", "Moscow"),
        ("Russia is sending troops to two of its neighbours.", "Russia"),
        ("Moscow, for its part, has sent a brigade.", "Moscow"),
        ("Paris opposes the plan, and so does Berlin.", "Berlin"),
        ("The army asked for help from Russia.", "Russia"),
    ],
    ids=["possession", "speech", "act", "aside", "echo", "giver"],
)
def test_government_is_not_the_place_it_sits_in(parse: Parse, text: str, surface: str) -> None:
    found = parse(text)[surface]
    assert found.mention.kind is MentionKind.METONYM
    assert not found.is_drawn


def test_town_where_something_happens_is_drawn(parse: Parse) -> None:
    found = parse("A bomb went off in Dushanbe on Friday, police in Tajikistan reported.")
    assert found["Dushanbe"].is_drawn


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("There were few raids outside the Rasht Valley that year.", "Rasht Valley"),
        ("The group has never struck beyond Tajikistan.", "Tajikistan"),
        ("The fighters moved to Kabul instead of Kandahar.", "Kandahar"),
        ("None of the men came from Khujand, the mayor told reporters.", "Khujand"),
    ],
    ids=["outside", "beyond", "instead of", "none"],
)
def test_excluded_place_is_listed_with_the_words_that_exclude_it(
    parse: Parse, text: str, surface: str
) -> None:
    found = parse(text)[surface]
    assert found.place is not None
    assert surface in found.not_drawn_because


def test_part_of_a_country_is_its_part_and_vague(parse: Parse) -> None:
    found = parse("Bombs went off in southern Kyrgyzstan last spring.")
    place = found["southern Kyrgyzstan"].place
    assert place.place_id == "part:country:KG:south"
    assert place.precision is Precision.REGION
    assert "Vague" in place.note


def test_direction_of_a_town_is_no_part(parse: Parse) -> None:
    found = parse("A car blew up in the northern city of Khujand in Tajikistan.")
    assert found["Khujand"].place.geonameid == 1514879


@pytest.mark.parametrize(
    ("text", "surface", "border"),
    [
        ("Smugglers crossed the Tajik-Afghan border at night.", "Tajik-Afghan border", "AF-TJ"),
        ("Tajikistan closed roads near the Kyrgyz border.", "Kyrgyz border", "KG-TJ"),
        (
            "Pakistan built posts along its border with Afghanistan.",
            "border with Afghanistan",
            "AF-PK",
        ),
    ],
    ids=["two adjectives", "one adjective", "with"],
)
def test_border_is_the_line_between_two_countries(
    parse: Parse, text: str, surface: str, border: str
) -> None:
    place = parse(text)[surface].place
    assert place.place_id == f"border:{border}"
    assert place.precision is Precision.LINE


@pytest.mark.parametrize("forces", ["guards", "police", "troops"])
def test_border_forces_are_no_border(parse: Parse, forces: str) -> None:
    found = parse(f"Kyrgyz and Tajik border {forces} exchanged fire in Batken.")
    assert not any(r.place and r.place.precision is Precision.LINE for r in found.values())


@pytest.mark.parametrize("words", ["that borders Afghanistan", "bordering Afghanistan"])
def test_neighbour_of_a_district_has_no_mark(parse: Parse, words: str) -> None:
    found = parse(f"Gunmen attacked a convoy in Kurram, a district {words}, in Pakistan.")
    assert not found["Afghanistan"].is_drawn


def test_strange_name_of_a_village_is_no_people(parse: Parse) -> None:
    found = parse(
        "Senegalese soldiers clashed with separatists near the village of Djinaky in Bignona"
        " department on Sunday, the army said."
    )
    assert found["Djinaky"].mention.kind is MentionKind.TOPONYM


def test_share_of_a_valley_is_the_owners_part(parse: Parse) -> None:
    found = parse("The Uzbek government guards its portion of the Fergana Valley well.")
    assert found["Fergana Valley"].place.place_id == "part:region:fergana-valley:UZ"


def test_tribal_agency_is_the_unit_of_its_time(parse: Parse) -> None:
    found = parse("Jets struck South Waziristan in Pakistan.", published="2010-11-11")
    place = found["South Waziristan"].place
    assert place.place_id == "region:south-waziristan"
    assert place.countries == ("PK",)


def test_state_that_fell_long_ago_is_listed_with_the_year(parse: Parse) -> None:
    found = parse(
        "The group formed when the Soviet Union broke up, in Dushanbe.", published="2010-11-11"
    )
    union = found["Soviet Union"]
    assert union.place is not None
    assert "1991" in str(union.not_drawn_because)


def test_tribal_belt_is_a_region(parse: Parse) -> None:
    found = parse("Fighters hide in the Pakistani tribal belt.", published="2010-11-11")
    assert found["Pakistani tribal belt"].place.place_id.startswith("region:")


def test_months_and_plain_headings_are_no_towns(parse: Parse) -> None:
    found = parse("Home\n\nReading list\n\nIn August the men left. In March they came back.")
    assert not any(resolution.is_drawn for resolution in found.values())


def test_furniture_is_not_read(geoparser: Geoparser) -> None:
    text = "Police searched Khujand.\n\nTags: Russia, Uzbekistan"
    zones = (Zone(0, 24, ZoneKind.BODY), Zone(24, len(text), ZoneKind.TAGS))
    found = geoparser.parse(make_article(text, zones=zones))
    assert [resolution.mention.surface for resolution in found] == ["Khujand"]


def test_one_surface_with_two_senses(geoparser: Geoparser) -> None:
    text = (
        "Police in Paris, Texas, arrested a man on Monday. Later that week the French president "
        "spoke in Paris, France, about the budget."
    )
    found = [r for r in geoparser.parse(make_article(text)) if r.mention.surface == "Paris"]
    assert [r.place.country for r in found] == ["US", "FR"]


def test_list_of_counties_is_read_as_counties(parse: Parse) -> None:
    found = parse("Storms hit Cooke, Grayson and Collin counties in north Texas.")
    assert found["Grayson"].place.feature == "ADM2"


def test_document_in_capitals_is_read(parse: Parse) -> None:
    found = parse(
        "SAN SALVADOR, 3 JAN 90 -- THE ARMY REPORTED THAT REBELS ATTACKED A BRIDGE NEAR "
        "SAN MIGUEL IN EL SALVADOR AND THAT NO SOLDIER WAS HURT."
    )
    assert found["SAN SALVADOR"].place.country == "SV"
    assert found["SAN MIGUEL"].place.country == "SV"


def test_name_that_nobody_knows_is_a_result(parse: Parse) -> None:
    found = parse("Gunmen held a meeting in Qwertyabadshahr near Kabul, Afghanistan.")
    unknown = [r for r in found.values() if r.place is None]
    assert all(r.reason for r in unknown)


def test_nested_town_of_a_local_institution_is_found(parse: Parse) -> None:
    found = parse("Shells hit the Kunduz hospital while patients slept in Afghanistan.")
    assert found["Kunduz"].is_drawn


def test_outside_a_town_is_near_it(parse: Parse) -> None:
    found = parse("Gunmen stopped a bus outside Khost, in eastern Afghanistan.")["Khost"]
    assert found.is_drawn
    assert found.place is not None
    assert found.place.note == "Near Khōst: the text says outside it."


@pytest.mark.parametrize(
    ("text", "surface", "place_id"),
    [
        ("Fighters hold villages in southern Kyrgyzstan.", "southern Kyrgyzstan", "south"),
        ("Raids in north-eastern Kyrgyzstan went on.", "north-eastern Kyrgyzstan", "northeast"),
        ("Snow fell in the north of Kyrgyzstan.", "north of Kyrgyzstan", "north"),
    ],
)
def test_a_part_of_a_country_is_read_with_all_of_its_direction(
    parse: Parse, text: str, surface: str, place_id: str
) -> None:
    found = parse(text)[surface]
    assert found.place is not None
    assert found.place.place_id == f"part:country:KG:{place_id}"


def test_north_of_a_country_without_the_article_may_lie_beyond_it(parse: Parse) -> None:
    found = parse("The steppe north of Kyrgyzstan is flat.")["Kyrgyzstan"]
    assert found.place is not None
    assert found.place.place_id == "country:KG"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        pytest.param("Tribal leaders begged Baghdad for weapons.", "Baghdad", id="addressed"),
        pytest.param("Ouagadougou has not commented on the raid.", "Ouagadougou", id="silent"),
        pytest.param("Serbia has put its army on alert.", "Serbia", id="a state that acts"),
    ],
)
def test_government_that_is_addressed_or_acts_is_no_place(
    parse: Parse, text: str, surface: str
) -> None:
    assert parse(text)[surface].mention.kind is MentionKind.METONYM


def test_armed_group_named_after_a_state_is_no_place(parse: Parse) -> None:
    text = "Two factions of the Sinaloa Cartel fought for hours in Culiacan, Mexico."
    found = parse(text)
    assert "Sinaloa" not in found or not found["Sinaloa"].is_drawn
    assert found["Culiacan"].is_drawn


def test_list_of_unknown_towns_is_no_person(parse: Parse) -> None:
    text = "In western Niger a convoy was ambushed on the road between Ayorou and Dolbel."
    assert parse(text)["Ayorou"].mention.kind is MentionKind.TOPONYM


def test_river_that_the_gazetteer_lacks_is_not_the_province_of_its_name(parse: Parse) -> None:
    text = "People fled from Tibu in Colombia across the Boyacá River into Venezuela."
    found = parse(text)
    assert "Boyacá" not in found
    assert not found["Boyacá River"].is_drawn


def test_short_name_of_a_town_stands_out_by_where_the_text_plays(parse: Parse) -> None:
    text = (
        "Gunmen raided the market in Bama shortly after noon. Bama lies in Borno state in Nigeria."
    )
    place = parse(text)["Bama"].place
    assert place is not None
    assert place.countries == ("NG",)


@pytest.mark.parametrize(
    ("text", "surface", "feature_class"),
    [
        pytest.param("The boat sank in the Atlantic.", "Atlantic", "SEA", id="ocean, no town"),
        pytest.param(
            "A barge sank in the Mississippi on Friday.", "Mississippi", "STM", id="river"
        ),
        pytest.param(
            "He asked the Mississippi governor for aid.", "Mississippi", "ADM1", id="state"
        ),
    ],
)
def test_the_before_a_name_makes_it_a_river_or_sea(
    parse: Parse, text: str, surface: str, feature_class: str
) -> None:
    place = parse(text)[surface].place
    assert place is not None
    assert place.feature == feature_class


def test_first_end_of_a_road_is_the_town_and_no_valley_of_its_name(parse: Parse) -> None:
    found = parse("Gunmen stopped a lorry on the Juba-Bor road in South Sudan on Sunday.")
    assert [found[end].place and found[end].place.countries for end in ("Juba", "Bor")] == [
        ("SS",),
        ("SS",),
    ]


def test_state_named_whole_is_sure_even_in_the_title_of_a_bulletin(parse: Parse) -> None:
    text = (
        "Weekly security bulletin, Jonglei State, 31 May - 6 June\n"
        "1. Ambush. On 4 June gunmen stopped a lorry at Mangalla on the Juba-Bor road."
    )
    found = parse(text)
    assert found["Jonglei State"].is_drawn
    assert not found["Mangalla"].is_drawn


@pytest.mark.parametrize("province", ["Paktika", "Paktia", "Bushehr", "Khuzestan", "East Darfur"])
def test_province_is_not_a_sister_that_a_source_gives_its_name(parse: Parse, province: str) -> None:
    found = parse(f"Fighters were seen in the hills of {province} province on Monday.")
    names = {r.place.name for r in found.values() if r.place}
    assert province in names


def test_what_happens_in_a_name_is_in_no_river(parse: Parse) -> None:
    text = "Raiders burned two camps in Pibor, South Sudan. The bodies were taken to Juba."
    assert parse(text)["Pibor"].place.feature != "STM"


def test_capital_that_is_protested_to_is_a_government(parse: Parse) -> None:
    found = parse("Two herders were shot near Nioro in Mali. Nouakchott protested to Bamako.")
    assert found["Bamako"].mention.kind is MentionKind.METONYM


def test_town_may_be_told_without_its_article(parse: Parse) -> None:
    found = parse("Syria: shells fell near Manbij in Syria, and a bomb in Qamishli hurt two men.")
    assert found["Qamishli"].place.name == "Al Qāmishlī"
