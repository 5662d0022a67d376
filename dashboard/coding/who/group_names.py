"""Names of groups that a document explains: armed groups, and abbreviations in brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from dashboard.coding.what.lexicon import Lexicon

_NAME_WORD = r"(?:[A-Z][\w'’-]*|of|the|for|and|de|la|al|in)"
ABBREVIATED = re.compile(
    rf"\b({_NAME_WORD}(?:[ -]{_NAME_WORD})+)\s*[(\[]([A-Z][A-Za-z-]{{1,9}})[)\]]"
)
LEADING = re.compile(r"^(?:the|a|an|and|of|for|in)\s+", re.IGNORECASE)
GROUP_WORDS = frozenset(
    {"group", "movement", "organization", "organisation", "faction", "militia", "outfit"}
    | {"network", "army", "front"}
)
ARMED_WORDS = frozenset(
    {"militant", "rebel", "insurgent", "armed", "guerrilla", "islamist", "jihadist", "terrorist"}
    | {"separatist", "extremist"}
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


def names_in_full(texts: Iterable[str]) -> dict[str, str]:
    """Return, for each long name and each abbreviation of it, both: "Long Name (LN)"."""
    both = {long: (f"{long} ({short})", short) for long, short in find_abbreviations(texts).items()}
    return {name: full for long, (full, short) in both.items() for name in (long, short)}


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
