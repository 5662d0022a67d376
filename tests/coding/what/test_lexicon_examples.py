"""Every row of the lexicon is tested by its own example sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from dashboard.coding import EventCoder, load_lexicon
from tests.coding.inflecting import reword
from tests.coding.making import make_article, resolve

if TYPE_CHECKING:
    from dashboard.coding.what.lexicon import Rule


LEXICON = load_lexicon()
RULES = [rule for rules in LEXICON.rules.values() for rule in rules]


def example_of(rule: Rule) -> str:
    """Return the row's example; of a row for several words, with the word of this rule."""
    return reword(rule.example, rule.words[0], rule.lemma, LEXICON.forms)


def name_of(rule: Rule) -> str:
    needs = " ".join(
        "|".join("=".join(c) for c in need.choices) + "!" * need.is_forbidden for need in rule.needs
    )
    return f"{rule.lemma}-{rule.pos} {needs}"


@pytest.mark.parametrize("rule", [r for r in RULES if r.type], ids=name_of)
def test_example_is_coded_as_its_row_says(rule: Rule, coder: EventCoder) -> None:
    text = example_of(rule)
    events = coder.code(make_article(text), resolve(text))
    assert [(e.type, e.sub_type) for e in events] == [(rule.type, rule.sub_type)]


@pytest.mark.parametrize("rule", [r for r in RULES if not r.type], ids=name_of)
def test_example_of_no_event_is_not_coded(rule: Rule, coder: EventCoder) -> None:
    text = example_of(rule)
    assert coder.code(make_article(text), resolve(text)) == ()


def test_no_row_stands_twice() -> None:
    # Two people may add rows at once (`.gitattributes`); one that both changed would be double.
    rows = Counter((r.words, r.pos, r.example) for r in RULES if r.lemma == r.words[0])
    assert [row for row, count in rows.items() if count > 1] == []
