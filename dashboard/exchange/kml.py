"""KMZ out, for Google Earth and its like: a KML document with its symbols in one file."""

from __future__ import annotations

import html
import io
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from shapely.geometry import LinearRing, LineString, Point, Polygon

from dashboard.exchange.features import list_features
from dashboard.exchange.release import describe_release
from dashboard.exchange.symbols import draw_symbol
from dashboard.model import EventType, Status
from dashboard.settings import FLOW_COLOUR, TYPE_COLOURS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from dashboard.exchange.features import Feature, Value
    from dashboard.exchange.release import Release
    from dashboard.model import Briefing

NAMESPACE = "http://www.opengis.net/kml/2.2"
# The first day that a zip file can name; a fixed one makes the same briefing the same bytes.
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
AREA_OPACITY = "59"
LINE_OPACITY = "cc"
LINE_WIDTH = "3"
PLACE_STYLE = "place"
PLACE_COLOUR = "#B8893B"
FLOW_STYLE = "movement"
PLAIN = {PLACE_STYLE: PLACE_COLOUR, FLOW_STYLE: FLOW_COLOUR}
"""The styles that belong to no event type, and their colours."""
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
FOLDERS = (
    ("Events", lambda f: f.cells["kind"] == "event" and f.geometry is not None),
    ("Movements", lambda f: f.cells["kind"] == "movement" and f.geometry is not None),
    ("Places named", lambda f: f.cells["kind"] == "mention" and f.geometry is not None),
    ("Not on the map", lambda f: f.geometry is None),
)


def format_kmz(briefing: Briefing, release: Release) -> bytes:
    """Return a KMZ: every event and mention with all its columns, and the symbols it needs."""
    features = list_features(briefing)
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        _add(package, "doc.kml", _document(features, describe_release(briefing, release)))
        for style in sorted(set(map(_style_of, features)) - set(PLAIN)):
            _add(package, f"symbols/{style}.png", draw_symbol(*_type_and_status(style)))
    return stream.getvalue()


def format_kml(briefing: Briefing, release: Release) -> bytes:
    """Return the KML document alone: coloured pins, because it cannot carry symbols."""
    features = list_features(briefing)
    return _document(features, describe_release(briefing, release), has_symbols=False)


def _add(package: ZipFile, name: str, content: bytes) -> None:
    package.writestr(ZipInfo(name, FIRST_DAY), content, compress_type=ZIP_DEFLATED)


def _document(
    features: Sequence[Feature], head: dict[str, str], *, has_symbols: bool = True
) -> bytes:
    kml = Element("kml", xmlns=NAMESPACE)
    document = SubElement(kml, "Document")
    _write(document, "name", f"{head['handling']} – {head['title']}")
    lines = (f"{name.capitalize()}: {words}" for name, words in head.items())
    _write(document, "description", _as_text("\n".join(lines)))
    _add_values(document, head)
    for style in sorted(set(map(_style_of, features))):
        _add_style(document, style, has_symbol=has_symbols and style not in PLAIN)
    for name, belongs in FOLDERS:
        folder = SubElement(document, "Folder")
        _write(folder, "name", name)
        for feature in filter(belongs, features):
            _add_placemark(folder, feature)
    return bytes(ET.tostring(kml, encoding="utf-8", xml_declaration=True))


def _style_of(feature: Feature) -> str:
    """Return the name of a style: type and status of an event, or "place"."""
    kind, status = feature.cells["type"], feature.cells["status"]
    if kind is None:
        return FLOW_STYLE if feature.cells["movement"] else PLACE_STYLE
    return f"{EventType(str(kind)).name.lower()}-{status}"


def _type_and_status(style: str) -> tuple[EventType, Status]:
    kind, _, status = style.partition("-")
    return EventType[kind.upper()], Status(status)


def _add_style(document: Element, style: str, *, has_symbol: bool) -> None:
    is_place = style in PLAIN
    colour = PLAIN[style] if is_place else TYPE_COLOURS[_type_and_status(style)[0].value]
    element = SubElement(document, "Style", id=style)
    icon = SubElement(element, "IconStyle")
    if has_symbol:
        _write(SubElement(icon, "Icon"), "href", f"symbols/{style}.png")
    else:
        _write(icon, "color", _kml_colour(colour, "ff"))
        _write(icon, "scale", "0.5" if is_place else "1")
    line = SubElement(element, "LineStyle")
    _write(line, "color", _kml_colour(colour, LINE_OPACITY))
    _write(line, "width", LINE_WIDTH)
    _write(SubElement(element, "PolyStyle"), "color", _kml_colour(colour, AREA_OPACITY))


def _kml_colour(colour: str, opacity: str) -> str:
    """Turn #rrggbb into KML's aabbggrr."""
    return f"{opacity}{colour[5:7]}{colour[3:5]}{colour[1:3]}".lower()


def _add_placemark(folder: Element, feature: Feature) -> None:
    values = feature.cells
    placemark = SubElement(folder, "Placemark")
    way = f"{values['from']} to {values['to']}" if feature.geometry and values["movement"] else None
    _write(placemark, "name", str(way or values["trigger"] or values["surface"] or ""))
    told = (values["quote"], values["not_drawn_because"] or values["reason"])
    _write(placemark, "description", _as_text("\n".join(str(each) for each in told if each)))
    if values["date_start"]:
        span = SubElement(placemark, "TimeSpan")
        _write(span, "begin", str(values["date_start"]))
        _write(span, "end", str(values["date_end"] or values["date_start"]))
    _write(placemark, "styleUrl", f"#{_style_of(feature)}")
    _add_values(placemark, values)
    if feature.geometry is not None:
        _add_geometry(placemark, feature.geometry)


def _add_values(parent: Element, values: Mapping[str, Value]) -> None:
    extended = SubElement(parent, "ExtendedData")
    for name, value in values.items():
        if value is not None:
            _write(SubElement(extended, "Data", name=name), "value", str(value))


def _add_geometry(parent: Element, geometry: BaseGeometry) -> None:
    match geometry:
        case Point():
            _write(SubElement(parent, "Point"), "coordinates", _coordinates(geometry))
        case LinearRing():
            _write(SubElement(parent, "LinearRing"), "coordinates", _coordinates(geometry))
        case LineString():
            _write(SubElement(parent, "LineString"), "coordinates", _coordinates(geometry))
        case Polygon():
            polygon = SubElement(parent, "Polygon")
            _add_geometry(SubElement(polygon, "outerBoundaryIs"), geometry.exterior)
            for hole in geometry.interiors:
                _add_geometry(SubElement(polygon, "innerBoundaryIs"), hole)
        case _:
            parts = SubElement(parent, "MultiGeometry")
            for part in geometry.geoms:
                _add_geometry(parts, part)


def _coordinates(geometry: BaseGeometry) -> str:
    return " ".join(f"{lon!r},{lat!r}" for lon, lat, *_ in map(_plain, geometry.coords))


def _plain(corner: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(map(float, corner))


def _as_text(words: str) -> str:
    """Return words that Earth, which shows a description as HTML, shows as they are."""
    return html.escape(words).replace("\n", "<br>")


def _write(parent: Element, tag: str, words: str) -> None:
    """Add an element with text; what XML cannot hold at all is shown as U+FFFD."""
    SubElement(parent, tag).text = FORBIDDEN.sub("\ufffd", words)
