"""Python's collector of unused values, kept away from millions of values that all stay."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGE = 500_000
"""Values. Looking through so many takes longer than the reader waits for a click."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Make many values that stay without the collector looking through them, now or later."""
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > LARGE:
            gc.freeze()
        gc.enable()
