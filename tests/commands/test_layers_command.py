"""`python -m dashboard layers`: own place data from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from dashboard.commands.layers import layers
from dashboard.model import GazetteerError

if TYPE_CHECKING:
    from pathlib import Path


def run(folder: Path, *words: str) -> str:
    result = CliRunner().invoke(
        layers, [*words, "--folder", str(folder)], catch_exceptions=False, standalone_mode=False
    )
    return result.output


def test_an_empty_shelf_says_so(tmp_path: Path) -> None:
    assert run(tmp_path / "shelf") == "Nothing is laid over the gazetteer.\n"


def test_entries_are_added_listed_and_removed(tmp_path: Path) -> None:
    source = tmp_path / "places.csv"
    source.write_text("name,lat,lon,country\nCamp Nine,38.9,70.2,TJ\n", encoding="utf-8")
    assert "Added layer-0001  own entries: places.csv, 1 entries" in run(
        tmp_path / "shelf", "--add", str(source)
    )
    assert "layer-0001  own entries" in run(tmp_path / "shelf")
    assert run(tmp_path / "shelf", "--remove", "layer-0001").endswith("over the gazetteer.\n")


def test_a_text_with_the_columns_of_a_dump_is_a_dump(tmp_path: Path) -> None:
    source = tmp_path / "TJ.txt"
    cells = ["1", "Village", "Village", "", "38.9", "70.1", "P", "PPL", "TJ", "", *[""] * 4, "0"]
    source.write_text("\t".join([*cells, "", "", "", ""]) + "\n", encoding="utf-8")
    assert "GeoNames dump: TJ.txt, 1 entries" in run(tmp_path / "shelf", "--add", str(source))


def test_other_texts_are_do_not_map_lists(tmp_path: Path) -> None:
    source = tmp_path / "never.txt"
    source.write_text("Home\nAugust\n", encoding="utf-8")
    assert "do-not-map list: never.txt, 2 entries" in run(tmp_path / "s", "--add", str(source))


def test_table_that_is_no_dump_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "table.txt"
    source.write_text("1\tVillage\t38.9\t70.1\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match="line 1: not a list of names"):
        run(tmp_path / "shelf", "--add", str(source))


def test_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="is not there"):
        run(tmp_path / "shelf", "--add", str(tmp_path / "TJ.zip"))
