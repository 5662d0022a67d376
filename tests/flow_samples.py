"""A made-up briefing with movements of every kind, between towns, areas and countries."""

from __future__ import annotations

from dashboard.model import (
    Briefing,
    EventPlace,
    Flow,
    FlowKind,
    Mention,
    MentionKind,
    Resolution,
    Status,
)
from tests.samples import PLACES, sample_article, span_of

TEXT = """Made-up comings and goings

Two battalions marched from Dushanbe by way of the Rasht Valley to Khorugh. Poppy sap is carried \
from Kunduz to Osh, it is said. Pills go from Kunduz to Osh as well. Families fled from Isfara to \
Khujand. Fuel is to come from Uzbekistan to Dushanbe. Recruits went to Tashkent.
"""
# Kind, status, trigger, sentence, the words of the stops in order with their places.
TOLD = (
    (FlowKind.TROOPS, Status.REPORTED, "marched",
     "Two battalions marched from Dushanbe by way of the Rasht Valley to Khorugh.",
     (("gn:1221874", "Dushanbe"), ("region:rasht-valley", "Rasht Valley"),
      ("gn:1221328", "Khorugh"))),
    (FlowKind.TRAFFICKING, Status.CLAIMED, "is carried",
     "Poppy sap is carried from Kunduz to Osh, it is said.",
     (("province:AF-KDZ", "Kunduz"), ("gn:1527534", "Osh"))),
    (FlowKind.TRAFFICKING, Status.REPORTED, "go", "Pills go from Kunduz to Osh as well.",
     (("province:AF-KDZ", "Kunduz"), ("gn:1527534", "Osh"))),
    (FlowKind.PEOPLE, Status.REPORTED, "fled", "Families fled from Isfara to Khujand.",
     (("gn:1514876", "Isfara"), ("gn:1514879", "Khujand"))),
    (FlowKind.SUPPLY, Status.PLANNED, "is to come",
     "Fuel is to come from Uzbekistan to Dushanbe.",
     (("country:UZ", "Uzbekistan"), ("gn:1221874", "Dushanbe"))),
    (FlowKind.TROOPS, Status.REPORTED, "went", "Recruits went to Tashkent.",
     (("gn:1512569", "Tashkent"),)),
)  # fmt: skip


def briefing_with_flows() -> Briefing:
    """Return a briefing of six movements, one of them without a known start, and no event."""
    article = sample_article(TEXT)
    flows = []
    for number, (kind, status, trigger, sentence, stops) in enumerate(TOLD, start=1):
        at = [_place(place_id, words, after=sentence) for place_id, words in stops]
        flows.append(
            Flow(
                flow_id=f"F{number}",
                article_id=article.article_id,
                kind=kind,
                trigger=span_of(TEXT, trigger, after=sentence),
                status=status,
                evidence=(span_of(TEXT, sentence),),
                origin=at[0] if len(at) > 1 else None,
                through=tuple(at[1:-1]),
                destination=at[-1],
                carries=span_of(TEXT, sentence.split(" ")[0]),
            )
        )
    stops_of_all = [
        at for f in flows for at in (f.origin, *f.through, f.destination) if at is not None
    ]
    named = tuple(Resolution(at.mention, at.place, 0.9, "named") for at in stops_of_all)
    return Briefing((article,), {article.article_id: named}, (), flows=tuple(flows))


def _place(place_id: str, words: str, *, after: str) -> EventPlace:
    span = span_of(TEXT, words, after=after)
    return EventPlace(PLACES[place_id], Mention(span.start, span.end, words, MentionKind.TOPONYM))
