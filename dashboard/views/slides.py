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

if TYPE_CHECKING:
    from dashboard.session import OpenBriefing, PageState

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
GROUPS = {"country": "Country", "type": "Event type", "period": "Year"}


@st.dialog("Slides and pictures", width="large")
def show_slides(state: PageState, opened: OpenBriefing) -> None:
    """Ask for title, slides and borders, say what is weak, and hand over the files."""
    request = _ask(state, opened)
    studio = load_page_studio()
    findings = check_slide(request, make_scene(request, studio))
    if findings:
        st.markdown("**Before it leaves the house**")
        st.text("\n".join(f"– {f.says}" for f in findings))
    grouping = st.radio(
        "One slide for each, after the overview",
        list(GROUPS),
        format_func=lambda key: GROUPS[key],
        horizontal=True,
        key="slides_group",
    )
    template = st.file_uploader("Your own template, if you have one", type=["pptx", "potx"])
    slides = plan_deck(request, group_by=Grouping(grouping), country_name=opened.country_name)
    try:
        raw = template.getvalue() if template else None
        if raw:
            make_deck([], studio, template=raw)
    except ExportError as error:
        st.error(str(error))
        return
    left, middle, right = st.columns(3)
    with left:
        deck = partial(make_deck, slides, studio, template=raw)
        _offer("Slides (PowerPoint)", "briefing.pptx", deck, PPTX)
    with middle:
        _offer("Picture (PNG)", "briefing.png", partial(make_picture, request, studio, width=3840))
    with right:
        vector = partial(make_picture, request, studio, file_format="pdf")
        _offer("Picture (PDF)", "briefing.pdf", vector, "application/pdf")


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


def _offer(label: str, file_name: str, make: partial[bytes], mime: str = "image/png") -> None:
    st.download_button(
        label,
        data=make,
        file_name=file_name,
        mime=mime,
        on_click="ignore",
        width="stretch",
        key=f"slides_{file_name}",
    )
