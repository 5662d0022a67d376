"""Which kind of file some bytes are, told by what they begin with and only then by the name."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from dashboard.model import ReadingError

READABLE = "txt, md, html, pdf and docx"
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".mhtml"})
TEXT_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".text", ""})
SUFFIXES = HTML_SUFFIXES | TEXT_SUFFIXES | {".pdf", ".docx"}
HTML_START = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
START_BYTES = 2_000
REFUSED = (
    (b"\xd0\xcf\x11\xe0", "is an old Word or Office file (.doc); save it as .docx and load that"),
    (b"{\\rtf", "is a rich-text file (.rtf); save it as .docx or plain text and load that"),
    (b"\x89PNG", "is a picture; load the article's text, not a picture of it"),
    (b"\xff\xd8\xff", "is a picture; load the article's text, not a picture of it"),
    (b"GIF8", "is a picture; load the article's text, not a picture of it"),
    (b"\x7fELF", "is a program, not a document"),
    (b"MZ\x90", "is a program, not a document"),
)


class FileKind(StrEnum):
    """The kinds of document that can be read."""

    TEXT = "plain text"
    WEB_PAGE = "web page"
    PDF = "PDF"
    WORD = "Word file"


def tell_format(raw: bytes, *, file_name: str) -> FileKind:
    """Return the kind of a document; raises `ReadingError` for a kind that cannot be read."""
    start = raw[:START_BYTES]
    for mark, words in REFUSED:
        if start.startswith(mark):
            raise ReadingError(words)
    if b"%PDF-" in start[:1024]:
        return FileKind.PDF
    if start.startswith(b"PK\x03\x04"):
        return _tell_package(raw)
    suffix = PurePath(file_name).suffix.lower()
    if suffix == ".pdf":
        msg = "is named .pdf but is not a PDF, or a damaged one; save it anew and load that"
        raise ReadingError(msg)
    if suffix == ".docx":
        msg = "is named .docx but is not a Word file, or a damaged one; save it anew and load that"
        raise ReadingError(msg)
    if suffix in HTML_SUFFIXES or HTML_START.match(start):
        return FileKind.WEB_PAGE
    return FileKind.TEXT


def _tell_package(raw: bytes) -> FileKind:
    # The names of a package's members stand in clear; the directory at its end lists them all.
    if b"word/document.xml" in raw or b"[Content_Types].xml" in raw:
        return FileKind.WORD
    msg = f"is an archive; unpack it and load the documents in it ({READABLE})"
    raise ReadingError(msg)
