"""The one place where errors end: a sentence for the reader, the details in the log."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.model import BriefingError

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOG = logging.getLogger("dashboard")


@contextmanager
def page_stays_alive() -> Iterator[None]:
    """Show an error as a sentence and let the rest of the page go on."""
    try:
        yield
    except BriefingError as error:
        _say(str(error))
    except Exception:  # noqa: BLE001 - the outermost edge: no traceback may reach the reader
        _LOG.exception("A part of the page failed")
        _say(
            "Something went wrong in this part of the page. Your documents are untouched; reload "
            "the page to go on. The details are in the window where the dashboard was started."
        )


def _say(sentence: str) -> None:
    with st.container(key="fault"):
        st.text(sentence)
