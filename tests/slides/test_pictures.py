"""Pictures of six regions, compared with the ones that were looked at."""

from __future__ import annotations

import io
import itertools
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely
from PIL import Image

from dashboard.slides.compose import SlideRequest
from dashboard.slides.frame import Bounds
from dashboard.slides.picture import draw_picture
from dashboard.slides.scene import Gap, Remedy
from dashboard.slides.studio import Studio, make_picture, make_scene
from tests.slides.worlds import briefing_at, with_flows

GOLDEN = Path(__file__).parent / "golden"
REGIONS = {
    "central-asia": (("Dushanbe", 38.54, 68.78), ("Khujand", 40.28, 69.62), ("Osh", 40.53, 72.8)),
    "sahel": (("Gao", 16.27, -0.04), ("Djibo", 14.1, -1.63), ("Diffa", 13.32, 12.61)),
    "levant": (("Idlib", 35.93, 36.63), ("Deir ez-Zor", 35.34, 40.14), ("Tyre", 33.27, 35.2)),
    "ukraine": (("Donetsk", 48.02, 37.8), ("Kherson", 46.64, 32.62), ("Simferopol", 44.95, 34.1)),
    "andes": (("Ayacucho", -13.16, -74.22), ("Cauca", 2.44, -76.61), ("La Paz", -16.5, -68.15)),
    "antimeridian": (("Suva", -18.14, 178.44), ("Taveuni", -16.85, -179.98)),
}

CODES = {
    "central-asia": "TJ",
    "sahel": "ML",
    "levant": "SY",
    "ukraine": "UA",
    "andes": "PE",
    "antimeridian": "FJ",
}
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and its surroundings"
CASES = {
    **{name: briefing_at(*spots, country=CODES[name]) for name, spots in REGIONS.items()},
    "long-names": briefing_at((LONG, 38.5, 68.8), ("Taumata" * 9, 37.5, 70.6)),
    "right-to-left": briefing_at(("قندهار", 31.6, 65.7), ("קונדוז", 36.7, 68.9), country="AF"),
    "one-event": briefing_at(("Osh", 40.53, 72.8), country="KG"),
    "no-event": briefing_at(),
    "movements": with_flows(briefing_at(*REGIONS["sahel"], country="ML")),
    "400-events": briefing_at(
        *((f"Place {i}", 33 + (i * 37 % 80) / 12, 60 + (i * 53 % 160) / 10) for i in range(400))
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_picture_looks_as_it_did(studio: Studio, case: str) -> None:
    briefing = CASES[case]
    request = SlideRequest(briefing, briefing.events, selected="E1")
    drawn = Image.open(io.BytesIO(make_picture(request, studio, width=960))).convert("RGB")
    golden = GOLDEN / f"{case}.webp"
    if os.environ.get("BRIEFING_GOLDEN") == "write":
        drawn.save(golden, quality=82)
    kept = np.asarray(Image.open(golden).convert("RGB"), dtype=float)
    off = np.abs(np.asarray(drawn, dtype=float) - kept).max(axis=2) > 60
    assert off.mean() < 0.01, f"{off.mean():.1%} of the pixels differ"


def test_the_same_request_gives_the_same_bytes(studio: Studio) -> None:
    briefing = CASES["movements"]
    request = SlideRequest(briefing, briefing.events)
    for form in ("png", "svg", "pdf"):
        once = make_picture(request, studio, file_format=form, width=960)  # type: ignore[arg-type]
        assert make_picture(request, studio, file_format=form, width=960) == once  # type: ignore[arg-type]


def test_a_picture_says_in_words_what_it_shows(studio: Studio) -> None:
    briefing = CASES["one-event"]
    request = SlideRequest(briefing, briefing.events, handling="TLP:RED")
    told = Image.open(io.BytesIO(make_picture(request, studio, width=960))).info
    assert told["Title"] == "Armed clash in Osh, Kyrgyzstan, 1 May 2024"
    assert "Handling: TLP:RED. Map from 72.200, 39.930" in told["Description"]


def test_of_four_hundred_marks_no_name_covers_another_or_a_mark(studio: Studio) -> None:
    briefing = CASES["400-events"]
    scene = make_scene(SlideRequest(briefing, briefing.events), studio)
    boxes = [*(x.box for x in scene.labels), *(c.box for c in scene.callouts)]
    assert len(boxes) >= 40
    names = [shapely.box(*box) for box in boxes]
    assert not [1 for a, b in itertools.combinations(names, 2) if a.intersection(b).area > 1]
    marks = shapely.union_all([shapely.box(*g.box) for g in scene.groups])
    assert not [n for n in names if n.intersection(marks).area > 1]
    numbered = {gap.words for gap in scene.not_shown}
    assert any(words.startswith("no room for the numbers of") for words in numbered)


def test_nothing_to_show_still_makes_a_picture_that_says_so(studio: Studio) -> None:
    scene = make_scene(SlideRequest(briefing_at(), ()), studio)
    assert scene.title == ("No event with a mark on the map",)
    assert len(draw_picture(scene, width=960)) > 20_000


def test_a_title_of_four_hundred_characters_is_cut_with_an_ellipsis(studio: Studio) -> None:
    briefing = briefing_at(*REGIONS["andes"])
    scene = make_scene(SlideRequest(briefing, briefing.events, title="Long words " * 40), studio)
    assert len(scene.title) == 1
    assert scene.title[0].endswith("…")


def test_a_suggested_title_says_less_rather_than_being_cut(studio: Studio) -> None:
    long_name = "the border between the northern and the southern half of the valley"
    briefing = briefing_at(("Gao", 16.27, -0.04), (long_name, 15.2, -0.3), country="ML")
    scene = make_scene(SlideRequest(briefing, briefing.events), studio)
    assert scene.title == ("Battles and explosions in Mali, 1 May 2024",)
    assert not any("title is cut" in gap.words for gap in scene.not_shown)


def test_names_in_other_scripts_take_room_and_are_drawn(studio: Studio) -> None:
    briefing = briefing_at(("قندهار", 31.6, 65.7), ("Хуҷанд", 40.28, 69.62), country="AF")
    scene = make_scene(SlideRequest(briefing, briefing.events), studio)
    assert {c.title for c in scene.callouts} == {"قندهار", "Хуҷанд"}
    assert draw_picture(scene, width=960)


def test_what_the_frame_leaves_out_is_counted(studio: Studio) -> None:
    briefing = briefing_at(("Gao", 16.27, -0.04), ("Osh", 40.53, 72.8))
    only_gao = make_scene(SlideRequest(briefing, briefing.events), studio).frame.bounds
    request = SlideRequest(briefing, briefing.events, bounds=Bounds(-4, 13, 4, 18))
    (gap,) = make_scene(request, studio).not_shown
    assert gap == Gap("1 event outside the frame", Remedy.FRAME)
    assert only_gao.east > 70


def test_an_event_in_two_towns_is_marked_in_both_and_counted_once(studio: Studio) -> None:
    briefing = briefing_at(("Gao", 16.27, -0.04), ("Djibo", 14.1, -1.63))
    first, second = briefing.events
    both = replace(first, places=(*first.places, *second.places))
    scene = make_scene(SlideRequest(replace(briefing, events=(both,)), (both,)), studio)
    assert [g.place.name for g in scene.groups] == ["Gao", "Djibo"]
    assert "1 of 1 event shown" in scene.subtitle


def test_words_in_a_script_without_a_face_and_marks_that_turn_words_are_harmless(
    studio: Studio,
) -> None:
    briefing = briefing_at(("喀什 \x0b\u202eevil", 39.47, 75.99), country="CN")
    scene = make_scene(SlideRequest(briefing, briefing.events), studio)
    assert draw_picture(scene, width=960)
    assert "\u202e" not in "".join(callout.words for callout in scene.callouts)


def test_four_k_is_the_same_picture_with_its_type_scaled(studio: Studio) -> None:
    briefing = CASES["one-event"]
    scene = make_scene(SlideRequest(briefing, briefing.events), studio)
    full, large = (
        Image.open(io.BytesIO(draw_picture(scene, width=width))) for width in (1920, 3840)
    )
    assert large.size == (3840, 2160)
    grey = (np.asarray(x.convert("L").resize((480, 270)), dtype=float) for x in (full, large))
    assert np.abs(next(grey) - next(grey)).mean() < 2


FRAMES = {
    "north pole": Bounds(-180, 66, 180, 90),
    "south pole": Bounds(-60, -90, 60, -62),
    "across the antimeridian": Bounds(174, -21, 184, -14),
    "the world": Bounds(-180, -60, 180, 80),
}


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_anywhere_is_drawn_and_says_what_it_leaves_out(studio: Studio, frame: str) -> None:
    briefing = CASES["one-event"]
    scene = make_scene(SlideRequest(briefing, briefing.events, bounds=FRAMES[frame]), studio)
    assert len(draw_picture(scene, width=960)) > 20_000
    is_shown = frame in {"the world", "north pole"}  # a sheet is wider than a ring: Osh is beside
    assert ("1 event outside the frame" in [gap.words for gap in scene.not_shown]) != is_shown
