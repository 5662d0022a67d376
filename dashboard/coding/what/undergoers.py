"""Those whom an event befell, where its noun stands apart from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.what.slips import counted_whole, is_headline, particles_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

HARMING = frozenset(
    {"kill", "wound", "injure", "hurt", "shoot", "murder", "slay", "maim"}
    | {"martyr", "behead", "massacre", "slaughter"}
)
LOSSES = frozenset({"casualty", "injury", "loss", "death", "martyr", "victim", "fatality"})
DYING = frozenset({"die", "perish", "fall"})
COSTING = frozenset({"cost", "claim", "take"})
# The subject of these verbs is the one to whom it is done: "the garrison repelled an attack".
UNDERGOING = frozenset(
    {"come", "suffer", "survive", "face", "withstand", "repel", "repulse", "sustain", "escape"}
)
OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "dative"})
NOUNS = frozenset({"NN", "NNS", "NNPS", "CD"})
# "killed at least 12": the number of the dead, and no place.
BOUNDS = frozenset({"at", "up", "over", "about", "around", "more", "some", "nearly", "between"})


def undergoers(noun: Token, verb: Token) -> list[Token]:
    """Return those to whom it was done, by the verb that a noun hangs on.

    "Came under attack", "killed nine people in an ambush", "the attack killed nine".
    """
    lemma = verb.lemma_.lower()
    is_repelled = bool(particles_of(verb) & {"back", "off"})
    if lemma in UNDERGOING or (is_repelled and noun.dep_ == "dobj"):
        return _children(verb, {"nsubj"})
    if lemma in HARMING and noun.dep_ == "nsubj" and noun.head.i == verb.i:
        return _children(verb, OBJECTS)
    if lemma in COSTING and noun.dep_ == "nsubj":
        # "the raid cost the lives of 44 commandos", "cost 44 commandos their lives"
        return [t for c in _children(verb, OBJECTS) for t in _whose_lives(c)]
    is_in = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "during", "by"}
    place = noun.head.head
    # "shot dead by soldiers in a raid": the parse hangs the raid on the soldiers.
    above = place.head.head if place.head.dep_ == "agent" else place.head
    if not is_in or verb.i not in {place.i, above.i}:
        return []
    if lemma in DYING:
        return _children(verb, {"nsubj"})
    return _harmed(verb) if lemma in HARMING else []


def _harmed(verb: Token) -> list[Token]:
    """Return those who were killed or hurt: what was done to whom, in whole or short words."""
    objects = _children(verb, OBJECTS)
    if objects or verb.tag_ not in {"VBN", "VBD"}:
        return objects
    return victims_before(verb, _children(verb, {"nsubj"}))


def is_short_passive(verb: Token) -> bool:
    """Whether it is "eight rebels killed in a raid", without the "were" of a whole sentence."""
    below = {c.dep_ for c in verb.children}
    if verb.lemma_ not in HARMING or verb.tag_ not in {"VBN", "VBD"}:
        return False
    if below & {"dobj", "aux", "auxpass", "nsubjpass", "dative", "neg", "expl"}:
        return False
    if objects_of_next(verb):
        return False
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    after = verb.doc[verb.i + 1 : verb.i + 3]
    if not subjects or any(w.like_num or w.lower_ in BOUNDS for w in after):
        return False
    noun = subjects[-1]
    is_counted = noun.like_num or any(c.dep_ == "nummod" for c in noun.children)
    return noun.tag_ in NOUNS and (is_counted or is_headline(verb.doc))


def objects_of_next(verb: Token) -> tuple[Token, ...]:
    """Return the villagers of "the rebels killed and abducted villagers"."""
    if verb.dep_ == "amod":
        return ()  # "they treated nine wounded and buried three"
    joined = [w for w in verb.conjuncts if w.i > verb.i and w.pos_ == "VERB"]
    own = [w for w in joined if not any(c.dep_ in {"nsubj", "nsubjpass"} for c in w.children)]
    return tuple(c for w in own for c in w.children if c.dep_ == "dobj")


def victims_before(verb: Token, subjects: list[Token]) -> list[Token]:
    """Return whom "killed" or "were killed" was done to, with the list that they end."""
    if verb.dep_ in {"acl", "relcl"}:
        ends = [counted_whole(verb.head)] if verb.lemma_ in HARMING else [verb.head]
    else:
        ends = [t for t in subjects if t.dep_ == "nsubjpass"]
        if is_short_passive(verb):
            ends = [t for t in subjects if t.dep_ == "nsubj"][-1:]
    return [*listed_before(ends[0]), *ends] if ends and verb.lemma_ in HARMING else ends


def listed_before(victim: Token) -> list[Token]:
    """Return the rebels of "Nine rebels, one soldier killed in Bara", whatever the parse is."""
    doc, left = victim.doc, victim.left_edge.i
    found: list[Token] = []
    while left > 1 and doc[left - 1].lower_ in {",", "and", "&"}:
        noun = doc[left - 2]
        is_counted = noun.like_num or any(c.dep_ == "nummod" for c in noun.children)
        if noun.tag_ not in NOUNS or not is_counted:
            break
        found.append(noun)
        left = min(w.left_edge.i for w in (noun, *noun.children) if w.i <= noun.i)
    # "Blast in Bara, 10 guards, a driver killed": a place is none of the dead.
    is_after_place = left > 1 and doc[left - 1].text == "," and doc[left - 2].tag_ == "NNP"
    is_whole = left == 0 or is_after_place or doc[left - 1].text in {":", ";", "-", "–"}
    return found[::-1] if is_whole else []


def _whose_lives(token: Token) -> list[Token]:
    if token.lemma_.lower() != "life":
        return [token]
    owners = [t for c in token.children if c.lower_ == "of" for t in c.children]
    return [t for t in owners if t.dep_ == "pobj"]


def fallen_in(noun: Token) -> Iterator[Token]:
    """Yield who fell, as a relative clause tells: "the raid in which nine soldiers died"."""
    for clause in (c for c in noun.children if c.dep_ == "relcl"):
        if clause.lemma_.lower() in DYING:
            yield from _children(clause, {"nsubj"})
        elif clause.lemma_.lower() in HARMING:
            yield from _children(clause, OBJECTS)


def _children(token: Token, relations: frozenset[str] | set[str]) -> list[Token]:
    relative = {"who", "which", "that", "whom"}
    return [c for c in token.children if c.dep_ in relations and c.lower_ not in relative]


def is_done_to_head(verb: Token) -> bool:
    """Whether it is "the four men it killed": a clause without "whom"."""
    links = {"who", "which", "that", "whom", "where", "when"}
    has_doer = any(c.dep_ == "nsubj" and c.lower_ not in links for c in verb.children)
    is_bare = not any(c.lower_ in links for c in verb.children)
    return has_doer and is_bare and verb.lemma_ in HARMING
