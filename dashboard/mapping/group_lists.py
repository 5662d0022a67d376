"""The list of one group of a crowd, a page at a time, made when a reader opens it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.mapping import wording
from dashboard.mapping.cells import places_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.mapping.columns import MarkColumns, Numbers
    from dashboard.model import Article, Event

# Any: JSON.
Json = dict[str, Any]

PAGE = 50
LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class GroupAsked:
    """Which group's list is wanted: the places and cells in it, and the page, from 0."""

    key: str
    """The browser's own word for the group, given back with the answer."""
    places: frozenset[str]
    page: int = 0


def list_page(
    marks: MarkColumns, rows: Numbers, asked: GroupAsked, articles: Mapping[str, Article]
) -> Json:
    """Return a page of the events of a group, the newest first, undated ones last."""
    is_here = places_of(marks, asked.places)
    numbers = np.unique(marks.event[rows[is_here[marks.place[rows]]]]).tolist()
    events = sorted((marks.events[n] for n in numbers), key=_newest_first)
    pages = max(1, -(-len(events) // PAGE))
    page = min(max(0, asked.page), pages - 1)
    shown = events[page * PAGE : (page + 1) * PAGE]
    return {
        "key": asked.key,
        "page": page,
        "pages": pages,
        "total": len(events),
        "events": [_row(event, articles[event.article_id]) for event in shown],
    }


def _newest_first(event: Event) -> int:
    day = event.when.end or event.when.start
    return -day.toordinal() if day else 1


def _row(event: Event, article: Article) -> Json:
    title = " ".join(event.trigger.of(article.text).split())[:LONGEST_TITLE]
    return {
        "id": event.event_id,
        "type": event.type,
        "status": event.status,
        "title": title,
        "when": event.when.words or "date not stated",
        "say": wording.spoken_name(event, title),
    }
