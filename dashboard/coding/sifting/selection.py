"""Which of the triggers of a sentence are events of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.sifting.lasting import is_lasting
from dashboard.coding.sifting.outcomes import is_death_of
from dashboard.coding.sifting.telling import is_told_by
from dashboard.coding.sifting.wars import is_named_war
from dashboard.coding.what.antecedents import PARTITIVES
from dashboard.coding.what.families import FATAL, GENERIC, VIOLENT
from dashboard.coding.what.frames import read_frame
from dashboard.coding.what.slips import is_first_of_two, is_headline, is_subject_of_headline
from dashboard.coding.what.triggers import Trigger
from dashboard.coding.what.undergoers import HARMING, LOSSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dashboard.coding.what.lexicon import Lexicon, Rule

MUTUAL = frozenset({"one another", "each other"})
LEAVING = frozenset({"leave", "date", "remain"})
COUNTS = frozenset({"number", "toll", "total"})
COUNTING = frozenset({"bring", "take", "raise", "push"})
ORDINALS = frozenset({"second", "third", "fourth", "fifth", "latest"})
ASIDE = frozenset({"appos", "npadvmod", "dep"})
CALLING = frozenset({"call", "brand", "label", "dub", "term"})
POINTING = frozenset({"it", "this", "that", "these", "those", "them"})
ACCIDENTAL = frozenset({"blast", "killing", "looting", "arrest"})
ONES = frozenset(
    {"worst", "deadliest", "bloodiest", "latest", "largest", "first", "second", "third", "another"}
    | {"biggest", "last", "other", "one"}
)


def select_events(
    triggers: Sequence[Trigger], untold: frozenset[int] = frozenset()
) -> list[Trigger]:
    """
    Return the triggers that name events of their own, in the order of the text.

    The words of `untold` tell of no event that took place, so that nobody died of it: "killed two
    and prevented an attack".
    """
    kept = [t for t in triggers if t.rule.type is not None]
    kept = [t for t in kept if not is_named_war(t)]
    if any(t.rule.family == "accident" for t in triggers):
        accidents = [t for t in triggers if t.rule.family == "accident"]
        kept = [t for t in kept if not _is_by_accident(t, accidents)]
    kept = [t for t in kept if not _is_part_of_name(t, triggers) and not _heads(t, kept)]
    kept = [t for t in kept if not _sums_up(t, kept) and not _ranks(t, kept)]
    kept = [t for t in kept if not any(_is_told_by(t, other) for other in kept if other is not t)]
    # "killed a soldier after kidnapping him": nobody dies of an abduction.
    deadly = (VIOLENT | {"excessive force"}) - {"abduction"}
    causes = [t for t in kept if t.rule.family in deadly - FATAL]
    return [t for t in kept if not is_death_of(t, causes, untold)]


def _is_told_by(trigger: Trigger, other: Trigger) -> bool:
    """Whether another trigger tells the event; of two that tell each other the first stays."""
    is_first = trigger.token.i < other.token.i
    return is_told_by(trigger, other) and not (is_first and is_told_by(other, trigger))


def _heads(trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Whether it is the label of what the sentence tells: "Clash: soldiers and rebels fought"."""
    end = trigger.token.right_edge.i
    after = trigger.token.doc[max(end, trigger.token.i + 1) : end + 2]
    is_first = not any(w.is_alpha for w in trigger.token.doc[: trigger.token.left_edge.i])
    is_first = is_first and not trigger.frame.is_verb
    types = {t.rule.type for t in triggers if t.token.i > trigger.token.i}
    return any(w.text == ":" for w in after) and is_first and trigger.rule.type in types


def _is_by_accident(trigger: Trigger, accidents: Sequence[Trigger]) -> bool:
    """Whether it is what an accident did: "a helicopter came down in fog, killing five"."""
    if trigger.rule.family in ACCIDENTAL:
        return True
    subjects = {t.i for a in accidents for t in a.frame.subjects}
    above = {w.i for w in trigger.token.ancestors}
    is_below = any(a.token.i in above for a in accidents)
    is_shared = any(t.i in subjects for t in trigger.frame.subjects)
    return is_below and is_shared and trigger.token.lemma_ in HARMING


def find_ones(doc: Doc, umbrella: Rule, words: frozenset[str] = frozenset()) -> Iterator[Trigger]:
    """Yield "the worst", "another": one of the events that a plural named before."""
    for token in doc:
        is_alone = token.dep_ in {"nsubj", "nsubjpass", "pobj"} and token.pos_ != "PROPN"
        has_noun = any(c.dep_ in {"prep", "compound"} for c in token.children)
        is_mutual = any(token.doc[token.i - n : token.i + 2 - n].text in MUTUAL for n in (0, 1))
        if token.lower_ in (words or ONES) and is_alone and not has_noun and not is_mutual:
            yield Trigger(read_frame(token), umbrella)


def _sums_up(trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Whether it only ranks what the sentence has told: "..., the deadliest attack in years"."""
    token = trigger.token
    is_ranked = any(c.tag_ == "JJS" for c in token.children)
    told = any(_is_violent(t) and t.token.i < token.i for t in triggers)
    return told and (is_ranked or _is_told_on(trigger))


def _is_told_on(trigger: Trigger) -> bool:
    """Whether it takes up what the sentence has told: "..., an attack that killed nine"."""
    token = trigger.token
    start = token.left_edge.i
    is_aside = start > 0 and token.doc[start - 1].text == "," and token.doc[start].lower_ == "an"
    is_clause = token.dep_ in ASIDE
    has_clause = any(c.dep_ == "relcl" for c in token.children)
    return trigger.rule.family in GENERIC and is_aside and is_clause and has_clause


def _ranks(trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Whether it counts what the sentence has told: "..., the third such murder this month"."""
    is_after = any(_is_violent(t) and t.token.i < trigger.token.i for t in triggers)
    is_counted = is_only_judged(trigger) or _is_counted_aside(trigger.token)
    return is_after and not trigger.frame.is_verb and is_counted


def _is_counted_aside(token: Token) -> bool:
    """Whether it is ", the third attack there since May"."""
    words = {c.lower_ for c in token.children}
    first = token.left_edge.i
    is_aside = first > 0 and token.doc[first - 1].text in {",", "-", "–", "—"}
    return is_aside and token.dep_ in ASIDE and "the" in words and bool(words & ORDINALS)


def _is_violent(trigger: Trigger) -> bool:
    return trigger.rule.family in VIOLENT


def _is_part_of_name(trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Whether the word only modifies another trigger: the "suicide" of a "suicide bombing"."""
    token = trigger.token
    is_joined = any(c.dep_ == "cc" for c in token.children)
    if token.dep_ not in {"compound", "amod", "nmod"} or is_joined:
        return False
    return any(t.token.i == token.head.i for t in triggers)


def is_general(trigger: Trigger) -> bool:
    """Whether a bare plural speaks of events in general: "to conduct attacks"."""
    token = trigger.token
    is_bare = token.pos_ == "PROPN" or all(c.dep_ in {"det", "poss"} for c in token.children)
    if trigger.rule.family == "war" and is_bare:
        # "left over from the war": it says no more than that there was one.
        return True
    if token.dep_ == "pobj" and token.head.lower_ == "from" and token.head.head.lemma_ in LEAVING:
        # "a mine left from earlier fighting"
        return True
    is_noun = token.tag_ in {"NNS", "NN"} and not trigger.frame.is_verb
    is_telegram = is_subject_of_headline(token) or _is_cause_in_headline(token)
    is_of_toll = token.head.lemma_.lower() in {"death", "toll"}
    is_telegram = is_telegram or is_first_of_two(token) or is_of_toll
    is_kind = token.tag_ == "NNS" and any(c.lower_ == "such" for c in token.children)
    if is_kind or not is_noun or is_telegram or trigger.frame.subjects:
        return is_kind  # "once such attacks have ceased"
    if any(c.dep_ in {"det", "nummod", "poss", "amod", "compound", "nmod"} for c in token.children):
        return False
    governor = trigger.frame.governor
    is_each = governor is not None and any(_is_each(w) for w in (governor, governor.head))
    if is_each or (token.dep_ == "pobj" and token.head.head.pos_ == "ADJ"):
        # "each operation was followed by massacres", "bad at coups", "afraid of ambushes"
        return True
    is_told = governor is not None and (_is_finite(governor) or _is_toll_of_headline(governor))
    return not (is_told or token.dep_ == "ROOT")


def _is_each(verb: Token) -> bool:
    subjects = (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"})
    return any(c.lower_ in {"each", "every"} for s in subjects for c in s.children)


def _is_cause_in_headline(noun: Token) -> bool:
    """Whether it is "Casualties in airstrikes on Bara", which leaves out "were reported"."""
    link = noun.head
    is_cause = noun.dep_ == "pobj" and link.lower_ in {"in", "by", "from"}
    return is_cause and link.head.lemma_.lower() in LOSSES and is_headline(noun.doc)


def _is_toll_of_headline(verb: Token) -> bool:
    """Whether it is "22 killed in bombardment", which leaves out "were"."""
    is_main = verb.dep_ == "ROOT" or (verb.dep_ == "acl" and verb.head.dep_ == "ROOT")
    is_bare = verb.tag_ == "VBN" and is_main
    return is_bare and verb.lemma_ in HARMING


def is_of_those_told(trigger: Trigger) -> bool:
    """Whether it is "responsibility for either attack", "behind both raids"."""
    return not trigger.frame.is_verb and any(
        c.lower_ in {"either", "neither", "both", "each"} for c in trigger.token.children
    )


def is_only_recalled(trigger: Trigger, lexicon: Lexicon, *, is_bare: bool) -> bool:
    """Whether the words only date something else, or go back to what was told.

    `is_bare` says that they name neither place nor time.
    """
    if is_bare and (is_only_a_time(trigger) or is_of_those_told(trigger)):
        return True
    return is_only_judged(trigger) or is_only_referred_to(trigger, lexicon)


def is_only_judged(trigger: Trigger) -> bool:
    """Whether it only judges or ranks what was told: "called it a coup", "the second such raid"."""
    token = trigger.token
    if token.dep_ == "oprd" and token.head.lemma_ in CALLING:
        return any(c.dep_ == "dobj" and c.lower_ in POINTING for c in token.head.children)
    if token.dep_ == "acl" and token.tag_ in {"VBN", "VBD"}:
        # "brings to 20 the number of farmers killed this month", "the third mayor killed"
        if token.head.dep_ == "attr" and any(c.lower_ in ORDINALS for c in token.head.children):
            return True
        return any(w.lemma_ in COUNTS and w.head.lemma_ in COUNTING for w in token.ancestors)
    words = {c.lower_ for c in token.children}
    is_ranked = any(c.tag_ == "JJS" for c in token.children) or bool(words & ORDINALS)
    said = (c for c in token.head.children if c.dep_ == "nsubj")
    is_said = token.dep_ == "attr" and any(c.lower_ in POINTING for c in said)
    return is_ranked and (is_said or {"the", "such"} <= words)


def is_only_referred_to(trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether it is no more than a word for what was told: "condemned the massacre"."""
    token = trigger.token
    if is_lasting(trigger):
        return True
    own = [c for c in token.children if c.dep_ not in {"det", "punct", "cc", "conj"}]
    is_definite = any(c.lower_ in {"the", "this", "that"} for c in token.children)
    if trigger.frame.is_verb or own or not is_definite:
        return False
    if token.dep_ == "pobj":
        # "expelled the envoy over the raid", "marched against the coup"
        return token.head.lower_ in {"over", "about", "against"}
    return token.dep_ == "dobj" and token.head.lemma_ in lexicon.phrases["reaction"]


def _is_finite(verb: Token) -> bool:
    if verb.tag_ in {"VBD", "VBZ", "VBP"} or (verb.tag_ == "VB" and verb.dep_ == "ROOT"):
        return True  # "clashes in the city kill three": the model takes it for an infinitive
    if verb.tag_ == "VBN":
        # "three were killed and nine others injured in clashes", whatever the parse is
        counted = verb.head if verb.dep_ == "acl" else verb
        verb = counted.head if counted.dep_ == "conj" and counted.head.tag_ == "VBN" else verb
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return verb.tag_ in {"VBN", "VBG"} and bool(auxiliaries & {"was", "were", "have", "has", "had"})


def is_only_a_time(trigger: Trigger) -> bool:
    """Whether the event only dates another: "since the truce"."""
    token = trigger.token
    is_pobj = token.dep_ == "pobj" and token.head.lower_ in {
        "since",
        "after",
        "before",
        "following",
    }
    is_definite = any(c.lower_ in {"the", "that", "this"} for c in token.children)
    return is_definite and is_pobj


def list_members(umbrella: Token, members: Sequence[Token]) -> list[Token]:
    """Return the events that stand in a list under a plural: "several attacks, including X"."""
    if umbrella.tag_ != "NNS":
        return []
    joined = {c.i for c in umbrella.conjuncts}
    return [m for m in members if m.i not in joined and _is_listed(m, umbrella)]


def _is_listed(member: Token, umbrella: Token) -> bool:
    if member.i <= umbrella.i:
        return False
    between = member.doc[umbrella.i : member.i].text.lower()
    has_opener = "including" in between or "such as" in between
    return has_opener and not any(w.is_sent_start for w in member.doc[umbrella.i + 1 : member.i])


def is_count(token: Token) -> bool:
    """Whether a word only counts."""
    return token.lemma_.lower() in PARTITIVES
