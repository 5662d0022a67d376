"""Tolls that several events share: "a bombing and an ambush killed nine" is of neither alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.counting.quantities import NUMBER_WORDS
from dashboard.coding.joining.gathering import BLOODY, bloody_events, is_close, linked_events
from dashboard.coding.what.frames import read_frame
from dashboard.model import Toll

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.tokens import Token

    from dashboard.coding.counting.toll_phrases import TollMention
    from dashboard.coding.drafts import Draft
    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon

DEFINITE = frozenset({"the", "both", "these", "those", "twin"})
PAIRED = frozenset({"both", "twin"})
IN_ALL = frozenset({"together", "altogether", "combined"})
AFTERMATHS = frozenset(
    {"repression", "crackdown", "violence", "unrest", "famine", "reprisal", "war", "aftermath"}
)
PUTTING = frozenset({"in", "at", "near", "on", "outside"})
TWO = 2


def events_counted_together(
    mention: TollMention,
    events: Sequence[Draft],
    placed: Mapping[int, int],
    sentence: Sentence,
    lexicon: Lexicon,
) -> tuple[int, ...]:
    """Return the events, two or more, that one figure counts; none where it is of one."""
    return _joined(mention, events, placed) or _taken_up(mention, events, sentence, lexicon)


def share_of(mention: TollMention, sentence: Sentence, triggers: Iterable[int]) -> Toll:
    """Return a shared toll as the words that count for all, without a number for any one."""
    doc, run = mention.token.doc, sentence.find(mention.toll.span) if mention.toll.span else None
    told = [doc[t] for t in triggers] or list(read_frame(mention.token).subjects)
    counted = [t for t in doc if run is not None and run[0] <= t.idx < run[1]]
    words = [*counted, mention.token, *mention.victims]
    first = min(w.i for w in (*words, *(t.left_edge for t in told)))
    last = max(w.i for w in (*words, *(t.right_edge for t in told)))
    while last > first and doc[last].is_punct:
        last -= 1
    whole = doc[first : last + 1]
    span = sentence.span(whole.start_char, whole.end_char)
    return Toll(None, None, whole.text, span)


def shared_triggers(mention: TollMention, placed: Mapping[int, int]) -> tuple[int, ...]:
    """Return the words of the events of a sentence that share a toll."""
    doc = mention.token.doc
    words = [doc[t] for t in placed if doc[t].pos_ in {"NOUN", "PROPN"}]
    return tuple(w.i for w in words if any(_are_joined(w, other) for other in words))


def _are_joined(one: Token, other: Token) -> bool:
    """Whether two nouns share a verb; the parse may make two subjects of "X and Y killed"."""
    are_subjects = one.dep_ == other.dep_ == "nsubj" and one.head.i == other.head.i
    return one.i != other.i and (are_subjects or other in one.conjuncts)


def _joined(
    mention: TollMention, events: Sequence[Draft], placed: Mapping[int, int]
) -> tuple[int, ...]:
    """Return the events of "a bombing and an ambush", where the figure hangs on both."""
    bloody = bloody_events(placed, events, is_fatal=mention.is_fatal)
    linked = linked_events(mention, events, placed)
    words = shared_triggers(mention, bloody)
    told = tuple(dict.fromkeys(bloody[w] for w in words or linked))
    if _is_of_one(mention, words):
        return ()
    is_of_all = bool(words) and len(told) >= TWO and any(w in linked for w in words)
    if len(told) == 1 and any(_is_with_more(mention.token.doc[w], mention) for w in linked):
        return told
    return told if is_of_all else ()


def _is_of_one(mention: TollMention, words: Sequence[int]) -> bool:
    """Whether it is "the killing of five in Bara and a raid on Kolun in May that left two dead"."""
    doc = mention.token.doc
    inside = next((w for w in (mention.token, *mention.token.ancestors) if w.i in words), None)
    is_put = all(
        any(c.dep_ == "prep" and c.lower_ in PUTTING for c in doc[w].children) for w in words
    )
    return inside is not None and (inside.i == mention.token.i or is_put)


def _is_with_more(word: Token, mention: TollMention) -> bool:
    """Whether the toll is of more than the event: "the coup and the repression cost 3,200"."""
    is_subject = word.dep_ == "nsubj" and word.head.i in {
        mention.token.i,
        *(a.i for a in mention.token.ancestors),
    }
    return is_subject and any(c.lemma_.lower() in AFTERMATHS for c in word.conjuncts)


def _taken_up(
    mention: TollMention, events: Sequence[Draft], sentence: Sentence, lexicon: Lexicon
) -> tuple[int, ...]:
    """Return the events of "the two attacks killed nine", "together they killed nine"."""
    frame = read_frame(mention.token)
    # "Sixteen people were killed in the two blasts."
    subjects = (*frame.subjects, *frame.prepositions.get("in", ()))
    attacks = [s for s in subjects if _is_of_several(s, lexicon)]
    verb = mention.token
    in_all = any(c.lower_ in IN_ALL for w in (verb, verb.head) for c in w.children)
    if not attacks and not (in_all and any(s.tag_ == "PRP" for s in subjects)):
        return ()
    told = [
        n
        for n, e in enumerate(events)
        if is_close(e, sentence) and e.rule.family in BLOODY and not e.is_plural
        if e.sentence.number < sentence.number and e.standing.status.is_incident
    ]
    count = _count_of(attacks[0]) if attacks else None
    told = told[-count:] if count else told
    return tuple(told) if len(told) >= (count or TWO) else ()


def _is_of_several(noun: Token, lexicon: Lexicon) -> bool:
    """Whether it is "the two attacks", "both blasts"."""
    is_known = any(c.lower_ in DEFINITE for c in noun.children)
    return noun.tag_ == "NNS" and is_known and lexicon.is_event_noun(noun.lemma_.lower())


def _count_of(noun: Token) -> int | None:
    if any(c.lower_ in PAIRED for c in noun.children):
        return TWO
    number = next((c.lower_ for c in noun.children if c.dep_ == "nummod"), None)
    return NUMBER_WORDS.get(number) if number else None
