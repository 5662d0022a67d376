"""Notes on what is told of all of a country: who reads them need not look the numbers up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.slides.callouts import write_note
from dashboard.slides.leaders import place_callouts
from dashboard.slides.notes import MEANT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.slides.callouts import Note
    from dashboard.slides.country_names import CountryNumbers
    from dashboard.slides.placement import Occupied
    from dashboard.slides.scene import CalloutText, Label


def note_countries(
    numbers: Sequence[CountryNumbers], taken: Occupied, *, most: int
) -> tuple[tuple[CalloutText, ...], tuple[Label, ...], Occupied]:
    """
    Return notes on at most so many countries, the numbers that stay, and what is taken now.

    A note inside its country stands in place of the numbers; one beside it is tied to them.
    """
    callouts: list[CalloutText] = []
    labels: list[Label] = []
    for each in sorted(numbers, key=lambda n: -len(n.group.events)):
        found = None
        if len(callouts) < most:
            found, taken = _note_inside(each, taken)
        if found is None:
            labels.append(each.label)
            if len(callouts) < most:
                found = _note_beside(each, taken)
        callouts += [found] if found else []
    return tuple(callouts), tuple(labels), taken


def _notes(each: CountryNumbers) -> tuple[Note, Note]:
    group = replace(each.group, kind=MEANT[each.group.place.precision])
    return write_note(group), write_note(group, is_brief=True)


def _note_inside(each: CountryNumbers, taken: Occupied) -> tuple[CalloutText | None, Occupied]:
    """Return a note in the room of the numbers, or elsewhere in the country."""
    freed = taken.without([each.label.box])
    for note in _notes(each):
        request = note.request
        box = each.ground.find((request.width, request.height), freed)
        if box is not None:
            freed.add(box)
            return note.at(box, None), freed
    return None, taken


def _note_beside(each: CountryNumbers, taken: Occupied) -> CalloutText | None:
    left, top, right, bottom = each.label.box
    for note in _notes(each):
        request = replace(note.request, x=(left + right) / 2, y=(top + bottom) / 2)
        placed = place_callouts([request], taken, taken.edge)
        for found in placed.values():
            return note.at(found.box, found.leader)
    return None
