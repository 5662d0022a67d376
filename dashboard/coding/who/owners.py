"""Whose men, aircraft or spokesman it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.coding.what.triggers import Trigger

SPEAKING = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "official", "commander", "channel", "leader"}
    | {"statement", "source", "commander", "wing", "media", "outlet", "account"}
)
BELONGING = frozenset({"of", "for", "in", "from", "within", "with"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
OWNING = frozenset({"NORP", "GPE", "ORG"})
# What may stand between a band and its deed: "an ISWAP car bomb attack".
MEANS = ("airborne", "bomb", "explosive", "shell", "vehicle", "weapon", "vest")
MEANS_WORDS = frozenset({"suicide", "gun", "ground", "night", "artillery", "mortar", "deadly"})
# Done to a band as often as by it: "the Taliban air strike", "the ISIS operation".
DONE_TO = frozenset({"air strike", "operation", "arrest", "seizure"})
LONGEST_NAME = 5


def whose(token: Token) -> list[Token]:
    """Return whose a thing is: the army of "an army helicopter"."""
    return [c for c in token.children if c.dep_ in MODIFIERS and c.pos_ in {"PROPN", "NOUN", "ADJ"}]


def named_owners(token: Token) -> list[Token]:
    """Return those of them that have a name: the "Arlandic" of "an Arlandic helicopter"."""
    return [c for c in whose(token) if c.pos_ == "PROPN" or c.ent_type_ in OWNING]


def those_in(token: Token) -> list[Token]:
    """Return the body that somebody belongs to: "a source in the security service"."""
    inside = (c for c in token.children if c.lower_ in BELONGING)
    return [c for i in inside for c in i.children if c.dep_ == "pobj"]


def speaker_above(token: Token) -> Token | None:
    """Return whose men they are: "the front said that its men had taken the town"."""
    clause = token.head
    if clause.dep_ != "ccomp":
        return None
    subjects = (c for c in clause.head.children if c.dep_ == "nsubj" and c.pos_ != "PRON")
    speaker = next(subjects, None)
    if speaker is None or speaker.lemma_.lower() not in SPEAKING:
        return speaker
    return next(iter((*those_in(speaker), *named_owners(speaker))), None)


def band_before(trigger: Trigger, lexicon: Lexicon) -> Span | None:
    """Return the band whose name stands before its deed: "an ISWAP ambush"."""
    if trigger.frame.is_verb or trigger.rule.family in DONE_TO:
        return None
    deed = trigger.token
    end = deed.i
    while end > deed.left_edge.i and _is_means(deed.doc[end - 1], lexicon):
        end -= 1
    runs = (deed.doc[start:end] for start in range(max(0, end - LONGEST_NAME), end))
    return next((run for run in runs if run.text.lower() in lexicon.organisations), None)


def _is_means(word: Token, lexicon: Lexicon) -> bool:
    lemma = word.lemma_.lower()
    return lemma in MEANS_WORDS or any(lexicon.is_in(lemma, c) for c in MEANS)
