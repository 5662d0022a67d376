"""When the events of a sentence were, by its own words and by what was told before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from dashboard.coding.dates.ahead import shift_ahead
from dashboard.coding.dates.anchored import NOTHING_TOLD, Told
from dashboard.coding.dates.candidates import leads
from dashboard.coding.dates.finding import find_dates
from dashboard.coding.dates.intervals import (
    Interval,
    as_when,
    open_from,
    precision_of,
)
from dashboard.coding.dating.announced import (
    as_announced,
    date_announced,
    date_since,
    is_of_promise,
    is_of_reaction,
    is_of_rite,
)
from dashboard.coding.dating.bounds import is_in_force, with_beginning, with_end
from dashboard.coding.dating.choice import (
    choose_date,
    date_beside,
    date_in_front,
)
from dashboard.coding.dating.gaps import date_across, gap_before
from dashboard.coding.dating.located import locate_dates, read_when, words_of
from dashboard.coding.dating.scenes import SCENE_BACK, Scene, is_begun_lately
from dashboard.coding.dating.tenses import Tense, goes_back, tense_of
from dashboard.coding.dating.timing import names_time
from dashboard.coding.dating.told import by_noun, hour_of, interval_of
from dashboard.coding.drafts import TakenUp
from dashboard.coding.joining.taking_up import what_is_taken_up
from dashboard.model import DatePrecision, Status, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from dashboard.coding.dates.intervals import DateExpression
    from dashboard.coding.dating.located import DateMention
    from dashboard.coding.drafts import Draft
    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.coding.what.triggers import Trigger
    from dashboard.coding.where.attachment import Attachment
    from dashboard.model import EventPlace

SENTENCES_BACK = 6
"""From how far back a sentence may count on: "two days later"."""
THAT_DAY = re.compile(
    r"\b(?:that|(?:that|the) (?:very )?same) (?:day|morning|afternoon|evening|night)\b"
    r"|\b(?:on|until|till|ing of|night of|noon of) the \d{1,2}(?:st|nd|rd|th)\b(?! (?:of|[A-Z]))"
)
FINE = frozenset({DatePrecision.DAY, DatePrecision.DAYS, DatePrecision.WEEK, DatePrecision.MONTH})


@dataclass(frozen=True, slots=True)
class Dating:
    """When an event was, and how its words stand in time to the story."""

    when: When = field(default_factory=When)
    tense: Tense = Tense.NONE
    names_year: bool = False
    """Whether the text says the year, and days told next are of it."""
    has_time: bool = False
    """Whether its sentence has words for a time, read or not."""


@dataclass(frozen=True, slots=True)
class Dater:
    """Dates the events of one sentence."""

    sentence: Sentence
    doc: Doc
    lexicon: Lexicon
    scene: Scene = field(default_factory=Scene)

    def date_event(
        self,
        trigger: Trigger,
        attachment: Attachment,
        *,
        status: Status,
        places: Sequence[EventPlace],
        events: Sequence[Draft],
    ) -> Dating:
        """Return when an event was, given the events told before it."""
        tense = tense_of(trigger.token)
        is_to_come = status is Status.HYPOTHETICAL and tense not in {Tense.PAST, Tense.EARLIER}
        is_ahead = status is Status.PLANNED or is_to_come
        told = NOTHING_TOLD if is_ahead else self._told(events, trigger, tense)
        found = find_dates(self.sentence.text, self.scene.day, told=told)
        # "Two days after the ambush" dates what came then, not the ambush.
        own = [f for f in found if not f.start <= trigger.token.idx < f.end]
        dates = locate_dates(self.doc, self._without_heading(own))
        is_of_saying = is_of_promise if is_ahead else is_of_reaction
        dates = tuple(d for d in dates if not is_of_saying(d, trigger.token))
        dates = tuple(d for d in dates if not is_of_rite(d, trigger.token))
        gap = gap_before(trigger.token)
        across = None
        if gap is not None:
            across = date_across(gap, dates, self.scene.published, told=told)
            dates = tuple(d for d in dates if gap.is_inner(d))
        if across is not None and not dates:
            dates = locate_dates(self.doc, [across])
            mention = dates[0] if dates else None
            # What lies a week before the story is not the story that goes on.
            tense = Tense.EARLIER
        else:
            mention = self._choose(dates, attachment, places)
        has_time = names_time(self.doc, trigger.token, dates)
        since = date_since(dates, trigger.token)
        if mention is not None and since is not None and mention.expression.relation == "in":
            # "Have been killed since the start of the war in October"
            mention = mention if mention.head.i != since.head.i else None
        if mention is None:
            when = self._by_other_clause(dates, attachment, is_told=not is_ahead and gap is None)
            return Dating(when, tense=tense, has_time=has_time)
        when = self._read(mention, is_ahead=is_ahead)
        if is_ahead is False and self._is_yet_to_come(when):
            return Dating(tense=tense, has_time=has_time)
        if mention.expression.relation == "since" and is_in_force(trigger):
            # "A ceasefire has been in force since 10 October": that is the day of the ceasefire.
            when = as_when(mention.expression.named or mention.expression.interval, when.span)
        if mention.expression.relation == "until":
            when = self._from_first_verb(when, dates, attachment)
        published = self.scene.published
        when = with_beginning(trigger, when, lexicon=self.lexicon, published=published)
        when = with_end(trigger, when, mention)
        return Dating(when, tense, self._sets_scene(mention), has_time)

    def _without_heading(self, found: Sequence[DateExpression]) -> Sequence[DateExpression]:
        """Leave out the day that heads the sentence, if its own words name another."""
        section = self.scene.section
        head = self.sentence.find(section.words) if section is not None else None
        own = [f for f in found if head is None or not head[0] <= f.start < head[1]]
        return own or found

    def _choose(
        self,
        dates: Sequence[DateMention],
        attachment: Attachment,
        places: Sequence[EventPlace],
    ) -> DateMention | None:
        """Return the date of an event among those of its sentence."""
        spots = [run for p in places if (run := self.sentence.find(p.mention.span))]
        return (
            choose_date(dates, attachment)
            or date_beside(dates, self.sentence.text, spots)
            or date_in_front(dates, self.sentence.text)
        )

    def _by_other_clause(
        self, dates: Sequence[DateMention], attachment: Attachment, *, is_told: bool
    ) -> When:
        """Return the date that the beginning of a time or an announcement gives."""
        since = date_since(dates, attachment.token) if is_told else None
        announced = date_announced(dates, attachment) if is_told else None
        if since is not None and since.expression.interval.start is not None:
            when = open_from(read_when(since, self.sentence), self.scene.published)
            said = words_of(since)
            is_phrase = said.lower().startswith("since ")
            return replace(when, words=f"{when.words}, s{said[1:]}") if is_phrase else when
        return as_announced(announced, self.sentence) if announced is not None else When()

    def _told(self, events: Sequence[Draft], trigger: Trigger, tense: Tense) -> Told:
        """Return what was dated before this sentence, as far as it may count from it."""
        is_aside = any(w.dep_ == "relcl" for w in (trigger.token, *trigger.token.ancestors))
        dated = [e for e in events if e.when.start and e.when.end and e.standing.status.is_incident]
        near = [e for e in dated if self._sentences_since(e) <= SENTENCES_BACK]
        near = [e for e in near if not self._is_counted_here(e)]
        story = [e for e in near if e.tense is not Tense.EARLIER] or near
        last = max(story, key=self._how_late, default=None)
        is_scene = last is not None and (self._is_scene(last) or self._takes_up(last, trigger))
        scene = last if is_scene and not is_aside else None
        day = interval_of(last) if last is not None and last.when.precision in FINE else None
        is_coded = any(self._sentences_since(e) == 1 for e in near)
        if last is None or (self._sentences_since(last) > 1 and not is_coded):
            # What the sentence just before dates was not coded, yet "the next day" follows it.
            day = self.scene.just_named or day
        day = None if last is not None and self._is_of_other_year(last, near) else day
        named = self.scene.day_named
        if named is not None and THAT_DAY.search(self.sentence.text):
            is_later = last is None or last.evidence[-1].number < named[0]
            day = named[1] if is_later else day
        section = self.scene.section
        under = section.interval if section is not None else None
        is_under_day = section is not None and section.is_day and _is_fine(section.interval)
        return Told(
            last=day or self.scene.stated or (under if is_under_day else None),
            scene=interval_of(scene) if scene is not None else self.scene.stated,
            year=self.scene.year,
            period=under,
            hour=hour_of(last) if last is not None and day is not None else None,
            is_sure=scene is not None,
            is_earlier=tense is Tense.EARLIER or goes_back(trigger.token, tense),
            events=by_noun(dated),
        )

    def _how_late(self, event: Draft) -> tuple[int, date]:
        """Rank what a sentence may count from: told last, and of one sentence what was last."""
        return -self._sentences_since(event), event.when.start or date.min

    def _is_of_other_year(self, event: Draft, near: Sequence[Draft]) -> bool:
        """Whether another year was named since: "in 2022 ... A year earlier".

        What lies behind the story does not end it: "In 2022 they had met. Later in the day ...".
        """
        named = self.scene.year_named
        if any(e.tense is Tense.EARLIER and e.sentence.number == named for e in near):
            return False
        one, other = self.scene.year.start if self.scene.year else None, event.when.start
        is_other = one is not None and other is not None and one.year != other.year
        span = event.when.span
        dated = (s.number for s in event.evidence if span is not None and s.whole.overlaps(span))
        return is_other and next(dated, event.sentence.number) < named

    def _is_counted_here(self, event: Draft) -> bool:
        """Whether its day was counted by words of this sentence: "the next morning" moves once."""
        span = event.when.span
        if span is None or event.sentence.number != self.sentence.number:
            return False
        run = self.sentence.find(span)
        plain = {(f.start, f.end) for f in find_dates(self.sentence.text, self.scene.day)}
        return run is not None and run not in plain

    def _sets_scene(self, mention: DateMention) -> bool:
        """
        Whether the days told next are of this date's year.

        "In 2009 they took the town. In May ..." goes on; "an attack in 2009" is but mentioned.
        """
        found = mention.expression
        is_fine = precision_of(found.interval.start, found.interval.end) in FINE
        return found.names_year and (is_fine or leads(self.sentence.text, found.start))

    def _sentences_since(self, event: Draft) -> int:
        told = [s.number for s in event.evidence if s.number <= self.sentence.number]
        return self.sentence.number - max(told, default=-SENTENCES_BACK * SENTENCES_BACK)

    def _is_scene(self, event: Draft) -> bool:
        """Whether a sentence goes on with the story of an event whose year the text says."""
        is_near = self._sentences_since(event) <= SCENE_BACK
        is_here = event.evidence[-1].paragraph == self.sentence.paragraph
        begun = is_begun_lately(event.sentence, interval_of(event), self.scene.published)
        return event.names_year and is_near and is_here and not begun

    def _takes_up(self, event: Draft, trigger: Trigger) -> bool:
        """Whether it goes on with "a 2021 attack": "The gunmen stormed it on 20 November"."""
        is_year = event.when.precision is DatePrecision.YEAR
        is_told_on = what_is_taken_up(trigger) is not TakenUp.NOTHING
        return is_year and is_told_on and self._sentences_since(event) == 1

    def _read(self, mention: DateMention, *, is_ahead: bool) -> When:
        if not is_ahead:
            return read_when(mention, self.sentence)
        found = mention.expression
        words = self.sentence.text[found.start : found.end]
        interval = shift_ahead(found, words, self.scene.published)
        return as_when(interval, self.sentence.span(found.start, found.end))

    def _from_first_verb(
        self, when: When, dates: Sequence[DateMention], attachment: Attachment
    ) -> When:
        """Date "attacked at dawn on Friday and fought there until Saturday" from Friday on."""
        shared = attachment.of_shared_subject()
        first = choose_date(dates, shared) if shared is not None else None
        start = first.expression.interval.start if first is not None else None
        if start is None or when.start is not None or when.end is None or start > when.end:
            return when
        return as_when(Interval(start, when.end), when.span)

    def _is_yet_to_come(self, when: When) -> bool:
        """Whether a day lies after the report, where the text tells what happened."""
        return bool(self.scene.published and when.start and when.start > self.scene.published)


def _is_fine(interval: Interval) -> bool:
    return precision_of(interval.start, interval.end) in FINE
