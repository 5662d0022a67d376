"""Numbered notes at the end of a text: where its statements come from, not what happened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.model import ZoneKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.reading.lines import Line

HEADS = re.compile(
    r"(?:end ?|foot ?)?notes|references|bibliography|works cited|(?:notes and )?sources",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\[\d{1,3}\]|\(?\d{1,3}[.)]\s|\^?\d{1,3}\s(?=[A-Z“\"])")
FEWEST_NOTES = 2


def tell_source_notes(lines: Sequence[Line]) -> dict[int, ZoneKind]:
    """
    Return the heading "Notes" and the numbered lines under it as links of the text.

    Notes without numbers may be the author's own words: they are read.
    """
    heads = (at for at, line in enumerate(lines) if HEADS.fullmatch(line.plain.rstrip(":")))
    for at in heads:
        notes: list[Line] = []
        for line in lines[at + 1 :]:
            if not NUMBERED.match(line.raw) and not (notes and line.continues):
                break
            notes.append(line)
        if sum(not line.continues for line in notes) >= FEWEST_NOTES:
            return dict.fromkeys((line.start for line in (lines[at], *notes)), ZoneKind.LINKS)
    return {}
