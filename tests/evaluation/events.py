"""Event coding over the corpora with events: MUC-4, UCDP headlines of Syria, NGEC stories."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard.coding.counting.quantities import read_number
from dashboard.coding.joining.likeness import distance_km
from dashboard.coding.what.crosswalk import load_crosswalk, ucdp_type_of
from dashboard.model import WIDE, EventType
from dashboard.pipeline import load_tools
from dashboard.reading import read_text
from dashboard.settings import Settings
from tests.evaluation.muc import (
    covers,
    is_country_right,
    is_place_right,
    pair_incidents,
    read_locations,
)
from tests.evaluation.muc_incidents import muc_type_of
from tests.evaluation.stated_deaths import is_count_of_day, read_stated_deaths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dashboard.model import Article, Event, Place, Resolution
    from dashboard.pipeline import Tools

Row = dict[str, Any]
NEAR_KM = 25
PLOVER_TYPES = {
    "ASSAULT": {EventType.BATTLES, EventType.EXPLOSIONS, EventType.CIVILIANS},
    "PROTEST": {EventType.PROTESTS, EventType.RIOTS},
}


@dataclass(slots=True)
class Tally:
    """Counts of one corpus."""

    right: Counter[str] = field(default_factory=Counter)
    judged: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, *, is_right: bool) -> None:
        """Count one judgement."""
        self.judged[name] += 1
        self.right[name] += is_right

    def shares(self) -> dict[str, Any]:
        """Return the share that is right, and of how many."""
        return {
            name: {"share": round(self.right[name] / number, 3), "of": number}
            for name, number in self.judged.items()
        }


def evaluate_events(corpora_dir: Path, *, every: int = 5) -> dict[str, Any]:
    """Return the figures of each corpus that is there, on every n-th of its documents."""
    tools = load_tools(Settings())
    judges: dict[str, Callable[[Path, Tools, int], dict[str, Any]]] = {
        "muc4_events": _score_muc,
        "ucdp_syria_headlines": _score_ucdp,
        "ngec_synthetic": _score_ngec,
    }
    files = {name: corpora_dir / f"{name}.jsonl" for name in judges}
    return {name: judges[name](f, tools, every) for name, f in files.items() if f.is_file()}


def _code(
    path: Path, tools: Tools, every: int, cost: Counter[str]
) -> Iterator[tuple[Row, Article, tuple[Resolution, ...], tuple[Event, ...]]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines[::every]:
        row = json.loads(line)
        article = read_text(row["text"], doc_id=row["doc_id"])
        resolutions = tools.geoparser.parse(article)
        start = time.process_time_ns()
        events = tools.coder.code(article, resolutions)
        cost["ns"] += time.process_time_ns() - start
        cost["characters"] += len(article.text)
        yield row, article, resolutions, events


def _speed(cost: Counter[str]) -> dict[str, int]:
    return {"characters_per_cpu_second": round(cost["characters"] / max(1, cost["ns"]) * 1e9)}


def _score_muc(path: Path, tools: Tools, every: int) -> dict[str, Any]:
    """Score incident types by document, then date and finest place of those matched."""
    hits, extra, missed = 0, 0, 0
    tally, by_type, cost = Tally(), Tally(), Counter[str]()
    for row, article, _, events in _code(path, tools, every, cost):
        coded: dict[str, list[Event]] = {}
        for event in events:
            kind = muc_type_of(event, article)
            if kind is not None:
                coded.setdefault(kind, []).append(event)
        wanted = {e["type"] for e in row["events"] if not e["optional"]}
        allowed = wanted | {e["type"] for e in row["events"]}
        hits += len(wanted & coded.keys())
        missed += len(wanted - coded.keys())
        extra += len(coded.keys() - allowed)
        for kind, found in coded.items():
            golds = [g for g in row["events"] if g["type"] == kind and not g["optional"]]
            for gold, event in pair_incidents(golds, found, tools.country_name):
                _judge_incident(gold, [event], tally, tools)
            for gold in golds:
                _judge_incident(gold, found, by_type, tools)
    precision, recall = hits / max(1, hits + extra), hits / max(1, hits + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    figures = {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}
    return {
        "type": figures,
        **tally.shares(),
        "every incident of a type found, against all events of the type": by_type.shares(),
        **_speed(cost),
    }


def _judge_incident(gold: Row, events: Sequence[Event], tally: Tally, tools: Tools) -> None:
    """Judge date and place, by the one event that stands for the incident or by all of its type."""
    days = gold["dates"]
    # "- 03 JAN 90" says no more than that it was before the report.
    if days and not gold["date_raw"].startswith("-"):
        tally.add("date", is_right=any(covers(e, days) for e in events))
    chains = read_locations(gold["location_raw"] or "")
    if not chains:
        return
    tally.add("country", is_right=is_country_right(chains, events, tools.country_name))
    is_right = is_place_right(chains, events, tools.country_name)
    tally.add("finest place", is_right=is_right)
    if all(len(chain) > 1 for chain in chains):
        tally.add("finest place, keys finer than a country", is_right=is_right)


def _score_ucdp(path: Path, tools: Tools, every: int) -> dict[str, Any]:
    """Score type of violence where the headline tells the sides, and deaths where it says them."""
    tally, cost = Tally(), Counter[str]()
    told_before: set[str] = set()  # one headline stands behind up to ten rows
    for row, article, names, events in _code(path, tools, every, cost):
        _judge_spot(row["events"][0], names, events, tally)
        tally.add("coded", is_right=bool(events))
        _judge_type(row, article, [e for e in events if e.status.is_incident], tally)
        if article.text not in told_before:
            _judge_deaths(article.text, events, tally)
        told_before.add(article.text)
    return {**tally.shares(), **_speed(cost)}


def _judge_type(row: Row, article: Article, events: Sequence[Event], tally: Tally) -> None:
    """
    Judge the type of the event that stands for the row: that with most of its place and deaths.

    Counts of a day stand apart, as for deaths: the row is one of the many events that they sum up.
    """
    gold, crosswalk = row["events"][0], load_crosswalk()
    best = max((_agreement(e, gold) for e in events), default=0)
    told = [ucdp_type_of(e, crosswalk) for e in events if _agreement(e, gold) == best]
    kinds = Counter(kind for kind in told if kind is not None)
    if kinds:
        of_what = "counts of a day" if is_count_of_day(article.text) else "single events"
        is_right = kinds.most_common(1)[0][0] == gold["type"]
        tally.add(f"type where the sides are told, {of_what}", is_right=is_right)


def _agreement(event: Event, gold: Row) -> int:
    is_near = any(_is_near(p.place, gold) for p in event.places)
    return is_near + (gold["best"] > 0 and gold["best"] in {event.killed.low, event.killed.high})


def _judge_deaths(headline: str, events: Sequence[Event], tally: Tally) -> None:
    """
    Judge whether the one number of dead that a headline states is that of an event.

    One that is kept in words, because it counts the dead of several events, is only counted.
    """
    stated = read_stated_deaths(headline)
    if len(stated) != 1:
        return
    is_right = bool(stated & {n for e in events for n in (e.killed.low, e.killed.high)})
    is_day = is_count_of_day(headline)
    if not is_right and any(_is_kept_in_words(e, stated) for e in events):
        tally.add("deaths of several events, kept in words", is_right=True)
        return
    tally.add(
        f"deaths as stated, {'counts of a day' if is_day else 'single events'}", is_right=is_right
    )


def _is_kept_in_words(event: Event, stated: frozenset[int]) -> bool:
    is_open = event.killed.low is None and event.killed.high is None
    words = re.findall(r"\w[\w,]*", event.killed.text or "")
    return is_open and bool(stated & {read_number(word) for word in words})


def _judge_spot(
    gold: Row, names: Sequence[Resolution], events: Sequence[Event], tally: Tally
) -> None:
    """Judge whether an event is put within 25 km, as the representative points tell."""
    placed = [p.place for e in events for p in e.places]
    named = [r.place for r in names if r.place is not None and r.place.precision not in WIDE]
    is_right = any(_is_near(place, gold) for place in placed)
    tally.add("place within 25 km, all headlines", is_right=is_right)
    if named:
        tally.add("place within 25 km, headlines that name one", is_right=is_right)
    if any(_is_near(place, gold) for place in named):
        tally.add("place within 25 km, headlines that name it", is_right=is_right)


def _is_near(place: Place, gold: Row) -> bool:
    spot = replace(place, lat=gold["lat"], lon=gold["lon"])
    return distance_km(place, spot) <= NEAR_KM


def _score_ngec(path: Path, tools: Tools, every: int) -> dict[str, Any]:
    """Score whether a story of a mapped PLOVER type has its ACLED type among those coded."""
    tally, cost = Tally(), Counter[str]()
    for row, _, _, events in _code(path, tools, every, cost):
        for gold in row["events"]:
            types = PLOVER_TYPES.get(gold["type"])
            if types is not None:
                is_right = any(e.type in types for e in events)
                tally.add(f"{gold['type']} {gold['mode']}".strip(), is_right=is_right)
                tally.add(gold["type"], is_right=is_right)
    return {**tally.shares(), **_speed(cost)}


def main() -> int:
    """Print the figures of the corpora in the folder that `BRIEFING_CORPORA` names."""
    folder = os.environ.get("BRIEFING_CORPORA")
    if not folder or not Path(folder).is_dir():
        sys.stderr.write("Set BRIEFING_CORPORA to the folder with muc4_events.jsonl and others.\n")
        return 2
    sys.stdout.write(json.dumps(evaluate_events(Path(folder)), indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
