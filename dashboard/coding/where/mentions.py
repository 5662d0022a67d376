"""The place names of a sentence, and what they are as places of an event."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.where.references import find_references
from dashboard.coding.where.vague_places import find_parts
from dashboard.model import EventPlace, MentionKind, NoMark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from dashboard.coding.passages import Sentence
    from dashboard.coding.where.ground import Ground
    from dashboard.model import Mention, Resolution, Span

GUESSES = frozenset({NoMark.UNSURE, NoMark.UNKNOWN})
"""An event keeps such a place, without a mark."""
DOUBTS = frozenset(NoMark) - {NoMark.FILED_FROM}
"""An event there is at no other place."""
PUTS_AT = "The text puts it at "
"""How it begins why an event has no mark whose place is not known well enough."""
NEARBY = re.compile(
    r"\b(?P<words>near|close to|just outside|outside|on the outskirts of|in the vicinity of"
    r"|(?:north|south)(?:-?(?:east|west))? of|(?:east|west) of"
    r"|\d+ (?:km|kilomet(?:er|re)s?|miles?) (?:away )?from)\s+(?:the\s+)?(?:\w+\s+of\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A resolved place name of a sentence, with the word that heads it in the parse."""

    resolution: Resolution
    head: Token
    stands_for: str | None = None
    """Words such as "there" or "the country" that refer back to the name."""

    @property
    def before(self) -> str:
        """The words of the sentence before the name."""
        first = self.head.left_edge.idx
        if self.stands_for is not None:
            return self.head.doc.text[: self.head.idx]
        at = self.head.doc.text.find(self.resolution.mention.surface, first)
        return self.head.doc.text[: at if at >= 0 else first]

    @property
    def is_eligible(self) -> bool:
        """
        Whether the event may be here.

        A name of which it is unsure where it lies, or that the user never wants mapped, counts:
        an event there is at no other place. It has no mark then.
        """
        if self.stands_for is not None:
            return True
        at = self.resolution
        is_named = at.mention.kind is MentionKind.TOPONYM
        return is_named and (at.not_drawn_because is None or at.no_mark in DOUBTS)


def drawn_or_why_not(
    places: Sequence[EventPlace], resolutions: Sequence[Resolution]
) -> tuple[tuple[EventPlace, ...], Mention | None, str | None]:
    """
    Return an event's places, and what has no mark and why where none of them may have one.

    A guess stays with the event, without a mark, unless the text draws places only in other
    countries; a name that hardly fits, or that the user never wants mapped, does not even lend its
    coordinates.
    """
    doubts = {r.mention: r for r in resolutions if r.no_mark in DOUBTS}
    undrawn = {p: doubts[p.mention] for p in places if p.mention in doubts and not p.unknown}
    drawn = tuple(p for p in places if p not in undrawn)
    if drawn or not undrawn:
        return drawn, None, None
    first, *_ = undrawn
    told = {c for r in resolutions if r.is_drawn and r.place for c in r.place.countries}
    kept = tuple(
        p
        for p, doubt in undrawn.items()
        if doubt.no_mark in GUESSES and (not told or told & set(p.place.countries))
    )
    unplaced = None if kept else first.mention
    why_not = undrawn[first].not_drawn_because
    return kept, unplaced, f"{PUTS_AT}{first.mention.surface}, which is not drawn: {why_not}"


def locate_mentions(
    doc: Doc,
    sentence: Sentence,
    resolutions: Sequence[Resolution],
    there: Resolution | None,
    *,
    ground: Ground | None = None,
) -> tuple[PlaceMention, ...]:
    """
    Return the resolved names that stand in a sentence, and words that refer back to one.

    `there` is the place that the paragraph is about, where that is known. With a ground, the
    capital and the parts of a country are known without their names.
    """
    found = []
    for resolution in standing_in(sentence, resolutions):
        run = sentence.find(resolution.mention.span)
        span = doc.char_span(*run, alignment_mode="expand") if run else None
        if resolution.place is not None and span is not None and len(span):
            found.append(PlaceMention(resolution, span.root))
    references = list(find_references(doc, sentence, resolutions, there, ground=ground))
    if ground is not None:
        here = standing_in(sentence, resolutions)
        references += find_parts(doc, sentence, here, resolutions=resolutions, ground=ground)
    return (*found, *(PlaceMention(r.resolution, r.head, r.words) for r in references))


def standing_in(sentence: Sentence, resolutions: Sequence[Resolution]) -> Sequence[Resolution]:
    """Return the resolutions of a sentence, out of all of the document in their order."""
    return standing_within(sentence.whole, resolutions)


def standing_within(run: Span, resolutions: Sequence[Resolution]) -> Sequence[Resolution]:
    """Return the resolutions in a run of the text, out of all of the document in their order."""
    first = bisect_left(resolutions, run.start, key=lambda r: r.mention.start)
    last = bisect_left(resolutions, run.end, key=lambda r: r.mention.start)
    return resolutions[first:last]


def place_words(doc: Doc, sentence: Sentence, mentions: Sequence[PlaceMention]) -> frozenset[int]:
    """Return the words of a sentence that belong to names that stand for places."""
    words: set[int] = set()
    for mention in mentions:
        run = sentence.find(mention.resolution.mention.span) if mention.is_eligible else None
        span = doc.char_span(*run, alignment_mode="expand") if run else None
        if span is not None and mention.stands_for is None:
            words.update(token.i for token in span)
    return frozenset(words)


def countries_of(mentions: Sequence[PlaceMention]) -> frozenset[str]:
    """Return the countries, by their two letters, in which the names of a sentence lie."""
    places = (mention.resolution.place for mention in mentions)
    return frozenset(country for place in places if place for country in place.countries)


def unknown_names(
    doc: Doc, sentence: Sentence, resolutions: Sequence[Resolution]
) -> frozenset[int]:
    """Return the words of place names that the gazetteer does not know."""
    words: set[int] = set()
    for resolution in standing_in(sentence, resolutions):
        mention = resolution.mention
        is_unknown = resolution.place is None and mention.kind is MentionKind.TOPONYM
        run = sentence.find(mention.span) if is_unknown else None
        span = doc.char_span(*run, alignment_mode="expand") if run else None
        words.update(token.i for token in span or ())
    return frozenset(words)


def as_event_place(mention: PlaceMention, reason: str) -> EventPlace:
    """Return a place name of a sentence as where something happened."""
    resolution = mention.resolution
    assert resolution.place is not None
    if mention.stands_for is not None:
        reason = f"“{mention.stands_for}” means {resolution.place.name} here"
    nearby = NEARBY.search(mention.before)
    if nearby is not None:
        words = f"{nearby['words']} {resolution.mention.surface}"
        reason = f"{reason}; the text says “{' '.join(words.split())}”, which is not in it"
    return EventPlace(resolution.place, resolution.mention, mention.stands_for is not None, reason)
