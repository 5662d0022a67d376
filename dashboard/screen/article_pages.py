"""A document in the reading pane: whole, or where it is long, a page of paragraphs at a time."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import chain, count, repeat
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from dashboard.model import Event, Span
from dashboard.screen.reader import article_blocks, id_of
from dashboard.screen.sentences import source_line
from dashboard.screen.wording import heading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from dashboard.model import Article, Briefing, Flow, Resolution

WHOLE_CHARS = 100_000
"""A longer document is sent in pages."""
PAGE_CHARS = 12_000
_PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n\s*|\n")
Json = dict[str, object]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, eq=False)
class ArticlePages:
    """One document cut into pages, with what was found in it in the order of the text."""

    article: Article
    spans: tuple[Span, ...]
    told: tuple[Event | Flow, ...]
    """Its events and movements by the words that name them."""
    numbers: NDArray[np.int32]
    """Of each of these its number in the briefing, -1 for a movement."""
    resolutions: Sequence[Resolution]

    def head(self) -> Json:
        """Return what the pane shows above the text, and how many pages there are."""
        return {
            "id": self.article.article_id,
            "title": self.article.title or self.article.doc_id,
            "source": source_line(self.article),
            "pages": len(self.spans),
        }

    def page_of(self, told: Event | Flow) -> int:
        """Return the page on which the words of an event stand."""
        return max(0, bisect_right(self.spans, told.trigger.start, key=lambda s: s.start) - 1)

    def page(self, number: int) -> Json:
        """Return one page as JSON, with what it names: places with their positions, and events."""
        span = self.spans[number]
        first, end = _bounds(self.told, span, lambda each: each.trigger.start)
        told, numbers = self.told[first:end], self.numbers[first:end].tolist()
        first, end = _bounds(self.resolutions, span, lambda each: each.mention.start)
        found = self.resolutions[first:end]
        drawn = [r.place for r in found if r.place and r.is_drawn]
        return {
            "article": self.article.article_id,
            "page": number,
            "blocks": article_blocks(self.article, found, told, within=span),
            "places": {p.place_id: (p.name, round(p.lat, 4), round(p.lon, 4)) for p in drawn},
            "events": {
                id_of(each): _glyph(each, self.article, number)
                for each, number in zip(told, numbers, strict=True)
            },
        }


def page_articles(briefing: Briefing) -> dict[str, ArticlePages]:
    """Cut every document of a briefing into pages."""
    told: dict[str, list[tuple[Event | Flow, int]]] = {a.article_id: [] for a in briefing.articles}
    every: Iterable[tuple[Event | Flow, int]] = chain(
        zip(briefing.events, count()), zip(briefing.flows, repeat(-1))
    )
    for each in every:
        if each[0].article_id in told:
            told[each[0].article_id].append(each)
    return {
        article.article_id: _pages_of(
            article,
            sorted(told[article.article_id], key=lambda each: each[0].trigger),
            briefing.resolutions.get(article.article_id, ()),
        )
        for article in briefing.articles
    }


def _pages_of(
    article: Article, told: Sequence[tuple[Event | Flow, int]], found: Sequence[Resolution]
) -> ArticlePages:
    numbers = np.fromiter((number for _, number in told), np.int32, len(told))
    return ArticlePages(
        article, tuple(_cut(article.text)), tuple(each for each, _ in told), numbers, found
    )


def _cut(text: str) -> Iterator[Span]:
    """Yield pages that end where a paragraph does."""
    if len(text) <= WHOLE_CHARS:
        yield Span(0, len(text))
        return
    start = 0
    while start < len(text):
        gap = _PARAGRAPH_END.search(text, start + PAGE_CHARS)
        end = gap.end() if gap else len(text)
        yield Span(start, end)
        start = end


def _bounds(items: Sequence[_T], span: Span, start_of: Callable[[_T], int]) -> tuple[int, int]:
    first = bisect_left(items, span.start, key=start_of)
    return first, bisect_left(items, span.end, key=start_of)


def _glyph(told: Event | Flow, article: Article, number: int) -> Json:
    kind = told.type.value if isinstance(told, Event) else "Strategic developments"
    return {
        "title": heading(told, article),
        "type": kind,
        "status": told.status.value,
        "what": kind if isinstance(told, Event) else told.kind.value,
        "moves": not isinstance(told, Event),
        "n": number,
    }
