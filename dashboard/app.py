"""Streamlit's entry: settings of the page and the one error boundary; nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

# `streamlit run dashboard/app.py` puts this folder on the path, not the project's.
if (project := str(Path(__file__).resolve().parents[1])) not in sys.path:
    sys.path.insert(0, project)

import streamlit as st

from dashboard.views.boundary import page_stays_alive
from dashboard.views.page import show_page

st.set_page_config(page_title="Briefing map", layout="wide", initial_sidebar_state="collapsed")
with page_stays_alive():
    show_page()
