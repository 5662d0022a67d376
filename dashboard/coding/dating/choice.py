"""When an event happened: the date expression that the parse ties to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import as_when
from dashboard.coding.dates.words import WEEKDAYS
from dashboard.coding.where.attachment import FAR, Attachment, has_subject, is_declared_undone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from dashboard.coding.dates.intervals import DateExpression
    from dashboard.coding.passages import Sentence
    from dashboard.model import When

BESIDE = re.compile(r",?\s*(?:on|in|at|near|late|early|during|since|outside)?(?:\s+the)?\s*")

DEICTIC = re.compile(
    rf"\b(?:{WEEKDAYS}|yesterday|today|tonight|last night"
    r"|this (?:morning|afternoon|evening)|weekend)\b",
    re.IGNORECASE,
)
SHORT = 7
TELLING = frozenset(
    {"attack", "raid", "clash", "battle", "strike", "offensive", "war", "massacre", "bombing"}
    | {"siege", "uprising", "coup", "riot", "protest", "march", "campaign", "operation", "ambush"}
)
ENDING_IN = frozenset({"end", "result", "turn", "culminate", "escalate", "erupt"})
AFTER_PHRASE = re.compile(r"\s+(?:(?:on|in)\s+)?(?:the\s+)?")
# A label may stand before the day: "Border, Monday 8th: ..."
LED_BY = re.compile(r"[\s*•·–—#(\[-]*(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, )?")
LEADING = re.compile(r"(?: (?:the )?\d{1,2}(?:st|nd|rd|th)?)?[\])*]*\s*(?::|–|—|--?\s|\|)")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression with the word that heads it in the parse."""

    expression: DateExpression
    head: Token


def locate_dates(doc: Doc, expressions: Sequence[DateExpression]) -> tuple[DateMention, ...]:
    """Return the date expressions of a sentence with their heads."""
    found = []
    for expression in expressions:
        span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if span is not None and len(span):
            found.append(DateMention(expression, _head_of(list(span))))
    return tuple(found)


def _head_of(words: list[Token]) -> Token:
    """Return the first word of an expression, or the one above it within the expression."""
    inside = {w.i for w in words}
    word = words[0]
    while word.head.i in inside and word.head.i != word.i:
        word = word.head
    return word


def choose_date(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date of an event among those of its sentence, or `None`."""
    token = attachment.token
    dates = [d for d in dates if not _only_marks(d, token) and not _is_time_spent(d, token)]
    own = _date_of_when(dates, token) or _nearest(dates, attachment)
    if own is not None:
        return own
    shared = attachment.of_shared_subject()
    of_shared = _nearest(dates, shared) if shared is not None else None
    return (
        of_shared
        or _date_of_next_verb(dates, attachment)
        or _date_after_phrase(dates, token)
        or _date_before_speaker(dates, attachment)
        or _date_of_outcome(dates, attachment)
        or _date_of_attempt(dates, attachment)
        or _date_of_main_verb(dates, attachment)
        or _only_day(dates, attachment)
        or _date_after_perfect(dates, attachment)
    )


def _only_marks(mention: DateMention, token: Token) -> bool:
    """Whether a month or year only tells things apart: "December wages", "the 2008 pact void"."""
    noun = mention.head.head
    if noun.i == token.i and is_declared_undone(token):
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
            found = _nearest(dates, Attachment(verb, frozenset(), attachment.reports))
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


def words_of(mention: DateMention) -> str:
    """Return the words of a date."""
    return mention.head.doc.text[mention.expression.start : mention.expression.end]


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


def clause_of(token: Token) -> Token:
    """Return the first verb of an event's clause: "when bombers walked in and killed 260"."""
    while token.dep_ in {"conj", "nsubj", "nsubjpass", "dobj"} and token.head.i != token.i:
        token = token.head
    return token


def _date_of_when(dates: Sequence[DateMention], token: Token) -> DateMention | None:
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


def _date_of_outcome(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date of "four children died on 3 May in Bara, when a shell exploded"."""
    clause = clause_of(attachment.token)
    is_when = any(c.lower_ == "when" for c in clause.children)
    if not is_when or clause.dep_ not in {"advcl", "relcl"}:
        return None
    verb = next((w for w in clause.ancestors if w.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() in attachment.reports:
        return None
    return _nearest(dates, Attachment(verb, frozenset(), attachment.reports))


def _date_of_main_verb(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date of "raided camps on 5 February, killing eleven", for both verbs."""
    token = attachment.token
    is_part = token.dep_ == "advcl" and token.tag_ == "VBG" and token.head.pos_ == "VERB"
    if not is_part or any(c.dep_ in {"mark", "nsubj", "prep"} for c in token.children):
        return None
    return _nearest(dates, Attachment(token.head, frozenset(), attachment.reports))


def _date_of_attempt(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date of "an attempt to reach him on 15 April ended in a gunfight"."""
    into = attachment.token.head
    verb = into.head
    if into.dep_ != "prep" or verb.lemma_.lower() not in ENDING_IN:
        return None
    subjects = {w.i for c in verb.children if c.dep_ == "nsubj" for w in c.subtree}
    return next((d for d in dates if d.head.i in subjects), None)


def _date_after_perfect(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
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


def _nearest(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    at = attachment.token.i
    ranked = [
        (attachment.date_distance(d.head), abs(d.head.i - at), i) for i, d in enumerate(dates)
    ]
    best = min(ranked, default=None)
    return dates[best[2]] if best is not None and best[0] < FAR else None


def read_when(mention: DateMention, sentence: Sentence) -> When:
    """Return the date of a mention with the words that say so."""
    expression = mention.expression
    return as_when(expression.interval, sentence.span(expression.start, expression.end))
