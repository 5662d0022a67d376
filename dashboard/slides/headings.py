"""What a slide calls an event: the text's own words, with who did it where they stand before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.model import Status
from dashboard.slides.faces import is_drawable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.model import Article, Event

MOST_LEAD_WORDS = 8
FOOTNOTE = re.compile(r"\[\d+\]")
CLAUSE_EDGE = re.compile(r"[,:](?!\d)|(?<!\d)[,:]|[;()\[\]“”„\"—–|•*#]|\s-\s|\n\s*\n")
COUNTED = re.compile(r"\s([a-z]+)")
LINKS = frozenset({"and", "but", "or", "that", "then", "so", "also", "however"})
"""A clause may begin with these; its words do not."""
DEPENDENT = frozenset({
    "although", "because", "if", "like", "since", "though", "when", "whether", "while",
})  # fmt: skip
"""A clause that begins with these says nothing by itself."""
JOINTS = frozenset({
    "of", "in", "to", "by", "for", "from", "on", "at", "with", "after", "before", "during", "as",
    "including", "who", "which", "that", "and", "or", "where", "into", "over", "against",
    "between", "than", "such",
})  # fmt: skip
TIMES = frozenset({"after", "before", "since", "during", "despite", "until"})
"""What follows one of these is told only to date something else."""
ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her"})
FILLERS = frozenset({
    "it", "he", "she", "they", "we", "has", "have", "had", "is", "are", "was", "were", "will",
    "would", "may", "not", "meanwhile", "later", "now", "earlier",
})  # fmt: skip
"""Alone they do not say who."""
TURNS = frozenset({"after", "before", "until"})
"""What stands before one of these is the start of something else: "a day after | gunmen"."""
LEAST_BEFORE_NAME = 3
"""So many words tell more than the name of an event that follows: "officials fear an | attack"."""
YET_TO_COME = {Status.PLANNED: " (planned)", Status.HYPOTHETICAL: " (possible)"}
"""Said where the start of the clause does not stand before the words: that may have said so."""
STANDS_FOR_ANOTHER = frozenset({"them", "it", "him", "her", "there", "this", "these", "those"})


def describe_event(event: Event, article: Article) -> str:
    """
    Return the words of the text for an event.

    The words that name it may lack who did it ("attacked a market"): the start of their clause
    is put before them where it is short, else the name of who did it if it stands before them in
    their sentence. Where they end on a pronoun, the sub-type says what. Whom it killed or hurt is
    added where that follows. What has not happened says so. A place in a script that no typeface
    here draws has the gazetteer's name.
    """
    words = _plain(article.text[event.trigger.start : _end(event, article)])
    lead = _lead(event, article)
    if lead:
        return _legible(_capital(f"{lead} {words}"), event)
    return _legible(_name(event, article, words), event) + YET_TO_COME.get(event.status, "")


def _end(event: Event, article: Article) -> int:
    """Return where the words end: "murdered" alone says less than "murdered ten guards"."""
    end = event.trigger.end
    tolls = [toll.span for toll in (event.killed, event.injured) if toll.span]
    follow = [s.end for s in tolls if s.start >= end and not article.text[end : s.start].strip()]
    if not follow:
        return end
    counted = COUNTED.match(article.text, max(follow))
    return counted.end() if counted and counted[1] not in JOINTS else max(follow)


def _legible(words: str, event: Event) -> str:
    for at in event.places if not is_drawable(words) else ():
        if not is_drawable(at.mention.surface) and is_drawable(at.place.name):
            words = words.replace(at.mention.surface, at.place.name)
    return words


def _name(event: Event, article: Article, words: str) -> str:
    who = _who(event, article)
    if who:
        return f"{_capital(who)}: {words[:1].lower()}{words[1:]}"
    last = words.lower().rpartition(" ")[-1]
    if last in STANDS_FOR_ANOTHER and event.sub_type != "Other":
        return f"{event.sub_type} (“{words}”)"
    return _capital(words) or event.sub_type


def _lead(event: Event, article: Article) -> str:
    """Return the words of the clause before those that name the event, if they say who."""
    start = event.trigger.start
    sentence = next((s.start for s in event.evidence if s.start <= start < s.end), start)
    words = CLAUSE_EDGE.split(article.text[sentence:start])[-1].split()
    turn = max((i for i, word in enumerate(words) if word.lower() in TURNS), default=-1)
    words = words[turn + 1 :]
    while words and words[0].lower() in LINKS:
        words = words[1:]
    return " ".join(words) if _is_telling([word.lower() for word in words]) else ""


def _who(event: Event, article: Article) -> str:
    """Return the name of who did it, where the sentence gives it before the words of the event."""
    start = event.trigger.start
    sentence = next((s.start for s in event.evidence if s.start <= start < s.end), start)
    spans = [
        actor.span
        for actor in event.actors
        if actor.role == "actor" and actor.span and sentence <= actor.span.start < start
    ]
    nearest = max(spans, key=lambda span: span.end, default=None)
    if nearest is None or nearest.end > start:
        return ""
    who = _plain(nearest.of(article.text))
    return who if len(who.split()) <= MOST_LEAD_WORDS else ""


def _is_telling(words: Sequence[str]) -> bool:
    if not words or len(words) > MOST_LEAD_WORDS or words[0] in DEPENDENT:
        return False
    if words[-1] in TIMES or (words[-1] in ARTICLES and words[-2:-1] and words[-2] in TIMES):
        return False
    if words[-1] in JOINTS | ARTICLES:
        return len(words) >= LEAST_BEFORE_NAME and words[0] not in JOINTS | FILLERS
    return not all(word in FILLERS or word.endswith("ly") for word in words)


def _plain(words: str) -> str:
    plain = " ".join(FOOTNOTE.sub("", words).split())
    before, bracket, after = plain.partition(")")
    return after.strip() if bracket and "(" not in before and after.strip() else plain


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
