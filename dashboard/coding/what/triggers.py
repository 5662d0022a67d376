"""Which words of a sentence name an event, by the constructions the lexicon asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.coding.what.arms import names_of, owners_of
from dashboard.coding.what.frames import Frame, read_frames
from dashboard.coding.what.kinds import ARMED_CLASSES, Kinds, is_month
from dashboard.coding.what.slips import (
    is_first_of_two,
    is_in_name,
    is_subject_of_headline,
    is_verb_taken_for_adjective,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from dashboard.coding.what.lexicon import Lexicon, Need, Rule

POS_OF = {"verb": frozenset({"VERB", "AUX"}), "noun": frozenset({"NOUN", "PROPN"})}
STORMS = frozenset({"hurricane", "cyclone", "typhoon", "storm"})
EVENT_HEADS = frozenset({"wave", "series", "spate", "death", "toll", "injury", "casualty"})
COMPLEMENTS = frozenset({"oprd", "dobj", "xcomp", "ccomp", "acomp"})
GERUND_PLACES = frozenset({"nsubj", "dobj", "pobj", "pcomp"})
# What may follow the stem of a regular English word.
ENDINGS = r"(?:[bglmnprst]?(?:ings?|ed)|es|s|d|rs|ies|ied)?"
# Words that carry a toll, a claim or an ellipsis ("the worst killed 19") without naming an event.
EXTRA_WORDS = (
    r"(?:was|were|are|is|been) back in|dead|hurt|wounded|injur\w+|casualt\w+|tolls?|lives"
    r"|(?:correct|final|latest|revised|corrected) (?:figure|number|toll|tally|count)"
    r"|lost|retract\w*|claim\w*|launched|behind|responsibility|blam\w+"
    r"|den(?:y|ies|ied)|disput\w+|maim\w+|carried out|KIA|WIA|surviv\w+"
)
SHORTEST_STEM = 3
HEADLINE_VERBS = frozenset({"rock", "hit", "kill", "shake", "wound", "injure", "target", "rip"})
ANY_ROLE = frozenset({"subj", "mod", "argmod", "sentence"})
TRYING = frozenset(
    {("xcomp", "try"), ("xcomp", "attempt"), ("xcomp", "fail"), ("acl", "attempt"), ("acl", "bid")}
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event, with its arguments and the rule that says which event."""

    frame: Frame
    rule: Rule

    @property
    def token(self) -> Token:
        """The word itself."""
        return self.frame.token


def as_tried(rule: Rule, token: Token) -> Rule:
    """Return what it is to try for a town without a word of its fall: a fight."""
    head = token.head
    is_tried = (token.dep_, head.lemma_) in TRYING and rule.family.startswith("territory ")
    return replace(rule, family="battle", sub_type="Armed clash") if is_tried else rule


def compile_prefilter(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern that finds every form of every trigger, and some words besides."""
    stems, forms = [], [EXTRA_WORDS]
    for lemma in sorted(lexicon.rules):
        cut = lemma[-1] in "ey" and len(lemma) > SHORTEST_STEM
        stems.append(re.escape(lemma[:-1] if cut else lemma))
    forms += [re.escape(form) for form, lemma in lexicon.forms.items() if lemma in lexicon.rules]
    # The endings once and not after each stem: a tenth of the pattern to compile.
    regular = rf"(?:{'|'.join(stems)})(?:e|y)?{ENDINGS}"
    return re.compile(rf"\b(?:{regular}|{'|'.join(forms)})\b", re.IGNORECASE)


def find_triggers(doc: Doc, matcher: Matcher) -> tuple[Trigger, ...]:
    """Return the triggers of a sentence in the order of the text."""
    found = (matcher.match(token) for token in doc)
    return tuple(t for t in found if t is not None)


@dataclass(frozen=True, slots=True)
class Matcher(Kinds):
    """Tests the conditions of rules against a frame."""

    def match(self, token: Token) -> Trigger | None:
        """Return the trigger that a word is, by the rule that it and its arguments satisfy."""
        rules = self._rules_of(token)
        if not rules or _is_descriptive(token) or is_month(token) or is_in_name(token):
            return None
        for frame in read_frames(token):
            uses = {pos for pos in POS_OF if _is_used_as(pos, frame)}
            rule = self.best_rule(frame, (r for r in rules if r.pos in uses))
            if rule is not None:
                return Trigger(frame, as_tried(rule, token)) if rule.family != "none" else None
        return None

    def _rules_of(self, token: Token) -> list[Rule]:
        """Return the rules that a word may stand for; "cease-fire" is no "fire"."""
        *joined, lemma, lower = names_of(token)
        known = self.lexicon.rules
        whole = [r for name in dict.fromkeys(joined) for r in known.get(name, ())]
        return whole or [r for name in dict.fromkeys((lemma, lower)) for r in known.get(name, ())]

    def best_rule(self, frame: Frame, rules: Iterable[Rule]) -> Rule | None:
        """Return the rule that asks for most among those whose conditions all hold."""
        heaviest_first = sorted(rules, key=lambda r: r.weight, reverse=True)
        fitting = (r for r in heaviest_first if all(self.is_met(n, frame) for n in r.needs))
        return next(fitting, None)

    def is_met(self, need: Need, frame: Frame) -> bool:
        """Whether a condition holds."""
        holds = any(self._holds(slot, value, frame) for slot, value in need.choices)
        return holds is not need.is_forbidden

    def _holds(self, slot: str, value: str, frame: Frame) -> bool:
        if slot == "prt":
            return value in frame.particles or any(
                value in {c.lemma_.lower(), c.lower_} and c.dep_ in COMPLEMENTS
                for c in frame.token.children
            )
        if slot == "gov":
            return any(self.lexicon.is_in(v.lemma_.lower(), value) for v in frame.governors)
        if slot == "behind":
            return frame.token.dep_ == "pobj" and frame.token.head.lower_ == value
        fillers = self._fillers(slot, frame)
        if slot not in ANY_ROLE and value in ARMED_CLASSES:
            fillers = tuple(t for t in fillers if not self._is_unarmed_victim(t))
        if slot == "obj" and value in ARMED_CLASSES and not frame.is_verb and not frame.objects:
            # "a rebel attack": those named before the noun did it.
            fillers = ()
        return any(self.is_a(t, value) for t in fillers)

    def _is_unarmed_victim(self, token: Token) -> bool:
        """Whether people who may bear arms are told as victims: herders, suspects."""
        if not self._may_bear_arms(token):
            return False
        is_told_armed = any(c.lower_ == "armed" for c in token.children)
        owners = (o for o in owners_of(token) if not self._may_bear_arms(o))
        # "three members of the army": those of armed people are armed.
        return not is_told_armed and not any(self.is_a(o, "armed") for o in owners)

    def _may_bear_arms(self, token: Token) -> bool:
        return self.lexicon.is_in(token.lemma_.lower(), "sometimes-armed")

    def _fillers(self, slot: str, frame: Frame) -> Iterable[Token]:
        if slot == "obj":
            # "a militia raid on the camp": where it says on whom, the word before is who did it.
            return frame.objects or (() if frame.is_verb else frame.modifiers)
        if slot == "subj":
            return frame.subjects
        if slot == "mod":
            return frame.modifiers
        if slot == "argmod":
            return frame.argument_modifiers
        return frame.token.doc if slot == "sentence" else frame.prepositions.get(slot, ())


def _is_used_as(pos: str, frame: Frame) -> bool:
    """Whether a word is read as the verb or noun that a rule is for; a gerund may be either."""
    if (pos == "verb") is frame.is_verb:
        # "a shoot-out": the last part of a joined word keeps its own part of speech.
        is_thing = frame.token.pos_ in POS_OF["noun"] or frame.token.dep_ in GERUND_PLACES
        is_noun = is_thing and not _is_label(frame.token)
        return frame.is_verb or is_noun
    token = frame.token
    if pos == "noun" and _is_noun_of_headline(token):
        return True
    if pos != "noun" or token.tag_ != "VBG" or token.dep_ not in GERUND_PLACES:
        return False
    # "uprooted by fighting"; but "accused of shooting" is a verb.
    return token.dep_ != "pcomp" or token.head.lower_ != "of"


def _is_noun_of_headline(token: Token) -> bool:
    """Whether it is "Twin blasts rock a terminal", where the parse takes "blasts" for the verb."""
    if token.tag_ not in {"VBZ", "VBP"} or token.dep_ != "ROOT" or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(1).lower_ in HEADLINE_VERBS and token.nbor(1).dep_ in {"compound", "dobj"}


def _is_descriptive(token: Token) -> bool:
    """Whether the word only describes another: "jailed mayor", "battle-hardened"."""
    if token.dep_ == "npadvmod" and token.i + 1 < len(token.doc) and token.nbor(1).text == "-":
        return True
    is_adjective = token.dep_ == "amod" and token.tag_ in {"VBN", "VBG", "JJ"}
    return is_adjective and not is_verb_taken_for_adjective(token)


def _is_label(token: Token) -> bool:
    """Whether a noun only says which one: "Gulf War veteran", "murder trial", "bomb squad"."""
    is_before = token.dep_ in {"compound", "nmod"} and token.head.i > token.i
    if token.lower_ in STORMS or is_subject_of_headline(token) or is_first_of_two(token):
        return False
    return is_before and token.tag_ in {"NN", "NNP"} and token.head.lemma_ not in EVENT_HEADS
