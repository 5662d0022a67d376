"""The page's own components: trusted scripts and styles, to which text goes only as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.settings import PACKAGE

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_PAGE = PACKAGE / "static" / "page"
_MARKS = PACKAGE / "static" / "map" / "marks.js"


def load_style(name: str) -> str:
    """Return a style sheet of the page."""
    return (_PAGE / f"{name}.css").read_text(encoding="utf-8")


def _load_part(name: str, html: str, *scripts: str) -> ComponentRenderer:
    """Scripts share one scope, so that the parts are written without a bundler."""
    paths = [_PAGE / "link.js", *(_PAGE / f"{script}.js" for script in scripts)]
    if len(scripts) > 1:
        paths.insert(0, _MARKS)
    return st.components.v2.component(
        f"briefing_{name}",
        html=html,
        js="\n".join(path.read_text(encoding="utf-8") for path in paths),
        css=load_style(name) if (_PAGE / f"{name}.css").exists() else None,
    )


CARRIER = _load_part("carrier", "<span hidden></span>", "carrier")
LENS = _load_part("lens", "<span hidden></span>", "lens")
WINDOW = _load_part("window", "<span hidden></span>", "window")
TITLE = _load_part("title", "<div class='title'><h1></h1><p></p></div>", "title")
SEAL = _load_part(
    "seal",
    """<div class='seal'><button type='button' aria-expanded='false'>
<svg width='16' height='16' viewBox='0 0 16 16' fill='none' stroke='currentColor' stroke-width='1.5'
 aria-hidden='true'><circle cx='8' cy='8' r='6.5'/>
<path class='tick' d='M5 8.2l2.1 2.1L11.2 6'/></svg>
<span>No network used</span></button><div class='panel' hidden></div></div>""",
    "seal",
)
PICTURE = _load_part("picture", "<button type='button'>Picture</button>", "picture")
PREFLIGHT = _load_part("preflight", "<div class='root'></div>", "preflight")
PANE = _load_part("pane", "<div class='root'></div>", "article", "lists", "pane")
TIMELINE = _load_part(
    "timeline",
    """<div class='tl'><div class='head'><b>When</b><span class='said'></span>
<button type='button' class='clear' hidden>Clear</button><span class='undated'></span>
</div></div>""",
    "timeline_draw",
    "timeline",
)
