"""What the rest of a document says for a run of words being a place: numbers for a second look.

A language model that has never met Pemba or Kryvyi Rih takes them for persons. That the text is
about Mozambique, that the gazetteer has a large Pemba there, and that it stands in a list beside
a town speak louder.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.geoparsing.context import EARTH_RADIUS_KM, Masses, area_keys
from dashboard.geoparsing.feature_kinds import kind_of, prior_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.proposals import Proposal
    from dashboard.geoparsing.tokens import Tokens

COHERENCE = (
    "first look",
    "names seen",
    "country share",
    "likely country share",
    "province share",
    "size in the main country",
    "distance",
    "listed after",
    "listed before",
    "best look elsewhere",
)
LOOKED_AT_TWICE = 0.02
"""What has less chance at first look is left at that."""
SURE = 0.5
"""A name this likely says where the document plays."""
MAX_POINTS = 60
FARTHEST_KM = 20_000.0
LINKS = frozenset({",", "and", "or", "&", "/", ";"})
WIDE = frozenset({"country", "land", "water"})


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where the document plays, by the names that are likely at first look."""

    masses: Masses
    own: dict[str, Masses]
    """By name: what that name brings to `masses`, so that it can be left out."""
    names: int
    points: NDArray[np.float64]
    """Latitude and longitude (radians) of the likeliest place of each likely name."""
    point_names: tuple[str, ...]


def coherence(
    tokens: Tokens,
    proposals: Sequence[Proposal],
    chances: NDArray[np.float64],
    numbers: Sequence[int],
) -> NDArray[np.float64]:
    """Return a row of `COHERENCE` for each of the proposals with the given numbers.

    `chances` are those of the first look at all proposals.
    """
    setting = _setting_of(proposals, chances)
    after, before = _listed(tokens, proposals, chances)
    elsewhere = _best_two(proposals, chances)
    rows = np.zeros((len(numbers), len(COHERENCE)))
    for row, number in enumerate(numbers):
        proposal = proposals[number]
        best, second = elsewhere[proposal.surface.casefold()]
        is_best = chances[number] == best
        rows[row] = [
            float(chances[number]),
            math.log1p(setting.names - (proposal.surface.casefold() in setting.own)),
            *_shares(setting, proposal),
            after.get(proposal.first, 0.0),
            before.get(proposal.last, 0.0),
            second if is_best else best,
        ]
    return rows


def _setting_of(proposals: Sequence[Proposal], chances: NDArray[np.float64]) -> _Setting:
    likely: dict[str, float] = defaultdict(float)
    entries: dict[str, tuple[Entry, ...]] = {}
    for proposal, sure in zip(proposals, chances, strict=True):
        if sure >= SURE and proposal.entries:
            name = proposal.surface.casefold()
            likely[name] += float(sure)
            entries[name] = proposal.entries
    own: dict[str, Masses] = {}
    masses: Masses = defaultdict(float)
    points: list[tuple[float, float]] = []
    point_names: list[str] = []
    for name, sure in sorted(likely.items(), key=lambda item: (-item[1], item[0])):
        prior = prior_of(entries[name])
        own[name] = _masses(entries[name], prior * math.log1p(sure))
        for key, mass in own[name].items():
            masses[key] += mass
        best = entries[name][int(np.argmax(prior))]
        if kind_of(best) not in WIDE and len(points) < MAX_POINTS:
            points.append((math.radians(best.lat), math.radians(best.lon)))
            point_names.append(name)
    return _Setting(
        dict(masses), own, len(own), np.array(points).reshape(-1, 2), tuple(point_names)
    )


def _masses(entries: Sequence[Entry], shares: NDArray[np.float64]) -> Masses:
    masses: Masses = defaultdict(float)
    for entry, share in zip(entries, shares, strict=True):
        for key in area_keys(entry):
            masses[key] += float(share) / (len(entry.countries) if len(key) == 1 else 1)
    return dict(masses)


def _shares(setting: _Setting, proposal: Proposal) -> tuple[float, float, float, float, float]:
    """Return how well the places of a name fit where the rest of the document plays."""
    name = proposal.surface.casefold()
    own = setting.own.get(name, {})
    rest = {
        key: mass - own.get(key, 0.0)
        for key, mass in setting.masses.items()
        if mass - own.get(key, 0.0) > 0
    }
    total = sum(mass for key, mass in rest.items() if len(key) == 1)
    if not proposal.entries or not total:
        return 0.0, 0.0, 0.0, 0.0, _far()
    by_country = [
        max((rest.get(key, 0.0) for key in area_keys(entry) if len(key) == 1), default=0.0)
        for entry in proposal.entries
    ]
    by_province = [
        max((rest.get(key, 0.0) for key in area_keys(entry) if len(key) == 2), default=0.0)
        for entry in proposal.entries
    ]
    main = max((key for key in rest if len(key) == 1), key=lambda key: (rest[key], key))
    there = [e.population or 1 for e in proposal.entries if main[0] in e.countries]
    return (
        max(by_country) / total,
        float(prior_of(proposal.entries) @ np.array(by_country)) / total,
        max(by_province) / total,
        math.log10(1 + max(there, default=0)),
        _distance(setting, proposal.entries, leaving_out=name),
    )


def _far() -> float:
    return math.log1p(FARTHEST_KM)


def _distance(setting: _Setting, entries: Sequence[Entry], *, leaving_out: str) -> float:
    """Return the least distance from a place of the name to one of another, as log(1 + km)."""
    others = setting.points[[name != leaving_out for name in setting.point_names]]
    if not len(others):
        return _far()
    here = np.radians([[entry.lat, entry.lon] for entry in entries])
    half = (
        np.sin((here[:, None, 0] - others[None, :, 0]) / 2) ** 2
        + np.cos(here[:, None, 0])
        * np.cos(others[None, :, 0])
        * np.sin((here[:, None, 1] - others[None, :, 1]) / 2) ** 2
    )
    return math.log1p(2 * EARTH_RADIUS_KM * float(np.arcsin(np.sqrt(np.clip(half.min(), 0, 1)))))


def _listed(
    tokens: Tokens, proposals: Sequence[Proposal], chances: NDArray[np.float64]
) -> tuple[dict[int, float], dict[int, float]]:
    """Return how likely the name before a first word and after a last word is, in a list.

    In "between Douentza and Hombori" the one stands before the other with only "and" between.
    """
    after: dict[int, float] = defaultdict(float)
    before: dict[int, float] = defaultdict(float)
    for proposal, sure in zip(proposals, chances, strict=True):
        index = proposal.last + 1
        while tokens.lower(index) in LINKS:
            index += 1
            after[index] = max(after[index], float(sure))
        index = proposal.first - 1
        while tokens.lower(index) in LINKS:
            index -= 1
            before[index] = max(before[index], float(sure))
    return after, before


def _best_two(
    proposals: Sequence[Proposal], chances: NDArray[np.float64]
) -> dict[str, tuple[float, float]]:
    """Return by name the two best chances of its mentions, 0 where there is no second."""
    best: dict[str, tuple[float, float]] = {}
    for proposal, sure in zip(proposals, chances, strict=True):
        name = proposal.surface.casefold()
        first, second = best.get(name, (0.0, 0.0))
        best[name] = max(first, float(sure)), max(min(first, float(sure)), second)
    return best
