"""Where an event is whose place is told before, by whose people tell of it, or with its area."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dashboard.model import Mention, MentionKind, Place, Precision, Resolution
from tests.coding.making import make_article

if TYPE_CHECKING:
    from dashboard.coding import EventCoder

PLACES = {
    "Bara": ("gn:1", Precision.POINT, "PPL", "XA"),
    "Kolun": ("gn:2", Precision.POINT, "PPL", "XA"),
    "Nessa": ("province:XA-2", Precision.PROVINCE, "ADM1", "XA"),
    "Oltu": ("adm2:7", Precision.PROVINCE, "ADM2", "XA"),
    "northern Arland": ("part:country:XA:north", Precision.REGION, "part", "XA"),
    "Sela Strip": ("region:sela", Precision.REGION, "strip", "XA"),
    "Arland": ("country:XA", Precision.COUNTRY, "PCLI", "XA"),
}


def resolve(text: str) -> tuple[Resolution, ...]:
    found: dict[int, Resolution] = {}
    for name in sorted(PLACES, key=len):
        place_id, precision, feature, code = PLACES[name]
        place = Place(place_id, name, 10.0, 20.0, precision, feature, (code,))
        for match in re.finditer(rf"\b{name}\b", text):
            mention = Mention(match.start(), match.end(), name, MentionKind.TOPONYM)
            inside = [s for s in found if match.start() <= s < match.end()]
            for start in inside:
                del found[start]
            found[match.start()] = Resolution(mention, place, 0.9, "only one")
    return tuple(found[start] for start in sorted(found))


# The place of the last event of each text.
TOLD = {
    # back
    "Rebels attacked Bara in northern Arland on Friday and shot six traders there.": "Bara",
    "Rebels shelled Kolun. Rebels shelled Kolun again. Rebels took Bara in May. A mob beat a man "
    "there.": "Bara",
    "Bara was calm. A firm that had halted work at Kolun fled after the rebels' assault on the "
    "town.": "Kolun",
    "Envoys met in Bara. Rebels from Kolun shot six traders in the same city in July.": "Kolun",
    "People from Nessa came to Bara, nine days after troops began an offensive against the "
    "enclave.": "Nessa",
    "Nobody speaks of Bara. Troops attacked the enclave in July.": "Bara",
    "Fighting went on in Nessa, in Oltu district. Gunmen shot six traders in the province.": (
        "Nessa"
    ),
    "Jets bombed the Sela Strip. Gunmen shot six traders in the Strip on Monday.": "Sela Strip",
    # the finer of two
    "A crowd fought with the soldiers outside the offices of Bara, in northern Arland.": "Bara",
    "Gunmen shot six traders in northern Arland's Oltu district on Sunday.": "Oltu",
    "Bara, high above the capital, was stormed by rebels in May.": "Bara",
    # whose people tell of it, or from where it is seized
    "Residents of Bara, a town south of Kolun, say soldiers shot six traders on Tuesday.": "Bara",
    "Guards seized 60 rifles from a boat off Bara on Monday.": "Bara",
    # labels
    "Notes from Arland.\nBara. A blast wrecked a tanker in the Taman quarter on Monday.\n"
    "Kolun. Police took away two women on Sunday.": "Kolun",
    # told with another event of its sentence
    "Rebels stormed a base at Bara, after two car bombs went off at its gate.": "Bara",
    "Settlers attacked farmers in Bara, Kolun governorate, on Monday.": "Bara",
    # going on with what the sentence before says
    "Gunmen burst into a studio in Bara on Tuesday while it was on the air and held the staff "
    "hostage.\nKolun was calm. Nobody there was hurt.": "Bara",
    "Bara was the last town of the army. Rebels captured it on Monday.\nKolun was calm.": "Bara",
    # the venue
    "Both sides, meeting in Bara, agreed on a ceasefire in Nessa on Monday.": "Bara",
    # by whose soldiers
    "Arland's soldiers deposed the president in July.": "Arland",
}


@pytest.mark.parametrize("text", TOLD)
def test_place_of_the_last_event(text: str, coder: EventCoder) -> None:
    *_, event = coder.code(make_article(text), resolve(text))
    assert [p.place.name for p in event.places] == [TOLD[text]]


def test_provincial_capital_is_not_that_of_the_country(coder: EventCoder) -> None:
    text = "Arland is at war. Rebels shot six traders near the provincial capital on Monday."
    *_, event = coder.code(make_article(text), resolve(text))
    assert not event.places


def test_statement_is_not_placed_where_its_report_was_filed(coder: EventCoder) -> None:
    text = "BARA - The rebels said on Monday that their group was disbanding after 40 years."
    assert all(not e.places for e in coder.code(make_article(text), resolve(text)))


def test_crowds_in_two_towns_are_in_both(coder: EventCoder) -> None:
    text = "Shops were shut in Bara and Kolun on Tuesday as people held a silent protest."
    *_, event = coder.code(make_article(text), resolve(text))
    assert [p.place.name for p in event.places] == ["Bara", "Kolun"]
