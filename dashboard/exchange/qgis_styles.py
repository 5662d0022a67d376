"""Styles of QGIS (QML): shape and colour for the event type, a hatch for areas."""

from __future__ import annotations

from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement

from dashboard.model import EventType
from dashboard.settings import FLOW_COLOUR, TYPE_COLOURS

# QGIS's names of the shapes in terms.md.
SHAPES = {
    EventType.BATTLES: "square",
    EventType.EXPLOSIONS: "star",
    EventType.CIVILIANS: "diamond",
    EventType.PROTESTS: "circle",
    EventType.RIOTS: "triangle",
    EventType.STRATEGIC: "hexagon",
}
EDGE = "#2A2622"
# Millimetres; one arrow from the first place to the last.
ARROW = {
    "arrow_width": "0.8",
    "arrow_start_width": "0.8",
    "head_length": "2.4",
    "head_thickness": "1.6",
    "is_curved": "0",
    "is_repeated": "0",
}
MENTION = "place named"
SYMBOL_KINDS = ("marker", "line", "fill")
SYMBOL_CLASSES = ("SimpleMarker", "SimpleLine", "SimpleFill")


def style_layer(dimension: int) -> str:
    """Return the style of a layer of points (0), lines (1) or areas (2), by event type."""
    qgis = Element("qgis", version="3.34.0", styleCategories="Symbology")
    renderer = SubElement(
        qgis, "renderer-v2", type="categorizedSymbol", attr="type", symbollevels="0"
    )
    categories = SubElement(renderer, "categories")
    symbols = SubElement(renderer, "symbols")
    looks = [(kind.value, kind.value, SHAPES[kind]) for kind in EventType]
    for number, (value, label, shape) in enumerate([*looks, ("", MENTION, "circle")]):
        SubElement(
            categories, "category", value=value, label=label, symbol=str(number), render="true"
        )
        colour = TYPE_COLOURS.get(value, TYPE_COLOURS["other"])
        symbol = SubElement(
            symbols, "symbol", type=SYMBOL_KINDS[dimension], name=str(number), alpha="1"
        )
        layer = SubElement(
            symbol, "layer", {"class": SYMBOL_CLASSES[dimension], "pass": "0", "enabled": "1"}
        )
        options = SubElement(layer, "Option", type="Map")
        for name, setting in _settings(dimension, colour, shape).items():
            SubElement(options, "Option", type="QString", name=name, value=setting)
    return ET.tostring(qgis, encoding="unicode")


def style_movements() -> str:
    """Return the style of a layer of movements: arrows, the same for every kind."""
    qgis = Element("qgis", version="3.34.0", styleCategories="Symbology")
    renderer = SubElement(qgis, "renderer-v2", type="singleSymbol", symbollevels="0")
    symbols = SubElement(renderer, "symbols")
    symbol = SubElement(symbols, "symbol", type="line", name="0", alpha="1")
    arrow = SubElement(symbol, "layer", {"class": "ArrowLine", "pass": "0", "enabled": "1"})
    options = SubElement(arrow, "Option", type="Map")
    for name, setting in ARROW.items():
        SubElement(options, "Option", type="QString", name=name, value=setting)
    fill = SubElement(arrow, "symbol", type="fill", name="@0@0", alpha="1")
    inside = SubElement(fill, "layer", {"class": "SimpleFill", "pass": "0", "enabled": "1"})
    colours = SubElement(inside, "Option", type="Map")
    for name in ("color", "outline_color"):
        value = _qgis_colour(FLOW_COLOUR)
        SubElement(colours, "Option", type="QString", name=name, value=value)
    return ET.tostring(qgis, encoding="unicode")


def _settings(dimension: int, colour: str, shape: str) -> dict[str, str]:
    if dimension == 0:
        return {
            "name": shape,
            "color": _qgis_colour(colour),
            "outline_color": _qgis_colour(EDGE),
            "outline_width": "0.3",
            "size": "4",
            "size_unit": "MM",
        }
    if dimension == 1:
        return {"line_color": _qgis_colour(colour), "line_width": "1.2", "line_width_unit": "MM"}
    return {
        "color": _qgis_colour(colour),
        "style": "b_diagonal",
        "outline_color": _qgis_colour(colour),
        "outline_width": "0.4",
    }


def _qgis_colour(colour: str) -> str:
    """Turn #rrggbb into QGIS's r,g,b,opacity."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return ",".join(map(str, (*parts, 255)))
