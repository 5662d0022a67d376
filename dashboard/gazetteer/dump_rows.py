"""The rows of a GeoNames dump (`TJ.zip`, `allCountries.zip`, `TJ.txt`), one at a time."""

from __future__ import annotations

import math
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from dashboard.model import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = 19
MAX_LINE_BYTES = 1_000_000
"""The longest line of GeoNames' own files has some 20,000."""
ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class DumpRow:
    """One place of a dump, and how many bytes of the file are read with it."""

    geonameid: int
    name: str
    alternates: tuple[str, ...]
    lat: float
    lon: float
    feature_class: str
    feature_code: str
    country: str
    admin1: str
    admin2: str
    population: int
    bytes_read: int
    line: int


def read_dump_rows(path: Path) -> Iterator[DumpRow]:
    """
    Yield the places of a dump in the order of the file, holding one line at a time.

    Raises `GazetteerError` with file and line at the first thing that is not as GeoNames writes it.
    """
    with _opened(path) as (stream, name):
        bytes_read = line = 0
        while raw := _next_line(stream, name, line + 1):
            bytes_read += len(raw)
            line += 1
            if raw.strip():
                yield _parse(raw, f"{name}, line {line}", bytes_read, line)
    if not line:
        msg = f"{name} is empty; download it again."
        raise GazetteerError(msg)


def read_dump_size(path: Path) -> int:
    """Return how many bytes `read_dump_rows` will have read at the end."""
    _check_is_there(path)
    if path.suffix.lower() != ".zip":
        return path.stat().st_size
    with _opened_zip(path) as archive:
        return _places_file(archive, path).file_size


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], str]]:
    _check_is_there(path)
    if path.suffix.lower() != ".zip":
        with path.open("rb") as stream:
            yield stream, path.name
        return
    with _opened_zip(path) as archive:
        member = _places_file(archive, path)
        with archive.open(member) as stream:
            try:
                yield stream, f"{path.name}/{member.filename}"
            except GazetteerError:
                _check_is_whole(archive)  # a bad row may only be what damage looks like
                raise


def _check_is_there(path: Path) -> None:
    if not path.is_file():
        msg = f"{path.name} is not there; check the path."
        raise GazetteerError(msg)


def _check_is_whole(archive: zipfile.ZipFile) -> None:
    damaged = archive.testzip()
    if damaged:
        msg = f"bad check sum of {damaged}"
        raise zipfile.BadZipFile(msg)


@contextmanager
def _opened_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        msg = f"{path.name} is damaged or only half downloaded ({error}); download it again."
        raise GazetteerError(msg) from error


def _places_file(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    members = [
        m
        for m in archive.infolist()
        if m.filename.lower().endswith(".txt") and m.filename.lower() != "readme.txt"
    ]
    if len(members) != 1:
        msg = f"{path.name} holds {len(members)} tables; a GeoNames dump holds one, such as TJ.txt."
        raise GazetteerError(msg)
    if members[0].flag_bits & ENCRYPTED:
        msg = f"{path.name} is locked with a password; unpack it and give the .txt file."
        raise GazetteerError(msg)
    return members[0]


def _next_line(stream: IO[bytes], name: str, line: int) -> bytes:
    raw = stream.readline(MAX_LINE_BYTES)
    if len(raw) >= MAX_LINE_BYTES:
        msg = f"{name}, line {line}: longer than a megabyte; this is not a GeoNames dump."
        raise GazetteerError(msg)
    return raw


def _parse(raw: bytes, where: str, bytes_read: int, line: int) -> DumpRow:
    try:
        cells = raw.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError as error:
        msg = f"{where}: not UTF-8; give the file as GeoNames publishes it."
        raise GazetteerError(msg) from error
    if len(cells) != COLUMNS:
        msg = (
            f"{where}: {len(cells)} columns between tabs where a GeoNames dump has {COLUMNS};"
            " give the file as GeoNames publishes it."
        )
        raise GazetteerError(msg)
    lat, lon = read_coordinates(cells[4], cells[5], where)
    return DumpRow(
        geonameid=_whole_number(cells[0], "the GeoNames id", where),
        name=cells[1],
        alternates=(cells[2], *cells[3].split(",")),
        lat=lat,
        lon=lon,
        feature_class=cells[6],
        feature_code=cells[7],
        country=cells[8],
        admin1=cells[10],
        admin2=cells[11],
        population=_whole_number(cells[14] or "0", "the population", where),
        bytes_read=bytes_read,
        line=line,
    )


def _whole_number(cell: str, what: str, where: str) -> int:
    if not (cell.isascii() and cell.isdigit()):
        msg = f"{where}: {what} is {cell[:40]!r}, not a whole number."
        raise GazetteerError(msg)
    return int(cell)


def read_coordinates(lat_cell: str, lon_cell: str, where: str) -> tuple[float, float]:
    """Return latitude and longitude in degrees, or raise `GazetteerError` with the remedy."""
    try:
        lat, lon = float(lat_cell), float(lon_cell)
    except ValueError as error:
        msg = (
            f"{where}: {lat_cell[:40]!r}, {lon_cell[:40]!r} are not coordinates;"
            " write degrees with a point, such as 38.54."
        )
        raise GazetteerError(msg) from error
    if not (math.isfinite(lat) and math.isfinite(lon)) or abs(lon) > 180 or abs(lat) > 180:
        msg = f"{where}: {lat_cell}, {lon_cell} is not on the earth; write degrees."
        raise GazetteerError(msg)
    if abs(lat) > 90:
        hint = " latitude and longitude look swapped." if abs(lon) <= 90 else ""
        msg = f"{where}: latitude {lat_cell} is beyond the pole;{hint or ' check it.'}"
        raise GazetteerError(msg)
    return lat, lon
