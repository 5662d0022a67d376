"""The program over the corpora: on raw text, and on given spans."""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dashboard.geoparsing import Geoparser, load_weights
from dashboard.model import Article, MentionKind, Zone, ZoneKind
from tests.evaluation.corpora import FOLDS
from tests.evaluation.scoring import Found, Score

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from spacy.language import Language

    from dashboard.gazetteer import Gazetteer
    from dashboard.geography import Atlas
    from dashboard.model import Place, Resolution
    from tests.evaluation.corpora import GoldDocument

ALL_KINDS = frozenset(MentionKind)
CONVENTIONS = {
    "lgl": ALL_KINDS - {MentionKind.PERSON_PART},
    "geowebnews": ALL_KINDS - {MentionKind.PERSON_PART},
    "geocorpora": ALL_KINDS - {MentionKind.PERSON_PART, MentionKind.DEMONYM},
    "wiktor": ALL_KINDS,
}
"""The kinds of mention that each corpus marks as places, which is what is scored."""


@dataclass(slots=True)
class Run:
    """The scores of one corpus, and what they cost."""

    documents: int = 0
    characters: int = 0
    seconds: float = 0.0
    raw: Score = field(default_factory=Score)
    """On raw text: recognition and end to end."""
    given: Score = field(default_factory=Score)
    """On the annotators' spans: resolution alone."""


@dataclass(frozen=True, slots=True)
class Parsers:
    """One parser a fold, each with weights that have not seen that fold."""

    by_fold: tuple[Geoparser, ...]

    def for_document(self, gold: GoldDocument) -> Geoparser:
        """Return the parser that has not seen a document or its outlet."""
        return self.by_fold[gold.fold]


def load_parsers(
    language: Language, gazetteer: Gazetteer, atlas: Atlas, *, models: Path
) -> Parsers:
    """Return the parsers with the weights of each fold."""
    return Parsers(
        tuple(
            Geoparser(
                language,
                gazetteer,
                atlas,
                weights=load_weights(models, fold=models / f"fold-{fold}"),
            )
            for fold in range(FOLDS)
        )
    )


def run_corpus(golds: Sequence[GoldDocument], parsers: Parsers, *, progress: bool) -> Run:
    """Return the scores over the documents of one corpus."""
    run = Run()
    for number, gold in enumerate(golds):
        parser = parsers.for_document(gold)
        article = article_of(gold)
        begun = time.process_time()
        seen = parser.see(article)
        resolutions = parser.tell(parser.resolve(seen))
        run.seconds += time.process_time() - begun
        run.documents += 1
        run.characters += len(gold.text)
        kinds = CONVENTIONS[gold.corpus]
        found = [_found(r.mention.start, r.mention.end, r.place) for r in _of(resolutions, kinds)]
        run.raw.add(gold.mentions, found)
        spans = [(mention.start, mention.end) for mention in gold.mentions]
        places = parser.resolve_spans(seen, spans)
        given = [_found(*span, place) for span, place in zip(spans, places, strict=True)]
        run.given.add(gold.mentions, given)
        if progress and number % 50 == 0:
            sys.stderr.write(f"\r{gold.corpus}: {number} of {len(golds)} ")
    return run


def article_of(gold: GoldDocument) -> Article:
    """Return a document as one body, as the corpora mark all of it."""
    zones = (Zone(0, len(gold.text), ZoneKind.BODY),)
    return Article(article_id="0" * 16, doc_id=gold.doc_id, text=gold.text, zones=zones)


def peak_memory_mb() -> float:
    """Return the most memory that this process has held."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def _of(resolutions: Sequence[Resolution], kinds: frozenset[MentionKind]) -> list[Resolution]:
    return [resolution for resolution in resolutions if resolution.mention.kind in kinds]


def _found(start: int, end: int, place: Place | None) -> Found:
    if place is None:
        return Found(start, end)
    return Found(start, end, place.lat, place.lon, place.geonameid, place.country)
