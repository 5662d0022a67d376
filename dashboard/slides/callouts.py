"""The notes of a map: what they say of each place, and where they found room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.settings import TYPE_COLOURS
from dashboard.slides.lettering import BODY, STRONG, shorten, text_size
from dashboard.slides.placement import CalloutRequest, Occupied, place_callouts
from dashboard.slides.scene import CalloutText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.slides.placement import Box
    from dashboard.slides.scene import MarkGroup

CALLOUT_WIDTH_PX = 330
CALLOUT_PAD_PX = 12
MAX_CALLOUTS = 12
MAX_EVENTS_IN_CALLOUT = 3
LINES_FOR_ONE, LINES_FOR_EACH = 3, 2


def write_callouts(
    groups: Sequence[MarkGroup], taken: Occupied, edge: Box, *, most: int
) -> tuple[CalloutText, ...]:
    """Return notes on at most so many places, those with most events first; `taken` grows."""
    pinned = sorted((g for g in groups if g.marks), key=lambda g: -len(g.events))
    chosen = pinned[: min(most, MAX_CALLOUTS)]
    texts = {g.place.place_id: _callout_lines(g) for g in chosen}
    requests = [_callout_request(g, texts[g.place.place_id][0]) for g in chosen]
    placed = place_callouts(requests, taken, edge)
    return tuple(
        CalloutText(
            g.place.name,
            texts[g.place.place_id][0],
            c.box,
            c.leader,
            TYPE_COLOURS[g.events[0].event.type.value],
            is_shortened=texts[g.place.place_id][1],
        )
        for g in chosen
        if (c := placed.get(g.place.place_id)) is not None
    )


def _callout_request(group: MarkGroup, lines: Sequence[str]) -> CalloutRequest:
    width = max(text_size(group.place.name, STRONG)[0], *(text_size(x, BODY)[0] for x in lines))
    height = text_size("x", BODY)[1] * (len(lines) + 1)
    return CalloutRequest(
        group.place.place_id,
        group.x,
        group.y,
        width + 2 * CALLOUT_PAD_PX + 6,
        height + CALLOUT_PAD_PX,
    )


def _callout_lines(group: MarkGroup) -> tuple[tuple[str, ...], bool]:
    """The words of a note, and whether the speaker notes say more of them."""
    room = MAX_EVENTS_IN_CALLOUT
    each = LINES_FOR_ONE if len(group.events) == 1 else LINES_FOR_EACH
    lines: list[str] = []
    is_short = False
    for event in group.events[:room]:
        words = f"{event.number}  {_without_place(event.heading, group.place.name)}"
        broken, is_cut = shorten(words, BODY, width=CALLOUT_WIDTH_PX, lines=each)
        lines += broken
        is_short |= is_cut
    rest = len(group.events) - room
    return tuple(lines + ([f"and {rest} more, see the notes"] if rest > 0 else [])), is_short


def _without_place(heading: str, place: str) -> str:
    """The words without "in Gao" at their end where the note is headed "Gao"."""
    for link in (" in the ", " in ", " at the ", " at "):
        if heading.lower().endswith(f"{link}{place}".lower()):
            shorter = heading[: -len(link) - len(place)]
            return shorter if len(shorter.split()) > 1 else heading
    return heading
