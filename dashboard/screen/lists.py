"""The pane's lists of events, the newest first and a page at a time."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from dashboard.screen.index import ALWAYS, EventIndex, day_number, has_mark
from dashboard.screen.wording import date_group, heading, route_words, when_words

if TYPE_CHECKING:
    from datetime import date

    from numpy.typing import NDArray

    from dashboard.model import Article, Briefing, Event, Flow
    from dashboard.screen.index import Mask
    from dashboard.screen.timeline import Scale

Json = dict[str, object]
PAGE = 100
FIRST_OF_GROUP = 20
"""So many events of a reason are sent before the reader opens more."""
EVENTS = "events"
_NO_PLACE = "No place in the text"


@dataclass(frozen=True, slots=True)
class Wish:
    """More of something: `name` is `EVENTS`, a reason, or the id of a document."""

    name: str
    start: int
    stamp: int
    """Of the list that it goes on with; after another filter it means nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class EventLists:
    """The events of a briefing in the order of the lists, those without a mark by reason."""

    index: EventIndex
    articles: dict[str, Article]
    published: date | None
    scale: Scale | None
    order: NDArray[np.int32]
    reasons: dict[str, NDArray[np.int32]]
    proposed: frozenset[str]
    """The events that may be one with another, which nobody has decided yet."""

    def first(self, passing: Mask) -> Json:
        """Return the beginning of every list, and its length."""
        drawn = self._drawn(passing)
        groups = {why: rows[passing[rows]] for why, rows in self.reasons.items()}
        found = sorted(groups.items(), key=lambda item: -len(item[1]))
        return {
            "stamp": crc32(np.packbits(passing).tobytes()),
            "all": int(passing.sum()),
            "events": {"total": len(drawn), "rows": [self.row(n) for n in drawn[:PAGE].tolist()]},
            "unmarked": [
                {"why": why, "total": len(rows), "rows": self._rows(rows, 0, FIRST_OF_GROUP)}
                for why, rows in found
                if len(rows)
            ],
        }

    def more(self, passing: Mask, wish: Wish) -> Json:
        """Return the next page of a list."""
        rows = self._drawn(passing) if wish.name == EVENTS else self.reasons.get(wish.name)
        if rows is None:
            return {"name": wish.name, "start": wish.start, "stamp": wish.stamp, "rows": []}
        rows = rows[passing[rows]]
        found = self._rows(rows, wish.start, wish.start + PAGE)
        return {"name": wish.name, "start": wish.start, "stamp": wish.stamp, "rows": found}

    def _drawn(self, passing: Mask) -> NDArray[np.int32]:
        return self.order[(passing & self.index.is_drawn)[self.order]]

    def _rows(self, rows: NDArray[np.int32], start: int, end: int) -> list[Json]:
        return [self.row(n) for n in rows[start:end].tolist()]

    def row(self, number: int) -> Json:
        """Return what the lists show of one event."""
        event = self.index.events[number]
        return event_row(event, self.articles.get(event.article_id)) | {
            "group": date_group(event, self.published, self.scale),
            "twin": event.event_id in self.proposed,
        }


def pack_mask(passing: Mask) -> str:
    """Return which events pass as base64 of one bit each, in the order of the briefing."""
    return b64encode(np.packbits(passing).tobytes()).decode("ascii")


def list_events(briefing: Briefing, index: EventIndex, scale: Scale | None) -> EventLists:
    """Put the events in the order of the lists."""
    published = max((a.published for a in briefing.articles if a.published), default=None)
    day = np.where(np.abs(index.last_day) < ALWAYS, index.last_day, index.first_day)
    ahead = index.first_day > (day_number(published) if published else ALWAYS)
    is_ahead = ahead & index.is_dated
    order = np.lexsort((-day, ~index.is_dated, ~is_ahead)).astype(np.int32)
    why: dict[str, list[int]] = {}
    for number in order[~index.is_drawn[order]].tolist():
        why.setdefault(_reason(index.events[number]), []).append(number)
    reasons = {reason: np.array(rows, dtype=np.int32) for reason, rows in why.items()}
    articles = {a.article_id: a for a in briefing.articles}
    open_pairs = [(s.first, s.second) for s in briefing.same if s.is_same is None]
    proposed = frozenset(event_id for pair in open_pairs for event_id in pair)
    return EventLists(index, articles, published, scale, order, reasons, proposed)


def event_row(event: Event, article: Article | None) -> Json:
    """Return what every list shows of an event."""
    return {
        "id": event.event_id,
        "title": heading(event, article),
        "type": event.type.value,
        "status": event.status.value,
        "when": when_words(event.when),
        "place": event.places[0].name if event.places else None,
        "why": None if has_mark(event) else _reason(event),
        "coded": event.coded_by,
        "set": bool(event.amended),
        "graded": event.grading,
    }


def movement_row(flow: Flow, article: Article | None) -> Json:
    """Return what the pane shows of a movement: its words, its way, and why it has no arrow."""
    carries = " ".join(flow.carries.of(article.text).split()) if flow.carries and article else None
    return {
        "id": flow.flow_id,
        "article": flow.article_id,
        "title": heading(flow, article),
        "kind": flow.kind.value,
        "route": route_words(flow),
        "carries": carries,
        "status": flow.status.value,
        "when": when_words(flow.when),
        "why": flow.not_drawn_because,
    }


def _reason(event: Event) -> str:
    return event.not_drawn_because or _NO_PLACE
