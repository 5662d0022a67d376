"""Reads the sentences of one document, one after the other, into events."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.coding.certainty.attribution import is_said_by_those_before
from dashboard.coding.certainty.claims import find_claims
from dashboard.coding.certainty.status import judge
from dashboard.coding.counting.ledger import Ledger
from dashboard.coding.counting.tolls import find_tolls
from dashboard.coding.dating.dater import Dater
from dashboard.coding.drafts import Draft
from dashboard.coding.gapping import is_own
from dashboard.coding.joining.gathering import (
    BLOODY,
    class_of_those_before,
    doers_before,
    find_more,
    is_close,
    is_line_of_table,
    last_of_paragraph,
    rank_of_toll,
    since_which,
    speaker_before,
    topic_of,
)
from dashboard.coding.joining.merging import find_same
from dashboard.coding.joining.own_events import is_end_of, is_of_both, is_only_a_toll
from dashboard.coding.joining.taking_up import describe_mention, goes_on, what_is_taken_up
from dashboard.coding.joining.umbrellas import drop_umbrellas
from dashboard.coding.joining.union import join
from dashboard.coding.parsed import Parsed
from dashboard.coding.sifting.accidents import tells_of_accident
from dashboard.coding.sifting.cases import is_only_a_case
from dashboard.coding.sifting.genres import is_earnest, is_of_no_day
from dashboard.coding.sifting.make_believe import is_figure
from dashboard.coding.sifting.selection import (
    is_general,
    is_only_recalled,
    select_events,
)
from dashboard.coding.sifting.wars import is_backdrop, is_group
from dashboard.coding.what.families import FATAL
from dashboard.coding.what.phrases import heading_run
from dashboard.coding.what.triggers import Matcher, Trigger, find_triggers
from dashboard.coding.where.attachment import (
    ANNOUNCING,
    DONE_BY_SAYING,
    Attachment,
    is_declared_undone,
    is_own_announcement,
)
from dashboard.coding.where.bearings import without_bearings
from dashboard.coding.where.fineness import is_land
from dashboard.coding.where.inheritance import is_by_label, places_by_label, with_place_before
from dashboard.coding.where.mentions import (
    countries_of,
    locate_mentions,
    place_words,
    unknown_names,
)
from dashboard.coding.where.places import WITH_EVENT, choose_places
from dashboard.coding.where.vague_places import join_ways
from dashboard.coding.who.actors import ActorFinder, add_actors
from dashboard.coding.who.named_victims import victims_named
from dashboard.coding.who.parties import FORCES, takes_up_band, takes_up_doers
from dashboard.model import Actor, EventType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from spacy.tokens import Doc

    from dashboard.coding.certainty.status import Standing
    from dashboard.coding.dating.scenes import Scene
    from dashboard.coding.gapping import Member
    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.coding.where.ground import Ground
    from dashboard.model import EventPlace, Resolution


@dataclass(frozen=True, slots=True)
class Reader:
    """What is known of a document before its sentences are read."""

    lexicon: Lexicon
    armed_names: Mapping[str, str]
    long_names: Mapping[str, str]
    """Abbreviations with the name they stand for."""
    resolutions: tuple[Resolution, ...]
    published: date | None
    scenes: Mapping[int, Scene]
    """What the text around each sentence, by its number, says of its time."""
    play: frozenset[int] = frozenset()
    """The numbers of the sentences that stand in prose of sport, of markets, of kitchens ..."""
    timeless: frozenset[int] = frozenset()
    """The numbers of the sentences around which a work, a law or a drill is told of."""
    ground: Ground | None = None

    def read_sentence(
        self, sentence: Sentence, doc: Doc, events: Sequence[Draft]
    ) -> tuple[Draft, ...]:
        """Return the events known after one more sentence."""
        known = list(events)
        parsed = self._parse(sentence, doc, known)
        placed: dict[int, int] = {}
        for trigger in parsed.triggers:
            self._place(trigger, parsed, known, placed)
        drop_umbrellas(known, placed, doc)
        ledger = replace(self._ledger(sentence), mentions=parsed.mentions)
        for claim in find_claims(doc, sentence, self.lexicon):
            ledger.enter_claim(claim, known, placed)
        if not parsed.is_accident:
            tolls = find_tolls(doc, sentence, self.lexicon)
            for mention in sorted(tolls, key=lambda m: rank_of_toll(m, known, placed)):
                if is_own(sentence, [mention.toll.span]):
                    ledger.enter_toll(mention, known, placed)
        return tuple(known)

    def read_members(
        self, members: Sequence[tuple[Member, Doc]], events: Sequence[Draft]
    ) -> tuple[Draft, ...] | None:
        """Return the events after a sentence that is unfolded; none if a member tells nothing."""
        known = tuple(events)
        for member, doc in members:
            told = self.read_sentence(member, doc, known)
            if told == known:
                return None
            known = told
        return known if members else None

    def _parse(self, sentence: Sentence, doc: Doc, events: Sequence[Draft]) -> Parsed:
        topic = self._topic(events, sentence)
        mentions = locate_mentions(doc, sentence, self.resolutions, topic, ground=self.ground)
        words = place_words(doc, sentence, mentions)
        lands = place_words(doc, sentence, [m for m in mentions if is_land(m)])
        unknown = unknown_names(doc, sentence, self.resolutions)
        they = class_of_those_before(events, sentence)
        matcher = Matcher(self.lexicon, self.armed_names, words, unknown, lands, they)
        found = tuple(t for t in find_triggers(doc, matcher) if not is_group(t))
        is_told = any(t.rule.type and t.rule.family not in FATAL for t in found)
        ones = () if is_told else find_more(doc, [e for e in events if is_close(e, sentence)])
        if sentence.number in self.play and not is_earnest(doc, self.lexicon):
            found = tuple(t for t in found if not is_figure(t))
        triggers = tuple(select_events([*found, *ones], self._untold(found)))
        # "Drones started a fire in which two workers were hurt" is no accident.
        is_struck = any(t.rule.type is EventType.EXPLOSIONS for t in triggers)
        is_accident = not is_struck and tells_of_accident(found, triggers)
        placing = join_ways(without_bearings(mentions, sentence), sentence)
        again = {t.token.i for t in triggers}
        left_out = tuple(
            t for t in found if t.rule.family in BLOODY and t.rule.type and t.token.i not in again
        )
        return Parsed(sentence, doc, placing, triggers, is_accident, left_out)

    def _topic(self, events: Sequence[Draft], sentence: Sentence) -> Resolution | None:
        """Return the place of the event that the paragraph tells most about."""
        place = topic_of(events, sentence)
        if place is None:
            return None
        return next((r for r in self.resolutions if r.mention == place.mention), None)

    def _place(
        self, trigger: Trigger, parsed: Parsed, events: list[Draft], placed: dict[int, int]
    ) -> None:
        """Add a trigger to the event that it speaks of, or as a new one."""
        if trigger.rule.family in FATAL and is_line_of_table(parsed.sentence):
            return  # "Killed: 4" counts the dead of what was told before
        draft = self._draft(trigger, parsed, events)
        if draft is None:
            return
        if not is_own(parsed.sentence, [draft.when.span, *(p.mention.span for p in draft.places)]):
            return  # what all members of the sentence share was told with the first
        index = find_same(draft, events)
        if index is not None:
            placed[trigger.token.i] = index
            events[index] = join(events[index], draft)
        elif is_only_a_toll(trigger, draft, events) or is_end_of(draft, events):
            last = last_of_paragraph(events, parsed.sentence, is_violent=True)
            placed[trigger.token.i] = last if last is not None else 0
        elif not (events and is_of_both(draft)) and not is_only_recalled(
            trigger, self.lexicon, is_bare=is_by_label(draft.places) and draft.when.start is None
        ):
            placed[trigger.token.i] = len(events)
            events.append(with_place_before(draft, events, parsed.mentions))

    def _untold(self, found: Sequence[Trigger]) -> frozenset[int]:
        """Return the words for violence of which nobody died: "prevented an attack", "planned"."""
        deaths = [judge(t, self.lexicon) for t in found if t.rule.family in FATAL]
        is_done = any(s is not None and s.status.is_incident for s in deaths)
        causes = (t for t in found if t.rule.family in BLOODY - FATAL) if deaths else ()
        told = ((t, judge(t, self.lexicon)) for t in causes)
        return frozenset(
            t.token.i
            for t, s in told
            if s is None or is_general(t) or (is_done and not s.status.is_incident)
        )

    def _draft(self, trigger: Trigger, parsed: Parsed, events: Sequence[Draft]) -> Draft | None:
        standing = judge(trigger, self.lexicon)
        if standing is None or is_only_a_case(trigger, self.lexicon):
            return None
        attachment = self._attachment(trigger, trigger, parsed)
        is_definite, is_new, is_plural = describe_mention(trigger)
        places = self._places(trigger, parsed, is_known=is_definite and not is_new)
        places = places_by_label(places, parsed.sentence, self.resolutions)
        scene = self.scenes[parsed.sentence.number]
        dater = Dater(parsed.sentence, parsed.doc, self.lexicon, scene)
        dating = dater.date_event(
            trigger, attachment, status=standing.status, places=places, events=events
        )
        own_places = any(p.reason == WITH_EVENT for p in places)
        is_dated = dating.when.start is not None
        is_of_none = parsed.sentence.number in self.timeless and is_of_no_day(trigger.token)
        is_of_none = is_of_none or (is_general(trigger) and not own_places)
        if not is_dated and (is_of_none or is_backdrop(trigger)):
            return None
        return Draft(
            sentence=parsed.sentence,
            rule=trigger.rule,
            trigger=parsed.sentence.span(*heading_run(trigger)),
            standing=replace(standing, attribution=self._source(trigger, standing, parsed, events)),
            lemmas=frozenset({trigger.rule.lemma}),
            is_definite=is_definite,
            is_new=is_new,
            is_plural=is_plural,
            is_verb=trigger.frame.is_verb,
            is_owned=any(c.dep_ == "poss" for c in trigger.token.children),
            when=dating.when,
            tense=dating.tense,
            names_year=dating.names_year,
            has_time=dating.has_time,
            goes_on=goes_on(trigger),
            takes_up=what_is_taken_up(trigger),
            places=places,
            actors=self._actors(trigger, parsed, events),
            victims=victims_named(trigger),
            evidence=(parsed.sentence,),
            since=since_which(trigger, self.lexicon),
            around=countries_of(parsed.mentions),
        )

    def _attachment(self, trigger: Trigger, word: Trigger, parsed: Parsed) -> Attachment:
        """Return the clause of one of the words that tell the event of a trigger."""
        others = frozenset(t.token.i for t in parsed.triggers if t.token.i != trigger.token.i)
        reports = self.lexicon.phrases["say"] | self.lexicon.phrases["claim"]
        reports -= ANNOUNCING if trigger.rule.family in DONE_BY_SAYING else frozenset()
        return Attachment(word.token, others, reports)

    def _places(
        self, trigger: Trigger, parsed: Parsed, *, is_known: bool
    ) -> tuple[EventPlace, ...]:
        """Return the places of an event, else those of a word that tells it again.

        "The first attack came in January, when men killed 30 in a hotel in Bara."
        """
        words = (trigger, *(() if is_known else parsed.told_by(trigger)))
        found = (
            choose_places(
                word, parsed.mentions, self._attachment(trigger, word, parsed), self.lexicon
            )
            for word in words
        )
        return next(filter(None, found), ())

    def _ledger(self, sentence: Sentence) -> Ledger:
        finder = ActorFinder(sentence, self.lexicon, self.armed_names)
        scene = self.scenes[sentence.number]
        return Ledger(finder, self.long_names, scene.day, scene.day_named)

    def _actors(
        self, trigger: Trigger, parsed: Parsed, events: Sequence[Draft]
    ) -> tuple[Actor, ...]:
        ledger = self._ledger(parsed.sentence)
        found = ledger.finder.find(trigger, parsed.told_by(trigger))
        is_nobody = all(a.role != "actor" or a.name.lower() in FORCES for a in found)
        if is_nobody and takes_up_doers(trigger):
            band = takes_up_band(trigger)
            found = add_actors(found, doers_before(events, parsed.sentence, is_band=band))
        return tuple(map(ledger.in_full, found))

    def _source(
        self, trigger: Trigger, standing: Standing, parsed: Parsed, events: Sequence[Draft]
    ) -> str | None:
        """Return whose word it is: "they say" goes back to those of the sentence before."""
        name = standing.attribution
        is_pact = trigger.rule.family == "agreement"
        if is_declared_undone(trigger.token) or (is_pact and is_own_announcement(trigger.token)):
            return None
        if name is None and is_said_by_those_before(trigger.token, self.lexicon):
            return speaker_before(events, parsed.sentence)
        return self.long_names.get(name, name) if name is not None else None
