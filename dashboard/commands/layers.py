"""`layers`: the user's own place data, laid over the gazetteer."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from dashboard.gazetteer.index import load_index
from dashboard.gazetteer.shelf import LayerKind, Shelf, ShelfItem
from dashboard.model import GazetteerError
from dashboard.settings import Settings

EPILOG = """\b
Examples:
  python -m dashboard layers                       what is laid over the gazetteer
  python -m dashboard layers --add TJ.zip          a GeoNames dump: every village of Tajikistan
  python -m dashboard layers --add places.csv      own entries: name,lat,lon[,aliases,country,...]
  python -m dashboard layers --add never.txt       names, one a line, that are never to be mapped
  python -m dashboard layers --remove layer-0002

A dump comes from the download page of GeoNames, is read from your disk and stays there. A file
with a fault is refused whole, with the line named."""
KINDS = {".csv": LayerKind.ENTRIES, ".zip": LayerKind.DUMP}
DUMP_COLUMNS = 19


@click.command(epilog=EPILOG)
@click.option(
    "--add",
    "source",
    type=click.Path(path_type=Path),
    help="Add a GeoNames dump, a CSV of own entries or a do-not-map list.",
)
@click.option("--remove", "layer_id", help="Remove a layer by its number, such as layer-0002.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=Settings().layers_dir,
    show_default=True,
    help="Where the layers are kept.",
)
def layers(source: Path | None, layer_id: str | None, folder: Path) -> None:
    """List, add or remove your own place data."""
    near = load_index(Settings().data_dir / "gazetteer").nearest_km
    shelf = Shelf(folder, nearest_km=near)
    if source is not None:
        click.echo(f"Added {_in_words(_add(shelf, source))}")
    if layer_id is not None:
        shelf.remove(layer_id)
        click.echo(f"Removed {layer_id}.")
    items = shelf.load_items()
    for item in items:
        click.echo(_in_words(item))
    if not items:
        click.echo("Nothing is laid over the gazetteer.")


def _add(shelf: Shelf, source: Path) -> ShelfItem:
    today = datetime.now().astimezone().date()
    if not source.is_file():
        msg = f"{source} is not there; check the path."
        raise GazetteerError(msg)
    kind = _kind_of(source)
    if kind is LayerKind.DUMP:
        with click.progressbar(length=1000, label=f"Reading {source.name}") as bar:
            return shelf.write_dump(
                source,
                added=today,
                on_progress=lambda share, _count: bar.update(round(1000 * share) - bar.pos),
            )
    raw = source.read_bytes()
    if kind is LayerKind.ENTRIES:
        return shelf.write_entries(raw, file_name=source.name, added=today)
    return shelf.write_do_not_map(raw, file_name=source.name, added=today)


def _kind_of(source: Path) -> LayerKind:
    """Return what a file holds: a text with a dump's 19 columns is a dump, others are lists."""
    if source.suffix.lower() in KINDS:
        return KINDS[source.suffix.lower()]
    with source.open("rb") as stream:
        columns = stream.readline(100_000).count(b"\t") + 1
    return LayerKind.DUMP if columns == DUMP_COLUMNS else LayerKind.DO_NOT_MAP


def _in_words(item: ShelfItem) -> str:
    return f"{item.layer_id}  {item.kind}: {item.name}, {item.count:,} entries, {item.added}"
