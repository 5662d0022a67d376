"""Counts of those who are dead, killed, wounded: "left 10 dead", "one of its men was dead"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.counting.people import as_toll, toll_of_list, toll_of_phrase
from dashboard.coding.counting.quantities import read_quantity
from dashboard.coding.counting.toll_phrases import TollMention
from dashboard.coding.what.frames import read_frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon

MIXED = frozenset({"wounded", "injured", "injuries", "wounds", "captured", "missing", "arrested"})
# "managed to kill six"
MANAGING = frozenset({"manage", "succeed", "proceed", "go", "continue"})
SUPPOSING = frozenset({"fear", "believe", "presume", "think"})
PUT_AT = (
    r"at (?P<n>(?:(?:at least|more than|about|around|some|over|between) )?"
    r"[\d,]*\d(?: (?:to|and) [\d,]*\d)?|(?:at least |more than |about )?[\w,-]+)"
)
WINDOW = 12
FATAL = True
SLAIN = frozenset({"dead", "killed", "murdered", "slain", "massacred", "executed", "assassinated"})
# "Two of the dead were children" were counted before; "a vigil for murdered leaders" counts nobody.
NOT_COUNTED = re.compile(
    r"\bof (?:the|those|these)\b|\b(?:for|of|with|by|to|from|on|in|as|over|about)\s*$",
    re.IGNORECASE,
)


def count_list(token: Token, sentence: Sentence, lexicon: Lexicon) -> TollMention | None:
    """Read "left 13 prisoners and a guard dead", "one of its soldiers was dead"."""
    is_fatal = token.lower_ in {"dead", "killed"}
    if any(c.lower_ in MIXED for c in token.conjuncts):
        return None  # "some 500 were dead or wounded"
    if token.dep_ == "acomp" and token.head.lemma_ == "be" and not is_unreal(token.head):
        victims = read_frame(token.head).subjects
        toll = toll_of_list(victims, sentence, lexicon)
        return TollMention(token, is_fatal, toll, victims=victims) if toll else None
    if token.dep_ == "oprd" and token.head.lemma_ in SUPPOSING | {"report", "confirm"}:
        victims = read_frame(token.head).objects
        toll = toll_of_list(victims, sentence, lexicon)
        if toll is not None and token.head.lemma_ in SUPPOSING:
            # "12 are feared dead": 12 at most
            toll = replace(toll, low=None, high=toll.high or toll.low)
        return TollMention(token, is_fatal, toll, victims=victims) if toll else None
    last = token.nbor(-1) if token.i else token
    if last.dep_ != "conj" or last.pos_ != "NOUN" or last.head.pos_ != "NOUN":
        return None
    first = last.head
    while first.dep_ == "conj" and first.head.pos_ == "NOUN":
        first = first.head
    victims = (first, *(w for w in first.conjuncts if w.i <= last.i))
    is_counted = all(any(c.dep_ in {"nummod", "det"} for c in v.children) for v in victims)
    toll = toll_of_list(victims, sentence, lexicon) if is_counted else None
    return TollMention(token, is_fatal, toll, victims=victims) if toll else None


def count_adjective(token: Token, sentence: Sentence) -> Iterator[TollMention]:
    """Read "left 10 dead", "12 dead and 30 wounded", "five dead"."""
    doc, before = token.doc, token.doc[max(0, token.i - WINDOW) : token.i]
    if token.i + 2 < len(doc) and doc[token.i + 1].lower_ in {"and", "or"}:
        following = doc[token.i + 2].lower_
        if following in MIXED | {"dead", "killed"} and not doc[token.i + 2].nbor(-1).like_num:
            return
    after = doc[token.i + 1 : token.i + 6]
    put_at = re.match(PUT_AT, after.text)
    if put_at is not None and (quantity := read_quantity(put_at["n"])) is not None:
        # "officials put the dead at 22"
        start = after.start_char + put_at.start("n")
        toll = as_toll(quantity, put_at["n"], start, sentence)
        yield TollMention(token, is_fatal=True, toll=toll)
        return
    if before and before[-1].lower_ in {"and", "or"}:
        return
    match = re.search(
        r"(?:(?:at least|more than|over|about|around|roughly|some|nearly|up to|close to)\s+)?"
        # Not "in April 2009, leaving 14 soldiers"
        # nor "12 killed and dozens injured"
        r"(?:\d+(?:,\d{3})*\+?|[a-z]+(?:-[a-z]+)?)"
        r"(?:\s+(?!\d|(?:and|killed|dead|wounded|injured)\b)[\w-]+){0,2}"
        r"(?:\s+(?:people|persons|others|other|men|women|children|policemen|\w+s))?\s*$",
        before.text,
        re.IGNORECASE,
    )
    if match is None or NOT_COUNTED.search(match.group()):
        return
    if token.dep_ == "amod" and match.group().split()[-1:] in (["a"], ["an"]):
        return  # "freeing a wounded accomplice", "the funeral of a slain activist"
    quantity = read_quantity(match.group())
    if quantity is None or (quantity.low is None and quantity.high is None):
        return
    start = before.start_char + match.start()
    is_fatal = token.lower_ in SLAIN
    yield TollMention(token, is_fatal, as_toll(quantity, match.group(), start, sentence))


def count_bodies(token: Token, sentence: Sentence) -> Iterator[TollMention]:
    """Read "the bodies of six men", "nine bodies"."""
    for noun in (*read_frame(token).prepositions.get("of", ()), token):
        toll = toll_of_phrase(noun, sentence)
        if toll is not None and toll.low is not None:
            yield TollMention(token, FATAL, toll)
            return


def count_idiom(token: Token, sentence: Sentence) -> Iterator[TollMention]:
    """Read "the death toll rose to 18" and "claimed the lives of seven people"."""
    rest = token.doc[token.i + 1 : token.i + 8]
    if not len(rest):
        return
    if token.lemma_.lower() == "toll":
        if token.i == 0 or token.nbor(-1).lower_ != "death" or _is_sum_of_many(token):
            return
        match = re.search(
            r"\b(?:to|at|of|is|was)\s+(?!an? )(?P<n>(?:(?:at least|more than|about)\s+)?[\w,]+)",
            rest.text,
        )
    else:
        match = re.match(
            r"of\s+(?P<n>(?:(?:at least|more than|about)\s+)?[\w,]+(?:\s\w+)?)", rest.text
        )
    if match is None:
        return
    quantity = read_quantity(match["n"])
    if quantity is not None and quantity.low is not None:
        yield TollMention(
            token,
            FATAL,
            as_toll(quantity, match["n"], rest.start_char + match.start("n"), sentence),
        )


def _is_sum_of_many(token: Token) -> bool:
    """Whether "raises the toll to 290" adds up what came before, not what this event did."""
    return token.dep_ == "dobj" and token.head.lemma_ in {"raise", "bring", "push", "take"}


def is_unreal(verb: Token) -> bool:
    """Whether nobody is said to have been killed: negated, attempted, wanted, possible."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "neg"}}
    modal = auxiliaries & {"not", "n't", "never", "will", "would", "could", "might", "can"}
    is_infinitive = "to" in auxiliaries and "have" not in auxiliaries
    return bool(modal) or (is_infinitive and verb.head.lemma_ not in MANAGING)
