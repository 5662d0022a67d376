"""A deck opened by another program looks like the picture of the same scene."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from dashboard.model import Status
from dashboard.slides.compose import SlideRequest
from dashboard.slides.studio import Studio, make_deck, make_picture, make_scene
from tests.samples import sample_briefing

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.slides.scene import Scene


@pytest.fixture(scope="module")
def office() -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None and os.environ.get("CI"):
        pytest.fail("LibreOffice is missing; .ci/run installs it")
    if found is None:
        pytest.skip("left out: how another program shows a deck; install LibreOffice Impress")
    return found


def grey(image: bytes | Path) -> np.ndarray:
    opened = Image.open(io.BytesIO(image) if isinstance(image, bytes) else image)
    return np.asarray(opened.convert("L").resize((96, 54), Image.Resampling.BOX), dtype=float)


def hatch_of_marks(deck: Path, scene: Scene) -> float:
    """Return how much light and dark alternate inside the hypothetical marks."""
    shown = np.asarray(Image.open(deck).convert("L").resize((1920, 1080)), dtype=float)
    (spot, *_) = (
        (round(x), round(y))
        for group in scene.groups
        for numbered, x, y in group.marks
        if numbered.event.status is Status.HYPOTHETICAL
    )
    return float(shown[spot[1] - 6 : spot[1] + 6, spot[0] - 6 : spot[0] + 6].std())


def test_the_deck_looks_like_the_picture(studio: Studio, office: str, tmp_path: Path) -> None:
    briefing = sample_briefing()
    first, *others = briefing.events
    events = (replace(first, status=Status.HYPOTHETICAL), *others)
    request = SlideRequest(replace(briefing, events=events), events)
    (tmp_path / "deck.pptx").write_bytes(make_deck([request], studio))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["--headless", "--convert-to", "png", "--outdir", str(tmp_path)]
    subprocess.run(
        [office, profile, *convert, str(tmp_path / "deck.pptx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert hatch_of_marks(tmp_path / "deck.png", make_scene(request, studio)) > 20
    deck, picture = grey(tmp_path / "deck.png"), grey(make_picture(request, studio, width=960))
    assert np.corrcoef(deck.ravel(), picture.ravel())[0, 1] > 0.85
    assert np.abs(deck - picture).mean() < 14
