"""The words of a slide: suggested title, subtitle, legend, footer."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dashboard.model import POINTS, WIDE, EventType, FlowKind, Precision, Status
from dashboard.slides.lettering import isolated
from dashboard.slides.scene import LegendRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from dashboard.model import Article, Event, Flow, Place
    from dashboard.slides.groups import MarkGroup
    from dashboard.slides.scene import Area, FlowArrow, Line, Tint
    from dashboard.slides.shown import Shown

STATUS_WORDS = {
    Status.REPORTED: "Reported",
    Status.CLAIMED: "Claimed",
    Status.DISPUTED: "Disputed",
    Status.SPECULATED: "Speculated",
    Status.PLANNED: "Planned",
    Status.HYPOTHETICAL: "Hypothetical",
}
TYPE_WORDS = {
    EventType.BATTLES: "Battles",
    EventType.EXPLOSIONS: "Explosions",
    EventType.CIVILIANS: "Against civilians",
    EventType.PROTESTS: "Protests",
    EventType.RIOTS: "Riots",
    EventType.STRATEGIC: "Strategic developments",
}
FLOW_WORDS = {
    FlowKind.TROOPS: "Troop movement",
    FlowKind.SUPPLY: "Supply route",
    FlowKind.TRAFFICKING: "Trafficking route",
    FlowKind.PEOPLE: "Movement of people",
}
AREA_WORDS = {
    "region": "Area, outline approximate",
    "vague": "Area without a fixed edge",
    "province": "Province or district",
    "line": "Along a border",
    "country": "Country only",
}
FORM_WORDS = {Precision.POINT: "At this point", Precision.CITY_AREA: "In or near a town"}
BORDER_WORDS = {"disputed": "Disputed border", "control": "Line of control"}
CREDITS = "Made with Natural Earth. GeoNames, CC BY 4.0, filtered and joined. Relief: NOAA GLOBE."
DISCLAIMER = "Drawing a border implies no endorsement of it."


def describe_subtitle(filters: str | None, shown: int, total: int) -> str:
    """The filter in words and how many of how many events the slide shows."""
    counted = f"{shown:,} of {count_events(total)} shown"
    return f"{filters} · {counted}" if filters else counted


def style_of(place: Place) -> str | None:
    """How a place that is not a point is drawn; `None` for a point."""
    if place.precision in POINTS:
        return None
    if place.precision is Precision.LINE:
        return "line"
    if place.precision in WIDE:
        return "country"
    if place.precision is Precision.PROVINCE:
        return "province"
    return "vague" if place.place_id.startswith("part:") else "region"


def list_legend(
    events: Iterable[Event],
    *,
    groups: Iterable[MarkGroup] = (),
    areas: Iterable[Area] = (),
    lines: Iterable[Line] = (),
    flows: Iterable[FlowArrow] = (),
    tint: Tint | None = None,
) -> tuple[LegendRow, ...]:
    """A row for each type, status, movement, form and border that the slide really shows."""
    seen = list(events)
    counts = Counter(e.type for e in seen)
    rows = [
        LegendRow("type", t.value, f"{TYPE_WORDS[t]} ({counts[t]})") for t in EventType if counts[t]
    ]
    statuses = [s for s in Status if any(e.status is s for e in seen)]
    if statuses != [Status.REPORTED]:
        rows += [LegendRow("status", s.value, STATUS_WORDS[s]) for s in statuses]
    rows += _flow_rows([arrow.flow for arrow in flows])
    forms = {g.place.precision for g in groups}
    rows += [LegendRow("form", k.value, v) for k, v in FORM_WORDS.items() if k in forms]
    styles = {a.style for a in areas}
    rows += [LegendRow("area", k, v) for k, v in AREA_WORDS.items() if k in styles]
    classes = {line.kind for line in lines}
    rows += [LegendRow("border", k, v) for k, v in BORDER_WORDS.items() if k in classes]
    if tint:
        rows.append(LegendRow("head", "tint", tint.title))
        rows += [LegendRow("tint", colour, words) for colour, words in tint.rows]
    head = LegendRow("head", "events", count_events(len(seen)))
    return ((head, *rows) if seen else tuple(rows)) if rows else ()


def list_countries(
    legend: Sequence[LegendRow], shown: Shown, listed: Collection[str]
) -> tuple[LegendRow, ...]:
    """Return the legend with a line for each country whose numbers found no room inside it."""
    rows = [
        LegendRow("list", g.place.place_id, f"{g.place.name}: {g.numbers}")
        for g in shown.groups
        if g.place.place_id in listed
    ]
    kept = [row for row in legend if row.kind != "list"]
    at = next((i for i, r in enumerate(kept) if (r.kind, r.key) == ("area", "country")), None)
    if at is None:
        kept, at = [*kept, LegendRow("head", "list", AREA_WORDS["country"])], len(kept)
    return (*kept[: at + 1], *rows, *kept[at + 1 :])


def _flow_rows(flows: Sequence[Flow]) -> list[LegendRow]:
    kinds, statuses = {f.kind for f in flows}, {f.status for f in flows}
    rows = [LegendRow("flow", k.value, FLOW_WORDS[k]) for k in FlowKind if k in kinds]
    unsure = [s for s in Status if s in statuses and s is not Status.REPORTED]
    return rows + [LegendRow("flow", s.value, f"{STATUS_WORDS[s]} movement") for s in unsure]


def flow_of_row(row: LegendRow) -> tuple[FlowKind, Status]:
    """Return how the arrow of a row of the legend is drawn: it stands for a kind or a status."""
    if row.key in set(Status):
        return FlowKind.TROOPS, Status(row.key)
    return FlowKind(row.key), Status.REPORTED


def count_events(number: int) -> str:
    """How many events, in words."""
    return f"{number:,} event" if number == 1 else f"{number:,} events"


def cite(article: Article) -> str:
    """Return title, outlet, author and date of a source, whatever of them is known."""
    title, known = isolated(article.title or article.doc_id), _origin(article)
    return f"{title} ({known})" if known else title


def cite_briefly(article: Article) -> str:
    """Return outlet, author and date of a source; its title where nobody is named."""
    if article.outlet or article.author:
        return _origin(article)
    return ", ".join(filter(None, (isolated(article.title or article.doc_id), _origin(article))))


def _origin(article: Article) -> str:
    parts = [isolated(name) for name in (article.outlet, article.author) if name]
    if article.published:
        parts.append(f"{article.published.day} {article.published:%B %Y}")
    return ", ".join(parts)
