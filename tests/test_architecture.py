"""The direction of the arrows: which room may import which, and where the big libraries live."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "dashboard"

# Each room and how far right it stands (docs/architecture.md). Rooms of one rank do not meet.
RANK = {
    "model": 0,
    "settings": 0,
    "marking": 1,
    "reading": 1,
    "gazetteer": 1,
    "geography": 1,
    "geoparsing": 2,
    "coding": 3,
    "pipeline": 4,
    "review": 5,
    "mapping": 6,
    "slides": 6,
    "exchange": 7,
    "screen": 8,
    "session": 9,
    "views": 10,
    "app": 11,
    "commands": 11,
    "__main__": 12,
}
HOMES = {
    "streamlit": {"session", "views", "app", "commands"},
    "streamlit_folium": {"views"},
    "folium": {"mapping"},
    "branca": {"mapping"},
    "matplotlib": {"slides"},
    "pptx": {"slides"},
    "spacy": {"geoparsing", "coding"},
    "requests": set(),
    "urllib.request": set(),
    "httpx": set(),
    "pickle": set(),
}
FILES = sorted(p for p in PACKAGE.rglob("*.py") if p.relative_to(PACKAGE).parts != ("__init__.py",))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Return the dotted names that a file imports, those behind TYPE_CHECKING included."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: imports are absolute"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_room_imports_only_what_stands_to_its_left(path: Path) -> None:
    room = room_of(path)
    others = {n.split(".")[1] for n in imported(path) if n.startswith("dashboard.")}
    others -= {room, "__version__"}
    wrong = {o for o in others if RANK[o] >= RANK[room]}
    assert not wrong, f"{room} may not import {sorted(wrong)}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_big_library_is_imported_only_in_its_room(path: Path) -> None:
    tops = {n.split(".")[0] for n in imported(path)} | imported(path)
    strays = {t for t in tops & HOMES.keys() if room_of(path) not in HOMES[t]}
    assert not strays, f"{room_of(path)} may not import {sorted(strays)}"
