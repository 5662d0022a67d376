"""The table of events, the map's twin: the same events in the same order, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dashboard.mapping.wording import toll_words
from dashboard.screen.pane import heading, when_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pandas.io.formats.style import Styler

    from dashboard.model import Briefing, Event

SELECTED = "background-color: #FFF3CF"


def table_rows(
    briefing: Briefing, events: Iterable[Event], country_name: Callable[[str], str]
) -> list[dict[str, str]]:
    """Return one row an event, every cell in words; what the text does not say says so."""
    articles = {a.article_id: a for a in briefing.articles}
    return [
        {
            "Event": heading(event, articles.get(event.article_id)),
            "Type": event.type.value,
            "Sub-type": event.sub_type,
            "Status": event.status.value.capitalize(),
            "When": when_words(event),
            "Place": event.places[0].place.name if event.places else "not stated",
            "Precision": event.places[0].place.precision.value if event.places else "not stated",
            "Country": _countries(event, country_name),
            "Killed": toll_words(event.killed) or "not stated",
            "Mark": event.not_drawn_because or "On the map",
            "Source": articles[event.article_id].doc_id if event.article_id in articles else "",
        }
        for event in events
    ]


def highlight_row(
    rows: Sequence[dict[str, str]], event_ids: Sequence[str], selected: str | None
) -> Styler:
    """Return the rows as a table with the selected event washed in."""
    at = event_ids.index(selected) if selected in event_ids else None

    def wash(row: pd.Series[str]) -> list[str]:
        return [SELECTED if row.name == at else ""] * len(row)

    return pd.DataFrame(rows).style.apply(wash, axis=1)


def _countries(event: Event, country_name: Callable[[str], str]) -> str:
    codes = event.places[0].place.countries if event.places else ()
    return ", ".join(country_name(c) for c in codes) or "not stated"
