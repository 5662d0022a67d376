"""What a count, a list or a pronoun of a sentence stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

MAX_CLIMB = 12
# "hundreds of students": the people are in the phrase that hangs on the count.
PARTITIVES = frozenset(
    {"hundred", "thousand", "million", "dozen", "dozens", "ten", "score", "half", "part", "all"}
    | {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "most", "many"}
    | {"some", "several", "few", "majority", "handful", "pair", "couple", "number", "element"}
    | {
        "group",
        "band",
        "team",
        "crew",
        "gang",
        "crowd",
        "throng",
        "pool",
        "block",
        "range",
        "pocket",
    }
    | {"column", "convoy", "alliance", "coalition", "series", "wave", "spate", "string", "round"}
    | {"volley", "salvo", "hail", "barrage", "truckload", "boatload", "container", "shipment"}
    | {"consignment", "cargo", "load", "haul", "stash", "store", "crate", "cylinder", "canister"}
    | {"tonne", "ton", "row", "platoon", "company", "contingent", "detachment"}
    | {"day", "week", "month", "hour", "night"}
    | {"much", "bulk", "rest", "quarter", "third", "stick", "sack", "case"}
)
# "A commander in the war who fled": nobody but a person is "who".
LIFELESS = frozenset(
    {"war", "conflict", "fighting", "battle", "siege", "uprising", "revolution", "revolt", "coup"}
    | {"insurgency", "insurrection", "rebellion", "rising", "campaign", "offensive", "operation"}
    | {"attack", "raid", "ambush", "massacre", "protest", "election", "crisis", "year", "era"}
)
SPEAKERS = frozenset({"it", "they", "he", "she", "we"})
# "The army announced that he had been killed": neither a body nor who speaks for it is "he".
BODIES = frozenset(
    {"army", "police", "military", "navy", "force", "ministry", "government", "group", "front"}
    | {"movement", "militia", "state", "command", "agency", "council", "party"}
    | {"spokesman", "spokeswoman", "spokesperson", "official", "statement", "report"}
)
RELATIVE = frozenset({"who", "which", "that", "whom"})
VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def with_conjuncts(tokens: Iterable[Token]) -> list[Token]:
    """Return words with those joined to them by "and" or "or"."""
    seen: dict[int, Token] = {}
    for token in tokens:
        for word in (token, *token.conjuncts):
            if word.i >= token.i:
                seen.setdefault(word.i, word)
    return list(seen.values())


def find_antecedents(tokens: Iterable[Token], verb: Token) -> Iterator[Token]:
    """Yield the words themselves; a pronoun is replaced by what it stands for."""
    for token in tokens:
        if token.lower_ in RELATIVE and token.pos_ in {"PRON", "SCONJ", "DET"}:
            clause = next((a for a in (verb, *verb.ancestors) if a.dep_ == "relcl"), None)
            yield from what_is_counted(_whose(clause) if clause is not None else token)
        else:
            yield from what_is_counted(_named_before(token, verb) or token)


def _whose(clause: Token) -> Token:
    """Return the noun that a relative clause tells of; "who" is no war, but who was in it."""
    noun = clause.head
    is_person = any(c.lower_ in {"who", "whom"} for c in clause.children)
    above = noun.head.head
    if is_person and noun.lemma_.lower() in LIFELESS and noun.dep_ == "pobj":
        return above if above.pos_ in {"NOUN", "PROPN"} else noun
    return noun


def what_is_counted(token: Token) -> Iterator[Token]:
    """Yield what a count or a quantity is made of: the students of "hundreds of students"."""
    for _ in range(MAX_CLIMB):
        ofs = [c for c in token.children if c.lower_ == "of"]
        inner = next((c for of in ofs for c in of.children if c.dep_ == "pobj"), None)
        if inner is None or not (token.lemma_.lower() in PARTITIVES or token.like_num):
            break
        token = inner
    yield token


def _named_before(token: Token, verb: Token) -> Token | None:
    """Return the noun of the sentence that a pronoun stands for, where the parse tells."""
    if token.lower_ in SPEAKERS and token.dep_ in SUBJECTS:
        noun = _subject_above(verb)
        is_body = noun is not None and noun.lemma_.lower() in BODIES
        return None if is_body and token.lower_ in {"he", "she"} else noun
    if token.lower_ not in {"them", "it"} or verb.dep_ != "conj":
        return None
    # "rebels entered, and troops drove them out"; "they caught a man and beat him"
    has_own = any(c.dep_ == "nsubj" for c in verb.children)
    role = "nsubj" if has_own and token.dep_ != "nsubj" else "dobj"
    return next((c for c in verb.head.children if c.dep_ == role), None)


def _subject_above(verb: Token) -> Token | None:
    """Return whom "they" means: "the army says it has cleared", "shot while they stood guard"."""
    if any(c.lower_ == "since" for c in verb.children):
        # "... have split since they moved": it only tells the time.
        return None
    word = verb
    is_one = any(c.lower_ == "it" and c.dep_ in SUBJECTS for c in verb.children)
    while word.dep_ in {"ccomp", "advcl", "relcl", "conj"} and word.head.i != word.i:
        is_saying = word.dep_ == "ccomp"
        is_relative = word.dep_ == "relcl"
        word = word.head
        while is_relative and word.pos_ not in VERBAL and word.head.i != word.i:
            word = word.head
        nouns = [c for c in word.children if c.dep_ in SUBJECTS and c.pos_ != "PRON"]
        # "the army said the men it killed were rebels": not the men
        nouns = [c for c in nouns if not (verb.dep_ == "relcl" and c.i == verb.head.i)]
        if nouns and _is_of_next_clause(nouns[0], verb):
            return None
        if nouns and (is_saying or nouns[0].tag_ in {"NNS", "NNPS"} or is_one):
            return nouns[0]
    # "If the rebels lose the port, they could storm the city."
    clauses = (c for c in verb.children if c.dep_ == "advcl" and c.i < verb.i)
    nouns = [t for c in clauses for t in c.children if t.dep_ in SUBJECTS and t.tag_ == "NNS"]
    return nouns[0] if nouns else None


def _is_of_next_clause(noun: Token, verb: Token) -> bool:
    """Whether a subject comes after a verb and cannot be whom it means.

    "They attacked Bara; Kolun sent help", "When it fell, half of the garrison was sent south".
    """
    between = verb.doc[verb.i : max(verb.i, noun.i)]
    return any(w.text == ";" for w in between) or (len(between) > 0 and noun.dep_ == "nsubjpass")
