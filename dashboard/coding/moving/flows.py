"""Movements between places that a document tells: who or what moves, from, through and to where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from dashboard.coding.certainty.status import judge
from dashboard.coding.dates.finding import find_dates
from dashboard.coding.dating.choice import choose_date
from dashboard.coding.dating.located import locate_dates, read_when
from dashboard.coding.moving.cargo import Cargo, Hold, is_misread_verb, read_movement
from dashboard.coding.moving.flow_ends import Route
from dashboard.coding.moving.flow_joining import finish_flows, join_in_sentence
from dashboard.coding.moving.movements import End
from dashboard.coding.what.lexicon import Rule
from dashboard.coding.what.phrases import heading_run
from dashboard.coding.what.triggers import POS_OF, Matcher, Trigger
from dashboard.coding.where.attachment import Attachment
from dashboard.coding.where.mentions import as_event_place, locate_mentions, standing_in
from dashboard.coding.who.actors import ActorFinder
from dashboard.model import Flow, FlowKind, MentionKind, NoMark, Precision, Span, When

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from spacy.tokens import Doc, Token

    from dashboard.coding.moving.movements import Movement, Movements
    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.coding.where.mentions import PlaceMention
    from dashboard.model import EventPlace, Resolution

KINDS_OF_NAME = frozenset({MentionKind.TOPONYM, MentionKind.METONYM})
REASONS = {
    End.FROM: "the text says that it starts here",
    End.THROUGH: "the text says that it passes here",
    End.TO: "the text says that it goes here",
}
LOST = {End.FROM: "It starts in", End.TO: "It goes to"}
ROUTE_MEMORY = 3
"""Sentences for which "the route" still means the one that was told."""


@dataclass(frozen=True, slots=True)
class Names:
    """The place names of a sentence that may be ends of a movement."""

    known: tuple[PlaceMention, ...]
    unknown: tuple[tuple[str, Token], ...]
    """Names that no place was found for, with the words that head them."""

    @property
    def heads(self) -> frozenset[int]:
        """Return the words that head the names."""
        return frozenset([*(m.head.i for m in self.known), *(head.i for _, head in self.unknown)])


@dataclass(frozen=True, slots=True)
class FlowReader:
    """Reads flows out of one document."""

    lexicon: Lexicon
    movements: Movements
    armed_names: Mapping[str, str]
    resolutions: tuple[Resolution, ...]
    article_id: str
    published: date | None

    def read(self, parsed: Iterable[tuple[Sentence, Doc]]) -> tuple[Flow, ...]:
        """Return the flows that the sentences of a document tell, in their order."""
        flows: list[Flow] = []
        told: list[tuple[int, FlowKind]] = []
        for sentence, doc in parsed:
            recent = [kind for number, kind in told if sentence.number - number <= ROUTE_MEMORY]
            names = self._names_of(sentence, doc)
            hold = self._hold(names)
            told += [(sentence.number, kind) for kind in hold.routes_in(doc)]
            if names.known:
                found = self._read_sentence(sentence, doc, names, recent[-1] if recent else None)
                flows += join_in_sentence(found)
        undrawn = {
            r.mention.span: r.not_drawn_because for r in self.resolutions if r.not_drawn_because
        }
        return finish_flows(flows, undrawn)

    def _names_of(self, sentence: Sentence, doc: Doc) -> Names:
        located = locate_mentions(doc, sentence, self.resolutions, None)
        known = tuple(m for m in located if _may_be_end(m) and not _is_unknown(m.resolution))
        return Names(known, tuple(_unknown_names(sentence, doc, self.resolutions)))

    def _hold(self, names: Names) -> Hold:
        return Hold(self.movements, Matcher(self.lexicon, self.armed_names, names.heads))

    def _read_sentence(
        self, sentence: Sentence, doc: Doc, names: Names, last_route: FlowKind | None
    ) -> list[tuple[Cargo, Flow]]:
        """Return the flows of a sentence; `last_route` is what "the route" stands for."""
        hold = self._hold(names)
        found: list[tuple[Cargo, Flow]] = []
        for token in doc:
            for movement in self._rows_for(token):
                cargo = hold.cargo_of(movement, read_movement(token))
                if cargo is not None and cargo.kind is None and last_route is not None:
                    cargo = Cargo(cargo.token, last_route)
                if cargo is not None and cargo.kind is not None:
                    route = Route(movement, token, cargo, names.heads)
                    found += [(cargo, flow) for flow in self._flows(route, sentence, names)]
        return found

    def _rows_for(self, token: Token) -> tuple[Movement, ...]:
        rows = self.movements.rows.get(token.lemma_.lower(), ())
        if token.dep_ in {"amod", "compound"}:
            return ()
        pos = "verb" if is_misread_verb(token) else token.pos_
        return tuple(r for r in rows if pos == r.pos or pos in POS_OF[r.pos])

    def _flows(self, route: Route, sentence: Sentence, names: Names) -> Iterator[Flow]:
        """Yield one flow for each pair of ends."""
        at: dict[End, list[EventPlace]] = {End.FROM: [], End.THROUGH: [], End.TO: []}
        for mention in names.known:
            end = route.end_of(mention.head)
            if end is not None and not _is_country_behind(mention, names.known):
                at[end].append(as_event_place(mention, REASONS[end]))
        has_both = bool(at[End.FROM] and at[End.TO])
        has_any = any(at.values()) if _is_way(route) else bool(at[End.FROM] or at[End.TO])
        if not (has_both if route.movement.needs_both else has_any):
            return
        flow = self._flow(route, sentence, tuple(at[End.THROUGH]))
        if flow is None:
            return
        flow = replace(flow, not_drawn_because=_what_is_unknown(route, names))
        starts: list[EventPlace | None] = [*_finest(at[End.FROM])] or [None]
        goals: list[EventPlace | None] = [*_finest(at[End.TO])] or [None]
        for start, goal in product(starts, goals):
            if start is None or goal is None or start.place.place_id != goal.place.place_id:
                yield replace(flow, origin=start, destination=goal)

    def _flow(
        self, route: Route, sentence: Sentence, through: tuple[EventPlace, ...]
    ) -> Flow | None:
        """Return a flow without its ends, or `None` if the text says that it did not happen."""
        trigger = _as_trigger(route)
        standing = judge(trigger, self.lexicon)
        if standing is None or route.cargo.kind is None:
            return None
        actors = ActorFinder(sentence, self.lexicon, self.armed_names).find(trigger)
        is_itself = route.cargo.token.i == route.token.i
        return Flow(
            flow_id="",
            article_id=self.article_id,
            kind=route.cargo.kind,
            trigger=sentence.span(*heading_run(trigger)),
            status=standing.status,
            evidence=(sentence.whole,),
            through=through,
            carries=None if is_itself else _phrase(route.cargo.token, sentence),
            when=self._when(route.token, sentence),
            actors=tuple(a for a in actors if a.role == "actor"),
        )

    def _when(self, token: Token, sentence: Sentence) -> When:
        reports = self.lexicon.phrases["say"] | self.lexicon.phrases["claim"]
        expressions = find_dates(sentence.text, self.published)
        dates = locate_dates(token.doc, expressions)
        mention = choose_date(dates, Attachment(token, frozenset(), reports))
        return read_when(mention, sentence) if mention is not None else When()


def _finest(ends: Sequence[EventPlace]) -> Iterator[EventPlace]:
    """Yield the ends without a country that another lies in: "into Arland at Bara"."""
    towns = [e.place for e in ends if e.place.precision is not Precision.COUNTRY]
    for end in ends:
        inside = (t for t in towns if set(t.countries) <= set(end.place.countries))
        if end.place.precision is not Precision.COUNTRY or not any(t.countries for t in inside):
            yield end


def _may_be_end(mention: PlaceMention) -> bool:
    return mention.is_eligible or mention.resolution.mention.kind in KINDS_OF_NAME


def _is_way(route: Route) -> bool:
    """Whether it is enough to know what the flow passes through."""
    return route.cargo.kind is FlowKind.TRAFFICKING or "route" in route.movement.moves


def _is_country_behind(mention: PlaceMention, mentions: Sequence[PlaceMention]) -> bool:
    """Whether the name only says in which country the one before it lies: "Bara, Arland"."""
    place = mention.resolution.place
    for other in mentions:
        gap = mention.resolution.mention.start - other.resolution.mention.end
        inner = other.resolution.place
        if 0 < gap <= len(", ") and place is not None and inner is not None:
            is_wider = inner.place_id != place.place_id and set(place.countries)
            return bool(is_wider and set(inner.countries) <= set(place.countries))
    return False


def _is_unknown(resolution: Resolution) -> bool:
    """Whether no place is known for a name, or only one that it may lie near."""
    return resolution.place is None or resolution.no_mark is NoMark.UNKNOWN


def _unknown_names(
    sentence: Sentence, doc: Doc, resolutions: Sequence[Resolution]
) -> Iterator[tuple[str, Token]]:
    for resolution in standing_in(sentence, resolutions):
        run = sentence.find(resolution.mention.span) if _is_unknown(resolution) else None
        span = doc.char_span(*run, alignment_mode="expand") if run else None
        if span is not None and len(span) and resolution.mention.kind is MentionKind.TOPONYM:
            yield resolution.mention.surface, span.root


def _what_is_unknown(route: Route, names: Names) -> str | None:
    ends = ((route.end_of(head), surface) for surface, head in names.unknown)
    found = next(((end, surface) for end, surface in ends if end in LOST), None)
    return f"{LOST[found[0]]} {found[1]}, which the gazetteer does not know" if found else None


def _as_trigger(route: Route) -> Trigger:
    row = route.movement
    rule = Rule(row.lemma, row.pos, (), "movement", None, "", row.example)
    return Trigger(read_movement(route.token), rule)


def _phrase(token: Token, sentence: Sentence) -> Span:
    """Return the words for what moves, with its count and what it is made of."""
    last = token
    for child in token.children:
        if child.lower_ == "of" and child.i == token.i + 1:
            last = max((c for c in child.children if c.dep_ == "pobj"), key=_at, default=last)
    lefts = [c.left_edge.i for c in token.lefts if c.dep_ not in {"punct", "relcl", "prep"}]
    first = min([token.i, *lefts])
    while first < token.i and token.doc[first].dep_ in {"det", "punct"}:
        first += 1
    run = token.doc[first : last.i + 1]
    return sentence.span(run.start_char, run.end_char)


def _at(token: Token) -> int:
    return token.i
