"""Small briefings anywhere in the world."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dashboard.model import (
    Article,
    Briefing,
    DatePrecision,
    Event,
    EventPlace,
    EventType,
    Flow,
    FlowKind,
    Mention,
    MentionKind,
    Place,
    Precision,
    Span,
    Status,
    When,
    Zone,
    ZoneKind,
)


def briefing_at(*spots: tuple[str, float, float], country: str = "TJ") -> Briefing:
    """Return a briefing with one event at each (name, lat, lon), over all types and statuses."""
    text = "\n".join(f"Something happened in {name}." for name, _, _ in spots) or "Nothing."
    article = Article("a" * 16, "made-up.txt", text, (Zone(0, len(text), ZoneKind.BODY),))
    events, at = [], 0
    for number, (name, lat, lon) in enumerate(spots):
        start = text.index(f"Something happened in {name}.", at)
        end = at = start + len(f"Something happened in {name}.")
        place = Place(f"own:{number}", name, lat, lon, Precision.CITY_AREA, "PPL", (country,))
        mention = Mention(end - 1 - len(name), end - 1, name, MentionKind.TOPONYM)
        events.append(
            Event(
                f"E{number + 1}",
                article.article_id,
                list(EventType)[number % 6],
                "Attack",
                Span(start, end - 1),
                list(Status)[number % 6],
                (Span(start, end),),
                When(DatePrecision.DAY, date(2024, 5, 1), date(2024, 5, 1), words="1 May 2024"),
                (EventPlace(place, mention),),
            )
        )
    return Briefing((article,), {article.article_id: ()}, tuple(events))


def with_flows(briefing: Briefing) -> Briefing:
    """Return the briefing with a movement from each event's place to the next one's."""
    (article,) = briefing.articles
    stops = [event.places[0] for event in briefing.events]
    flows = tuple(
        Flow(
            f"F{n + 1}",
            article.article_id,
            list(FlowKind)[n % 4],
            briefing.events[n].trigger,
            list(Status)[n % 6],
            briefing.events[n].evidence,
            origin=stops[n],
            destination=stops[(n + 1) % len(stops)],
            carries=Span(0, len("Something")),
        )
        for n in range(len(stops))
    )
    return replace(briefing, flows=flows)
