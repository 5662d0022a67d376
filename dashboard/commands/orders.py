"""What was ordered on the command line, the events it is about, and the data files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from dashboard.commands.boundary import say
from dashboard.exchange.coarsen import coarsen
from dashboard.exchange.packing import OpenFormat, pack_briefing
from dashboard.exchange.release import EVERYTHING, Release
from dashboard.model import ExportError
from dashboard.screen.address import TINTS, read_address
from dashboard.screen.filters import chosen, select
from dashboard.screen.flows import select_flows
from dashboard.screen.index import index_events
from dashboard.screen.sentences import filter_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dashboard.model import Briefing, Event, Flow
    from dashboard.settings import Settings

    CountryName = Callable[[str], str]

PICTURES = ("png", "svg", "pdf")
DRAWN = (*PICTURES, "pptx")
NO_TINT = TINTS[0]
FORMATS = (*DRAWN, "html", *(form.value for form in OpenFormat))


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked of the export."""

    form: str
    title: str | None
    filter_query: str
    frame: tuple[float, float, float, float] | None
    handling: str
    width: int
    group_by: str
    borders: str
    tint: str
    template: Path | None
    coarsen: int | None


@dataclass(frozen=True, slots=True)
class Selection:
    """What passes the filter of an order."""

    events: tuple[Event, ...]
    flows: tuple[Flow, ...]
    words: str | None
    """The filter in words; `None` when nothing is filtered."""


def select_ordered(briefing: Briefing, order: Order, country_name: CountryName) -> Selection:
    """Return what passes the filter. Raises `ExportError` for a filter that names nothing."""
    index = index_events(briefing)
    filters = read_address(dict(parse_qsl(order.filter_query))).filters
    if order.filter_query and filters.is_empty:
        msg = f"The filter {order.filter_query!r} names nothing known; see `export --help`."
        raise ExportError(msg)
    events = chosen(index, select(index, filters))
    flows = select_flows(
        briefing.flows,
        filters,
        event_ids={event.event_id for event in events},
        articles=briefing.articles,
    )
    return Selection(events, flows, filter_words(filters, index, country_name))


def pack_order(
    briefing: Briefing, order: Order, settings: Settings, country_name: CountryName
) -> bytes:
    """Return the bytes of the data file or web page that was ordered."""
    selection = select_ordered(briefing, order, country_name)
    shown = replace(briefing, events=selection.events, flows=selection.flows)
    words = selection.words or EVERYTHING
    release = Release(order.handling, filter_words=words, title=order.title)
    if order.form == "html":
        return _pack_page(shown, release, settings, country_name)
    return _pack_data(shown, release, order)


def _pack_data(briefing: Briefing, release: Release, order: Order) -> bytes:
    """Return the data file, with rounded points if that was asked for."""
    form = OpenFormat(order.form)
    if order.coarsen is None:
        return pack_briefing(briefing, release, form=form)
    coarse, report = coarsen(briefing, decimals=order.coarsen)
    say(report.words)
    return pack_briefing(coarse, replace(release, coarsened=report.words), form=form)


def _pack_page(
    briefing: Briefing, release: Release, settings: Settings, country_name: CountryName
) -> bytes:
    from dashboard.exchange.webpage import write_webpage  # noqa: PLC0415 - loads the map's payload

    codes = {c for e in briefing.events for p in e.places for c in p.place.countries}
    names = {code: country_name(code) for code in codes}
    return write_webpage(briefing, release, names=names, static_dir=settings.static_dir)
