"""Proposals that two events of different documents are one: accepted, or kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.review import SameDecided, key_of
from dashboard.screen.wording import heading, when_words
from dashboard.views.fix_keys import fix_key
from dashboard.views.plain import plain

if TYPE_CHECKING:
    from dashboard.model import Event, SameEvent
    from dashboard.review import Correction
    from dashboard.session import OpenBriefing

OPEN, ONE, APART = "Undecided", "The same event", "Two events"
DECIDED = {None: OPEN, True: ONE, False: APART}
MOST = 5


def ask_same(opened: OpenBriefing, event: Event) -> list[Correction]:
    """Show the proposals about an event; return what the reader decided anew."""
    events = {e.event_id: e for e in opened.briefing.events} if opened.briefing.same else {}
    proposals = [s for s in opened.briefing.same if event.event_id in {s.first, s.second}][:MOST]
    found: list[Correction] = []
    for number, proposal in enumerate(proposals):
        first, second = events[proposal.first], events[proposal.second]
        other = second if first.event_id == event.event_id else first
        choice = _ask(opened, proposal, other, number)
        if choice != DECIDED[proposal.is_same] and choice != OPEN:
            one, two = (key_of(e, opened.briefing.events) for e in (first, second))
            found.append(SameDecided(one, two, is_same=choice == ONE))
    return found


def _ask(opened: OpenBriefing, proposal: SameEvent, other: Event, number: int) -> str:
    article = opened.lists.articles[other.article_id]
    said = f"May be the same as “{heading(other, article)}”, {when_words(other.when)}"
    st.text(f"{said}, in {article.title or article.doc_id}. {proposal.reason}")
    return st.radio(
        plain(f"Is it the same as “{heading(other, article)}”?"),
        (OPEN, ONE, APART),
        index=(OPEN, ONE, APART).index(DECIDED[proposal.is_same]),
        horizontal=True,
        label_visibility="collapsed",
        key=fix_key(f"same_{number}"),
    )
