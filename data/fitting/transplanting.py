"""Annotated texts moved to other countries, so that recognition does not learn where towns are.

Their mentions say where a name stands, not which place it is.

The corpora are mostly of the United States, whose towns the language model knows. A text's
provinces, towns, country and adjective are replaced by those of a country drawn by lot, town by
town in one province for one province; all else stays as it was written.
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
from dashboard.geoparsing.feature_kinds import kind_of, prior_of
from dashboard.geoparsing.sightings import exactly
from tests.evaluation.corpora import GoldDocument, GoldMention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.gazetteer import Entry, Gazetteer

CORPUS = "transplanted"
SOURCES = ("lgl", "geowebnews")
ADJECTIVES = Path(__file__).resolve().parents[1] / "names" / "country_adjectives.csv"
WELL_KNOWN = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
MIN_TOWNS = 60
MIN_PROVINCES = 5
PLAIN_SHARE = 0.8
"""How many names are written without accents, as news in English does."""
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


def transplant(golds: Iterable[GoldDocument], gazetteer: Gazetteer) -> list[GoldDocument]:
    """Return each text of `SOURCES` once more, in a country drawn by lot from its id."""
    countries = load_countries(gazetteer)
    moved = []
    for gold in golds:
        if gold.corpus not in SOURCES:
            continue
        lot = random.Random(gold.doc_id)  # noqa: S311 - a lot for texts, nothing secret
        home = countries[lot.choice(sorted(countries))]
        moved.append(_moved(gold, home, gazetteer, lot))
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


def _moved(
    gold: GoldDocument, home: Country, gazetteer: Gazetteer, lot: random.Random
) -> GoldDocument:
    meant = {m: _entry_of(gold.text[m.start : m.end], m, gazetteer) for m in gold.mentions}
    told = Counter(entry.country for entry in meant.values() if entry and entry.country)
    main = told.most_common(1)[0][0] if told else None
    names: dict[tuple[str, str], str] = {}
    provinces: dict[str, str] = {}
    pieces: list[str] = []
    mentions: list[GoldMention] = []
    at = length = 0
    for mention in gold.mentions:
        if mention.start < at:
            continue
        surface, entry = gold.text[mention.start : mention.end], meant[mention]
        name = surface
        if entry is not None and entry.country == main:
            province = provinces.setdefault(entry.admin1 or "", lot.choice(home.provinces))
            key = (surface.casefold(), kind_of(entry))
            if key not in names:
                names[key] = _name_for(entry, surface, home, province, lot)
            name = names[key]
        between = gold.text[at : mention.start]
        start = length + len(between)
        mentions.append(GoldMention(start, start + len(name)))
        pieces += [between, name]
        at, length = mention.end, start + len(name)
    text = "".join([*pieces, gold.text[at:]])
    return GoldDocument(CORPUS, f"{gold.doc_id}-moved", text, tuple(mentions), gold.fold)


def _entry_of(surface: str, mention: GoldMention, gazetteer: Gazetteer) -> Entry | None:
    """Return what a name stands for: by the annotators' id, else what is likeliest alone."""
    named = exactly(gazetteer, surface)
    if not named:
        return None
    by_id = [e for e in named if e.geonameid is not None and e.geonameid == mention.geonameid]
    return by_id[0] if by_id else named[int(prior_of(named).argmax())]


def _name_for(entry: Entry, surface: str, home: Country, province: str, lot: random.Random) -> str:
    """Return the name that a name is replaced by; the name itself for what stays."""
    kind, name = kind_of(entry), surface
    if kind == "country":
        name = (home.adjective or surface) if entry.match is Match.ADJECTIVE else home.name
    elif kind == "province":
        name = home.province_names[province]
    elif kind in TOWNS:
        name = _plain(_town(home.towns[province], lot).name, lot)
        name = name.upper() if surface.isupper() else name
    return name


def _town(towns: Sequence[Entry], lot: random.Random) -> Entry:
    return lot.choices(towns, [((town.population or 0) + 500) ** 0.3 for town in towns])[0]


def _plain(name: str, lot: random.Random) -> str:
    if lot.random() > PLAIN_SHARE:
        return name
    letters = unicodedata.normalize("NFKD", name)
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in "ʻʼʿ‘’'`")
