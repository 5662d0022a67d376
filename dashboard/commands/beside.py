"""A second process that gets ready while this one works, on machines that have two cores."""

from __future__ import annotations

import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

from dashboard.model import ExportError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Result = TypeVar("Result")


@contextmanager
def begin_beside(prepare: Callable[[], object]) -> Iterator[ProcessPoolExecutor]:
    """
    Begin to `prepare` in a second process; what is submitted later finds there what was loaded.

    What `prepare` raises is not told: the work that needs it raises the same. Raises `ExportError`
    when the system stops the second process.
    """
    # Started anew, not forked: the same on every system, and no half-held lock is copied.
    with ProcessPoolExecutor(
        1, mp_context=get_context("spawn"), initializer=_stop_without_words
    ) as beside:
        beside.submit(prepare)
        try:
            yield beside
        except BrokenProcessPool as error:
            msg = (
                "the system stopped the drawing, perhaps for want of memory; close other "
                "programs and try again"
            )
            raise ExportError(msg) from error


def _stop_without_words() -> None:
    """Let Ctrl-C end the second process at once; the first one says so."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
