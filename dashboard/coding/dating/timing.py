"""Whether the words around an event say anything of its time, read or not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.dating.located import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

    from dashboard.coding.dating.located import DateMention

# What the model takes for dates: ages, how long something took, hours of whatever day, a part
# of a town.
NO_DAY = re.compile(
    r"(?:the )?(?:\w+[- ])?(?:dawn|daybreak|sunrise|noon|midday|dusk|nightfall|sunset|midnight)"
    r"|(?:(?:a|an|the) )?[\w-]+[- ]years?[- ]olds?|aged? [\w-]+|\d{1,2}"
    r"|the quarter|(?:(?:a|an|the) )?[\w]+-(?:hour|day|week|month|year)(?:-long)?",
    re.IGNORECASE,
)


# "Took hostages in the afternoon and had freed them by nightfall": the day of both is told before.
BY_HOUR = re.compile(r"by [\w ]+$", re.IGNORECASE)


def names_time(doc: Doc, token: Token, dates: Sequence[DateMention]) -> bool:
    """Whether a sentence has words for a time that may be that of an event in it.

    Ages are none, and those of a relative clause are of that: "the house of a man who fled in May".
    """
    heads = [d.head for d in dates if not BY_HOUR.match(words_of(d))]
    heads += [e.root for e in doc.ents if e.label_ == "DATE" and not _is_no_day(e)]
    return any(not _is_aside(head, token) and not _is_before(head, token) for head in heads)


def _is_no_day(entity: Span) -> bool:
    return NO_DAY.fullmatch(entity.text) is not None


def _is_aside(word: Token, token: Token) -> bool:
    """Whether a word stands in a relative clause that an event does not stand in."""
    clause = next((w for w in (word, *word.ancestors) if w.dep_ == "relcl"), None)
    return clause is not None and token.i != clause.i and clause not in token.ancestors


def _is_before(word: Token, token: Token) -> bool:
    """Whether a semicolon parts them: "Men raided it on Friday; two people were shot dead".

    "...; in Kolun officers defused a bomb" is the next item of a list, not more of the first.
    """
    marks = [w.i for w in token.doc[word.i : token.i] if w.text == ";"]
    return bool(marks) and token.doc[marks[-1] + 1].lower_ not in {"in", "at", "near", "outside"}
