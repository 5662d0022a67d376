"""A deck opened by another program looks like the picture of the same scene."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from dashboard.slides.compose import SlideRequest
from dashboard.slides.studio import Studio, make_deck, make_picture
from tests.samples import sample_briefing

if TYPE_CHECKING:
    from pathlib import Path


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


def test_the_deck_looks_like_the_picture(studio: Studio, office: str, tmp_path: Path) -> None:
    briefing = sample_briefing()
    request = SlideRequest(briefing, briefing.events)
    (tmp_path / "deck.pptx").write_bytes(make_deck([request], studio))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["--headless", "--convert-to", "png", "--outdir", str(tmp_path)]
    subprocess.run(
        [office, profile, *convert, str(tmp_path / "deck.pptx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    deck, picture = grey(tmp_path / "deck.png"), grey(make_picture(request, studio, width=960))
    assert np.corrcoef(deck.ravel(), picture.ravel())[0, 1] > 0.85
    assert np.abs(deck - picture).mean() < 14
