"""Who bears arms: by their noun, by a name this document explains, by a country that acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon

STATE_CLASSES = frozenset({"state forces", "external/other forces"})
NONSTATE_CLASSES = frozenset({"rebel group", "political militia", "identity militia"})
PHRASE_PARTS = frozenset({"compound", "amod", "nmod", "poss"})
LOADS = frozenset(
    {"humanitarian", "aid", "relief", "civilian", "food", "medical", "commercial", "fuel", "trade"}
    | {"refugee", "truck", "merchant", "traders", "mining", "bus", "ambulance"}
)
LOOKS = frozenset({"on", "in", "with", "wearing", "carrying", "wielding", "brandishing"})
LONGER_NAMES = (1, 2, 3)
"""How many words a name may have before its last."""


@dataclass(frozen=True, slots=True)
class Arms:
    """What a document and a sentence tell of armed actors."""

    lexicon: Lexicon
    names: Mapping[str, str]
    """Lower-case words that name armed groups in this document, with their class."""
    place_words: frozenset[int]
    they: str | None = None
    """The ACLED class of those of whom the sentence before told."""

    def is_armed(self, token: Token, word_class: str) -> bool:
        """Whether a word names armed people; `word_class` is armed, state, nonstate or group."""
        named = self._class_by_name(token)
        if named is None and token.lower_ == "they" and token.dep_ == "nsubj":
            named = self.they if self.they in STATE_CLASSES | NONSTATE_CLASSES else None
        if named is not None:
            return word_class == "armed" or (word_class == "state") is (named in STATE_CLASSES)
        if token.i in self.place_words:
            # "Borland shelled the port": a country that acts stands for its forces.
            return token.dep_ == "nsubj" and word_class in {"armed", "state"}
        lemma, phrases = token.lemma_.lower(), self.lexicon.phrases
        if lemma in phrases["force"] and self._is_of_nonstate(token):
            return word_class != "state"
        if lemma in phrases["rank"]:
            if self._has_modifier(token, "state"):
                return word_class in {"armed", "state"}
            if any(self.is_armed(t, word_class) for t in owners_of(token)):
                return True
        return self._is_armed_noun(token, word_class)

    def _is_armed_noun(self, token: Token, word_class: str) -> bool:
        lemma = token.lemma_.lower()
        if is_unarmed_convoy(token):
            return False
        if lemma in self.lexicon.phrases["group"] and not self._is_armed_group(token):
            # "factions of the cartel"
            return any(self.is_armed(t, word_class) for t in owners_of(token))
        if lemma in {"man", "personnel"} and self._has_modifier(token, "uniformed"):
            return word_class in {"armed", "state"}  # "security men"
        is_of_class = any(self.lexicon.is_in(name, word_class) for name in names_of(token))
        if self.lexicon.is_in(lemma, "civilian") and not is_of_class:
            return self._looks_armed(token) and word_class != "state"
        return is_of_class

    def _looks_armed(self, token: Token) -> bool:
        """Whether it is "armed men", "men on motorcycles", "a man wearing a mask"."""
        if any(c.lower_ in self.lexicon.phrases["armed look"] for c in token.children):
            return True
        if token.dep_ not in {"nsubj", "pobj"} or self._is_victim(token):
            return False
        links = [c for c in token.children if c.lower_ in LOOKS and c.dep_ in {"prep", "acl"}]
        below = (w for link in links for w in link.children if w.dep_ in {"pobj", "dobj"})
        return any(w.lemma_.lower() in self.lexicon.phrases["outfit"] for w in below)

    def _is_victim(self, token: Token) -> bool:
        return token.dep_ == "pobj" and token.head.dep_ != "agent"

    def _class_by_name(self, token: Token) -> str | None:
        """Return the class of a force that is named, of one word or of several."""
        words = [token, *(c for c in token.children if c.dep_ in {"compound", "amod", "nmod"})]
        found = next((self.names[w.lower_] for w in words if w.lower_ in self.names), None)
        if found is not None:
            return found
        last = [w.i for w in words if w.pos_ == "PROPN"]
        runs = (token.doc[max(0, i - n) : i + 1].text.lower() for i in last for n in LONGER_NAMES)
        return next((c for r in runs if (c := self.lexicon.organisations.get(r))), None)

    def _is_armed_group(self, token: Token) -> bool:
        """Whether "group", "movement" ... is one with arms: by its adjective, or "the group"."""
        words = {c.lemma_.lower() for c in token.children}
        if words & self.lexicon.phrases["armed word"] or token.lemma_.lower() in {
            "militia",
            "army",
        }:
            return True
        modifiers = [c for c in token.children if c.dep_ in PHRASE_PARTS]
        return bool(words & {"the", "this"}) and not modifiers and bool(self.names)

    def _is_of_nonstate(self, token: Token) -> bool:
        """Whether it is "rebel forces", "the Democratic Forces", "the Liberation Army"."""
        adjectives = self.lexicon.phrases["nonstate adjective"]
        is_called = any(c.lower_ in adjectives for c in token.children)
        return is_called or self._has_modifier(token, "nonstate")

    def _has_modifier(self, token: Token, word_class: str) -> bool:
        modifiers = (c for c in token.children if c.dep_ in PHRASE_PARTS and not is_size(c))
        return any(self.lexicon.is_in(c.lemma_.lower(), word_class) for c in modifiers)


def is_size(word: Token) -> bool:
    """Whether it is the adjective of "major factions", "a general strike", and no officer."""
    return word.tag_ == "JJ" and word.lower_ in {"major", "general"}


def is_unarmed_convoy(token: Token) -> bool:
    """Whether it is "an aid convoy", which no army drives."""
    return token.lemma_.lower() == "convoy" and any(c.lower_ in LOADS for c in token.children)


def owners_of(token: Token) -> list[Token]:
    """Return whom a rank belongs to: the faction of "the leader of a rebel faction"."""
    ofs = [c for c in token.children if c.lower_ in {"of", "from"}]
    return [c for of in ofs for c in of.children if c.dep_ == "pobj"]


def names_of(token: Token) -> tuple[str, ...]:
    """Return the names under which the lexicon may list a word, "cease-fire" first."""
    is_joined = token.i > 1 and token.nbor(-1).text == "-"
    joined = f"{token.nbor(-2).lower_}-{token.lower_}" if is_joined else ""
    # "shoot-outs" is a "shoot-out" and no "out".
    return (joined.removesuffix("s"), joined, token.lemma_.lower(), token.lower_)
