"""GeoJSON out (RFC 7946): one feature a mark, one without a geometry for what has none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from shapely.geometry import mapping

from dashboard.exchange.features import list_features
from dashboard.exchange.release import describe_release

if TYPE_CHECKING:
    from dashboard.exchange.features import Feature
    from dashboard.exchange.release import Release
    from dashboard.model import Briefing


def format_geojson(briefing: Briefing, release: Release) -> str:
    """Return a feature collection that carries the head of the release beside its features."""
    collection = {
        "type": "FeatureCollection",
        "briefing": describe_release(briefing, release),
        "features": [_geojson_feature(each) for each in list_features(briefing)],
    }
    return json.dumps(collection, ensure_ascii=False)


def _geojson_feature(feature: Feature) -> dict[str, object]:
    geometry = mapping(feature.geometry) if feature.geometry is not None else None
    return {"type": "Feature", "geometry": geometry, "properties": feature.cells}
