"""What a sentence adds to the events known: their dead and injured, and who claims what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.coding.certainty.attribution import speaker_of
from dashboard.coding.certainty.claim_words import UNNAMED, claim_of
from dashboard.coding.counting.joint_tolls import (
    events_counted_together,
    share_of,
    shared_triggers,
)
from dashboard.coding.counting.toll_holders import (
    crowd_of,
    is_across_gap,
    is_of_another,
    is_of_another_day,
    is_of_its_subject,
    is_of_somebody,
    is_only_compared,
    is_sum_of_a_war,
    is_sum_of_many,
    is_sum_since,
    is_told_in,
    subject_led_astray,
    subject_of_toll,
)
from dashboard.coding.joining.gathering import (
    bloody_events,
    deadly_beside,
    event_of_table,
    is_close,
    is_of_more,
    last_of_paragraph,
    linked_events,
    nearest_event,
    speaker_before,
    with_speaker,
)
from dashboard.coding.where.mentions import as_event_place
from dashboard.coding.where.place_joining import conflict
from dashboard.coding.who.actors import ActorFinder, add_actors
from dashboard.coding.who.sides import add_toll, in_words, is_elsewhere, side_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dashboard.coding.certainty.claim_words import ClaimMention
    from dashboard.coding.counting.toll_phrases import TollMention
    from dashboard.coding.dates.intervals import Interval
    from dashboard.coding.drafts import Draft
    from dashboard.coding.where.mentions import PlaceMention
    from dashboard.model import Actor


OF_THOSE = re.compile(
    r"\b(?:tolls?|wound\w*|injur\w+|hospital|bod(?:y|ies)|rubble|funeral|survivors?)\b",
    re.IGNORECASE,
)
"""Words that go back to those hurt before, whatever day was named since."""
BLAMED = "blamed"
"""The role of those of whom somebody says that they did it; the claims say who does."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Enters the tolls and claims of one sentence."""

    finder: ActorFinder
    long_names: Mapping[str, str]
    day: date | None = None
    """The day from which a sentence counts "on Monday"."""
    day_named: tuple[int, Interval] | None = None
    """The day that one of the last sentences names, and the number of that sentence."""
    mentions: tuple[PlaceMention, ...] = ()
    """The place names of the sentence."""

    def in_full(self, actor: Actor) -> Actor:
        """Return an actor with the long name that an abbreviation of the text stands for."""
        return replace(actor, name=self.long_names.get(actor.name, actor.name))

    def enter_toll(
        self, mention: TollMention, events: list[Draft], placed: Mapping[int, int]
    ) -> None:
        """Put a number of dead or injured to the event that it counts for."""
        sentence = self.finder.sentence
        if is_sum_of_a_war(mention, placed) or is_only_compared(mention):
            return
        together = events_counted_together(mention, events, placed, sentence, self.finder.lexicon)
        if together:
            toll = share_of(mention, sentence, shared_triggers(mention, placed))
            for each in together:
                self._enter(replace(mention, toll=toll), events, each)
            return
        index = self._event_of_toll(mention, events, placed)
        if index is None or is_sum_since(events[index], mention, sentence):
            return
        if not self._was_elsewhere(mention, events[index]):
            self._enter(mention, events, index)

    def _enter(self, mention: TollMention, events: list[Draft], index: int) -> None:
        """Put a number of dead or injured to one event, with its victims and whoever counts."""
        sentence, event = self.finder.sentence, events[index]
        if not event.standing.status.is_incident:
            return
        if is_of_more(event, sentence) or is_elsewhere(event, sentence):
            return
        if is_sum_of_many(event, sentence):
            return
        speaker, claim = None, mention.claim
        if claim is None:
            speaker = speaker_of(mention.token, self.finder.lexicon)
            is_state = mention.token.dep_ == "oprd"  # the "dead" of "12 are feared dead"
            said = mention.token.head if is_state else mention.token
            claim = claim_of(speaker, said, sentence) if speaker is not None else None
        counted = self.finder.counted(mention)
        side = side_of(counted, self.finder.lexicon, self.finder.armed_names)
        teller = claim.claimant if claim is not None else None
        more = add_toll(event, in_words(counted, sentence, side), sentence, side, teller=teller)
        if more is None:
            return
        victims = map(self.in_full, self.finder.victims(counted))
        event = replace(more, actors=add_actors(more.actors, victims))
        if mention.claim is None and _is_claimed(mention, event):
            speaker = None  # "police said six died; the hospital gave nine": not by the police
        elif claim is not None and claim.span not in {c.span for c in event.claims}:
            event = replace(event, claims=tuple(dict.fromkeys((*event.claims, claim))))
        is_own = sentence.number == event.sentence.number
        # Whoever counted the dead later did not therefore tell of the event.
        events[index] = with_speaker(event, speaker if is_own else None, sentence)

    def _event_of_toll(
        self, mention: TollMention, events: Sequence[Draft], placed: Mapping[int, int]
    ) -> int | None:
        bloody = bloody_events(placed, events, is_fatal=mention.is_fatal)
        doc = mention.token.doc
        if bloody and all(is_across_gap(doc[t], mention.token) for t in bloody):
            # "A year after a bombing, marches ended with 16 deaths": not of the bombing
            return None
        own = subject_led_astray(mention, bloody)
        own = subject_of_toll(mention, bloody) if own is None else own
        if own is not None:
            return own
        linked = linked_events(mention, events, placed)
        index = nearest_event(mention.token, linked or (bloody if len(bloody) == 1 else {}))
        if index is None and not bloody:
            index = crowd_of(mention, events, placed, self.finder.sentence)
            index = self._event_before(mention, events, placed) if index is None else index
        return index

    def _event_before(
        self, mention: TollMention, events: Sequence[Draft], placed: Mapping[int, int]
    ) -> int | None:
        """Return the event told before whose dead a sentence without one of its own may count."""
        sentence = self.finder.sentence
        index = last_of_paragraph(events, sentence, is_violent=True)
        index = event_of_table(events, sentence) if index is None else index
        if index is None or is_of_somebody(mention):
            return None
        index = deadly_beside(index, events) if mention.is_fatal else index
        event = events[index]
        is_other = is_of_another(event, events, placed, sentence) or self._is_overtaken(event)
        is_other = is_other or is_of_its_subject(mention, events, placed, sentence)
        if is_other or is_of_another_day(event, mention, sentence, self.day):
            return None
        return index

    def _was_elsewhere(self, mention: TollMention, event: Draft) -> bool:
        """Whether it counts those of another place: "in Bara, where six people were hurt"."""
        if self.finder.sentence.number == event.sentence.number:
            return False
        told = [
            as_event_place(m, "counted there")
            for m in self.mentions
            if m.is_eligible and m.stands_for is None and is_told_in(mention.token, m.head)
        ]
        return conflict(told, event.places, is_told_again=True)

    def _is_overtaken(self, event: Draft) -> bool:
        """Whether a later day has been named since: "... On 9 April commandos searched a farm"."""
        if self.day_named is None or event.when.end is None:
            return False
        number, day = self.day_named
        is_since = number > event.evidence[-1].number
        is_later = day.start is not None and day.start > event.when.end
        return is_since and is_later and OF_THOSE.search(self.finder.sentence.text) is None

    def enter_claim(
        self, mention: ClaimMention, events: list[Draft], placed: Mapping[int, int]
    ) -> None:
        """Put a claim or a denial to the event that it is about."""
        sentence = self.finder.sentence
        index = self._event_of_claim(mention, events, placed)
        if index is None:
            return
        event = events[index]
        claim = mention.claim
        if claim.claimant == UNNAMED and mention.claimant is not None:
            # "It blamed the rebels": whoever told what the sentence before told
            claim = replace(claim, claimant=speaker_before(events, sentence) or UNNAMED)
        claims = tuple(dict.fromkeys((*event.claims, claim)))
        is_disputed = event.is_disputed or (mention.is_dispute and not mention.names_author)
        actors = event.actors
        if mention.is_authorship and mention.claimant is not None:
            party = self.finder.party_of(mention.claimant, mention.claim.claimant)
            actors = add_actors(actors, (self.in_full(party),) if party else ())
        blamed = (self.finder.read(t, "actor") for t in mention.blamed)
        actors = add_actors(actors, (self.in_full(replace(a, role=BLAMED)) for a in blamed if a))
        event = replace(event, claims=claims, is_disputed=is_disputed, actors=actors)
        is_own = sentence.number == event.sentence.number
        if mention.is_authorship and is_own:
            event = replace(event, standing=replace(event.standing, attribution=None))
        # Who owns up to it, or counts its dead, in a later sentence did not tell of it.
        # Nor who only says whose work it was: "..., the army blamed a gang".
        is_blame = mention.names_author and mention.event is None
        is_teller = is_own and not (mention.is_dispute or is_blame or mention.is_rival)
        is_teller = is_teller and not mention.is_authorship
        speaker = claim.claimant if is_teller else None
        events[index] = with_speaker(event, speaker, sentence)

    def _event_of_claim(
        self, mention: ClaimMention, events: Sequence[Draft], placed: Mapping[int, int]
    ) -> int | None:
        sentence = self.finder.sentence
        if mention.event is not None and mention.event.i in placed:
            return placed[mention.event.i]
        if mention.is_dispute and mention.names_author:
            claimed = [i for i, e in enumerate(events) if e.claims and is_close(e, sentence)]
            if claimed:
                return claimed[-1]
        near = nearest_event(mention.token, placed) if mention.event is None else None
        last = last_of_paragraph(events, sentence) if near is None else None
        return deadly_beside(last, events) if last is not None else near


def _is_claimed(mention: TollMention, event: Draft) -> bool:
    """Whether a claim of the event gives a figure already."""
    span = mention.toll.span
    return span is not None and any(c.span.overlaps(span) for c in event.claims)
