"""Draw the static svg files of the filter rail with the page's own drawing function.

`python data/draw_glyphs.py` runs `dashboard/static/map/marks.js` in the browser that the tests
use and writes `dashboard/static/glyphs/*.svg`. Run it after a change of `marks.js`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

STATIC = Path(__file__).resolve().parents[1] / "dashboard" / "static"
SIZE = 16
TYPES = {
    "battles": "Battles",
    "explosions": "Explosions/Remote violence",
    "civilians": "Violence against civilians",
    "protests": "Protests",
    "riots": "Riots",
    "strategic": "Strategic developments",
}
STATUSES = ("reported", "claimed", "disputed", "speculated", "planned", "hypothetical")


def draw_glyphs(marks_js: str) -> dict[str, str]:
    """Return the svg text of each file by its name."""
    wanted = {f"type-{slug}.svg": (name, "reported") for slug, name in TYPES.items()}
    wanted |= {f"status-{status}.svg": ("other", status) for status in STATUSES}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page()
        page.evaluate(marks_js)
        drawn = {
            name: page.evaluate("([t, s, n]) => Marks.glyph(t, s, n, true)", [kind, status, SIZE])
            for name, (kind, status) in wanted.items()
        }
        browser.close()
    return drawn


def write_glyphs(folder: Path, drawn: dict[str, str]) -> None:
    """Write each svg text to its file in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, svg in drawn.items():
        (folder / name).write_text(svg + "\n", encoding="utf-8")


if __name__ == "__main__":
    source = (STATIC / "map" / "marks.js").read_text(encoding="utf-8")
    write_glyphs(STATIC / "glyphs", draw_glyphs(source))
