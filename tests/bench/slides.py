"""How long a picture, a slide, a deck and a one-file map take."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from dashboard.commands.bench import find_seed
from dashboard.exchange.release import Release
from dashboard.exchange.webpage import write_webpage
from dashboard.gazetteer import Gazetteer, load_gazetteer
from dashboard.geography import Atlas, load_atlas
from dashboard.settings import PROJECT, Settings
from dashboard.slides.compose import SlideRequest
from dashboard.slides.plan import Grouping, plan_deck
from dashboard.slides.studio import load_studio, make_deck, make_picture
from tests.samples import sample_briefing
from tests.slides.worlds import briefing_at

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 3
TEN = 10
THOUSAND = 1_000
TEN_THOUSAND = 10_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """The two tools that a studio needs."""

    atlas: Atlas
    gazetteer: Gazetteer


def measure_slides() -> dict[str, float]:
    """Return seconds, median of three, but the loading once; and the size of a one-file map."""
    settings = Settings()
    start = time.perf_counter()
    loaded = Loaded(load_atlas(settings.data_dir), load_gazetteer(settings.data_dir))
    studio = load_studio(settings.data_dir, settings.static_dir, loaded)
    figures = {"load_studio_s": round(time.perf_counter() - start, 2)}
    briefing = sample_briefing()
    request = SlideRequest(briefing, briefing.events)
    start = time.perf_counter()
    make_picture(request, studio)
    figures["first_png_1920_s"] = round(time.perf_counter() - start, 2)
    deck = plan_deck(request, group_by=Grouping.COUNTRY, country_name=lambda code: code)
    maps = [slide for slide in deck if isinstance(slide, SlideRequest)]
    ten = (maps * TEN)[:TEN]
    many = crowd_of(TEN_THOUSAND)
    thousand = crowd_of(THOUSAND)
    page = one_file(thousand, settings)
    timed: dict[str, Callable[[], object]] = {
        "png_1920_s": lambda: make_picture(request, studio),
        "png_3840_s": lambda: make_picture(request, studio, width=3840),
        "pptx_one_slide_s": lambda: make_deck([request], studio),
        "pptx_ten_map_slides_s": lambda: make_deck(ten, studio),
        "png_1920_10000_events_s": lambda: make_picture(many, studio),
        "html_1000_events_s": lambda: one_file(thousand, settings),
    }
    with TemporaryDirectory() as folder:
        out = Path(folder) / "map.png"
        timed["cold_process_export_png_s"] = lambda: export_anew(find_seed(settings), out)
        figures |= {name: time_call(call) for name, call in timed.items()}
    return figures | {"html_1000_events_mb": round(len(page) / 1e6, 2)}


def export_anew(document: Path, out: Path) -> None:
    """Write the picture of a document from the command line: all from the first import on."""
    subprocess.run(
        [sys.executable, "-m", "dashboard", "export", str(document), "--to", "png", "--out", out],
        cwd=PROJECT,
        capture_output=True,
        check=True,
    )


def crowd_of(size: int) -> SlideRequest:
    """Return a request with this many events over Central Asia."""
    spots = [(f"Spot {i}", 34 + i * 37 % 900 / 100, 60 + i * 53 % 1600 / 100) for i in range(size)]
    briefing = briefing_at(*spots)
    return SlideRequest(briefing, briefing.events)


def one_file(request: SlideRequest, settings: Settings) -> bytes:
    """Return the one-file map of a request."""
    shown = replace(request.briefing, events=request.events)
    release = Release(settings.handling)
    return write_webpage(shown, release, names={}, static_dir=settings.static_dir)


def time_call(call: Callable[[], object]) -> float:
    """Return the median seconds of a call."""
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - start)
    return round(median(seconds), 2)
