"""Putting right: one small dialog for an event or for a place word, with what was read in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.model import EventType, Status
from dashboard.review import (
    Accepted,
    DateSet,
    EventKey,
    NotAPlace,
    PlaceSet,
    Rejected,
    StatusSet,
    TypeSet,
    Words,
    key_of,
)
from dashboard.review.corrections import add
from dashboard.screen.putting_right import (
    is_grade,
    read_interval,
    same_words,
    write_interval,
)
from dashboard.screen.wording import when_words
from dashboard.views.place_choice import PlaceChoice, ask_place
from dashboard.views.same_events import ask_same

if TYPE_CHECKING:
    from dashboard.model import Event, Resolution, Span
    from dashboard.review import Correction
    from dashboard.session import OpenBriefing, PageState

UNJUDGED, ACCEPT, REJECT = "Not judged yet", "Accept it", "Reject it: no such event"
LONGEST_QUOTE = 300


def show_review(state: PageState, opened: OpenBriefing) -> None:
    """Open the dialog for what the reader asked to put right."""
    about, state.reviewing = state.reviewing or "", None
    event = next((e for e in opened.briefing.events if e.event_id == about), None)
    if event is not None:
        _show_event(state, opened, event)
        return
    article_id, _, start = about.partition(":")
    found = opened.briefing.resolutions.get(article_id, ())
    at = next((r for r in found if str(r.mention.start) == start), None)
    if at is not None:
        _show_words(state, opened, article_id, at)


@st.dialog("Put right: event")
def _show_event(state: PageState, opened: OpenBriefing, event: Event) -> None:
    text = opened.lists.articles[event.article_id].text
    quote = " … ".join(" ".join(span.of(text).split()) for span in event.evidence[:2])
    st.text(f"“{quote[:LONGEST_QUOTE]}”")
    key = key_of(event, opened.briefing.events)
    found = opened.briefing.resolutions.get(event.article_id, ())
    span = event.places[0].mention.span if event.places else None
    named = next((r for r in found if r.mention.span == span), None)
    place = ask_place(named, event.places[0].place if event.places else None)
    everywhere = _ask_everywhere(named, found)
    corrections = [*_place_corrections(place, key, named, everywhere), *_ask_values(event, key)]
    corrections += ask_same(opened, event)
    corrections += _ask_verdict(event, key)
    _offer_save(state, corrections)


@st.dialog("Put right: a word for a place")
def _show_words(state: PageState, opened: OpenBriefing, article_id: str, at: Resolution) -> None:
    text = opened.lists.articles[article_id].text
    before, after = max(0, at.mention.start - 80), at.mention.end + 80
    st.text(f"“…{' '.join(text[before:after].split())}…”")
    st.caption(f"Read as: {at.not_drawn_because or at.reason}")
    place = ask_place(at, at.place if at.is_drawn else None)
    everywhere = _ask_everywhere(at, opened.briefing.resolutions.get(article_id, ()))
    about = Words(article_id, everywhere or (at.mention.span,))
    corrections: list[Correction] = []
    if place.is_none:
        corrections.append(NotAPlace(about))
    elif place.chosen:
        corrections.append(PlaceSet(about, place.chosen))
    _offer_save(state, corrections)


def _ask_everywhere(at: Resolution | None, found: tuple[Resolution, ...]) -> tuple[Span, ...]:
    """Return every place where the name stands, where the reader wants them all set."""
    if at is None:
        return ()
    spans = same_words(found, at)
    if len(spans) < 2:
        return spans
    words = f"Wherever the text says it ({len(spans)} times)"
    return spans if st.checkbox(words, value=True, key="fix_everywhere") else ()


def _place_corrections(
    place: PlaceChoice, key: EventKey, named: Resolution | None, everywhere: tuple[Span, ...]
) -> list[Correction]:
    if place.is_none and named is not None:
        return [NotAPlace(Words(key.article_id, everywhere or (named.mention.span,)))]
    if place.chosen is None:
        return []
    about = Words(key.article_id, everywhere) if everywhere else key
    return [PlaceSet(about, place.chosen)]


def _ask_values(event: Event, key: EventKey) -> list[Correction]:
    corrections: list[Correction] = []
    typed = st.text_input(
        f"When (read as: {when_words(event.when)})",
        value=write_interval(event),
        placeholder="2010-08-22, 2010-08, 2010, 2010-08/2010-11, or none",
        max_chars=40,
        key="fix_date",
    ).strip()
    if typed and typed != write_interval(event):
        interval = read_interval(typed)
        if interval is None:
            st.error("Write a date as 2010-08-22, 2010-08, 2010 or 2010-08/2010-11, or none.")
        else:
            corrections.append(DateSet(key, *interval))
    kinds, statuses = list(EventType), list(Status)
    with st.container(horizontal=True):
        kind = st.selectbox("Type", kinds, index=kinds.index(event.type), key="fix_type")
        status = st.selectbox(
            "Status in the text",
            statuses,
            index=statuses.index(event.status),
            format_func=str.capitalize,
            key="fix_status",
        )
    if kind is not event.type:
        corrections.append(TypeSet(key, kind))
    if status is not event.status:
        corrections.append(StatusSet(key, status))
    return corrections


def _ask_verdict(event: Event, key: EventKey) -> list[Correction]:
    verdict = st.radio(
        f"Your judgement (now: {event.grading or 'none'})",
        (UNJUDGED, ACCEPT, REJECT),
        horizontal=True,
        key="fix_verdict",
    )
    if verdict == REJECT:
        return [Rejected(key)]
    if verdict != ACCEPT:
        return []
    with st.container(horizontal=True):
        grade = st.text_input("Admiralty grade", placeholder="B2", max_chars=2, key="fix_grade")
        initials = st.text_input("Your initials", max_chars=8, key="fix_initials").strip()
    if not is_grade(grade.strip().upper()):
        st.caption("A grade is a letter from A to F and a number from 1 to 6.")
        return []
    return [Accepted(key, grade.strip().upper(), initials)]


def _offer_save(state: PageState, corrections: list[Correction]) -> None:
    st.caption("What you set is marked “set by the reader” everywhere; the first reading is kept.")
    if st.button("Save", type="primary", key="fix_save", disabled=not corrections):
        for correction in corrections:
            state.corrections = add(state.corrections, correction)
        st.rerun()
