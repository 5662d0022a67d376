"""Files written aside and then renamed, so that nobody ever finds half of one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO

from dashboard.model import ExportError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def write_whole(
    path: Path, content: bytes, *, opener: Callable[[Path], BinaryIO] = lambda p: p.open("xb")
) -> None:
    """Write a file in full or not at all; raises `ExportError` with the remedy."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with opener(aside) as stream:
            stream.write(content)
        aside.replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        msg = f"{path} could not be written ({reason}); choose a folder with room that you may use."
        raise ExportError(msg) from error
    finally:
        aside.unlink(missing_ok=True)
