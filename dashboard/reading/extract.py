"""What the readers of PDF, Word and web pages hand over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import Zone, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dashboard.model import Notice


@dataclass(frozen=True, slots=True)
class Extract:
    """The text taken out of a file, the zones that the file itself tells, and its metadata."""

    text: str
    known: tuple[Zone, ...] = ()
    title: str | None = None
    author: str | None = None
    published: date | None = None
    outlet: str | None = None
    source_url: str | None = None
    notices: tuple[Notice, ...] = ()


def join_blocks(
    blocks: Iterable[tuple[str, ZoneKind | None]],
) -> tuple[str, tuple[Zone, ...]]:
    """Join blocks of text with blank lines between; those of a known kind become zones."""
    text = ""
    zones: list[Zone] = []
    for block, kind in blocks:
        if not block:
            continue
        text += "\n\n" if text else ""
        if kind:
            zones.append(Zone(len(text), len(text) + len(block), kind))
        text += block
    return text, tuple(zones)
