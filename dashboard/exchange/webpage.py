"""The one-file HTML map: opens from a mail attachment, asks no server for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.exchange.release import describe_release
from dashboard.mapping.standalone import Standalone, load_standalone_page
from dashboard.mapping.view import MapView

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dashboard.exchange.release import Release
    from dashboard.model import Briefing


def write_webpage(
    briefing: Briefing, release: Release, *, names: Mapping[str, str], static_dir: Path
) -> bytes:
    """
    Return the page with the map, filters and excerpts of the briefing's events.

    `names` are country names by alpha-2 code.
    """
    head = describe_release(briefing, release)
    words = Standalone(
        title=head["title"],
        subtitle=f"{head['sources']} · {head['filter']}",
        footer=f"Made with Natural Earth. GeoNames, CC BY 4.0. {head['borders']}",
        handling=release.handling,
        names=names,
    )
    view = MapView("export", briefing, briefing.events, flows=briefing.flows)
    return load_standalone_page(view, words, static_dir=static_dir).encode("utf-8")
