"""A name in its sentence, with every place it could stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.gazetteer import Match
from dashboard.gazetteer.folding import fold
from dashboard.gazetteer.gazetteer import is_written_so
from dashboard.geoparsing.tokens import DASHES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.gazetteer import Entry, Gazetteer
    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.tokens import Tokens

MAX_CANDIDATES = 40
REGIONS = "regions"
"""The layer of hand-written regions."""
SPELLED = frozenset({"GPE", "LOC"})
"""Other spellings are tried, which takes time, for what the model is sure is a place."""
MIN_SPELLED = 5
NATURAL_WORDS = ("River", "Ocean", "Sea", "Mountains", "Desert", "Peninsula", "Islands", "Valley")
CLOSERS = frozenset(
    {"and", "or", "but", "in", "on", "at", "to", "from", "of", "for", "by", "with", "near", "into"}
    | {"is", "was", "are", "were", "has", "had", "have", "will", "would", "can", "could", "may"}
    | {"towards", "toward", "through", "along", "across", "between", "over", "off", "around"}
    | {"during", "while", "because", "if", "so", "than", "near", "north", "south", "east", "west"}
    | {"as", "since", "after", "before", "until", "while", "when", "where", "which", "that", "who"}
)
"""Words that end the phrase a name stands in."""
LIST_REACH = 14
"""How far ahead "counties" may stand in "Cooke, Grayson and Love counties"."""
EXPANSIONS = (
    (re.compile(r"\bMt\b\.?"), "Mount"),
    (re.compile(r"\bFt\b\.?"), "Fort"),
    (re.compile(r"\bSte\b\.?"), "Sainte"),
    (re.compile(r"\bSt\b\.?"), "Saint"),
    (re.compile(r"\bTwp\b\.?"), "Township"),
    (re.compile(r"\bCo\b\.?$"), "County"),
    (re.compile(r"\bPt\b\.?"), "Point"),
)
MODIFIERS = re.compile(
    r"^(?:the|greater|downtown|uptown|upstate|mid|central|metropolitan|metro|old|inner|outer|"
    r"(?:north|south)(?:ern|east|west|eastern|western)?|east(?:ern)?|west(?:ern)?|"
    r"city of|town of|village of|township of|county of|state of|province of|district of|port of|"
    r"republic of|kingdom of|gulf of)[\s-]+",
    re.IGNORECASE,
)
TAILS = re.compile(
    r"[\s-]+(?:city|town|village|township|county|district|province|state|region|area|metro|"
    r"governorate|oblast|prefecture|municipality|agency|parish|borough|heights|coast|"
    r"department|division|tehsil|raion|suburb|neighbou?rhood|lga|woreda|upazila|cercle|chiefdom)$",
    re.IGNORECASE,
)
ARABIC_ARTICLES = ("Al", "Ad", "An", "Ar", "As", "Ash", "At", "Az", "El")
COMPOUNDS = re.compile(
    r"[-–](?:led|based|backed|born|run|held|controlled|occupied|administered|style|wide|area|bound|"
    r"made|owned|funded|sponsored|allied|dominated)$"
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """Tokens `first` to `last`, both included."""

    first: int
    last: int
    surface: str
    label: str
    """What the language model took it for, or an empty word."""
    chance: float
    """How sure recognition is that this names a place, 0 to 1."""
    candidates: tuple[Entry, ...] = ()
    bare: bool = False
    """Whether only a shortened form of the words is in the gazetteer."""


def candidates_of(
    tokens: Tokens,
    span: tuple[int, int],
    gazetteer: Gazetteer,
    *,
    known: Sequence[Entry],
    cues: Cues,
) -> tuple[tuple[Entry, ...], bool]:
    """Return the places a name could stand for, and whether a part of the name was left off."""
    surface = tokens.text[tokens.starts[span[0]] : tokens.ends[span[1]]]
    listed = _listed_as(tokens, span[1], cues=cues)
    more = exactly(gazetteer, f"{surface} {listed}") if listed else ()
    is_dashed = tokens.lower(span[1] + 1) in DASHES  # "the Juba-Bor road"
    natural = [] if is_dashed else _natural(tokens, span[0], surface, gazetteer)
    own = known or exactly(gazetteer, surface)
    if natural and not _goes_on(tokens, span[1]):  # no town is "the Atlantic"
        own = tuple(e for e in own if e.feature_class != "P" and not _is_division(e))
    entries = _without_repeats([*more, *own, *natural])
    if entries:
        return _most_likely(entries), False
    for shorter in _shorter_forms(surface):
        entries = _without_repeats(exactly(gazetteer, shorter))
        if entries:
            return _most_likely(entries), True
    if tokens.labels[span[0]] in SPELLED and surface.isalpha() and len(surface) >= MIN_SPELLED:
        return _most_likely(_without_repeats(gazetteer.find(surface))), False
    return _most_likely(_without_repeats(_with_article(surface, gazetteer))), False


def _with_article(surface: str, gazetteer: Gazetteer) -> list[Entry]:
    """Return what "Qamishli" may be short for: a town that is called "Al Qamishli"."""
    if len(surface) < MIN_SPELLED or not surface.replace(" ", "").isalpha():
        return []
    found = (e for word in ARABIC_ARTICLES for e in exactly(gazetteer, f"{word} {surface}"))
    return [replace(e, match=Match.VARIANT) for e in found if e.feature_class == "P"]


def exactly(gazetteer: Gazetteer, name: str) -> tuple[Entry, ...]:
    """Return the places of a name as it is written, without other transliterations."""
    return tuple(e for e in gazetteer.entries_of(fold(name)) if is_written_so(name, e))


def _natural(tokens: Tokens, first: int, surface: str, gazetteer: Gazetteer) -> list[Entry]:
    """Return what "the Danube", "the Atlantic" and "the Urals" stand for: a word is left off."""
    if tokens.lower(first - 1) != "the":
        return []
    names = [f"{surface} {word}" for word in NATURAL_WORDS]
    plural = [f"{surface[:-1]} Mountains"] if surface.endswith("s") else []
    return [
        entry
        for name in (*names, *plural)
        for entry in exactly(gazetteer, name)
        if entry.feature_class not in {"A", "P"}
    ]


def _goes_on(tokens: Tokens, last: int) -> bool:
    """Whether "the" belongs to a word after the name, as in "the Mississippi governor"."""
    after = tokens.lower(last + 1)
    return after.isalpha() and after not in CLOSERS


def _is_division(entry: Entry) -> bool:
    return entry.feature_class == "A" and not entry.feature_code.startswith("PCL")


def _listed_as(tokens: Tokens, last: int, *, cues: Cues) -> str | None:
    """Return "County" for a name in "Cooke, Grayson and Love counties"."""
    for index in range(last + 1, min(last + LIST_REACH, len(tokens.words))):
        word = tokens.lowers[index]
        if word in cues.plural_area:
            return (
                cues.plural_area[word] if index > last + 1 or _closes_list(tokens, last) else None
            )
        if word not in {",", "and", "or", "&"} and not tokens.words[index][0].isupper():
            return None
    return None


def _closes_list(tokens: Tokens, last: int) -> bool:
    return any(tokens.lower(index) in {"and", "or", "&"} for index in range(last - 4, last))


def _shorter_forms(surface: str) -> Iterator[str]:
    """Yield the name written out, then without what stands around it."""
    spelled = surface
    for pattern, word in EXPANSIONS:
        spelled = pattern.sub(word, spelled)
    plain = COMPOUNDS.sub("", surface.rstrip("-–—,;:"))
    forms = [plain, spelled, MODIFIERS.sub("", surface), TAILS.sub("", surface)]
    forms.append(TAILS.sub("", MODIFIERS.sub("", spelled)))
    if len(surface) > 4 and surface.endswith("s"):  # "Afghans", "Kenyans"
        forms.append(surface[:-1])
    seen = {surface}
    for form in forms:
        if form and form not in seen:
            seen.add(form)
            yield form


def _joined(entries: list[Entry]) -> list[Entry]:
    """Join a hand-written region with what GeoNames has under the same name: one place, not two.

    The region brings its shape and countries, GeoNames its id and point.
    """
    ids = {e.geonameid for e in entries if e.layer == REGIONS and e.geonameid is not None}
    entries = [e for e in entries if e.layer == REGIONS or e.geonameid not in ids]
    natural = [e for e in entries if e.layer != REGIONS and e.feature_class not in {"A", "P", "S"}]
    regions = [e for e in entries if e.layer == REGIONS and e.geonameid is None]
    if not natural or not regions:
        return entries
    first = natural[0]
    whole = replace(regions[0], geonameid=first.geonameid, lat=first.lat, lon=first.lon)
    return [whole if e is regions[0] else e for e in entries if e is not first]


def _without_repeats(entries: Sequence[Entry]) -> list[Entry]:
    best: dict[str, Entry] = {}
    for entry in entries:
        known = best.get(entry.place_id)
        if known is None or (known.match is not Match.NAME and entry.match is Match.NAME):
            best[entry.place_id] = entry
    return _joined(list(best.values()))


def _most_likely(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    if len(entries) <= MAX_CANDIDATES:
        return tuple(entries)
    ranked = sorted(entries, key=lambda entry: (-_weight(entry), entry.place_id))
    return tuple(ranked[:MAX_CANDIDATES])


def _weight(entry: Entry) -> float:
    wide = entry.feature_code.startswith(("PCL", "ADM1", "ADM2")) or entry.feature_class not in "PA"
    return (entry.population or 0) + (50_000 if wide else 0)
