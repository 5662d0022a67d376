"""The ends of what lasts: dates at which something began, stopped, or came into force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import LONGEST_YEAR, Interval, as_when, open_from
from dashboard.model import DatePrecision

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Token

    from dashboard.coding.dating.located import DateMention
    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.coding.what.triggers import Trigger
    from dashboard.model import When

ENDING = frozenset({"end", "stop", "cease", "halt", "subside"})
# "Ended with 16 deaths", "ended peacefully": it is how it went.
HOW = frozenset({"with", "without", "peacefully", "calmly", "violently"})
MADE = frozenset({"agreement", "ban", "curfew"})


def with_beginning(
    trigger: Trigger, when: When, *, lexicon: Lexicon, published: date | None
) -> When:
    """Return "began two months ago" as from then to the day of publication."""
    token = trigger.token
    begins = token.head.lemma_.lower() in lexicon.phrases["begin"]
    is_ongoing = begins and token.dep_ == "nsubj" and token.tag_ == "NNS"
    if not is_ongoing or _is_long_ago(when, published):
        return when
    is_vague = when.precision not in {DatePrecision.UNKNOWN, DatePrecision.DAY}
    return open_from(when, published) if is_vague else when


def _is_long_ago(when: When, published: date | None) -> bool:
    """Whether what began then need not go on: "in 2011 protests began in March"."""
    return bool(published and when.end and (published - when.end).days > LONGEST_YEAR)


def with_end(trigger: Trigger, when: When, mention: DateMention) -> When:
    """Return "the shelling stopped on Tuesday" as until then, not as of that day."""
    token = trigger.token
    is_over = token.dep_ == "nsubj" and token.head.lemma_.lower() in ENDING
    verb = next((w for w in mention.head.ancestors if w.pos_ == "VERB"), None)
    # "The strike, which began on 10 August, ended": that day is not the end.
    is_of_end = verb is None or verb.i == token.head.i
    if not is_over or not is_of_end or when.end is None or token.head.i == token.i:
        return when
    if any(_is_outcome(child) for child in token.head.children):
        return when
    return as_when(Interval(None, when.end), when.span)


def _is_outcome(child: Token) -> bool:
    """Whether it says how something went on its only day: "the march ended in riots"."""
    if child.lower_ == "in" and child.head.lemma_.lower() == "end":
        return any(w.pos_ == "NOUN" and not w.ent_type_ for w in child.children)
    return child.dep_ == "dobj" or child.lower_ in HOW


def is_in_force(trigger: Trigger) -> bool:
    """Whether what was made is said to last: "the ban has been in place", "the truce has held"."""
    token = trigger.token
    verb = token.head
    if trigger.rule.family not in MADE or token.dep_ != "nsubj" or token.tag_ == "NNS":
        return False
    words = {w.lower_ for w in verb.children} | {verb.lemma_.lower()}
    nouns = {w.lower_ for c in verb.children if c.dep_ == "prep" for w in c.children}
    return bool(nouns & {"force", "place", "effect"}) or bool(words & {"hold", "last"})
