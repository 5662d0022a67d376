"""The libraries and fonts that the page serves itself, taken unchanged out of their packages."""

from __future__ import annotations

import shutil
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from building.sources import Sources

# The pmtiles package holds no licence file; `lib/pmtiles/LICENSE` is its repository's, by hand.
LIBRARIES = {
    "html-to-image": {
        "package/dist/html-to-image.js": "html-to-image.js",
        "package/LICENSE": "LICENSE",
    },
    "leaflet": {
        "package/dist/leaflet.js": "leaflet.js",
        "package/dist/leaflet.css": "leaflet.css",
        "package/LICENSE": "LICENSE",
    },
    "pmtiles": {"package/dist/pmtiles.js": "pmtiles.js"},
    "protomaps-leaflet": {
        "package/dist/protomaps-leaflet.js": "protomaps-leaflet.js",
        "package/LICENSE": "LICENSE",
    },
}
FACES = {
    "source-sans-3": ("400-normal", "600-normal", "700-normal"),
    "source-serif-4": ("400-italic", "400-normal", "600-normal"),
}
SCRIPTS = ("latin", "latin-ext")


def build(sources: Sources, out: Path) -> None:
    """Write `dashboard/static/lib/` and `dashboard/static/fonts/`."""
    static = out.parent / "dashboard" / "static"
    for source, inside, target in (*_libraries(), *_fonts()):
        path = static / target
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(sources.member(source, inside), path)
        print(f"  {target}")


def _libraries() -> Iterator[tuple[str, str, str]]:
    for library, files in LIBRARIES.items():
        for inside, name in files.items():
            yield library, inside, f"lib/{library}/{name}"


def _fonts() -> Iterator[tuple[str, str, str]]:
    for font, faces in FACES.items():
        yield font, "package/LICENSE", f"fonts/OFL-{font}.txt"
        for script, face in product(SCRIPTS, faces):
            name = f"{font}-{script}-{face}.woff2"
            yield font, f"package/files/{name}", f"fonts/{name}"
