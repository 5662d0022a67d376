"""
KML, KMZ, GPX, zipped Shapefiles and GeoPackages, read with GDAL.

GDAL looks into a file to tell its kind, and some kinds (VRT and others) make it open other files
or addresses. So each file is looked at first and written under a name of ours, into a folder of
its own, with the one driver named that may read it.
"""

from __future__ import annotations

import io
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - an exception named in lower case

import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError, FieldError, GeometryError
from pyproj.exceptions import CRSError, ProjError

from dashboard.model import ReadingError

if TYPE_CHECKING:
    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

    Row = tuple[dict[str, object], BaseGeometry | None]

CRS = "EPSG:4326"
MOST_UNPACKED_BYTES = 500_000_000
MOST_MEMBERS = 2_000
SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
SQLITE_MARK = b"SQLite format 3\x00"
BROKEN = "is damaged or not what its name says; export it again"


def read_gis_file(raw: bytes, *, suffix: str) -> list[Row]:
    """Return the columns and the shape of each feature of all layers, in EPSG:4326."""
    with TemporaryDirectory() as folder:
        path = _write_checked(Path(folder), raw, suffix)
        return _read_layers(path)


def _write_checked(folder: Path, raw: bytes, suffix: str) -> Path:
    """Write the file, or what is needed of an archive, under a plain name."""
    match suffix:
        case ".kml" | ".gpx":
            return _write_xml(folder, raw, suffix)
        case ".kmz":
            members = _unpack(raw, (".kml",))
            return _write_xml(folder, members[".kml"], ".kml")
        case ".zip":
            members = _unpack(raw, SHAPEFILE_PARTS)
            for part, content in members.items():
                (folder / f"layer{part}").write_bytes(content)
            return folder / "layer.shp"
        case _:
            if not raw.startswith(SQLITE_MARK):
                raise ReadingError(BROKEN)
            (folder / "layer.gpkg").write_bytes(raw)
            return folder / "layer.gpkg"


def _write_xml(folder: Path, raw: bytes, suffix: str) -> Path:
    plain = raw.replace(b"\0", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        msg = "refers to outside entities, which were not opened; export it again"
        raise ReadingError(msg)
    if f"<{suffix[1:]}".encode() not in plain[:5_000]:
        raise ReadingError(BROKEN)
    path = folder / f"layer{suffix}"
    path.write_bytes(raw)
    return path


def _unpack(raw: bytes, suffixes: tuple[str, ...]) -> dict[str, bytes]:
    """Return the first member of each suffix; the first suffix must be there."""
    found: dict[str, bytes] = {}
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED_BYTES:
                msg = "unpacks to more than a map layer holds; it was not opened"
                raise ReadingError(msg)
            for member in members:
                part = PurePath(member.filename).suffix.lower()
                if part in suffixes and part not in found and "__MACOSX" not in member.filename:
                    with archive.open(member) as stream:
                        found[part] = stream.read(member.file_size)
    except (BadZipFile, ZlibError, NotImplementedError, RuntimeError, EOFError) as error:
        raise ReadingError(BROKEN) from error
    if suffixes[0] not in found:
        msg = f"holds no {suffixes[0]} file; zip the layer again with all its parts"
        raise ReadingError(msg)
    return found


def _read_layers(path: Path) -> list[Row]:
    try:
        layers = [name for name, kind in pyogrio.list_layers(path) if kind is not None]
        return [row for name in layers for row in _rows(_read_layer(path, name))]
    except (DataSourceError, DataLayerError, FieldError, GeometryError) as error:
        raise ReadingError(BROKEN) from error
    except (CRSError, ProjError) as error:
        msg = "is in a projection that is not known; export it in WGS 84 (EPSG:4326)"
        raise ReadingError(msg) from error


def _read_layer(path: Path, layer: str) -> gpd.GeoDataFrame:
    frame = pyogrio.read_dataframe(path, layer=layer)
    # Without a projection file the coordinates are taken for degrees; `read_overlay` refuses
    # those that are none.
    return frame.set_crs(CRS) if frame.crs is None else frame.to_crs(CRS)


def _rows(frame: gpd.GeoDataFrame) -> list[Row]:
    columns = frame.drop(columns="geometry")
    told = columns.astype(object).where(columns.notna(), None).to_dict("records")
    return list(zip(told, frame.geometry, strict=True))
