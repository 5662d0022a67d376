"""Whether the text tells of what somebody plans, prepares, calls for or waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.certainty.clauses import FUTURE, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon

PROMISING = frozenset(
    {"say", "announce", "promise", "pledge", "vow", "declare", "tell", "warn", "confirm", "state"}
)
AFTER_NOUN = frozenset({"acl", "relcl", "amod", "acomp"})
# "Announced a strike" speaks of days to come; "announced a truce" makes one.
CALLING = frozenset({"call", "urge", "invite", "summon", "appeal"})
CALLED_FOR = frozenset(
    {"strike", "walkout", "protest", "march", "rally", "boycott", "operation", "demonstration"}
    | {"demonstrate", "gather", "assemble", "vigil", "sit-in", "picket"}
)


def is_planned(path: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether an event, the first word of its path up, is still to come by somebody's will."""
    is_called = any(c.lemma_ in lexicon.phrases["planned adjective"] for c in path[0].children)
    if is_called or _is_prepared_for(path[0], lexicon) or _is_announced(path[0]):
        return True
    if _is_on_timetable(path[0]) or _is_set_for(path[0]):
        return True
    return any(is_promised(word) for word in path) or _is_willed(path, lexicon)


def _is_on_timetable(token: Token) -> bool:
    """Whether it is "the ministers meet on 4 May": what is dated in the present is to come."""
    is_present = token.tag_ in {"VBP", "VBZ"} and token.lemma_ in {"meet", "convene"}
    is_sentence = token.doc[len(token.doc) - 1].text == "."
    links = (c for c in token.children if c.dep_ in {"prep", "npadvmod"})
    days = (w for link in links for w in (link, *link.children))
    return is_present and is_sentence and any(w.ent_type_ == "DATE" for w in days)


def _is_set_for(event: Token) -> bool:
    """Whether it is "a march is planned for next week"."""
    verb = event.head
    is_now = any(c.dep_ == "auxpass" and c.lower_ in {"is", "are"} for c in verb.children)
    return event.dep_ == "nsubjpass" and is_now and verb.lemma_ in {"plan", "schedule"}


def _is_willed(path: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether a word above the event speaks of what is to come: "will", "call on", "plan to"."""
    for child, word in zip(path, (None, *path), strict=False):
        if any(c.dep_ == "aux" and c.lower_ in FUTURE for c in child.children):
            return True
        if word is not None and child.lemma_.lower() in CALLING and is_infinitive(word):
            # "called on supporters to march"
            return word.lemma_.lower() in CALLED_FOR
        if child.i != path[0].i and _governs_plan(child, path[0], lexicon):
            return True
        if (
            word is not None
            and is_infinitive(word)
            and (
                planning_word(word, child).lemma_.lower() in lexicon.phrases["plan"]
                or _is_prospective(child)
            )
        ):
            return True
    return False


def is_promised(word: Token) -> bool:
    """Whether it is "said that it would send soldiers": what was to come, by somebody's word."""
    says = word.head
    is_told = word.dep_ == "ccomp" and says.tag_ in {"VBD", "VBN"} and says.lemma_ in PROMISING
    is_would = any(c.dep_ == "aux" and c.lower_ == "would" for c in word.children)
    is_own = not any(c.lower_ == "have" or c.dep_ == "auxpass" for c in word.children)
    is_open = any(c.dep_ == "advcl" and _is_condition(c) for c in (*word.children, *says.children))
    return is_told and is_would and is_own and not is_open


def _is_condition(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in clause.children)


def _is_announced(event: Token) -> bool:
    """Whether it is "a march announced for Friday", "talks that are due to resume"."""
    for clause in (c for c in event.children if c.dep_ in {"acl", "relcl", "amod"}):
        is_for = any(c.dep_ == "prep" and c.lower_ == "for" for c in clause.children)
        is_called = clause.lemma_ in {"announce", "plan", "call", "schedule", "set"}
        if is_for and is_called and clause.tag_ == "VBN":
            return True
        ends = [c for c in clause.children if c.dep_ in {"acomp", "xcomp"}]
        if any(_is_prospective(w) and w.dep_ in AFTER_NOUN for w in (clause, *ends)):
            return any(is_infinitive(c) for w in (clause, *ends) for c in w.children)
    return False


def is_awaited(event: Token) -> bool:
    """Whether it is "vowed to fight until they reach the port"."""
    is_until = any(c.dep_ == "mark" and c.lower_ == "until" for c in event.children)
    above = (event.head, *(c for c in event.head.children if c.dep_ == "xcomp"))
    is_ahead = any(c.tag_ == "TO" or c.lower_ in FUTURE for w in above for c in w.children)
    return is_until and event.dep_ == "advcl" and is_ahead


def planning_word(infinitive: Token, head: Token) -> Token:
    """Return the verb before "to", where the parse takes "activists plan to march" for a noun."""
    to = next((c for c in infinitive.children if c.tag_ == "TO"), None)
    is_lost = to is not None and to.i > 0 and infinitive.dep_ in {"acl", "relcl"}
    return to.nbor(-1) if to is not None and is_lost else head


def _is_prepared_for(event: Token, lexicon: Lexicon) -> bool:
    """Whether it is what something is made for: "bases for later operations"."""
    is_purpose = event.dep_ == "pobj" and event.head.lower_ == "for"
    to_come = lexicon.phrases["prospect"] | {"later", "coming"}
    return is_purpose and any(c.dep_ == "amod" and c.lower_ in to_come for c in event.children)


def _governs_plan(verb: Token, event: Token, lexicon: Lexicon) -> bool:
    """Whether it is "prepares an offensive" or "the talks are to open"."""
    is_call = event.lemma_.lower() in CALLED_FOR
    if verb.lemma_ == "announce" and not is_call:
        return False
    if verb.lemma_ == "call" and is_call and event.dep_ == "dobj" and event.head.i == verb.i:
        # "has called a march for Friday"; but "had called two strikes last year"
        return not any(c.lower_ == "had" for c in verb.children)
    if verb.lemma_.lower() in lexicon.phrases["prepare"] and event.head.i == verb.i:
        return event.dep_ == "dobj"
    infinitives = [c for c in verb.children if c.dep_ == "xcomp" and is_infinitive(c)]
    if verb.lemma_ == "call" and event.head.lower_ == "for" and event.head.head.i == verb.i:
        return True
    is_to_be = event.dep_ == "nsubj" or event.i in {c.i for c in infinitives}
    return verb.lemma_ == "be" and bool(infinitives) and is_to_be


def _is_prospective(word: Token) -> bool:
    """Whether it is "is going to", "is set to", "is due to"."""
    return word.lower_ in {"going", "set", "due", "scheduled", "expected", "poised"}
