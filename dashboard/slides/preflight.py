"""What is missing or weak about a slide before it leaves the house, each with its cure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.settings import Settings

if TYPE_CHECKING:
    from dashboard.slides.compose import SlideRequest
    from dashboard.slides.scene import Scene

UNSURE_SCORE = 0.6
"""A place chosen with less than this is worth a look before it is shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One weakness: what it is in a sentence, and where on the page its cure is."""

    says: str
    cure: str
    """`title`, `handling`, `dates`, `places`, `frame`, `filter` or `names`."""


def check_slide(request: SlideRequest, scene: Scene) -> tuple[Finding, ...]:
    """Return what a careful colleague would ask about before the slide is shown."""
    found = (
        _check_title(request),
        _check_handling(request),
        _check_marks(scene),
        _check_dates(request),
        _check_places(request),
        *(Finding(f"{words}.", "frame") for words in scene.not_shown),
        _check_names(scene),
    )
    return tuple(f for f in found if f is not None)


def _check_title(request: SlideRequest) -> Finding | None:
    if request.title:
        return None
    return Finding("The title is suggested, not yours.", "title")


def _check_handling(request: SlideRequest) -> Finding | None:
    if request.handling != Settings().handling:
        return None
    return Finding("No handling mark is set.", "handling")


def _check_marks(scene: Scene) -> Finding | None:
    if scene.groups:
        return None
    return Finding("No event with these filters has a mark on the map.", "filter")


def _check_dates(request: SlideRequest) -> Finding | None:
    undated = sum(not (e.when.start or e.when.end) for e in request.events)
    if not undated:
        return None
    return Finding(f"{undated} of {len(request.events)} events have no date in the text.", "dates")


def _check_places(request: SlideRequest) -> Finding | None:
    shown = {e.places[0].place.place_id for e in request.events if e.places}
    scores: dict[str, tuple[str, float]] = {}
    for found in request.briefing.resolutions.values():
        for r in found:
            if r.place is not None and r.place.place_id in shown:
                best = scores.get(r.place.place_id, (r.place.name, 0.0))[1]
                scores[r.place.place_id] = (r.place.name, max(best, r.score))
    unsure = sorted(name for name, score in scores.values() if score < UNSURE_SCORE)
    if not unsure:
        return None
    names = ", ".join(unsure[:4]) + (" and more" if len(unsure) > 4 else "")
    return Finding(
        f"The choice of place is unsure for {names}: look at its alternatives.", "places"
    )


def _check_names(scene: Scene) -> Finding | None:
    named = {c.title for c in scene.callouts}
    quiet = [g.place.name for g in scene.groups if g.marks and g.place.name not in named]
    if not quiet:
        return None
    count = f"{len(quiet)} place{'s' if len(quiet) > 1 else ''}"
    return Finding(f"{count} found no room for a note; the numbers lead to the table.", "names")
