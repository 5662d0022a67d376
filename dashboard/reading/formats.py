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
NO_ARTICLE = (
    "is a table or a map layer, not an article, and its columns are not those of UCDP GED, ACLED "
    "or GDELT; lay it over the map as a layer (Layers, Own layers), or, if its rows list incidents "
    "below headings such as Date and Place, save it as .txt. The documents that are read "
    f"are {READABLE}"
)
DATA_SUFFIXES = (".csv", ".tsv", ".tab", ".json", ".geojson", ".kml", ".gpx", ".xml")
# What is wrong with a file of this name that does not begin as such files do.
FALSE_NAMES = dict.fromkeys(DATA_SUFFIXES, NO_ARTICLE) | {
    ".pdf": "is named .pdf but is not a PDF, or a damaged one; save it anew and load that",
    ".docx": "is named .docx but is not a Word file, or a damaged one; save it anew and load that",
}
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
    if suffix in FALSE_NAMES:
        raise ReadingError(FALSE_NAMES[suffix])
    if suffix in HTML_SUFFIXES or HTML_START.match(start):
        return FileKind.WEB_PAGE
    return FileKind.TEXT


def _tell_package(raw: bytes) -> FileKind:
    # The names of a package's members stand in clear; the directory at its end lists them all.
    if raw[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument"):
        msg = "is an OpenDocument file; save it as .docx or .txt and load that"
        raise ReadingError(msg)
    if b"xl/workbook" in raw or b"ppt/presentation" in raw:
        msg = "is a workbook or a slide deck, not an article; save its text as .docx or .txt"
        raise ReadingError(msg)
    if b"word/document.xml" in raw or b"[Content_Types].xml" in raw:
        return FileKind.WORD
    msg = f"is an archive; unpack it and load the documents in it ({READABLE})"
    raise ReadingError(msg)
