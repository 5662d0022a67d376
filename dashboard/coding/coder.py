"""Events of an article: what, when, where, who, how many and how sure, each with its words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.coding.actors import find_abbreviations, find_actors, learn_armed_names
from dashboard.coding.claims import find_claims
from dashboard.coding.dates import find_dates
from dashboard.coding.drafts import Draft, describe_mention, heading_run
from dashboard.coding.lexicon import Lexicon, load_lexicon
from dashboard.coding.merging import find_same, join, join_tolls
from dashboard.coding.passages import Sentence, split_sentences
from dashboard.coding.places import choose_places, inherit_places, locate_mentions
from dashboard.coding.status import judge
from dashboard.coding.timing import choose_date, locate_dates, open_from, read_when
from dashboard.coding.tolls import find_tolls
from dashboard.coding.triggers import Trigger, compile_prefilter, find_triggers
from dashboard.model import Event, Precision, Status, When

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from spacy.language import Language
    from spacy.tokens import Doc, Token

    from dashboard.coding.claims import ClaimMention
    from dashboard.coding.tolls import TollMention
    from dashboard.model import Actor, Article, Resolution

FATAL_FAMILIES = frozenset({"killing", "death"})
NO_PLACE = "The text names no place for it"
MOVEMENT = "A movement between countries, not an event at one place"


class EventCoder:
    """Codes the events of articles with one language model and one lexicon."""

    def __init__(self, language: Language, lexicon: Lexicon | None = None) -> None:
        self._language = language
        self._lexicon = lexicon or load_lexicon()
        self._prefilter = compile_prefilter(self._lexicon)

    def code(self, article: Article, resolutions: Sequence[Resolution]) -> tuple[Event, ...]:
        """Return the events of an article in the order of its text."""
        sentences = split_sentences(article, resolutions)
        if any(not s.is_heading for s in sentences):
            sentences = tuple(s for s in sentences if not s.is_heading)
        wanted = [s for s in sentences if self._prefilter.search(s.text)]
        docs = list(self._language.pipe(s.text for s in wanted))
        texts = [s.text for s in sentences]
        reader = _Reader(
            lexicon=self._lexicon,
            armed_names=learn_armed_names(texts, docs, self._lexicon),
            abbreviations=find_abbreviations(texts),
            resolutions=tuple(sorted(resolutions, key=lambda r: r.mention.start)),
            published=article.published,
        )
        events: list[Draft] = []
        for sentence, doc in zip(wanted, docs, strict=True):
            events = reader.read_sentence(sentence, doc, events)
        return tuple(
            _as_event(f"E{number}", article.article_id, reader.finish(draft, events))
            for number, draft in enumerate(sorted(events, key=lambda e: e.trigger.start), start=1)
        )


@dataclass(frozen=True, slots=True)
class _Reader:
    lexicon: Lexicon
    armed_names: Mapping[str, str]
    abbreviations: Mapping[str, str]
    resolutions: tuple[Resolution, ...]
    published: date | None

    def read_sentence(self, sentence: Sentence, doc: Doc, events: list[Draft]) -> list[Draft]:
        """Return the events known after one more sentence."""
        triggers = _without_nested(list(find_triggers(doc, self.lexicon, self.armed_names)))
        tolls = find_tolls(doc, sentence, self.lexicon)
        events = list(events)
        placed: dict[int, int] = {}
        for trigger in _events_proper(triggers):
            draft = self._draft(trigger, sentence, triggers)
            if draft is None:
                continue
            index = find_same(draft, events)
            if index is None:
                placed[trigger.token.i] = len(events)
                events.append(self._with_inherited_place(draft, events))
            else:
                placed[trigger.token.i] = index
                events[index] = join(events[index], draft)
        is_accident = any(t.rule.family == "accident" for t in triggers)
        events = _drop_umbrellas(events, placed, doc)
        if not is_accident:
            events = self._add_tolls(events, tolls, placed, sentence)
        return self._add_claims(events, find_claims(doc, sentence, self.lexicon), placed, sentence)

    def _draft(
        self, trigger: Trigger, sentence: Sentence, triggers: Sequence[Trigger]
    ) -> Draft | None:
        standing = judge(trigger, self.lexicon)
        if standing is None:
            return None
        doc, tokens = trigger.token.doc, [t.token for t in triggers]
        mentions = locate_mentions(doc, sentence, self.resolutions)
        dates = locate_dates(doc, find_dates(sentence.text, self.published))
        date_mention = choose_date(trigger.token, dates, triggers=tokens, lexicon=self.lexicon)
        is_definite, is_new, is_plural = describe_mention(trigger)
        start, end = heading_run(trigger)
        draft = Draft(
            sentence=sentence,
            rule=trigger.rule,
            trigger=sentence.span(start, end),
            standing=standing,
            lemma=trigger.rule.lemma,
            is_definite=is_definite,
            is_new=is_new,
            is_plural=is_plural,
            is_verb=trigger.frame.is_verb,
            when=read_when(date_mention, sentence) if date_mention else When(),
            places=choose_places(trigger, mentions, triggers=tokens, lexicon=self.lexicon),
            actors=self._actors(trigger, sentence),
            evidence=(sentence,),
            since=_since(trigger, self.lexicon),
        )
        return None if _is_idle(trigger, draft) else self._with_beginning(trigger, draft)

    def _actors(self, trigger: Trigger, sentence: Sentence) -> tuple[Actor, ...]:
        found = find_actors(trigger, sentence, self.lexicon, self.armed_names)
        long = {short: f"{name} ({short})" for name, short in self.abbreviations.items()}
        return tuple(replace(a, name=long.get(a.name, a.name)) for a in found)

    def _with_beginning(self, trigger: Trigger, draft: Draft) -> Draft:
        """Date "began two months ago" from then to the day of publication."""
        head = trigger.token.head
        begins = head.lemma_.lower() in self.lexicon.phrases["begin"]
        if begins and trigger.token.dep_ == "nsubj" and draft.when.start is not None:
            return replace(draft, when=open_from(draft.when, self.published))
        return draft

    def _with_inherited_place(self, draft: Draft, events: Sequence[Draft]) -> Draft:
        """Put an event without a place where the event before it in its paragraph happened."""
        if draft.places or not draft.standing.status.is_incident or not events:
            return draft
        last = events[-1]
        is_near = last.sentence.paragraph == draft.sentence.paragraph
        is_near = is_near and draft.sentence.number - last.sentence.number == 1
        if not is_near or not last.places or draft.rule.family != last.rule.family:
            return draft
        reason = f"the sentence before names {last.places[0].place.name}"
        return replace(draft, places=inherit_places(last.places, reason))

    def _add_tolls(
        self,
        events: list[Draft],
        tolls: Sequence[TollMention],
        placed: Mapping[int, int],
        sentence: Sentence,
    ) -> list[Draft]:
        for mention in tolls:
            index = _nearest(mention.token, placed)
            if index is None:
                index = _last_of_paragraph(events, sentence)
            if index is None or not events[index].standing.status.is_incident:
                continue
            event = events[index]
            evidence = tuple(dict.fromkeys((*event.evidence, sentence)))
            if mention.is_fatal:
                killed = join_tolls(event.killed, mention.toll)
                events[index] = replace(event, killed=killed, evidence=evidence)
            else:
                injured = join_tolls(event.injured, mention.toll)
                events[index] = replace(event, injured=injured, evidence=evidence)
        return events

    def _add_claims(
        self,
        events: list[Draft],
        claims: Sequence[ClaimMention],
        placed: Mapping[int, int],
        sentence: Sentence,
    ) -> list[Draft]:
        for mention in claims:
            about = mention.event.i if mention.event is not None else mention.token.i
            index = placed.get(about, _nearest(mention.token, placed))
            if index is None:
                index = _last_of_paragraph(events, sentence)
            if index is None:
                continue
            event = events[index]
            claims_so_far = tuple(dict.fromkeys((*event.claims, mention.claim)))
            evidence = tuple(dict.fromkeys((*event.evidence, sentence)))
            is_disputed = event.is_disputed or (mention.is_dispute and not mention.names_author)
            events[index] = replace(
                event, claims=claims_so_far, evidence=evidence, is_disputed=is_disputed
            )
        return events

    def finish(self, draft: Draft, events: Sequence[Draft]) -> Draft:
        """Date an event that is only said to have happened since another one."""
        if draft.when.start is not None or draft.since is None:
            return draft
        earlier = [e for e in events if e.rule.family == draft.since and e.when.start is not None]
        if not earlier:
            return draft
        return replace(draft, when=open_from(earlier[0].when, self.published))


def _without_nested(triggers: list[Trigger]) -> list[Trigger]:
    """Leave out a trigger that only modifies another one: the "suicide" of a "suicide bombing"."""
    tokens = {t.token.i for t in triggers}
    return [
        t
        for t in triggers
        if not (t.token.dep_ in {"compound", "amod", "nmod"} and t.token.head.i in tokens)
    ]


def _events_proper(triggers: Sequence[Trigger]) -> list[Trigger]:
    """Return the triggers that name events; deaths belong to the attack that caused them."""
    causes = [
        t for t in triggers if t.rule.type is not None and t.rule.family not in FATAL_FAMILIES
    ]
    has_accident = any(t.rule.family == "accident" for t in triggers)
    proper = [t for t in triggers if t.rule.type is not None]
    if causes or has_accident:
        proper = [t for t in proper if t.rule.family not in FATAL_FAMILIES]
    return proper


def _is_idle(trigger: Trigger, draft: Draft) -> bool:
    """Whether a bare plural speaks of events in general: "conduct attacks"."""
    token = trigger.token
    if trigger.frame.is_verb or token.tag_ != "NNS" or draft.places or draft.when.start:
        return False
    has_words = any(c.dep_ in {"det", "nummod", "poss", "amod", "compound"} for c in token.children)
    return not has_words


def _since(trigger: Trigger, lexicon: Lexicon) -> str | None:
    """Return the family of the event after which the sentence says this one happened."""
    own = {trigger.token.i, *(a.i for a in trigger.token.ancestors)}
    for word in trigger.token.doc:
        if word.lower_ != "since" or word.dep_ not in {"prep", "mark"}:
            continue
        if word.head.i not in own and not _is_under(word, trigger.token):
            continue
        for noun in (c for c in word.children if c.dep_ == "pobj"):
            rules = lexicon.rules.get(noun.lemma_.lower())
            if rules and noun.i != trigger.token.i:
                return rules[0].family
    return None


def _is_under(word: Token, token: Token) -> bool:
    return any(a.i == token.i for a in word.ancestors)


def _drop_umbrellas(events: list[Draft], placed: dict[int, int], doc: Doc) -> list[Draft]:
    """Leave out "several attacks, including X and Y" when X and Y are events of their own."""
    for index in [i for i, number in placed.items() if number == len(events) - 1 or True]:
        token = doc[index]
        members = [
            m for m in placed
            if m != index and token.tag_ == "NNS" and _is_listed_under(doc[m], token)
        ]  # fmt: skip
        if not members:
            continue
        number = placed.pop(index)
        umbrella = events[number]
        for member in members:
            event = events[placed[member]]
            events[placed[member]] = replace(
                event,
                since=event.since or umbrella.since,
                when=event.when if event.when.start else umbrella.when,
                places=event.places or umbrella.places,
                actors=event.actors or umbrella.actors,
            )
        del events[number]
        for member, position in list(placed.items()):
            placed[member] = position - (position > number)
    return events


def _is_listed_under(member: Token, umbrella: Token) -> bool:
    """Whether words stand in a list opened by "including" or "such as"."""
    for word in member.ancestors:
        if word.i == umbrella.i:
            return True
        if word.pos_ in {"VERB", "AUX"} and word.lower_ != "including":
            break
    between = member.doc[umbrella.i : member.i].text.lower()
    return member.i > umbrella.i and ("including" in between or "such as" in between)


def _nearest(token: Token, placed: Mapping[int, int]) -> int | None:
    """Return the event whose trigger is nearest to a word in the parse."""
    chain = {token.i: 0}
    for steps, word in enumerate(token.ancestors, start=1):
        chain[word.i] = steps
    best: tuple[int, int, int] | None = None
    for trigger, number in placed.items():
        path = (token.doc[trigger], *token.doc[trigger].ancestors)
        for steps, word in enumerate(path):
            if word.i in chain:
                rank = (steps + chain[word.i], abs(trigger - token.i), number)
                best = min(best, rank) if best else rank
                break
    return best[2] if best else None


def _last_of_paragraph(events: Sequence[Draft], sentence: Sentence) -> int | None:
    numbers = [
        i
        for i, e in enumerate(events)
        if any(s.paragraph == sentence.paragraph for s in e.evidence)
    ]
    return numbers[-1] if numbers else None


def _as_event(event_id: str, article_id: str, draft: Draft) -> Event:
    assert draft.rule.type is not None
    status = Status.DISPUTED if draft.is_disputed else draft.standing.status
    return Event(
        event_id=event_id,
        article_id=article_id,
        type=draft.rule.type,
        sub_type=draft.rule.sub_type,
        trigger=draft.trigger,
        status=status,
        evidence=tuple(s.whole for s in draft.evidence),
        when=draft.when,
        places=draft.places,
        actors=draft.actors,
        killed=draft.killed,
        injured=draft.injured,
        attribution=draft.standing.attribution,
        claims=draft.claims,
        not_drawn_because=_why_not_drawn(draft),
    )


def _why_not_drawn(draft: Draft) -> str | None:
    if not draft.places:
        return NO_PLACE
    is_move = draft.rule.family == "movement"
    if is_move and all(p.place.precision is Precision.COUNTRY for p in draft.places):
        return MOVEMENT
    return None
