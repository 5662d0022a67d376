"""When an event happened: the date expression that the parse ties to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.intervals import Interval, describe_interval, precision_of, write_edtf
from dashboard.model import When

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from spacy.tokens import Doc, Token

    from dashboard.coding.dates import DateExpression
    from dashboard.coding.lexicon import Lexicon
    from dashboard.coding.passages import Sentence
    from dashboard.model import Span

FAR = 99


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
            found.append(DateMention(expression, span.root))
    return tuple(found)


def choose_date(
    token: Token, dates: Sequence[DateMention], *, triggers: Collection[Token], lexicon: Lexicon
) -> DateMention | None:
    """Return the date of an event among those of its sentence, or `None`."""
    ranked = [
        (_rank(token, d, triggers, lexicon), abs(d.head.i - token.i), i)
        for i, d in enumerate(dates)
    ]
    best = min(ranked, default=None)
    return dates[best[2]] if best is not None and best[0] < FAR else None


def _rank(token: Token, mention: DateMention, triggers: Collection[Token], lexicon: Lexicon) -> int:
    own = {token.i: 0}
    crossed_report = False
    for steps, (child, word) in enumerate(
        zip((token, *token.ancestors), token.ancestors, strict=False), 1
    ):
        # "announced on Monday that ..." dates the announcement, not what it announces.
        crossed_report = crossed_report or (child.dep_ == "ccomp" and _is_report(word, lexicon))
        own[word.i] = FAR if crossed_report else steps
    others = {t.i for t in triggers if t.i != token.i}
    for word in (mention.head, *mention.head.ancestors):
        if word.i in own:
            return own[word.i]
        if word.i in others and not any(w.i == token.i for w in word.conjuncts):
            return FAR
    return FAR


def _is_report(word: Token, lexicon: Lexicon) -> bool:
    return word.lemma_.lower() in lexicon.phrases["say"] | lexicon.phrases["claim"]


def read_when(mention: DateMention, sentence: Sentence) -> When:
    """Return the date of a mention with the words that say so."""
    expression = mention.expression
    span = sentence.span(expression.start, expression.end)
    return as_when(expression.interval, span)


def as_when(interval: Interval, span: Span | None = None) -> When:
    """Return an interval as the value that travels."""
    return When(
        precision=precision_of(interval.start, interval.end),
        start=interval.start,
        end=interval.end,
        edtf=write_edtf(interval),
        span=span,
        words=describe_interval(interval),
    )


def open_from(when: When, published: date | None) -> When:
    """Return the span from the beginning of an interval to the day of publication."""
    is_about = bool(when.edtf and "~" in when.edtf)
    return as_when(Interval(when.start, published, is_about), when.span)
