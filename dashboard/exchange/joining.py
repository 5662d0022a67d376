"""Briefings that were made apart, such as those of event tables, as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.model import Briefing

if TYPE_CHECKING:
    from collections.abc import Sequence


def join_briefings(briefings: Sequence[Briefing]) -> Briefing:
    """
    Return one briefing of many documents; a text that came twice is kept once.

    Events get new ids if those of two briefings are the same, because each begins with E1.
    """
    by_text = {tuple(a.article_id for a in b.articles): b for b in briefings}
    unlike = by_text.values()
    events = tuple(event for b in unlike for event in b.events)
    if len({event.event_id for event in events}) < len(events):
        events = tuple(replace(event, event_id=f"E{n}") for n, event in enumerate(events, start=1))
    return Briefing(
        articles=tuple(article for b in unlike for article in b.articles),
        resolutions={key: found for b in unlike for key, found in b.resolutions.items()},
        events=events,
        notices=tuple(notice for b in unlike for notice in b.notices),
    )
