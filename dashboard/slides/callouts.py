"""The notes of a map: what they say of each place, and where they found room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.settings import TYPE_COLOURS
from dashboard.slides.headings import YET_TO_COME
from dashboard.slides.leaders import CalloutRequest, place_callouts
from dashboard.slides.lettering import BODY, NUMBER, STRONG, shorten, text_size
from dashboard.slides.scene import CalloutText, NoteLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.slides.groups import MarkGroup, NumberedEvent
    from dashboard.slides.leaders import Leader
    from dashboard.slides.placement import Box, Occupied

CALLOUT_WIDTH_PX, BRIEF_WIDTH_PX = 310, 260
NUMBER_GAP_PX = 10
CALLOUT_PAD_PX = 12
MAX_CALLOUTS = 12
MAX_EVENTS_IN_CALLOUT = 3
LINES_FOR_ONE, LINES_FOR_EACH = 3, 2
MORE_WORTH, MOST_COUNTED = 0.6, 4
"""What each further event adds to the worth of a note."""


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
        return _indent_px(self.group)

    @property
    def request(self) -> CalloutRequest:
        """The room it wants."""
        words = max(text_size(line.words, BODY)[0] for line in self.lines)
        width = max(text_size(self.group.name, STRONG)[0], self.indent_px + words)
        height = text_size("x", BODY)[1] * (len(self.lines) + 1) + CALLOUT_PAD_PX
        wide = width + 2 * CALLOUT_PAD_PX + 6
        at = self.group.x, self.group.y
        return CalloutRequest(self.key, *at, wide, height, worth_of(self.group))

    def at(self, box: Box, leader: Leader | None) -> CalloutText:
        """The note in its place."""
        return CalloutText(
            self.group.name,
            self.lines,
            box,
            leader,
            TYPE_COLOURS[self.group.events[0].event.type.value],
            is_shortened=self.is_shortened,
            indent_px=self.indent_px,
        )


def write_callouts(
    pinned: Sequence[MarkGroup], taken: Occupied, *, most: int
) -> tuple[CalloutText, ...]:
    """Return notes on at most so many places, those with most events first; `taken` grows."""
    notes = [write_note(group) for group in choose_noted(pinned, most=most)]
    placed = place_callouts([note.request for note in notes], taken, taken.edge)
    # Where the full note finds no room a narrow one may.
    brief = [write_note(n.group, is_brief=True) for n in notes if n.key not in placed]
    placed |= place_callouts([note.request for note in brief], taken, taken.edge)
    briefly = {note.key: note for note in brief}
    notes = [briefly.get(note.key, note) for note in notes]
    return tuple(
        note.at(found.box, found.leader)
        for note in notes
        if (found := placed.get(note.key)) is not None
    )


def choose_noted(pinned: Sequence[MarkGroup], *, most: int) -> list[MarkGroup]:
    """Return the places that are to have notes: those with most events."""
    return sorted(pinned, key=lambda g: -len(g.events))[: min(most, MAX_CALLOUTS)]


def worth_of(group: MarkGroup) -> float:
    """Return how much the note on a place weighs: 1 for one event, more for several."""
    return 1 + MORE_WORTH * (min(len(group.events), MOST_COUNTED) - 1)


def write_note(group: MarkGroup, *, is_brief: bool = False) -> Note:
    """Return the words of a note; a brief one is narrow and says less of each event."""
    each = (LINES_FOR_ONE if len(group.events) == 1 else LINES_FOR_EACH) - is_brief
    most_px = BRIEF_WIDTH_PX if is_brief else CALLOUT_WIDTH_PX
    # Under a long name the words may run as far as the name.
    wide = max(most_px, text_size(group.name, STRONG)[0] - _indent_px(group))
    lines: list[NoteLine] = []
    is_short = False
    shown = _told(group)
    for event in shown:
        words = _with_unknown(event, _without_place(event.heading, group.place.name))
        (first, *others), is_cut = shorten(words, BODY, width=wide, lines=each)
        lines += [NoteLine(first, str(event.number)), *map(NoteLine, others)]
        is_short |= is_cut
    rest = len(group.events) - len(shown)
    if rest > 0:
        lines.append(NoteLine(f"and {rest} more, see the notes"))
    return Note(group, tuple(lines), is_short)


def _with_unknown(numbered: NumberedEvent, words: str) -> str:
    """The words after a name that no gazetteer knows; the note is headed by its area."""
    names = [at.own_name for at in numbered.event.places if at.unknown]
    missing = [name for name in names if name.casefold() not in words.casefold()]
    return f"{', '.join(missing)}: {words}" if missing else words


def _indent_px(group: MarkGroup) -> float:
    numbers = (str(event.number) for event in _told(group))
    return max(text_size(number, NUMBER)[0] for number in numbers) + NUMBER_GAP_PX


def _told(group: MarkGroup) -> tuple[NumberedEvent, ...]:
    """Return the events that have words in the note; "and 1 more" would take the room of one."""
    most = MAX_EVENTS_IN_CALLOUT
    return group.events if len(group.events) == most + 1 else group.events[:most]


def _without_place(heading: str, place: str) -> str:
    """The words without "in Gao" at their start or end where the note is headed "Gao"."""
    lead = f"in {place} "
    if heading.lower().startswith(lead.lower()):
        heading = heading[len(lead)].upper() + heading[len(lead) + 1 :]
    ending = next((x for x in YET_TO_COME.values() if heading.endswith(x)), "")
    words = heading.removesuffix(ending)
    for link in (" in the ", " in ", " at the ", " at "):
        if words.lower().endswith(f"{link}{place}".lower()):
            shorter = words[: -len(link) - len(place)]
            return f"{shorter}{ending}" if len(shorter.split()) > 1 else heading
    return heading
