"""Reports that whoever gave them takes back: the event stays, as one that is disputed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

    from dashboard.coding.drafts import Draft
    from dashboard.coding.passages import Sentence

REPORTS = frozenset(
    {"report", "story", "article", "account", "claim", "allegation", "statement", "figure"}
)
BESIDE = 1
"""Sentences before or after a retraction that may tell what is taken back."""


def mark_retracted(
    drafts: Sequence[Draft], parsed: Iterable[tuple[Sentence, Doc]]
) -> tuple[Draft, ...]:
    """Return the events, those told beside "retracts her report" as disputed."""
    numbers = [s.number for s, doc in parsed if _retracts(doc)]
    return tuple(
        replace(d, is_disputed=True)
        if any(abs(d.sentence.number - n) <= BESIDE for n in numbers)
        else d
        for d in drafts
    )


def _retracts(doc: Doc) -> bool:
    return any(t.lemma_ == "retract" and any(c.lemma_ in REPORTS for c in t.children) for t in doc)
