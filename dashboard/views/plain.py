"""Words of a document in a label: Streamlit reads labels as markdown, these stay plain."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"([\\`*_\[\]{}<>$~:|!#&])")
LONGEST = 80


def plain(words: str) -> str:
    """Return the words with every sign of markdown escaped, on one line, cut where too long."""
    line = " ".join(words.split())
    line = line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
    return _SIGNS.sub(r"\\\1", line)
