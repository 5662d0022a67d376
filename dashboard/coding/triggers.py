"""Which words of a sentence name an event, by the constructions the lexicon asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.frames import Frame, read_frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Doc, Token

    from dashboard.coding.lexicon import Lexicon, Need, Rule

POS_OF = {"verb": frozenset({"VERB", "AUX"}), "noun": frozenset({"NOUN", "PROPN"})}
# Longest first: what may follow the stem of a regular English word.
ENDINGS = (
    r"(?:ing|ings|ed|es|s|d|rs|red|ring|ting|ted|ping|ped|ning|ned|bing|bed|ging|ged|ies|ied)?"
)
IRREGULAR = {
    "fight": "fought",
    "shoot": "shot",
    "strike": "struck",
    "slay": "slew|slain",
    "blow": "blew|blown",
    "send": "sent",
    "withdraw": "withdrew|withdrawn",
    "flee": "fled",
    "drive": "drove|driven",
    "throw": "threw|thrown",
    "overrun": "overran",
    "sweep": "swept",
    "retake": "retook|retaken",
    "break": "broke|broken",
    "burn": "burnt",
    "die": "dying|died",
    "beat": "beaten",
    "set": "set|setting",
}
MILITARY = frozenset(
    [
        "police",
        "army",
        "military",
        "security",
        "border",
        "naval",
        "air",
        "troop",
        "rebel",
        "guard",
        "militia",
        "state",
        "government",
        "regime",
        "enemy",
        "insurgent",
        "guerrilla",
        "peacekeeping",
        "gendarmerie",
    ]
)
AMBIGUOUS_INSTALLATIONS = frozenset(
    [
        "station",
        "post",
        "depot",
        "headquarters",
        "camp",
        "position",
        "fort",
        "ministry",
        "convoy",
        "column",
        "house",
    ]
)
FORCES = frozenset(
    [
        "force",
        "position",
        "fighter",
        "member",
        "leader",
        "commander",
        "element",
        "unit",
        "base",
        "camp",
    ]
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


def compile_prefilter(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a pattern that finds every form of every trigger, and some words besides."""
    stems = []
    for lemma in sorted(lexicon.rules):
        stem = lemma[:-1] if lemma[-1] in "ey" and len(lemma) > 3 else lemma
        stems.append(re.escape(stem) + r"(?:e|y)?" + ENDINGS)
        if lemma in IRREGULAR:
            stems.append(IRREGULAR[lemma])
    return re.compile(rf"\b(?:{'|'.join(stems)})\b", re.IGNORECASE)


def find_triggers(doc: Doc, lexicon: Lexicon, armed_names: Mapping[str, str]) -> Iterator[Trigger]:
    """Yield the triggers of a sentence in the order of the text."""
    matcher = Matcher(lexicon, armed_names)
    for token in doc:
        rules = lexicon.rules.get(token.lemma_.lower()) or lexicon.rules.get(token.lower_)
        if not rules:
            continue
        rules = tuple(r for r in rules if token.pos_ in POS_OF[r.pos] or _is_gerund(token, r.pos))
        rule = matcher.best_rule(read_frame(token), rules) if rules else None
        if rule is not None and rule.family != "none":
            yield Trigger(read_frame(token), rule)


def _is_gerund(token: Token, pos: str) -> bool:
    """Whether a participle used as a noun may be matched by a noun's rule, or the reverse."""
    return pos == "noun" and token.tag_ == "VBG" and token.dep_ in {"nsubj", "dobj", "pobj"}


@dataclass(frozen=True, slots=True)
class Matcher:
    """Tests the conditions of rules against a frame."""

    lexicon: Lexicon
    armed_names: Mapping[str, str]

    def best_rule(self, frame: Frame, rules: Iterable[Rule]) -> Rule | None:
        """Return the rule with the most conditions among those whose conditions all hold."""
        fitting = [r for r in rules if all(self.is_met(need, frame) for need in r.needs)]
        return max(fitting, key=_weight, default=None)

    def is_met(self, need: Need, frame: Frame) -> bool:
        """Whether a condition holds."""
        holds = any(self._holds(slot, value, frame) for slot, value in need.choices)
        return holds is not need.is_forbidden

    def _holds(self, slot: str, value: str, frame: Frame) -> bool:
        if slot == "prt":
            return value in frame.particles
        if slot == "mod":
            return any(self.is_a(t, value) for t in frame.modifiers)
        if slot == "gov":
            return _is_governed_by(frame, value)
        return any(self.is_a(t, value) for t in self._fillers(slot, frame))

    def _fillers(self, slot: str, frame: Frame) -> tuple[Token, ...]:
        if slot == "subj":
            return frame.subjects
        if slot == "obj":
            return frame.objects + (() if frame.is_verb else frame.modifiers)
        return frame.prepositions.get(slot, ())

    def is_a(self, token: Token, word_class: str) -> bool:
        """Whether a word belongs to a class of the lexicon, its compounds considered."""
        lemma = token.lemma_.lower()
        if word_class == "any":
            return True
        if word_class == "person":
            return self._is_person(token)
        if word_class == "place":
            return token.ent_type_ in {"GPE", "LOC", "FAC"} or self.lexicon.is_in(lemma, "place")
        if word_class in {"armed", "state", "nonstate", "group"}:
            return self._is_armed(token, word_class)
        if word_class == "installation":
            return self._is_installation(token)
        return self.lexicon.is_in(lemma, word_class)

    def _is_person(self, token: Token) -> bool:
        if token.ent_type_ == "PERSON" or self.lexicon.is_in(token.lemma_.lower(), "civilian"):
            return True
        return token.lower_ in {"him", "her", "them", "he", "she", "they", "himself"}

    def _is_armed(self, token: Token, word_class: str) -> bool:
        lemma = token.lemma_.lower()
        words = [token, *(c for c in token.children if c.dep_ in {"compound", "amod"})]
        is_named = any(_name_of(w) in self.armed_names for w in words)
        if is_named or (lemma in FORCES and self._has_nonstate_modifier(token)):
            return word_class != "state"
        if self.lexicon.is_in(lemma, "civilian") and not self.lexicon.is_in(lemma, word_class):
            return False
        return self.lexicon.is_in(lemma, word_class)

    def _has_nonstate_modifier(self, token: Token) -> bool:
        modifiers = (c for c in token.children if c.dep_ in {"compound", "amod", "nmod", "poss"})
        return any(self.lexicon.is_in(c.lemma_.lower(), "nonstate") for c in modifiers)

    def _is_installation(self, token: Token) -> bool:
        lemma = token.lemma_.lower()
        if not self.lexicon.is_in(lemma, "installation"):
            return False
        if lemma not in AMBIGUOUS_INSTALLATIONS:
            return True
        return any(c.lemma_.lower() in MILITARY for c in token.children)


def _is_governed_by(frame: Frame, lemma: str) -> bool:
    governor = frame.governor
    return governor is not None and governor.lemma_.lower() == lemma


def _weight(rule: Rule) -> int:
    return sum(1 if need.is_forbidden else 2 for need in rule.needs)


def _name_of(token: Token) -> str:
    return token.lower_
