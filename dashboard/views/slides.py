"""Slides and pictures of what is on screen, with what to look at before they leave the house."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import __version__
from dashboard.geography import BorderView
from dashboard.model import ExportError
from dashboard.screen.frames import read_frame
from dashboard.session import load_page_studio
from dashboard.slides.captions import suggest_title
from dashboard.slides.compose import SlideRequest, hash_content
from dashboard.slides.frame import Bounds
from dashboard.slides.plan import Grouping, plan_deck
from dashboard.slides.preflight import check_slide
from dashboard.slides.studio import make_deck, make_picture, make_scene
from dashboard.views.address_bar import FRAME
from dashboard.views.map_menu import BORDERS_KEY

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.session import OpenBriefing, PageState
    from dashboard.slides.preflight import Finding
    from dashboard.slides.studio import Studio

    Offer = Callable[[str, str, Callable[[], bytes]], None]

GROUPS = {"country": "Country", "type": "Event type", "period": "Year"}


def offer_slides(state: PageState, opened: OpenBriefing, *, offer: Offer) -> None:
    """Ask for title, slides and borders, say what is weak, and hand over the files."""
    request = _ask(state, opened)
    studio = load_page_studio()
    _show_findings(check_slide(request, make_scene(request, studio)))
    st.markdown("**Slides and pictures**")
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


def _show_findings(findings: tuple[Finding, ...]) -> None:
    if findings:
        st.markdown("**Before it leaves the house**")
        st.text("\n".join(f"– {f.says}" for f in findings))


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
    frame = read_frame(st.query_params.get(FRAME, ""))
    title = st.text_input(
        "Title",
        placeholder=suggest_title(screen.briefing.events),
        max_chars=200,
        key="slides_title",
    )
    view = st.radio(
        "Borders",
        [v.value for v in BorderView],
        index=[v.value for v in BorderView].index(st.session_state[BORDERS_KEY]),
        format_func=lambda v: "As they are controlled" if v == "de facto" else "As recognised",
        horizontal=True,
        key="slides_borders",
    )
    return SlideRequest(
        opened.briefing,
        screen.briefing.events,
        title=title.strip() or None,
        filters=screen.filter_words,
        bounds=Bounds(*frame) if frame else None,
        handling=state.handling,
        border_view=BorderView(view),
        version=__version__,
        content_hash=hash_content(opened.briefing),
    )
