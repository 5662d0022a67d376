"""Dates that another clause of the sentence lends an event: "killing ten", "when a shell fell"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.dating.located import (
    DEICTIC,
    clause_of,
    nearest_date,
    words_of,
)
from dashboard.coding.where.attachment import MAKING, Attachment
from dashboard.coding.where.clauses import has_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dashboard.coding.dating.located import DateMention

MADE = MAKING | {"conclude", "agree", "broker", "plan", "schedule", "set", "fix", "announce"}
COMING = frozenset({"come", "happen", "occur"})
BEGINNING = MADE | COMING | {"begin", "start", "take", "enter", "go", "erupt", "break", "sign"}
NTH_DAY = re.compile(
    r",\s+(?:the|its|their|a)\s+[\w-]+\s+(?:straight\s+|consecutive\s+)?(?:day|night|week)\s+of\s+"
    r"(?:[\w'’-]+\s+){0,4}",
    re.IGNORECASE,
)
LONG_APPOSED = 2
ENDING_IN = frozenset({"end", "result", "turn", "culminate", "escalate", "erupt"})

DEEPEST = 2
"""Events one within the other: "in a shootout during clashes"."""
WITHIN = frozenset({"in", "during", "amid", "amidst"})
# "An attack that led to talks on Friday": what came of it has its own day.
LATER = frozenset({"lead", "prompt", "spark", "trigger", "provoke", "end", "draw", "shock"})


def date_of_when(dates: Sequence[DateMention], token: Token) -> DateMention | None:
    """Return the date of "on Monday, when aircraft bombed a convoy"."""
    clause = clause_of(token)
    when = next((c for c in clause.children if c.lower_ == "when" and c.dep_ == "advmod"), None)
    if when is None:
        return None
    before = token.doc.text[: when.idx].rstrip(", ")
    found = next((d for d in dates if d.expression.end == len(before)), None)
    if found is None or found.expression.named is None:
        return found
    # "The worst since 12 May, when bombers killed 30": it was on that day.
    day = replace(found.expression, interval=found.expression.named, relation="in")
    return replace(found, expression=day)


def dates_in_clause(dates: Sequence[DateMention], verb: Token) -> list[DateMention]:
    """Return the dates that stand with a verb, not with another below it."""
    return [d for d in dates if _verb_above(d.head) == verb]


def _verb_above(word: Token) -> Token | None:
    return next((w for w in word.ancestors if w.pos_ in {"VERB", "AUX"}), None)


def date_of_its_clause(dates: Sequence[DateMention], token: Token) -> DateMention | None:
    """Return the date of "the truce that took effect on 10 October was broken on Sunday"."""
    for clause in token.children:
        subjects = {c.lower_ for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}}
        is_own = clause.dep_ == "relcl" and bool(subjects & {"that", "which"})
        if token.pos_ == "NOUN" and is_own and clause.lemma_.lower() in BEGINNING:
            return next(iter(dates_in_clause(dates, clause)), None)
    return None


def date_of_nth_day(dates: Sequence[DateMention], token: Token) -> DateMention | None:
    """Return the date of "on Monday, the first day of a strike by drivers", for the strike."""
    text = token.doc.text
    gaps = ((d, text[d.expression.end : token.idx]) for d in dates)
    return next((d for d, gap in gaps if token.pos_ == "NOUN" and NTH_DAY.fullmatch(gap)), None)


def date_of_outcome(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date of "four children died on 3 May in Bara, when a shell exploded"."""
    clause = clause_of(attachment.token)
    words = {c.lower_ for c in clause.children}
    verb = next((w for w in clause.ancestors if w.pos_ == "VERB"), None)
    if verb is None or clause.dep_ not in {"advcl", "relcl"}:
        return None
    # "The worst came on 3 May in Bara, where a shell fell on a school."
    is_told = "when" in words or ("where" in words and verb.lemma_ in COMING)
    if not is_told or verb.lemma_.lower() in attachment.reports:
        return None
    return nearest_date(dates, Attachment(verb, frozenset(), attachment.reports))


def date_of_main_verb(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date of "raided camps on 5 February, killing eleven", for both verbs."""
    token = attachment.token
    is_part = token.dep_ == "advcl" and token.tag_ == "VBG" and token.head.pos_ == "VERB"
    if not is_part or any(c.dep_ in {"mark", "nsubj", "prep"} for c in token.children):
        return None
    return nearest_date(dates, Attachment(token.head, frozenset(), attachment.reports))


def date_of_attempt(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date of "an attempt to reach him on 15 April ended in a gunfight"."""
    into = attachment.token.head
    verb = into.head
    if into.dep_ != "prep" or verb.lemma_.lower() not in ENDING_IN:
        return None
    subjects = {w.i for c in verb.children if c.dep_ == "nsubj" for w in c.subtree}
    return next((d for d in dates if d.head.i in subjects), None)


def date_after_perfect(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """
    Return the day of "police have lowered the number killed when men were ambushed on Sunday".

    No day goes with "have lowered", so that it is of the clause before it.
    """
    clause = clause_of(attachment.token)
    days = [d for d in dates if DEICTIC.search(words_of(d)) and d.head.i > attachment.token.i]
    if len(dates) != 1 or not days or clause.dep_ not in {"advcl", "relcl"}:
        return None
    verb = next((w for w in days[0].head.ancestors if w.pos_ == "VERB"), None)
    if verb is None or verb not in clause.ancestors:
        return None
    is_perfect = any(c.lower_ in {"has", "have"} for c in verb.children)
    return days[0] if is_perfect else None


def date_of_fight(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date of "was shot dead on Friday in a gunfight", for both."""
    link = attachment.token.head
    verb = link.head
    if link.dep_ != "prep" or link.lower_ not in {"in", "during", "amid"} or verb.pos_ != "VERB":
        return None
    return nearest_date(dates, Attachment(verb, frozenset(), attachment.reports))


def date_of_making(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date of "a truce, concluded in Bara in May", "a pact, planned for this August"."""
    noun = attachment.token
    if noun.pos_ != "NOUN":
        return None
    made = next(
        (
            w
            for w in noun.doc[noun.i + 1 :]
            if w.tag_ in {"VBN", "VBD"} and w.lemma_.lower() in MADE
        ),
        None,
    )
    if made is None or has_subject(made):
        return None
    is_beside = made.nbor(-1).text == "," and made.i - noun.right_edge.i <= LONG_APPOSED
    if made.head.i != noun.i and not is_beside:
        return None
    return nearest_date(dates, Attachment(made, frozenset(), attachment.reports))


def date_of_meanwhile(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date of "they shot him as he left a mosque on 12 December"."""
    token = attachment.token
    for clause in (c for c in token.children if c.dep_ == "advcl" and c.tag_ != "VBN"):
        marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"}}
        within = {w.i for w in clause.subtree}
        last = [d for d in dates if d.head.i in within]
        if marks & {"as", "while", "when"} and len(last) == 1 == len(dates):
            return last[0]
    return None


def date_before_semicolon(
    dates: Sequence[DateMention], attachment: Attachment
) -> DateMention | None:
    """Return the date of "they blocked the road on Monday; police used tear gas"."""
    token = attachment.token
    clause = next((c for c in token.children if c.dep_ == "ccomp" and c.i < token.i), None)
    if clause is None or token.dep_ != "ROOT" or len(dates) != 1 or token.tag_ != "VBD":
        return None
    last = token.doc[clause.right_edge.i : clause.right_edge.i + 2]
    is_joined = any(w.text == ";" for w in last) and clause.tag_ == "VBD"
    if not is_joined or clause.lemma_.lower() in attachment.reports:
        return None
    return nearest_date(dates, Attachment(clause, frozenset(), attachment.reports))


def date_of_own_clause(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date of "an ambush that left nine soldiers dead on 9 March near Bara"."""
    noun = attachment.token
    for clause in (c for c in noun.children if c.dep_ == "relcl" and c.tag_ == "VBD"):
        does_it = any(c.dep_ == "nsubj" and c.lower_ in {"that", "which"} for c in clause.children)
        if not does_it or clause.lemma_.lower() in LATER:
            continue
        within = {w.i for w in clause.subtree}
        own = [d for d in dates if d.head.i in within]
        # "An attack that killed nine men whom police had freed on Friday"
        plain = [d for d in own if not _is_aside(d.head, clause)]
        if len(own) == 1 == len(plain):
            return own[0]
    return None


def _is_aside(word: Token, clause: Token) -> bool:
    """Whether a word stands in a clause of its own below another."""
    above = list(word.ancestors)
    between = above[: above.index(clause)] if clause in above else above
    return any(w.dep_ in {"relcl", "advcl", "ccomp"} or w.tag_ == "VBD" for w in between)


def date_of_larger(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date of "a nurse was hurt in a shootout during clashes on Friday", for both."""
    token = attachment.token
    is_within = token.dep_ == "pobj" and token.head.lower_ in WITHIN
    start = token.head.head if is_within else clause_of(token)
    for word in dict.fromkeys((token, start)):
        if (found := _date_within(word, dates, attachment)) is not None:
            return found
    return None


def _date_within(
    word: Token, dates: Sequence[DateMention], attachment: Attachment
) -> DateMention | None:
    """Return the date of the events that a word was "in" or "during", one within the other."""
    for _ in range(DEEPEST):
        preps = [c for c in word.children if c.dep_ == "prep" and c.lower_ in WITHIN]
        nouns = [n for c in preps for n in c.children if n.dep_ == "pobj"]
        larger = next((n for n in nouns if n.i in attachment.others), None)
        if larger is None:
            return None
        within = {w.i for w in larger.subtree}
        own = [d for d in dates if d.head.i in within]
        found = nearest_date(own, Attachment(larger, frozenset(), attachment.reports))
        if found is not None:
            return found
        word = larger
    return None
