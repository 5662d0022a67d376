"""What the sentences of a document tell of each other: which event a toll or claim belongs to."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.joining.lasting import NEAR_SENTENCES
from dashboard.coding.sifting.outcomes import are_linked
from dashboard.coding.sifting.selection import find_ones
from dashboard.coding.what.families import VIOLENT
from dashboard.model import POINTS, EventType

WHOLE = re.compile(r"\b(?:(?:the (?:whole|entire)|across the) country|nationwide|countrywide)\b")
MORE = frozenset({"second", "third", "fourth"})
TABLE_LINE = re.compile(
    r"^\W*(?:killed|dead|deaths|fatalities|KIA|wounded|injured|injuries|hurt|WIA)"
    r"(?: \([\w ]+\)| [a-z]+)? ?[:=–-] ?(?:about |at least |over )?\d",
    re.IGNORECASE,
)
LINES_OF_TABLE = 4
BEARING_ARMS = frozenset(
    {"state forces", "rebel group", "political militia", "identity militia", "rioters"}
)
BANDS = frozenset({"rebel group", "political militia", "identity militia"})
DOERS = {EventType.PROTESTS: "protesters", EventType.RIOTS: "rioters"}

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc, Token

    from dashboard.coding.counting.toll_phrases import TollMention
    from dashboard.coding.drafts import Draft
    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.coding.what.triggers import Trigger
    from dashboard.model import Actor, EventPlace


def with_speaker(event: Draft, speaker: str | None, sentence: Sentence) -> Draft:
    """Return the event with one more sentence of evidence, and whose word it rests on."""
    evidence = tuple(dict.fromkeys((*event.evidence, sentence)))
    standing = event.standing
    if standing.attribution is None and speaker is not None and speaker != "not named":
        standing = replace(standing, attribution=speaker)
    return replace(event, evidence=evidence, standing=standing)


def is_close(event: Draft, sentence: Sentence) -> bool:
    """Whether an event is told in the paragraph of a sentence."""
    return any(s.paragraph == sentence.paragraph for s in event.evidence)


def topic_of(events: Sequence[Draft], sentence: Sentence) -> EventPlace | None:
    """Return the place of the event that the paragraph of a sentence tells most about."""
    told = [e for e in events if e.places and is_close(e, sentence)]
    if not told:
        return None
    last = [e for e in told if e.sentence.number == sentence.number - 1]
    if len({e.places[0].place.place_id for e in last}) == 1 and not last[0].places[0].inherited:
        return last[0].places[0]
    # Of those told equally much, the last; one told once is soon forgotten.
    event = max(reversed(told), key=lambda e: len(e.evidence))
    is_told_once = len(event.evidence) == 1
    if is_told_once and sentence.number - event.evidence[0].number > NEAR_SENTENCES:
        return None
    return event.places[0]


def class_of_those_before(events: Sequence[Draft], sentence: Sentence) -> str | None:
    """Return the ACLED class of whom "they" means: those who did what was told just before."""
    if not events or not _is_just_told(events[-1], sentence):
        return None
    last = events[-1]
    if last.rule.type in DOERS:
        return DOERS[last.rule.type]
    return next((a.actor_class for a in last.actors if a.role == "actor" and a.actor_class), None)


def _is_just_told(event: Draft, sentence: Sentence) -> bool:
    """Whether no sentence stands between that may be about others."""
    told = [s.number for s in event.evidence if s.number <= sentence.number]
    is_next = sentence.number - max(told, default=sentence.number) <= 1
    return is_next and is_close(event, sentence)


def doers_before(
    events: Sequence[Draft], sentence: Sentence, *, is_band: bool = False
) -> tuple[Actor, ...]:
    """Return whom "they" or "the group" means: who did what the sentence before told.

    No army is "the group" (`is_band`): it may be those whom the army fought.
    """
    if not events or not _is_just_told(events[-1], sentence):
        return ()
    doers = (a for a in events[-1].actors if a.role == "actor")
    armed = [a for a in doers if a.actor_class in BEARING_ARMS or _is_unknown_name(a)]
    if is_band and any(a.actor_class == "state forces" for a in armed):
        armed = [a for a in events[-1].actors if a.actor_class in BANDS]
    return tuple(replace(a, span=None, role="actor") for a in armed)


def _is_unknown_name(actor: Actor) -> bool:
    return actor.actor_class is None and actor.name[:1].isupper()


def speaker_before(events: Sequence[Draft], sentence: Sentence) -> str | None:
    """Return on whose word the last sentence told its event."""
    if not events or not is_close(events[-1], sentence):
        return None
    is_next = sentence.number - events[-1].sentence.number == 1
    return events[-1].standing.attribution if is_next else None


def find_more(doc: Doc, told: Sequence[Draft]) -> tuple[Trigger, ...]:
    """Return "the worst" of several events of the paragraph, or "a second" after one blast."""
    plurals = [e.rule for e in told if e.is_plural and not e.is_verb]
    pairs = [e.rule for e in told if e.is_plural and e.is_verb]
    if plurals:
        return tuple(find_ones(doc, plurals[-1]))
    if pairs:
        return tuple(find_ones(doc, pairs[-1], MORE | {"first", "other", "one"}))
    blasts = [e.rule for e in told if e.rule.type is EventType.EXPLOSIONS]
    return tuple(find_ones(doc, blasts[-1], MORE)) if blasts else ()


def is_of_more(event: Draft, sentence: Sentence) -> bool:
    """Whether a sentence counts the dead "in the whole country", not of one town's event."""
    is_town = bool(event.places) and all(p.place.precision in POINTS for p in event.places)
    return is_town and WHOLE.search(sentence.text) is not None


def since_which(trigger: Trigger, lexicon: Lexicon) -> str | None:
    """Return the family of the event after which the sentence says this one happened.

    "The deadliest strike since the invasion" only ranks it.
    """
    if any(c.tag_ == "JJS" for c in trigger.token.children):
        return None
    own = {trigger.token.i, *(a.i for a in trigger.token.ancestors)}
    for word in trigger.token.doc:
        is_since = word.lower_ in {"since", "following"} and word.dep_ in {"prep", "mark"}
        is_follow = word.lemma_ == "follow" and word.pos_ == "VERB" and word.i in own
        if not is_follow and not (is_since and _touches(word, trigger.token, own)):
            continue
        for noun in (c for c in word.children if c.dep_ in {"pobj", "dobj", "nsubj"}):
            rules = lexicon.rules.get(noun.lemma_.lower())
            if rules and noun.i != trigger.token.i:
                return rules[0].family
    return None


def _touches(word: Token, token: Token, own: set[int]) -> bool:
    return word.head.i in own or any(a.i == token.i for a in word.ancestors)


def is_told_here(event: Draft, mention: TollMention, sentence: Sentence) -> bool:
    """Whether the sentence gave the toll already; a second number is a part of it."""
    toll = event.killed if mention.is_fatal else event.injured
    if mention.is_of_wounded and toll.text is not None:
        return True
    return toll.span is not None and toll.low is not None and toll.span.overlaps(sentence.whole)


def nearest_event(token: Token, placed: Mapping[int, int]) -> int | None:
    """Return the event whose trigger is nearest to a word in the parse."""
    chain = {word.i: steps for steps, word in enumerate((token, *token.ancestors))}
    ranks = []
    for trigger, number in placed.items():
        path = (token.doc[trigger], *token.doc[trigger].ancestors)
        for steps, word in enumerate(path):
            if word.i in chain:
                ranks.append((steps + chain[word.i], abs(trigger - token.i), number))
                break
    return min(ranks)[2] if ranks else None


def last_of_paragraph(
    events: Sequence[Draft], sentence: Sentence, *, is_violent: bool = False
) -> int | None:
    """Return the event told last before a sentence in its paragraph."""
    numbers = [
        i
        for i, e in enumerate(events)
        if not is_violent or e.rule.family in BLOODY - {"war"}
        if any(
            s.paragraph == sentence.paragraph and s.number <= sentence.number for s in e.evidence
        )
        and e.standing.status.is_incident
    ]
    return _not_told_aside(numbers, events) if numbers else None


def _not_told_aside(numbers: Sequence[int], events: Sequence[Draft]) -> int:
    """Return the last event, or the one for which its sentence only recalls it.

    "Bara was hit on Monday, the worst strike since the invasion of 2022": Monday's.
    """
    last = events[numbers[-1]]
    end = last.when.end
    if end is None:
        return numbers[-1]
    beside = [n for n in numbers if last.evidence[-1] in events[n].evidence]
    later = [n for n in beside if (start := events[n].when.start) is not None and start > end]
    return later[-1] if later else numbers[-1]


def deadly_beside(index: int, events: Sequence[Draft]) -> int:
    """Return the raid in which people were taken, where the abduction was told last."""
    last = events[index]
    if last.rule.family != "abduction":
        return index
    raids = (
        i
        for i, e in enumerate(events)
        if e.rule.family in BLOODY - {"abduction"} and e.standing.status.is_incident
        if last.sentence.number in {s.number for s in e.evidence}
    )
    return max(raids, default=index)


def is_line_of_table(sentence: Sentence) -> bool:
    """Whether a line only gives a figure: "- Killed: 4"."""
    return TABLE_LINE.match(sentence.text) is not None


def event_of_table(events: Sequence[Draft], sentence: Sentence) -> int | None:
    """Return the violent event told just before a line of figures."""
    if not is_line_of_table(sentence) or not events:
        return None
    last = len(events) - 1
    near = sentence.number - events[last].evidence[-1].number <= LINES_OF_TABLE
    return last if near and events[last].rule.family in BLOODY else None


BLOODY = VIOLENT | {"siege", "riot", "excessive force", "revolution", "prison break", "coup"}


def bloody_events(
    placed: Mapping[int, int], events: Sequence[Draft], *, is_fatal: bool
) -> dict[int, int]:
    """Return those of a sentence that may cost lives; an abduction only if nothing else does."""
    bloody = {t: n for t, n in placed.items() if events[n].rule.family in BLOODY}
    deadly = {t: n for t, n in bloody.items() if events[n].rule.family != "abduction"}
    return deadly if is_fatal and deadly else bloody


def rank_of_toll(
    mention: TollMention, events: Sequence[Draft], placed: Mapping[int, int]
) -> tuple[bool, bool, bool]:
    """
    Return what sorts the tolls of a sentence, those first that count for one of its events.

    The event's own word first ("after killing nine guards, rebels killed two"), then those that
    hang on an event ("80 died yesterday, 60 of them in the shelling"), what was before it last.
    """
    token = mention.token
    is_before = token.dep_ == "pcomp" and token.head.lower_ in {"after", "since", "following"}
    return token.i not in placed, not linked_events(mention, events, placed), is_before


def linked_events(
    mention: TollMention, events: Sequence[Draft], placed: Mapping[int, int]
) -> dict[int, int]:
    """Return the words of the sentence's bloody events that a toll hangs on, with the events."""
    bloody = bloody_events(placed, events, is_fatal=mention.is_fatal)
    doc = mention.token.doc
    return {t: n for t, n in bloody.items() if are_linked(mention.token, doc[t])}
