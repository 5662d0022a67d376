"""What the readers of PDF, Word and web pages hand over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import Zone, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dashboard.model import Notice


# What programs write into the properties of a file when nobody has filled them in.
NO_TITLE = re.compile(
    r"microsoft (?:word|powerpoint) -.*|(?:untitled|document|slide|presentation)\s?\d*"
    r"|[^\n]*\.(?:docx?|pdf|html?|txt|rtf|odt|pptx?|indd|md)",
    re.IGNORECASE,
)
NO_AUTHOR = frozenset(
    {"python-docx", "microsoft office user", "microsoft account", "user", "windows user", "admin"}
    | {"administrator", "author", "owner", "unknown", "un-named", "apache poi", "anonymous"}
)


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


def stated_title(written: str | None) -> str | None:
    """Return the title in a file's properties, `None` where it is only the name of a file."""
    words = (written or "").strip()
    return words if words and not NO_TITLE.fullmatch(words) else None


def stated_author(written: str | None) -> str | None:
    """Return the author in a file's properties, `None` where it is only a program or an account."""
    words = (written or "").strip()
    return words if words and words.lower() not in NO_AUTHOR else None
