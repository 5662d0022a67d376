"""Vague places of a sentence: "the north of the country", "the road from Bara to Kolun"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.coding.where.capital_words import country_in_hand
from dashboard.coding.where.ground import strip_between
from dashboard.coding.where.references import Reference, is_unknown
from dashboard.model import POINTS, MentionKind, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from dashboard.coding.passages import Sentence
    from dashboard.coding.where.ground import Ground
    from dashboard.coding.where.mentions import PlaceMention
    from dashboard.model import Resolution

    Part = tuple[tuple[int, int], str, Resolution]
    """Where a part is told, its side, and what it is a part of."""

SIDE = r"(?P<side>(?:north|south)(?:[ -]?(?:east|west))?|east|west|cent(?:re|er|ral))"
AREA = r"(?:regions?|parts?|provinces?|districts?|areas?|states?|governorates?|departments?|half)"
COUNTRY = r"(?:the|this|that)\s+(?:country|nation)"
NOT_A_PART = r"(?!\s+(?:army|command|borders?|neighbou?rs?|front|coast|league|ally|allies)\b)"
AFTERWARDS = (
    r"(?=\s*(?:[,.;:)]|$)|\s+(?:on|in|at|when|where|after|before|during|and|since|by|have|has|had"
    r"|was|were|this|last|late|early|over)\b)"
)
OF_THE_COUNTRY = (
    rf"\b{COUNTRY}[’']s\s+(?:\w+\s+)?{SIDE}(?:ern)?\b{NOT_A_PART}(?:\s+{AREA}\b)?",
    rf"\b(?:the\s+(?:\w+\s+)?)?{SIDE}(?:ern)?\s+(?:{AREA}\s+)?of\s+{COUNTRY}\b",
    rf"\b(?<=[Ii]n\s)the\s+(?:far\s+|restive\s+|troubled\s+|volatile\s+|remote\s+)?{SIDE}\b{AFTERWARDS}",
    rf"\b(?<!the\s){SIDE}ern\s+{AREA}\b(?!\s+(?:of|in)\b)",
)
WHOLE_COUNTRY = tuple(re.compile(pattern) for pattern in OF_THE_COUNTRY)
AFTER_NAME = re.compile(rf"[’']s\s+(?:\w+\s+)?{SIDE}(?:ern)?\b{NOT_A_PART}(?:\s+{AREA}\b)?")
BEFORE_NAME = re.compile(rf"\b{SIDE}(?:ern)?\s+{AREA}\s+of\s+(?:the\s+)?$", re.IGNORECASE)
LONGEST_BEFORE = 50
DIVISIBLE = frozenset({Precision.COUNTRY, Precision.PROVINCE})
WAY = (
    r"(?:road|highway|route|way|motorway|railway|railway line|track|stretch|axis|corridor"
    r"|(?:(?:crude )?(?:oil|gas|fuel) )?pipeline)"
)
# What stands before, between and after the two names of a way.
WAYS = (
    (rf"\b{WAY}\s+(?:\w+\s+)?(?:from|between|linking|connecting)\s+(?:the\s+)?(?:\w+\s+of\s+)?$",
     r"\s*,?\s+(?:to|and|with)\s+(?:the\s+)?(?:\w+\s+of\s+)?", ""),
    (r"\b(?:travell?ing|driving|riding|walking|bus|convoy|truck|car|lorry)\s+from\s+$",
     r"\s+to\s+", ""),
    (r"", r"\s?[-–—]\s?|\s+to\s+", rf"\s+{WAY}\b"),
    ((r"(?<!clashes )(?<!fighting )(?<!battles )(?<!battle )(?<!war )(?<!fight )(?<!truce )"
     r"(?<!agreement )(?<!deal )(?<!talks )(?<!dispute )(?<!violence )"
      r"(?<!ceasefire )\bbetween\s+$"),
     r"\s+and\s+(?:the\s+\w+\s+of\s+)?", ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Way:
    before: re.Pattern[str]
    between: re.Pattern[str]
    after: re.Pattern[str]


READ_WAYS = tuple(_Way(*(re.compile(part, re.IGNORECASE) for part in way)) for way in WAYS)
CALLED_AFTER = READ_WAYS[2]
"""The way that is called after its ends: "the Bara-Kolun highway"."""


def find_parts(
    doc: Doc,
    sentence: Sentence,
    named_here: Sequence[Resolution],
    *,
    resolutions: Sequence[Resolution],
    ground: Ground,
) -> Iterator[Reference]:
    """Yield the parts of a country or province that a sentence tells without a name of theirs."""
    told = (*_parts_of_names(sentence, named_here), *_parts_of_country(sentence, resolutions))
    for run, side, whole in told:
        span = doc.char_span(*run, alignment_mode="expand")
        direction = "central" if side.startswith("cent") else re.sub(r"[ -]", "", side).lower()
        part = ground.part_of(whole.place, direction) if whole.place else None
        if span is not None and part is not None:
            named = replace(whole, place=part, not_drawn_because=None, no_mark=None)
            yield Reference(named, span.root, sentence.text[slice(*run)])


def _parts_of_country(sentence: Sentence, resolutions: Sequence[Resolution]) -> Iterator[Part]:
    """Yield "the north of the country" and the like."""
    found = [m for pattern in WHOLE_COUNTRY for m in pattern.finditer(sentence.text)]
    country = _country(sentence, resolutions) if found else None
    if country is not None:
        yield from ((m.span(), m["side"], country) for m in found)


def _parts_of_names(sentence: Sentence, named_here: Sequence[Resolution]) -> Iterator[Part]:
    """Yield "Arland's north", "northern districts of Arland"."""
    for each in named_here:
        run = sentence.find(each.mention.span)
        is_name = each.mention.kind is not MentionKind.DEMONYM
        if run is None or each.place is None or each.place.precision not in DIVISIBLE:
            continue
        after = AFTER_NAME.match(sentence.text, run[1]) if is_name else None
        if after is not None:
            yield (run[0], after.end()), after["side"], each
        before = BEFORE_NAME.search(sentence.text[max(0, run[0] - LONGEST_BEFORE) : run[0]])
        if before is not None:
            yield (run[0] - len(before.group()), run[1]), before["side"], each


def _country(sentence: Sentence, resolutions: Sequence[Resolution]) -> Resolution | None:
    """Return the name of the country in hand that stands last before the sentence's end."""
    code = country_in_hand(resolutions)
    of_it = [r for r in resolutions if r.place and r.place.place_id == f"country:{code}"]
    earlier = [r for r in of_it if r.mention.start < sentence.whole.end]
    return (earlier[-1] if earlier else of_it[0]) if of_it else None


def join_ways(mentions: Sequence[PlaceMention], sentence: Sentence) -> tuple[PlaceMention, ...]:
    """Return the mentions with two towns that a way joins as one strip between them."""
    kept = list(mentions)
    for one, other in pairwise(mentions):
        way = _way(one, other, sentence) if one in kept else None
        if way is None:
            continue
        at = kept.index(one)
        if _is_town(one) and _is_town(other):
            kept[at : at + 2] = [_joined(one, other)]
        elif way is CALLED_AFTER:
            # "On the Bara-Kolun highway": neither where it begins nor where it ends.
            del kept[at : at + 2]
    return tuple(kept)


def _way(one: PlaceMention, other: PlaceMention, sentence: Sentence) -> _Way | None:
    """Return in what words two names are told as the ends of a way."""
    runs = [sentence.find(m.resolution.mention.span) for m in (one, other)]
    is_named = all(m.is_eligible and m.stands_for is None for m in (one, other))
    if not is_named or runs[0] is None or runs[1] is None:
        return None
    text, (start, end), (second, last) = sentence.text, runs[0], runs[1]
    found = (
        way
        for way in READ_WAYS
        if way.before.search(text[:start])
        and way.between.fullmatch(text, end, second)
        and way.after.match(text, last)
    )
    return next(found, None)


def _is_town(mention: PlaceMention) -> bool:
    place = mention.resolution.place
    return place is not None and place.precision in POINTS and not is_unknown(place)


def _joined(one: PlaceMention, other: PlaceMention) -> PlaceMention:
    first, second = one.resolution, other.resolution
    assert first.place is not None
    assert second.place is not None
    unsure = second if first.not_drawn_because is None else first
    strip = replace(
        first,
        place=strip_between(first.place, second.place),
        not_drawn_because=unsure.not_drawn_because,
        no_mark=unsure.no_mark,
    )
    outer = min((one.head, other.head), key=lambda head: len(list(head.ancestors)))
    return replace(one, resolution=strip, head=outer)
