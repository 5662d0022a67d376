"""Plans that the text goes on to call off: "planned to march on Monday, but the march was ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dashboard.coding.drafts import Draft
    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon

REACH = 3
"""Sentences; farther back the plan may well be another."""


def leave_out_called_off(
    drafts: Sequence[Draft], parsed: Iterable[tuple[Sentence, Doc]], lexicon: Lexicon
) -> tuple[Draft, ...]:
    """Return the events without those planned that are called off at once or soon after."""
    ended = [(s.number, noun) for s, doc in parsed for noun in _called_off(doc, lexicon)]
    return tuple(
        d for d in drafts if not any(_is_planned(d, noun, number) for number, noun in ended)
    )


def _called_off(doc: Doc, lexicon: Lexicon) -> Iterator[Token]:
    """Yield the march of "the march was called off", "the union cancelled the march"."""
    for verb in (t for t in doc if t.tag_ in {"VBD", "VBN", "VBZ"}):
        is_off = verb.lemma_ == "call" and any(c.lower_ == "off" for c in verb.children)
        if not is_off and verb.lemma_.lower() not in lexicon.phrases["cancel"] - {"suspend"}:
            continue
        if any(
            c.dep_ in {"neg", "aux"} and c.lower_ not in {"has", "have", "had"}
            for c in verb.children
        ):
            continue
        yield from (c for c in verb.children if c.dep_ in {"nsubjpass", "dobj"})


def _is_planned(draft: Draft, noun: Token, number: int) -> bool:
    """Whether it is the very plan that a later word names: "the march", "it"."""
    is_near = 0 <= number - draft.sentence.number <= REACH
    is_named = noun.lemma_.lower() in draft.lemmas or noun.lower_ == "it"
    is_known = noun.lower_ == "it" or any(
        c.lower_ in {"the", "this", "that", "its", "their"} for c in noun.children
    )
    return is_near and is_named and is_known and draft.standing.status is Status.PLANNED
