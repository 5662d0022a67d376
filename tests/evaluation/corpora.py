"""Annotated corpora in a folder outside the project, one JSON object a line."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDS = 5
NAMES = ("lgl", "geowebnews", "geocorpora", "wiktor")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A place name that a person marked; without coordinates it counts in recognition only."""

    start: int
    end: int
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    country: str | None = None

    @property
    def is_located(self) -> bool:
        """Whether the annotators said where it is."""
        return self.lat is not None and self.lon is not None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text with its marked place names."""

    corpus: str
    doc_id: str
    text: str
    mentions: tuple[GoldMention, ...]
    fold: int
    """Documents of one outlet are in one fold, so that none is scored by its neighbours."""


def load_corpora(folder: Path, *, names: tuple[str, ...] = NAMES) -> dict[str, list[GoldDocument]]:
    """Return the corpora that are in the folder, by name."""
    return {
        name: _read_corpus(name, path.read_text(encoding="utf-8").split("\n"))
        for name in names
        if (path := folder / f"{name}.jsonl").is_file()
    }


def fold_of(outlet: str) -> int:
    """Return the fold of an outlet; it never changes with the order of the files."""
    return int(hashlib.sha256(outlet.encode()).hexdigest(), 16) % FOLDS


def _read_corpus(name: str, lines: list[str]) -> list[GoldDocument]:
    documents = []
    for line in filter(None, lines):
        record = json.loads(line)
        documents.append(
            GoldDocument(
                corpus=name,
                doc_id=str(record["doc_id"]),
                text=record["text"],
                mentions=_mentions(record["mentions"]),
                fold=fold_of(_outlet(record)),
            )
        )
    return documents


def _outlet(record: Mapping[str, Any]) -> str:
    """Return who published a document; one without an address stands for itself."""
    return record.get("domain") or urlsplit(record.get("url") or "").netloc or record["doc_id"]


def _mentions(records: list[dict[str, Any]]) -> tuple[GoldMention, ...]:
    """Return one mention a span, the located one where a span is marked twice."""
    found: dict[tuple[int, int], GoldMention] = {}
    for record in records:
        mention = GoldMention(
            start=record["start"],
            end=record["end"],
            lat=record.get("lat"),
            lon=record.get("lon"),
            geonameid=int(record["geonameid"]) if record.get("geonameid") else None,
            country=record.get("country"),
        )
        span = (mention.start, mention.end)
        if mention.end > mention.start and (span not in found or not found[span].is_located):
            found[span] = mention
    return tuple(found[span] for span in sorted(found))
