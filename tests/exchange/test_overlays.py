"""Layers of the user's own, from every kind of file that GIS people send."""

import io
import json
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import geopandas as gpd
import pytest
from shapely.geometry import LineString, Point, box

from dashboard.exchange.overlays import Overlay, read_overlay
from dashboard.model import ReadingError

CAMPS = gpd.GeoDataFrame(
    {"name": ["North camp", "South camp"], "tents": [40, 12]},
    geometry=[Point(68.5, 38.5), Point(68.75, 37.25)],
    crs="EPSG:4326",
)
KML = b"""<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>
<name>North camp</name><Point><coordinates>68.5,38.5,0</coordinates></Point></Placemark></Document>
</kml>"""
GPX = b"""<?xml version="1.0"?><gpx version="1.1" creator="x"
xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="38.5" lon="68.5"><name>North camp</name></wpt>
<trk><name>Road</name><trkseg><trkpt lat="38" lon="68"/><trkpt lat="39" lon="69"/></trkseg></trk>
</gpx>"""


def zipped(folder: Path) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, f"some folder/{path.name}")
    return stream.getvalue()


def labels(overlay: Overlay) -> list[str]:
    return [feature.label for feature in overlay.features]


def test_geojson_keeps_names_columns_and_shapes() -> None:
    overlay = read_overlay(CAMPS.to_json().encode(), file_name="camps.geojson")
    assert (overlay.name, labels(overlay)) == ("camps", ["North camp", "South camp"])
    assert overlay.features[1].columns["tents"] == "12"
    assert overlay.features[1].geometry.equals(Point(68.75, 37.25))


def test_a_bare_geometry_is_an_overlay_too() -> None:
    raw = json.dumps(box(68, 37, 69, 38).__geo_interface__).encode()
    assert read_overlay(raw, file_name="area.json").features[0].geometry.area == 1


@pytest.mark.parametrize("header", ["name,lat,lon", "name,Latitude,Longitude", "name,Y,X"])
def test_a_table_with_coordinates_is_read(header: str) -> None:
    raw = f"{header}\nNorth camp,38.5,68.5\nLost camp,,\n".encode()
    overlay = read_overlay(raw, file_name="camps.csv")
    assert labels(overlay) == ["North camp"]
    assert overlay.features[0].geometry.equals(Point(68.5, 38.5))
    assert overlay.notices[0].text == "camps: 1 rows without a place are not drawn."


def test_kml_and_kmz_are_read() -> None:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("doc.kml", KML)
    for raw, name in ((KML, "camps.kml"), (stream.getvalue(), "camps.kmz")):
        overlay = read_overlay(raw, file_name=name)
        assert labels(overlay) == ["North camp"]
        assert (overlay.features[0].geometry.x, overlay.features[0].geometry.y) == (68.5, 38.5)


def test_waypoints_and_tracks_of_gpx_are_read() -> None:
    overlay = read_overlay(GPX, file_name="trip.gpx")
    assert {"North camp", "Road"} <= set(labels(overlay))
    tracks = [f.geometry for f in overlay.features if f.geometry.length > 1]
    assert tracks[0].equals(LineString([(68, 38), (69, 39)]))


def test_a_zipped_shapefile_in_another_projection_is_read(tmp_path: Path) -> None:
    CAMPS.to_crs("EPSG:32642").to_file(tmp_path / "camps.shp")
    overlay = read_overlay(zipped(tmp_path), file_name="camps.zip")
    assert labels(overlay) == ["North camp", "South camp"]
    assert overlay.features[0].geometry.distance(Point(68.5, 38.5)) < 1e-6


def test_every_layer_of_a_geopackage_is_read(tmp_path: Path) -> None:
    path = tmp_path / "camps.gpkg"
    CAMPS.to_file(path, layer="camps")
    gpd.GeoDataFrame({"name": ["Zone"]}, geometry=[box(68, 37, 69, 38)], crs=4326).to_file(
        path, layer="zones"
    )
    overlay = read_overlay(path.read_bytes(), file_name="camps.gpkg")
    assert labels(overlay) == ["North camp", "South camp", "Zone"]


VRT = b'<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/hosts</SrcDataSource>'
ENTITY = b'<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/hosts">]>' + KML


@pytest.mark.parametrize(
    ("raw", "name", "words"),
    [
        (b"{}", "a.geojson", "holds nothing with coordinates"),
        (b"[1, 2", "a.geojson", "not GeoJSON"),
        (b'{"type": "Polygon", "coordinates": [[[1]]]}', "a.json", "GeoJSON"),
        (b"name,age\nx,1\n", "a.csv", 'name them "lat" and "lon"'),
        (b"name,lat,lon\nx,4000000,500000\n", "a.csv", "in WGS 84"),
        (VRT, "a.kml", "damaged or not what its name says"),
        (VRT, "a.gpkg", "damaged or not what its name says"),
        (ENTITY, "a.kml", "outside entities"),
        (b"PK\x03\x04 broken", "a.zip", "damaged"),
        (b"", "a.gpx", "damaged"),
        (b"x", "a.dwg", "cannot be laid over the map; GeoJSON"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(raw: bytes, name: str, words: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_overlay(raw, file_name=name)
    assert str(caught.value).startswith(f"{name} ")
    assert words in str(caught.value)


def test_an_archive_without_a_layer_says_what_is_missing() -> None:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("readme.txt", "nothing")
    with pytest.raises(ReadingError, match=r"holds no \.shp file; zip the layer again"):
        read_overlay(stream.getvalue(), file_name="a.zip")
