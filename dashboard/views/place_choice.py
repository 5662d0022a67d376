"""Choosing which place is meant: an alternative, one of the gazetteer, or coordinates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.screen.putting_right import place_at, read_coordinates
from dashboard.session import countries_at, search_places
from dashboard.views.fix_keys import fix_key
from dashboard.views.plain import plain

if TYPE_CHECKING:
    from dashboard.model import Place, Resolution

AS_READ, NOT_A_PLACE, OTHER = "as read", "not a place", "another"


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """What the reader chose; nothing chosen leaves the place as it was read."""

    chosen: Place | None = None
    is_none: bool = False


def ask_place(named: Resolution | None, now: Place | None) -> PlaceChoice:
    """Show the choices for a name, or for an event whose text names no place."""
    others = {a.place.place_id: a.place for a in named.alternatives} if named else {}
    if now is not None:
        others.pop(now.place_id, None)
    options = [AS_READ, *others, OTHER, *([NOT_A_PLACE] if named else [])]
    labels = {
        AS_READ: f"As read: {_address(now) if now else 'no place'}",
        OTHER: "Another place …",
        NOT_A_PLACE: "Not a place",
    } | {place_id: _address(place) for place_id, place in others.items()}
    picked = st.radio(
        "Place", options, format_func=lambda each: plain(labels[each]), key=fix_key("place")
    )
    if picked == OTHER:
        return PlaceChoice(_ask_other(named))
    return PlaceChoice(others.get(picked), is_none=picked == NOT_A_PLACE)


def _ask_other(named: Resolution | None) -> Place | None:
    """Look a name up in the gazetteer, or take coordinates."""
    typed = st.text_input(
        "Name of the place, or its coordinates",
        placeholder="Rasht, Tajikistan, or 39.03, 70.37",
        max_chars=200,
        key=fix_key("query"),
    ).strip()
    if not typed:
        return None
    if at := read_coordinates(typed):
        name = named.mention.surface if named else None
        st.caption(f"A point at {at[0]:.4f}, {at[1]:.4f}.")
        return place_at(*at, name=name, countries=countries_at(*at))
    found = search_places(typed)
    if not found:
        st.caption("Not found under this name; try another spelling, or coordinates.")
        return None
    number = st.radio(
        "Found on this computer",
        range(len(found)),
        format_func=lambda n: plain(
            f"{found[n][0]} ({found[n][1].precision}, {found[n][1].lat:.2f}, {found[n][1].lon:.2f})"
        ),
        key=fix_key("found"),
    )
    return found[number][1]


def _address(place: Place) -> str:
    where = f", {', '.join(place.countries)}" if place.countries else ""
    return f"{place.name}{where} ({place.precision})"
