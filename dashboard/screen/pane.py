"""The reading pane's values: the text, the list of events, what has no mark and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dashboard.model import DatePrecision, MentionKind, ZoneKind
from dashboard.screen.index import day_number, has_mark, is_dated
from dashboard.screen.reader import article_blocks
from dashboard.screen.sentences import period_words, source_line

if TYPE_CHECKING:
    from datetime import date

    from dashboard.model import Article, Briefing, Event, Notice, Resolution, Zone
    from dashboard.screen.index import EventIndex
    from dashboard.screen.timeline import Scale

_FIRM = {DatePrecision.DAY, DatePrecision.DAYS, DatePrecision.WEEK, DatePrecision.MONTH}
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


def document_json(briefing: Briefing, index: EventIndex, scale: Scale | None) -> dict[str, object]:
    """
    Return what the browser keeps of a briefing for as long as it is open.

    It goes over once; a filter then sends only the numbers of the events that pass.
    """
    published = latest_date(briefing)
    return {
        "id": "-".join(a.article_id for a in briefing.articles),
        "articles": [_article(briefing, article) for article in briefing.articles],
        "events": [
            _event(event, number, briefing, index, _group(event, published, scale))
            for number, event in enumerate(briefing.events)
        ],
        "places": {key: place.name for key, place in briefing.places.items()},
        "mentions": sum(len(found) for found in briefing.resolutions.values()),
        "words": _words_without_mark(briefing),
        "skipped": [s for article in briefing.articles for s in _skipped(article)],
        "notices": [{"level": n.level.value, "text": n.text} for n in _notices(briefing)],
    }


def latest_date(briefing: Briefing) -> date | None:
    """Return when the newest of the documents was published."""
    return max((a.published for a in briefing.articles if a.published), default=None)


def heading(event: Event, article: Article | None) -> str:
    """Return the words that name an event, as a heading."""
    words = " ".join(event.trigger.of(article.text).split()) if article else ""
    return words[:1].upper() + words[1:] if words else event.sub_type


def when_words(event: Event) -> str:
    """Return when an event happened, in words."""
    return event.when.words or ("No date in the text" if not is_dated(event) else _interval(event))


def _interval(event: Event) -> str:
    start, end = event.when.start, event.when.end
    if start and end:
        return period_words(day_number(start), day_number(end))
    known = start or end
    assert known is not None
    return f"{'after' if start else 'before'} {period_words(*[day_number(known)] * 2)}"


def _article(briefing: Briefing, article: Article) -> dict[str, object]:
    events = [e for e in briefing.events if e.article_id == article.article_id]
    found = briefing.resolutions.get(article.article_id, ())
    return {
        "id": article.article_id,
        "title": article.title or article.doc_id,
        "source": source_line(article),
        "blocks": article_blocks(article, found, events),
    }


def _event(
    event: Event, number: int, briefing: Briefing, index: EventIndex, group: str
) -> dict[str, object]:
    article = next((a for a in briefing.articles if a.article_id == event.article_id), None)
    return {
        "id": event.event_id,
        "title": heading(event, article),
        "type": event.type.value,
        "status": event.status.value,
        "when": when_words(event),
        "place": event.places[0].place.name if event.places else None,
        "why": None if has_mark(event) else event.not_drawn_because or "No place in the text",
        "group": group,
        "days": [int(index.first_day[number]), int(index.last_day[number])],
        "dated": bool(index.is_dated[number]),
        "firm": event.when.precision in _FIRM,
    }


def _group(event: Event, published: date | None, scale: Scale | None) -> str:
    """Return the heading under which the list shows an event."""
    day = event.when.end or event.when.start
    if not is_dated(event) or day is None:
        return "No date in the text"
    if published and event.when.start and event.when.start > published:
        return "Ahead"
    recent = scale.recent_from if scale else None
    if recent is not None and published and day_number(day) >= recent:
        return period_words(recent, day_number(published))
    newest = published or day
    if day.year >= newest.year - 1:
        return str(day.year)
    return f"{day.year // 10 * 10} to {day.year // 10 * 10 + 9}"


def _words_without_mark(briefing: Briefing) -> list[dict[str, object]]:
    """Return the place words that carry no mark, grouped by reason, the longest group first."""
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for article in briefing.articles:
        for found in briefing.resolutions.get(article.article_id, ()):
            if not found.is_drawn:
                groups[_reason(found)][found.mention.surface] += 1
    ordered = sorted(groups.items(), key=lambda item: -item[1].total())
    return [
        {"why": why, "total": words.total(), "items": [[w, n] for w, n in words.most_common()]}
        for why, words in ordered
    ]


def _reason(resolution: Resolution) -> str:
    by_kind = _MENTION_WORDS.get(resolution.mention.kind)
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
