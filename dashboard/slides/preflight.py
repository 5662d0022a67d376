"""What is missing or weak about a slide before it leaves the house, each with its cure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dashboard.settings import Settings
from dashboard.slides.captions import count_events
from dashboard.slides.faces import is_drawable
from dashboard.slides.lettering import MIN_POINTS
from dashboard.slides.scene import Remedy
from dashboard.slides.sheet import SHEET

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from dashboard.slides.compose import SlideRequest
    from dashboard.slides.scene import Scene

UNSURE_SCORE = 0.6
"""A place chosen with less than this is worth a look before it is shown."""
OLD_AFTER_DAYS = 30
NAMES_SAID = 4


class Cure(StrEnum):
    """Where on the page a weakness is cured; the page takes the reader there with one click."""

    TITLE = "title"
    HANDLING = "handling"
    FILTER = "filter"
    DATES = "dates"
    UNDRAWN = "undrawn"
    EVENT = "event"
    FRAME = "frame"
    NOTES = "notes"
    WIDTH = "width"
    DOCUMENTS = "documents"


REMEDIES = {
    Remedy.TITLE: Cure.TITLE,
    Remedy.PLACE: Cure.UNDRAWN,
    Remedy.FRAME: Cure.FRAME,
    Remedy.NOTES: Cure.NOTES,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One weakness: what it is in a sentence, and where on the page its cure is."""

    says: str
    cure: Cure
    event_id: str | None = None
    """The event to look at, where the cure is one."""


def check_slide(
    request: SlideRequest, scene: Scene, *, today: date | None = None, width: int = SHEET.width
) -> tuple[Finding, ...]:
    """Return what a careful colleague would ask about before the slide is shown.

    `today` is for the age of the information; `width` is that of a picture in pixels.
    """
    return (
        *_check_title(request),
        *_check_handling(request),
        *_check_filter(request, scene),
        *_check_dates(request),
        *(Finding(f"{_sentence(gap.words)}.", REMEDIES[gap.remedy]) for gap in scene.not_shown),
        *_check_places(request),
        *_check_grades(request),
        *_check_coders(request),
        *_check_notes(scene),
        *_check_faces(scene),
        *_check_type(width),
        *_check_age(request, today),
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _check_title(request: SlideRequest) -> Iterator[Finding]:
    if not request.title:
        yield Finding("The title is suggested, not yours.", Cure.TITLE)


def _check_handling(request: SlideRequest) -> Iterator[Finding]:
    if request.handling == Settings().handling:
        yield Finding("No handling mark is set.", Cure.HANDLING)


def _check_filter(request: SlideRequest, scene: Scene) -> Iterator[Finding]:
    if not scene.groups:
        yield Finding("No event with these filters has a mark on the map.", Cure.FILTER)
    elif request.filters:
        words = request.filters.rstrip(".")
        left = f"{len(request.events)} of {count_events(len(request.briefing.events))} are left"
        yield Finding(f"A filter is in force ({words}): {left}.", Cure.FILTER)


def _check_dates(request: SlideRequest) -> Iterator[Finding]:
    undated = sum(not (e.when.start or e.when.end) for e in request.events)
    if undated:
        verb = "has" if undated == 1 else "have"
        says = f"{undated} of {count_events(len(request.events))} {verb} no date in the text."
        yield Finding(says, Cure.DATES)


def _check_places(request: SlideRequest) -> Iterator[Finding]:
    first = {at.place.place_id: e for e in reversed(request.events) for at in e.places}
    scores: dict[str, tuple[str, float]] = {}
    for found in request.briefing.resolutions.values():
        for r in found:
            if r.place is not None and r.place.place_id in first and not r.amended:
                best = scores.get(r.place.place_id, (r.place.name, 0.0))[1]
                scores[r.place.place_id] = (r.place.name, max(best, r.score))
    doubted = (x for x in scores.items() if x[1][1] < UNSURE_SCORE)
    unsure = sorted((name, place_id) for place_id, (name, _) in doubted)
    if unsure:
        names = ", ".join(n for n, _ in unsure[:NAMES_SAID])
        whose = "its" if len(unsure) == 1 else "their"
        names += " and more" if len(unsure) > NAMES_SAID else ""
        says = f"The choice of place is unsure for {names}: look at {whose} alternatives."
        yield Finding(says, Cure.EVENT, first[unsure[0][1]].event_id)


def _check_grades(request: SlideRequest) -> Iterator[Finding]:
    unjudged = [event for event in request.events if not event.is_judged]
    if unjudged:
        count = f"{len(unjudged)} of {count_events(len(request.events))}"
        says = f"{count}: not yet judged by a person."
        yield Finding(says, Cure.EVENT, unjudged[0].event_id)


def _check_coders(request: SlideRequest) -> Iterator[Finding]:
    coders = Counter(e.coded_by for e in request.events if e.coded_by)
    for coder, count in coders.items():
        rows = "1 row is" if count == 1 else f"{count:,} rows are"
        event_id = next(e.event_id for e in request.events if e.coded_by == coder)
        yield Finding(f"{rows} as coded by {coder}.", Cure.EVENT, event_id)


def _check_notes(scene: Scene) -> Iterator[Finding]:
    named = {c.title for c in scene.callouts}
    quiet = [g.name for g in scene.groups if g.marks and g.name not in named]
    if quiet:
        count = "1 place has" if len(quiet) == 1 else f"{len(quiet)} places have"
        says = f"{count} no note on the map; the numbers lead to the table."
        yield Finding(says, Cure.NOTES)
    if scene.is_shortened:
        says = "Notes with … are shortened; their full words stand in the speaker notes."
        yield Finding(says, Cure.NOTES)
    if scene.crowded:
        count = f"The marks of {scene.crowded} places touch those of others"
        yield Finding(f"{count}: show a smaller part of the map.", Cure.FRAME)


def _check_faces(scene: Scene) -> Iterator[Finding]:
    """Ask about names in a script that no typeface of this machine draws."""
    for group in scene.groups:
        name = group.place.name
        if not is_drawable(name):
            says = (
                f"No typeface here draws all of {name}: pictures leave it out, PowerPoint shows it."
            )
            yield Finding(says, Cure.EVENT, group.events[0].event.event_id)


def _check_type(width: int) -> Iterator[Finding]:
    if width < SHEET.width:
        points = MIN_POINTS * width / SHEET.width
        says = f"At {width} pixels the smallest type is as {points:.0f} points on a slide."
        yield Finding(f"{says} Ask for {SHEET.width} or more.", Cure.WIDTH)


def _check_age(request: SlideRequest, today: date | None) -> Iterator[Finding]:
    dates = [a.published for a in request.briefing.articles if a.published]
    if not dates:
        yield Finding("No document says of when its information is.", Cure.DOCUMENTS)
    elif today and (today - max(dates)).days > OLD_AFTER_DAYS:
        days, latest = (today - max(dates)).days, max(dates)
        said = f"{latest.day} {latest:%B %Y}"
        yield Finding(f"The information is of {said}, {days:,} days ago.", Cure.DOCUMENTS)
