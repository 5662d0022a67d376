"""Dates that another clause gives: the beginning of a time, or the day of an announcement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import as_when, describe_interval, precision_of
from dashboard.coding.dating.located import DEICTIC, clause_of, words_of
from dashboard.model import DatePrecision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dashboard.coding.dating.located import DateMention
    from dashboard.coding.passages import Sentence
    from dashboard.coding.where.attachment import Attachment
    from dashboard.model import When

RITES = frozenset({"funeral", "burial", "memorial", "vigil", "trial", "anniversary"})
CONFIRMING = frozenset({"confirm", "verify", "protest", "march", "rally", "demonstrate", "discuss"})


def date_announced(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return when a side tells of its own deed: "said on Sunday that it had seized", "in May"."""
    verb = clause_of(attachment.token)
    saying = verb.head
    if verb.dep_ != "ccomp" or saying.lemma_.lower() not in attachment.reports or len(dates) != 1:
        return None
    is_own = any(
        c.dep_ == "nsubj" and c.lower_ in {"it", "they", "he", "she"} for c in verb.children
    )
    interval = dates[0].expression.interval
    is_month = precision_of(interval.start, interval.end) is DatePrecision.MONTH
    day = dates[0] if is_month or DEICTIC.search(words_of(dates[0])) else None
    if day is None or not is_own or attachment.token.i in {w.i for w in day.head.subtree}:
        return None
    above = next((w for w in day.head.ancestors if w.pos_ == "VERB"), None)
    return day if above is not None and above.i == saying.i else None


def is_of_promise(mention: DateMention, token: Token) -> bool:
    """Whether it is the Friday of "they vowed on Friday to attack", not of the attack."""
    deed = token
    while deed.dep_ in {"conj", "dobj", "pobj", "prep"} and deed.head.i != deed.i:
        deed = deed.head
    vow = deed.head
    is_vowed = deed.dep_ == "xcomp" and vow.tag_ in {"VBD", "VBN"}
    if not is_vowed or mention.head.i > deed.i:
        return False
    above = next((w for w in mention.head.ancestors if w.pos_ in {"VERB", "AUX"}), None)
    return above is not None and above.i == vow.i


def is_of_rite(mention: DateMention, token: Token) -> bool:
    """Whether it is the day of "the funeral of a boy killed by police turned violent on Friday"."""
    above = next((w for w in token.ancestors if w.lemma_.lower() in RITES), None)
    return above is not None and mention.head.i not in {w.i for w in above.subtree}


def is_of_reaction(mention: DateMention, token: Token) -> bool:
    """Whether it is the day of "they confirmed the attack on Sunday", "marched against the murder".

    The parse hangs such a day on the noun; of what was told before it says nothing sure.
    """
    is_known = token.pos_ == "NOUN" and any(c.lower_ == "the" for c in token.children)
    verb = token.head.head if token.head.dep_ == "prep" else token.head
    if token.dep_ == "dobj" and verb.lemma_ == "claim":
        # "Two days later"; but "the ambush that killed nine on 9 March" dates the ambush.
        asides = {w.i for c in token.children if c.dep_ == "relcl" for w in c.subtree}
        is_aside = mention.head.i in asides
        return mention.head.i > token.i and verb in mention.head.ancestors and not is_aside
    is_reacting = verb.lemma_.lower() in CONFIRMING and token.dep_ in {"dobj", "pobj"}
    is_behind = mention.head.i > token.i and DEICTIC.search(words_of(mention)) is not None
    return is_known and is_reacting and is_behind


def date_since(dates: Sequence[DateMention], token: Token) -> DateMention | None:
    """Return the date of "killed since the group took up arms in 1984", "since the coup of May"."""
    for child in token.children:
        hinges = [w for w in (child, *child.children) if w.lower_ == "since"]
        if not hinges or child.dep_ not in {"advcl", "prep"}:
            continue
        within = {w.i for w in child.subtree}
        found = next((d for d in dates if d.head.i in within), None)
        if found is not None and child.dep_ == "prep":
            return replace(found, expression=replace(found.expression, start=child.idx))
        if found is not None:
            return found
    return None


def as_announced(mention: DateMention, sentence: Sentence) -> When:
    """Return the day of an announcement as that on which, or shortly before, it happened."""
    found = mention.expression
    day = describe_interval(found.interval)
    is_day = found.interval.start == found.interval.end
    words = f"{'on' if is_day else 'in'} or shortly before {day}, when it was announced"
    interval = replace(found.interval, is_about=True, words=words)
    return replace(as_when(interval, sentence.span(found.start, found.end)), inherited=True)
