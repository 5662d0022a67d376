"""The provinces that a briefing can tint, with their outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.geography import Provinces
from dashboard.mapping.shapes import light_geometry
from dashboard.mapping.tint import province_of
from dashboard.session.tools import load_page_tools

if TYPE_CHECKING:
    from dashboard.mapping.shapes import Geometry
    from dashboard.session.desk import OpenBriefing


@st.cache_resource(show_spinner=False)
def load_page_provinces() -> Provinces:
    """Return the provinces, loaded when the first tint by province is asked for."""
    return Provinces(load_page_tools().atlas.provinces)


def outline_provinces(opened: OpenBriefing) -> dict[str, Geometry]:
    """Return the outlines of the provinces where any event of the briefing is marked, by id."""
    return _outlines(opened.version, opened)


@st.cache_resource(show_spinner=False, max_entries=8)
def _outlines(version: str, _opened: OpenBriefing) -> dict[str, Geometry]:  # noqa: ARG001 - the key
    provinces = load_page_provinces()
    found = {province_of(place, provinces) for place in _opened.index.marks.places}
    shapes = provinces.outlines(province_id for province_id in found if province_id)
    light = {province_id: light_geometry(shape) for province_id, shape in shapes.items()}
    return {province_id: geometry for province_id, geometry in light.items() if geometry}
