"""Layers of the reader's own on the real page: laid, listed, opened, hidden, removed."""

from __future__ import annotations

import json
import re
from shutil import make_archive
from typing import TYPE_CHECKING

import geopandas as gpd
import pytest
from playwright.sync_api import expect
from shapely.geometry import Point

from tests.browser.page_harness import map_frame, open_popup, rest
from tests.samples import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

VIEW = "() => [window.map.getCenter().lat, window.map.getCenter().lng, window.map.getZoom()]"


def wells(folder: Path) -> Path:
    path = folder / "wells.csv"
    path.write_text("name,lat,lon,state\nWell 4,38.9,68.2,dry\nWell 5,39.4,67.6,full\n")
    return path


def hostile(folder: Path) -> Path:
    square = [[[66.0, 36.0], [66.6, 36.0], [66.6, 36.6], [66.0, 36.6], [66.0, 36.0]]]
    feature = {
        "type": "Feature",
        "properties": {"name": HOSTILE, HOSTILE: HOSTILE},
        "geometry": {"type": "Polygon", "coordinates": square},
    }
    path = folder / "camps.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return path


def open_menu(page: Page) -> None:
    open_popup(page, "Layers", page.locator(".st-key-mapbox_menu input[type=file]"))


def lay(page: Page, *files: Path) -> None:
    open_menu(page)
    uploader = page.locator(".st-key-mapbox_menu input[type=file]")
    uploader.set_input_files([str(file) for file in files])
    for file in files:
        expect(
            page.locator(".st-key-mapbox_menu").get_by_text(file.stem, exact=True)
        ).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-mapbox_menu")).to_have_count(0)
    rest(page)


def test_several_layers_are_drawn_listed_and_moved_nothing(page: Page, tmp_path: Path) -> None:
    frame = map_frame(page)
    before = frame.evaluate(VIEW)

    lay(page, wells(tmp_path), hostile(tmp_path))

    expect(frame.locator(".leaflet-overlays-pane path")).to_have_count(3)
    rows = frame.locator(".legend .overlay-key")
    assert rows.all_inner_texts() == ["wells\n2", "camps\n1"]
    assert frame.evaluate(VIEW) == before


def test_click_says_the_columns_as_text(page: Page, tmp_path: Path) -> None:
    frame = map_frame(page)
    lay(page, hostile(tmp_path))

    frame.locator(".leaflet-overlays-pane path").click()

    card = frame.locator(".card")
    expect(card.locator("dd").first).to_have_text(HOSTILE)
    expect(card).to_contain_text("From the file camps.geojson, not from the documents.")
    assert card.locator("img, script").count() == 0


def test_layer_is_opened_by_keyboard_from_the_legend(page: Page, tmp_path: Path) -> None:
    frame = map_frame(page)
    lay(page, wells(tmp_path))

    frame.locator(".legend .overlay-key").press("Enter")
    frame.locator(".card .item", has_text="Well 5").press("Enter")

    assert frame.locator(".card dd").all_inner_texts() == ["Well 5", "full"]


def test_layer_is_switched_off_and_removed(page: Page, tmp_path: Path) -> None:
    frame = map_frame(page)
    lay(page, wells(tmp_path))
    open_menu(page)
    menu = page.locator(".st-key-mapbox_menu")

    menu.get_by_text("wells", exact=True).click()
    expect(frame.locator(".leaflet-overlays-pane path")).to_have_count(0)
    menu.get_by_text("wells", exact=True).click()
    expect(frame.locator(".leaflet-overlays-pane path")).to_have_count(2)
    menu.get_by_role("button", name="Remove").click()

    expect(frame.locator(".leaflet-overlays-pane path")).to_have_count(0)
    expect(frame.locator(".legend .overlay-key")).to_have_count(0)


def test_filter_leaves_the_layers_as_they_are(page: Page, tmp_path: Path) -> None:
    frame = map_frame(page)
    lay(page, wells(tmp_path))
    frame.wait_for_selector(".leaflet-overlays-pane path", state="attached")
    frame.evaluate("document.querySelector('.leaflet-overlays-pane path').isKept = true")

    page.locator(".st-key-tick_type-battles label").click()
    expect(page.get_by_text("Only Battles.")).to_be_visible()

    assert frame.evaluate("document.querySelector('.leaflet-overlays-pane path').isKept")


PLACES = gpd.GeoDataFrame(
    {"name": ["North camp", "South camp"], "tents": [40, 12]},
    geometry=[Point(68.5, 38.5), Point(68.75, 37.25)],
    crs="EPSG:4326",
)
POINTS = ((68.5, 38.5, "North camp"), (68.75, 37.25, "South camp"))
KML = '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{}</Document></kml>'
KML_PLACE = (
    "<Placemark><name>{2}</name><Point><coordinates>{0},{1}</coordinates></Point></Placemark>"
)
GPX = '<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">{}</gpx>'
GPX_PLACE = '<wpt lat="{1}" lon="{0}"><name>{2}</name></wpt>'


def write_file(folder: Path, suffix: str) -> Path:
    """Write two camps as a file of the kind."""
    path = folder / f"camps.{suffix}"
    if suffix in {"geojson", "gpkg"}:
        PLACES.to_file(path)
    elif suffix == "zip":
        (folder / "shapes").mkdir()
        PLACES.to_crs("EPSG:32642").to_file(folder / "shapes" / "camps.shp")
        make_archive(str(path.with_suffix("")), "zip", folder / "shapes")
    elif suffix == "csv":
        path.write_text("name,lat,lon\n" + "".join(f"{n},{y},{x}\n" for x, y, n in POINTS))
    else:
        whole, each = (KML, KML_PLACE) if suffix == "kml" else (GPX, GPX_PLACE)
        path.write_text(whole.format("".join(each.format(*point) for point in POINTS)))
    return path


@pytest.mark.parametrize("suffix", ["geojson", "csv", "kml", "gpx", "zip", "gpkg"])
def test_every_kind_of_file_is_laid_named_coloured_and_removed(
    page: Page, tmp_path: Path, suffix: str
) -> None:
    frame = map_frame(page)
    lay(page, write_file(tmp_path, suffix))
    marks = frame.locator(".leaflet-overlays-pane path")

    expect(marks).to_have_count(2)
    expect(marks.first).to_have_attribute("stroke", "#009E73")
    row = frame.locator(".legend .overlay-key")
    expect(row).to_have_text("camps2")
    own = row.locator(".overlay-swatch").evaluate("(i) => i.style.getPropertyValue('--own')")
    assert own == "#009E73"
    row.click()
    expect(frame.locator(".card .item")).to_have_text(["North camp", "South camp"])

    open_menu(page)
    page.locator(".st-key-mapbox_menu").get_by_role("button", name="Remove").click()

    expect(marks).to_have_count(0)
    expect(row).to_have_count(0)


@pytest.mark.parametrize("suffix", ["geojson", "csv", "kml", "gpx", "zip", "gpkg"])
def test_bad_file_of_every_kind_gets_one_sentence(page: Page, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"broken.{suffix}"
    path.write_bytes(b"PK\x03\x04 no such thing")
    open_menu(page)

    page.locator(".st-key-mapbox_menu input[type=file]").set_input_files(str(path))

    said = page.locator(".st-key-mapbox_menu .stText").last
    expect(said).to_have_text(re.compile(rf"^broken\.{suffix} [^.]+(\.shp[^.]+)?\.$"))
    expect(map_frame(page).locator(".legend .overlay-key")).to_have_count(0)


def test_file_that_is_no_layer_is_refused_in_a_sentence(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "prices.csv"
    path.write_text("item,price\nbread,2\n")
    open_menu(page)

    page.locator(".st-key-mapbox_menu input[type=file]").set_input_files(str(path))

    expect(
        page.get_by_text('prices.csv has no columns of coordinates; name them "lat"')
    ).to_be_visible()
