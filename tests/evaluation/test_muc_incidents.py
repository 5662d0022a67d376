"""Which events count as incidents of MUC-4."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dashboard.model import Actor, Event, EventType, When
from tests.evaluation.muc_incidents import muc_type_of
from tests.samples import sample_briefing

BRIEFING = sample_briefing()
ARTICLE = BRIEFING.articles[0]


def _event(words: str, *, country: str = "PE") -> Event:
    """Return the event of the sample with these words, as if its place lay in a country."""
    event = next(e for e in BRIEFING.events if words in e.trigger.of(ARTICLE.text))
    moved = (replace(p, place=replace(p.place, countries=(country,))) for p in event.places)
    return replace(event, places=tuple(moved))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("grenade", "BOMBING"),
        ("struck a camp", "ATTACK"),
        ("were taken", "KIDNAPPING"),
        ("marched", None),
        ("could return", None),
    ],
)
def test_sub_types_are_those_of_the_keys(words: str, kind: str | None) -> None:
    assert muc_type_of(_event(words), ARTICLE) == kind


def test_country_that_is_not_asked_for_is_left_out() -> None:
    assert muc_type_of(_event("grenade", country="NI"), ARTICLE) is None


def test_inherited_country_leaves_nothing_out() -> None:
    event = _event("grenade", country="NI")
    places = tuple(replace(p, inherited=True) for p in event.places)
    assert muc_type_of(replace(event, places=places), ARTICLE) == "BOMBING"


def test_attack_on_soldiers_alone_is_warfare() -> None:
    event = replace(_event("grenade"), type=EventType.BATTLES, sub_type="Armed clash")
    soldiers, farmers = (
        Actor("soldiers", "target", "state forces"),
        Actor("x", "target", "civilians"),
    )
    assert muc_type_of(replace(event, actors=(soldiers,)), ARTICLE) is None
    assert muc_type_of(replace(event, actors=(soldiers, farmers)), ARTICLE) == "ATTACK"


def test_sum_of_half_a_year_is_no_incident() -> None:
    half_a_year = When(start=date(2024, 1, 1), end=date(2024, 6, 30))
    assert muc_type_of(replace(_event("grenade"), when=half_a_year), ARTICLE) is None


def test_bomb_that_was_defused_was_an_attempt() -> None:
    event = replace(_event("grenade"), sub_type="Disrupted weapons use")
    article = replace(ARTICLE, text=ARTICLE.text.replace("grenade went off", "bomb was defused"))
    assert muc_type_of(event, article) == "BOMBING"
    assert muc_type_of(event, ARTICLE) is None


def test_damage_without_theft_is_an_attack() -> None:
    event = replace(_event("grenade"), sub_type="Looting/property destruction")
    assert muc_type_of(event, ARTICLE) == "ATTACK"
    assert muc_type_of(replace(event, trigger=_event("looted").trigger), ARTICLE) == "ROBBERY"
