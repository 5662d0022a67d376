"""Events of an article: what, when, where, who, how many and how sure, each with its words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.coding.certainty.retractions import mark_retracted
from dashboard.coding.counting.row_tolls import count_by_rows
from dashboard.coding.dating.carrying import carry_dates
from dashboard.coding.dating.scenes import find_scenes
from dashboard.coding.dating.sections import date_by_section, day_of_report, find_sections
from dashboard.coding.gapping import unfold
from dashboard.coding.joining.completion import complete
from dashboard.coding.joining.running_tolls import count_on
from dashboard.coding.joining.umbrellas import list_one_by_one, without_labels
from dashboard.coding.mending import mend
from dashboard.coding.moving.flows import FlowReader
from dashboard.coding.moving.movements import load_movements
from dashboard.coding.passages import split_sentences
from dashboard.coding.reader import Reader
from dashboard.coding.sifting.accidents import leave_out_deaths_by_accident
from dashboard.coding.sifting.called_off import leave_out_called_off
from dashboard.coding.sifting.genres import find_play, find_plots, find_timeless
from dashboard.coding.what.lexicon import Lexicon, load_lexicon
from dashboard.coding.what.triggers import compile_prefilter
from dashboard.coding.where.discourse import place_by_story
from dashboard.coding.where.mentions import drawn_or_why_not, standing_in
from dashboard.coding.where.strange_names import is_no_name
from dashboard.coding.where.table_places import unread_place, within_row
from dashboard.coding.where.unknown_places import (
    find_unknown,
    named_in_vain,
    settle,
    with_stand_ins,
    within_provinces,
)
from dashboard.coding.who.foreign import mark_foreign
from dashboard.coding.who.group_names import learn_armed_names, names_in_full
from dashboard.model import WIDE, Event, Status
from dashboard.reading.rows import find_rows, row_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from spacy.language import Language
    from spacy.tokens import Doc

    from dashboard.coding.dating.parts import Section
    from dashboard.coding.drafts import Draft
    from dashboard.coding.gapping import Member
    from dashboard.coding.passages import Sentence
    from dashboard.coding.where.ground import Ground
    from dashboard.coding.where.holders import Holder
    from dashboard.model import Article, EventPlace, Flow, Mention, Resolution
    from dashboard.reading.rows import Row

NO_PLACE = "The text names no place for it"
MOVEMENT = "A movement between countries, not an event at one place"


@dataclass(frozen=True, slots=True)
class Coding:
    """What was coded of one article."""

    events: tuple[Event, ...]
    flows: tuple[Flow, ...] = ()


@dataclass(frozen=True, slots=True)
class _Text:
    """An article as it is read: its names, its sentences and what stands above them."""

    article: Article
    known: tuple[Resolution, ...]
    unknown: Mapping[Mention, Holder]
    names: tuple[Resolution, ...]
    """The known names with those that stand in for the unknown ones."""
    sentences: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    rows: tuple[Row, ...]


class EventCoder:
    """Codes the events and the movements of articles with one language model and one lexicon."""

    def __init__(
        self, language: Language, lexicon: Lexicon | None = None, *, ground: Ground | None = None
    ) -> None:
        """Without a ground, only places that the text names are places of events."""
        self._language = language
        self._ground = ground
        self._lexicon = lexicon or load_lexicon()
        self._movements = load_movements()
        self._prefilter = compile_prefilter(self._lexicon)

    def code(self, article: Article, resolutions: Sequence[Resolution]) -> tuple[Event, ...]:
        """Return the events of an article in the order of its text."""
        return self.read(article, resolutions).events

    def read(self, article: Article, resolutions: Sequence[Resolution]) -> Coding:
        """Return the events and the movements of an article in the order of its text."""
        text = self._open(article, resolutions)
        unreal = find_plots(text.sentences, self._lexicon)
        told = (s for s in text.sentences if s.number not in unreal)
        with_events = {s.number for s in told if self._prefilter.search(s.text)}
        moving = {s.number for s in text.sentences if self._may_move(s, text.names)}
        wanted = [s for s in text.sentences if s.number in with_events | moving]
        docs = self._parse(wanted)
        armed_names = learn_armed_names([s.text for s in text.sentences], docs, self._lexicon)
        reader = self._reader(text, armed_names)
        parsed = list(zip(wanted, docs, strict=True))
        events = self._events(text, reader, [p for p in parsed if p[0].number in with_events])
        flow_reader = FlowReader(
            lexicon=self._lexicon,
            movements=self._movements,
            armed_names=armed_names,
            resolutions=text.known,
            article_id=article.article_id,
            published=reader.published,
        )
        flows = flow_reader.read(p for p in parsed if p[0].number in moving)
        return Coding(events, tuple(_with_event(flow, events) for flow in flows))

    def _open(self, article: Article, resolutions: Sequence[Resolution]) -> _Text:
        named = (r for r in resolutions if not is_no_name(r, self._lexicon.organisations))
        known = tuple(sorted(named, key=lambda r: r.mention.start))
        unknown = find_unknown(article, known, split_sentences(article, known), self._ground)
        names = with_stand_ins(known, unknown)
        sentences = split_sentences(article, names)
        if any(not s.is_heading for s in sentences):
            sentences = tuple(s for s in sentences if not s.is_heading)
        sections, rows = find_sections(article, names), find_rows(article)
        return _Text(article, known, unknown, names, sentences, sections, rows)

    def _reader(self, text: _Text, armed_names: Mapping[str, str]) -> Reader:
        published = day_of_report(text.article, text.sections)
        return Reader(
            lexicon=self._lexicon,
            armed_names=armed_names,
            long_names=names_in_full([s.text for s in text.sentences]),
            resolutions=text.names,
            published=published,
            scenes=find_scenes(text.sentences, text.sections, published),
            play=find_play(text.sentences, self._lexicon),
            timeless=find_timeless(text.sentences, self._lexicon),
            ground=self._ground,
        )

    def _events(
        self, text: _Text, reader: Reader, parsed: Sequence[tuple[Sentence, Doc]]
    ) -> tuple[Event, ...]:
        members = self._members(parsed, text.names, reader.published)
        drafts: tuple[Draft, ...] = ()
        for sentence, doc in parsed:
            told = reader.read_members(members.get(sentence.number, ()), drafts)
            drafts = count_on(told or reader.read_sentence(sentence, doc, drafts), sentence)
        drafts = leave_out_deaths_by_accident(drafts, parsed, self._lexicon)
        drafts = mark_retracted(drafts, parsed)
        drafts = leave_out_called_off(drafts, parsed, self._lexicon)
        finished = [
            complete(draft, drafts, resolutions=text.names, published=reader.published)
            for draft in without_labels(list_one_by_one(drafts))
        ]
        dated = date_by_section(
            carry_dates(finished, text.article.text, reader.scenes), text.sections
        )
        placed = (
            mark_foreign(draft, text.names, self._lexicon)
            for draft in place_by_story(text.article, dated, text.names, self._ground)
        )
        in_rows = (within_row(draft, row_at(text.rows, draft.trigger)) for draft in placed)
        counted = count_by_rows(tuple(in_rows), text.rows, text.article.text)
        in_order = enumerate(sorted(counted, key=lambda d: d.trigger), start=1)
        return tuple(_as_event(f"E{number}", draft, text) for number, draft in in_order)

    def _parse(self, sentences: Sequence[Sentence]) -> list[Doc]:
        docs = list(self._language.pipe(s.text for s in sentences))
        for doc in docs:
            mend(doc, self._lexicon, self._movements.forms)
        return docs

    def _members(
        self,
        parsed: Sequence[tuple[Sentence, Doc]],
        resolutions: Sequence[Resolution],
        day: date | None,
    ) -> dict[int, list[tuple[Member, Doc]]]:
        """Return the sentences whose events share a verb, unfolded, by their numbers."""
        unfolded = [m for s, doc in parsed for m in unfold(s, doc, resolutions, day)]
        found: dict[int, list[tuple[Member, Doc]]] = {}
        for member, doc in zip(unfolded, self._parse(unfolded), strict=True):
            found.setdefault(member.number, []).append((member, doc))
        return found

    def _may_move(self, sentence: Sentence, resolutions: Sequence[Resolution]) -> bool:
        """Whether a sentence has a word for a movement, and a place."""
        is_placed = bool(standing_in(sentence, resolutions))
        return is_placed and bool(self._movements.pattern.search(sentence.text))


def _with_event(flow: Flow, events: Sequence[Event]) -> Flow:
    """Return a flow with the event that the same words were coded as."""
    same = (e.event_id for e in events if e.trigger.overlaps(flow.trigger))
    return replace(flow, event_id=next(same, None))


def _as_event(event_id: str, draft: Draft, text: _Text) -> Event:
    assert draft.rule.type is not None
    places, unplaced, why_not = settle(draft.places, text.unknown)
    if places:
        places = within_provinces(places, text.names)
        places, unplaced, why_not = drawn_or_why_not(places, text.names)
    elif not draft.places:
        vain = named_in_vain(draft.sentence, draft.trigger, text.names)
        row = row_at(text.rows, draft.trigger)
        unplaced, why_not = vain or (unplaced, why_not or unread_place(row, text.article.text))
    status = Status.DISPUTED if draft.is_disputed else draft.standing.status
    return Event(
        event_id=event_id,
        article_id=text.article.article_id,
        type=draft.rule.type,
        sub_type=draft.rule.sub_type,
        trigger=draft.trigger,
        status=status,
        evidence=tuple(dict.fromkeys(s.whole for s in draft.evidence)),
        when=draft.when,
        places=places,
        actors=draft.actors,
        killed=draft.killed,
        injured=draft.injured,
        attribution=draft.standing.attribution,
        claims=draft.claims,
        not_drawn_because=why_not or _why_not_drawn(draft, places),
        unplaced=unplaced,
    )


def _why_not_drawn(draft: Draft, places: Sequence[EventPlace]) -> str | None:
    if not draft.places:
        return NO_PLACE
    is_move = draft.rule.family == "movement"
    if is_move and all(p.place.precision in WIDE and not p.unknown for p in places):
        return MOVEMENT
    return None
