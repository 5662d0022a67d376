"""Known slips of the parse: headlines without "were", subjects that it loses on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PARTICLES = frozenset({"prt", "advmod", "prep", "oprd"})
# "Gunned down the mayor", "blew up the bridge": the model takes the particle for a preposition.
PARTICLE_VERBS = frozenset(
    {"gun", "shoot", "cut", "mow", "hack", "pull", "tear", "put", "lay", "bring", "knock", "take"}
    | {"round", "blow", "pick", "hand", "turn", "set", "break", "hold", "burn", "block", "call"}
)
UP_OR_DOWN = frozenset({"up", "down", "off", "over"})
HEADLINE_FORMS = frozenset(
    f"{verb}{ending}"
    for verb in ("target", "hit", "kill", "leave", "cause", "rock", "shake", "wound", "claim")
    for ending in ("", "s")
)
SENTENCE_ENDS = frozenset({".", "!", "?", '"', "”", "’", ")", "]", ":", ";"})


def subjects_led_astray(token: Token) -> list[Token]:
    """Return the subject of "a missile fired from Bara struck", taken for "Bara struck".

    Or that of "a jet chasing rebels struck", taken for rebels of some kind.
    """
    first = token.head
    own = [c for c in token.children if c.dep_ == "nsubj"]
    if len(own) == 1 and _is_one_of_many(own[0]):
        parts = [w for w in own[0].subtree if w.i < own[0].i and w.lower_.endswith("ing")]
        return [w.nbor(-1) for w in parts[:1] if w.i > 0 and w.nbor(-1).tag_ in {"NN", "NNP"}]
    is_bare = token.dep_ in {"advcl", "ccomp"} and token.tag_ == "VBD" and len(own) == 1
    if not is_bare or first.tag_ != "VBD" or first.i > token.i:
        return []
    if any(c.dep_ == "mark" for c in token.children):
        return []
    start = own[0].left_edge.i
    links = [c for c in first.children if c.dep_ == "prep" and c.i == start - 1]
    is_open = bool(links) and not any(c.dep_ == "pobj" for c in links[0].children)
    return [c for c in first.children if c.dep_ == "nsubj"] if is_open else []


def is_first_of_two(token: Token) -> bool:
    """Whether it is the coup of "a coup and ethnic clashes", which the parse joins to "ethnic"."""
    joined = [c for c in token.children if c.dep_ == "conj" and c.i > token.i]
    is_noun = token.dep_ == "nmod" and token.tag_ in {"NN", "NNS"}
    return is_noun and bool(joined) and all(c.tag_ == "JJ" for c in joined)


def _is_one_of_many(noun: Token) -> bool:
    """Whether it is "a ... rebels": the article belongs to another word."""
    is_plural = noun.tag_ in {"NNS", "NNPS"}
    is_counted = any(c.lower_ in {"few", "dozen", "couple", "hundred"} for c in noun.subtree)
    return is_plural and not is_counted and any(c.lower_ in {"a", "an"} for c in noun.children)


def objects_led_astray(token: Token) -> list[Token]:
    """Return the objects that the parse makes something else of.

    "Broke up a march" becomes a date, "took two workers hostage" a clause, "won both back" a
    manner.
    """
    found = [c for c in token.children if c.dep_ == "npadvmod" and c.text == "march"]
    after = token.doc[token.i + 1 : token.i + 2]
    found += [w for w in after if w.lower_ == "both" and w.dep_ in {"advmod", "dep"}]
    after_verb = [w for w in after if w.dep_ in {"prep", "prt"} and w.lower_ in UP_OR_DOWN]
    if token.lemma_ in PARTICLE_VERBS:
        found += [c for w in after_verb for c in w.children if c.dep_ == "pobj"]
    # "shot dead eight people", "burned alive nine": taken for a time, or for what somebody became
    found += [
        c
        for c in token.children
        if c.dep_ in {"npadvmod", "oprd"} and c.doc[c.left_edge.i - 1].lower_ in {"dead", "alive"}
    ]
    clauses = [
        c for c in token.children if c.dep_ == "ccomp" and c.lower_ in {"hostage", "captive"}
    ]
    return [*found, *(t for c in clauses for t in c.children if t.dep_ == "nsubj")]


def counted_whole(noun: Token) -> Token:
    """Return the two of "two members of the brigade killed", hung on the brigade by the parse."""
    whole = noun.head.head
    is_part = noun.dep_ == "pobj" and noun.head.lower_ in {"of", "from"} and whole.pos_ == "NOUN"
    counts = (c for n in (noun, whole) for c in n.children if c.dep_ == "nummod")
    return whole if is_part and [c.head.i for c in counts] == [whole.i] else noun


def swallowed_subjects(token: Token) -> list[Token]:
    """Return the subject that the parse takes into a date: "On 3 May rebels swept into".

    Or into a name: "In the village of Bara rebels came at night and burned ...".
    """
    verb = token.head if token.dep_ == "conj" else token
    is_finite = verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.dep_ in {"ROOT", "ccomp"}
    if not is_finite or any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        return []
    preps = [c for c in verb.children if c.dep_ == "prep" and c.i < verb.i]
    nouns = [n for p in preps for n in p.children if n.dep_ == "pobj" and n.tag_ == "NNS"]
    dated = {"DATE", "TIME"}
    found = [n for n in nouns if any(c.ent_type_ in dated for c in n.children)]
    last = verb.doc[max(0, verb.i - 1)]
    is_named = last.tag_ == "NNS" and any(c.tag_ == "NNP" for c in last.children)
    is_before = any(p.is_ancestor(last) for p in preps)
    return found or ([last] if is_named and is_before else [])


def is_passive_of_headline(token: Token) -> bool:
    """Whether it is "Kidnapped nuns freed after two weeks": a headline leaves out "were"."""
    is_bare = not any(c.dep_ in {"aux", "auxpass", "dobj"} for c in token.children)
    is_root = token.dep_ == "ROOT" and token.tag_ in {"VBN", "VBD"}
    return is_headline(token.doc) and is_bare and is_root


def is_headline(doc: Doc) -> bool:
    """Whether it ends without a stop, as headlines do."""
    return doc[len(doc) - 1].text not in SENTENCE_ENDS


def main_noun(token: Token) -> Token | None:
    """Return the subject of "Masked men with clubs descended on", hung on the clubs."""
    root = next((w for w in token.ancestors if w.dep_ == "ROOT"), token)
    is_main = token.tag_ == "VBD" and token.i > root.i and token.head.i == token.i - 1
    return root if is_main and root.tag_ in {"NNS", "NNP", "NN"} else None


def is_subject_of_headline(noun: Token) -> bool:
    """Whether it is "shelling targets Bara", where the parse makes one noun of it."""
    verb = noun.head
    if verb.i != noun.i + 1 or verb.lower_ not in HEADLINE_FORMS or verb.pos_ in {"VERB", "AUX"}:
        return False
    after = verb.doc[verb.i + 1 : verb.i + 2]
    return any(w.pos_ in {"PROPN", "DET", "NUM"} or w.tag_ in {"NNS", "RB", "JJ"} for w in after)


def has_other_verb(token: Token) -> bool:
    """Whether its sentence has another verb; not "... at marchers as anger grows"."""
    roots = (w for w in token.doc if w.dep_ == "ROOT" and w.tag_ in {"VBD", "VBZ", "VBP"})
    return any(
        not any(w.lower_ in {"as", "after"} for w in token.doc[token.i : root.i]) for root in roots
    )


def is_state_of(noun: Token, verb: Token) -> bool:
    """Whether it is "are back in control of": the subject holds what the noun says."""
    is_copula = verb.lemma_.lower() in {"be", "remain", "stay"}
    return is_copula and noun.dep_ == "pobj" and noun.head.lower_ == "in"


def particles_of(token: Token) -> frozenset[str]:
    """Return the particles; the parse takes some for prepositions, but never "In May they ...".

    Nor "took the garrison on 4 May", which is not "took on".
    """
    found = (c for c in token.children if c.dep_ in PARTICLES)
    return frozenset(
        c.lower_ for c in found if c.dep_ != "prep" or (c.i > token.i and not _is_of_day(c))
    )


def _is_of_day(preposition: Token) -> bool:
    below = [c for c in preposition.children if c.dep_ == "pobj"]
    return bool(below) and all(c.ent_type_ in {"DATE", "TIME"} for c in below)


def is_within(event: Token, word: Token) -> bool:
    """Whether an event is where a phrase says that something happened: "rebels in a raid"."""
    is_inside = event.dep_ == "pobj" and event.head.lower_ in {"in", "during"}
    return is_inside and event.head.head.i == word.i


def what_follows_day(day: Token) -> list[Token]:
    """Return the town of "the capture on Thursday of the town", hung on the day by the parse."""
    ofs = [c for c in day.children if c.lower_ == "of"] if day.ent_type_ == "DATE" else []
    return [t for of in ofs for t in of.children if t.dep_ == "pobj" and t.ent_type_ != "DATE"]


def shares_passive(verb: Token) -> bool:
    """Whether it is "were taken off a bus and shot", "was found murdered"."""
    is_participle = verb.tag_ in {"VBN", "VBD"} and verb.dep_ in {"conj", "xcomp", "oprd"}
    own = any(c.dep_ in {"nsubj", "auxpass"} for c in verb.children)
    return is_participle and not own and any(c.dep_ == "nsubjpass" for c in verb.head.children)


def is_in_name(token: Token) -> bool:
    """Whether a name ends with it: the "Liberation" of "Army for the Liberation of Arland"."""
    before = token.doc[max(0, token.i - 3) : token.i]
    words = [w for w in before if w.lower_ != "the"]
    if not token.is_title or len(words) < 2 or words[-1].lower_ not in {"for", "of"}:
        return False
    return words[-2].is_title and words[-2].pos_ == "PROPN"


def is_verb_taken_for_adjective(token: Token) -> bool:
    """Whether it is "a third drone damaged pipes", where "a" cannot belong to the pipes."""
    before, head = token.doc[max(0, token.i - 1)], token.head
    is_between = before.tag_ == "NN" and before.head.i == head.i and before.i < token.i
    articles = (c for w in (before, head) for c in w.children if c.i < token.i)
    is_one = any(c.lower_ in {"a", "an"} for c in articles)
    return (
        token.dep_ == "amod"
        and token.tag_ == "VBN"
        and is_between
        and is_one
        and (head.tag_ == "NNS")
    )
