"""The exact words behind an event, cut into runs so that a card can mark some of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.model import Article, Event


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a quotation and what they are in it: trigger, place, both, or neither."""

    text: str
    is_trigger: bool = False
    is_place: bool = False
    follows_gap: bool = False
    """Whether words of the document were left out before this run."""


def quote_runs(article: Article, event: Event) -> tuple[Run, ...]:
    """Return the evidence of an event in the order of the text, its trigger and places marked.

    The texts of the runs, joined, are the evidence sentences character by character, but for the
    targets of links and reference marks, which are no words.
    """
    places = [at.mention.span for at in event.places]
    return mark_runs(article, event.evidence, trigger=event.trigger, places=places)


def mark_runs(
    article: Article, evidence: Iterable[Span], *, trigger: Span, places: Sequence[Span]
) -> tuple[Run, ...]:
    """Return some sentences in the order of the text, a trigger and places marked in them."""
    runs: list[Run] = []
    for index, sentence in enumerate(_merged(evidence, article.text)):
        pieces = list(_pieces(article, sentence, (trigger, *places)))
        runs += (
            Run(
                piece.of(article.text),
                is_trigger=piece.overlaps(trigger),
                is_place=any(piece.overlaps(place) for place in places),
                follows_gap=index > 0 and piece is pieces[0],
            )
            for piece in pieces
        )
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


def _pieces(article: Article, sentence: Span, marked: Sequence[Span]) -> Iterable[Span]:
    """Yield a sentence, cut where marked words begin and end, without what only links have."""
    for run in article.without_links(sentence):
        edges = {run.start, run.end}
        for span in marked:
            edges |= {edge for edge in (span.start, span.end) if run.start < edge < run.end}
        for start, end in pairwise(sorted(edges)):
            yield Span(start, end)
