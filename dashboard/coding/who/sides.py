"""Which figure a later count is: the same people, part of them, or the other side's dead."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.joining.gathering import is_told_here
from dashboard.coding.joining.union import join_tolls
from dashboard.coding.who.actor_classes import class_of
from dashboard.model import Toll

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from dashboard.coding.counting.toll_phrases import TollMention
    from dashboard.coding.drafts import Draft
    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon

ANYBODY = frozenset({"person", "people", "other", "man", "woman", "child", "victim", "member"})
PART = re.compile(r"\b(?:includ\w+|among|of (?:them|whom|these|those))\b", re.IGNORECASE)
RIVAL = re.compile(
    r"(?:;|, (?:while|but|though|whereas)\b)[^;]{2,60}?"
    r"\b(?:put|puts|gave|gives|count|counts|counted|spoke|speaks|says?|said|claims?|claimed"
    r"|admits?|admitted|acknowledged?|confirms?|confirmed|reports?|reported)\b"
)
OPENING = re.compile(
    r"^[\"“]?(?:In|At(?! least| most)|Near|Outside|Elsewhere in) (?:the )?(?P<where>[^,;.]{2,60}),"
)
OTHER = re.compile(
    r"^(?:An?|The) (?:like|similar|separate|second|third|earlier|previous)\b"
    r"|^By the end of (?:the|that) (?:month|year|week)\b"
)
RECOUNTED = re.compile(r"\b(?:toll|in all|total|altogether)\b|\bnumber of\b", re.IGNORECASE)
MORE = re.compile(
    r"\b(?:also|too|as well|additional|another|further|more|besides)\b", re.IGNORECASE
)
# "Another two", "a further 12"; "two more people"
FURTHER = re.compile(
    r"\b(?:another|further|additional)(?: \w+)?(?: estimated| at least)?\s+[\w,-]+$", re.IGNORECASE
)
AND_MORE = re.compile(r" (?:\w+ )?more\b(?! than)", re.IGNORECASE)
NEAR = 30
"""Characters between a number and its noun."""
BOTH = " + "
"""Between the words for the dead of one side and of another, whose sum is the toll."""


def side_of(
    mention: TollMention, lexicon: Lexicon, armed_names: Mapping[str, str]
) -> frozenset[str]:
    """Return the ACLED classes of those whom a toll counts; empty where it says "people"."""
    classes = {_class(token, lexicon, armed_names) for token in mention.victims}
    return frozenset(c for c in classes if c) if None not in classes else frozenset()


def _class(token: Token, lexicon: Lexicon, armed_names: Mapping[str, str]) -> str | None:
    if token.lemma_.lower() in ANYBODY or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    return class_of(token, lexicon, armed_names)


def add_toll(
    event: Draft,
    mention: TollMention,
    sentence: Sentence,
    side: frozenset[str],
    *,
    teller: str | None = None,
) -> Draft | None:
    """
    Return the event with one more figure, or `None` if it counts nobody new.

    The dead of two sides are a sum only where one `teller`, or the text itself, counts both.
    """
    known = event.killed if mention.is_fatal else event.injured
    sides = event.sides_killed if mention.is_fatal else event.sides_injured
    is_other = bool(side and sides) and not side & sides and not _is_part(known, mention, sentence)
    is_other = is_other and not _is_again(known, mention, sentence)
    is_other = is_other and not _is_of_another_teller(event, teller, mention, sentence)
    is_rival = mention.claim is not None or _is_rival(known, mention, sentence)
    is_other = is_other or _is_late_death(known, mention, sentence)
    is_other = is_other or _is_own_loss(known, mention) or _is_of_more(known, mention, sentence)
    if is_told_here(event, mention, sentence) and not (is_other or is_rival):
        return None
    toll = _sum_of(known, mention.toll) if is_other else join_tolls(known, mention.toll)
    side = sides | side if is_other or known == Toll() else sides & side
    if mention.is_fatal:
        return replace(event, killed=toll, sides_killed=side)
    return replace(event, injured=toll, sides_injured=side)


def _is_part(known: Toll, mention: TollMention, sentence: Sentence) -> bool:
    """Whether a figure counts some of those counted before: "nine people, among them a soldier"."""
    span = mention.toll.span
    if span is None or known.span is None:
        return True
    run = sentence.find(span)
    before = sentence.find(known.span)
    start = before[1] if before and before[1] <= (run[0] if run else 0) else 0
    return run is None or PART.search(sentence.text, start, run[0]) is not None


def _is_of_another_teller(
    event: Draft, teller: str | None, mention: TollMention, sentence: Sentence
) -> bool:
    """Whether it is "the army said it killed 20 rebels", then "residents said 14 farmers died"."""
    known = event.standing.attribution
    run = sentence.find(mention.toll.span) if mention.toll.span else None
    is_more = run is not None and MORE.search(sentence.text) is not None
    return bool(teller and known) and teller != known and not is_more


def _is_late_death(known: Toll, mention: TollMention, sentence: Sentence) -> bool:
    """Whether who was counted among the injured died: "one of the six injured died on Sunday"."""
    hurt = (w.lower_ for v in mention.victims for w in (v, *v.children))
    is_of_hurt = mention.is_fatal and any(w in {"wounded", "injured"} for w in hurt)
    is_counted = known.low is not None and mention.toll.low is not None
    return is_of_hurt and is_counted and RECOUNTED.search(sentence.text) is None


def _is_own_loss(known: Toll, mention: TollMention) -> bool:
    """Whether a side tells what it lost: "killing 14 of them and losing three of their own"."""
    verb = mention.token
    is_joined = verb.lemma_ == "lose" and verb.head.lemma_ == "kill" and verb.dep_ == "conj"
    return is_joined and known.low is not None and mention.toll.low is not None


def _is_of_more(known: Toll, mention: TollMention, sentence: Sentence) -> bool:
    """Whether they come on top of those told: "another two died in hospital", "two more"."""
    run = sentence.find(mention.toll.span) if mention.toll.span else None
    span = mention.toll.span
    is_later = known.span is not None and span is not None and known.span.end <= span.start
    if run is None or not is_later or known.low is None or mention.toll.low is None:
        return False
    text, also = sentence.text, {c.lower_ for c in mention.token.children} & {"also", "too"}
    is_more = FURTHER.search(text[: run[1]]) or AND_MORE.match(text, run[1])
    return bool(is_more or also) and RECOUNTED.search(text) is None


def _is_again(known: Toll, mention: TollMention, sentence: Sentence) -> bool:
    """Whether another sentence only repeats the figure, whatever it calls the dead."""
    is_later = known.span is not None and not known.span.overlaps(sentence.whole)
    return is_later and (known.low, known.high) == (mention.toll.low, mention.toll.high)


def _is_rival(known: Toll, mention: TollMention, sentence: Sentence) -> bool:
    """Whether somebody else counts otherwise: "killed 40, it said; the army gave nine"."""
    first = sentence.find(known.span) if known.span else None
    second = sentence.find(mention.toll.span) if mention.toll.span else None
    if first is None or second is None or second[0] <= first[1]:
        return False
    return RIVAL.search(sentence.text, first[1], second[0]) is not None


def _sum_of(one: Toll, other: Toll) -> Toll:
    """Return the losses of both sides as one toll, each with its words."""
    high = None if one.high is None or other.high is None else one.high + other.high
    low = (one.low or 0) + (other.low or 0)
    return Toll(low or None, high, f"{one.text}{BOTH}{other.text}", one.span)


def in_words(mention: TollMention, sentence: Sentence, side: frozenset[str]) -> TollMention:
    """Return a toll of one side with the noun that it counts among its words."""
    run = sentence.find(mention.toll.span) if side and mention.toll.span else None
    ends = [t.idx + len(t) for t in mention.victims]
    near = [end for end in ends if run is not None and run[1] < end <= run[1] + NEAR]
    if run is None or not near:
        return mention
    words, span = sentence.text[run[0] : min(near)], sentence.span(run[0], min(near))
    return replace(mention, toll=replace(mention.toll, text=words, span=span))


def is_elsewhere(event: Draft, sentence: Sentence) -> bool:
    """Whether a sentence opens with another place or event: "In Kolun, two were hurt"."""
    opening = OPENING.match(sentence.text)
    if sentence.number == event.sentence.number:
        return False
    if opening is None or not event.places:
        return OTHER.match(sentence.text) is not None
    where = opening["where"].lower()
    names = (n.lower() for p in event.places for n in (p.mention.surface, p.place.name))
    return any(c.isupper() for c in opening["where"]) and not any(n in where for n in names)
