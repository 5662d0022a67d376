"""Scores of recognition, resolution and both together, strict: what is missed counts as wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geopy.distance import great_circle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.evaluation.corpora import GoldMention

NEAR_KM = 161
"""100 miles, the distance of the published figures (Gritta et al. 2018)."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place name as the program found it."""

    start: int
    end: int
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    country: str | None = None


@dataclass(slots=True)
class Counts:
    """Right, found and wanted, added up over documents."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def as_scores(self) -> dict[str, float]:
        """Return precision, recall and F1."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4)}


@dataclass(slots=True)
class Score:
    """All counts of one corpus."""

    exact: Counts = field(default_factory=Counts)
    overlap: Counts = field(default_factory=Counts)
    end_to_end: Counts = field(default_factory=Counts)
    near: Counts = field(default_factory=Counts)
    """Within 161 km, over all located gold mentions."""
    geonameid: Counts = field(default_factory=Counts)
    country: Counts = field(default_factory=Counts)

    def add(self, gold: Sequence[GoldMention], found: Sequence[Found]) -> None:
        """Count one document."""
        pairs = match_spans(gold, found)
        spans = {(mention.start, mention.end) for mention in gold}
        _add(self.exact, sum((f.start, f.end) in spans for f in found), len(found), len(gold))
        _add(self.overlap, len(pairs), len(found), len(gold))
        located = sum(mention.is_located for mention in gold)
        right = [(gold[g], found[f]) for g, f in pairs if gold[g].is_located]
        near = sum(is_near(g, f) for g, f in right)
        unlocated = {f for g, f in pairs if not gold[g].is_located}
        placed = sum(f.lat is not None and n not in unlocated for n, f in enumerate(found))
        _add(self.end_to_end, near, placed, located)
        _add(self.near, near, located, located)
        by_id = [(g, f) for g, f in right if g.geonameid is not None]
        _add(
            self.geonameid,
            sum(g.geonameid == f.geonameid for g, f in by_id),
            sum(f.geonameid is not None for _, f in by_id),
            sum(g.geonameid is not None for g in gold),
        )
        by_country = [(g, f) for g, f in right if g.country and f.country]
        same = sum(g.country == f.country for g, f in by_country)
        _add(self.country, same, len(by_country), sum(g.country is not None for g in gold))


def match_spans(gold: Sequence[GoldMention], found: Sequence[Found]) -> list[tuple[int, int]]:
    """Return pairs of overlapping mentions, one to one, the best overlap first."""
    choices = []
    for g, wanted in enumerate(gold):
        for f, got in enumerate(found):
            shared = min(wanted.end, got.end) - max(wanted.start, got.start)
            if shared > 0:
                whole = max(wanted.end, got.end) - min(wanted.start, got.start)
                choices.append((-shared / whole, wanted.start, got.start, g, f))
    pairs: list[tuple[int, int]] = []
    for *_, g, f in sorted(choices):
        if all(g != other and f != taken for other, taken in pairs):
            pairs.append((g, f))
    return pairs


def is_near(gold: GoldMention, found: Found) -> bool:
    """Whether a place was put within 161 km of where the annotators put it."""
    if found.lat is None or found.lon is None:
        return False
    away = great_circle((gold.lat, gold.lon), (found.lat, found.lon)).km
    return bool(away <= NEAR_KM)


def _add(counts: Counts, right: int, found: int, wanted: int) -> None:
    counts.right += right
    counts.found += found
    counts.wanted += wanted
