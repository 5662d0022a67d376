"""Mails inside a mail: each counts its days from when it was sent, not from the mail around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.dates.finding import find_dates
from dashboard.coding.dating.parts import Section, Under
from dashboard.model import Span, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.coding.dates.intervals import Interval
    from dashboard.model import Article, Zone

    _Sent = tuple[Interval, Span]

SENT = re.compile(r"(?:>[ \t]?)*(?:sent|date|on)\b[ \t]?:?[ \t]*(?=\S)", re.IGNORECASE)
QUOTED = re.compile(r"\n[ \t]*(?=>)")
ENDS_QUOTE = re.compile(r"\n[ \t]*(?=[^\s>])")


def find_messages(article: Article) -> Iterator[Section]:
    """Yield the mails that are forwarded or answered in an article, with the day of each."""
    blocks = list(_blocks(article.zones, article.text))
    ends = [*(block[0].start for block in blocks[1:]), len(article.text)]
    for number, (block, end) in enumerate(zip(blocks, ends, strict=False)):
        sent = next((found for zone in block if (found := _read_sent(article, zone))), None)
        # The first fields stand above the whole: their day is the document's.
        is_outer = number == 0 and not article.text[: block[0].start].strip()
        if sent is None or is_outer:
            continue
        start = block[-1].end
        yield Section(*sent, Span(start, _end_of_quote(article.text, start, end)), Under.MESSAGE)


def _blocks(zones: Sequence[Zone], text: str) -> Iterator[list[Zone]]:
    """Yield the fields that stand together, with nothing between them but marks of quotation."""
    block: list[Zone] = []
    for zone in zones:
        if zone.kind not in {ZoneKind.BYLINE, ZoneKind.TITLE}:
            continue
        if block and text[block[-1].end : zone.start].strip("> \t\r\n-"):
            yield block
            block = []
        block.append(zone)
    if block:
        yield block


def _read_sent(article: Article, zone: Zone) -> _Sent | None:
    label = SENT.match(article.text, zone.start, zone.end)
    if label is None:
        return None
    for found in find_dates(article.text[label.end() : zone.end], None):
        start, end = found.interval.start, found.interval.end
        if start is not None and start == end:
            return found.interval, Span(label.end() + found.start, label.end() + found.end)
    return None


def _end_of_quote(text: str, start: int, end: int) -> int:
    """Return where a message ends: with its quotation, whose writer may go on below."""
    if not QUOTED.match(text, start) and not text[start:end].lstrip().startswith(">"):
        return end
    below = ENDS_QUOTE.search(text, start, end)
    return below.start() if below else end
