"""Text of Word files (.docx), refused if they unpack to more than an article could need."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - an exception named in lower case

from docx import Document
from docx.opc.exceptions import OpcError
from docx.table import Table
from lxml.etree import LxmlError

from dashboard.model import ReadingError, ZoneKind
from dashboard.reading.extract import Extract, join_blocks, stated_author, stated_title
from dashboard.reading.tables import row_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.table import _Row

BROKEN = "is a damaged Word file; open it in Word, save it anew and load that"
BOMB = "unpacks to far more than a Word file holds; it was not opened. Paste its text instead"
ENTITIES = "refers to outside entities, which no Word file needs; it was not opened. Paste its text"
MOST_UNPACKED_BYTES = 200_000_000
MOST_MEMBERS = 5_000
# Text packs to a twentieth; what packs to less than a two-hundredth is padding.
MOST_RATIO = 200
SMALL_BYTES = 5_000_000
CHUNK_BYTES = 1_000_000
STYLES = {"Title": ZoneKind.TITLE, "Caption": ZoneKind.CAPTION}


def read_word(raw: bytes) -> Extract:
    """Take text, headings and metadata out of a Word file; raises `ReadingError`."""
    check_package(raw)
    try:
        document = Document(BytesIO(raw))
        blocks = list(_blocks(document))
        properties = document.core_properties
        title, author = stated_title(properties.title), stated_author(properties.author)
        created = properties.created
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError) as error:
        # python-docx raises these on packages without the parts that Word writes.
        raise ReadingError(BROKEN) from error
    text, known = join_blocks(blocks)
    published = created.date() if created else None
    return Extract(text, known, title=title, author=author, published=published)


def check_package(raw: bytes) -> None:
    """Raise `ReadingError` for a package that is broken, a bomb, or refers to outside entities."""
    try:
        with ZipFile(BytesIO(raw)) as package:
            members = package.infolist()
            declared = sum(member.file_size for member in members)
            if len(members) > MOST_MEMBERS or _is_too_much(declared, len(raw)):
                raise ReadingError(BOMB)
            _unpack(package, members, packed=len(raw))
    except (BadZipFile, ZlibError, NotImplementedError, RuntimeError, EOFError) as error:
        raise ReadingError(BROKEN) from error


def _unpack(package: ZipFile, members: list[ZipInfo], *, packed: int) -> None:
    """Count what truly comes out, whatever the package declares, and look at its XML."""
    unpacked = 0
    for member in members:
        is_xml = member.filename.endswith((".xml", ".rels"))
        before = b""
        with package.open(member) as stream:
            while chunk := stream.read(CHUNK_BYTES):
                unpacked += len(chunk)
                if _is_too_much(unpacked, packed):
                    raise ReadingError(BOMB)
                joined = (before + chunk).replace(b"\0", b"")
                if is_xml and (b"<!DOCTYPE" in joined or b"<!ENTITY" in joined):
                    raise ReadingError(ENTITIES)
                before = chunk[-20:]


def _is_too_much(unpacked: int, packed: int) -> bool:
    padded = unpacked > SMALL_BYTES and unpacked > MOST_RATIO * packed
    return padded or unpacked > MOST_UNPACKED_BYTES


def _blocks(document: WordDocument) -> Iterator[tuple[str, ZoneKind | None]]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from row_blocks([list(_cells(row)) for row in part.rows])
            continue
        style = part.style.name if part.style is not None else None
        kind = STYLES.get(style or "")
        if kind is None and (style or "").startswith("Heading"):
            kind = ZoneKind.HEADING
        yield part.text.strip(), kind


def _cells(row: _Row) -> Iterator[str]:
    """Yield the words of a row's cells; one that spans columns is listed for each, read once."""
    last = None
    for cell in row.cells:
        yield "" if cell._tc is last else cell.text  # noqa: SLF001 - nothing else tells that it spans
        last = cell._tc  # noqa: SLF001
