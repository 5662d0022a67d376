"""The values of an event in the dialog that puts it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.model import EventType, Status
from dashboard.review import Accepted, DateSet, Rejected, StatusSet, TypeSet
from dashboard.screen.putting_right import is_grade, read_interval, write_interval
from dashboard.screen.wording import when_words
from dashboard.views.fix_keys import fix_key

if TYPE_CHECKING:
    from dashboard.model import Event
    from dashboard.review import Correction, EventKey

UNJUDGED, ACCEPT, REJECT = "Not judged yet", "Accept it", "Reject it: no such event"


def ask_values(event: Event, key: EventKey) -> list[Correction]:
    """Show date, type and status of an event; return what the reader set anew."""
    corrections: list[Correction] = []
    typed = st.text_input(
        f"When (read as: {when_words(event.when)})",
        value=write_interval(event),
        placeholder="2010-08-22, 2010-08, 2010, 2010-08/2010-11, or none",
        max_chars=40,
        key=fix_key("date"),
    ).strip()
    if typed and typed != write_interval(event):
        interval = read_interval(typed)
        if interval is None:
            st.error("Write a date as 2010-08-22, 2010-08, 2010 or 2010-08/2010-11, or none.")
        else:
            corrections.append(DateSet(key, *interval))
    kinds, statuses = list(EventType), list(Status)
    with st.container(horizontal=True):
        kind = st.selectbox("Type", kinds, index=kinds.index(event.type), key=fix_key("type"))
        status = st.selectbox(
            "Status in the text",
            statuses,
            index=statuses.index(event.status),
            format_func=str.capitalize,
            key=fix_key("status"),
        )
    if kind is not event.type:
        corrections.append(TypeSet(key, kind))
    if status is not event.status:
        corrections.append(StatusSet(key, status))
    return corrections


def ask_verdict(event: Event, key: EventKey) -> list[Correction]:
    """Ask for the reader's judgement of an event; return it once it is whole."""
    verdict = st.radio(
        f"Your judgement (now: {event.grading or 'none'})",
        (UNJUDGED, ACCEPT, REJECT),
        horizontal=True,
        key=fix_key("verdict"),
    )
    if verdict == REJECT:
        return [Rejected(key)]
    if verdict != ACCEPT:
        return []
    with st.container(horizontal=True):
        grade = st.text_input(
            "Admiralty grade", placeholder="B2", max_chars=2, key=fix_key("grade")
        )
        initials = st.text_input("Your initials", max_chars=8, key=fix_key("initials")).strip()
    if not is_grade(grade.strip().upper()):
        st.caption("A grade is a letter from A to F and a number from 1 to 6.")
        return []
    return [Accepted(key, grade.strip().upper(), initials)]
