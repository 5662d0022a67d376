"""Who took part besides subject and object: shot at, in a bus, at a post, robbed of a town."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.what.antecedents import what_is_counted, with_conjuncts
from dashboard.coding.what.doers import inherited_subjects
from dashboard.coding.what.frames import read_prepositions
from dashboard.model import EventType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Span, Token

    from dashboard.coding.what.triggers import Trigger

FORCES = frozenset({"men", "fighters", "gunmen", "troops", "soldiers", "forces", "militants"})
EXPELLING = frozenset({"drive", "push", "chase", "flush", "expel", "oust", "throw"})
STRIKING = frozenset(
    {"attack", "fire", "excessive force", "riot", "mob", "ambush", "shelling", "grenade"}
    | {"air strike", "assassination", "protest dispersed", "operation", "suicide bomb", "blast"}
)
TAKING_LAND = frozenset({"territory taken", "territory regained"})
FIRE = frozenset({"fire", "gunfire", "shellfire"})
AIMED = ("at", "on", "upon", "against", "into", "towards", "toward")
BESIDE = ("beside", "through", "under", "beneath", "by", "alongside", "inside", "in")
EXPLODING = frozenset({"blast", "suicide bomb", "grenade"})
AGREEING = frozenset({"agree", "sign", "accept", "initial", "ratify", "conclude", "reach", "make"})
CARRYING = frozenset({"carry", "transport", "take", "ferry", "bring", "bear", "convey"})
BELONGING = frozenset({"belong"})
HELD = frozenset({"hold", "man", "guard", "occupy", "run", "own", "use", "staff", "control"})
FULL = frozenset({"full", "packed", "crowded", "loaded"})
MOST = frozenset({"most", "many", "some", "half", "several", "all", "both"})
INSIDE = frozenset({"of", "for", "with"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
NOUNS = frozenset({"NOUN", "PROPN"})
COUNTS = frozenset({"ten", "hundred", "thousand", "dozen", "score"})
CROWDS = frozenset({EventType.PROTESTS, EventType.RIOTS})


def those_struck(trigger: Trigger) -> list[Token]:
    """Return whom somebody fires at, or takes a town from."""
    family, below = trigger.rule.family, trigger.frame.prepositions
    verb = trigger.frame.governor
    if verb is not None and trigger.token.dep_ == "nsubj":
        below = {**read_prepositions(verb), **below}  # "a blast ripped through a bus"
        if family == "suicide bomb":
            # "a bomber drove a car packed with explosives into a convoy"
            below = {**below, "into": tuple(t for w in verb.subtree for t in _into(w))}
    aims: tuple[str, ...] = AIMED if family in STRIKING else ()
    aims = (*aims, *BESIDE) if family in EXPLODING else aims
    aims = ("from",) if family in TAKING_LAND else aims
    aimed = (w for name in aims for t in below.get(name, ()) for w in what_is_counted(t))
    return [t for t in aimed if t.pos_ in NOUNS and not t.ent_type_]


def _into(word: Token) -> list[Token]:
    is_into = word.lower_ == "into" and word.dep_ == "prep"
    return [c for c in word.children if c.dep_ == "pobj"] if is_into else []


def robbed_of_land(trigger: Trigger) -> list[Token]:
    """Return whom "retook the town from the Front" names, be it a name or not."""
    if trigger.rule.family not in TAKING_LAND:
        return []
    if trigger.token.lemma_ in EXPELLING:
        return []  # "drove them from Bara"
    own = [*trigger.frame.prepositions.get("from", ())]
    own += [t for o in trigger.frame.objects for t in _objects_of(o, {"from"})]
    return [t for t in own if t.ent_type_ not in {"GPE", "LOC", "FAC", "DATE", "TIME"}]


def holders_of(thing: Token) -> list[Token]:
    """Return whose a post is: the police of "police posts", of "a post manned by police"."""
    own = [c for c in thing.children if c.dep_ in MODIFIERS and c.pos_ in NOUNS]
    own += [t for t in _objects_of(thing, {"of"}) if t.pos_ in NOUNS]
    for clause in _clauses(thing, HELD):
        agents = (c for c in clause.children if c.dep_ == "agent")
        own += [t for a in agents for t in a.children if t.dep_ == "pobj"]
    return own


def those_inside(thing: Token) -> list[Token]:
    """Return who is in a bus, a boat or a camp: "carrying migrants", "full of pupils"."""
    inside = [t for c in _clauses(thing, CARRYING) for t in c.children if t.dep_ == "dobj"]
    inside += [t for c in _clauses(thing, BELONGING) for t in _objects_of(c, {"to"})]
    full = [c for c in thing.children if c.lower_ in FULL]
    inside += [t for word in (thing, *full) for t in _objects_of(word, INSIDE)]
    return with_conjuncts(inside)


def parties_to(trigger: Trigger) -> list[Token]:
    """Return who makes a truce: "the Front agreed to a truce with the government"."""
    if trigger.rule.family != "agreement":
        return []
    verbs = [trigger.token] if trigger.frame.is_verb else list(trigger.frame.governors)
    agreed = [v for v in verbs if v.lemma_.lower() in AGREEING]
    found = [s for v in agreed for s in _subjects(v)] if not trigger.frame.subjects else []
    found += trigger.frame.prepositions.get("with", ())
    found += [t for v in agreed for t in _objects_of(v, {"with"})]
    return with_conjuncts(found)


def headless_crowd(token: Token, trigger: Trigger) -> Span | None:
    """Return "tens of thousands", "several hundred" where nobody says of whom."""
    if trigger.rule.type not in CROWDS or token.lemma_.lower() not in COUNTS:
        return None
    above = token.head.head
    is_pair = token.dep_ == "pobj" and above.lemma_.lower() in COUNTS
    whole = above if is_pair else token
    is_left_edge = whole.left_edge.dep_ in {"amod", "nummod", "quantmod", "compound"}
    first = whole.left_edge if is_left_edge else whole
    return token.doc[first.i : token.i + 1]


def doer_of(token: Token) -> Token:
    """Return the officers of "officers acting in self-defence shot", parsed as a clause."""
    own = (c for c in token.children if c.dep_ == "nsubj") if token.dep_ == "csubj" else ()
    return next(iter(own), token)


def owners_of_fire(token: Token) -> list[Token]:
    """Return the army of "killed by army fire", the Arlandic of "by Arlandic gunfire"."""
    if token.lemma_.lower() not in FIRE:
        return []
    owners = [c for c in token.children if c.dep_ in MODIFIERS and c.i < token.i]
    return [c for c in owners if c.ent_type_ == "NORP" or c.pos_ in NOUNS]


def crowd_counted(token: Token) -> Token:
    """Return the crowd of "a crowd of about 80", of which the count alone was taken."""
    is_count = token.like_num and token.dep_ == "pobj" and token.head.lower_ == "of"
    return token.head.head if is_count and token.head.head.pos_ == "NOUN" else token


def is_only_of_next(token: Token) -> bool:
    """Whether it is the "Moray" of "farmers and Moray herders", which the parse cuts off."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    is_people = token.ent_type_ == "NORP" and token.dep_ == "conj" and not token.text.endswith("s")
    return is_people and after.tag_ == "NNS" and after.head.i == token.head.i


def included_in(count: Token, end: int) -> list[Token]:
    """Return the children of "17 dead, including five children", "nine of them children"."""
    doc = count.doc
    for mark in (t for t in doc if t.idx >= end and t.lower_ in {"including", "them"}):
        if mark.lower_ == "including":
            return with_conjuncts(c for c in mark.children if c.dep_ == "pobj")
        part = doc[max(0, mark.i - 2)]  # "nine of them", whatever the parse is
        behind = next((t for t in doc[mark.i + 1 : mark.i + 4] if t.pos_ == "NOUN"), None)
        if behind is not None and (part.like_num or part.lower_ in MOST):
            return [behind, *(c for c in behind.conjuncts if c.head.i == behind.i)]
    return []


def _clauses(thing: Token, verbs: frozenset[str]) -> Iterator[Token]:
    return (c for c in thing.children if c.dep_ in {"acl", "relcl"} and c.lemma_ in verbs)


def _objects_of(word: Token, prepositions: Iterable[str]) -> list[Token]:
    links = (c for c in word.children if c.dep_ == "prep" and c.lower_ in prepositions)
    return [c for link in links for c in link.children if c.dep_ == "pobj"]


def _subjects(verb: Token) -> list[Token]:
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    return own or list(inherited_subjects(verb))


def opponents(trigger: Trigger) -> tuple[Token, ...]:
    """Return those whom somebody fights: "clashed with a militia"."""
    if trigger.rule.type not in {EventType.BATTLES, EventType.RIOTS}:
        return ()
    below = trigger.frame.prepositions
    return (*below.get("with", ()), *below.get("against", ()))


def takes_up_band(trigger: Trigger) -> bool:
    """Whether "the group" did it."""
    bands = (t for t in trigger.frame.subjects if t.lemma_ in {"group", "movement"})
    return any(_is_bare_and_definite(t) for t in bands)


def takes_up_doers(trigger: Trigger) -> bool:
    """Whether "they", "the group" or "its men" did it: those of whom the text told before."""
    return takes_up_band(trigger) or any(
        t.lower_ == "they"
        or (t.lower_ in FORCES and any(c.lower_ in {"its", "their"} for c in t.children))
        for t in trigger.frame.subjects
    )


def _is_bare_and_definite(noun: Token) -> bool:
    return [c.lower_ for c in noun.children if c.dep_ != "punct"] in (["the"], ["this"])
