"""What is loaded once for everybody: settings, models, layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.pipeline import Tools, load_tools
from dashboard.session.collector import collector_at_rest
from dashboard.settings import Settings

if TYPE_CHECKING:
    from dashboard.slides.studio import Studio


@st.cache_resource(show_spinner=False)
def load_settings() -> Settings:
    """Return the settings of this deployment."""
    return Settings()


@st.cache_resource(show_spinner=False)
def load_page_tools() -> Tools:
    """Return language model, gazetteer and atlas, loaded once for everybody."""
    with collector_at_rest():
        return load_tools(load_settings())


@st.cache_resource(show_spinner="Loading the layers for slides")
def load_page_studio() -> Studio:
    """Return what slides are drawn from, loaded when the first one is asked for."""
    from dashboard.slides.studio import load_studio  # noqa: PLC0415 - loads matplotlib

    settings = load_settings()
    return load_studio(settings.data_dir, settings.static_dir, load_page_tools())
