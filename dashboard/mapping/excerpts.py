"""The exact words behind an event, cut into runs so that a card can mark some of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.model import Event


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a quotation and what they are in it: trigger, place, both, or neither."""

    text: str
    is_trigger: bool = False
    is_place: bool = False
    follows_gap: bool = False
    """Whether words of the document were left out before this run."""


def quote_runs(text: str, event: Event) -> tuple[Run, ...]:
    """Return the evidence of an event in the order of the text, its trigger and places marked.

    The texts of the runs, joined, are the evidence sentences character by character.
    """
    places = [at.mention.span for at in event.places]
    return mark_runs(text, event.evidence, trigger=event.trigger, places=places)


def mark_runs(
    text: str, evidence: Iterable[Span], *, trigger: Span, places: Sequence[Span]
) -> tuple[Run, ...]:
    """Return some sentences in the order of the text, a trigger and places marked in them."""
    runs: list[Run] = []
    for index, sentence in enumerate(_merged(evidence, text)):
        runs += _sentence_runs(text, sentence, trigger, places, follows_gap=index > 0)
    return tuple(runs)


def _merged(spans: Iterable[Span], text: str) -> list[Span]:
    """Join sentences that touch or have only white space between them."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and not text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _sentence_runs(
    text: str, sentence: Span, trigger: Span, places: Sequence[Span], *, follows_gap: bool
) -> list[Run]:
    edges = {sentence.start, sentence.end}
    for span in (trigger, *places):
        edges |= {edge for edge in (span.start, span.end) if sentence.start < edge < sentence.end}
    cuts = sorted(edges)
    pieces = [Span(start, end) for start, end in pairwise(cuts)]
    return [
        Run(
            piece.of(text),
            is_trigger=piece.overlaps(trigger),
            is_place=any(piece.overlaps(place) for place in places),
            follows_gap=follows_gap and piece.start == sentence.start,
        )
        for piece in pieces
    ]
