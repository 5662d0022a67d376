"""Why a place was chosen, in words made from the evidence that decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.gazetteer import Match
from dashboard.geoparsing.feature_kinds import kind_of
from dashboard.geoparsing.ranking import FEATURES
from dashboard.model import NoMark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.sightings import Sighting

COLUMN = {name: number for number, name in enumerate(FEATURES)}
MAX_REASONS = 3
NEAR_KM = 100
LEADS = 0.15
"""A share must exceed the rival's by this much to count as what decided."""
MATCH_WORDS = {
    Match.ADJECTIVE: "“{surface}” is the adjective of {name}",
    Match.ALTERNATE: "“{surface}” is another name of {name}",
    Match.EXONYM: "“{surface}” is a foreign name of {name}",
    Match.OLD_NAME: "“{surface}” is an old name of {name}",
    Match.ABBREVIATION: "“{surface}” is short for {name}",
    Match.VARIANT: "“{surface}” is another spelling of {name}",
    Match.OWN: "your own entry",
}


def reason_for(
    sighting: Sighting,
    best: int,
    rows: NDArray[np.float64],
    *,
    order: Sequence[int],
    country_names: Mapping[str, str],
) -> str:
    """Return the reason in one sentence without a full stop."""
    entry = sighting.candidates[best]
    rival = next((number for number in order if number != best), None)
    own, other = rows[best], rows[rival] if rival is not None else None
    parts = [_how_many(sighting, entry, country_names)]
    if entry.match in MATCH_WORDS:
        words = MATCH_WORDS[entry.match]
        parts.append(words.format(surface=sighting.surface, name=entry.name))
    if sighting.bare:
        parts.append(f"the full name “{sighting.surface}” is not in the gazetteer")
    if len(sighting.candidates) > 1:
        parts += _deciding(entry, own, other, country_names)[:MAX_REASONS]
    sentence = "; ".join(parts)
    return sentence[0].upper() + sentence[1:]


def too_unsure(
    sighting: Sighting, entry: Entry, *, country_names: Mapping[str, str]
) -> tuple[str, NoMark]:
    """Return why the likeliest place of a name has no mark."""
    if len(sighting.candidates) == 1:
        where = country_names.get(entry.country or "", entry.country or "no one country")
        words = f"Too unsure: the one {entry.name} that is known, in {where}, hardly fits the text"
        return words, NoMark.UNFIT
    words = f"Too unsure which of {len(sighting.candidates)} places of this name is meant"
    return words, NoMark.UNSURE


def no_choice(sighting: Sighting) -> str:
    """Return why no place was chosen."""
    count = len(sighting.candidates)
    if count == 0:
        return "The gazetteer has no place of this name"
    if count == 1:
        return "The one place of this name does not fit the text well enough"
    return f"None of the {count} places of this name fits the text well enough"


def _how_many(sighting: Sighting, entry: Entry, country_names: Mapping[str, str]) -> str:
    if len(sighting.candidates) == 1:
        return f"the only “{sighting.surface}” in the gazetteer"
    count = len(sighting.candidates)
    same = [e for e in sighting.candidates if e.country == entry.country]
    where = country_names.get(entry.country or "")
    if len(same) == 1 and where and kind_of(entry) != "country":
        return f"the only one of {count} in {where}"
    return f"one of {count} places of this name"


def _deciding(
    entry: Entry,
    own: NDArray[np.float64],
    other: NDArray[np.float64] | None,
    country_names: Mapping[str, str],
) -> list[str]:
    """Return what speaks for the place and not for its rival, the strongest first."""

    def leads(feature: str, by: float = LEADS) -> bool:
        against = other[COLUMN[feature]] if other is not None else 0.0
        return bool(own[COLUMN[feature]] - against > by)

    where = country_names.get(entry.country or "", entry.name)
    near_km = 10 ** own[COLUMN["nearest place km"]] - 1
    said = (
        (own[COLUMN["parent agrees"]] > 0, "the words beside it say what it lies in"),
        (
            own[COLUMN["parent agrees elsewhere"]] > own[COLUMN["parent agrees"]],
            "elsewhere the text says what it lies in",
        ),
        (_says_kind(own), "the words around it say what kind of place it is"),
        (
            leads("province mass") or leads("province mass nearby"),
            "the text names other places in the same province",
        ),
        (
            leads("country mass against best") or leads("country mass nearby"),
            f"the text speaks of {where}",
        ),
        (
            other is not None and near_km < NEAR_KM and _is_nearer(own, other),
            f"it is {near_km:.0f} km from another place in the text",
        ),
        (
            own[COLUMN["population below best"]] == 0 and leads("population"),
            "it is the most populous",
        ),
    )
    return [words for holds, words in said if holds]


def _says_kind(own: NDArray[np.float64]) -> bool:
    """Whether a word inside, after or before the name agrees with the kind of place."""
    names = ("kind agrees inside", "kind agrees after", "kind agrees before")
    return any(own[COLUMN[name]] > 0 for name in names)


def _is_nearer(own: NDArray[np.float64], other: NDArray[np.float64]) -> bool:
    """Whether the place is clearly nearer to the text's other places than its rival."""
    column = COLUMN["nearest place km"]
    return bool(own[column] + 0.3 < other[column])
