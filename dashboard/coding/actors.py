"""Who took part in an event: names with their role and ACLED class."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.arms import owners_of
from dashboard.coding.attribution import name_of
from dashboard.model import Actor, EventType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Doc, Token

    from dashboard.coding.lexicon import Lexicon
    from dashboard.coding.passages import Sentence
    from dashboard.coding.triggers import Trigger

_NAME_WORD = r"(?:[A-Z][\w'’-]*|of|the|for|and|de|la|al|in)"
ABBREVIATED = re.compile(
    rf"\b({_NAME_WORD}(?:[ -]{_NAME_WORD})+)\s*[(\[]([A-Z][A-Za-z-]{{1,9}})[)\]]"
)
LEADING = re.compile(r"^(?:the|a|an|and|of|for|in)\s+", re.IGNORECASE)
GROUP_WORDS = frozenset(
    [
        "group",
        "movement",
        "organization",
        "organisation",
        "faction",
        "militia",
        "outfit",
        "network",
        "army",
        "front",
    ]
)
ARMED_WORDS = frozenset(
    [
        "militant",
        "rebel",
        "insurgent",
        "armed",
        "guerrilla",
        "islamist",
        "jihadist",
        "terrorist",
        "separatist",
        "extremist",
    ]
)
PERSON_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "who",
        "him",
        "her",
        "them",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
    ]
)


def learn_armed_names(
    texts: Iterable[str], docs: Iterable[Doc], lexicon: Lexicon
) -> dict[str, str]:
    """Return lower-case names that this document shows to be armed groups, with their class."""
    names = {w: c for name, c in lexicon.organisations.items() for w in _keys_of(name)}
    for doc in docs:
        for token in doc:
            if token.pos_ == "PROPN" and _is_called_armed(token):
                names.setdefault(token.lower_, "rebel group")
    for long, short in find_abbreviations(texts).items():
        if long.lower() in lexicon.organisations or short.lower() in names:
            names[short.lower()] = lexicon.organisations.get(long.lower(), "rebel group")
    return names


def _keys_of(name: str) -> tuple[str, ...]:
    return (name,) if " " not in name else ()


def _is_called_armed(token: Token) -> bool:
    """Whether the text calls a name an armed group: "the militant group X", "X, a rebel group"."""
    neighbours = [c for c in token.children if c.dep_ == "appos"]
    if token.dep_ == "appos":
        neighbours.append(token.head)
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        neighbours += [c for c in token.head.children if c.dep_ == "attr"]
    return any(_is_armed_group(n) for n in neighbours)


def _is_armed_group(noun: Token) -> bool:
    if noun.lemma_.lower() not in GROUP_WORDS:
        return False
    return any(c.lemma_.lower() in ARMED_WORDS for c in noun.children)


def find_abbreviations(texts: Iterable[str]) -> dict[str, str]:
    """Return "Long Name" -> "LN" for names that the text abbreviates in brackets."""
    found = {}
    for text in texts:
        for match in ABBREVIATED.finditer(text):
            long, short = match.group(1), match.group(2)
            while LEADING.match(long):
                long = LEADING.sub("", long)
            initials = [w[0] for w in re.split(r"[ -]", long) if w[:1].isupper()]
            if initials and initials[0] == short[0] and len(initials) >= len(short) - 1:
                found[long] = short
    return found


def find_actors(
    trigger: Trigger, sentence: Sentence, lexicon: Lexicon, armed_names: Mapping[str, str]
) -> tuple[Actor, ...]:
    """Return those who did it and those it was done to, as the sentence names them."""
    frame = trigger.frame
    found: dict[str, Actor] = {}
    owners = tuple(t for t in frame.modifiers if t.ent_type_ in {"GPE", "NORP", "ORG"})
    for role, tokens in (
        ("actor", (*frame.subjects, *owners)),
        ("target", (*frame.objects, *_opponents(trigger))),
    ):
        for token in tokens:
            if role == "target" and token.ent_type_ in {"GPE", "LOC", "FAC"}:
                continue
            actor = _as_actor(token, role, sentence, lexicon, armed_names)
            if actor is not None:
                found.setdefault(actor.name.lower(), actor)
    for actor in _assistants(trigger, sentence, lexicon, armed_names):
        found.setdefault(actor.name.lower(), actor)
    return tuple(found.values())


def _opponents(trigger: Trigger) -> tuple[Token, ...]:
    """Return those whom somebody fights: "clashed with a militia"."""
    if trigger.rule.type not in {EventType.BATTLES, EventType.RIOTS}:
        return ()
    below = trigger.frame.prepositions
    return (*below.get("with", ()), *below.get("against", ()))


def _assistants(
    trigger: Trigger, sentence: Sentence, lexicon: Lexicon, armed_names: Mapping[str, str]
) -> Iterator[Actor]:
    """Yield those of "with French assistance", "backed by X"."""
    for token in trigger.frame.prepositions.get("with", ()):
        if token.lemma_.lower() in {"assistance", "support", "help", "backing"}:
            helper = next(
                (c for c in token.children if c.dep_ in {"compound", "amod", "poss"}), None
            )
            if helper is not None:
                run = sentence.span(helper.idx, helper.idx + len(helper))
                yield Actor(helper.text, "assistant", class_of(helper, lexicon, armed_names), run)


def _as_actor(
    token: Token, role: str, sentence: Sentence, lexicon: Lexicon, armed_names: Mapping[str, str]
) -> Actor | None:
    is_name = token.pos_ in {"NOUN", "PROPN"} or token.ent_type_ in {"NORP", "GPE"}
    if token.lower_ in PERSON_PRONOUNS or not is_name:
        return None
    actor_class = class_of(token, lexicon, armed_names)
    if actor_class is None and token.ent_type_ not in {"PERSON", "ORG", "NORP", "GPE"}:
        return None
    if lexicon.is_event_noun(token.lemma_.lower()):
        return None
    name = (name_of(token) or token.text).removesuffix("'s").removesuffix("’s")
    start = token.doc.text.find(name, token.left_edge.idx)
    if start < 0:
        start, name = token.idx, token.text
    return Actor(name, role, actor_class, sentence.span(start, start + len(name)))


def class_of(token: Token, lexicon: Lexicon, armed_names: Mapping[str, str]) -> str | None:
    """Return the ACLED actor class of a noun, or `None` if it names nobody of a known class."""
    words = [token, *(c for c in token.children if c.dep_ in {"compound", "amod", "nmod"})]
    name = (name_of(token) or token.text).lower()
    if name in lexicon.organisations:
        return lexicon.organisations[name]
    for word in words:
        if word.lower_ in armed_names:
            return armed_names[word.lower_]
    lemma = token.lemma_.lower()
    if lemma in lexicon.phrases["force"] | lexicon.phrases["rank"]:
        if any(w.lower_ in lexicon.phrases["nonstate adjective"] for w in words[1:]):
            return "rebel group"
        # "members of the regime forces", "a rebel commander"
        owners = (class_of(w, lexicon, armed_names) for w in (*owners_of(token), *words[1:]))
        found = next((c for c in owners if c not in {None, "civilians"}), None)
        if found is not None:
            return found
    if lemma in lexicon.actors:
        return lexicon.actors[lemma]
    return "civilians" if lexicon.is_in(lemma, "civilian") else None
