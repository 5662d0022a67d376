"""Files written aside and then renamed, so that nobody ever finds half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from dashboard.model import ExportError


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in full or not at all; raises `ExportError` with the remedy."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        msg = f"{path} cannot be written ({error.strerror}); choose a folder that you may write to."
        raise ExportError(msg) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(path)
    except OSError as error:
        msg = f"{path} could not be written ({error.strerror}); free some space, or choose another."
        raise ExportError(msg) from error
    finally:
        Path(name).unlink(missing_ok=True)
