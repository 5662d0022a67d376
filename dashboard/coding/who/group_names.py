"""Names of groups that a document explains: armed groups, and abbreviations in brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from dashboard.coding.what.lexicon import Lexicon

_NAME_WORD = r"(?:[A-Z][\w'’-]*|\d+|of|the|for|and|de|la|al|in|to)"
_LONG = rf"{_NAME_WORD}(?:[ -]{_NAME_WORD})+"
_SHORT = r"[A-Z][A-Za-z\d-]{1,9}"
ABBREVIATED = re.compile(
    rf"\b(?P<long>{_LONG})(?:\s*[(\[]|,? (?:or|(?:better )?known (?:as|by \w+ \w+)) (?:the )?)"
    rf"(?P<short>{_SHORT})\b(?! [A-Z])"
)
# The long name may stand in the brackets: "the PKK (...)".
SPELT_OUT = re.compile(rf"\b(?P<short>{_SHORT}) [(\[](?P<long>{_LONG})[)\]]")
LEADING = re.compile(r"^(?:the|a|an|and|of|for|in|to)\s+", re.IGNORECASE)
BODIES = frozenset(
    {"party", "front", "army", "force", "forces", "movement", "group", "union", "council", "guard"}
    | {"organisation", "organization", "brigades", "liberation", "borders", "mission", "militia"}
    | {
        "committee",
        "congress",
        "coalition",
        "alliance",
        "state",
        "guards",
        "command",
        "cooperative",
    }
)
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
            names.setdefault(short.lower(), lexicon.organisations.get(long.lower(), "rebel group"))
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
        for match in (*ABBREVIATED.finditer(text), *SPELT_OUT.finditer(text)):
            long, short = match["long"], match["short"]
            while LEADING.match(long):
                long = LEADING.sub("", long)
            if _may_stand_for(short, long):
                found[_spelt_by(short, long)] = short
    return found


def _may_stand_for(short: str, long: str) -> bool:
    """Whether the letters begin the words, or a body is known by letters of another language."""
    initials = _initials(long)
    is_acronym = bool(initials) and initials[0] == short[0] and len(initials) >= len(short) - 1
    is_body = short.isupper() and len(initials) > 1 and {*re.split(r"[ -]", long.lower())} & BODIES
    is_letters = any(c.isupper() or c.isdigit() for c in short[1:])
    return is_letters and (is_acronym or bool(is_body))


def _spelt_by(short: str, long: str) -> str:
    """Return the name alone of "the army and the Bara Salvation Front (BSF)"."""
    starts = [m.start() for m in re.finditer(r"(?<![\w'’])[A-Z]", long)]
    tails = (long[at:] for at in starts)
    return next((t for t in tails if "".join(_initials(t)) == short), long)


def _initials(name: str) -> list[str]:
    return [w[0] for w in re.split(r"[ -]", name) if w[:1].isupper()]
