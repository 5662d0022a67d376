"""Every row of the lexicon is tested by its own example sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.coding import EventCoder, load_lexicon
from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding.lexicon import Rule


RULES = [rule for rules in load_lexicon().rules.values() for rule in rules]


def name_of(rule: Rule) -> str:
    needs = " ".join(
        "|".join("=".join(c) for c in need.choices) + "!" * need.is_forbidden for need in rule.needs
    )
    return f"{rule.lemma}-{rule.pos} {needs}"


@pytest.mark.parametrize("rule", [r for r in RULES if r.type], ids=name_of)
def test_example_is_coded_as_its_row_says(rule: Rule, coder: EventCoder) -> None:
    events = coder.code(make_article(rule.example), resolve(rule.example))
    assert [(e.type, e.sub_type) for e in events] == [(rule.type, rule.sub_type)]


@pytest.mark.parametrize("rule", [r for r in RULES if not r.type], ids=name_of)
def test_example_of_no_event_is_not_coded(rule: Rule, coder: EventCoder) -> None:
    assert coder.code(make_article(rule.example), resolve(rule.example)) == ()
