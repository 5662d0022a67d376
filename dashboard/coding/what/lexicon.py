"""The hand-written knowledge of the coder, read from the plain files under `data/lexicon/`."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dashboard.coding.counting.quantities import NUMBER
from dashboard.model import DataError, EventType
from dashboard.settings import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

# Verbs that carry a noun which names an event; the language model takes "staged" for a stag.
LIGHT_VERBS = frozenset({"stage", "mount", "launch", "carry", "conduct", "wage", "rage", "flare"})
# A number with what bounds it.
TOLL_NUMBER = (
    r"(?P<n>(?:(?:at least|more than|about|around|nearly|almost|over|some|up to|as many as|roughly"
    r"|close to|no fewer than|an estimated|another|a further) )*(?:"
    rf"between (?:{NUMBER.pattern}) and (?:{NUMBER.pattern})"
    rf"|(?:{NUMBER.pattern})(?:(?: to |-|–)(?:{NUMBER.pattern}))?)[+]?)"
)
LOOSE = frozenset({"any", "person"})
TELLING = frozenset(
    {"riot-tool", "airborne", "shell", "bomb", "explosive", "grenade", "chemical", "crowd"}
)
CERTAIN = 100
LEXICON_DIR = PROJECT / "data" / "lexicon"


@dataclass(frozen=True, slots=True)
class Need:
    """A condition on the words around a trigger: one of the (slot, value) pairs must hold."""

    choices: tuple[tuple[str, str], ...]
    is_forbidden: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of `triggers/`: a word, what must stand around it, and what it then names."""

    lemma: str
    pos: str
    needs: tuple[Need, ...]
    family: str
    type: EventType | None
    """`None` for words that name no event of the field: accidents, deaths, figures of speech."""
    sub_type: str
    example: str
    words: tuple[str, ...] = ()
    """All words of the row; the example is written for the first of them."""
    weight: int = 0
    """How much it asks for; of the rules that hold, the heaviest says what the word names."""


@dataclass(frozen=True, slots=True)
class TollPhrase:
    """A row of `tolls.csv`: words that count people, with their number in the group `n`."""

    harm: str
    """`killed`, `injured`, or `treated` for who came to hospital."""
    words: str
    """A regular expression with a group `n`, the number."""
    clues: tuple[str, ...]
    """Small letters of which a text with the phrase has at least one; empty: not known."""
    example: str
    low: int
    high: int | None

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Return where a text has the phrase."""
        if self.clues:
            small = text.lower()
            if not any(clue in small for clue in self.clues):
                return iter(())
        return _compile(self.words).finditer(text)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Triggers by lemma, words by class, actors and phrases by use."""

    rules: Mapping[str, tuple[Rule, ...]]
    classes: Mapping[str, frozenset[str]]
    actors: Mapping[str, str]
    organisations: Mapping[str, str]
    phrases: Mapping[str, frozenset[str]]
    forms: Mapping[str, str]
    """Lemmas of irregular word forms, whatever the language model makes of them."""
    regular: Mapping[str, str]
    """Lemmas of regular forms of verbs, for those whose lemma the language model gets wrong."""
    words: frozenset[str]
    """Every lemma that the lexicon knows, in a class or as a trigger."""
    tolls: tuple[TollPhrase, ...] = ()

    def is_event_noun(self, lemma: str) -> bool:
        """Whether a noun may name an event."""
        return any(rule.pos == "noun" for rule in self.rules.get(lemma, ()))

    def is_in(self, lemma: str, word_class: str) -> bool:
        """Whether a lemma belongs to a class of `word_classes.csv` (or is the class's name)."""
        return lemma == word_class or lemma in self.classes.get(word_class, frozenset())


def load_lexicon(folder: Path = LEXICON_DIR) -> Lexicon:
    """Return the lexicon; raises `DataError` when a file of it is missing or malformed."""
    try:
        rules = _group_rules(_read_triggers(folder / "triggers"))
        classes = _with_unions(_word_sets(_read_rows(folder / "word_classes.csv")))
        return Lexicon(
            rules=rules,
            classes=classes,
            actors={r["lemma"]: r["actor_class"] for r in _read_rows(folder / "actors.csv")},
            organisations={
                r["name"].lower(): r["actor_class"]
                for r in _read_rows(folder / "organisations.csv")
            },
            phrases=_word_sets(_read_rows(folder / "phrases.csv")),
            forms={r["form"]: r["lemma"] for r in _read_rows(folder / "forms.csv")},
            regular=_regular_forms(rules),
            words=frozenset(rules).union(*classes.values()),
            tolls=tuple(_read_toll_phrase(row) for row in _read_rows(folder / "tolls.csv")),
        )
    except (OSError, KeyError, ValueError) as error:
        msg = f"{folder}: the event lexicon cannot be read ({error}); restore data/lexicon"
        raise DataError(msg) from error


def _read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _read_triggers(folder: Path) -> list[dict[str, str]]:
    """Return the rows of every file of the folder."""
    files = sorted(folder.glob("*.csv"))
    if not files:
        msg = "triggers/ holds no tables"
        raise ValueError(msg)
    return [row for path in files for row in _read_rows(path)]


def _word_sets(rows: list[dict[str, str]]) -> dict[str, frozenset[str]]:
    """Return the words of two-column rows; each word may hold hyphens, never spaces."""
    sets: dict[str, frozenset[str]] = {}
    for row in rows:
        name, words = row.values()
        sets[name] = sets.get(name, frozenset()) | frozenset(words.split())
    return sets


def _with_unions(classes: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    armed = classes["state"] | classes["nonstate"]
    return {**classes, "armed": armed, "group": classes["nonstate"]}


def _read_toll_phrase(row: dict[str, str]) -> TollPhrase:
    words = row["words"].replace("{n}", TOLL_NUMBER)
    high = int(row["high"]) if row["high"] else None
    clues = tuple((row["clues"] or "").split())
    return TollPhrase(row["harm"], words, clues, row["example"], int(row["low"]), high)


@cache
def _compile(words: str) -> re.Pattern[str]:
    """Compile a phrase when a text first needs it: all of them take 0.15 s."""
    return re.compile(words, re.IGNORECASE)


def _group_rules(rows: list[dict[str, str]]) -> dict[str, tuple[Rule, ...]]:
    grouped: dict[str, list[Rule]] = defaultdict(list)
    for row in rows:
        words = tuple(row["lemma"].split())
        for word in words:
            grouped[word].append(_read_rule(row, word, words))
    return {lemma: tuple(rules) for lemma, rules in grouped.items()}


def _regular_forms(rules: Mapping[str, Sequence[Rule]]) -> dict[str, str]:
    """Return the regular forms of every verb: "staged", "mobbing", "raids"."""
    verbs = {r.lemma for group in rules.values() for r in group if r.pos == "verb"} | LIGHT_VERBS
    return {form: verb for verb in sorted(verbs) for form in inflect(verb)}


def inflect(verb: str) -> tuple[str, ...]:
    """Return the forms that a verb has if it is regular, the doubled consonant included."""
    stem = verb.removesuffix("e")
    past = verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else stem + "ed"
    doubled = verb + verb[-1] if re.search(r"[^aeiou][aeiou][bglmnprst]$", verb) else stem
    return (verb + "s", verb + "es", past, stem + "ing", doubled + "ed", doubled + "ing")


def _read_rule(row: dict[str, str], word: str, words: tuple[str, ...]) -> Rule:
    needs = tuple(_read_need(text) for text in row["needs"].split())
    return Rule(
        lemma=word,
        pos=row["pos"],
        needs=needs,
        family=row["family"],
        type=EventType(row["type"]) if row["type"] else None,
        sub_type=row["sub_type"],
        example=row["example"],
        words=words,
        weight=_weight(needs, is_event=bool(row["type"])),
    )


def _weight(needs: Sequence[Need], *, is_event: bool) -> int:
    """Return how much conditions ask for; the means say more than the victim, "any" says little.

    A figure of speech or an accident that is recognised as one is nothing else.
    """
    if needs and not is_event:
        return CERTAIN
    return sum(_weight_of(need) for need in needs if not need.is_forbidden)


def _weight_of(need: Need) -> int:
    slots = {slot for slot, _ in need.choices}
    values = {value for _, value in need.choices}
    if values <= LOOSE or slots == {"sentence"}:
        return 1
    return 5 if values & TELLING or slots <= {"mod", "argmod"} else 2


@cache
def _read_need(text: str) -> Need:
    """Read a condition: `obj=armed|installation`, `!mod=legal`, `of=armed|mod=troop`."""
    text = text.lstrip("&")
    is_forbidden = text.startswith("!")
    choices, slot = [], ""
    for part in text.lstrip("!").split("|"):
        head, equals, tail = part.partition("=")
        slot, value = (head, tail) if equals else (slot, head)
        choices.append((slot, value))
    if not all(slot for slot, _ in choices):
        msg = f"condition without a slot: {text}"
        raise ValueError(msg)
    return Need(tuple(choices), is_forbidden)
