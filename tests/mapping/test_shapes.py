"""Outlines travel light and stay outlines."""

from shapely.geometry import GeometryCollection, Point, Polygon, shape

from dashboard.mapping.shapes import light_geometry


def test_point_has_no_outline() -> None:
    assert light_geometry(Point(1, 2)) is None
    assert light_geometry(Polygon()) is None


def test_outline_loses_what_cannot_be_seen() -> None:
    circle = Point(70, 40).buffer(1.0, quad_segs=500)

    light = light_geometry(circle)

    assert light is not None
    assert len(light["coordinates"][0]) < 100
    assert abs(shape(light).area - circle.area) < 0.02


def test_collection_keeps_its_parts() -> None:
    parts = GeometryCollection([Point(0, 0).buffer(1), Point(5, 5).buffer(1)])

    light = light_geometry(parts)

    assert light is not None
    assert [part["type"] for part in light["geometries"]] == ["Polygon", "Polygon"]
