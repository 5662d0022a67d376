"""Deaths by an accident or a disaster told just before: no attack caused them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.what.families import FATAL, VIOLENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc, Token

    from dashboard.coding.drafts import Draft
    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.coding.what.triggers import Trigger

REACH = 4
"""Sentences; farther back the deaths may well be others."""


def leave_out_deaths_by_accident(
    drafts: Sequence[Draft], parsed: Iterable[tuple[Sentence, Doc]], lexicon: Lexicon
) -> tuple[Draft, ...]:
    """
    Return the events without deaths that nobody is said to have caused, after an accident.

    "Two earthquakes struck on Saturday. More than 1,000 people were killed."
    """
    accidents = [s.number for s, doc in parsed if _tells_of_accident(doc, lexicon)]
    violence = [d.sentence.number for d in drafts if d.rule.family in VIOLENT - FATAL]
    return tuple(d for d in drafts if not _is_by_accident(d, accidents, violence))


def _tells_of_accident(doc: Doc, lexicon: Lexicon) -> bool:
    """Whether a sentence has a word that always means an accident: "earthquake", "capsized"."""
    rules = (lexicon.rules.get(token.lemma_.lower(), ()) for token in doc)
    return any(found and all(r.family == "accident" for r in found) for found in rules)


def _is_by_accident(draft: Draft, accidents: Sequence[int], violence: Sequence[int]) -> bool:
    is_bare = draft.rule.family in FATAL and not draft.places
    if not is_bare or any(a.role == "actor" for a in draft.actors):
        return False
    number = draft.sentence.number
    last = max((n for n in accidents if n <= number), default=number - REACH - 1)
    return number - last <= REACH and not any(last <= n <= number for n in violence)


def tells_of_accident(found: Iterable[Trigger], kept: Iterable[Trigger]) -> bool:
    """Whether a sentence tells of an accident; the "fire" of "killed by army fire" is none."""
    verbs = {t.token.i for t in kept}
    accidents = (t for t in found if is_accidental(t))
    return any(t.token.head.dep_ != "agent" or t.token.head.head.i not in verbs for t in accidents)


def is_accidental(trigger: Trigger) -> bool:
    """Whether a word tells of an accident; "the Tigers killed 13" has a name, no beasts."""
    subjects = trigger.frame.subjects
    is_named = any(t.tag_ in {"NNPS", "NNP"} for t in subjects)
    # "One of the six injured died in hospital": of what was told before
    hurt = (w.lower_ for t in subjects for w in (t, *t.children))
    is_late = any(w in {"wounded", "injured"} for w in hurt)
    places = trigger.frame.prepositions.get("in", ())
    is_late = is_late or (any(t.lower_ == "hospital" for t in places) and _are_some(subjects))
    return trigger.rule.family == "accident" and not is_named and not is_late


def _are_some(subjects: Sequence[Token]) -> bool:
    """Whether it is "three", "another two" or "she": of those told before."""
    return any(
        t.pos_ in {"NUM", "PRON"} or any(c.dep_ == "nummod" for c in t.children) for t in subjects
    )
