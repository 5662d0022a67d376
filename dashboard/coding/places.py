"""Where an event happened, chosen among the places of its sentence and then of its paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.model import EventPlace, MentionKind, Precision

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from spacy.tokens import Doc, Token

    from dashboard.coding.lexicon import Lexicon
    from dashboard.coding.passages import Sentence
    from dashboard.coding.triggers import Trigger
    from dashboard.model import Resolution

FINEST_FIRST = (
    Precision.POINT,
    Precision.CITY_AREA,
    Precision.LINE,
    Precision.REGION,
    Precision.PROVINCE,
    Precision.COUNTRY,
    Precision.MULTI_COUNTRY,
)
ORIGIN = frozenset({"from", "off"})
AWAY = frozenset({"outside", "beyond", "except", "than"})
MOVES = frozenset({"movement", "deployment", "smuggling"})
LEAVES = frozenset({"withdrawal", "prison break"})
PLACE_OBJECTS = frozenset({"dobj", "nsubjpass", "pobj", "appos", "npadvmod"})
FACILITIES = frozenset(
    [
        "station",
        "prison",
        "jail",
        "base",
        "barracks",
        "checkpoint",
        "post",
        "camp",
        "school",
        "mosque",
        "church",
        "hospital",
        "village",
        "town",
        "city",
        "parliament",
        "market",
        "airport",
        "depot",
        "outpost",
        "garrison",
        "police-station",
    ]
)
FOREIGN_FACILITIES = frozenset({"embassy", "consulate", "mission"})
FAR = 99


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A resolved place name of a sentence, with the word that heads it in the parse."""

    resolution: Resolution
    head: Token

    @property
    def is_eligible(self) -> bool:
        """Whether an event may be put here."""
        kind = self.resolution.mention.kind
        return self.resolution.is_drawn and kind is MentionKind.TOPONYM


def locate_mentions(
    doc: Doc, sentence: Sentence, resolutions: Iterable[Resolution]
) -> tuple[PlaceMention, ...]:
    """Return the resolved names that stand in a sentence."""
    whole = sentence.whole
    found = []
    for resolution in resolutions:
        if not resolution.mention.span.overlaps(whole) or resolution.place is None:
            continue
        run = sentence.find(resolution.mention.span)
        span = doc.char_span(*run, alignment_mode="expand") if run else None
        if span is not None and len(span):
            found.append(PlaceMention(resolution, span.root))
    return tuple(found)


def choose_places(
    trigger: Trigger,
    mentions: Sequence[PlaceMention],
    *,
    triggers: Collection[Token],
    lexicon: Lexicon,
) -> tuple[EventPlace, ...]:
    """Return the places of an event among those of its own sentence, or none."""
    ranked = [
        (rank, m)
        for m in mentions
        if m.is_eligible and (rank := _rank(trigger, m, triggers, lexicon)) < FAR
    ]
    if not ranked:
        return _place_of_facility(trigger, mentions)
    best = min(rank for rank, _ in ranked)
    chosen = [m for rank, m in ranked if rank == best]
    finest = min(chosen, key=lambda m: (_fineness(m), abs(m.head.i - trigger.token.i)))
    joined = [m for m in chosen if m is finest or _is_joined(m, finest)]
    reason = "named with the event" if best == 0 else "named in the same sentence"
    return tuple(_as_event_place(m, reason) for m in joined)


def _fineness(mention: PlaceMention) -> int:
    place = mention.resolution.place
    return FINEST_FIRST.index(place.precision) if place else FAR


def _is_joined(mention: PlaceMention, other: PlaceMention) -> bool:
    return any(w.i == other.head.i for w in mention.head.conjuncts)


def _as_event_place(
    mention: PlaceMention, reason: str, *, is_inherited: bool = False
) -> EventPlace:
    resolution = mention.resolution
    assert resolution.place is not None
    return EventPlace(resolution.place, resolution.mention, is_inherited, reason)


def _rank(
    trigger: Trigger, mention: PlaceMention, triggers: Collection[Token], lexicon: Lexicon
) -> int:
    """Return how far a place stands from an event in the parse; `FAR` when it is not its place."""
    if _is_excluded(trigger, mention, lexicon):
        return FAR
    own = {trigger.token.i: 0}
    for steps, word in enumerate(trigger.token.ancestors, start=1):
        own[word.i] = steps
    others = {t.i for t in triggers if t.i != trigger.token.i}
    for word in (mention.head, *mention.head.ancestors):
        if word.i in own:
            return own[word.i]
        if word.i in others and not _shares(word, trigger.token):
            return FAR
    return FAR


def _shares(other: Token, token: Token) -> bool:
    """Whether a place said of one event also holds for another joined to it."""
    return any(w.i == token.i for w in other.conjuncts)


def _is_excluded(trigger: Trigger, mention: PlaceMention, lexicon: Lexicon) -> bool:
    head = mention.head
    path = [head]
    for word in head.ancestors:
        path.append(word)
        if word.pos_ in {"VERB", "AUX"} or word.i == trigger.token.i:
            break
    for child, parent in pairwise(path):
        if child.lower_ in AWAY and child.dep_ in {"prep", "advmod"}:
            return True
        if child.lower_ in ORIGIN and trigger.rule.family not in LEAVES:
            return True
        if child.dep_ in {"nsubj", "agent"} and not _undergoes(parent, lexicon):
            return parent.pos_ in {"VERB", "AUX"}
        if child.dep_ in {"compound", "amod", "poss"} and _is_body(parent, lexicon):
            return True
    return False


def _undergoes(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the subject of a verb is where things happen: "the town saw clashes"."""
    if verb.lemma_.lower() in lexicon.phrases["undergo"]:
        return True
    below = (c for p in verb.children if p.dep_ in {"prep", "acomp"} for c in p.subtree)
    return any(c.lemma_.lower() in lexicon.phrases["undergo"] for c in below)


def _is_body(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is people or an office that a place name only describes."""
    lemma = noun.lemma_.lower()
    return lexicon.is_in(lemma, "armed") or lexicon.is_in(lemma, "civilian")


def _place_of_facility(
    trigger: Trigger, mentions: Sequence[PlaceMention]
) -> tuple[EventPlace, ...]:
    """Return the country whose fixed building is struck: "a Chadian police station"."""
    for mention in mentions:
        noun = mention.head.head
        if mention.resolution.mention.kind is not MentionKind.DEMONYM:
            continue
        is_inside = any(w.i == trigger.token.i for w in noun.ancestors)
        if is_inside and noun.lemma_.lower() in FACILITIES:
            reason = f"{mention.resolution.mention.surface} {noun.text}: it stands in the country"
            return (_as_event_place(mention, reason),)
    return ()


def inherit_places(earlier: Sequence[EventPlace], reason: str) -> tuple[EventPlace, ...]:
    """Return places that another sentence names, marked as inherited."""
    return tuple(EventPlace(p.place, p.mention, inherited=True, reason=reason) for p in earlier)
