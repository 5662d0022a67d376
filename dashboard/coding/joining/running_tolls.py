"""Tolls that the text counts on: "bringing the toll to seven"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.counting.quantities import read_quantity
from dashboard.coding.joining.gathering import BLOODY
from dashboard.model import Toll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.coding.drafts import Draft
    from dashboard.coding.passages import Sentence

RISING = r"(?:ris|rose|climb|increas|grow|grew|jump|mount|reach|stood|stand)\w*"
BRINGING = r"(?:bring|brought|rais|tak|took|push|driv|drove|lift)\w*"
NUMBER = (
    r"(?P<number>(?:at least |more than |about |around |nearly |over )?[\w,-]+"
    r"(?: (?:dozen|hundred))?)"
)
TOLL = re.compile(
    rf"\b(?:{BRINGING} the (?:total |overall )?(?:death |casualty )?toll(?: of [^,.;]{{1,40}}?)?"
    rf"(?: from [^,.;]{{1,60}}?)? to|(?:death )?toll(?: (?:from|of|in) [^,.;]{{1,80}}?)?"
    rf" (?:has |had )?{RISING}(?: to| at)?) {NUMBER}",
    re.IGNORECASE,
)
WOUNDED = re.compile(r"\b(?:injur|wound|casualt)", re.IGNORECASE)


def count_on(events: Sequence[Draft], sentence: Sentence) -> tuple[Draft, ...]:
    """Return the events, the deaths of the one that a sentence counts on set to the new toll."""
    match = TOLL.search(sentence.text)
    quantity = read_quantity(match["number"]) if match else None
    index = _told_last(events, sentence)
    if match is None or quantity is None or quantity.low is None or index is None:
        return tuple(events)
    if WOUNDED.search(match.group()) or _has_own(events[index], sentence):
        return tuple(events)
    if quantity.low < (events[index].killed.low or 0):
        return tuple(events)  # a toll that "rises" to less than was told counts others
    toll = Toll(quantity.low, quantity.high, match["number"], sentence.span(*match.span("number")))
    evidence = tuple(dict.fromkeys((*events[index].evidence, sentence)))
    counted = replace(events[index], killed=toll, evidence=evidence)
    return (*events[:index], counted, *events[index + 1 :])


def _has_own(event: Draft, sentence: Sentence) -> bool:
    """Whether the sentence tells the event first, with its toll: the new total is of more."""
    own = event.killed.span
    is_first = event.sentence.number == sentence.number
    return is_first and own is not None and own.overlaps(sentence.whole)


def _told_last(events: Sequence[Draft], sentence: Sentence) -> int | None:
    """Return the bloody event of the sentence, else the last one told before it."""
    bloody = [
        i for i, e in enumerate(events) if e.rule.family in BLOODY and e.standing.status.is_incident
    ]
    here = [i for i in bloody if sentence in events[i].evidence]
    told = here or bloody
    return told[-1] if told else None
