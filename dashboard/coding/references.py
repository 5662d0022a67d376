"""Words that refer back to a place: "there", "the country", "the town", "the Arlandic capital"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.model import MentionKind, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dashboard.coding.ground import Ground
    from dashboard.coding.passages import Sentence
    from dashboard.model import Place, Resolution

REACH_BACK = 60
THERE_REACH = 200
"""Characters, two sentences or so: farther back "there" may well mean another place."""
JUST_NAMED = 3
"""Characters before the sentence: the place that the last one ended with."""
COUNTRY_WORDS = frozenset({"country", "nation", "republic", "homeland"})
TOWN_WORDS = frozenset({"city", "town", "village", "port", "settlement"})
LAND_WORDS = frozenset({"valley", "island", "desert"})
"""No province is called so; only a name with the word, or a place of the kind, is meant."""
AREA_WORDS = frozenset({"valley", "province", "district", "agency", "region", "department"})
TOWN_PRECISIONS = frozenset({Precision.POINT, Precision.CITY_AREA})
REFERENCES = (
    (TOWN_WORDS, TOWN_PRECISIONS),
    (AREA_WORDS, frozenset({Precision.REGION, Precision.PROVINCE})),
)
CAPITAL_FEATURE = "PPLC"
UNKNOWN = "unknown:"
"""What the id of a place begins with that no gazetteer knows."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that stand for a place named elsewhere."""

    resolution: Resolution
    head: Token
    words: str


def find_references(
    doc: Doc,
    sentence: Sentence,
    resolutions: Sequence[Resolution],
    there: Resolution | None,
    *,
    ground: Ground | None = None,
) -> Iterator[Reference]:
    """
    Yield the words of a sentence that refer back to a place.

    `there` is the place that the paragraph is about, where that is known. With a ground, a
    capital is known without its name.
    """
    for token in doc:
        is_there = token.lower_ == "there" and token.dep_ == "advmod"
        if not is_there and not _can_refer(token):
            continue
        end = bisect_left(resolutions, sentence.offsets[token.idx], key=_start)
        earlier = resolutions[max(0, end - REACH_BACK) : end]
        if is_there:
            found = _there(token, sentence, earlier, topic=there)
        elif token.lemma_.lower() == "capital":
            found = _capital(token, sentence, resolutions, ground)
        else:
            found = _antecedent(token, earlier, topic=there)
        if found is not None and found.place is not None:
            yield Reference(found, token, token.text if is_there else _words_of(token))


def _there(
    token: Token, sentence: Sentence, earlier: Sequence[Resolution], *, topic: Resolution | None
) -> Resolution | None:
    """Return what "there" means: what has just been named, else what the paragraph is about."""
    last = _last(earlier, NOT_GROUPINGS)
    if last is not None and sentence.whole.start - last.mention.end <= JUST_NAMED:
        return last
    if topic is not None or last is None or not _is_within_reach(last, token, sentence):
        return topic
    return last


NOT_GROUPINGS = frozenset(Precision) - {Precision.MULTI_COUNTRY}


def _start(resolution: Resolution) -> int:
    return resolution.mention.start


def _words_of(token: Token) -> str:
    first = min(c.i for c in (token, *token.children) if c.i <= token.i)
    return token.doc[first : token.i + 1].text


def _is_within_reach(found: Resolution, token: Token, sentence: Sentence) -> bool:
    return sentence.offsets[token.idx] - found.mention.end <= THERE_REACH


def _can_refer(token: Token) -> bool:
    """Whether it is a bare "the country", "the town" in a place for places."""
    is_definite = any(c.lower_ in {"the", "this", "that", "its"} for c in token.children)
    is_capital = token.lemma_.lower() == "capital"
    parts = {"det", "case", "punct", "amod"} | ({"compound", "poss"} if is_capital else set())
    is_bare = all(c.dep_ in parts for c in token.children)
    roles = {"poss", "pobj", "dobj", "nsubj", "nsubjpass"}
    return is_definite and is_bare and token.dep_ in roles


def _capital(
    token: Token, sentence: Sentence, resolutions: Sequence[Resolution], ground: Ground | None
) -> Resolution | None:
    """Return the capital of the country that its adjective names, or of the country in hand."""
    first = bisect_left(resolutions, sentence.whole.start, key=_start)
    last = bisect_left(resolutions, sentence.whole.end, key=_start)
    named = [
        r.place.country
        for r in resolutions[first:last]
        if r.place is not None and _stands_before(r, token, sentence)
    ]
    country = named[0] if named else country_in_hand(resolutions)
    itself = next((r for r in resolutions if _is_capital_of(r, country)), None)
    return itself or _unnamed_capital(country, resolutions, ground)


def _unnamed_capital(
    country: str | None, resolutions: Sequence[Resolution], ground: Ground | None
) -> Resolution | None:
    """Return the capital of a country, by the country's name or that of a place in it."""
    inside = [r for r in resolutions if r.place and r.place.country == country]
    named = [r for r in inside if r.place and r.place.place_id == f"country:{country}"] or inside
    capital = ground.capital_of(country) if ground and country and named else None
    return replace(named[0], place=capital, not_drawn_because=None) if capital else None


def _stands_before(resolution: Resolution, token: Token, sentence: Sentence) -> bool:
    run = sentence.find(resolution.mention.span)
    return run is not None and any(c.idx == run[0] for c in token.children)


def _is_capital_of(resolution: Resolution, country: str | None) -> bool:
    place = resolution.place
    is_capital = place is not None and place.feature == CAPITAL_FEATURE
    return is_capital and place is not None and place.country in {country} - {None}


def country_in_hand(resolutions: Sequence[Resolution]) -> str | None:
    """Return the country that most of the names of a text lie in or stand for, if one does."""
    counts = Counter(r.place.country for r in resolutions if r.place and r.place.country)
    if not counts:
        return None
    (country, count), *_ = counts.most_common(1)
    return country if 2 * count > counts.total() else None


def is_unknown(place: Place | None) -> bool:
    """Whether it only stands for a name that no gazetteer knows."""
    return place is not None and place.place_id.startswith(UNKNOWN)


def _antecedent(
    token: Token, earlier: Sequence[Resolution], *, topic: Resolution | None
) -> Resolution | None:
    """Return the name that "the country", "the town" ... refers back to."""
    if token.lemma_.lower() in COUNTRY_WORDS:
        countries = frozenset({Precision.COUNTRY})
        here = country_in_hand(earlier)
        of_text = [r for r in earlier if r.place is not None and r.place.country == here]
        return _last(of_text or earlier, countries, is_any_kind=True)
    word = token.lemma_.lower()
    of_that_kind = [r for r in earlier if r.place is not None and word in _kinds(r)]
    for words, precisions in REFERENCES:
        if word in words:
            # "The port" is the one where it happened rather than where somebody speaks of it.
            if topic and topic.place and topic.place.precision in precisions & TOWN_PRECISIONS:
                return topic
            return _last(
                of_that_kind if word in LAND_WORDS else of_that_kind or earlier, precisions
            )
    return None


def _kinds(resolution: Resolution) -> str:
    """Return the words that may say what kind of place it is: "Moray Valley"."""
    feature = resolution.place.feature if resolution.place else ""
    return f"{resolution.mention.surface} {feature}".lower()


def _last(
    earlier: Sequence[Resolution], precisions: frozenset[Precision], *, is_any_kind: bool = False
) -> Resolution | None:
    for resolution in reversed(earlier):
        place, kind = resolution.place, resolution.mention.kind
        is_meant = resolution.is_drawn or is_unknown(place)
        is_named = is_any_kind or (is_meant and kind is MentionKind.TOPONYM)
        if place is not None and place.precision in precisions and is_named:
            return resolution
    return None
