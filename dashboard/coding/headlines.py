"""What the language model makes of the short grammar of headlines, put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.certainty.bylines import mend_byline
from dashboard.coding.what.slips import is_headline
from dashboard.coding.what.undergoers import HARMING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dashboard.coding.what.lexicon import Lexicon

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
NOUN_TAGS = frozenset({"NN", "NNS"})
# What comes of the events before: "attacks on Bara and villages kill nine".
OUTCOMES = HARMING | frozenset({"leave", "claim", "cause", "displace", "force", "continue"})
HARM_NOUNS = frozenset({"casualty", "death", "injury"})


def mend_headline(doc: Doc, lexicon: Lexicon) -> None:
    """Correct the clauses of a headline, in a parse whose tags and lemmas are mended."""
    for token in doc:
        _mend_label(token)
        _mend_two_clauses(token, lexicon)
        _mend_fire(token)
        _mend_two_counts(token)
    mend_byline(doc, lexicon)


def _mend_label(name: Token) -> None:
    """Take "Arland" out of the clause of "Arland: 12 people shot dead", of which it is the head."""
    if name.dep_ != "ROOT" or name.pos_ != "PROPN":
        return
    if name.doc[name.i + 1 : name.i + 2].text != ":":
        return
    verbs = [c for c in name.rights if c.dep_ in {"acl", "relcl"}]
    if len(verbs) == 1 and any(c.dep_ in SUBJECTS for c in verbs[0].lefts):
        verbs[0].head, verbs[0].dep_ = verbs[0], "ROOT"
        name.head, name.dep_ = verbs[0], "dep"


def _mend_two_clauses(event: Token, lexicon: Lexicon) -> None:
    """
    Part "Clashes near Bara and the army shells Kolun", "The army shells Bara and clashes in Kolun".

    Headlines join by "and" an event without a verb and a clause: neither is part of the other.
    """
    lemma = event.lemma_.lower()
    is_event = lexicon.is_event_noun(lemma) or lemma in HARM_NOUNS
    if event.tag_ not in NOUN_TAGS or not is_event:
        return
    link = event.doc[event.left_edge.i - 1] if event.left_edge.i else event
    if event.dep_ == "conj" and event.head.pos_ == "PROPN" and event.head.dep_ == "dobj":
        if link.lower_ == "and":
            event.head = event.head.head
        return
    verb = event.head
    if event.dep_ != "nsubj" or verb.i <= event.i or not is_headline(event.doc):
        return
    behind = [c for c in verb.lefts if c.dep_ == "nsubj" and c.i > event.i]
    if behind and any(c.dep_ == "cc" and c.i > event.i for c in event.children):
        event.dep_ = "conj"
    elif _is_joined_to_name(verb.nbor(-1)) and verb.lemma_.lower() not in OUTCOMES:
        verb.nbor(-1).head, verb.nbor(-1).dep_ = verb, "nsubj"
        event.dep_ = "conj"


def _is_joined_to_name(noun: Token) -> bool:
    """Whether it is the army of "Clashes near Bara and the army shells Kolun"."""
    start = noun.left_edge.i
    is_after_and = start > 0 and noun.doc[start - 1].lower_ == "and"
    first = noun.head
    is_behind_place = first.pos_ == "PROPN" or any(c.dep_ == "prep" for c in first.rights)
    is_joined = noun.dep_ == "conj" and first.i < noun.i and is_behind_place
    is_cut_off = noun.dep_ == "compound" and first.pos_ == "VERB"  # no verb has such a word
    return noun.pos_ == "NOUN" and is_after_and and (is_joined or is_cut_off)


def _mend_fire(noun: Token) -> None:
    """Read "Police fire on marchers", where the parse makes one noun of police and fire."""
    if noun.text != "fire" or noun.dep_ != "ROOT":
        return
    shooters = [c for c in noun.lefts if c.dep_ == "compound" and c.i == noun.i - 1]
    after = noun.doc[noun.i + 1 : noun.i + 2].text.lower()
    is_verb = after in {"on", "at", "into", "upon"}
    if not is_verb or not shooters or shooters[0].tag_ not in {"NNS", "NNPS"}:
        return
    noun.tag_, noun.pos_ = "VBP", "VERB"
    shooters[0].dep_ = "nsubj"


def _mend_two_counts(hurt: Token) -> None:
    """
    Part "7 civilians killed, 12 injured in Bara": those before the comma are not the injured.

    A number right before a participle, behind a comma, counts those whom it tells of.
    """
    if hurt.lemma_ not in HARMING or hurt.tag_ not in {"VBN", "VBD"} or hurt.i < 3:
        return
    number = hurt.nbor(-1)
    if not number.like_num or number.head.i == hurt.i or hurt.nbor(-2).text != ",":
        return
    others = [c for c in hurt.lefts if c.dep_ in {"nsubj", "nsubjpass"}]
    if len(others) != 1 or number.head.i != others[0].i:
        return
    killed = [c for c in others[0].children if c.dep_ == "acl" and c.lemma_ in HARMING]
    if not killed or killed[0].i != hurt.i - 3:
        return
    number.head, number.dep_ = hurt, "nsubjpass"
    killed[0].head, killed[0].dep_ = hurt, "ccomp"
    others[0].head, others[0].dep_ = killed[0], "nsubjpass"
