"""`export`: the same filters as the page, and one clear line where it cannot be done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.settings import PROJECT, Settings

SEED = Settings().seeds_dir / Settings().example


def export(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dashboard", "export", *map(str, arguments)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_filtered_table_leaves_with_its_mark_and_filter(tmp_path: Path) -> None:
    out = tmp_path / "battles.csv"
    ended = export(
        SEED, "--to", "csv", "--out", out, "--filter", "type=Battles", "--handling", "TLP:RED"
    )
    assert ended.returncode == 0, ended.stderr
    text = out.read_text(encoding="utf-8-sig")
    assert "TLP:RED" in text
    assert "Battles" in text
    assert "Riots" not in text


def test_an_event_table_is_exported_with_its_documents(tmp_path: Path) -> None:
    table, out = tmp_path / "rows.csv", tmp_path / "events.csv"
    table.write_text(
        "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country,location,"
        "latitude,longitude,geo_precision,time_precision,source,notes,fatalities\n"
        "TAJ1,19 September 2010,Battles,Armed clash,Rebels,Police,Tajikistan,Vahdat,"
        "38.5563,69.0133,1,1,A paper,Rebels fired on a post.,2\n",
        encoding="utf-8",
    )
    ended = export(table, SEED, "--to", "csv", "--out", out)
    assert ended.returncode == 0, ended.stderr
    text = out.read_text(encoding="utf-8-sig")
    assert "Rebels fired on a post." in text
    assert "Khujand" in text


def test_of_two_files_the_good_one_is_exported_and_the_bad_one_named(tmp_path: Path) -> None:
    table, out = tmp_path / "rows.csv", tmp_path / "events.csv"
    table.write_text(
        "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country,location,"
        "latitude,longitude,geo_precision,time_precision,source,notes,fatalities\n"
        "TAJ1,no day,Battles,Armed clash,Rebels,Police,Tajikistan,Vahdat,x,y,1,1,A paper,Shot.,2\n",
        encoding="utf-8",
    )
    ended = export(table, SEED, "--to", "csv", "--out", out)
    assert ended.returncode == 2
    assert "rows.csv has no row that can be used" in ended.stderr
    assert "Khujand" in out.read_text(encoding="utf-8-sig")
    ended = export(table, "--to", "csv", "--out", tmp_path / "none.csv")
    assert ended.returncode == 2
    assert not (tmp_path / "none.csv").exists()


def test_a_tint_is_drawn_with_its_classes(tmp_path: Path) -> None:
    out = tmp_path / "map.svg"
    ended = export(SEED, "--to", "svg", "--out", out, "--tint", "events")
    assert ended.returncode == 0, ended.stderr
    assert "Events by country: Not counted:" in ended.stderr


def test_a_picture_leaves_with_what_is_weak_about_it(tmp_path: Path) -> None:
    out = tmp_path / "map.png"
    ended = export(SEED, "--to", "png", "--out", out, "--width", "960", "--filter", "country=KG")
    assert ended.returncode == 0, ended.stderr
    assert out.read_bytes().startswith(b"\x89PNG")
    assert "A filter is in force (Only Kyrgyzstan)" in ended.stderr
    assert ended.stderr.endswith(f"Wrote {out}.\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--to", "png", "--frame", "1,2,3"), "give WEST,SOUTH,EAST,NORTH"),
        (("--to", "png", "--frame", "60,50,70,40"), "south must lie below north"),
        (("--to", "csv", "--filter", "colour=red"), "names nothing known"),
        (("--to", "png", "--filter", "colour=red"), "names nothing known"),
    ],
    ids=["half a frame", "frame upside down", "unknown filter", "unknown filter, drawn"],
)
def test_what_cannot_be_done_gets_one_line(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    ended = export(SEED, *arguments, "--out", tmp_path / "x")
    assert ended.returncode == 2
    assert says in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "x").exists()


def test_a_folder_that_is_not_there_gets_one_line_and_no_half_file(tmp_path: Path) -> None:
    ended = export(SEED, "--to", "geojson", "--out", tmp_path / "missing" / "map.geojson")
    assert ended.returncode == 2
    assert "could not be written" in ended.stderr
