"""Tables inside documents: their rows are read, their headings are shown and tell of nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.model import ZoneKind
from dashboard.reading.lines import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dashboard.reading.lines import Line

BAR = "|"
RULE = re.compile(r"[\s|:-]+")
MOST_WORDS_OF_A_HEADING = 4


def tell_tables(text: str, lines: Iterable[Line]) -> dict[int, ZoneKind]:
    """Tell the rows of Markdown tables: lines that begin and end with a bar."""
    told: dict[int, ZoneKind] = {}
    above: int | None = None
    for line in lines:
        if len(line.raw) < len("|a|") or not line.raw.startswith(BAR) or line.raw[-1] != BAR:
            continue
        # Between two rows stand line ends and, under the headings, a line of bars and dashes.
        is_first = above is None or RULE.fullmatch(text, above, line.start) is None
        is_head = is_first and is_heading_row(line.raw.strip(BAR).split(BAR))
        told[line.start] = ZoneKind.TABLE_HEAD if is_head else ZoneKind.BODY
        above = line.end
    return told


def row_blocks(rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, ZoneKind | None]]:
    """Yield the rows of a table as lines of text; one of a single cell is a paragraph."""
    for number, cells in enumerate(rows):
        words = [" ".join(cell.split()) for cell in cells if cell.strip()]
        if len(words) == 1:
            yield words[0], None
            continue
        is_head = number == 0 and len(rows) > 1 and is_heading_row(words)
        yield _join(words), ZoneKind.TABLE_HEAD if is_head else ZoneKind.BODY


def is_heading_row(cells: Sequence[str]) -> bool:
    """Whether all cells are labels: a few words, no figure, no sentence."""
    return len(cells) > 1 and all(
        len(cell.split()) <= MOST_WORDS_OF_A_HEADING
        and not any(map(str.isdigit, cell))
        and not SENTENCE_END.search(cell.strip())
        for cell in cells
    )


def _join(words: Sequence[str]) -> str:
    """Join cells so that those without a full stop stay apart from the next."""
    ends = ("" if SENTENCE_END.search(word) else ";" for word in words)
    return " ".join(f"{w}{end}" for w, end in zip(words, ends, strict=True)).rstrip(";")
