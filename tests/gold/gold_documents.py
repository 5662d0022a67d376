"""The gold documents, and what the product makes of them."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard.reading import read_document, read_text
from dashboard.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.model import Article
    from dashboard.pipeline import Tools

FOLDER = Path(__file__).parent
EVENTS = FOLDER / "events"
DIGEST = FOLDER / "digest_events.json"
NAMES = ("second", "third", "fourth", "fifth", "sixth", "seventh")
NAMES += ("eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth")
SETS = (EVENTS, *(p for name in NAMES for p in sorted(FOLDER.glob(f"{name}_set*.json"))), DIGEST)
"""All gold sets of events, in the order in which they were written."""
# A record of the command line or of the gold set, straight out of JSON.
Record = dict[str, Any]


def read_gold(path: Path) -> list[Record]:
    """Return the gold documents of a file, or of every file in a folder.

    A document that names a `file` gets the text of that seed article.
    """
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    docs = [doc for file in files for doc in json.loads(file.read_text(encoding="utf-8"))]
    return [{**doc, "text": read_seed(doc["file"]).text} if "file" in doc else doc for doc in docs]


def read_seed(file_name: str) -> Article:
    """Return an article that ships with the product."""
    path = Settings().seeds_dir / file_name
    return read_document(path.read_bytes(), file_name=file_name)


def read_records(path: Path) -> dict[str, Record]:
    """Return the records that `extract` wrote, by document."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {record["doc_id"]: record for record in map(json.loads, filter(None, lines))}


def code_documents(gold: Iterable[Record]) -> dict[str, Record]:
    """Return the records that the product makes of the gold documents' texts."""
    tools = load_product()
    return {doc["doc_id"]: read_record(article_of(doc), tools) for doc in gold}


@cache
def load_product() -> Tools:
    """Return the language model and the layers, loaded once for all tests."""
    from dashboard.pipeline import load_tools  # noqa: PLC0415 - loads the language model

    return load_tools(Settings())


def read_record(article: Article, tools: Tools) -> Record:
    """Return what the product reads out of one article, as the command line writes it."""
    from dashboard.exchange import document_record  # noqa: PLC0415 - loads the language model
    from dashboard.pipeline import make_briefing  # noqa: PLC0415

    return document_record(make_briefing([article], tools), article.article_id)


def article_of(doc: Record) -> Article:
    """Return a gold document as it is read; its text is that of a seed article or its own."""
    if "file" in doc:
        return read_seed(doc["file"])
    day = date.fromisoformat(doc["date"])
    return read_text(doc["text"], doc_id=doc["doc_id"], title=doc["title"], published=day)
