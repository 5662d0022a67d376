"""Answers "how far is it from here to there" for the map's measuring tool."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.geography import BorderView
from dashboard.screen.howfar import Finder, answer_question
from dashboard.session import load_page_tools
from dashboard.views.map_menu import BORDERS_KEY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.session import OpenBriefing

ANSWER_KEY = "howfar_answer"
LONGEST_NAME = 200


def answer_distance(opened: OpenBriefing, asked: Mapping[str, Any]) -> None:
    """Answer the measuring tool; the answer goes to the map without drawing it anew."""
    ends = [(str(end["name"])[:LONGEST_NAME], end.get("id")) for end in asked["ends"]]
    answer = answer_question(ends, _finder(opened))
    st.session_state[ANSWER_KEY] = {"n": asked["n"], "words": answer.words, "ends": answer.ends}


def _finder(opened: OpenBriefing) -> Finder:
    tools, briefing = load_page_tools(), opened.briefing
    marked = {at.place.place_id: at.place for e in briefing.events for at in e.places}
    view = BorderView(st.session_state[BORDERS_KEY])
    return Finder({**briefing.places, **marked}, tools.gazetteer, tools.atlas, view)
