"""When an event happened: the date expression that the parse ties to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.dating.located import DEICTIC, clause_of, nearest_date, words_of
from dashboard.coding.dating.other_clauses import (
    date_after_perfect,
    date_before_semicolon,
    date_of_attempt,
    date_of_fight,
    date_of_its_clause,
    date_of_larger,
    date_of_main_verb,
    date_of_making,
    date_of_meanwhile,
    date_of_nth_day,
    date_of_outcome,
    date_of_own_clause,
    date_of_when,
    dates_in_clause,
)
from dashboard.coding.where.attachment import Attachment, is_declared_undone
from dashboard.coding.where.clauses import has_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dashboard.coding.dating.located import DateMention

BESIDE = re.compile(r",?\s*(?:on|in|at|near|late|early|during|since|outside)?(?:\s+the)?\s*")

SHORT = 7
RANKING = re.compile(
    r"\b(?:first|worst|deadliest|bloodiest|biggest|largest|heaviest|most \w+)(?: \w+){1,4} $",
    re.IGNORECASE,
)
TELLING = frozenset(
    {"attack", "raid", "clash", "battle", "strike", "offensive", "war", "massacre", "bombing"}
    | {"siege", "uprising", "coup", "riot", "protest", "march", "campaign", "operation", "ambush"}
)
# "A report of 2015 found that they had armed the killers": when it was told.
SOURCES = frozenset(
    {"report", "study", "survey", "inquiry", "memoir", "book", "interview", "cable"}
)
AFTER_PHRASE = re.compile(r"\s+(?:(?:on|in)\s+)?(?:the\s+)?")
# A label may stand before the day: "Border, Monday 8th: ..."
LED_BY = re.compile(r"[\s*•·–—#(\[-]*(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, )?")
LEADING = re.compile(r"(?: (?:the )?\d{1,2}(?:st|nd|rd|th)?)?[\])*]*\s*(?::|–|—|--?\s|\|)")


def choose_date(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date of an event among those of its sentence, or `None`."""
    token = attachment.token
    dates = [d for d in dates if not _only_marks(d, token) and not _is_time_spent(d, token)]
    own = date_of_when(dates, token) or date_of_its_clause(dates, token)
    if own is not None and own.head not in token.subtree:
        # "A week earlier, when gunmen raided it on 4 May": its clause has a day of its own.
        own = nearest_date(dates_in_clause(dates, clause_of(token)), attachment) or own
    dates = [d for d in dates if not _only_ranks(d, token)]
    own = own or date_of_nth_day(dates, token) or nearest_date(dates, attachment)
    if own is not None:
        return own
    shared = attachment.of_shared_subject()
    of_shared = nearest_date(dates, shared) if shared is not None else None
    return (
        of_shared
        or _date_of_next_verb(dates, attachment)
        or _date_after_phrase(dates, token)
        or _date_before_speaker(dates, attachment)
        or date_of_own_clause(dates, attachment)
        or date_of_larger(dates, attachment)
        or date_of_outcome(dates, attachment)
        or date_of_attempt(dates, attachment)
        or date_of_main_verb(dates, attachment)
        or _only_day(dates, attachment)
        or date_after_perfect(dates, attachment)
        or date_of_making(dates, attachment)
        or date_of_meanwhile(dates, attachment)
        or date_of_fight(dates, attachment)
        or date_before_semicolon(dates, attachment)
    )


def _only_ranks(mention: DateMention, token: Token) -> bool:
    """Whether it says since when nothing like it was: "killed ten, the worst attack since June"."""
    found = mention.expression
    before = token.doc.text[: found.start]
    return found.relation == "since" and RANKING.search(before) is not None


def _only_marks(mention: DateMention, token: Token) -> bool:
    """Whether a month or year only tells things apart: "December wages", "the 2008 pact void"."""
    noun = mention.head.head
    if noun.i == token.i and is_declared_undone(token):
        return True
    is_range = noun.lower_ == "from" and noun.head.i == token.i and token.tag_ == "NNS"
    if is_range:
        return True  # "eleven attacks, from Bara in May to Kolun in December"
    source = noun.head if noun.dep_ == "prep" else noun
    is_source = source.pos_ == "NOUN" and source.lemma_.lower() in SOURCES
    if is_source and not any(a.i == token.i for a in source.ancestors):
        return True
    is_mark = mention.head.dep_ in {"compound", "nummod", "nmod"} and noun.pos_ == "NOUN"
    is_thing = is_mark and noun.i != token.i and noun.ent_type_ not in {"DATE", "TIME"}
    start, end = mention.expression.interval.start, mention.expression.interval.end
    is_short = start is not None and end is not None and (end - start).days < SHORT
    is_plain = noun.i not in {w.i for w in token.subtree} or noun.dep_ in {"pobj", "dobj"}
    return is_thing and is_plain and not is_short and noun.lemma_.lower() not in TELLING


def _is_time_spent(mention: DateMention, token: Token) -> bool:
    """Whether it is how long something else took: "moved to Bara and have spent years there"."""
    verb = mention.head.head
    return verb.lemma_.lower() == "spend" and token.i not in {w.i for w in verb.subtree}


def _date_of_next_verb(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date of "beheaded six men and burned their houses on Friday", for both verbs."""
    token = attachment.token
    if token.pos_ != "VERB":
        return None
    # "A missile fired from Bara destroyed a house": the parse may hang both on "said".
    beside = [c for c in token.head.children if c.dep_ == token.dep_ == "ccomp"]
    for verb in (*token.conjuncts, *beside):
        if verb.i > token.i and verb.pos_ == "VERB" and not has_subject(verb):
            found = nearest_date(dates, Attachment(verb, frozenset(), attachment.reports))
            if found is not None:
                return found
    return None


def _date_after_phrase(dates: Sequence[DateMention], token: Token) -> DateMention | None:
    """Return the date that ends an event's phrase: "marched over the killing of a boy in May"."""
    if token.pos_ != "NOUN":
        return None
    end = token.right_edge.idx + len(token.right_edge)
    gaps = ((d, token.doc.text[end : d.expression.start]) for d in dates if end > token.idx)
    return next((d for d, gap in gaps if AFTER_PHRASE.fullmatch(gap)), None)


def _date_before_speaker(
    dates: Sequence[DateMention], attachment: Attachment
) -> DateMention | None:
    """Return the date of "they burned it, in the night of 12 May, witnesses said"."""
    for mention in dates:
        verb = next((w for w in mention.head.ancestors if w.pos_ == "VERB"), None)
        if verb is None or verb.lemma_.lower() not in attachment.reports:
            continue
        speakers = [c.i for c in verb.children if c.dep_ == "nsubj"]
        is_before = bool(speakers) and mention.head.i < speakers[0] < verb.i
        if is_before and attachment.token.i < mention.head.i and _is_main(attachment):
            return mention
    return None


def _only_day(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """
    Return the only day that the sentence names, as in "found rifles hidden under rice on Friday".

    A day of the week at the end of what is told is news, though the parse ties it to a clause
    that tells no event; a year or a month there may well be that of the clause.
    """
    days = [d for d in dates if DEICTIC.search(words_of(d))]
    if len(dates) != 1 or not days or not _is_main(attachment):
        return None
    head = days[0].head
    verb = next((w for w in (head, *head.ancestors) if w.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.i in attachment.others or verb.i == attachment.token.i:
        return None
    tells = verb.lemma_.lower() in attachment.reports or verb.dep_ in {"ROOT", "ccomp"}
    is_earlier = any(c.lower_ in {"had", "have", "has"} for c in verb.children)
    return None if tells or is_earlier else days[0]


def _is_main(attachment: Attachment) -> bool:
    """Whether the event is what its sentence tells, not an aside."""
    word = attachment.token
    while word.dep_ in {"conj", "dobj", "nsubj", "nsubjpass", "xcomp"} and word.head.i != word.i:
        word = word.head
    is_clause = word.dep_ in {"ccomp", "parataxis"}
    is_said = is_clause and word.head.lemma_.lower() in attachment.reports
    # "They closed the road on Tuesday; there was no violence."
    return word.dep_ == "ROOT" or is_said or (is_clause and word.i < word.head.i)


def date_beside(
    dates: Sequence[DateMention], text: str, spots: Sequence[tuple[int, int]]
) -> DateMention | None:
    """Return the date that stands with the event's place: "in Bara on 16 November"."""
    for mention in dates:
        start, end = mention.expression.start, mention.expression.end
        for first, last in spots:
            between = text[last:start] if last <= start else text[end:first]
            if BESIDE.fullmatch(between):
                return mention
    return None


def date_in_front(dates: Sequence[DateMention], text: str) -> DateMention | None:
    """Return the date that leads a sentence: "14 May: gunmen attacked a bus"."""
    for mention in dates:
        start, end = mention.expression.start, mention.expression.end
        if LED_BY.fullmatch(text[:start]) and LEADING.match(text[end:]):
            return mention
    return None
