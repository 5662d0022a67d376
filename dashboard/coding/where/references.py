"""Words that refer back to a place: "there", "the country", "the town", "the Arlandic capital"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shapely import Point

from dashboard.coding.where.capital_words import CAPITAL_FEATURE, capital_meant, country_in_hand
from dashboard.coding.where.place_cues import SPOKEN_OR_SHOT_FROM
from dashboard.geography.distance import distance_km
from dashboard.model import POINTS, MentionKind, NoMark, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dashboard.coding.passages import Sentence
    from dashboard.coding.where.ground import Ground
    from dashboard.model import Place, Resolution

REACH_BACK = 60
THERE_REACH = 200
"""Characters, two sentences or so: farther back "there" may well mean another place."""
JUST_NAMED = 3
"""Characters before the sentence: the place that the last one ended with."""
COUNTRY_WORDS = frozenset({"country", "nation", "republic", "homeland"})
TOWN_WORDS = frozenset({"city", "town", "village", "port", "settlement"})
ENCLAVES = frozenset({"enclave", "exclave"})
"""A region as a rule, at times a town."""
LAND_WORDS = frozenset({"valley", "island", "desert", "mountain"})
"""No province is called so; only a name with the word, or a place of the kind, is meant."""
AREA_WORDS = frozenset(
    {"valley", "province", "district", "agency", "region", "department", "governorate", "county"}
    | {"oblast", "prefecture", "mountain"}
)
LEVELS = {
    **dict.fromkeys(("province", "governorate", "department", "oblast", "prefecture"), "ADM1"),
    **dict.fromkeys(("district", "county"), "ADM2"),
}
AREA_PRECISIONS = frozenset({Precision.REGION, Precision.PROVINCE})
REFERENCES = ((TOWN_WORDS, POINTS), (AREA_WORDS, AREA_PRECISIONS))
RECENT = 3
TAKEN = frozenset({"take", "capture", "retake", "recapture", "overrun", "besiege", "storm"})
WON = frozenset({"win", "take", "get", "have"})
AT_PLACE = re.compile(r"\b(?:in|at|near|of|on|around|outside)\s+$", re.IGNORECASE)
SEATS = frozenset({CAPITAL_FEATURE, "PPLA"})
CITY_KM = 20
HELD_BY_TOWN = "site"
"""The kind of place that is not known but put in a town by the text."""
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
    told: Resolution | None = None
    for token in doc:
        is_there = token.lower_ == "there" and token.dep_ == "advmod"
        is_here = _is_here(token, sentence)
        is_it = _is_taken_it(token)
        if not is_there and not is_it and not is_here and not _can_refer(token):
            continue
        end = bisect_left(resolutions, sentence.offsets[token.idx], key=_start)
        earlier = resolutions[max(0, end - REACH_BACK) : end]
        if is_there:
            found = _there(token, sentence, earlier, topic=there)
        elif is_here:
            found = _filed_from(earlier)
        elif is_it:
            found = told or _just_told(earlier, token, sentence)
        elif token.lemma_.lower() == "capital":
            found = capital_meant(token, sentence, resolutions, ground)
        else:
            here = _named_here(token, sentence, earlier)
            found = _by_last_word(token, earlier) or _antecedent(
                token, earlier, topic=here or there
            )
        if found is not None and found.place is not None:
            # "They took the harbour of that town and kept it until troops recaptured it."
            told = found if found.place.precision in POINTS else told
            is_word = is_there or is_it or is_here
            yield Reference(found, token, token.text if is_word else _words_of(token))


def _there(
    token: Token, sentence: Sentence, earlier: Sequence[Resolution], *, topic: Resolution | None
) -> Resolution | None:
    """Return what "there" means: what has just been named, else what the paragraph is about."""
    last = _first_of_chain(_last(earlier, NOT_GROUPINGS), earlier)
    if last is not None and sentence.whole.start - last.mention.end <= JUST_NAMED:
        return last
    if topic is not None or last is None or not _is_within_reach(last, token, sentence):
        return topic
    return last


def _is_here(token: Token, sentence: Sentence) -> bool:
    """Whether it is the "here" of a reporter, who is where the report was filed."""
    is_quoted = sum(sentence.text[: token.idx].count(mark) for mark in '"“”') % 2 == 1
    return token.lower_ == "here" and token.dep_ == "advmod" and not is_quoted


def _filed_from(earlier: Sequence[Resolution]) -> Resolution | None:
    """Return the town of the dateline."""
    filed = (r for r in earlier if r.no_mark is NoMark.FILED_FROM)
    return next((r for r in filed if r.place and r.place.precision in POINTS), None)


def _is_taken_it(token: Token) -> bool:
    """Whether it is "recaptured it" or "won it back", of a place."""
    if token.lower_ != "it" or token.dep_ != "dobj":
        return False
    verb = token.head
    is_back = any(child.lower_ == "back" for child in verb.children)
    return verb.lemma_.lower() in TAKEN or (is_back and verb.lemma_.lower() in WON)


def _just_told(
    earlier: Sequence[Resolution], token: Token, sentence: Sentence
) -> Resolution | None:
    last = _last(earlier, POINTS)
    return last if last is not None and _is_within_reach(last, token, sentence) else None


def _first_of_chain(last: Resolution | None, earlier: Sequence[Resolution]) -> Resolution | None:
    """Return the town of "Bara in northern Arland" rather than the area that it lies in."""
    at = earlier.index(last) if last is not None else 0
    if last is None or last.place is None or at == 0:
        return last
    before = earlier[at - 1]
    is_beside = 0 < last.mention.start - before.mention.end <= CHAIN_GAP
    is_finer = before.place is not None and before.place.precision in POINTS
    is_wider = last.place.precision not in POINTS
    is_named = before.is_drawn or is_unknown(before.place)
    if not (is_beside and is_finer and is_wider and is_named and before.place):
        return last
    return before if {*before.place.countries} & {*last.place.countries} else last


CHAIN_GAP = 12
NOT_GROUPINGS = frozenset(Precision) - {Precision.MULTI_COUNTRY}


def _start(resolution: Resolution) -> int:
    return resolution.mention.start


def _words_of(token: Token) -> str:
    first = min(c.i for c in (token, *token.children) if c.i <= token.i)
    return token.doc[first : token.i + 1].text


def _is_within_reach(found: Resolution, token: Token, sentence: Sentence) -> bool:
    return sentence.offsets[token.idx] - found.mention.end <= THERE_REACH


def _named_here(
    token: Token, sentence: Sentence, earlier: Sequence[Resolution]
) -> Resolution | None:
    """Return the town at which something is in the words before: "work at Bara ... the town"."""
    if any(c.lower_ == "same" for c in token.children):
        last = _last(earlier, POINTS)
        return _city_around(last, earlier) if token.lemma_.lower() == "city" else last
    if any(c.lower_ == "this" for c in token.children):
        return _filed_from(earlier)
    for resolution in reversed(earlier):
        run = sentence.find(resolution.mention.span)
        if run is None:
            return None
        before = sentence.text[: run[0]]
        if AT_PLACE.search(before) and not SPOKEN_OR_SHOT_FROM.search(before):
            return _last([resolution], POINTS)
    return None


def _city_around(last: Resolution | None, earlier: Sequence[Resolution]) -> Resolution | None:
    """Return the capital that a quarter is part of: "the lawns of Lima: a bomb in Miraflores"."""
    if last is None or last.place is None or last.place.feature in SEATS:
        return last
    for each in reversed(earlier[-RECENT:]):
        place = each.place
        is_seat = each.is_drawn and place is not None and place.feature in SEATS
        if is_seat and place and distance_km(_spot(place), _spot(last.place)) <= CITY_KM:
            return each
    return last


def _spot(place: Place) -> Point:
    return Point(place.lon, place.lat)


def _by_last_word(token: Token, earlier: Sequence[Resolution]) -> Resolution | None:
    """Return the place whose name ends with the word: "the Strip", "the Valley"."""
    if not token.text[0].isupper():
        return None
    named = (r for r in reversed(earlier) if r.mention.surface.endswith(f" {token.text}"))
    return next((r for r in named if r.is_drawn and r.place is not None), None)


def _can_refer(token: Token) -> bool:
    """Whether it is a bare "the country", "the town" in a place for places."""
    is_definite = any(c.lower_ in {"the", "this", "that", "its"} for c in token.children)
    is_capital = token.lemma_.lower() == "capital"
    parts = {"det", "case", "punct", "amod"} | ({"compound", "poss"} if is_capital else set())
    is_bare = all(c.dep_ in parts for c in token.children)
    roles = {"poss", "pobj", "dobj", "nsubj", "nsubjpass"}
    return is_definite and is_bare and token.dep_ in roles


def is_unknown(place: Place | None) -> bool:
    """Whether it only stands for a name that no gazetteer knows."""
    return place is not None and place.place_id.startswith(UNKNOWN)


def is_in_town(place: Place | None) -> bool:
    """Whether no gazetteer knows it and the text puts it in a town: a street, a neighborhood."""
    return place is not None and is_unknown(place) and place.feature == HELD_BY_TOWN


def _antecedent(
    token: Token, earlier: Sequence[Resolution], *, topic: Resolution | None
) -> Resolution | None:
    """Return the name that "the country", "the town" ... refers back to."""
    if token.lemma_.lower() in COUNTRY_WORDS:
        countries = frozenset({Precision.COUNTRY})
        # "Spaniards in El Salvador ... the country": places say more of that than peoples.
        towns = [r for r in earlier if r.mention.kind is MentionKind.TOPONYM]
        here = country_in_hand(towns) or country_in_hand(earlier)
        of_text = [r for r in earlier if r.place is not None and r.place.country == here]
        return _last(of_text or earlier, countries, is_any_kind=True)
    word = token.lemma_.lower()
    if word in ENCLAVES:
        recent = earlier[-RECENT:]
        return _last(recent, AREA_PRECISIONS) or _last(recent, POINTS)
    of_level = [r for r in earlier if r.place and r.place.feature == LEVELS.get(word)]
    if of_level:
        return _last(of_level, AREA_PRECISIONS)
    of_that_kind = [r for r in earlier if r.place is not None and word in _kinds(r)]
    for words, precisions in REFERENCES:
        if word in words:
            # What the text puts in a town is a part of "the city", not the city.
            earlier = [r for r in earlier if not is_in_town(r.place)]
            topic = None if topic and is_in_town(topic.place) else topic
            # "The port" is the one where it happened rather than where somebody speaks of it.
            if topic and topic.place and topic.place.precision in precisions & POINTS:
                return topic
            return _last(
                of_that_kind if word in LAND_WORDS else of_that_kind or earlier, precisions
            )
    return None


def _kinds(resolution: Resolution) -> str:
    """Return the words that may say what kind of place it is: "Moray Valley"."""
    place = resolution.place
    known = f"{place.name} {place.feature}" if place else ""
    return f"{resolution.mention.surface} {known}".lower()


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
