"""The notes of a map: what they say of each place, and where they found room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.settings import TYPE_COLOURS
from dashboard.slides.leaders import CalloutRequest, place_callouts
from dashboard.slides.lettering import BODY, NUMBER, STRONG, shorten, text_size
from dashboard.slides.scene import CalloutText, NoteLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.slides.groups import MarkGroup, NumberedEvent
    from dashboard.slides.placement import Occupied

CALLOUT_WIDTH_PX, BRIEF_WIDTH_PX = 310, 260
NUMBER_GAP_PX = 10
CALLOUT_PAD_PX = 12
MAX_CALLOUTS = 12
MAX_EVENTS_IN_CALLOUT = 3
LINES_FOR_ONE, LINES_FOR_EACH = 3, 2


@dataclass(frozen=True, slots=True)
class Note:
    """The words of a note before it has a place."""

    group: MarkGroup
    lines: tuple[NoteLine, ...]
    is_shortened: bool

    @property
    def key(self) -> str:
        """The place that it is about."""
        return self.group.place.place_id

    @property
    def indent_px(self) -> float:
        """How far the words hang in from the numbers."""
        return max(text_size(line.number, NUMBER)[0] for line in self.lines) + NUMBER_GAP_PX

    @property
    def request(self) -> CalloutRequest:
        """The room it wants."""
        words = max(text_size(line.words, BODY)[0] for line in self.lines)
        width = max(text_size(self.group.name, STRONG)[0], self.indent_px + words)
        height = text_size("x", BODY)[1] * (len(self.lines) + 1) + CALLOUT_PAD_PX
        wide = width + 2 * CALLOUT_PAD_PX + 6
        return CalloutRequest(self.key, self.group.x, self.group.y, wide, height)


def write_callouts(
    pinned: Sequence[MarkGroup], taken: Occupied, *, most: int
) -> tuple[CalloutText, ...]:
    """Return notes on at most so many places, those with most events first; `taken` grows."""
    chosen = sorted(pinned, key=lambda g: -len(g.events))[: min(most, MAX_CALLOUTS)]
    notes = [_write_note(group) for group in chosen]
    placed = place_callouts([note.request for note in notes], taken, taken.edge)
    # Where the full note finds no room a narrow one may: a line for each event.
    brief = [_write_note(n.group, is_brief=True) for n in notes if n.key not in placed]
    placed |= place_callouts([note.request for note in brief], taken, taken.edge)
    briefly = {note.key: note for note in brief}
    notes = [briefly.get(note.key, note) for note in notes]
    return tuple(
        CalloutText(
            note.group.name,
            note.lines,
            c.box,
            c.leader,
            TYPE_COLOURS[note.group.events[0].event.type.value],
            is_shortened=note.is_shortened,
            indent_px=note.indent_px,
        )
        for note in notes
        if (c := placed.get(note.key)) is not None
    )


def _write_note(group: MarkGroup, *, is_brief: bool = False) -> Note:
    each = LINES_FOR_ONE if len(group.events) == 1 else LINES_FOR_EACH
    each, wide = (1, BRIEF_WIDTH_PX) if is_brief else (each, CALLOUT_WIDTH_PX)
    lines: list[NoteLine] = []
    is_short = False
    for event in group.events[:MAX_EVENTS_IN_CALLOUT]:
        words = _with_unknown(event, _without_place(event.heading, group.place.name))
        (first, *others), is_cut = shorten(words, BODY, width=wide, lines=each)
        lines += [NoteLine(first, str(event.number)), *map(NoteLine, others)]
        is_short |= is_cut
    rest = len(group.events) - MAX_EVENTS_IN_CALLOUT
    if rest > 0:
        lines.append(NoteLine(f"and {rest} more, see the notes"))
    return Note(group, tuple(lines), is_short)


def _with_unknown(numbered: NumberedEvent, words: str) -> str:
    """The words after a name that no gazetteer knows; the note is headed by its area."""
    names = [at.own_name for at in numbered.event.places if at.unknown]
    missing = [name for name in names if name.casefold() not in words.casefold()]
    return f"{', '.join(missing)}: {words}" if missing else words


def _without_place(heading: str, place: str) -> str:
    """The words without "in Gao" at their start or end where the note is headed "Gao"."""
    lead = f"in {place} "
    if heading.lower().startswith(lead.lower()):
        heading = heading[len(lead)].upper() + heading[len(lead) + 1 :]
    for link in (" in the ", " in ", " at the ", " at "):
        if heading.lower().endswith(f"{link}{place}".lower()):
            shorter = heading[: -len(link) - len(place)]
            return shorter if len(shorter.split()) > 1 else heading
    return heading
