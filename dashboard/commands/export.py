"""`export`: documents and event tables in, one filtered picture, deck or data file out."""

from __future__ import annotations

import gc
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from dashboard.commands.beside import begin_beside
from dashboard.commands.boundary import BAD_INPUT, say, say_warnings
from dashboard.commands.inputs import Table, load_inputs, try_table
from dashboard.commands.orders import DRAWN, FORMATS, NO_TINT, Order, pack_order
from dashboard.exchange.files import write_whole
from dashboard.model import Article, ExportError, ReadingError
from dashboard.screen.address import TINTS
from dashboard.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.commands.orders import CountryName
    from dashboard.model import Briefing

EPILOG = """\b
A filter is what stands behind the question mark of the page's address, for example
  --filter "country=TJ,KG&type=Battles&from=2010-08-01&to=2010-11-30"

\b
Examples:
  python -m dashboard export article.pdf --to png --out map.png
  python -m dashboard export folder/ --to pptx --group-by country --handling TLP:AMBER
  python -m dashboard export article.txt --to png --frame 66,36,76,42 --width 3840"""


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
    "--tint",
    type=click.Choice(TINTS),
    default=NO_TINT,
    show_default=True,
    help="What countries or provinces on pictures and slides are tinted by.",
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
    """Write the map of documents and event tables as a picture, a PowerPoint deck or data."""
    frame = _read_frame(options.pop("frame"))
    said = {name: _well_formed(value) for name, value in options.items()}
    order = Order(frame=frame, **said)  # type: ignore[arg-type] # click has checked the types
    settings = replace(Settings(), handling=order.handling)
    inputs, failures = _load_all(files, settings)
    if not inputs:
        return BAD_INPUT
    target = out or Path(f"briefing.{order.form}")
    made, is_whole = _make(inputs, order, settings)
    write_whole(target, made)
    say(f"Wrote {target}.")
    return 0 if is_whole and not failures else BAD_INPUT


def _make(
    inputs: Sequence[Article | Table], order: Order, settings: Settings
) -> tuple[bytes, bool]:
    """
    Return what is ordered and whether all of the files are in it.

    While they are read, what draws it gets ready.
    """
    if order.form not in DRAWN:
        read = _read_out(inputs, settings)
        say_warnings(read.briefing)
        return pack_order(read.briefing, order, settings, read.country_name), read.is_whole
    with begin_beside(partial(_get_ready, settings)) as beside:
        read = _read_out(inputs, settings)
        say_warnings(read.briefing)
        drawn = beside.submit(_draw, read.briefing, order, settings).result()
        return drawn, read.is_whole


class _Read(NamedTuple):
    """What documents and tables say, how countries are called, and whether all could be read."""

    briefing: Briefing
    country_name: CountryName
    is_whole: bool = True


def _read_out(inputs: Sequence[Article | Table], settings: Settings) -> _Read:
    """Return what can be read. Raises `ReadingError` where nothing can."""
    from dashboard.pipeline import load_tools, make_briefing  # noqa: PLC0415 - loads spaCy

    tools = load_tools(settings)
    articles = [each for each in inputs if isinstance(each, Article)]
    tables = [each for each in inputs if isinstance(each, Table)]
    if not tables:
        return _Read(make_briefing(articles, tools), tools.country_name)
    from dashboard.exchange.joining import join_briefings  # noqa: PLC0415 - loads shapely

    told = [try_table(each, tools) for each in tables]
    bad = [each for each in told if isinstance(each, ReadingError)]
    if len(bad) == len(inputs):
        raise ReadingError(" ".join(map(str, bad)))
    for error in bad:
        say(str(error))
    read = [make_briefing(articles, tools)] if articles else []
    good = [each for each in told if not isinstance(each, ReadingError)]
    return _Read(join_briefings([*read, *good]), tools.country_name, is_whole=not bad)


def _get_ready(settings: Settings) -> None:
    from dashboard.commands.drawing import open_studio, rehearse  # noqa: PLC0415 - loads matplotlib

    rehearse(open_studio(settings))
    gc.freeze()  # all of this stays: the collector need not walk through it again


def _draw(briefing: Briefing, order: Order, settings: Settings) -> bytes:
    from dashboard.commands.drawing import draw_order  # noqa: PLC0415 - see above

    return draw_order(briefing, order, settings)


def _load_all(files: tuple[Path, ...], settings: Settings) -> tuple[list[Article | Table], int]:
    """Return what can be read of the files, and how many could not be; each of these is named."""
    inputs: list[Article | Table] = []
    failures = 0
    for path in files:
        for each in load_inputs(path, settings=settings):
            if isinstance(each, ReadingError):
                say(str(each))
                failures += 1
            else:
                inputs.append(each)
    return inputs, failures


def _well_formed(value: object) -> object:
    """Return an option without half characters, which a terminal of another encoding may send."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


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
