"""GeoJSON and CSV read back and compared with the briefing that they were made from."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from shapely.geometry import shape

from dashboard.exchange.features import list_features
from dashboard.exchange.files import write_whole
from dashboard.exchange.geojson import format_geojson
from dashboard.exchange.release import Release
from dashboard.exchange.tables import format_csv, guard_cell
from dashboard.model import ExportError
from tests.samples import sample_briefing

RELEASE = Release("TLP:GREEN", "only Tajikistan")


def test_every_event_and_mention_has_a_row() -> None:
    briefing = sample_briefing()
    features = list_features(briefing)
    ids = [f.values["id"] for f in features if f.values["kind"] == "event"]
    assert ids == [event.event_id for event in briefing.events]
    mentions = [f for f in features if f.values["kind"] == "mention"]
    assert len(mentions) == len(briefing.resolutions["5a3b1e0000000001"])


def test_what_is_not_drawn_has_no_geometry_and_says_why() -> None:
    unplaced = [f for f in list_features(sample_briefing()) if f.geometry is None]
    assert {f.values["not_drawn_because"] for f in unplaced} == {
        "The text names no place",
        "An adjective for a state",
    }


def test_geojson_read_back_is_what_went_in() -> None:
    briefing = sample_briefing()
    collection = json.loads(format_geojson(briefing, RELEASE))
    for read, meant in zip(collection["features"], list_features(briefing), strict=True):
        assert read["properties"] == meant.values
        if meant.geometry is None:
            assert read["geometry"] is None
        else:
            assert shape(read["geometry"]).equals(meant.geometry)


def test_geojson_carries_the_handling_mark_filter_sources_and_borders() -> None:
    head = json.loads(format_geojson(sample_briefing(), RELEASE))["briefing"]
    assert head["handling"] == "TLP:GREEN"
    assert head["filter"] == "only Tajikistan"
    assert head["sources"] == "A made-up week in the hills, Sample Wire, 2024-05-09"
    assert "de facto" in head["borders"]


def test_csv_read_back_is_what_went_in() -> None:
    briefing = sample_briefing()
    rows = list(csv.DictReader(io.StringIO(format_csv(briefing, RELEASE))))
    for row, meant in zip(rows, list_features(briefing), strict=True):
        expected = {k: "" if v is None else str(v) for k, v in meant.values.items()}
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
    with pytest.raises(ExportError, match=r"none.out\.csv cannot be written"):
        write_whole(tmp_path / "none" / "out.csv", b"new")


def test_a_name_that_is_a_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "out.csv").mkdir()
    with pytest.raises(ExportError, match="could not be written"):
        write_whole(tmp_path / "out.csv", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
