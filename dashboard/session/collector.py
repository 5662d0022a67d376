"""Python's collector of unused values, kept away from the many values that all stay."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGE = 500_000
"""Values. Looking through so many once takes longer than what could be thrown away is worth."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """
    Make values that stay without the collector looking through them, now or later.

    Streamlit has it look through everything after each run of a page, so that even a small table
    would cost each click of everybody some hundredth of a second.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] <= LARGE:
            gc.collect()
        gc.freeze()
        if was_on:
            gc.enable()
