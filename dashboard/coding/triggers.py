"""Which words of a sentence name an event, by the constructions the lexicon asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.frames import PARTITIVES, Frame, read_frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from spacy.tokens import Doc, Token

    from dashboard.coding.lexicon import Lexicon, Need, Rule

POS_OF = {"verb": frozenset({"VERB", "AUX"}), "noun": frozenset({"NOUN", "PROPN"})}
# What may follow the stem of a regular English word.
ENDINGS = r"(?:ings?|ed|es|s|d|rs|red|ring|ting|ted|ping|ped|ning|ned|bing|bed|ging|ged|ies|ied)?"
# Words that carry a toll, a claim or an ellipsis ("the worst killed 19") without naming an event.
EXTRA_WORDS = (
    r"dead|hurt|wounded|injur\w+|casualt\w+|tolls?|lives|lost|claim\w*|launched|behind|responsibility|blam\w+"
    r"|den(?:y|ies|ied)|disput\w+|maim\w+|carried out"
)
PRONOUN_SUBJECTS = frozenset({"it", "they", "them", "he", "she", "him", "her", "himself"})
SHORTEST_STEM = 3
PHRASE_PARTS = frozenset({"compound", "amod", "nmod", "poss"})


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
    found = []
    for token in doc:
        rule = matcher.rule_for(token)
        if rule is not None:
            found.append(Trigger(read_frame(token), rule))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Matcher:
    """Tests the conditions of rules against a frame."""

    lexicon: Lexicon
    armed_names: Mapping[str, str]
    """Lower-case words that name armed groups in this document."""
    place_words: frozenset[int] = frozenset()
    """The words of the sentence that belong to a resolved place name."""

    def rule_for(self, token: Token) -> Rule | None:
        """Return the rule that a word and its arguments satisfy."""
        rules = [r for name in _names_of(token) for r in self.lexicon.rules.get(name, ())]
        rules = [r for r in rules if token.pos_ in POS_OF[r.pos] or _is_gerund(token, r.pos)]
        if not rules or _is_descriptive(token):
            return None
        rule = self.best_rule(read_frame(token), rules)
        return rule if rule is not None and rule.family != "none" else None

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
            return value in frame.particles or any(
                c.lemma_.lower() == value and c.dep_ in {"oprd", "dobj", "xcomp", "ccomp"}
                for c in frame.token.children
            )
        if slot == "mod":
            return any(self.is_a(t, value) for t in frame.modifiers)
        if slot == "gov":
            governor = frame.governor
            return governor is not None and governor.lemma_.lower() == value
        if slot == "sentence":
            return any(self.is_a(t, value) for t in frame.token.doc)
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
        tests: dict[str, Callable[[], bool]] = {
            "any": lambda: True,
            "person": lambda: self._is_person(token),
            "place": lambda: token.i in self.place_words or self.lexicon.is_in(lemma, "place"),
            "country": lambda: token.i in self.place_words and token.dep_ in {"nsubj", "pobj"},
            "installation": lambda: self._is_installation(token),
            "many": lambda: _is_counted(token),
        }
        if word_class in tests:
            return bool(tests[word_class]())
        if word_class in {"armed", "state", "nonstate", "group"}:
            return self._is_armed(token, word_class)
        return self.lexicon.is_in(lemma, word_class) or token.lower_ == word_class

    def _is_person(self, token: Token) -> bool:
        if token.i in self.place_words:
            return False
        lemma = token.lemma_.lower()
        classes = ("civilian", "prisoner", "commander", "armed")
        named = token.pos_ == "PROPN" and token.ent_type_ in {"", "PERSON", "GPE"}
        return (
            named
            or token.lower_ in PRONOUN_SUBJECTS
            or any(self.lexicon.is_in(lemma, c) for c in classes)
        )

    def _is_armed(self, token: Token, word_class: str) -> bool:
        lemma = token.lemma_.lower()
        words = [token, *(c for c in token.children if c.dep_ in {"compound", "amod"})]
        is_named = any(w.lower_ in self.armed_names for w in words)
        phrases = self.lexicon.phrases
        if is_named or (lemma in phrases["force"] and self._has_nonstate_modifier(token)):
            return word_class != "state"
        if lemma in phrases["group"] and not self._is_armed_group(token):
            return False
        if self.lexicon.is_in(lemma, "civilian") and not self.lexicon.is_in(lemma, word_class):
            return "armed" in {c.lower_ for c in token.children} and word_class != "state"
        return self.lexicon.is_in(lemma, word_class)

    def _is_armed_group(self, token: Token) -> bool:
        """Whether "group", "movement" ... is one with arms: by its adjective, or "the group"."""
        words = {c.lemma_.lower() for c in token.children}
        if words & self.lexicon.phrases["armed word"] or token.lemma_.lower() in {
            "militia",
            "army",
        }:
            return True
        modifiers = [c for c in token.children if c.dep_ in PHRASE_PARTS]
        return bool(words & {"the", "this"}) and not modifiers and bool(self.armed_names)

    def _has_nonstate_modifier(self, token: Token) -> bool:
        modifiers = (c for c in token.children if c.dep_ in PHRASE_PARTS)
        return any(self.lexicon.is_in(c.lemma_.lower(), "nonstate") for c in modifiers)

    def _is_installation(self, token: Token) -> bool:
        lemma = token.lemma_.lower()
        if not self.lexicon.is_in(lemma, "installation"):
            return False
        if lemma not in self.lexicon.phrases["ambiguous installation"]:
            return True
        return any(c.lemma_.lower() in self.lexicon.phrases["military"] for c in token.children)


def _names_of(token: Token) -> dict[str, None]:
    """Return the names under which the lexicon may list a word, "cease-fire" included."""
    names = dict.fromkeys((token.lemma_.lower(), token.lower_))
    if token.i > 1 and token.nbor(-1).text == "-":
        names = {f"{token.nbor(-2).lower_}-{token.lower_}": None, **names}
    return names


def _is_gerund(token: Token, pos: str) -> bool:
    """Whether a participle is used as a noun."""
    return pos == "noun" and token.tag_ == "VBG" and token.dep_ in {"nsubj", "dobj", "pobj"}


def _is_descriptive(token: Token) -> bool:
    """Whether the word only describes another: "jailed mayor", "battle-hardened"."""
    if token.dep_ == "npadvmod" and token.i + 1 < len(token.doc) and token.nbor(1).text == "-":
        return True
    return token.dep_ == "amod" and token.tag_ in {"VBN", "VBG", "JJ"}


def _is_counted(token: Token) -> bool:
    """Whether people are counted in hundreds: "thousands of workers"."""
    head = token.head.head
    return token.head.lower_ == "of" and head.lemma_.lower() in PARTITIVES


def _weight(rule: Rule) -> int:
    """Return how much a rule asks for; "any" asks for little."""
    weight = 0
    for need in rule.needs:
        is_loose = all(value in {"any", "person"} for _, value in need.choices)
        weight += 0 if need.is_forbidden else 1 if is_loose else 2
    return weight
