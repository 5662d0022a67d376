"""Every open format under its name, so that page and command line offer the same."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.exchange.release import Release
    from dashboard.model import Briefing


class OpenFormat(StrEnum):
    """The formats in which data leaves; the value is the ending of the file."""

    GEOJSON = "geojson"
    CSV = "csv"
    KML = "kml"
    KMZ = "kmz"
    GEOPACKAGE = "gpkg"


def pack_briefing(briefing: Briefing, release: Release, *, form: OpenFormat) -> bytes:
    """Return a briefing as a file; each format brings in its library only when it is asked for."""
    match form:
        case OpenFormat.GEOJSON:
            from dashboard.exchange.geojson import format_geojson  # noqa: PLC0415

            return format_geojson(briefing, release).encode()
        case OpenFormat.CSV:
            from dashboard.exchange.tables import format_csv  # noqa: PLC0415

            # The mark tells Excel that the table is in UTF-8.
            return format_csv(briefing, release).encode("utf-8-sig")
        case OpenFormat.KML:
            from dashboard.exchange.kml import format_kml  # noqa: PLC0415

            return format_kml(briefing, release)
        case OpenFormat.KMZ:
            from dashboard.exchange.kml import format_kmz  # noqa: PLC0415

            return format_kmz(briefing, release)
        case OpenFormat.GEOPACKAGE:
            from dashboard.exchange.geopackage import pack_geopackage  # noqa: PLC0415

            return pack_geopackage(briefing, release)
