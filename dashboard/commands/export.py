"""`export`: documents in, one picture, deck or data file out, filtered like the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import click

from dashboard import __version__
from dashboard.commands.boundary import BAD_INPUT, say
from dashboard.exchange.coarsen import coarsen
from dashboard.exchange.files import write_whole
from dashboard.exchange.packing import OpenFormat, pack_briefing
from dashboard.exchange.release import EVERYTHING, Release
from dashboard.model import Article, Briefing, ExportError, ReadingError
from dashboard.reading import load_documents
from dashboard.screen.address import read_address
from dashboard.screen.filters import chosen, select
from dashboard.screen.flows import select_flows
from dashboard.screen.index import index_events
from dashboard.screen.sentences import filter_words
from dashboard.settings import Settings

if TYPE_CHECKING:
    from dashboard.pipeline import Tools
    from dashboard.slides.compose import SlideRequest

PICTURES = ("png", "svg", "pdf")
FORMATS = (*PICTURES, "pptx", "html", *(form.value for form in OpenFormat))
EPILOG = """\b
A filter is what stands behind the question mark of the page's address, for example
  --filter "country=TJ,KG&type=Battles&from=2010-08-01&to=2010-11-30"

\b
Examples:
  python -m dashboard export article.pdf --to png --out map.png
  python -m dashboard export folder/ --to pptx --group-by country --handling TLP:AMBER
  python -m dashboard export article.txt --to png --frame 66,36,76,42 --width 3840"""


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
    template: Path | None
    coarsen: int | None


@click.command(epilog=EPILOG)
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--to", "form", type=click.Choice(FORMATS), required=True, help="What to make.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write it.")
@click.option("--title", help="The title; suggested from what, where and when by default.")
@click.option("--filter", "filter_query", default="", help="The page's filter, see below.")
@click.option("--frame", help="WEST,SOUTH,EAST,NORTH in degrees; fits the marks by default.")
@click.option("--handling", default=Settings().handling, show_default=True, help="The mark.")
@click.option(
    "--width", type=click.IntRange(960, 7680), default=1920, show_default=True, help="PNG pixels."
)
@click.option(
    "--group-by",
    type=click.Choice(["country", "type", "period"]),
    default="country",
    show_default=True,
    help="One slide for each, after the overview.",
)
@click.option(
    "--borders",
    type=click.Choice(["de facto", "recognised"]),
    default="de facto",
    show_default=True,
    help="Which borders are drawn.",
)
@click.option(
    "--template", type=click.Path(exists=True, path_type=Path), help="A .pptx or .potx to follow."
)
@click.option(
    "--coarsen",
    type=click.IntRange(0, 6),
    help="Round points in data files to so many decimals of a degree (1: about 11 km).",
)
def export(files: tuple[Path, ...], out: Path | None, **options: object) -> int:
    """Write the map of documents as a picture, a PowerPoint deck or data."""
    frame = _read_frame(options.pop("frame"))
    order = Order(frame=frame, **options)  # type: ignore[arg-type] # click has checked the types
    settings = replace(Settings(), handling=order.handling)
    articles, failures = _read_all(files, settings)
    if not articles:
        return BAD_INPUT
    target = out or Path(f"briefing.{order.form}")
    from dashboard.pipeline import load_tools, make_briefing  # noqa: PLC0415 - loads spaCy

    tools = load_tools(settings)
    briefing = make_briefing(articles, tools)
    write_whole(target, make_export(briefing, order, tools, settings))
    say(f"Wrote {target}.")
    return BAD_INPUT if failures else 0


def make_export(briefing: Briefing, order: Order, tools: Tools, settings: Settings) -> bytes:
    """The bytes of the file that was ordered, for the events that pass its filter."""
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
    shown = replace(briefing, events=events, flows=flows)
    words = filter_words(filters, index, tools.country_name)
    release = Release(order.handling, filter_words=words or EVERYTHING, title=order.title)
    if order.form == "html":
        return _pack_page(shown, release, tools, settings)
    if order.form in set(OpenFormat):
        return pack_data(shown, release, order)
    from dashboard.geography import BorderView  # noqa: PLC0415 - loads geopandas
    from dashboard.slides.compose import SlideRequest, hash_content  # noqa: PLC0415 - loads matplotlib
    from dashboard.slides.frame import Bounds  # noqa: PLC0415 - see above

    request = SlideRequest(
        briefing,
        events,
        title=order.title,
        filters=words,
        bounds=Bounds(*order.frame) if order.frame else None,
        handling=order.handling,
        border_view=BorderView(order.borders),
        flows=flows,
        country_name=tools.country_name,
        version=__version__,
        content_hash=hash_content(briefing),
    )
    return _draw(request, order, tools, settings)


def pack_data(briefing: Briefing, release: Release, order: Order) -> bytes:
    """The data file that was ordered, with rounded points if that was asked for."""
    form = OpenFormat(order.form)
    if order.coarsen is None:
        return pack_briefing(briefing, release, form=form)
    coarse, report = coarsen(briefing, decimals=order.coarsen)
    say(report.words)
    return pack_briefing(coarse, replace(release, coarsened=report.words), form=form)


def _pack_page(briefing: Briefing, release: Release, tools: Tools, settings: Settings) -> bytes:
    from dashboard.exchange.webpage import write_webpage  # noqa: PLC0415 - loads folium

    codes = {c for e in briefing.events for p in e.places for c in p.place.countries}
    names = {code: tools.country_name(code) for code in codes}
    return write_webpage(briefing, release, names=names, static_dir=settings.static_dir)


def _draw(request: SlideRequest, order: Order, tools: Tools, settings: Settings) -> bytes:
    from dashboard.slides.preflight import check_slide  # noqa: PLC0415 - loads matplotlib
    from dashboard.slides.sheet import SHEET  # noqa: PLC0415 - see above
    from dashboard.slides.studio import (  # noqa: PLC0415 - see above
        load_studio,
        make_deck,
        make_scene,
        paint_scene,
    )

    studio = load_studio(settings.data_dir, settings.static_dir, tools)
    scene = make_scene(request, studio)
    width = order.width if order.form == "png" else SHEET.width
    for finding in check_slide(request, scene, today=date.today(), width=width):  # noqa: DTZ011 # the reader's own day
        say(f"Before you show it: {finding.says}")
    if order.form == "pptx":
        from dashboard.slides.plan import Grouping, plan_deck  # noqa: PLC0415 - loads python-pptx

        slides = plan_deck(
            request,
            group_by=Grouping(order.group_by),
            country_name=tools.country_name,
        )
        template = order.template.read_bytes() if order.template else None
        return make_deck(slides, studio, template=template)
    return paint_scene(scene, studio, file_format=order.form, width=order.width)  # type: ignore[arg-type] # checked by click


def _read_all(files: tuple[Path, ...], settings: Settings) -> tuple[list[Article], int]:
    articles, failures = [], 0
    for path in files:
        for document in load_documents(path, settings=settings):
            if isinstance(document, ReadingError):
                say(str(document))
                failures += 1
            else:
                articles.append(document)
    return articles, failures


def _read_frame(text: object) -> tuple[float, float, float, float] | None:
    if text is None:
        return None
    try:
        west, south, east, north = (float(part) for part in str(text).split(","))
    except ValueError as error:
        msg = f"--frame {text}: give WEST,SOUTH,EAST,NORTH in degrees, such as 66,36,76,42."
        raise ExportError(msg) from error
    if not (-90 <= south < north <= 90 and -180 <= west <= 180 and west != east):
        msg = f"--frame {text}: south must lie below north, both from -90 to 90."
        raise ExportError(msg)
    return west, south, east if east > west else east + 360, north
