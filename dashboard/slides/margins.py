"""The words around a map: title, subtitle, footer, and what the slide leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.slides import captions
from dashboard.slides.flows import is_drawn
from dashboard.slides.lettering import SUBTITLE, TITLE, shorten, wrap
from dashboard.slides.scene import Gap, Remedy
from dashboard.slides.titles import suggest_titles, titles_of_group

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dashboard.slides.compose import SlideRequest
    from dashboard.slides.frame import Frame
    from dashboard.slides.letters import Letters
    from dashboard.slides.scene import Scene
    from dashboard.slides.shown import Shown

SPARE_SHARE = 0.95
"""A title keeps the rest free: another program may set it in a wider face."""
SWITCHES = frozenset({"areas", "countries", "flows"})


def describe_subtitle(request: SlideRequest, scene: Scene, shown: int) -> str:
    """Return the filter in words, how many events are shown, and why the others are not."""
    words = captions.describe_subtitle(request.filters, shown, len(request.briefing.events))
    unplaced, outside = _count_left_out(request, shown)
    noted = {callout.title for callout in scene.callouts}
    if any(g.marks and g.name not in noted for g in scene.groups):
        words += " · numbers without a note: see the list of events"
    words += f" · {unplaced} without a place to draw" if unplaced else ""
    words += f" · {outside} outside the frame" if outside else ""
    if scene.is_shortened:
        words += " · … more in the speaker notes"
    width = scene.sheet.map[2] - scene.sheet.map[0]
    return " ".join(wrap(words, SUBTITLE, width=width, lines=1))


def _count_left_out(request: SlideRequest, shown: int) -> tuple[int, int]:
    """How many of the events have no place, and how many lie outside the frame."""
    placed = sum(bool(e.places) and e.not_drawn_because is None for e in request.events)
    return len(request.events) - placed, placed - shown


def write_footer(request: SlideRequest, frame: Frame) -> tuple[str, ...]:
    """Return date and sources, borders and projection, version and credits."""
    sources = "; ".join(
        f"[{i}] {captions.cite_briefly(a)}" for i, a in enumerate(request.briefing.articles, 1)
    )
    dates = [a.published for a in request.briefing.articles if a.published]
    as_of = f"Information as of {max(dates).day} {max(dates):%B %Y}. " if dates else ""
    off = ", ".join(sorted(request.hidden & SWITCHES))
    note = f" Switched off on screen: {off}." if off else ""
    note += f" {request.screen_note}" if request.screen_note else ""
    made = (
        f"Briefing map {request.version}, content {request.content_hash}. "
        if request.version
        else ""
    )
    return (
        f"{as_of}Sources: {sources}",
        (
            f"Borders: {request.border_view.value} view. {captions.DISCLAIMER} "
            f"Projection: {frame.projection.name}.{note}"
        ),
        f"{made}{captions.CREDITS}",
    )


def choose_title(
    request: SlideRequest, shown: Shown, country_name: Callable[[str], str], *, width: float
) -> tuple[tuple[str, ...], bool]:
    """Return the title in one line, and whether the reader's own had to be cut for it."""
    width *= SPARE_SHARE
    if request.title:
        return shorten(request.title, TITLE, width=width, lines=1)
    titles = (
        titles_of_group(request.events, request.heading)
        if request.heading
        else suggest_titles(shown.events, country_name)
    )
    suggested = [shorten(title, TITLE, width=width, lines=1) for title in titles]
    title, _ = next((each for each in suggested if not each[1]), suggested[-1])
    return title, False


def list_cut_title(request: SlideRequest, *, is_cut: bool) -> Iterator[Gap]:
    """Yield what a cut title leaves out."""
    if is_cut:
        yield Gap(f"the title is cut on the slide; in full: {request.title}", Remedy.TITLE)


def list_gaps(request: SlideRequest, shown: Shown, letters: Letters, hidden: int) -> Iterator[Gap]:
    """Yield what the map leaves out, each with what would bring it back."""
    unplaced, outside = _count_left_out(request, len(shown.events))
    if unplaced:
        count = captions.count_events(unplaced)
        yield Gap(f"{count} without a place that can be drawn", Remedy.PLACE)
    if outside:
        yield Gap(f"{captions.count_events(outside)} outside the frame", Remedy.FRAME)
    flows = sum(is_drawn(f) for f in request.flows_shown) - len(shown.flows)
    if flows:
        yield Gap(f"{flows} movement{'s' if flows > 1 else ''} outside the frame", Remedy.FRAME)
    yield from _list_unlettered(letters)
    if hidden:
        places = "1 place" if hidden == 1 else f"{hidden} places"
        yield Gap(f"{places} under the legend, the locator or the scale", Remedy.FRAME)
    if request.tint and request.tint.left_out:
        yield Gap(f"{request.tint.title}: {request.tint.left_out}", Remedy.PLACE)


def _list_unlettered(letters: Letters) -> Iterator[Gap]:
    if letters.unnumbered:
        marks = "1 place" if letters.unnumbered == 1 else f"{letters.unnumbered:,} places"
        yield Gap(f"no room for the numbers of {marks}", Remedy.FRAME)
    unnoted, unnamed = letters.story.unnoted, letters.story.unnamed
    if unnoted:
        names = ", ".join(group.place.name for group in unnoted)
        yield Gap(f"no room for a note on {names} as a whole", Remedy.NOTES)
    if unnamed:
        yield Gap(f"no room for the name of {', '.join(unnamed)}", Remedy.FRAME)
