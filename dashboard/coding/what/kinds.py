"""What kind of thing or person a word of a sentence names, by the classes of the lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.what.antecedents import PARTITIVES
from dashboard.coding.what.arms import (
    PHRASE_PARTS,
    Arms,
    is_size,
    is_unarmed_convoy,
    names_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon

# Nouns for people that no list is long enough for: "churchgoer", "stallholder", "rifleman".
PERSON_ENDINGS = re.compile(
    r"\w{2}(?:goer|keeper|worker|maker|man|woman|person|folk|holder|owner|rider|dweller|seeker|player"
    r"|picker|catcher|herd|sitter|diver|walker|climber|hiker|writer|grower|monger|smith|ologist|ician|graphe?r)$"
)
ROAD_NUMBER = re.compile(r"[A-Z]{1,2}-?\d{1,4}")
PRONOUN_SUBJECTS = frozenset({"they", "them", "he", "she", "him", "her", "himself"})
ARMED_CLASSES = frozenset({"armed", "state", "nonstate", "group"})
BEASTS = frozenset({"animal", "hazard"})
CROWD_CLASSES = frozenset({"crowd", "protester"})
THEM = frozenset({"they", "them"})
CROWDS = frozenset({"protesters", "rioters"})
# "On Friday thousands filled the square": the model makes one date of it.
COUNTED = frozenset({"hundreds", "thousands", "dozens", "scores"})
LOADS = frozenset({"weapon", "cache", "drug"})
LOADED = frozenset({"of", "carrying", "transporting", "loaded", "full", "laden", "packed"})
CHARGED = ("bomb", "VERB")
"""A charge may be a bomb; who was charged with murder was not."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """What a document and a sentence tell of their words."""

    lexicon: Lexicon
    armed_names: Mapping[str, str]
    """Lower-case words that name armed groups in this document."""
    place_words: frozenset[int] = frozenset()
    """The words of the sentence that belong to a resolved place name."""
    unknown_names: frozenset[int] = frozenset()
    """The words of place names that the gazetteer does not know."""
    lands: frozenset[int] = frozenset()
    """The words that name a whole country or a region of several."""
    they: str | None = None
    """The ACLED class of those of whom the sentence before told."""

    @property
    def arms(self) -> Arms:
        """Who of the sentence bears arms."""
        return Arms(self.lexicon, self.armed_names, self.place_words, self.they)

    def is_a(self, token: Token, word_class: str) -> bool:
        """Whether a word belongs to a class of the lexicon, its compounds considered."""
        if word_class in TESTS:
            return TESTS[word_class](self, token)
        is_date = token.ent_type_ == "DATE" and token.lower_ not in COUNTED
        if is_date or is_month(token) or (word_class, token.pos_) == CHARGED:
            return False
        if word_class in CROWD_CLASSES and (is_crowd := self._is_crowd(token)) is not None:
            return is_crowd
        if word_class in ARMED_CLASSES:
            # "A general strike" is no general's.
            return not is_size(token) and self.arms.is_armed(token, word_class)
        if word_class in BEASTS and token.tag_.startswith("NNP") and self.is_a(token, "armed"):
            return False  # the Tamil Tigers are no animals
        words = [token, *self._what_it_carries(token), *_titles_of(token, word_class)]
        words += self._load_of(token) if word_class in LOADS else ()
        return any(self.lexicon.is_in(n, word_class) for w in words for n in names_of(w))

    def _is_crowd(self, token: Token) -> bool | None:
        """Whether "they" are a crowd, and armed youths none; nothing of other words."""
        if token.lower_ in THEM and self.they in CROWDS:
            return True
        is_gang = token.lemma_ == "youth" and _is_called_armed(token)
        return False if is_gang else None

    def _what_it_carries(self, token: Token) -> list[Token]:
        """Return the words that say what a bomb or round is: "mortar bombs", "tank rounds"."""
        if token.lemma_.lower() not in self.lexicon.phrases["carrier"]:
            return []
        return [c for c in token.children if c.dep_ in PHRASE_PARTS]

    def _load_of(self, token: Token) -> list[Token]:
        """Return what is in a car or on a ship: "a lorry of rifles", "a boat carrying arms"."""
        if not any(self.lexicon.is_in(token.lemma_.lower(), c) for c in ("vehicle", "ship")):
            return []
        inside = [c for c in token.children if c.lower_ in LOADED]
        inside += [c for w in inside for c in w.children if c.lower_ in {"with", "of"}]
        return [c for w in inside for c in w.children if c.dep_ in {"pobj", "dobj"}]

    def is_civilian(self, token: Token) -> bool:
        """Whether it names people who bear no arms: "churchgoers", "a teacher"."""
        lemma = token.lemma_.lower()
        is_person = PERSON_ENDINGS.search(lemma) and lemma not in self.lexicon.words
        return bool(is_person) or any(self.lexicon.is_in(n, "civilian") for n in names_of(token))

    def is_place(self, token: Token) -> bool:
        """Whether it is or names a place: "Bara", "the valley"."""
        is_named = token.i in self.place_words or token.ent_type_ in {"GPE", "LOC", "FAC"}
        return is_named or self.lexicon.is_in(token.lemma_.lower(), "place")

    def is_country(self, token: Token) -> bool:
        """Whether it is a place that may act or be acted upon."""
        return token.i in self.place_words and token.dep_ in {"nsubj", "pobj"}

    def is_polity(self, token: Token) -> bool:
        """Whether it is a state or its government."""
        return token.ent_type_ == "GPE" or self.lexicon.is_in(token.lemma_.lower(), "polity")

    def is_holding(self, token: Token) -> bool:
        """Whether it is something that is held on the ground: "Bara", "the Bara market".

        Whoever takes a bare name that is no person's takes a place, known or not.
        """
        if self.is_place(token) or token.i in self.unknown_names:
            return True
        if self.lexicon.is_in(token.lemma_.lower(), "holding"):
            return True
        # A person is rarely told by one name alone, and the model takes many towns for people.
        is_full_name = token.ent_type_ == "PERSON" and any(
            c.ent_type_ == "PERSON" for c in token.children
        )
        is_person = is_full_name or token.ent_type_ == "DATE" or self.is_civilian(token)
        if is_person or self.arms.is_armed(token, "armed"):
            return False
        is_bare = token.pos_ == "PROPN" and not any(c.dep_ == "det" for c in token.children)
        return is_bare or any(
            c.i in self.place_words and c.dep_ in {"compound", "nmod", "poss"}
            for c in token.children
        )

    def is_road(self, token: Token) -> bool:
        """Whether it is a road, by its noun or its number: "the N11"."""
        is_numbered = ROAD_NUMBER.fullmatch(token.text) is not None
        return is_numbered or any(self.lexicon.is_in(n, "road") for n in names_of(token))

    def is_person(self, token: Token) -> bool:
        """Whether it names people, whoever they are."""
        if token.i in self.place_words:
            return False
        lemma = token.lemma_.lower()
        classes = ("civilian", "prisoner", "commander", "armed")
        named = token.pos_ == "PROPN" and token.ent_type_ in {"", "PERSON", "GPE"}
        return (
            named
            or PERSON_ENDINGS.search(lemma) is not None
            or token.lower_ in PRONOUN_SUBJECTS
            or any(self.lexicon.is_in(lemma, c) for c in classes)
        )

    def is_installation(self, token: Token) -> bool:
        """Whether it is something that armed people hold: "barracks", "their camp"."""
        lemma = token.lemma_.lower()
        if not self.lexicon.is_in(lemma, "installation") or is_unarmed_convoy(token):
            return False
        if lemma not in self.lexicon.phrases["ambiguous installation"]:
            return True
        if any(c.lemma_.lower() in self.lexicon.phrases["military"] for c in token.children):
            return True
        is_theirs = any(c.lower_ in {"their", "its"} for c in token.children)
        return is_theirs and any(self.is_a(t, "state") for t in token.doc)


def _is_called_armed(token: Token) -> bool:
    return any(c.lower_ == "armed" and c.dep_ == "amod" for c in token.children)


def _owns_fire(token: Token) -> bool:
    """Whether it says whose guns fired: "by Arlandic fire"; a fire that burns has an article."""
    is_bare = not any(c.dep_ == "det" for c in token.head.children)
    return token.ent_type_ == "NORP" and token.head.lower_ == "fire" and is_bare


def is_month(token: Token) -> bool:
    """Whether it is the month of March, not a march."""
    return token.text == "March" and (token.i > 0 or token.ent_type_ == "DATE")


def _titles_of(token: Token, word_class: str) -> list[Token]:
    """Return the words before a name that say what office its bearer holds."""
    if word_class != "office" or token.pos_ != "PROPN":
        return []
    return [c for c in token.children if c.dep_ == "compound" and c.is_title]


def _is_counted(token: Token) -> bool:
    """Whether people are counted in hundreds: "thousands of workers"."""
    head = token.head.head
    return token.head.lower_ == "of" and head.lemma_.lower() in PARTITIVES


TESTS: Mapping[str, Callable[[Kinds, Token], bool]] = {
    "any": lambda _kinds, _token: True,
    "civilian": Kinds.is_civilian,
    "person": Kinds.is_person,
    "place": Kinds.is_place,
    "holding": Kinds.is_holding,
    "country": Kinds.is_country,
    "nation": lambda kinds, token: token.i in kinds.lands,
    "polity": Kinds.is_polity,
    "installation": Kinds.is_installation,
    "time": lambda _kinds, token: token.ent_type_ in {"DATE", "TIME"},
    "fire-owner": lambda _kinds, token: _owns_fire(token),
    "plural": lambda _kinds, token: token.tag_ in {"NNS", "NNPS"},
    "many": lambda _kinds, token: _is_counted(token),
    "road": Kinds.is_road,
    "numeral": lambda _kinds, token: token.tag_ == "CD",
}
"""The classes that are no mere lists of words, each with its test."""
