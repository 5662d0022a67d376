"""The base never changes, the layer carries data only, and nothing comes from the network."""

import json
import re
from dataclasses import replace

import pytest
from streamlit_folium import _get_feature_group_string, _get_map_string

from dashboard.mapping import MapView
from dashboard.mapping.layers import base_map, briefing_layer, embed_json
from dashboard.mapping.payload import payload_of
from tests.samples import sample_briefing

HOSTILE = "</script><script>alert(1)</script> ` ${alert(1)} {{ 'x' }} \u2028 \" \\ <!-- & '"


def whole_view() -> MapView:
    briefing = sample_briefing()
    return MapView("sample", briefing, briefing.events)


def script_of(view: MapView) -> str:
    base = base_map()
    base.render()
    return _get_feature_group_string(briefing_layer(view), base)


def test_base_script_is_the_same_every_time() -> None:
    scripts = []
    for _ in range(2):
        base = base_map()
        base.render()
        scripts.append(re.sub(r"[0-9a-f]{32}", "id", _get_map_string(base)))

    assert scripts[0] == scripts[1]
    assert "Dushanbe" not in scripts[0]


def test_every_asset_is_served_by_the_page_itself() -> None:
    base = base_map()

    links = [url for _, url in (*base.default_js, *base.default_css)]

    assert links
    assert all(url.startswith("/app/static/") for url in links)


@pytest.mark.parametrize(
    "text", [HOSTILE, "Al `Arish", "${x}", "{{ 'map' }}", "{% x %} {# y #} {{{", "'; alert(1); '"]
)
def test_hostile_text_comes_back_from_the_script_unchanged(text: str) -> None:
    briefing = sample_briefing()
    place = replace(briefing.events[2].places[0].place, name=text)
    where = replace(briefing.events[2].places[0], place=place)
    event = replace(briefing.events[2], places=(where,), attribution=text, sub_type=text)

    script = script_of(MapView("x", briefing, (event,)))

    sent = json.loads(script[script.index("update(") + len("update(") : script.index("});") + 1])
    assert text in [place["name"] for place in sent["places"]]
    assert sent["events"][0]["sub"] == text
    assert "<script" not in script


def test_embedded_json_holds_no_character_that_could_end_its_string() -> None:
    embedded = embed_json({"text": HOSTILE})

    assert json.loads(embedded)["text"] == HOSTILE
    assert not set("<>&'`$\u2028") & set(embedded)


def test_bag_of_old_layers_is_emptied_before_the_new_one_is_drawn() -> None:
    script = script_of(whole_view())

    assert script.index("window.feature_group.length = 0") < script.index("Briefing.update(")


def test_same_view_makes_the_same_script_so_that_nothing_is_redrawn() -> None:
    assert script_of(whole_view()) == script_of(whole_view())


def test_event_without_a_place_is_not_on_the_map_but_counts() -> None:
    payload = payload_of(whole_view())

    assert payload["total"] == 15
    assert len(payload["events"]) == 14


def test_place_without_a_shown_event_is_quiet() -> None:
    briefing = sample_briefing()

    payload = payload_of(MapView("x", briefing, briefing.events[:1]))

    quiet = {place["name"]: place["quiet"] for place in payload["places"]}
    assert quiet["Rasht Valley"] is False
    assert quiet["Dushanbe"] is True


def test_filters_change_nothing_that_the_base_map_must_be_drawn_anew_for() -> None:
    briefing = sample_briefing()

    payloads = [payload_of(MapView("x", briefing, shown)) for shown in (briefing.events, ())]

    for field in ("frame", "focus", "towns", "provinces", "borders"):
        assert payloads[0][field] == payloads[1][field]
    assert "Dushanbe" in payloads[0]["towns"]


def test_bare_view_shows_the_ground_only() -> None:
    payload = payload_of(replace(whole_view(), is_bare=True))

    assert payload["events"] == payload["places"] == []
