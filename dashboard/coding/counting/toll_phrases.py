"""Tolls in set phrases that the parse does not tell: "cost 12 lives", "treated 19 people"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.counting.people import NOT_PEOPLE_LEMMAS, as_toll
from dashboard.coding.counting.quantities import NUMBER, read_quantity
from dashboard.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import TollPhrase
    from dashboard.model import Toll

BOUND = r"(?:(?:at least|more than|over|about|around|roughly|some|nearly|almost|up to|another) )?"
COUNT = re.compile(
    rf"\s+(?P<n>between (?:{NUMBER.pattern}) and (?:{NUMBER.pattern})"
    rf"|{BOUND}(?:an estimated |a further )?(?:{NUMBER.pattern})(?: (?:others|more))?)",
    re.IGNORECASE,
)
COUNTED_WORDS = 4
ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
# "...; Arland's army said ten", "..., while the rebels spoke of 40"
OTHER_COUNT = re.compile(
    rf"(?:;|, (?:while|but|though|whereas|and)) (?P<who>[^;,.]{{2,50}}?)"
    rf" (?:said|says|put it at|puts it at|gave|gives|spoke of|speaks of|counted|counts|reported"
    rf"|reports|admitted|acknowledged|confirmed|claimed|claims)"
    rf"(?: (?:only|just|it was|that|there were))* {COUNT.pattern.removeprefix(chr(92) + 's+')}"
    rf"(?: (?:dead|deaths))?(?=[.;,]|$)",
    re.IGNORECASE,
)

# "The army put the number of dead at 19, civil society at 35."
GAPPED_COUNT = re.compile(
    rf"\b(?:put|puts|gave) [^;.]{{3,60}}? at (?:{NUMBER.pattern})(?:,| and|, and)"
    rf" (?P<who>(?!at )[^;,.]{{2,50}}?) at {COUNT.pattern.removeprefix(chr(92) + 's+')}(?=[.;,]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TollMention:
    """A number of people killed or injured, and the word that says so."""

    token: Token
    is_fatal: bool
    toll: Toll
    is_of_wounded: bool = False
    """Whether it counts who came to hospital: it is the toll only where no other is given."""
    victims: tuple[Token, ...] = ()
    """The words that name who was killed or injured."""
    claim: Claim | None = None
    """Whose figure it is, where the words behind a rival's say so."""


def find_phrases(
    doc: Doc, sentence: Sentence, phrases: tuple[TollPhrase, ...]
) -> Iterator[TollMention]:
    """Yield the tolls of a sentence that set phrases state."""
    for phrase in phrases:
        for match in phrase.find(doc.text):
            quantity = read_quantity(match["n"])
            if quantity is None or (quantity.low is None and quantity.high is None):
                continue
            token = _word_at(doc, match)
            toll = as_toll(quantity, match["n"], match.start("n"), sentence)
            yield TollMention(token, phrase.harm == "killed", toll, phrase.harm == "treated")


def find_other_counts(
    doc: Doc, sentence: Sentence, told: Iterable[TollMention]
) -> Iterator[TollMention]:
    """Yield what somebody else says of a toll just told: "..., while the army said ten"."""
    ends = [(run[1], m) for m in told if m.toll.span and (run := sentence.find(m.toll.span))]
    for match in (*OTHER_COUNT.finditer(doc.text), *GAPPED_COUNT.finditer(doc.text)):
        before = [m for end, m in sorted(ends, key=lambda e: e[0]) if end <= match.start("who")]
        quantity = read_quantity(match["n"])
        is_told = any(e == match.end("n") for e, _ in ends)
        if not before or is_told or quantity is None or match["n"].lower() in {"a", "an"}:
            continue
        toll = as_toll(quantity, match["n"], match.start("n"), sentence)
        number = [t for t in doc if match.start("n") <= t.idx < match.end("n")][-1]
        who = ARTICLE.sub("", match["who"])
        run = (match.start("who"), match.end("n"))
        claim = Claim(who, doc.text[slice(*run)], sentence.span(*run))
        yield TollMention(number, before[-1].is_fatal, toll, claim=claim)


def _word_at(doc: Doc, match: re.Match[str]) -> Token:
    """Return the verb of a phrase, else its first word."""
    words = [t for t in doc if match.start() <= t.idx < match.end()]
    return next((w for w in words if w.pos_ == "VERB"), words[0])


def count_behind(verb: Token, sentence: Sentence) -> Toll | None:
    """Return the count right behind a verb, however the parse reads it: "wounding 14"."""
    start = verb.idx + len(verb)
    match = COUNT.match(verb.doc.text, start)
    if match is None:
        return None
    counted = [t for t in verb.doc[verb.i :] if t.idx >= match.end()][:COUNTED_WORDS]
    noun = next((t for t in counted if t.pos_ in {"NOUN", "PROPN"} or t.is_punct), None)
    if noun is not None and noun.lemma_.lower() in NOT_PEOPLE_LEMMAS:
        return None
    quantity = read_quantity(match["n"])
    if quantity is None or match["n"].lower() in {"a", "an"}:
        return None
    return as_toll(quantity, match["n"], match.start("n"), sentence)
