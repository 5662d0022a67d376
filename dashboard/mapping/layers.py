"""The two folium objects: a base map whose script never changes and the layer that does.

The key of the map's frame is a hash of the base map's script: if that changed, the frame would be
rebuilt, blink and lose the view. So all that changes travels in the layer, as one JSON value.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import folium
from branca.element import MacroElement
from folium.template import Template

from dashboard.mapping.payload import payload_of

if TYPE_CHECKING:
    from dashboard.mapping.view import MapView

STATIC = "/app/static"
"""Where Streamlit serves `dashboard/static`."""
SCRIPTS = (
    ("leaflet", f"{STATIC}/lib/leaflet/leaflet.js"),
    ("briefing_map", f"{STATIC}/map/start.js"),
)
STYLES = (
    ("leaflet_css", f"{STATIC}/lib/leaflet/leaflet.css"),
    ("briefing_map_css", f"{STATIC}/map/map.css"),
)
START_LAT, START_LON, START_ZOOM = 34.0, 66.0, 4
MIN_ZOOM, MAX_ZOOM = 2, 11

# Characters that could end a script, a template string or one of folium's expressions.
HOSTILE = {character: f"\\u{ord(character):04x}" for character in "<>&'`$"}
# branca compiles every script as a Jinja template once more, so a tag in an article would run on
# the server. JSON itself never has a brace before one of these.
JINJA_TAG = re.compile(r"\{(?=[{%#])")


class _Start(MacroElement):
    _template = Template(
        "{% macro script(this, kwargs) %}"
        "Briefing.init({{ this._parent.get_name() }});"
        "{% endmacro %}"
    )

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # branca has no types
        self._name = "Start"


class _Briefing(MacroElement):
    # streamlit-folium never empties `feature_group` (its issue 247), so the heap grew with each
    # filter click.
    _template = Template(
        "{% macro script(this, kwargs) %}"
        "if (window.feature_group) window.feature_group.length = 0; "
        "Briefing.update({{ this.payload }});"
        "{% endmacro %}"
    )

    def __init__(self, payload: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # branca has no types
        self._name = "Briefing"
        self.payload = payload

    # Any: whatever branca passes down.
    def render(self, **kwargs: Any) -> str:  # noqa: ARG002 - branca's signature
        """Return nothing: streamlit-folium asks the template itself.

        branca would compile the script, data and all, as a template of its own at every rerun.
        """
        return ""


def base_map() -> folium.Map:
    """Return the map without anything of a briefing. Its script is always the same."""
    base = folium.Map(
        location=[START_LAT, START_LON],
        zoom_start=START_ZOOM,
        tiles=None,
        minZoom=MIN_ZOOM,
        maxZoom=MAX_ZOOM,
        zoom_control="topleft",
        attributionControl=True,
    )
    # folium's own lists name files on the network; streamlit-folium loads exactly these lists.
    base.default_js = list(SCRIPTS)
    base.default_css = list(STYLES)
    _Start().add_to(base)
    return base


def briefing_layer(view: MapView) -> folium.FeatureGroup:
    """Return the one layer that carries everything about the view, as data."""
    group = folium.FeatureGroup("briefing")
    _Briefing(embed_json(payload_of(view))).add_to(group)
    return group


def embed_json(value: object) -> str:
    """Return JSON that can stand in a script: no character of it is read as code.

    ASCII only, so that U+2028 and its like are escaped; the characters of `HOSTILE` never occur
    in JSON outside its strings.
    """
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    # One pass a character: `str.translate` takes 25 times as long.
    for character, escaped in HOSTILE.items():
        text = text.replace(character, escaped)
    return JINJA_TAG.sub(r"\\u007b", text)
