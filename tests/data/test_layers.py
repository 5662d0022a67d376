"""The built layers are what docs/architecture.md says, and small enough to ship."""

from __future__ import annotations

import csv
import tomllib

import pytest

from dashboard.geography.layers import LAYERS, load_layer
from dashboard.settings import Settings

DATA = Settings().data_dir


@pytest.mark.parametrize("name", LAYERS)
def test_layer_keeps_its_contract_and_every_shape_is_valid(name: str) -> None:
    layer = load_layer(DATA, name)
    assert layer.geometry.is_valid.all()
    assert list(layer.columns) == [*LAYERS[name].columns, "geometry"]


def test_layers_fit_into_the_repository() -> None:
    layers = sum((DATA / f"{name}.parquet").stat().st_size for name in LAYERS)
    everything = sum(path.stat().st_size for path in DATA.rglob("*") if path.is_file())
    assert layers <= 18_000_000
    assert everything <= 40_000_000


@pytest.mark.parametrize(
    ("province_id", "name"),
    [
        pytest.param("TJ-SU", "Sughd", id="not Leninabad, not Khujand"),
        pytest.param("TJ-RA", "Districts of Republican Subordination", id="not Tadzhikistan"),
        pytest.param("SD-DW", "West Darfur", id="not West Soudan"),
        pytest.param("PK-GB", "Gilgit-Baltistan", id="not Northern Areas"),
        pytest.param("KZ-71", "Astana", id="not Nur-Sultan"),
        pytest.param("AF-PAN", "Panjshir", id="under its own code, not Parwan's"),
        pytest.param("UA-43", "Crimea", id="Crimea"),
    ],
)
def test_provinces_bear_their_present_names(province_id: str, name: str) -> None:
    provinces = load_layer(DATA, "provinces").set_index("province_id")
    assert provinces.loc[province_id, "name"] == name


def test_no_river_has_a_straight_chord() -> None:
    rivers = load_layer(DATA, "rivers").explode(ignore_index=True)
    ends = rivers.geometry.get_coordinates()
    steps = ends.groupby(level=0).diff().dropna()
    assert (steps["x"] ** 2 + steps["y"] ** 2).max() < 0.31**2


def test_water_ids_are_unique_across_the_layers() -> None:
    ids = [i for name in ("lakes", "rivers", "seas") for i in load_layer(DATA, name)["place_id"]]
    assert len(ids) == len(set(ids))


def test_every_source_is_described() -> None:
    pins = tomllib.loads((DATA / "sources.toml").read_text(encoding="utf-8"))
    described = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    missing = [f"{p['package']} {p['version']}" for p in pins.values()]
    missing = [source for source in missing if source not in described]
    assert missing == []


def test_disputed_areas_name_their_source() -> None:
    with (DATA / "disputed.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert all(row["note"] and row["source"] for row in rows)
    assert all(not row["home"] or row["home"] in row["claimants"] for row in rows)
