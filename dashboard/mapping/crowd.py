"""Many events at once: columns instead of cards, so that a filter click sends little.

Up to `SINGLE_LIMIT` marks every one is sent in a few numbers; the browser groups them by zoom and
draws them on a canvas. Above it they are grouped here, by zoom and for the part of the world that
is looked at, and only what stands alone is sent as a mark. The words of the one event that is
picked, and the list of the one group that is opened, travel when they are asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from os.path import commonprefix
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.mapping.cells import Look, group_cells
from dashboard.mapping.columns import STATUSES, TYPES, MarkColumns, Mask, Numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dashboard.mapping.cells import Cells
    from dashboard.mapping.group_lists import GroupAsked
    from dashboard.model import Article, Event, Place

# Any: JSON.
Json = dict[str, Any]

LIMIT = 150
"""More marks than this are drawn as a crowd: beyond it rows of buttons slow the browser down."""
SINGLE_LIMIT = 5_000
"""More marks than this are grouped here: single rows would be more than 600 KB."""
TITLE_LIMIT = 3_000
"""Above this many marks a tip says type, place and date, and no headings are sent."""
LONGEST_TITLE = 80
EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, eq=False)
class CrowdView:
    """What of a briefing's marks is shown, and what the reader looks at and asks for."""

    marks: MarkColumns
    passing: Mask
    """By event."""
    looked_at: Look | None = None
    """`None` until the browser has told it: then the first frame is taken."""
    asked: GroupAsked | None = None
    """The group whose list is open."""

    @property
    def rows(self) -> Numbers:
        """The marks that are shown."""
        return self.marks.rows(self.passing)


def crowd_of(
    marks: MarkColumns, rows: Numbers, articles: Mapping[str, Article], look: Look
) -> Json:
    """Return the columns of some marks; `at` counts into the columns of `places`."""
    if len(rows) <= SINGLE_LIMIT:
        return _singles(marks, rows, articles) | {"seen": None}
    return _grouped(marks, rows, articles, look) | {"seen": look.as_json()}


def _singles(marks: MarkColumns, rows: Numbers, articles: Mapping[str, Article]) -> Json:
    numbers, at = np.unique(marks.place[rows], return_inverse=True)
    events = [marks.events[n] for n in marks.event[rows].tolist()]
    return _names() | {
        "places": _place_columns(marks, numbers),
        "at": at.tolist(),
        "type": marks.type[rows].tolist(),
        "status": marks.status[rows].tolist(),
        "weight": None,
        **_day_columns(events),
        **_id_columns([event.event_id for event in events]),
        "title": _titles(events, articles) if len(events) <= TITLE_LIMIT else None,
    }


def _grouped(
    marks: MarkColumns, rows: Numbers, articles: Mapping[str, Article], look: Look
) -> Json:
    """Return single marks where one stands alone in view, counts by cell and type elsewhere."""
    cells = group_cells(marks, rows, look)
    single = _singles(marks, cells.alone, articles)
    areas, area_types, area_weights = _count_areas(marks, rows)
    first_cell = len(single["places"]["id"])
    first_area = first_cell + len(cells.lat)
    numbers, area_at = np.unique(areas, return_inverse=True)
    counted = len(cells.at) + len(areas)
    more = {
        "at": [*(cells.at + first_cell).tolist(), *(area_at + first_area).tolist()],
        "type": [*cells.type.tolist(), *area_types.tolist()],
        "weight": [*cells.weight.tolist(), *area_weights.tolist()],
        **{name: [None] * counted for name in ("status", "from", "days", "id", "title")},
    }
    single["weight"] = [1] * len(cells.alone)
    places = (single["places"], _cell_columns(marks, cells), _place_columns(marks, numbers))
    merged = {
        name: single[name] + column for name, column in more.items() if single[name] is not None
    }
    return single | merged | {"places": {k: [v for p in places for v in p[k]] for k in places[0]}}


def _count_areas(marks: MarkColumns, rows: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return places, types and numbers of the marks that are drawn as outlines and chips."""
    beside = rows[~marks.is_grouped[marks.place[rows]]]
    weights = np.bincount(marks.place[beside] * len(TYPES) + marks.type[beside])
    keys = np.flatnonzero(weights)
    places, types = (part.astype(np.int32) for part in np.divmod(keys, len(TYPES)))
    return places, types, weights[keys].astype(np.int32)


def _day_columns(events: Sequence[Event]) -> Json:
    """Return the first day of each event, `None` for no date, and how many days follow it."""
    spans = [
        (day_number(e.when.start or e.when.end), day_number(e.when.end or e.when.start))
        for e in events
    ]
    return {
        "from": [start for start, _ in spans],
        "days": [0 if start is None or end is None else end - start for start, end in spans],
    }


def _id_columns(ids: list[str]) -> Json:
    """Return what all ids begin with, and the rest of each."""
    prefix = commonprefix(ids)  # noqa: RUF071 - ids are no paths; characters are what is meant
    return {"prefix": prefix, "id": [each[len(prefix) :] for each in ids]}


def _titles(events: Iterable[Event], articles: Mapping[str, Article]) -> list[str]:
    texts = (event.trigger.of(articles[event.article_id].text) for event in events)
    return [_cut(" ".join(text.split())) for text in texts]


def _cut(words: str) -> str:
    """Return a title cut between words: `textwrap` takes too long for thousands."""
    if len(words) <= LONGEST_TITLE:
        return words
    return f"{words[: LONGEST_TITLE - 2].rpartition(' ')[0] or words[: LONGEST_TITLE - 2]} …"


def _names() -> Json:
    return {"types": list(TYPES), "statuses": list(STATUSES)}


def _place_columns(marks: MarkColumns, numbers: Numbers) -> Json:
    places: list[Place] = [marks.places[n] for n in numbers.tolist()]
    return {
        "id": [p.place_id for p in places],
        "name": [p.name for p in places],
        "lat": [round(p.lat, 4) for p in places],
        "lon": [round(p.lon, 4) for p in places],
        "form": [p.precision for p in places],
        "loose": marks.is_loose[numbers].tolist(),
        "many": [1] * len(places),
    }


def _cell_columns(marks: MarkColumns, cells: Cells) -> Json:
    """Return each cell as a place; one with a single place in it has its name."""
    return {
        "id": list(cells.ids),
        "name": [None if n < 0 else marks.places[n].name for n in cells.only_place.tolist()],
        "lat": np.round(cells.lat, 4).tolist(),
        "lon": np.round(cells.lon, 4).tolist(),
        "form": ["point"] * len(cells.lat),
        "loose": cells.is_loose.tolist(),
        "many": cells.places.tolist(),
    }


def day_number(day: date | None) -> int | None:
    """Return days since 1970, the timeline's unit; `None` for no date."""
    return None if day is None else day.toordinal() - EPOCH
