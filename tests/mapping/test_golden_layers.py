"""The layers as they go to the browser, word by word, against files kept beside this test.

When a change is meant: `python -m tests.mapping.test_golden_layers` writes the files anew; read
the difference before you commit it.
"""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit_folium import _get_feature_group_string, _get_map_string

from dashboard.mapping import MapView, TintBy
from dashboard.mapping.layers import base_map, briefing_layer
from tests.flow_samples import briefing_with_flows
from tests.samples import hostile_briefing, sample_briefing

GOLDEN = Path(__file__).with_name("golden")
RANDOM_ID = re.compile(r"(?P<kind>[a-z_]+_)[0-9a-f]{32}")
CALL = "Briefing.update("


def views() -> dict[str, MapView]:
    """Return the views that are kept, by the name of their file."""
    sample, flows, hostile = sample_briefing(), briefing_with_flows(), hostile_briefing()
    whole = MapView("sample", sample, sample.events)
    return {
        "sample": whole,
        "filtered": replace(whole, shown=sample.events[:1], look="dark", tint_by=TintBy.EVENTS),
        "flows": MapView("flows", flows, (), flows=flows.flows),
        "hostile": MapView("hostile", hostile, hostile.events),
        "bare": replace(whole, is_bare=True),
    }


def layer_text(view: MapView) -> str:
    """Return the script of a layer: ids normalised, its one JSON value on lines of its own."""
    base = base_map()
    base.render()
    script = _get_feature_group_string(briefing_layer(view), base)
    start = script.index(CALL) + len(CALL)
    payload, end = json.JSONDecoder().raw_decode(script, start)
    spread = f"{script[:start]}\n{_spread(payload)}\n{script[end:]}"
    return RANDOM_ID.sub(r"\g<kind>ID", spread).strip() + "\n"


def _spread(payload: object) -> str:
    lines = json.dumps(payload, indent=1, ensure_ascii=True)
    # Pairs of numbers on one line: a reader compares shapes, not corners.
    return re.sub(r"\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]", r"[\1, \2]", lines)


def base_text() -> str:
    """Return the script of the base map, ids normalised."""
    base = base_map()
    base.render()
    return RANDOM_ID.sub(r"\g<kind>ID", _get_map_string(base)).strip() + "\n"


def texts() -> dict[str, str]:
    """Return every text that is kept, by its file."""
    return {"base": base_text(), **{name: layer_text(view) for name, view in views().items()}}


@pytest.mark.parametrize("name", ["base", *views()])
def test_layer_is_what_it_was(name: str) -> None:
    kept = (GOLDEN / f"{name}.js").read_text(encoding="utf-8")
    now = base_text() if name == "base" else layer_text(views()[name])

    difference = "\n".join(
        difflib.unified_diff(kept.splitlines(), now.splitlines(), "kept", "now", lineterm="", n=2)
    )
    assert not difference, f"the layer {name!r} changed:\n{difference[:4000]}"


def test_same_view_gives_the_same_text_whatever_the_random_ids() -> None:
    assert texts() == texts()


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for file_name, text in texts().items():
        (GOLDEN / f"{file_name}.js").write_text(text, encoding="utf-8")
