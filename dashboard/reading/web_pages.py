"""The article inside a saved web page. Scripts, frames and menus are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import trafilatura

from dashboard.model import Notice, NoticeLevel, ReadingError, ZoneKind
from dashboard.reading.dates import find_date
from dashboard.reading.extract import Extract, join_blocks
from dashboard.reading.tables import row_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

LEFT_OUT = "Only the article was taken from the web page; menus, scripts and frames were left out."
CONTAINERS = frozenset({"body", "list", "quote", "div"})


def read_web_page(raw: bytes) -> Extract:
    """Take the article and its metadata out of HTML; raises `ReadingError` if there is none."""
    page = trafilatura.bare_extraction(
        raw,
        with_metadata=True,
        favor_recall=True,
        include_comments=False,
        # Only what the page states: any year in the text would be made into its date.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        msg = "holds no article text; save the article's own page, or paste its text"
        raise ReadingError(msg)
    blocks = list(_blocks(page.body))
    if page.title and page.title not in (text for text, _ in blocks[:3]):
        blocks.insert(0, (page.title, ZoneKind.TITLE))
    text, known = join_blocks(blocks)
    found = find_date(page.date or "")
    return Extract(
        text=text,
        known=known,
        title=page.title,
        author=page.author,
        published=found.day if found else None,
        outlet=page.sitename,
        source_url=page.url,
        notices=(Notice(NoticeLevel.INFO, LEFT_OUT),),
    )


def _blocks(element: _Element) -> Iterator[tuple[str, ZoneKind | None]]:
    """Yield the paragraphs and headings of what trafilatura found, in the order of the page."""
    for child in element:
        if child.tag == "table":
            rows = [["".join(cell.itertext()) for cell in row] for row in child.iter("row")]
            yield from row_blocks(rows)
        elif child.tag in CONTAINERS:
            yield _words(child.text or ""), None
            yield from _blocks(child)
        else:
            kind = ZoneKind.HEADING if child.tag == "head" else None
            yield _words("".join(child.itertext())), kind
        yield _words(child.tail or ""), None


def _words(text: str) -> str:
    return " ".join(text.split())
