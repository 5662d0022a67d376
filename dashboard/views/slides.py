"""Slides and pictures of what is on screen, with what to look at before they leave the house."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import __version__
from dashboard.geography import BorderView
from dashboard.mapping import TintBy
from dashboard.model import ExportError
from dashboard.screen.address import DARK
from dashboard.screen.frames import read_shown_map
from dashboard.screen.tints import tint_slide
from dashboard.session import load_page_provinces, load_page_studio
from dashboard.slides.compose import SlideRequest, hash_content
from dashboard.slides.frame import Bounds
from dashboard.slides.plan import Grouping, plan_deck
from dashboard.slides.preflight import check_slide
from dashboard.slides.studio import make_deck, make_picture, make_scene
from dashboard.slides.titles import suggest_title
from dashboard.views.map_menu import BORDERS_KEY, HOSTS, LOOK_KEY, TINT_KEY, chosen_ground
from dashboard.views.parts import PREFLIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.model import Event
    from dashboard.session import OpenBriefing, PageState
    from dashboard.slides.scene import Tint
    from dashboard.slides.studio import Studio

    Offer = Callable[[str, str, Callable[[], bytes]], None]

GROUPS = {"country": "Country", "type": "Event type", "period": "Year"}
MOST_NOTES = 12
PREFLIGHT_KEY = "preflight"
DARK_NOTE = "The screen was dark; slides are drawn light, for paper."
ONLINE_NOTE = "The online ground of the screen is left out."


def offer_slides(state: PageState, opened: OpenBriefing, *, offer: Offer) -> bool:
    """
    Ask for title, slides and borders, say what is weak, and hand over the files.

    `False` until the browser has told what its map shows: the part runs anew then, and a file
    that was asked for just before would be lost.
    """
    request = _ask(state, opened)
    studio = load_page_studio()
    _show_findings(request, studio)
    st.markdown("**Slides and pictures**")
    if _told() is None:
        st.caption("Reading what is on screen …")
        return False
    grouping = st.radio(
        "One slide for each, after the overview",
        list(GROUPS),
        format_func=lambda key: GROUPS[key],
        horizontal=True,
        key="slides_group",
    )
    raw = _ask_template(studio)
    slides = plan_deck(request, group_by=Grouping(grouping), country_name=opened.country_name)
    picture = partial(make_picture, request, studio)
    with st.container(horizontal=True, gap="small"):
        deck = partial(make_deck, slides, studio, template=raw)
        offer("Slides (PowerPoint)", "briefing.pptx", deck)
        offer("Picture (PNG)", "briefing.png", partial(picture, width=3840))
        offer("Picture (PDF)", "briefing.pdf", partial(picture, file_format="pdf"))
        offer("Picture (SVG)", "briefing.svg", partial(picture, file_format="svg"))
    return True


def _show_findings(request: SlideRequest, studio: Studio) -> None:
    """Show each weakness beside its cure; the same part tells what the map shows right now."""
    found = check_slide(request, make_scene(request, studio), today=date.today())  # noqa: DTZ011 # the reader's own day
    PREFLIGHT(
        key=PREFLIGHT_KEY,
        data={
            "findings": [{"says": f.says, "cure": f.cure, "event": f.event_id} for f in found],
        },
        default={"map": None},
        on_map_change=lambda: None,
    )


def _told() -> object:
    """Return what the browser tells of its map, `None` before it has; a table tells of nothing."""
    return st.session_state.get(PREFLIGHT_KEY, {}).get("map")


def _ask_template(studio: Studio) -> bytes | None:
    """Return the reader's own template, or `None`; a broken one is said and left aside."""
    chosen = st.file_uploader("Your own template, if you have one", type=["pptx", "potx"])
    if chosen is None:
        return None
    try:
        make_deck([], studio, template=chosen.getvalue())
    except ExportError as error:
        st.error(f"{error}. The slides are made without it.")
        return None
    return chosen.getvalue()


def _ask(state: PageState, opened: OpenBriefing) -> SlideRequest:
    screen = state.on_screen
    assert screen is not None, "the stage is shown before anything can be clicked"
    title = st.text_input(
        "Title",
        placeholder=suggest_title(screen.briefing.events, opened.country_name),
        max_chars=200,
        key="slides_title",
    )
    with st.container(horizontal=True, gap="medium"):
        view = st.radio(
            "Borders",
            [v.value for v in BorderView],
            index=[v.value for v in BorderView].index(st.session_state[BORDERS_KEY]),
            format_func=lambda v: "As they are controlled" if v == "de facto" else "As recognised",
            horizontal=True,
            key="slides_borders",
        )
        notes = st.number_input("Notes on the map", 0, MOST_NOTES, MOST_NOTES, key="slides_notes")
    shown = read_shown_map(_told())
    return SlideRequest(
        opened.briefing,
        screen.briefing.events,
        title=title.strip() or None,
        filters=screen.filter_words,
        bounds=Bounds(shown.west, shown.south, shown.east, shown.north) if shown else None,
        handling=state.handling,
        border_view=BorderView(view),
        flows=screen.briefing.flows,
        hidden=shown.hidden if shown else frozenset(),
        tint=_tint(screen.briefing.events),
        selected=state.selected,
        most_notes=int(notes),
        screen_note=_note_on_screen(),
        country_name=opened.country_name,
        version=__version__,
        content_hash=hash_content(opened.briefing),
    )


def _tint(events: tuple[Event, ...]) -> Tint | None:
    """Return the tint that is on screen, in the screen's own classes."""
    by = TintBy(st.session_state[TINT_KEY])
    return tint_slide(events, by, provinces=load_page_provinces() if by.is_by_province else None)


def _note_on_screen() -> str | None:
    notes = [DARK_NOTE] if st.session_state[LOOK_KEY] == DARK else []
    notes += [ONLINE_NOTE] if chosen_ground() in HOSTS else []
    return " ".join(notes) or None
