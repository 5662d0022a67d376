"""The second look: what the document says of a name that the language model does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.gazetteer import Entry
from dashboard.geoparsing.coherence import COHERENCE, coherence
from dashboard.geoparsing.proposals import Proposal
from dashboard.geoparsing.tokens import Tokens
from dashboard.model import Precision

if TYPE_CHECKING:
    from tests.geoparsing.conftest import Parse


def words(text: str) -> Tokens:
    """Return a text as words in which no name was seen."""
    parts = tuple(text.split())
    starts = tuple(sum(len(p) + 1 for p in parts[:n]) for n in range(len(parts)))
    return Tokens(
        text=text,
        words=parts,
        lowers=tuple(p.lower() for p in parts),
        starts=starts,
        ends=tuple(s + len(p) for s, p in zip(starts, parts, strict=True)),
        opens=tuple(n == 0 for n in range(len(parts))),
        labels=("",) * len(parts),
        entities=(),
        entity_at=(-1,) * len(parts),
        vectors=np.zeros((len(parts), 96), dtype=np.float16),
    )


def town(name: str, country: str, lat: float, lon: float, population: int) -> Entry:
    return Entry(
        f"gn:{name}{country}", name, lat, lon, "P", "PPL", Precision.POINT, country, (country,),
        population=population,
    )  # fmt: skip


def test_town_in_the_documents_country_and_in_a_list_is_told_by_numbers() -> None:
    tokens = words("Maputo , Pemba and Palma")
    maputo = Proposal(0, 0, "Maputo", (town("Maputo", "MZ", -25.97, 32.58, 1_191_613),))
    pemba = Proposal(2, 2, "Pemba", (town("Pemba", "MZ", -12.97, 40.52, 232_932),))
    palma = Proposal(4, 4, "Palma", (town("Palma", "ES", 39.57, 2.65, 438_234),))
    chances = np.array([0.98, 0.3, 0.3])

    near, far = coherence(tokens, (maputo, pemba, palma), chances, [1, 2])

    told = dict(zip(COHERENCE, zip(near, far, strict=True), strict=True))
    assert told["country share"] == (1.0, 0.0)
    assert told["listed after"] == (0.98, 0.3)
    assert told["size in the main country"][0] > 5 > told["size in the main country"][1]
    assert told["distance"][0] < told["distance"][1]


def test_alone_in_its_text_a_name_has_nothing_to_lean_on() -> None:
    tokens = words("Pemba burns")
    pemba = Proposal(0, 0, "Pemba", (town("Pemba", "MZ", -12.97, 40.52, 232_932),))
    (row,) = coherence(tokens, (pemba,), np.array([0.7]), [0])
    assert row[COHERENCE.index("names seen")] == 0
    assert row[COHERENCE.index("country share")] == 0


def test_large_town_of_the_country_in_hand_is_found_where_the_model_saw_a_person(
    parse: Parse,
) -> None:
    found = parse("Missiles hit Kherson and Zaporizhzhia, and six were shot down over Kryvyi Rih.")
    assert found["Kryvyi Rih"].place.country == "UA"


def test_far_away_namesake_of_an_unknown_village_has_no_mark(parse: Parse) -> None:
    found = parse("In Mali, five police were killed near the Burkinabe border at Sona.")
    assert not any(r.is_drawn and r.place.country == "PA" for r in found.values())


def test_towns_in_a_list_are_no_organisation(parse: Parse) -> None:
    found = parse(
        "Ukrainian forces had liberated Storozheve, in Donetsk region, after Blahodatne, "
        "Neskuchne and Makarivka."
    )
    assert found["Blahodatne"].is_drawn
