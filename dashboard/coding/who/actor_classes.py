"""The ACLED class of those who act or are acted on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.certainty.attribution import name_of
from dashboard.coding.what.arms import is_size, is_unarmed_convoy, owners_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon

MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
# Who guards a shop is no soldier.
PRIVATE = frozenset({"night", "private", "security", "shop", "bank", "company", "mine"})
UNKNOWN_ARMED = "political militia"
# Words for armed people and for others alike.
OFFICIAL = frozenset({"security", "police", "border", "army"})
LOOSE = frozenset({"element", "remnant", "group", "movement", "band", "cell", "member", "party"})


def class_of(token: Token, lexicon: Lexicon, armed_names: Mapping[str, str]) -> str | None:
    """Return the ACLED actor class of a noun, or `None` if it names nobody of a known class."""
    modifiers = (c for c in token.children if c.dep_ in MODIFIERS - {"poss"})
    words = [token, *(c for c in modifiers if not is_size(c))]
    name = (name_of(token) or token.text).lower()
    if name in lexicon.organisations:
        return lexicon.organisations[name]
    for word in words:
        if word.lower_ in armed_names:
            return armed_names[word.lower_]
    named = _class_of_long_name(token, lexicon)
    if named is not None:
        return named
    if token.lower_ == "forces" and any(w.text == "Operation" for w in _named_with(token)):
        return None  # "the forces of Operation Moray" may be anybody's
    lemma = token.lemma_.lower()
    if lemma in lexicon.phrases["force"] | lexicon.phrases["rank"] | lexicon.phrases["group"]:
        found = _class_of_force(token, words[1:], lexicon, armed_names)
        if found is not None:
            return found
    return _class_of_noun(token, lexicon) or _class_by_title(token, lexicon)


def _named_with(token: Token) -> list[Token]:
    """Return the words of the name before a noun, or behind its "of"."""
    owners = owners_of(token)
    return [c for w in (token, *owners) for c in (w, *w.children)]


def _class_by_title(token: Token, lexicon: Lexicon) -> str | None:
    """Return the class of "Colonel Y", "journalist Z" by what stands before the name."""
    if token.pos_ != "PROPN":
        return None
    titles = (c for c in token.children if c.dep_ in {"compound", "nmod"} and c.i < token.i)
    lemmas = [t.lemma_.lower() for t in titles]
    if any(lemma in lexicon.phrases["officer title"] for lemma in lemmas):
        return "state forces"
    is_person = token.ent_type_ == "PERSON" and any(lexicon.is_in(x, "civilian") for x in lemmas)
    return "civilians" if is_person else None


def _class_of_long_name(token: Token, lexicon: Lexicon) -> str | None:
    """Return the class of a group named in several words: "the Islamic State's fighters"."""
    run = token.doc[token.left_edge.i : token.i + 1].text.lower()
    hyphened = run.replace("al ", "al-")  # "al Shabaab" and "al-Shabaab"
    named = lexicon.organisations.items()
    return next((c for n, c in named if (" " in n and n in run) or n == hyphened), None)


def _class_of_force(
    token: Token, modifiers: list[Token], lexicon: Lexicon, armed_names: Mapping[str, str]
) -> str | None:
    lowers = {w.lower_ for w in modifiers}
    # "the Army of National Liberation"
    whose = (w for w in owners_of(token) if token.lemma_.lower() in {"army", "force"})
    lowers |= {w.lower_ for owner in whose for w in (owner, *owner.children)}
    if lowers & lexicon.phrases["nonstate adjective"] and not lowers & OFFICIAL:
        return "rebel group"
    if lowers & OFFICIAL and token.lemma_.lower() in {"man", "member"}:
        return "state forces"
    # "members of the regime forces", "a rebel commander"
    owners = (class_of(w, lexicon, armed_names) for w in (*owners_of(token), *modifiers))
    found = next((c for c in owners if c not in {None, "civilians"}), None)
    if found is None and token.lemma_.lower() in lexicon.phrases["group"]:
        lemmas = {w.lemma_.lower() for w in modifiers} | lowers
        found = UNKNOWN_ARMED if lemmas & lexicon.phrases["armed word"] else None
    return found


def _class_of_noun(token: Token, lexicon: Lexicon) -> str | None:
    lemma = token.lemma_.lower()
    words = {c.lower_ for c in token.children}
    if (lemma == "guard" and words & PRIVATE) or is_unarmed_convoy(token):
        return "civilians"
    if lemma in lexicon.actors:
        return lexicon.actors[lemma]
    if lexicon.is_in(lemma, "civilian"):
        return UNKNOWN_ARMED if words & lexicon.phrases["armed look"] else "civilians"
    if lexicon.is_in(lemma, "state"):
        return "state forces"
    if lemma in lexicon.phrases["group"] or lemma in LOOSE:
        return None
    return UNKNOWN_ARMED if lexicon.is_in(lemma, "nonstate") else None
