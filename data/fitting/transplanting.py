"""Annotated texts moved to other countries, so that recognition does not learn where towns are.

Their mentions say where a name stands, not which place it is.

The corpora are mostly of the United States, whose towns the language model knows. A text's
provinces, towns, country and adjective are replaced by those of a country drawn by lot, town by
town in one province for one province. Some towns get a name that no gazetteer has, made out of two
names of the province, as villages in the news often have; so do most persons, so that a strange
name is not enough to make a place. All else stays as it was written.
"""

from __future__ import annotations

import csv
import random
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.gazetteer import Match
from dashboard.gazetteer.folding import fold
from dashboard.geoparsing.feature_kinds import kind_of, prior_of
from dashboard.geoparsing.sightings import exactly
from tests.evaluation.corpora import GoldDocument, GoldMention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reading import ReadDocument

    from dashboard.gazetteer import Entry, Gazetteer

CORPUS = "transplanted"
SOURCES = ("lgl", "geowebnews")
ADJECTIVES = Path(__file__).resolve().parents[1] / "names" / "country_adjectives.csv"
WELL_KNOWN = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
MIN_TOWNS = 60
MIN_PROVINCES = 5
PLAIN_SHARE = 0.8
"""How many names are written without accents, as news in English does."""
UNKNOWN_SHARE = 0.35
"""How many towns get a name that the gazetteer does not have."""
STRANGE_SHARE = 0.75
"""How many words of persons' names are replaced."""
MIN_PART = 2
MIN_NAME = 4
PERSON = "PERSON"
TOWNS = frozenset({"town", "seat", "capital", "quarter"})


@dataclass(frozen=True, slots=True)
class Country:
    """What the names of a text are replaced by."""

    name: str
    adjective: str | None
    provinces: tuple[str, ...]
    """Codes of the provinces that have towns."""
    province_names: dict[str, str]
    towns: dict[str, tuple[Entry, ...]]
    """By province code."""


def transplant(read: Iterable[ReadDocument], gazetteer: Gazetteer) -> list[GoldDocument]:
    """Return each text of `SOURCES` once more, in a country drawn by lot from its id."""
    countries = load_countries(gazetteer)
    moved = []
    for document in read:
        gold = document.gold
        if gold.corpus not in SOURCES:
            continue
        lot = random.Random(gold.doc_id)  # noqa: S311 - a lot for texts, nothing secret
        home = countries[lot.choice(sorted(countries))]
        moved.append(Move(home, gazetteer, lot).move(document))
    return moved


def load_countries(gazetteer: Gazetteer) -> dict[str, Country]:
    """Return the countries that have enough towns and provinces to tell a story of."""
    towns: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for number in range(len(gazetteer.index)):
        entry = gazetteer.index.entry_at(number)
        if entry.feature_class == "P" and entry.country and entry.admin1:
            towns[entry.country][entry.admin1].append(entry)
    with ADJECTIVES.open(encoding="utf-8", newline="") as handle:
        adjectives = {row["place_id"]: row["name"].split(";")[0] for row in csv.DictReader(handle)}
    result = {}
    for code, by_province in towns.items():
        whole = gazetteer.country(code)
        names = {
            p: found.name for p in by_province if (found := gazetteer.admin1(code, p)) is not None
        }
        count = sum(len(found) for found in by_province.values())
        if whole is None or code in WELL_KNOWN or count < MIN_TOWNS or len(names) < MIN_PROVINCES:
            continue
        kept = {p: tuple(by_province[p]) for p in sorted(names)}
        result[code] = Country(
            whole.name, adjectives.get(f"country:{code}"), tuple(kept), names, kept
        )
    return result


@dataclass(frozen=True, slots=True)
class Change:
    """A run of the text and what stands there afterwards; `is_place` says that it is marked."""

    start: int
    end: int
    name: str
    is_place: bool


@dataclass(frozen=True, slots=True)
class Move:
    """One text's way to another country."""

    home: Country
    gazetteer: Gazetteer
    lot: random.Random

    def move(self, document: ReadDocument) -> GoldDocument:
        """Return the text with the names of the other country."""
        gold = document.gold
        places = list(self._places(gold))
        taken = {at for change in places for at in range(change.start, change.end)}
        persons = [c for c in self._persons(document) if taken.isdisjoint(range(c.start, c.end))]
        pieces: list[str] = []
        mentions: list[GoldMention] = []
        at = length = 0
        for change in sorted((*places, *persons), key=lambda c: c.start):
            if change.start < at:
                continue
            between = gold.text[at : change.start]
            start = length + len(between)
            if change.is_place:
                mentions.append(GoldMention(start, start + len(change.name)))
            pieces += [between, change.name]
            at, length = change.end, start + len(change.name)
        text = "".join([*pieces, gold.text[at:]])
        return GoldDocument(CORPUS, f"{gold.doc_id}-moved", text, tuple(mentions), gold.fold)

    def _places(self, gold: GoldDocument) -> Iterator[Change]:
        """Yield every marked place; those of the text's main country have new names."""
        meant = {m: _entry_of(gold.text[m.start : m.end], m, self.gazetteer) for m in gold.mentions}
        told = Counter(entry.country for entry in meant.values() if entry and entry.country)
        main = told.most_common(1)[0][0] if told else None
        names: dict[tuple[str, str], str] = {}
        provinces: dict[str, str] = {}
        for mention in gold.mentions:
            surface, entry = gold.text[mention.start : mention.end], meant[mention]
            name = surface
            if entry is not None and entry.country == main:
                province = provinces.setdefault(
                    entry.admin1 or "", self.lot.choice(self.home.provinces)
                )
                key = (surface.casefold(), kind_of(entry))
                if key not in names:
                    names[key] = self._name_for(entry, surface, province)
                name = names[key]
            yield Change(mention.start, mention.end, name, is_place=True)

    def _persons(self, document: ReadDocument) -> Iterator[Change]:
        """Yield the words of persons' names; one word becomes the same wherever it stands."""
        tokens = document.tokens
        names: dict[str, str] = {}
        for entity in tokens.entities:
            if entity.label != PERSON:
                continue
            for index in range(entity.first, entity.last + 1):
                word = tokens.words[index]
                if len(word) < MIN_NAME or not word.isalpha() or not word.istitle():
                    continue
                if word not in names:
                    province = self.lot.choice(self.home.provinces)
                    is_kept = self.lot.random() > STRANGE_SHARE
                    names[word] = word if is_kept else self._made_up(province) or word
                yield Change(tokens.starts[index], tokens.ends[index], names[word], is_place=False)

    def _name_for(self, entry: Entry, surface: str, province: str) -> str:
        """Return the name that a name is replaced by; the name itself for what stays."""
        kind, name = kind_of(entry), surface
        if kind == "country":
            is_adjective = entry.match is Match.ADJECTIVE
            name = (self.home.adjective or surface) if is_adjective else self.home.name
        elif kind == "province":
            name = self.home.province_names[province]
        elif kind in TOWNS:
            made_up = self.lot.random() < UNKNOWN_SHARE and self._made_up(province)
            name = made_up or _plain(_town(self.home.towns[province], self.lot).name, self.lot)
            name = name.upper() if surface.isupper() else name
        return name

    def _made_up(self, province: str) -> str | None:
        """Return a name made out of two of the province that the gazetteer does not have."""
        first, second = (
            _plain(self.lot.choice(self.home.towns[province]).name, self.lot).split(" ")[0]
            for _ in range(2)
        )
        name = first[: max(MIN_PART, len(first) // 2)] + second[len(second) // 2 :].lower()
        is_new = name.isalpha() and len(name) >= MIN_NAME and name[0].isupper()
        return name if is_new and not self.gazetteer.index.holds(fold(name)) else None


def _entry_of(surface: str, mention: GoldMention, gazetteer: Gazetteer) -> Entry | None:
    """Return what a name stands for: by the annotators' id, else what is likeliest alone."""
    named = exactly(gazetteer, surface)
    if not named:
        return None
    by_id = [e for e in named if e.geonameid is not None and e.geonameid == mention.geonameid]
    return by_id[0] if by_id else named[int(prior_of(named).argmax())]


def _town(towns: Sequence[Entry], lot: random.Random) -> Entry:
    return lot.choices(towns, [((town.population or 0) + 500) ** 0.3 for town in towns])[0]


def _plain(name: str, lot: random.Random) -> str:
    if lot.random() > PLAIN_SHARE:
        return name
    letters = unicodedata.normalize("NFKD", name)
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in "ʻʼʿ‘’'`")
