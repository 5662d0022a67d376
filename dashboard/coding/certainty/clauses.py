"""The way up from a word to the verbs that its clause hangs on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon


FUTURE = frozenset({"will", "'ll", "wo", "shall"})
# A clause with one of these tells the time or the background; it presupposes its event.
BACKGROUND_WORDS = frozenset(
    {"after", "since", "before", "following", "when", "as", "while", "though", "although", "until"}
)


def path_up(token: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Yield the word and its heads up to the root; stops where the clause is only a background."""
    yield token
    for child, head in zip((token, *token.ancestors), token.ancestors, strict=False):
        if child.i != token.i and _is_plain_noun(child, lexicon):
            return
        # "new operations, including the attack of 2009": the list gives facts.
        if child.lower_ in {"including", "like"} and token.pos_ == "NOUN":
            return
        # "soldiers dragged out students; dozens were never seen again": two statements.
        if ";" in {w.text for w in token.doc[min(child.i, head.i) : max(child.i, head.i)]}:
            return
        # "Residents stoned him to death, so drivers should not stop": the first is told as done.
        # But "..., and four were killed, the governor confirmed" is all the governor's word.
        saying = lexicon.phrases["say"] | lexicon.phrases["claim"]
        is_told = head.lemma_.lower() in saying and not _follows_from(child, head)
        if not is_told and _stands_before(child, head):
            return
        # "the claim has been disputed after the attack": what is said of the main verb does not
        # reach into an adjunct that presupposes the event.
        if _is_presupposed(child, head):
            return
        yield head


def _is_plain_noun(word: Token, lexicon: Lexicon) -> bool:
    """Whether the event is told inside a phrase about something else: "deaths in the clashes"."""
    if word.pos_ not in {"NOUN", "PROPN"}:
        return False
    telling = lexicon.phrases["unreal noun"] | lexicon.phrases["speculation"]
    lemma = word.lemma_.lower()
    return lemma not in telling and not lexicon.is_event_noun(lemma)


def _stands_before(child: Token, head: Token) -> bool:
    """Whether a statement comes first and another follows: "..., so ...", "..., but ..."."""
    between = [w.lower_ for w in head.doc[child.i : head.i]]
    pairs = pairwise(between)
    is_joined = any(first == "," and then in {"so", "but", "and", "yet"} for first, then in pairs)
    helpers = (c for c in child.children if c.dep_ in {"aux", "auxpass"})
    is_finite = any(w.tag_ in {"VBD", "VBZ", "VBP"} for w in (child, *helpers))
    return child.dep_ == "ccomp" and is_finite and is_joined


def _follows_from(child: Token, head: Token) -> bool:
    """Whether it is "two were shot, so we insist on armour": nobody says the first."""
    return any(w.lower_ == "so" and w.head.i == head.i for w in head.doc[child.i : head.i])


def _is_presupposed(child: Token, head: Token) -> bool:
    if child.dep_ == "relcl":
        return not is_infinitive(child)
    if child.dep_ in {"ccomp", "pcomp"} and any(c.lower_ == "why" for c in child.children):
        # "should explain why the siege shocked Europe"
        return True
    if child.dep_ == "prep" and child.lower_ == "over" and child.head.pos_ == "VERB":
        # "plan to march over the killing of a farmer"
        return True
    if child.dep_ in {"advcl", "prep"} and head.pos_ in {"VERB", "AUX"}:
        words = {child.lower_, *(c.lower_ for c in child.children if c.dep_ in {"mark", "advmod"})}
        is_forecast = "when" in words and any(c.lower_ in FUTURE for c in head.children)
        return bool(words & BACKGROUND_WORDS) and not is_forecast
    return False


def is_infinitive(token: Token) -> bool:
    """Whether it is "to attack"."""
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in token.children)


def is_joined_to(event: Token, word: Token) -> bool:
    """Whether it is told beside a word: "foiled a bombing and killed two"."""
    return any(w.dep_ == "conj" and w.head.i == word.i for w in (event, *event.ancestors))


def is_outcome_of(event: Token, word: Token) -> bool:
    """Whether it is what a deed led to: "foiled a bombing, killing two"."""
    clause = next((w for w in (event, *event.ancestors) if w.head.i == word.i), None)
    return clause is not None and clause.dep_ == "advcl" and clause.tag_ == "VBG"


def has_own_clause(event: Token, verb: Token) -> bool:
    """Whether a noun has a clause of its own before what is said of it."""
    is_subject = event.dep_ in {"nsubj", "nsubjpass"} and event.head.i == verb.i
    return is_subject and any(c.dep_ in {"relcl", "acl"} for c in event.children)


def is_accused_of(deed: Token) -> bool:
    """Whether it is "accuse the army of having shelled the camp": the word of the accusers."""
    if deed.dep_ != "pcomp" or deed.head.lower_ != "of":
        return False
    return any(w.lemma_ == "accuse" for w in (deed.head.head, deed.head.head.head))
