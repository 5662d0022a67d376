"""Sentences that say their verb once for several events, told one by one.

"The rebels took Bara on 27 January and Kolun on 16 February" is two captures; "ten were killed in
Bara and four in Kolun", "Bara was shelled in March and again in June" are two attacks each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.coding.dates.candidates import HAS_YEAR
from dashboard.coding.dates.finding import find_dates
from dashboard.coding.dates.words import MONTH_NAMES, NUMBERS
from dashboard.coding.passages import Sentence
from dashboard.coding.where.mentions import standing_in
from dashboard.model import MentionKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from spacy.tokens import Doc

    from dashboard.coding.dates.intervals import DateExpression
    from dashboard.model import Resolution

    Run = tuple[int, int]

# What a sentence names, each of its characters replaced by the sign of its kind.
PLACE, DATE, COUNT = "\ue000", "\ue001", "\ue002"
QUANTITY = re.compile(
    r"\b(?:(?:at least|about|around|some|nearly|almost|more than|over|up to|as many as|another"
    rf"|a further|an estimated) )?(?:\d{{1,3}}(?:,\d{{3}})+|{NUMBERS}|another|dozens|several"
    r"|scores)(?: (?:others?|more|of them))?\b",
    re.IGNORECASE,
)
COUNTED_ON = re.compile(
    rf"\b(?:the (?:next|following) (?:day|week|month|year)|(?:{NUMBERS}|an?)"
    r" (?:day|week|month|year)s? (?:later|afterwards?))\b",
    re.IGNORECASE,
)
KINDS_OF_PLACE = (
    r"(?:towns?|city|cities|villages?|ports?|districts?|provinces?|areas?|suburbs?|islands?|regions?"
    r"|county|camps?|municipality|neighbou?rhoods?|township|settlement|commune|governorate|airport)"
)
LEAD = (
    r"(?:(?:in|at|near|on|outside|around|across) )?(?:the |nearby )?"
    rf"(?:(?:[a-z]+ )?{KINDS_OF_PLACE} of )?"
)
MANY = rf"{COUNT}+(?! (?:km|kilomet|mile|met[er]|per|year|month|week|day|hour|minute))"
SLOTS = {
    "who": rf"(?P<who>(?:{MANY}|an?)(?: [a-z][\w-]*){{0,4}}?)",
    # "Near Bara, a village in the Moray Valley" says more of Bara and tells of no other village.
    "many": rf"(?P<many>{MANY}(?: [a-z][\w-]*){{0,4}}?)",
    "where": rf"(?P<lead>{LEAD})(?P<where>{PLACE}+(?: {KINDS_OF_PLACE})?(?:,? (?:in )?{PLACE}+)*)",
    "when": rf"(?P<when>(?:(?:on|in|early|late|during|the|at) ){{0,3}}{DATE}+)",
}
ORDERS = (
    ("who", "where", "when"),
    ("who", "when", "where"),
    ("where", "when"),
    ("when", "where"),
    ("many", "where"),
    ("many", "when"),
)
TURN = r"(?P<turn>, and (?:then )?|,? and (?:then )?|, then |, |; )"
END = r"(?=[.,;:!?)]|$| (?:and|but|before|after|while|when|as) )"
ONCE_MORE = re.compile(r"(?P<turn>,? and (?:then |once |yet )?again )(?:(?:on|in|early|late) )*")
AGAIN = re.compile(f"{ONCE_MORE.pattern}{SLOTS['when']}{END}")
CLAUSE_START = re.compile(r"(?:^|[,;:] |\b(?:and|but|when|after|that|while|where) )")
BREAKDOWN = re.compile(r"(?:[,:(–—-]|\bincluding|\bamong them|\bsuch as|\bof)\s*$")
SAYING = re.compile(r",[^.;]*\b(?:said|says|say|according to|reported|told)\b")
MONTH_ALONE = re.compile(rf"\b{MONTH_NAMES}\b")
COUNTED = frozenset({"who", "many"})
NOWHERE = Span(0, 1)


@dataclass(frozen=True, slots=True)
class Member(Sentence):
    """A sentence that tells one of several events which share a verb in the article."""

    told_in: Span = NOWHERE
    """The sentence of the article."""
    own: Span | None = None
    """The words of the article that only this event has; `None` for the first."""

    @property
    def whole(self) -> Span:
        """The sentence in the article."""
        return self.told_in

    def span(self, start: int, end: int) -> Span:
        """Return the run of the article from the first to the last of the words."""
        run = self.offsets[start:end]
        return Span(min(run), max(run) + 1)

    def find(self, span: Span) -> tuple[int, int] | None:
        """Return where a run of the article stands in `text`, or `None` if it does not."""
        inside = [i for i, at in enumerate(self.offsets) if span.start <= at < span.end]
        return (inside[0], inside[-1] + 1) if inside else None


@dataclass(frozen=True, slots=True)
class Gap:
    """The words of a first event, and those that stand in their place for each other one."""

    fields: tuple[dict[str, Run], ...]
    """For the first and each other event where its words stand, by what they say."""
    start: int
    """Where the words of the second begin, with what joins them."""
    end: int


def unfold(
    sentence: Sentence, doc: Doc, resolutions: Sequence[Resolution], day: date | None
) -> tuple[Member, ...]:
    """Return the events that share a verb as sentences of their own, or none if none do."""
    signs = _with_signs(sentence, resolutions, day)
    gap = _find_again(signs) or _find_gap(signs)
    if gap is None or _has_verb(doc, gap.start, gap.end):
        return ()
    first, *others = gap.fields
    members = [_member(sentence, _pieces(sentence, gap, first), None)]
    for fields in others:
        runs = [run for name, run in fields.items() if name != "lead"]
        own = sentence.span(min(r[0] for r in runs), max(r[1] for r in runs))
        members.append(_member(sentence, _pieces(sentence, gap, fields), own))
    return tuple(members)


def is_own(sentence: Sentence, runs: Iterable[Span | None]) -> bool:
    """Whether any of these words stands for this sentence alone, where it shares the others."""
    own = sentence.own if isinstance(sentence, Member) else None
    return own is None or any(run is not None and own.overlaps(run) for run in runs)


def _with_signs(sentence: Sentence, resolutions: Sequence[Resolution], day: date | None) -> str:
    """Return the text with the signs of places, dates and counts in their places."""
    text = sentence.text
    named = (
        sentence.find(r.mention.span)
        for r in standing_in(sentence, resolutions)
        if r.mention.kind is MentionKind.TOPONYM
    )
    marked = text
    for start, end in filter(None, named):
        marked = marked[:start] + PLACE * (end - start) + marked[end:]
    # "On Monday and again on Wednesday" is one span of time elsewhere; here it is two days.
    dates = [run for d in find_dates(text, day) for run in _without(ONCE_MORE, text, d)]
    dates += [m.span() for m in COUNTED_ON.finditer(marked)]
    for start, end in dates:
        if PLACE not in marked[start:end]:
            marked = marked[:start] + DATE * (end - start) + marked[end:]
    return QUANTITY.sub(lambda m: COUNT * len(m.group()), marked)


def _without(words: re.Pattern[str], text: str, date: DateExpression) -> Iterator[Run]:
    start = date.start
    for found in words.finditer(text, date.start, date.end):
        yield start, found.start()
        start = found.end()
    yield start, date.end


def _find_again(signs: str) -> Gap | None:
    """Return "in March and again in June"."""
    found = AGAIN.search(signs)
    before = list(re.finditer(SLOTS["when"], signs[: found.start()])) if found else []
    if found is None or not before:
        return None
    fields = ({"when": before[-1].span("when")}, {"when": found.span("when")})
    return Gap(fields, found.start(), found.end())


def _find_gap(signs: str) -> Gap | None:
    """Return the first run of phrases that repeat those of the clause before, without its verb."""
    gaps = (gap for order in ORDERS for gap in _gaps_of(signs, order))
    return min(gaps, key=lambda gap: gap.start, default=None)


def _gaps_of(signs: str, order: tuple[str, ...]) -> Iterator[Gap]:
    turn = re.compile(f"{TURN}{_phrases(order)}{END}")
    at = 0
    while found := turn.search(signs, at):
        at = found.start() + 1
        first = _before(signs[: found.start()], order)
        if first is None:
            continue
        others, end = [_fields(found, order)], found.end()
        while more := turn.match(signs, end):
            others.append(_fields(more, order))
            end = more.end()
        yield Gap((first, *others), found.start(), end)
        return


def _phrases(order: Sequence[str]) -> str:
    return ",? ".join(SLOTS[name] for name in order)


def _fields(found: re.Match[str], order: Sequence[str]) -> dict[str, Run]:
    names = [name for name in order for name in (("lead", name) if name == "where" else (name,))]
    return {name: found.span(name) for name in names}


def _before(signs: str, order: tuple[str, ...]) -> dict[str, Run] | None:
    """Return the phrases of the clause that the others follow: at its end, or around its verb."""
    found = re.search(rf"(?<!\w){_phrases(order)}$", signs)
    if found is not None:
        is_part = order[0] in COUNTED and BREAKDOWN.search(signs[: found.start()])
        return None if is_part else _fields(found, order)
    head, *rest = order
    last = re.search(rf"(?<!\w){_phrases(rest)}$", signs)
    if last is None:
        return None
    for start in reversed(list(CLAUSE_START.finditer(signs, 0, last.start()))):
        subject = re.compile(SLOTS[head], re.IGNORECASE).match(signs, start.end())
        between = signs[subject.end() : last.start()] if subject else ""
        if subject and between.startswith((" ", ", ")) and re.search("[a-z]", between):
            return {**_fields(subject, (head,)), **_fields(last, rest)}
    return None


def _has_verb(doc: Doc, start: int, end: int) -> bool:
    words = (t for t in doc if start <= t.idx < end and t.is_lower)
    return any(w.pos_ in {"VERB", "AUX"} for w in words)


def _pieces(sentence: Sentence, gap: Gap, fields: dict[str, Run]) -> Iterator[Run]:
    """Yield the runs of the sentence that tell one event."""
    first, last = gap.fields[0], gap.fields[-1]
    text, at = sentence.text, 0
    for name, run in sorted(first.items(), key=lambda item: item[1]):
        yield at, run[0]
        own = fields[name]
        # "in Bara on Monday and Kolun on Tuesday": the preposition is shared.
        yield own if own[0] < own[1] or name != "lead" else run
        if name in COUNTED and " " not in text[slice(*own)].removeprefix("at least "):
            yield _noun_of(text, run)
        if name == "when":
            yield _year_of(text, own, last["when"])
        at = run[1]
    yield at, gap.start
    tail = text[gap.end :]
    if fields is last or SAYING.match(tail):
        yield gap.end, len(text)
    else:
        yield len(text) - 1, len(text)


def _noun_of(text: str, who: Run) -> Run:
    """Return what is counted: the "soldiers" of "two soldiers in Bara and three in Kolun"."""
    start, end = who
    count = QUANTITY.match(text, start) or re.compile("an?", re.IGNORECASE).match(text, start)
    return (count.end(), end) if count and count.end() < end else (start, start)


def _year_of(text: str, own: Run, last: Run) -> Run:
    """Return the year that the last date names for a month before: "in March and June 2015"."""
    year = HAS_YEAR.search(text, *last)
    is_open = MONTH_ALONE.search(text, *own) and not HAS_YEAR.search(text, *own)
    return year.span() if year and is_open else (own[1], own[1])


def _member(sentence: Sentence, pieces: Iterator[Run], own: Span | None) -> Member:
    runs = [run for run in pieces if run[0] < run[1]]
    text = ""
    offsets: list[int] = []
    for run, after in pairwise([*runs, None]):
        assert run is not None
        text += sentence.text[slice(*run)]
        offsets += sentence.offsets[slice(*run)]
        is_apart = after and not (text[-1].isspace() or sentence.text[after[0]] in " .,;:!?")
        if is_apart:
            text += " "
            offsets.append(offsets[-1])
    return Member(
        text[:1].upper() + text[1:],
        tuple(offsets),
        sentence.number,
        sentence.paragraph,
        sentence.is_heading,
        sentence.label,
        sentence.whole,
        own,
    )
