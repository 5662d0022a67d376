"""Whether a toll is of an event at all: of a crowd, of another day, of one man told of later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.dates.finding import find_dates
from dashboard.coding.dating.gaps import gap_before
from dashboard.coding.dating.located import locate_dates
from dashboard.coding.what.frames import read_frame
from dashboard.model import EventType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from spacy.tokens import Token

    from dashboard.coding.counting.toll_phrases import TollMention
    from dashboard.coding.drafts import Draft
    from dashboard.coding.passages import Sentence

LONG = 60
CROWDS = frozenset({EventType.PROTESTS, EventType.RIOTS})
# "Since the marches began, 40 people have died": the dead of all of them.
SPANNING = frozenset({"since", "during", "in", "throughout", "over", "before", "after", "as"})
# "Two of the wounded died on Sunday", "the toll stood at nine by Monday"
GOING_ON = re.compile(
    r"\b(?:tolls?|more|another|others?|wounds?|wounded|injur\w+|hospital|them|these|those|victims?"
    r"|dead|died since|so far|bring\w* (?:the|its|their|to)|survivors?|bod(?:y|ies)"
    r"|rubble|buried|funeral|mourn\w*)\b",
    re.IGNORECASE,
)
# "The insurgency has killed 40,000", "30 have died in such blasts this year": sums of many.
SUM = re.compile(
    r"\b(?:commission|inquiry|tribunal|war|conflict|insurgency)['’]s [\d,]+"
    r" (?:dead|victims|deaths)\b"
    r"|\b(?:insurgency|war|conflict|campaign|crackdown|movement|uprising|rebellion|struggle|violence"
    r"|unrest|protests) (?:has|have|had) (?:\w+ )?"
    r"(?:killed|cost|claimed|left|taken|seen|displaced|driven)\b"
    r"|\bsince (?:(?:early |late )?(?:19|20)\d\d\b|the [\w ]{0,30}(?:began|started"
    r"|broke out|erupted|flared|resumed)|(?:the|its|their|a) [\w ’'-]{0,60}\b(?:19|20)\d\d\b)"
    r"|\bsuch (?:attacks|blasts|bombings|raids|strikes|clashes|killings|incidents|ambushes)\b"
    r"|\b(?:this|last) year\b|\bin (?:recent|the (?:past|last)) (?:\w+ )?(?:years?|months|weeks)\b"
    r"|\bover the (?:past|last) (?:\w+ )?(?:years?|months?|weeks|decades?)\b"
    r"|\b[Aa]cross (?:the )?(?:country|region|province|state|territory|world|[A-Z]\w+)\b"
)
WARS = frozenset(
    {"war", "conflict", "insurgency", "rebellion", "uprising", "crackdown", "unrest", "violence"}
    | {"feud", "dispute", "genocide", "campaign", "crisis"}
)
# "400 have been killed since January", "this year": no toll of the day's attack.
SO_FAR = re.compile(
    r"\bsince (?:(?:early |late |mid-?|last )?(?:(?:19|20)\d\d|January|February|March|April|May"
    r"|June|July|August|September|October|November|December|year)\b"
    r"|(?:the|its|their|a) [\w ’'-]{0,40}\b(?:began|begun|started|broke out|erupted|flared|resumed"
    r"|war|conflict|coup)\b)"
    r"|\b(?:so far )?(?:this|last) year\b|\bin (?:recent|the (?:past|last)) (?:\w+ )?"
    r"(?:years?|months|weeks)\b"
    r"|\bover the (?:past|last) (?:\w+ )?(?:years?|months?|weeks|decades?)\b"
)
DAYS = 7
REPORTING = frozenset({"say", "report", "announce", "confirm", "tell", "put", "count", "give"})


def is_across_gap(trigger: Token, counted: Token) -> bool:
    """Whether an event lies "a year before" what a toll is told with, or the other way round."""
    for one, other in ((trigger, counted), (counted, trigger)):
        gap = gap_before(one)
        if gap is not None and other.i not in gap.inner:
            return True
    return False


def is_told_in(verb: Token, place: Token) -> bool:
    """Whether a place is where people were hurt: "were hurt in Bara", "Bara, where they were"."""
    is_in = place.dep_ == "pobj" and place.head.lower_ in {"in", "at", "near"}
    if is_in and place.head.head.i == verb.i:
        return True
    is_where = verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children)
    return is_where and verb.head.i in {place.i, *(a.i for a in place.ancestors)}


def subject_of_toll(mention: TollMention, bloody: Mapping[int, int]) -> int | None:
    """Return the attacks of "a wave of attacks left 200 dead, the worst being an assault"."""
    if mention.token.pos_ == "NOUN" and mention.token.i in bloody:
        return bloody[mention.token.i]  # "The fighting followed the killing of a leader"
    words = (mention.token, *mention.token.ancestors)
    verb = next((w for w in words if w.pos_ == "VERB"), None)
    subjects = read_frame(verb).subjects if verb is not None else ()
    told = {bloody[s.i] for s in subjects if s.i in bloody and s.pos_ == "NOUN"}
    return told.pop() if len(told) == 1 else None


def subject_led_astray(mention: TollMention, bloody: Mapping[int, int]) -> int | None:
    """Return the ambush of "killed four people and an ambush killed nine", parsed as an object."""
    verb, doc = mention.token, mention.token.doc
    has_own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or has_own:
        return None
    joint = max((w.i for w in doc[verb.head.i : verb.i] if w.dep_ == "cc"), default=verb.i)
    return next((n for t, n in bloody.items() if joint < t < verb.i), None)


def crowd_of(
    mention: TollMention,
    events: Sequence[Draft],
    placed: Mapping[int, int],
    sentence: Sentence,
) -> int | None:
    """Return the march of a sentence that has no other event, if it has a day or a place."""
    told = {t: n for t, n in placed.items() if events[n].rule.family != "arrest"}
    crowds = {t: n for t, n in told.items() if events[n].rule.type in CROWDS}
    if len(set(told.values())) != 1 or len(crowds) != 1:
        return None
    at, index = next(iter(crowds.items()))
    event, doc = events[index], mention.token.doc
    is_first = event.sentence.number == sentence.number and not event.is_plural
    is_known = bool(event.places) or event.when.start is not None
    return index if is_first and is_known and not _only_spans(doc[at]) else None


def _only_spans(trigger: Token) -> bool:
    """Whether a march only says over what time: "during the protests", "since they marched"."""
    for word in (trigger, *trigger.ancestors):
        if word.dep_ == "pobj" and word.head.lower_ in SPANNING:
            return True
        if word.dep_ == "advcl":
            return any(c.dep_ in {"mark", "prep"} and c.lower_ in SPANNING for c in word.children)
    return False


def is_of_its_subject(
    mention: TollMention, events: Sequence[Draft], placed: Mapping[int, int], sentence: Sentence
) -> bool:
    """Whether what took the lives is told of first here: "the siege of Kolun cost 90 lives"."""
    verbs = {mention.token.i, *(w.i for w in mention.token.ancestors)}
    subjects = (n for t, n in placed.items() if _is_subject(mention.token.doc[t], verbs))
    return any(events[n].sentence.number == sentence.number for n in subjects)


def _is_subject(trigger: Token, verbs: set[int]) -> bool:
    return trigger.dep_ == "nsubj" and trigger.pos_ == "NOUN" and trigger.head.i in verbs


def is_sum_of_many(event: Draft, sentence: Sentence) -> bool:
    """Whether a later sentence adds up the dead of years, or of a whole country."""
    is_later = sentence.number != event.sentence.number
    start, end = event.when.start, event.when.end
    is_long = start is not None and end is not None and (end - start).days > LONG
    return is_later and not is_long and SUM.search(sentence.text) is not None


def is_sum_of_a_war(mention: TollMention, placed: Mapping[int, int]) -> bool:
    """Whether a war took the lives: "the war, which has killed 150,000 people, reached Bara"."""
    subjects = read_frame(mention.token).subjects
    return any(s.lemma_.lower() in WARS and s.i not in placed for s in subjects)


def is_sum_since(event: Draft, mention: TollMention, sentence: Sentence) -> bool:
    """Whether a clause counts the dead of months beside an event of one day."""
    start, end = event.when.start, event.when.end
    is_brief = start is not None and end is not None and (end - start).days <= DAYS
    if not is_brief or event.is_plural:
        return False
    marks = [w.i for w in mention.token.doc[: mention.token.i] if w.text == ";"]
    words = {w.i for w in mention.token.subtree if not marks or w.i > marks[-1]}
    own = sentence.find(event.when.span) if event.when.span else None
    # "On 8 May last year" is a day.
    found = (m for m in SO_FAR.finditer(sentence.text) if not own or not own[0] < m.end() <= own[1])
    spans = (mention.token.doc.char_span(*m.span(), alignment_mode="expand") for m in found)
    return any(s is not None and s[0].i in words for s in spans)


def is_of_another(
    event: Draft, events: Sequence[Draft], placed: Mapping[int, int], sentence: Sentence
) -> bool:
    """
    Whether a sentence tells first of something else, on a day of its own.

    "Men beat students on 2 May. On 9 June a rally ended with flares; 48 were hurt."
    """
    told = (events[n] for n in placed.values() if events[n] is not event)
    own = (e for e in told if e.sentence.number == sentence.number and e.when.span is not None)
    return any(e.when.start != event.when.start or e.when.end != event.when.end for e in own)


def is_of_another_day(
    event: Draft, mention: TollMention, sentence: Sentence, day: date | None
) -> bool:
    """
    Whether a sentence with no event of its own counts the dead of another day.

    "A jet struck a wedding on 12 May and nine died"; but "two of the wounded died on Sunday".
    """
    if event.when.start is None or event.when.end is None or GOING_ON.search(sentence.text):
        return False
    dates = locate_dates(mention.token.doc, find_dates(sentence.text, day))
    clause = {w.i for w in (mention.token, *mention.token.conjuncts, *mention.token.ancestors)}
    for each in dates:
        start, end = each.expression.interval.start, each.expression.interval.end
        verb = next((w for w in each.head.ancestors if w.pos_ in {"VERB", "AUX"}), None)
        is_day = start is not None and start == end
        is_own = verb is not None and verb.i in clause and verb.lemma_.lower() not in REPORTING
        if is_own and end and end < event.when.start:
            return True
        if is_day and is_own and start and not event.when.start <= start <= event.when.end:
            return True
    return False


def is_only_compared(mention: TollMention) -> bool:
    """Whether it is "the worst loss since 1993, when 24 died in Bara": the dead of that year."""
    for word in (mention.token, *mention.token.ancestors):
        if word.dep_ == "relcl":
            is_when = any(c.lower_ == "when" for c in word.children)
            return is_when and word.head.dep_ == "pobj" and word.head.head.lower_ == "since"
    return False


def is_of_somebody(mention: TollMention) -> bool:
    """Whether it is one man of whom a sentence tells in passing: "the mother of a boy who died"."""
    toll, verb = mention.toll, mention.token
    is_aside = verb.dep_ == "relcl" and verb.head.dep_ == "pobj"
    is_one = toll.low == toll.high == 1
    return is_aside and is_one and any(c.lower_ in {"a", "an"} for c in verb.head.children)
