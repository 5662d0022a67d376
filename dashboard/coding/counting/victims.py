"""Who was killed besides the object of the verb: "as were two medics", "and nine guests died"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from dashboard.coding.counting.people import NOT_PEOPLE_LEMMAS

if TYPE_CHECKING:
    from spacy.tokens import Token


def killed_as_well(verb: Token) -> tuple[Token, ...]:
    """Return the medics of "a nurse was killed, as were two medics", "along with two medics"."""
    doc = verb.doc
    beside = [c for c in verb.children if c.lower_ in {"along", "alongside", "with"}]
    beside = [c for c in beside if c.lower_ != "with" or _is_together(c)]
    links = [w for b in beside for w in (b, *b.children) if w.lower_ in {"with", "alongside"}]
    if links:
        # "killed together with four of his men"
        return tuple(w for link in links for w in link.children if w.dep_ == "pobj")
    at = next((w.i for w in doc[verb.i + 1 : verb.i + 3] if w.lower_ == "as"), None)
    if at is None or doc[at + 1 : at + 2].text.lower() not in {"was", "were"}:
        return ()
    listed = takewhile(lambda w: not w.is_punct and w.dep_ != "prep", doc[at + 2 :])
    return tuple(w for w in listed if any(_is_count(c) for c in w.children))


def _is_together(word: Token) -> bool:
    return word.i > 0 and word.nbor(-1).lower_ == "together"


def counted_right_before(verb: Token) -> tuple[Token, ...]:
    """Return the guests of "hit it on 12 May and nine guests died", whatever the parse is."""
    has_own = any(c.dep_ == "nsubj" for c in verb.children)
    noun = verb.nbor(-1) if verb.i else verb
    is_counted = any(c.dep_ == "nummod" and c.i == noun.i - 1 for c in noun.children)
    is_people = noun.pos_ == "NOUN" and noun.lemma_.lower() not in NOT_PEOPLE_LEMMAS
    return (noun,) if not has_own and is_counted and is_people else ()


def those_waiting(verb: Token) -> tuple[Token, ...]:
    """Return the people of "27 people waiting for food were killed", parsed as a clause."""
    clauses = (c for c in verb.lefts if c.dep_ == "csubjpass" and c.tag_ == "VBG")
    return tuple(n for c in clauses for n in c.lefts if n.dep_ == "nsubj")


def counted_beside(verb: Token) -> tuple[Token, ...]:
    """Return the dozen of "three were killed and more than a dozen injured"."""
    count = verb.nbor(-1) if verb.i else verb
    is_count = count.head.i == verb.i and count.ent_type_ == "CARDINAL"
    return (count,) if is_count and count.dep_ in {"npadvmod", "dep", "nummod"} else ()


def _is_count(word: Token) -> bool:
    return word.dep_ == "nummod" or word.lower_ in {"a", "an"}
