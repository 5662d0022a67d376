"""The user's own layers: added whole or not at all, listed, overriding, removed."""

from __future__ import annotations

import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dashboard.gazetteer import Gazetteer, Match, load_gazetteer
from dashboard.gazetteer.index import load_index
from dashboard.gazetteer.own_entries import read_own_entries
from dashboard.gazetteer.shelf import LoadedLayers, Shelf
from dashboard.model import GazetteerError, Precision
from dashboard.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = date(2026, 11, 23)
DUSHANBE = 1221874


def dump_line(geonameid: int, name: str, **other: str) -> str:
    cells = dict.fromkeys("abcdefghijklmnopqrs", "")
    cells |= {"a": str(geonameid), "b": name, "c": name, "e": "38.9", "f": "70.1"}
    cells |= {"g": "P", "h": "PPL", "i": "TJ", "k": "RR", "o": "0"} | other
    return "\t".join(cells.values()) + "\n"


def write_zip(path: Path, text: str, member: str = "TJ.txt") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, text)
        archive.writestr("readme.txt", "about this file")
    return path


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "shelf", nearest_km=load_index(_data() / "gazetteer").nearest_km)


@pytest.fixture
def opened() -> Iterator[list[LoadedLayers]]:
    loaded: list[LoadedLayers] = []
    yield loaded
    for layers in loaded:
        layers.close()


def _data() -> Path:
    return Settings().data_dir


def load_with(shelf: Shelf, opened: list[LoadedLayers]) -> Gazetteer:
    loaded = shelf.load_layers()
    opened.append(loaded)
    return load_gazetteer(_data(), layers=loaded.layers, withheld=loaded.withheld)


@pytest.mark.parametrize(
    ("feature", "precision"),
    [("", Precision.CITY_AREA), ("PPL", Precision.CITY_AREA), ("AIRB", Precision.POINT),
     ("checkpoint", Precision.POINT)],
    ids=["not said", "town", "air base", "in words"],
)  # fmt: skip
def test_an_own_place_is_a_point_if_its_feature_says_so(feature: str, precision: Precision) -> None:
    table = f"name,lat,lon,feature\nDushanbe office,38.58,68.77,{feature}\n"
    rows = read_own_entries(table.encode(), file_name="ours.csv", layer="ours.csv")
    assert rows[0][0].precision is precision


def test_dump_adds_a_village(shelf: Shelf, opened: list[LoadedLayers], tmp_path: Path) -> None:
    text = dump_line(1, "Testqishloq", d="Тестқишлоқ,Test-kishlak")
    item = shelf.write_dump(write_zip(tmp_path / "TJ.zip", text), added=TODAY)
    assert (item.kind, item.name, item.count) == ("GeoNames dump", "TJ.zip", 1)
    gazetteer = load_with(shelf, opened)
    for name in ("Testqishloq", "Тестқишлоқ", "test kishlak"):
        (entry,) = gazetteer.find(name)
        assert (entry.place_id, entry.country, entry.layer) == ("gn:1", "TJ", "TJ.zip")
    hits = [h.key for h in gazetteer.scan("Men from Testqishloq’s bazaar.")]
    assert "testqishloq" in hits


def test_dump_overrides_the_built_in_place(
    shelf: Shelf, opened: list[LoadedLayers], tmp_path: Path
) -> None:
    text = dump_line(DUSHANBE, "Dushanbe", e="38.5", f="68.7", o="999999")
    text += dump_line(1221092, "Sughd", g="A", h="ADM1", e="39.5", f="69.0")
    shelf.write_dump(write_zip(tmp_path / "TJ.zip", text), added=TODAY)
    gazetteer = load_with(shelf, opened)
    dushanbe = [e for e in gazetteer.find("Dushanbe") if e.place_id == f"gn:{DUSHANBE}"]
    assert [(e.lat, e.population) for e in dushanbe] == [(38.5, 999999)]
    (sughd,) = gazetteer.find("Sughd")
    assert (sughd.place_id, sughd.lat, sughd.note) == ("province:TJ-SU", 39.5, None)


def test_unpacked_dump_and_progress(shelf: Shelf, tmp_path: Path) -> None:
    source = tmp_path / "TJ.txt"
    source.write_text("".join(dump_line(n, f"Place {n}") for n in range(1, 30)), encoding="utf-8")
    seen: list[tuple[float, int]] = []
    shelf.write_dump(source, added=TODAY, on_progress=lambda share, n: seen.append((share, n)))
    assert seen == [(0.95, 29), (1.0, 29)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1\tonly\tthree\n", r"TJ\.txt, line 1: 3 columns .* has 19"),
        (dump_line(1, "A") + dump_line(2, "B")[:20], r"line 2: \d+ columns"),
        (dump_line(1, "A", e="138.9"), r"line 1: latitude 138\.9 is beyond the pole"),
        (dump_line(1, "A", e="70,1"), r"line 1: '70,1', '70\.1' are not coordinates"),
        (dump_line(1, "A", e="nan"), r"line 1: nan, 70\.1 is not on the earth"),
        (dump_line(1, "A") * 2, r"line 2: GeoNames id 1 is there twice"),
        (dump_line(1, "A", o="many"), r"line 1: the population is 'many'"),
        ("x" * 2_000_000, r"line 1: longer than a megabyte"),
        ("", r"is empty; download it again"),
    ],
    ids=["columns", "cut off", "pole", "comma", "nan", "twice", "population", "one line", "empty"],
)
def test_bad_dump_leaves_nothing_behind(
    shelf: Shelf, tmp_path: Path, text: str, message: str
) -> None:
    source = write_zip(tmp_path / "TJ.zip", text)
    with pytest.raises(GazetteerError, match=message):
        shelf.write_dump(source, added=TODAY)
    assert shelf.load_items() == ()
    assert list((tmp_path / "shelf").iterdir()) == []


def test_stopped_import_leaves_nothing_behind(shelf: Shelf, tmp_path: Path) -> None:
    source = tmp_path / "TJ.txt"
    source.write_text("".join(dump_line(n, f"Place {n}") for n in range(1, 30)), encoding="utf-8")

    def stop(_share: float, _count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        shelf.write_dump(source, added=TODAY, on_progress=stop)
    assert list((tmp_path / "shelf").iterdir()) == []


def test_own_entries_of_ten_megabytes_in_one_line_are_refused(shelf: Shelf) -> None:
    raw = b"name,lat,lon\n" + b"A" * 10_000_000 + b",39,70\n"
    with pytest.raises(GazetteerError, match=r"ours\.csv"):
        shelf.write_entries(raw, file_name="ours.csv", added=TODAY)
    assert shelf.load_items() == ()


def test_half_downloaded_zip(shelf: Shelf, tmp_path: Path) -> None:
    whole = write_zip(tmp_path / "TJ.zip", dump_line(1, "A") * 500).read_bytes()
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(GazetteerError, match=r"half\.zip is damaged or only half downloaded"):
        shelf.write_dump(tmp_path / "half.zip", added=TODAY)


def test_damaged_zip(shelf: Shelf, tmp_path: Path) -> None:
    text = "".join(dump_line(n, f"Place {n}") for n in range(1, 2000))
    raw = bytearray(write_zip(tmp_path / "TJ.zip", text).read_bytes())
    raw[2000:2040] = bytes(40)
    (tmp_path / "TJ.zip").write_bytes(raw)
    with pytest.raises(GazetteerError, match="download it again"):
        shelf.write_dump(tmp_path / "TJ.zip", added=TODAY)
    assert shelf.load_items() == ()


def test_zip_with_something_else(shelf: Shelf, tmp_path: Path) -> None:
    source = write_zip(tmp_path / "maps.zip", "x", member="picture.png")
    with pytest.raises(GazetteerError, match=r"holds 0 tables"):
        shelf.write_dump(source, added=TODAY)


def test_missing_file(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"TJ\.zip is not there"):
        shelf.write_dump(tmp_path / "TJ.zip", added=TODAY)


def test_own_entries_come_first(shelf: Shelf, opened: list[LoadedLayers]) -> None:
    raw = "name;lat;lon;aliases;country\nRasht;38.9;70.2;Base Camp Nine; tj \n".encode("utf-8-sig")
    shelf.write_entries(raw, file_name="ours.csv", added=TODAY)
    gazetteer = load_with(shelf, opened)
    first = gazetteer.find("Rasht")[0]
    assert (first.match, first.country, first.place_id) == (Match.OWN, "TJ", "own:ours.csv/2")
    assert gazetteer.find("base camp nine")[0] == first


def test_own_entry_with_a_geonames_id_replaces_the_place(
    shelf: Shelf, opened: list[LoadedLayers]
) -> None:
    raw = b"name,lat,lon,geonameid\nDushanbe office,38.55,68.80,1221874\n"
    shelf.write_entries(raw, file_name="ours.csv", added=TODAY)
    found = load_with(shelf, opened).find("Stalinabad")
    assert [(e.name, e.match) for e in found] == [("Dushanbe office", Match.OWN)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,lat\nA,1\n", r"ours\.csv, line 1: no column 'lon'"),
        ("name,lat,lon,colour\nA,1,2,red\n", r"line 1: the column 'colour' is not known"),
        ("name,lat,lon\nA,38,5,70\n", r"line 2: 4 cells under 3 headings"),
        ("name,lat,lon\nA,138,70\n", r"line 2: latitude 138 is beyond the pole; .* swapped"),
        ("name,lat,lon\nA,38,270\n", r"line 2: 38, 270 is not on the earth"),
        ("name,lat,lon\nA,0,0\n", r"line 2: 0, 0 is in the Gulf of Guinea"),
        ("name,lat,lon,country\nA,70.4,39.0,TJ\n", r"line 2: .* km from TJ; .* look swapped"),
        ("name,lat,lon,country\nA,39,70,Tajikistan\n", r"two-letter code"),
        ("name,lat,lon,country\nA,39,70,QX\n", r"no country has the code QX"),
        ("name,lat,lon,id\nA,39,70,x\nB,38,70,x\n", r"line 3: the id x is there already in line 2"),
        ("name,lat,lon\nA,39,70\nA,39,70\n", r"line 3: A at 39\.0, 70\.0 is there already"),
        ("name,lat,lon\n ,39,70\n", r"line 2: the name is empty"),
        ("name,lat,lon\n", r"has no entries"),
        ('name,lat,lon\n"A,39,70\n', r"not a readable CSV"),
    ],
)
def test_bad_own_entries_are_refused_whole(shelf: Shelf, text: str, message: str) -> None:
    with pytest.raises(GazetteerError, match=message):
        shelf.write_entries(text.encode(), file_name="ours.csv", added=TODAY)
    assert shelf.load_items() == ()


def test_own_entries_in_another_encoding_say_the_line(shelf: Shelf) -> None:
    raw = "name,lat,lon\nA,1,2\nЗарафшон,39,68\n".encode("cp1251")
    with pytest.raises(GazetteerError, match=r"line 3: not UTF-8"):
        shelf.write_entries(raw, file_name="ours.csv", added=TODAY)


@pytest.mark.parametrize("name", ["Деҳот", "دهات", "德哈特", "देहात", "ደሃት"])
def test_own_names_in_any_script(shelf: Shelf, opened: list[LoadedLayers], name: str) -> None:
    shelf.write_entries(f"name,lat,lon\n{name},39,70\n".encode(), file_name="a.csv", added=TODAY)
    gazetteer = load_with(shelf, opened)
    assert gazetteer.find(name)[0].match is Match.OWN
    assert any(text == name for text in _scanned(gazetteer, f"In {name}, it is said."))


def _scanned(gazetteer: Gazetteer, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in gazetteer.scan(text)]


def test_do_not_map_list(shelf: Shelf, opened: list[LoadedLayers]) -> None:
    raw = b"Home\n# comment\nAugust  # a month\ngn:118743\n"
    shelf.write_do_not_map(raw, file_name="never.txt", added=TODAY)
    gazetteer = load_with(shelf, opened)
    assert gazetteer.withheld_because("home") == "on your do-not-map list never.txt"
    assert gazetteer.withheld_because("Rasht", "gn:118743") == "on your do-not-map list never.txt"
    assert gazetteer.withheld_because("Rasht") is None


def test_empty_do_not_map_list_is_refused(shelf: Shelf) -> None:
    with pytest.raises(GazetteerError, match="has no names"):
        shelf.write_do_not_map(b"# nothing\n", file_name="never.txt", added=TODAY)


def test_layers_are_listed_and_removed(shelf: Shelf, opened: list[LoadedLayers]) -> None:
    shelf.write_do_not_map(b"Home\n", file_name="never.txt", added=TODAY)
    item = shelf.write_entries(b"name,lat,lon\nXyzzyq,1,2\n", file_name="a.csv", added=TODAY)
    assert [(i.layer_id, i.name, i.count, i.added) for i in shelf.load_items()] == [
        ("layer-0001", "never.txt", 1, "2026-11-23"),
        ("layer-0002", "a.csv", 1, "2026-11-23"),
    ]
    shelf.remove(item.layer_id)
    assert [i.layer_id for i in shelf.load_items()] == ["layer-0001"]
    assert load_with(shelf, opened).find("Xyzzyq") == ()


def test_removing_what_is_not_there(shelf: Shelf) -> None:
    with pytest.raises(GazetteerError, match="no layer"):
        shelf.remove("../etc")


def test_newer_layer_overrides_the_older(shelf: Shelf, opened: list[LoadedLayers]) -> None:
    for lat in ("10", "20"):
        raw = f"name,lat,lon,id\nXyzzyq,{lat},5,camp\n".encode()
        shelf.write_entries(raw, file_name="a.csv", added=TODAY)
    assert [e.lat for e in load_with(shelf, opened).find("Xyzzyq")] == [20.0]


def test_damaged_layer_is_named_and_the_others_still_serve(
    shelf: Shelf, opened: list[LoadedLayers], tmp_path: Path
) -> None:
    item = shelf.write_entries(b"name,lat,lon\nA,1,2\n", file_name="a.csv", added=TODAY)
    shelf.write_do_not_map(b"Home\n", file_name="never.txt", added=TODAY)
    (tmp_path / "shelf" / item.layer_id / "entries.csv").unlink()
    opened.append(shelf.load_layers())
    assert opened[0].withheld == (("home", "never.txt"),)
    assert [p[:44] for p in opened[0].problems] == ["The layer a.csv is damaged and is left out ("]


def test_damaged_manifest_says_what_to_do(shelf: Shelf, tmp_path: Path) -> None:
    item = shelf.write_do_not_map(b"Home\n", file_name="never.txt", added=TODAY)
    (tmp_path / "shelf" / item.layer_id / "layer.json").write_text("{", encoding="utf-8")
    (problem,) = shelf.load_layers().problems
    assert "delete the folder layer-0001" in problem
