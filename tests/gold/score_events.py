"""Score coded events against the gold set, by the rules below; print the result as JSON.

    python -m tests.gold.score_events                    codes the gold set and scores it
    python -m tests.gold.score_events PREDICTIONS.jsonl  scores what `extract` wrote

A coded event matches a gold one if it has an accepted type and one of its evidence sentences
overlaps the sentence that holds the gold trigger; each matches once. An optional gold event may be
coded or left out, but if it is coded then with the right status. Every other coded event is a
false alarm. Values are judged on matched events that are not optional. An invented value is one
where the gold says "not stated".

Actors are judged where the gold lists some (targets, where it lists a target): a coded actor is one
of them if the word that heads either name stands in the other; the role is judged of those found.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.gold.gold_documents import EVENTS, Record, code_documents, read_gold, read_records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

FIELDS = ("sub_type", "date", "place", "status", "killed", "injured", "attribution")
INVENTABLE = ("date", "place", "killed", "injured", "attribution")
HEADED = re.compile(
    r"\s+(?:of|on|in|from|with|near|at|for|and|who|loyal|allied|linked|belonging|inside|aboard)\b.*"
)
NO_TOLL = {"low": None, "high": None}
BREAK = re.compile(r"(?<=[.!?])[\"”’']*\s+(?=[\"“‘']*[A-Z0-9])|\n+")
ABBREVIATION = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Gen|Col|Lt|Capt|Mr|Mrs|Dr|St|No|U\.S|U\.N)\.$"
)


@dataclass(slots=True)
class Tally:
    """What was found in the documents scored so far."""

    matched: int = 0
    missed: int = 0
    false_alarms: int = 0
    right: Counter[str] = field(default_factory=Counter)
    judged: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    actors: Counter[str] = field(default_factory=Counter)
    """Those `listed` in the gold, `found` of them, found in their `role`; `coded`, and `meant`."""
    faults: list[str] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> int:
    """Score and print."""
    parser = argparse.ArgumentParser(description="Score coded events against the gold set.")
    parser.add_argument("predictions", nargs="?", type=Path, help="what `extract` wrote (jsonl)")
    parser.add_argument("--gold", type=Path, default=EVENTS, help="folder or file of gold")
    parser.add_argument("--faults", action="store_true", help="list what is wrong, in words")
    options = parser.parse_args(arguments)
    gold = read_gold(options.gold)
    records = read_records(options.predictions) if options.predictions else code_documents(gold)
    result = score(gold, records)
    if not options.faults:
        del result["faults"]
    sys.stdout.write(json.dumps(result, indent=1, ensure_ascii=False) + "\n")
    return 0


def score(gold: Iterable[Record], records: Mapping[str, Record]) -> Record:
    """Return precision, recall and F1 of events, accuracy of each value, and invented values."""
    tally = Tally()
    for doc in gold:
        score_document(doc, records.get(doc["doc_id"], {"events": [], "mentions": []}), tally)
    precision = _share(tally.matched, tally.matched + tally.false_alarms)
    recall = _share(tally.matched, tally.matched + tally.missed)
    return {
        "events": tally.matched + tally.missed,
        "precision": precision,
        "recall": recall,
        "f1": _share(2 * precision * recall, precision + recall),
        **{name: _share(tally.right[name], tally.judged[name]) for name in FIELDS},
        "actor_precision": _share(tally.actors["meant"], tally.actors["coded"]),
        "actor_recall": _share(tally.actors["found"], tally.actors["listed"]),
        "actor_role": _share(tally.actors["role"], tally.actors["found"]),
        "invented_values": tally.invented.total(),
        "invented": dict(tally.invented),
        "faults": tally.faults,
    }


def score_document(doc: Record, record: Record, tally: Tally) -> None:
    """Add one document to the tally."""
    events, coded = doc["events"], record["events"]
    pairs = match(doc, record)
    for at, event in enumerate(events):
        if at in pairs:
            _judge(doc, event, coded[pairs[at]], record["mentions"], tally)
        elif not event["optional"]:
            tally.missed += 1
            tally.faults.append(f"{doc['doc_id']}: missed {event['type']} '{event['trigger']}'")
    for at, found in enumerate(coded):
        if at not in pairs.values():
            tally.false_alarms += 1
            words = _words_of(found, doc["text"])
            tally.faults.append(
                f"{doc['doc_id']}: false alarm {found['type']} ({found['status']}) in '{words}'"
            )


def match(doc: Record, record: Record) -> dict[int, int]:
    """Return which coded event stands for which gold one; the closest pairs are taken first."""
    sentences = split_sentences(doc["text"])
    candidates = []
    for i, event in enumerate(doc["events"]):
        start = doc["text"].index(event["trigger"])
        sentence = next(s for s in sentences if s[0] <= start < s[1])
        for j, found in enumerate(record["events"]):
            if _is_possible(event, found, sentence):
                closeness = _closeness(doc, event, found, record["mentions"])
                candidates.append((-closeness, i, j))
    pairs: dict[int, int] = {}
    for _, i, j in sorted(candidates):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the sentences as half-open runs of characters that cover the text."""
    cuts = [m for m in BREAK.finditer(text) if not ABBREVIATION.search(text[: m.start()])]
    starts = [0, *(m.end() for m in cuts)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def is_place_right(event: Record, found: Record, mentions: Sequence[Record]) -> bool:
    """Whether a place coded bears an accepted name and lies in the right country.

    `None` among the accepted names means that coding no place is right.
    """
    accepted = event["places"] or [None]
    if not found["places"]:
        return None in accepted
    wanted = [_fold(name) for name in accepted if name]
    for place in found["places"]:
        mention = mentions[place["mention"]] if place.get("mention") is not None else {}
        names = [_fold(name) for name in (place["name"], mention.get("surface", ""))]
        countries = {place["country"], *mention.get("countries", ())}
        named = any(want in name or name in want for want in wanted for name in names if name)
        if named and event["country"] in {None, *countries}:
            return True
    return False


def is_date_right(event: Record, found: Record) -> bool:
    """Whether the interval coded is one of those accepted; `None` is "not stated"."""
    return _date_of(found) in event["dates"]


def _judge(
    doc: Record, event: Record, found: Record, mentions: Sequence[Record], tally: Tally
) -> None:
    if event["optional"]:
        return
    tally.matched += 1
    for name, is_right in _verdicts(event, found, mentions).items():
        tally.judged[name] += 1
        tally.right[name] += is_right
        if not is_right:
            value = _value(name, found)
            tally.faults.append(f"{doc['doc_id']}: {name} of '{event['trigger']}' is {value}")
    for name in INVENTABLE:
        if _is_not_stated(event, name) and _value(name, found):
            tally.invented[name] += 1
    if event["actors"]:
        _judge_actors(doc, event, found, tally)


def _judge_actors(doc: Record, event: Record, found: Record, tally: Tally) -> None:
    listed, coded = event["actors"], found["actors"]
    if all(actor["role"] == "actor" for actor in listed):
        # Where the gold lists no targets it says nothing of them.
        coded = [a for a in coded if a["role"] in {"actor", "blamed"} or _those_named(a, listed)]
    verdicts = [_those_named(actor, coded) for actor in listed]
    strange = [actor["name"] for actor in coded if not _those_named(actor, listed)]
    roles = [actor["role"] in alike for actor, alike in zip(listed, verdicts, strict=True) if alike]
    tally.actors["listed"] += len(listed)
    tally.actors["found"] += len(roles)
    tally.actors["role"] += sum(roles)
    tally.actors["coded"] += len(coded)
    tally.actors["meant"] += len(coded) - len(strange)
    if strange or not all(roles) or len(roles) < len(listed):
        told = [f"{actor['name']} ({actor['role']})" for actor in found["actors"]]
        tally.faults.append(f"{doc['doc_id']}: actors of '{event['trigger']}' are {told}")


def _those_named(actor: Record, others: Iterable[Record]) -> list[str]:
    """Return the roles of those who are the same; a gold may list one by two of its names."""
    alike = [other for other in others if is_same_actor(actor["name"], other["name"])]
    # Who is only blamed for it is listed among the actors.
    return ["actor" if each["role"] == "blamed" else each["role"] for each in alike]


def is_same_actor(one: str, other: str) -> bool:
    """Whether the word that heads either name stands in the other."""
    heads = [_actor_words(HEADED.sub("", name))[-1:] for name in (one, other)]
    words = [_actor_words(name) for name in (one, other)]
    return bool({*heads[0]} & {*words[1]} or {*heads[1]} & {*words[0]})


def _verdicts(event: Record, found: Record, mentions: Sequence[Record]) -> dict[str, bool]:
    accepted = [event, *event["also"]]
    return {
        "sub_type": any(found["sub_type"] == each["sub_type"] for each in accepted),
        "date": is_date_right(event, found),
        "place": is_place_right(event, found, mentions),
        "status": found["status"] in event["status"],
        "killed": _is_toll_right(event["killed"], found["killed"]),
        "injured": _is_toll_right(event["injured"], found["injured"]),
        "attribution": _is_attribution_right(event["attribution"], found),
    }


def _is_attribution_right(by: str | None, found: Record) -> bool:
    """Whether the source is told: the event's own, or a claimant of its toll or its authorship."""
    if by is None:
        return not found["attribution"]
    told = [
        found["attribution"] or "",
        *(claim["claimant"] or "" for claim in found.get("claims", ())),
    ]
    return any(_fold(by).removeprefix("the ") in _fold(words) for words in told)


def _actor_words(name: str) -> list[str]:
    plain = re.sub(r"[’']s?\b", "", name)
    return [word.removesuffix("s") for word in _fold(re.sub(r"[-()]", " ", plain)).split()]


def _is_possible(event: Record, found: Record, sentence: tuple[int, int]) -> bool:
    if found["type"] not in {each["type"] for each in (event, *event["also"])}:
        return False
    if event["optional"] and found["status"] not in event["status"]:
        return False
    return any(s["start"] < sentence[1] and sentence[0] < s["end"] for s in found["evidence"])


def _closeness(doc: Record, event: Record, found: Record, mentions: Sequence[Record]) -> int:
    verdicts = _verdicts(event, found, mentions)
    best = found["evidence"][0]
    start = doc["text"].index(event["trigger"])
    in_best = best["start"] <= start < best["end"]
    weights = {"sub_type": 2, "date": 2, "place": 2, "killed": 2}
    told = sum(weight for name, weight in weights.items() if verdicts[name])
    return told + 4 * in_best + 3 * (not event["optional"]) + (found["type"] == event["type"])


def _is_toll_right(accepted: Sequence[Record | None], found: Record) -> bool:
    ends = {"low": found["low"], "high": found["high"]}
    return any(ends == (each or NO_TOLL) for each in accepted)


def _is_not_stated(event: Record, name: str) -> bool:
    tests: dict[str, Callable[[], bool]] = {
        "date": lambda: event["dates"] == [None],
        "place": lambda: event["places"] is None,
        "killed": lambda: event["killed"] == [None],
        "injured": lambda: event["injured"] == [None],
        "attribution": lambda: event["attribution"] is None,
    }
    return tests[name]()


def _value(name: str, found: Record) -> object:
    if name == "date":
        return _date_of(found)
    if name == "place":
        return [place["name"] for place in found["places"]]
    if name in {"killed", "injured"}:
        ends = (found[name]["low"], found[name]["high"])
        return None if ends == (None, None) else ends
    return found[name]


def _date_of(found: Record) -> list[str | None] | None:
    ends = [found["date"]["start"], found["date"]["end"]]
    return None if ends == [None, None] else ends


def _words_of(found: Record, text: str) -> str:
    best = found["evidence"][0]
    return " ".join(text[best["start"] : best["end"]].split())[:90]


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(ch for ch in plain if ch.isalnum() or ch == " ").strip()


def _share(part: float, whole: float) -> float:
    return round(part / whole, 3) if whole else 0.0


if __name__ == "__main__":
    sys.exit(main())
