"""Score the places drawn from documents against lists of what should and should not be drawn.

    python -m tests.gold.score_places
    python -m tests.gold.score_places --gold tests/gold/places_paragraphs.json

Every name in the list is looked for in the parts of the document that are read (title, headings,
body), longest names first, so that "southern Kyrgyzstan" is not also counted as "Kyrgyzstan".
`exceptions` are words in which a name is used otherwise. Precision is the share of drawn mentions
that are right; recall the share of occurrences to be drawn that are drawn right.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geopy.distance import great_circle

from dashboard.gazetteer.folding import fold
from tests.gold.gold_documents import Record, article_of, load_product, read_record, read_seed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.model import Article

PLACES = Path(__file__).with_name("digest_places.json")
PARAGRAPHS = Path(__file__).with_name("places_paragraphs.json")
KEPT_ASIDE = Path(__file__).with_name("places_kept_aside.json")
FIFTH = Path(__file__).with_name("fifth_places.json")
SIXTH = Path(__file__).with_name("sixth_places.json")
EIGHTH = Path(__file__).with_name("eighth_places.json")
NEAR_KM, NEAR_AREA_KM = 30, 150
"""How far a town and the middle of an area may lie from where a list, from memory, has them."""
NAME_END = r"(?!\w)"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One use of a listed name: `drawn` is yes, no or either."""

    start: int
    end: int
    drawn: str
    row: Record


def main() -> int:
    """Read the documents with the product, score them, print JSON."""
    parser = argparse.ArgumentParser(description="Score the places that the product draws.")
    parser.add_argument("--gold", type=Path, default=PLACES, help="a list for each document")
    chosen = parser.parse_args().gold
    sys.stdout.write(json.dumps(score_file(chosen), indent=1, ensure_ascii=False) + "\n")
    return 0


def score_file(path: Path) -> Record:
    """Return the scores of all documents of a file together, and what is wrong in each."""
    gold = read_places(path)
    scored = []
    for each in gold if isinstance(gold, list) else [gold]:
        article = read_gold_article(each)
        result = score_places(each, article, read_record(article, load_product()))
        scored.append((each.get("doc_id", each.get("document")), result))
    drawn, wanted = (sum(result[key] for _, result in scored) for key in ("drawn", "to_draw"))
    faults = {
        key: [f"{doc}: {fault}" for doc, result in scored for fault in result[key]]
        for key in ("wrong", "lost")
    }
    return {
        "documents": len(scored),
        "drawn": drawn,
        "to_draw": wanted,
        "precision": round(1 - len(faults["wrong"]) / drawn, 3) if drawn else 0.0,
        "recall": round(1 - len(faults["lost"]) / wanted, 3) if wanted else 0.0,
        **faults,
    }


def read_places(path: Path) -> Record | list[Record]:
    """Return the lists of a file: of one seed document, or of several with their texts."""
    gold: Record | list[Record] = json.loads(path.read_text(encoding="utf-8"))
    return gold


def read_gold_article(gold: Record) -> Article:
    """Return the document that a list is about."""
    if "document" in gold:
        return read_seed(gold["document"])
    return article_of(gold)


def score_places(gold: Record, article: Article, record: Record) -> Record:
    """Return precision, recall and what is wrong, in words."""
    occurrences = tuple(find_occurrences(gold, article))
    drawn = [mention for mention in record["mentions"] if mention["drawn"]]
    wrong = [fault for mention in drawn if (fault := _fault_of(mention, occurrences))]
    wanted = [each for each in occurrences if each.drawn == "yes"]
    lost = [each for each in wanted if not any(_is_right(m, each) for m in drawn)]
    return {
        "drawn": len(drawn),
        "to_draw": len(wanted),
        "precision": round(1 - len(wrong) / len(drawn), 3) if drawn else 0.0,
        "recall": round(1 - len(lost) / len(wanted), 3) if wanted else 0.0,
        "wrong": wrong,
        "lost": [_around(article, each) for each in lost],
    }


def find_occurrences(gold: Record, article: Article) -> Iterator[Occurrence]:
    """Yield every use of a listed name where the document is read, none inside another."""
    read = [zone for zone in article.zones if zone.kind.is_read]
    excepted = [
        (at, each) for each in gold.get("exceptions", ()) for at in _find(each["words"], article)
    ]
    taken: list[tuple[int, int]] = []
    rows = [(kind, row) for kind in ("drawn", "either", "not_drawn") for row in gold[kind]]
    for kind, row in sorted(rows, key=lambda each: -len(each[1]["surface"])):
        for start, end in _find(row["surface"], article):
            if any(a < end and start < b for a, b in taken):
                continue
            taken.append((start, end))
            if not any(zone.start <= start < zone.end for zone in read):
                continue
            usual = {"drawn": "yes", "either": "either", "not_drawn": "no"}[kind]
            other = (each["drawn"] for (a, b), each in excepted if a <= start and end <= b)
            yield Occurrence(start, end, next(other, usual), row)


def _find(words: str, article: Article) -> list[tuple[int, int]]:
    form = rf"(?<!\w){re.escape(words)}{NAME_END}"
    return [match.span() for match in re.finditer(form, article.text)]


def _fault_of(mention: Record, occurrences: Sequence[Occurrence]) -> str | None:
    """Return what is wrong with a drawn mention, `None` if nothing is."""
    meant = [o for o in occurrences if o.start < mention["end"] and mention["start"] < o.end]
    shown = f"'{mention['surface']}' at {mention['start']} as {mention['name']}"
    if not meant:
        return f"{shown}: no place stands there"
    if any(each.drawn != "no" and _is_right(mention, each) for each in meant):
        return None
    return f"{shown}: {meant[0].row['why']}"


def _is_right(mention: Record, occurrence: Occurrence) -> bool:
    row = occurrence.row
    if not (occurrence.start < mention["end"] and mention["start"] < occurrence.end):
        return False
    name = fold(mention["name"])
    is_named = any(fold(each) in name for each in row.get("names", ())) or _is_near(mention, row)
    is_placed = set(row.get("countries", mention["countries"])) == set(mention["countries"])
    return is_named and is_placed and mention["precision"] in row.get("precision", ())


def _is_near(mention: Record, row: Record) -> bool:
    """Whether it is drawn where the list says, if it says so: names are spelled in many ways."""
    spot = row.get("coordinates")
    if spot is None or mention.get("lat") is None:
        return False
    near = NEAR_KM if mention["precision"] == "point" else NEAR_AREA_KM
    return bool(great_circle(spot, (mention["lat"], mention["lon"])).km <= near)


def _around(article: Article, occurrence: Occurrence) -> str:
    words = article.text[max(0, occurrence.start - 30) : occurrence.end + 20]
    return f"'{words}': {occurrence.row['why']}"


if __name__ == "__main__":
    sys.exit(main())
