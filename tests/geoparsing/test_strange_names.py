"""Names that neither the language model nor the gazetteer has met are told, never dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.model import MentionKind

if TYPE_CHECKING:
    from tests.geoparsing.conftest import Parse


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen in Niger burned homes in the village of Zanbelguru on Friday.", "Zanbelguru"),
        ("The column left Gao, Mali, and was ambushed near Tinberekou at dawn.", "Tinberekou"),
        ("Families fled from Goma to Kavurango and Minova in eastern Congo.", "Kavurango"),
        ("A mortar shell hit the Nyamurenzo camp outside Goma in Congo.", "Nyamurenzo"),
        ("Boats were stopped on the Kalavundi River, in the south of Congo.", "Kalavundi River"),
        ("Fighters marched into Tardo in Somalia's Hiran region, after soldiers left.", "Tardo"),
        ("The rebels overran Heron Pass in April, a week before Goma fell.", "Heron Pass"),
        ("He came from al-Kafrina, which was looted in those days, to Damascus.", "al-Kafrina"),
    ],
    ids=[
        "village of",
        "near",
        "list of towns",
        "camp",
        "river",
        "marched into",
        "overran",
        "which was looted",
    ],
)
def test_unknown_place_is_told_where_the_words_say_that_it_is_one(
    parse: Parse, text: str, name: str
) -> None:
    told = parse(text)[name]
    assert not told.is_drawn
    assert "gazetteer" in f"{told.reason} {told.not_drawn_because}"


@pytest.mark.parametrize(
    "text",
    [
        "Tarvenko said in Kyiv on Friday that the talks would go on.",
        "The prize went to Tarvenko's brother, who lives in Kyiv.",
    ],
    ids=["speaks", "has a brother"],
)
def test_person_with_a_strange_name_is_no_place(parse: Parse, text: str) -> None:
    told = parse(text).get("Tarvenko")
    assert told is None or not told.is_drawn


def test_area_is_not_said_of_what_stands_before_a_new_clause(parse: Parse) -> None:
    told = parse(
        "In Yalakhone, gunmen shot a ranger in Pattani province, Thailand, police said on Friday."
    ).get("Yalakhone")
    assert told is None or not told.is_drawn


def test_district_known_by_its_province_alone_has_the_shape_of_the_province(parse: Parse) -> None:
    told = parse("A market in Dangila district was burned, officials in Ethiopia said.")
    assert all(found.place is None or found.place.geometry is not None for found in told.values())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ouagadougou gave no figures for the attack near Djibo in Burkina Faso.", "Ouagadougou"),
        ("Moscow and Kyiv exchanged prisoners at the border on Wednesday.", "Moscow"),
        ("Shells fell near Kinmen while Beijing's navy held a drill.", "Beijing"),
        ("Governors live in hotels in Goma. Kinshasa names new ones each spring.", "Kinshasa"),
        ("Troops still hold Sudzha. Kyiv has brought brigades from Kharkiv.", "Kyiv"),
    ],
    ids=["gives", "two agree", "has a navy", "names", "has brought"],
)
def test_government_that_acts_has_no_mark(parse: Parse, text: str, name: str) -> None:
    assert not parse(text)[name].is_drawn


def test_capital_of_a_republic_in_a_state_is_not_the_capital_of_the_state(parse: Parse) -> None:
    told = parse("Police surrounded a flat in Makhachkala, the capital of Russia's Dagestan.")
    assert "capital" not in told
    assert told["Makhachkala"].is_drawn


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lorries pass the checkpoint at Fafa before they reach Gao in Mali.", "Fafa"),
        ("The coast road from Kismayo in Somalia is open as far as Bula Gaduud.", "Bula Gaduud"),
        (
            (
                "The road from Port Sudan through El Obeid has been shut. Zalingei has a market "
                "again. Those who go south from Nyala look for work in Khartoum."
            ),
            "Zalingei",
        ),
    ],
    ids=["a site stands there", "a road leads there", "known in the country of the text"],
)
def test_name_that_the_model_takes_for_a_person_is_told(parse: Parse, text: str, name: str) -> None:
    assert name in parse(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Soldiers fought in the Sierra Madre on Luzon in the Philippines.", "Sierra Madre"),
        ("Rebels hold Goma, in eastern Congo, and took the Hakari bridge.", "Hakari"),
        ("Police in Mogadishu counted the dead of the attack on Lido beach.", "Lido beach"),
        ("Pirates in the Gulf took a crew hostage off Lagos, in Nigeria.", "Gulf"),
    ],
)
def test_small_namesake_on_another_continent_gets_no_mark(
    parse: Parse, text: str, name: str
) -> None:
    told = parse(text).get(name)
    assert told is None or not told.is_drawn


def test_state_is_found_in_the_head_of_a_bulletin(parse: Parse) -> None:
    told = parse("Weekly security bulletin, Jonglei State, 31 May. An ambush near Bor.")
    assert told["Jonglei State"].is_drawn


def test_adjective_of_who_acts_is_no_ground_against_a_place(parse: Parse) -> None:
    told = parse("Fighters gave up the crossing at Nasib under terms brokered by Russian officers.")
    assert told["Nasib"].is_drawn


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen shot a banker in the Muthaiga neighborhood of Nairobi on Monday.", "Muthaiga"),
        (
            "THREE MEN WERE SHOT IN THE EL TESORO NEIGHBORHOOD, POLICE IN LIMA, PERU, SAID TODAY.",
            "EL TESORO",
        ),
        (
            "The kidnapping took place in San Luis de la Vega, Peru.",
            "San Luis de la Vega",
        ),
    ],
    ids=["neighborhood", "neighborhood in capitals", "name with a particle"],
)
def test_whole_name_of_a_quarter_or_village_is_told(parse: Parse, text: str, name: str) -> None:
    assert name in parse(text)


def test_red_cross_is_no_town(parse: Parse) -> None:
    told = parse("TWO NURSES WERE KILLED IN GOMA, CONGO, ON MONDAY, THE RED CROSS SAID.")
    assert "RED CROSS" not in told
    assert told["GOMA"].is_drawn


def test_country_has_its_name_alone_where_its_capital_is_called_city(parse: Parse) -> None:
    told = parse("Banks in Panama City were shut. A bridge fell in northern Panama on Friday.")
    assert told["Panama City"].place.name == "Panama City"
    assert {r.place.country for r in told.values() if r.place} == {"PA"}
    assert "Panama City" not in {
        r.place.name for name, r in told.items() if r.place and name != "Panama City"
    }


def test_name_in_a_text_without_any_entity_of_the_model_is_read(parse: Parse) -> None:
    assert "Sana’a" in parse("Shells hit areas of Sana’a countryside")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen killed five herders on Sunday in Qubbahaarey, elders said.", "Qubbahaarey"),
        ("Jets bombed positions near Chong An Ma, a Thai soldier said.", "Chong An Ma"),
        ("Gunmen opened fire in Crocus City Hall on Friday night.", "Crocus City Hall"),
        ("At Ban Mae Surin, a camp for displaced people, bombs killed nine.", "Ban Mae Surin"),
        ("Frigates seized a boat with hashish off Salalah on Friday.", "Salalah"),
        ("A ranger lost a foot to a mine at the Ta Muen Thom temple.", "Ta Muen Thom"),
        ("Turkish jets bombed the Metina mountains of Dohuk province.", "Metina"),
        ("Two drivers were seized by youths on the Akoka road last week.", "Akoka"),
    ],
    ids=["day", "near", "hall", "explained", "off", "temple", "mountains", "road"],
)
def test_name_where_something_is_put_is_a_place(parse: Parse, text: str, name: str) -> None:
    assert parse(text)[name].mention.kind is MentionKind.TOPONYM


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tourists shouted at Mae Chong An on Friday, a guide in Lima said.", "Mae Chong An"),
        ("The vote in House Foreign Affairs was held on Monday.", "House Foreign Affairs"),
        ("He is to run the Madinaty academy from next year.", "Madinaty"),
    ],
    ids=["shouted at", "body", "runs it"],
)
def test_name_where_nothing_is_put_is_no_place(parse: Parse, text: str, name: str) -> None:
    told = parse(text).get(name)
    assert told is None or not told.is_drawn
