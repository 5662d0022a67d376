"""What the reading pane keeps of a briefing: the documents, what has no mark and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dashboard.model import MentionKind, ZoneKind
from dashboard.screen.article_pages import page_articles
from dashboard.screen.lists import movement_row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dashboard.model import Article, Briefing, Notice, Resolution, Zone
    from dashboard.screen.article_pages import ArticlePages

Json = dict[str, object]
MOST_WORDS = 200
"""Of one reason; the rest is counted."""
_KIND_WORDS = {
    ZoneKind.BYLINE: "Byline",
    ZoneKind.DATELINE: "Date line",
    ZoneKind.CAPTION: "Captions",
    ZoneKind.BREADCRUMB: "Navigation",
    ZoneKind.TAGS: "Tags",
    ZoneKind.LINKS: "Links",
    ZoneKind.LEGAL: "Legal notices",
}
_MENTION_WORDS = {
    MentionKind.DEMONYM: "An adjective or a people, not a place",
    MentionKind.METONYM: "A capital or country standing for its government",
    MentionKind.ORGANISATION_PART: "Part of an organisation's name",
    MentionKind.PERSON_PART: "Part of a person's name",
}


def document_json(briefing: Briefing, pages: Mapping[str, ArticlePages] | None = None) -> Json:
    """
    Return what the browser keeps of a briefing for as long as it is open.

    It goes over once, with the first page of every document; a filter then sends the beginning of
    each list, see `lists`.
    """
    found = page_articles(briefing) if pages is None else pages
    articles = {a.article_id: a for a in briefing.articles}
    return {
        "articles": [each.head() | {"first": each.page(0)} for each in found.values()],
        "movements": [movement_row(f, articles.get(f.article_id)) for f in briefing.flows],
        "mentions": sum(len(found) for found in briefing.resolutions.values()),
        "words": _words_without_mark(briefing),
        "skipped": [s for article in briefing.articles for s in _skipped(article)],
        "notices": [{"level": n.level.value, "text": n.text} for n in _notices(briefing)],
    }


def latest_date(briefing: Briefing) -> date | None:
    """Return when the newest of the documents was published."""
    return max((a.published for a in briefing.articles if a.published), default=None)


def _words_without_mark(briefing: Briefing) -> list[Json]:
    """Return the place words that carry no mark, grouped by reason, the longest group first.

    Each with how often it stands and the document and start where it stands first.
    """
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str], tuple[str, int]] = {}
    for article in briefing.articles:
        for found in briefing.resolutions.get(article.article_id, ()):
            if not found.is_drawn:
                why, word = _reason(found), found.mention.surface
                groups[why][word] += 1
                first.setdefault((why, word), (article.article_id, found.mention.start))
    ordered = sorted(groups.items(), key=lambda item: -item[1].total())
    return [
        {
            "why": why,
            "total": words.total(),
            "items": [[w, n, *first[why, w]] for w, n in words.most_common(MOST_WORDS)],
            "left": max(0, len(words) - MOST_WORDS),
        }
        for why, words in ordered
    ]


def _reason(resolution: Resolution) -> str:
    by_kind = None if resolution.amended else _MENTION_WORDS.get(resolution.mention.kind)
    return by_kind or resolution.not_drawn_because or "Not in the gazetteer"


def _skipped(article: Article) -> list[dict[str, str]]:
    return [
        {"kind": _KIND_WORDS[zone.kind], "text": _zone_text(article, zone)}
        for zone in article.zones
        if zone.kind in _KIND_WORDS and _zone_text(article, zone)
    ]


def _zone_text(article: Article, zone: Zone) -> str:
    return " ".join(article.text[zone.start : zone.end].split())


def _notices(briefing: Briefing) -> list[Notice]:
    seen = [*briefing.notices, *(n for a in briefing.articles for n in a.notices)]
    return list(dict.fromkeys(seen))
