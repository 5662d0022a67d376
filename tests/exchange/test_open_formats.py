"""GeoJSON and CSV read back and compared with the briefing that they were made from."""

import csv
import errno
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pyogrio
import pytest
from pandas import notna
from shapely.geometry import LineString, Point, shape

from dashboard.exchange.coarsen import coarsen
from dashboard.exchange.features import list_features
from dashboard.exchange.files import write_whole
from dashboard.exchange.geojson import format_geojson
from dashboard.exchange.geopackage import pack_geopackage
from dashboard.exchange.kml import format_kmz
from dashboard.exchange.packing import OpenFormat, pack_briefing
from dashboard.exchange.release import Release
from dashboard.exchange.tables import format_csv, guard_cell
from dashboard.exchange.webpage import write_webpage
from dashboard.model import Briefing, ExportError, Flow, FlowKind, Precision, Status
from dashboard.settings import Settings
from tests.samples import briefing_with_flows, sample_briefing

RELEASE = Release("TLP:GREEN", "only Tajikistan")


def test_every_event_and_mention_has_a_row() -> None:
    briefing = sample_briefing()
    features = list_features(briefing)
    ids = [f.cells["id"] for f in features if f.cells["kind"] == "event"]
    assert ids == [event.event_id for event in briefing.events]
    mentions = [f for f in features if f.cells["kind"] == "mention"]
    assert len(mentions) == len(briefing.resolutions["5a3b1e0000000001"])


def test_what_is_not_drawn_has_no_geometry_and_says_why() -> None:
    unplaced = [f for f in list_features(sample_briefing()) if f.geometry is None]
    assert {f.cells["not_drawn_because"] for f in unplaced} == {
        "The text names no place",
        "An adjective for a state",
    }


def test_geojson_read_back_is_what_went_in() -> None:
    briefing = sample_briefing()
    collection = json.loads(format_geojson(briefing, RELEASE))
    for read, meant in zip(collection["features"], list_features(briefing), strict=True):
        assert read["properties"] == meant.cells
        if meant.geometry is None:
            assert read["geometry"] is None
        else:
            assert shape(read["geometry"]).equals(meant.geometry)


@pytest.mark.parametrize("form", [OpenFormat.GEOJSON, OpenFormat.CSV])
def test_gdal_reads_every_row_of_the_plain_formats(tmp_path: Path, form: OpenFormat) -> None:
    briefing = sample_briefing()
    path = tmp_path / f"map.{form.value}"
    path.write_bytes(pack_briefing(briefing, RELEASE, form=form))
    read = pyogrio.read_dataframe(path)
    for name in ("kind", "id", "place", "status", "date_words", "trigger"):
        told = [value if notna(value) and value != "" else None for value in read[name]]
        assert told == [f.cells[name] for f in list_features(briefing)], name


def test_geojson_carries_the_handling_mark_filter_sources_and_borders() -> None:
    head = json.loads(format_geojson(sample_briefing(), RELEASE))["briefing"]
    assert head["handling"] == "TLP:GREEN"
    assert head["filter"] == "only Tajikistan"
    assert head["sources"] == "A made-up week in the hills, Sample Wire, 2024-05-09"
    assert "de facto" in head["borders"]


@pytest.mark.parametrize("form", OpenFormat)
def test_every_format_carries_the_mark_and_the_filter(form: OpenFormat) -> None:
    packed = pack_briefing(sample_briefing(), RELEASE, form=form)
    if form is OpenFormat.KMZ:
        with ZipFile(io.BytesIO(packed)) as package:
            packed = package.read("doc.kml")
    assert b"TLP:GREEN" in packed
    assert b"only Tajikistan" in packed


def test_the_one_file_map_carries_the_mark_and_the_filter() -> None:
    page = write_webpage(sample_briefing(), RELEASE, names={}, static_dir=Settings().static_dir)
    assert page.count(b"TLP:GREEN") >= 2, "top and bottom"
    assert b"only Tajikistan" in page


@pytest.mark.parametrize("form", OpenFormat)
def test_only_what_passes_the_filter_is_in_a_file(tmp_path: Path, form: OpenFormat) -> None:
    briefing = sample_briefing()
    path = tmp_path / f"map.{form.value}"
    path.write_bytes(
        pack_briefing(replace(briefing, events=briefing.events[:2]), RELEASE, form=form)
    )
    layers = [pyogrio.read_dataframe(path, layer=name) for name, _ in pyogrio.list_layers(path)]
    ids = {str(i) for rows in layers if "id" in rows for i in rows["id"]}
    assert ids & {e.event_id for e in briefing.events} == {"E1", "E2"}


def test_csv_read_back_is_what_went_in() -> None:
    briefing = sample_briefing()
    rows = list(csv.DictReader(io.StringIO(format_csv(briefing, RELEASE))))
    for row, meant in zip(rows, list_features(briefing), strict=True):
        expected = {k: "" if v is None else str(v) for k, v in meant.cells.items()}
        assert {k: row[k] for k in expected} == expected
        assert row["handling"] == "TLP:GREEN"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-cmd", "@x", "\t=1", "\uff1d1"])
def test_a_cell_cannot_be_a_formula(cell: str) -> None:
    assert guard_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", [-3.5, 0, None, "Osh", "5 - 9"])
def test_numbers_and_plain_words_are_left_alone(cell: object) -> None:
    assert guard_cell(cell) == cell


def test_a_hostile_title_reaches_the_table_as_text() -> None:
    briefing = sample_briefing()
    hostile = replace(briefing.articles[0], title='=HYPERLINK("http://x")')
    text = format_csv(replace(briefing, articles=(hostile,)), RELEASE)
    assert next(csv.DictReader(io.StringIO(text)))["title"] == '\'=HYPERLINK("http://x")'


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "out.csv", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
    assert (tmp_path / "out.csv").read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"none.out\.csv could not be written"):
        write_whole(tmp_path / "none" / "out.csv", b"new")


def test_a_name_that_is_a_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "out.csv").mkdir()
    with pytest.raises(ExportError, match="could not be written"):
        write_whole(tmp_path / "out.csv", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


class FullDisk(io.RawIOBase):
    """A file on a disk that is full after four bytes."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("xb")

    def write(self, content: bytes) -> int:
        self._file.write(content[:4])
        raise OSError(errno.ENOSPC, "No space left on device")

    def close(self) -> None:
        self._file.close()
        super().close()


def read_only(path: Path) -> io.BytesIO:
    raise PermissionError(errno.EACCES, "Permission denied", str(path))


@pytest.mark.parametrize(
    ("opener", "says"),
    [(FullDisk, "No space left on device"), (read_only, "Permission denied")],
    ids=["full disk", "read-only folder"],
)
def test_a_disk_that_takes_no_file_keeps_the_old_one(
    tmp_path: Path, opener: Callable[[Path], io.BytesIO], says: str
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"the old deck")
    with pytest.raises(ExportError, match=rf"{says}.*choose a folder with room that you may use"):
        write_whole(path, b"the new deck", opener=opener)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [
        ("deck.pptx", b"the old deck")
    ]


def kmz_document(content: bytes) -> ET.Element:
    with ZipFile(io.BytesIO(content)) as package:
        return ET.fromstring(package.read("doc.kml"))  # noqa: S314 - our own file


def read_layers(path: Path) -> list[dict[str, object]]:
    """Read all rows back with GDAL, empty cells left out."""
    layers = [
        name for name, _ in pyogrio.list_layers(path) if name not in {"about", "layer_styles"}
    ]
    frames = (pyogrio.read_dataframe(path, layer=name) for name in layers)
    return [
        {name: value for name, value in row.items() if name == "geometry" or notna(value)}
        for frame in frames
        for row in frame.to_dict("records")
    ]


def test_kmz_read_back_with_gdal_is_what_went_in(tmp_path: Path) -> None:
    path = tmp_path / "briefing.kmz"
    path.write_bytes(format_kmz(sample_briefing(), RELEASE))
    told = {(r["kind"], r["text_start"], r.get("place")): r for r in read_layers(path)}
    features = list_features(sample_briefing())
    assert len(told) == len(features)
    for meant in features:
        values = {k: str(v) for k, v in meant.cells.items() if v is not None}
        read = told[values["kind"], values["text_start"], values.get("place")]
        assert {k: read[k] for k in values} == values
        geometry = read["geometry"]
        assert (geometry is None) is (meant.geometry is None)
        assert geometry is None or geometry.equals(meant.geometry)


def test_kmz_holds_the_symbols_it_uses_and_the_head() -> None:
    content = format_kmz(sample_briefing(), RELEASE)
    with ZipFile(io.BytesIO(content)) as package:
        names = set(package.namelist())
        assert package.read("symbols/battles-disputed.png").startswith(b"\x89PNG")
    words = "".join(kmz_document(content).itertext())
    hrefs = {e.text for e in kmz_document(content).iter("{http://www.opengis.net/kml/2.2}href")}
    assert hrefs < names
    assert "Handling: TLP:GREEN" in words
    assert "Filter: only Tajikistan" in words


def test_kmz_is_the_same_bytes_for_the_same_briefing() -> None:
    assert format_kmz(sample_briefing(), RELEASE) == format_kmz(sample_briefing(), RELEASE)


def test_hostile_words_reach_kmz_as_text() -> None:
    hostile = Release("<script>alert(1)</script>\0", "]]> & $[name]")
    content = format_kmz(sample_briefing(), hostile)
    (description,) = kmz_document(content).findall("*/{http://www.opengis.net/kml/2.2}description")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;\ufffd" in str(description.text)


def test_geopackage_read_back_is_what_went_in(tmp_path: Path) -> None:
    path = tmp_path / "briefing.gpkg"
    path.write_bytes(pack_geopackage(sample_briefing(), RELEASE))
    told = {(r["kind"], r["text_start"], r.get("place")): r for r in read_layers(path)}
    features = list_features(sample_briefing())
    assert len(told) == len(features)
    for meant in features:
        values = {k: v for k, v in meant.cells.items() if v is not None}
        read = told[values["kind"], values["text_start"], values.get("place")]
        assert {k: read[k] for k in values} == values
        assert meant.geometry is None or read["geometry"].equals(meant.geometry)


def test_geopackage_says_what_it_is_and_how_to_draw_it(tmp_path: Path) -> None:
    path = tmp_path / "briefing.gpkg"
    path.write_bytes(pack_geopackage(sample_briefing(), RELEASE))
    with closing(sqlite3.connect(path)) as package:
        about = dict(package.execute("SELECT name, words FROM about"))
        styles = dict(package.execute("SELECT f_table_name, styleQML FROM layer_styles"))
    assert about["handling"] == "TLP:GREEN"
    assert "de facto" in about["borders"]
    assert set(styles) == {"points", "lines", "areas"}
    assert 'value="star"' in styles["points"]
    assert 'value="b_diagonal"' in styles["areas"]


@pytest.mark.parametrize("write", [format_kmz, pack_geopackage, format_geojson, format_csv])
def test_an_empty_briefing_still_makes_a_file(
    write: Callable[[Briefing, Release], str | bytes],
) -> None:
    assert len(write(Briefing((), {}, ()), RELEASE)) > 100


def test_coarsening_rounds_points_and_reports_them() -> None:
    coarse, report = coarsen(sample_briefing(), decimals=1)
    places = {at.place.name: at.place for event in coarse.events for at in event.places}
    assert (places["Dushanbe"].lat, places["Dushanbe"].lon) == (38.6, 68.8)
    assert places["Dushanbe"].geometry.equals(Point(68.8, 38.6))
    assert places["Dushanbe"].geonameid is None
    assert Precision.POINT not in {place.precision for place in places.values()}
    assert "about 11 km" in str(places["Dushanbe"].note)
    assert places["Rasht Valley"].geometry.area > 0
    assert set(report.places) == {"Dushanbe", "Khujand", "Isfara", "Khorugh", "Tashkent", "Osh"}
    assert report.words.startswith("The points of 6 places were rounded to 0.1 degrees")


def test_coarsening_rounds_the_ends_of_movements() -> None:
    coarse, _ = coarsen(briefing_with_flows(), decimals=1)
    ends = [at for f in coarse.flows for at in (f.origin, *f.through, f.destination) if at]
    exact = [at for at in ends if at.place.geonameid is not None]
    assert (len(ends), exact) == (4, [])


def test_the_exact_point_is_nowhere_in_a_coarsened_file() -> None:
    coarse, _ = coarsen(sample_briefing(), decimals=1)
    text = format_geojson(coarse, RELEASE)
    assert not [exact for exact in ("38.5598", "68.787", "1221874") if exact in text]


@pytest.mark.parametrize(
    ("form", "start"),
    [("geojson", b'{"type"'), ("csv", b"\xef\xbb\xbfkind,"), ("kml", b"<?xml"),
     ("kmz", b"PK"), ("gpkg", b"SQLite format 3")],
)  # fmt: skip
def test_every_open_format_is_packed(form: str, start: bytes) -> None:
    packed = pack_briefing(sample_briefing(), RELEASE, form=OpenFormat(form))
    assert packed.startswith(start)


def test_kml_alone_asks_for_no_symbols() -> None:
    content = pack_briefing(sample_briefing(), RELEASE, form=OpenFormat.KML)
    assert b"href" not in content
    assert b"<color>ff005ed5</color>" in content


def test_what_was_coarsened_is_told_in_the_file() -> None:
    told = replace(RELEASE, coarsened="Two points were rounded.")
    head = json.loads(format_geojson(sample_briefing(), told))["briefing"]
    assert head["coarsened"] == "Two points were rounded."


def moving_briefing() -> Briefing:
    """Return the sample with a movement from its first town through its second to its third."""
    briefing = sample_briefing()
    stops = {at.place.name: at for event in briefing.events for at in event.places}
    first = briefing.events[0]
    whole = Flow(
        "F1",
        first.article_id,
        FlowKind.SUPPLY,
        first.trigger,
        Status.CLAIMED,
        first.evidence,
        origin=stops["Dushanbe"],
        through=(stops["Khujand"],),
        destination=stops["Isfara"],
        carries=first.trigger,
    )
    half = replace(whole, flow_id="F2", destination=None, not_drawn_because="No end is named")
    return replace(briefing, flows=(whole, half))


WAY = LineString([(68.787, 38.5598), (69.6222, 40.2826), (70.6253, 40.1265)])
STOPS = {"from": "Dushanbe", "via": "Khujand", "to": "Isfara", "movement": "supply route"}


def test_a_movement_is_a_line_with_its_stops_by_name() -> None:
    collection = json.loads(format_geojson(moving_briefing(), RELEASE))
    whole, half = (f for f in collection["features"] if f["properties"]["kind"] == "movement")
    assert {name: whole["properties"][name] for name in STOPS} == STOPS
    assert shape(whole["geometry"]).equals(WAY)
    assert half["geometry"] is None
    assert half["properties"]["not_drawn_because"] == "No end is named"


@pytest.mark.parametrize("form", [OpenFormat.KML, OpenFormat.KMZ, OpenFormat.GEOPACKAGE])
def test_gdal_reads_a_movement_back_as_it_went_in(tmp_path: Path, form: OpenFormat) -> None:
    path = tmp_path / f"briefing.{form.value}"
    path.write_bytes(pack_briefing(moving_briefing(), RELEASE, form=form))
    (whole,) = (r for r in read_layers(path) if r["kind"] == "movement" and r.get("to"))
    assert {name: whole[name] for name in STOPS} == STOPS
    geometry = whole["geometry"]
    line = geometry.geoms[0] if geometry.geom_type == "MultiLineString" else geometry
    assert line.equals(WAY)


def test_kml_read_back_with_gdal_is_what_went_in(tmp_path: Path) -> None:
    path = tmp_path / "briefing.kml"
    path.write_bytes(pack_briefing(sample_briefing(), RELEASE, form=OpenFormat.KML))
    told = {(r["kind"], r["text_start"], r.get("place")): r for r in read_layers(path)}
    features = list_features(sample_briefing())
    assert len(told) == len(features)
    for meant in features:
        values = {k: str(v) for k, v in meant.cells.items() if v is not None}
        read = told[values["kind"], values["text_start"], values.get("place")]
        assert {k: read[k] for k in values} == values
        assert meant.geometry is None or read["geometry"].equals(meant.geometry)


@pytest.mark.parametrize("form", OpenFormat)
def test_the_same_briefing_is_the_same_bytes_in_every_format(form: OpenFormat) -> None:
    briefing = moving_briefing()
    once = pack_briefing(briefing, RELEASE, form=form)
    assert pack_briefing(briefing, RELEASE, form=form) == once


def test_the_one_file_map_is_the_same_bytes_and_carries_the_movement() -> None:
    static_dir = Settings().static_dir
    once, twice = (
        write_webpage(moving_briefing(), RELEASE, names={}, static_dir=static_dir) for _ in "ab"
    )
    assert once == twice
    assert b"supply route" in once


def test_an_event_in_two_towns_has_a_row_for_each() -> None:
    briefing = sample_briefing()
    first, second = briefing.events[0], briefing.events[3]
    both = replace(first, places=(*first.places, *second.places))
    rows = list_features(replace(briefing, events=(both,)))
    names = [row.cells["place"] for row in rows if row.cells["kind"] == "event"]
    assert names == [at.place.name for at in both.places]
