"""Whether the words of an event go back to one told before, or begin a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.drafts import TakenUp
from dashboard.coding.what.families import GENERIC
from dashboard.coding.where.clauses import is_said_to_have_been
from dashboard.model import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.what.triggers import Trigger

DEFINITE = frozenset(
    {"the", "this", "these", "that", "those", "such", "his", "her", "its", "their"}
)
NEW = frozenset(
    {"another", "second", "third", "fourth", "new", "separate", "further", "other", "similar"}
    | {"own"}
)
EVENT_NOUNS = frozenset(
    {"attack", "bombing", "blast", "explosion", "shelling", "raid", "strike", "airstrike"}
    | {"assault", "ambush", "massacre", "shooting", "clash", "fighting", "killing"}
)
EARLIER = frozenset({"already", "earlier", "previously", "once", "before", "also"})
FEW = frozenset({"two", "three", "four", "five", "2", "3", "4", "5"})
PRONOUNS = frozenset({"they", "them", "he", "him", "she", "her", "it", "both", "others"})
DEAD = frozenset({"victim", "dead", "deceased", "body"})
SALVO = frozenset({"missile", "rocket", "drone", "shell", "projectile", "round"})
BOMBS = frozenset({"bomb", "device", "charge", "explosive", "grenade", "mine", "dynamite"})


def describe_mention(trigger: Trigger) -> tuple[bool, bool, bool]:
    """Return whether the words are definite, speak of a new event, and are plural."""
    token = trigger.token
    words = {c.lower_ for c in token.children if c.dep_ in {"det", "amod", "poss", "nummod"}}
    if token.tag_ in {"NNS", "NNPS"}:
        words -= {"such"}  # "dozens of such attacks": others of the kind
    pronouns = {"they", "it", "this", "that", "these"}
    is_pronoun_said = token.dep_ == "attr" and any(
        c.dep_ == "nsubj" and c.lower_ in pronouns for c in token.head.children
    )
    is_one_of = _is_one_of(token, pronouns)  # "it was one of the deadliest strikes"
    is_definite = bool(words & DEFINITE) or is_pronoun_said or _is_said_of_known(trigger)
    is_definite = is_definite or _is_confirmed(token) or _is_of_who_began(trigger)
    is_definite = is_definite or _is_explained(trigger) or _is_after_those_told(trigger)
    is_definite = is_definite or _is_of_known_bomb(trigger)
    is_definite = is_definite or _is_of_its_day(token) or _is_of_those(token)
    is_definite = is_definite or _is_told_how(trigger)
    is_one = _is_worst(token) or token.pos_ in {"ADJ", "PRON", "DET", "NUM"} or token.lower_ in NEW
    is_new = (bool(words & NEW) and not _is_claimed(token)) or is_one
    if trigger.frame.is_verb:
        # "The second went off near a mosque."
        is_new = is_new or any(s.lower_ in NEW for s in trigger.frame.subjects)
    is_plural = (token.tag_ in {"NNS", "NNPS"} and not is_one_of) or _are_counted_bombs(trigger)
    # "The killings took place in Bara" tells where those just told were.
    is_plural = is_plural and not (is_definite and is_said_to_have_been(trigger))
    return is_definite, is_new, is_plural


def _is_one_of(token: Token, pronouns: set[str]) -> bool:
    """Whether it is "it was one of the deadliest strikes in years": the one just told."""
    ones = [w for w in token.ancestors if w.lower_ in {"one", "among"}][:1]
    return any(
        one.dep_ in {"attr", "prep"}
        and any(c.dep_ == "nsubj" and c.lower_ in pronouns for c in one.head.children)
        for one in ones
    )


def _is_claimed(token: Token) -> bool:
    """Whether it is "claimed the second attack", one of those told."""
    is_known = any(c.lower_ in DEFINITE for c in token.children)
    return token.dep_ == "dobj" and token.head.lemma_.lower() == "claim" and is_known


def _is_worst(token: Token) -> bool:
    """Whether it is "the worst attack was in May", "the first came in June": one of its own."""
    is_ranked = any(c.tag_ == "JJS" or c.lower_ in {"first", "last"} for c in token.children)
    verb = token.head
    return is_ranked and token.dep_ == "nsubj" and verb.lemma_.lower() in {"be", "come"}


def _are_counted_bombs(trigger: Trigger) -> bool:
    """Whether it is "two car bombs exploded", each of which the text may then tell."""
    subjects = trigger.frame.subjects if trigger.frame.is_verb else ()
    counts = (c for s in subjects for c in s.children if c.dep_ == "nummod")
    return trigger.rule.type is EventType.EXPLOSIONS and any(c.lower_ in FEW for c in counts)


def what_is_taken_up(trigger: Trigger) -> TakenUp:
    """Return whether who does it, or to whom, was told before."""
    words = (*trigger.frame.subjects, *trigger.frame.objects)
    if any(word.lower_ in PRONOUNS for word in words):
        return TakenUp.PERSON
    is_known = any(c.lower_ in DEFINITE for word in words for c in word.children)
    return TakenUp.THING if is_known else TakenUp.NOTHING


def _is_of_known_bomb(trigger: Trigger) -> bool:
    """
    Whether it is how an attack was made: "An attack shook Bara. The bomb went off at noon.".

    Or what became of a salvo: "They fired two missiles at a tanker. One missile struck it.".
    """
    if not trigger.frame.is_verb:
        return False
    things = (*trigger.frame.subjects, *trigger.frame.objects)
    named = [(t.lemma_.lower(), {c.lower_ for c in t.children}) for t in things]
    is_salvo = trigger.rule.type is EventType.EXPLOSIONS
    return any(
        (noun in BOMBS and "the" in words)
        or (is_salvo and noun in SALVO and words & {"the", "one"})
        for noun, words in named
    )


def _is_after_those_told(trigger: Trigger) -> bool:
    """Whether it is "soldiers died hunting them down": the hunt that was told before."""
    objects = (c for c in trigger.token.children if c.dep_ == "dobj")
    return trigger.rule.family == "operation" and any(c.lower_ == "them" for c in objects)


def _is_confirmed(token: Token) -> bool:
    """Whether it is "the governor confirmed an attack": the one just told."""
    return token.dep_ == "dobj" and token.head.lemma_ in {"confirm", "acknowledge", "admit"}


def _is_of_its_day(token: Token) -> bool:
    """Whether it is "Thursday's strike": the one told of that day."""
    owners = (c for c in token.children if c.dep_ == "poss")
    return any(c.ent_type_ == "DATE" and c.lower_.endswith("day") for c in owners)


def _is_of_those(token: Token) -> bool:
    """Whether it is "the families of those killed in Bara": the dead that were told before."""
    return token.dep_ == "acl" and token.tag_ == "VBN" and token.head.lower_ == "those"


def _is_told_how(trigger: Trigger) -> bool:
    """Whether it tells more of a deed: "the gunmen shot the passengers", "described how they"."""
    if not trigger.frame.is_verb:
        return False
    first = [c for c in trigger.token.children if c.i < trigger.token.i]
    is_how = trigger.token.dep_ == "ccomp" and any(c.lower_ == "how" for c in first)
    if not trigger.frame.subjects and any(map(_are_the_dead, trigger.frame.objects)):
        return True
    both = (trigger.frame.subjects, trigger.frame.objects)
    are_known = all(words and all(_is_known(w) for w in words) for words in both)
    also = {c.lower_ for c in trigger.token.children} & {"also", "then", "later", "again"}
    return is_how or (are_known and trigger.rule.family in GENERIC and not also)


def _are_the_dead(noun: Token) -> bool:
    """Whether it is "the victims were hacked to death", "most of the dead had been shot"."""
    of = [c for o in noun.children if o.lower_ == "of" for c in o.children if c.dep_ == "pobj"]
    named = (w for w in (noun, *of) if w.lemma_.lower() in DEAD)
    return any(c.lower_ in {"the", "their"} for w in named for c in w.children)


def _is_known(noun: Token) -> bool:
    return noun.tag_ in {"NN", "NNS"} and any(c.lower_ in {"the", "their"} for c in noun.children)


def goes_on(trigger: Trigger) -> bool:
    """Whether what was told lasts: "fighting continued on Sunday", "the raids went on"."""
    verb = trigger.token.head
    if trigger.token.dep_ != "nsubj":
        return False
    is_on = verb.lemma_ == "go" and any(c.lower_ == "on" for c in verb.children)
    return is_on or verb.lemma_ in {"continue", "persist", "rage"}


def _is_explained(trigger: Trigger) -> bool:
    """Whether it is how what was told came about: "police said a bomb had been left there"."""
    verb = trigger.token if trigger.frame.is_verb else trigger.frame.governor
    if verb is None or verb.dep_ != "ccomp" or trigger.rule.family != "blast":
        return False
    words = {c.lower_ for c in verb.children}
    return "had" in words and not words & EARLIER


def _is_of_who_began(trigger: Trigger) -> bool:
    """Whether it only says who began what was told: "said that the others had fired first"."""
    last = (c for c in trigger.token.children if c.dep_ == "advmod" and c.i > trigger.token.i)
    return trigger.frame.is_verb and any(c.lower_ == "first" for c in last)


def _is_said_of_known(trigger: Trigger) -> bool:
    """Whether a verb tells more of an event told before: "the grenade attack wounded ten".

    "Gunmen killed the mayor. He was shot as he left his office."
    """
    if any(c.dep_ == "nsubjpass" and c.lower_ in {"he", "she"} for c in trigger.token.children):
        return trigger.frame.is_verb
    return trigger.frame.is_verb and any(
        subject.lemma_.lower() in EVENT_NOUNS
        and any(c.lower_ in DEFINITE for c in subject.children)
        for subject in trigger.frame.subjects
    )
