"""Putting right: one small dialog for an event or for a place word, with what was read in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.review import NotAPlace, PlaceSet, Words, key_of
from dashboard.review.corrections import add
from dashboard.screen.putting_right import same_words
from dashboard.views.event_values import ask_values, ask_verdict
from dashboard.views.fix_keys import fix_key, open_anew
from dashboard.views.place_choice import PlaceChoice, ask_place
from dashboard.views.same_events import ask_same

if TYPE_CHECKING:
    from dashboard.model import Event, Resolution, Span
    from dashboard.review import Correction, EventKey
    from dashboard.session import OpenBriefing, PageState

LONGEST_QUOTE = 300


def show_review(state: PageState, opened: OpenBriefing) -> None:
    """Open the dialog for what the reader asked to put right."""
    about, state.reviewing = state.reviewing or "", None
    open_anew()
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
    words = event.places[0].mention if event.places else event.unplaced
    span = words.span if words else None
    named = next((r for r in found if r.mention.span == span), None)
    place = ask_place(named, event.places[0].place if event.places else None)
    everywhere = _ask_everywhere(named, found)
    corrections = [*_place_corrections(place, key, named, everywhere), *ask_values(event, key)]
    corrections += ask_same(opened, event)
    corrections += ask_verdict(event, key)
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
    return spans if st.checkbox(words, value=True, key=fix_key("everywhere")) else ()


def _place_corrections(
    place: PlaceChoice, key: EventKey, named: Resolution | None, everywhere: tuple[Span, ...]
) -> list[Correction]:
    if place.is_none and named is not None:
        return [NotAPlace(Words(key.article_id, everywhere or (named.mention.span,)))]
    if place.chosen is None:
        return []
    about = Words(key.article_id, everywhere) if everywhere else key
    return [PlaceSet(about, place.chosen)]


def _offer_save(state: PageState, corrections: list[Correction]) -> None:
    st.caption("What you set is marked “set by the reader” everywhere; the first reading is kept.")
    if st.button("Save", type="primary", key=fix_key("save"), disabled=not corrections):
        for correction in corrections:
            state.corrections = add(state.corrections, correction)
        st.rerun()
