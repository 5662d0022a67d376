"""The shelf of the user's own layers: added whole or not at all, listed, removed."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from dashboard.gazetteer.dumps import load_dump, write_dump_index
from dashboard.gazetteer.folding import fold
from dashboard.gazetteer.own_entries import read_do_not_map, read_own_entries
from dashboard.gazetteer.tables import TableLayer
from dashboard.model import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from dashboard.gazetteer.dumps import Progress
    from dashboard.gazetteer.gazetteer import Layer
    from dashboard.gazetteer.own_entries import NearestKm

MANIFEST = "layer.json"
DUMP, ENTRIES, NAMES = "dump.sqlite", "entries.csv", "names.txt"


class LayerKind(StrEnum):
    """What a layer of the user's holds."""

    DUMP = "GeoNames dump"
    ENTRIES = "own entries"
    DO_NOT_MAP = "do-not-map list"


@dataclass(frozen=True, slots=True)
class ShelfItem:
    """A layer on the shelf, as it is listed on the page."""

    layer_id: str
    kind: LayerKind
    name: str
    """The name of the file it came from."""
    count: int
    added: str
    """The day, as 2026-11-23."""


@dataclass(frozen=True, slots=True)
class LoadedLayers:
    """What `load_gazetteer` takes: the layers, and the names that are not to be mapped."""

    layers: tuple[Layer, ...] = ()
    withheld: tuple[tuple[str, str], ...] = ()
    """Folded name, and the list that it stands on."""
    problems: tuple[str, ...] = ()
    """One sentence for each layer that could not be opened and is left out."""

    def close(self) -> None:
        """Close the files of the dumps, so that they can be removed."""
        for layer in self.layers:
            layer.close()


class Shelf:
    """The user's layers in one folder, each in a folder of its own."""

    def __init__(self, folder: Path, *, nearest_km: NearestKm | None = None) -> None:
        self._folder = folder
        self._nearest_km = nearest_km

    def load_items(self) -> tuple[ShelfItem, ...]:
        """Return what is on the shelf, the oldest first."""
        return tuple(_load_item(path) for path in sorted(self._folder.glob(f"layer-*/{MANIFEST}")))

    def write_dump(
        self, source: Path, *, added: date, on_progress: Progress | None = None
    ) -> ShelfItem:
        """Add a GeoNames dump from a file on disk (`TJ.zip`, `allCountries.zip`, or the .txt)."""
        with self._adding() as folder:
            count = write_dump_index(source, folder / DUMP, on_progress=on_progress)
            return _write_manifest(folder, LayerKind.DUMP, source.name, count, added)

    def write_entries(self, raw: bytes, *, file_name: str, added: date) -> ShelfItem:
        """Add a CSV of own entries."""
        with self._adding() as folder:
            rows = read_own_entries(
                raw, file_name=file_name, layer=file_name, nearest_km=self._nearest_km
            )
            (folder / ENTRIES).write_bytes(raw)
            return _write_manifest(folder, LayerKind.ENTRIES, file_name, len(rows), added)

    def write_do_not_map(self, raw: bytes, *, file_name: str, added: date) -> ShelfItem:
        """Add a list of names that are never to be mapped."""
        with self._adding() as folder:
            names = read_do_not_map(raw, file_name=file_name)
            (folder / NAMES).write_bytes(raw)
            return _write_manifest(folder, LayerKind.DO_NOT_MAP, file_name, len(names), added)

    def remove(self, layer_id: str) -> None:
        """Take a layer off the shelf."""
        if layer_id not in {item.layer_id for item in self.load_items()}:
            msg = f"There is no layer {layer_id} to remove; reload the page."
            raise GazetteerError(msg)
        shutil.rmtree(self._folder / layer_id)

    def load_layers(self) -> LoadedLayers:
        """Open every layer; the newest comes first, so that it overrides the older ones."""
        loaded = LoadedLayers()
        for manifest in sorted(self._folder.glob(f"layer-*/{MANIFEST}"), reverse=True):
            try:
                loaded = _with_layer(loaded, _load_item(manifest), manifest.parent)
            except GazetteerError as error:
                loaded = replace(loaded, problems=(*loaded.problems, str(error)))
        return loaded

    @contextmanager
    def _adding(self) -> Iterator[Path]:
        """Give a folder to write a layer in; it joins the shelf only when all went well."""
        numbers = [int(i.layer_id.removeprefix("layer-")) for i in self.load_items()]
        layer_id = f"layer-{max(numbers, default=0) + 1:04d}"
        partial = self._folder / f".adding-{layer_id}"
        shutil.rmtree(partial, ignore_errors=True)
        try:
            partial.mkdir(parents=True)
            yield partial
            partial.rename(self._folder / layer_id)
        except (OSError, sqlite3.Error) as error:
            msg = f"The layer could not be kept in {self._folder} ({error}); is there room?"
            raise GazetteerError(msg) from error
        finally:
            shutil.rmtree(partial, ignore_errors=True)


def _with_layer(loaded: LoadedLayers, item: ShelfItem, folder: Path) -> LoadedLayers:
    try:
        if item.kind is LayerKind.DUMP:
            layer: Layer = load_dump(folder / DUMP, name=item.name)
        elif item.kind is LayerKind.ENTRIES:
            raw = (folder / ENTRIES).read_bytes()
            layer = TableLayer(read_own_entries(raw, file_name=item.name, layer=item.name))
        else:
            names = read_do_not_map((folder / NAMES).read_bytes(), file_name=item.name)
            listed = tuple((fold(name), item.name) for name in names)
            return replace(loaded, withheld=loaded.withheld + listed)
    except (OSError, sqlite3.Error) as error:
        msg = f"The layer {item.name} is damaged and is left out ({error}); add it again."
        raise GazetteerError(msg) from error
    return replace(loaded, layers=(*loaded.layers, layer))


def _write_manifest(folder: Path, kind: LayerKind, name: str, count: int, added: date) -> ShelfItem:
    layer_id = folder.name.removeprefix(".adding-")
    item = ShelfItem(layer_id, kind, name, count, added.isoformat())
    (folder / MANIFEST).write_text(json.dumps(asdict(item)), encoding="utf-8")
    return item


def _load_item(path: Path) -> ShelfItem:
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        return ShelfItem(**{**known, "kind": LayerKind(known["kind"])})
    except (ValueError, TypeError, KeyError) as error:
        msg = f"{path} is damaged ({error}); delete the folder {path.parent.name} and add it again."
        raise GazetteerError(msg) from error
