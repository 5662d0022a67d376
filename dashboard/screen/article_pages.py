"""A document in the reading pane: whole, or where it is long, a page of paragraphs at a time."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from dashboard.model import Event, Span
from dashboard.screen.reader import article_blocks, id_of
from dashboard.screen.sentences import source_line
from dashboard.screen.wording import heading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

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
        """Return one page as JSON, with the names of its places and the marks of its events."""
        span = self.spans[number]
        told = _within(self.told, span, lambda each: each.trigger.start)
        found = _within(self.resolutions, span, lambda each: each.mention.start)
        return {
            "article": self.article.article_id,
            "page": number,
            "blocks": article_blocks(self.article, found, told, within=span),
            "places": {r.place.place_id: r.place.name for r in found if r.place and r.is_drawn},
            "events": {id_of(each): _glyph(each, self.article) for each in told},
        }


def page_articles(briefing: Briefing) -> dict[str, ArticlePages]:
    """Cut every document of a briefing into pages."""
    told: dict[str, list[Event | Flow]] = {a.article_id: [] for a in briefing.articles}
    every: Iterable[Event | Flow] = chain(briefing.events, briefing.flows)
    for each in every:
        if each.article_id in told:
            told[each.article_id].append(each)
    return {
        article.article_id: ArticlePages(
            article,
            tuple(_cut(article.text)),
            tuple(sorted(told[article.article_id], key=lambda e: e.trigger)),
            briefing.resolutions.get(article.article_id, ()),
        )
        for article in briefing.articles
    }


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


def _within(items: Sequence[_T], span: Span, start_of: Callable[[_T], int]) -> Sequence[_T]:
    first = bisect_left(items, span.start, key=start_of)
    return items[first : bisect_left(items, span.end, key=start_of)]


def _glyph(told: Event | Flow, article: Article) -> Json:
    kind = told.type.value if isinstance(told, Event) else "Strategic developments"
    return {
        "title": heading(told, article),
        "type": kind,
        "status": told.status.value,
        "what": kind if isinstance(told, Event) else told.kind.value,
        "moves": not isinstance(told, Event),
    }
