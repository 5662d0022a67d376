"""The date of a story for what is told in it without one: "They burned the village, too"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.dates.finding import find_dates
from dashboard.coding.dating.dater import FINE
from dashboard.coding.dating.sections import LASTING
from dashboard.coding.dating.tenses import Tense
from dashboard.coding.drafts import TakenUp
from dashboard.coding.where.place_joining import holds
from dashboard.coding.where.places import WITH_EVENT
from dashboard.model import Precision, When

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.coding.dating.scenes import Scene
    from dashboard.coding.drafts import Draft
    from dashboard.coding.passages import Sentence
    from dashboard.model import Place

SENTENCES_BACK = 3
# What was decided or done in an office need not be of the day of the story.
ELSEWHERE = LASTING | {"talks", "agreement", "formation", "deployment", "smuggling", "trial"}
# "In a similar attack", "the group once held the town": another time, and not said which.
OTHER_TIME = re.compile(
    r"\b(?:similar|earlier|previous(?:ly)?|recent(?:ly)?|once|often|repeatedly|formerly|originally"
    r"|usually|sometimes|ago|already|elsewhere|separately|later|since|eventually|subsequent(?:ly)?"
    r"|then|until (?:then|now|recently)|afterwards?|Ramadan|Eid|Ashura|Easter|Passover"
    r"|Diwali|Christmas"
    r"|(?:one|another|(?:his|her|their) (?:first|second|third|last)) (?:day|night))\b",
    re.IGNORECASE,
)

# "They also burned a bus", "at the same time": it goes on though a paragraph has ended.
GOES_ON = re.compile(
    r"\b(?:also|in addition|at (?:the same|that) time|simultaneous(?:ly)?|minutes (?:later|after)"
    r"|(?:in|during) (?:the|this|that) (?:same )?(?:\w+ )?(?:attack|incident|raid|assault|fighting"
    r"|clash\w*|shoot-?out|action|ambush|explosion|blast|operation))\b",
    re.IGNORECASE,
)
# "After dark others burned the market": the day goes on, in whatever quarter.
HOUR = re.compile(
    r"\s*(?:(?:after|by|at|before) (?:dark|dusk|nightfall|sunset|noon|midday|sundown)"
    r"|in the (?:afternoon|evening))\b",
    re.IGNORECASE,
)
# "While this was happening, a charge was defused in Kolun": of the same hour, wherever it was.
AT_ONCE = re.compile(
    r"\W*(?:almost )?(?:at (?:about |almost )?the same time|simultaneous(?:ly)?"
    r"|(?:while|as) (?:this|that|all this) was (?:happening|going on|taking place))\b",
    re.IGNORECASE,
)
# "Meanwhile, another bomb exploded in Kolun": news of the same day.
JOINED = re.compile(
    r"\W*(?:meanwhile|in addition|moreover|furthermore|also|another|likewise)\b", re.IGNORECASE
)
NEWS_WITHIN = 2
"""The news opens a report: in one of so many paragraphs after the first."""
ONE_NIGHT = 1
# Those who were there: "some of the demonstrators", "part of the crowd".
OF_THOSE = re.compile(
    r"\b(?:the|these|those|its|their) (?:\w+ )?(?:crowds?|demonstrators?"
    r"|protest[eo]rs?|marchers?|strikers?|supporters|students|mourners|worshippers|pilgrims"
    r"|participants|convoy|procession|rally|march|gathering|meeting|patrol)\b",
    re.IGNORECASE,
)
THAT = re.compile(r"\bthat,? (?:(?:on|in|late|early|by) )*$", re.IGNORECASE)
NOT_SAID = re.compile(
    r"\b(?:(?:not|n['’]t|without|neither|nobody|no one)\b[^.;]{0,40}\bsa(?:y|id|ying)"
    r"(?: exactly)? when"
    r"|(?:not|n['’]t|without) (?:giv\w+|specify\w*|mention\w*|nam\w+) (?:a|the|any)"
    r" (?:date|day|time))\b",
    re.IGNORECASE,
)
# "On Tuesday jets struck Bara; by nightfall rockets had hit Kolun."
BY_HOUR = re.compile(
    r"\bby (?:noon|midday|afternoon|evening|dusk|nightfall|sunset)\b", re.IGNORECASE
)
OPENING = re.compile(r"(?:(?:in|on|during|by|late|early|at|the|of) ?)*", re.IGNORECASE)
LIST_MARK = re.compile(r"\n[ \t]*(?:[-*•·–—]|\d{1,2}[.)])\s|\n[ \t]*#")


def carry_dates(
    drafts: Sequence[Draft], text: str, scenes: Mapping[int, Scene]
) -> tuple[Draft, ...]:
    """Return the events, those without a date in a dated story dated by it and marked so."""
    carried = [replace(d, when=When()) if _is_said_unknown(d, text) else d for d in drafts]
    for at in sorted(range(len(carried)), key=lambda i: carried[i].trigger):
        draft = carried[at]
        story = _story_of(draft, carried, text) if _may_inherit(draft) else None
        story = story or _dated_in_front(draft, carried)
        when = story.when if story is not None else _day_just_told(draft, carried, scenes)
        if when is not None:
            carried[at] = replace(draft, when=_as_told_with(when))
    # The items of a list are news of their own.
    return tuple(carried) if LIST_MARK.search("\n" + text) else _by_day_of_report(carried)


def _by_day_of_report(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """
    Return the events, those without a date in a report of one day dated by it and marked so.

    Its news opens it, and all that it dates was on that day or in the night to the next.
    """
    in_order = sorted(drafts, key=lambda d: d.trigger)
    dated = [d for d in in_order if d.when.start and d.standing.status.is_incident]
    first = dated[0] if dated else None
    days = [day for d in dated for day in (d.when.start, d.when.end) if day is not None]
    is_open = len(days) < len(dated) * 2
    if first is None or first.sentence.paragraph > NEWS_WITHIN or is_open:
        return tuple(drafts)
    if (max(days) - min(days)).days > ONE_NIGHT or first.tense is not Tense.PAST:
        return tuple(drafts)
    return tuple(
        replace(d, when=_as_told_with(first.when)) if _is_of_report(d, first) else d for d in drafts
    )


def _is_of_report(draft: Draft, news: Draft) -> bool:
    """Whether an event without a date goes on with the news of a report."""
    is_far = _is_other_place(draft, news) and not JOINED.match(draft.sentence.text)
    is_behind = draft.sentence.number >= news.sentence.number
    is_labelled = draft.sentence.label is not None
    return _may_inherit(draft) and is_behind and not is_far and not is_labelled


def _is_said_unknown(draft: Draft, text: str) -> bool:
    """Whether a day is only that of the announcement, and the text says that nobody gave one."""
    at = draft.trigger.end
    end = text.find("\n\n", at)
    paragraph = text[at : end if end >= 0 else len(text)]
    return draft.when.inherited and NOT_SAID.search(paragraph) is not None


def _dated_in_front(draft: Draft, events: Sequence[Draft]) -> Draft | None:
    """Return what the one date that opens the sentence of an event dates there before it.

    "In June crowds broke into the parliament, and police killed nine": June is of both.
    """
    is_told_on = draft.tense is Tense.PAST or BY_HOUR.search(draft.sentence.text) is not None
    if _is_dated(draft) or not is_told_on or OTHER_TIME.search(draft.sentence.text):
        return None
    for other in events:
        span = other.when.span
        is_here = other.sentence == draft.sentence and other.trigger < draft.trigger
        run = draft.sentence.find(span) if is_here and span is not None else None
        if run is None or not other.standing.status.is_incident or _is_other_place(draft, other):
            continue
        dates = find_dates(draft.sentence.text, other.when.start)
        if OPENING.fullmatch(draft.sentence.text, 0, run[0]) and len(dates) == 1:
            return other
    return None


def _day_just_told(
    draft: Draft, events: Sequence[Draft], scenes: Mapping[int, Scene]
) -> When | None:
    """Return the day of the sentence before, of which nothing is coded, where this one goes on.

    "Pilgrims gathered at the shrine on Friday. Some of the crowd threw stones."
    """
    number = draft.sentence.number
    goes_on = draft.takes_up is not TakenUp.NOTHING or OF_THOSE.search(draft.sentence.text)
    is_coded = any(s.number == number - 1 for e in events for s in e.evidence)
    if is_coded or not goes_on or not _may_inherit(draft):
        return None
    return scenes[number].just_told


def _is_dated(draft: Draft) -> bool:
    when = draft.when
    return bool(when.start or when.end or when.words or draft.since)


def _may_inherit(draft: Draft) -> bool:
    """Whether the words of an event go on with a story, and say nothing of when it was."""
    is_passing = draft.standing.status.is_incident and draft.rule.family not in ELSEWHERE
    is_told_on = draft.tense is Tense.PAST and not draft.has_time
    return (
        not _is_dated(draft)
        and is_passing
        and is_told_on
        and not OTHER_TIME.search(draft.sentence.text)
    )


def _story_of(draft: Draft, events: Sequence[Draft], text: str) -> Draft | None:
    """Return the dated event told last before it, if it may be of one story."""
    near = [e for e in events if e.when.start and _is_told_just_before(e, draft)]
    if HOUR.match(draft.sentence.text):
        # "A rally had been calm in May. In the evening youths threw stones": back in the story.
        near = [e for e in near if e.tense is not Tense.EARLIER] or near
    last = max(near, key=lambda e: (_told_in(e).number, e.trigger), default=None)
    if last is None or last.when.end is None or last.tense is not Tense.PAST:
        return None
    is_of_that_day = HOUR.match(draft.sentence.text) or AT_ONCE.match(draft.sentence.text)
    is_elsewhere = _is_other_place(draft, last) and not is_of_that_day
    if not last.standing.status.is_incident or is_elsewhere:
        return None
    is_listed = LIST_MARK.search(text, _told_in(last).whole.start, draft.trigger.start)
    return None if is_listed else last


def _told_in(event: Draft) -> Sentence:
    """Return the sentence that dates an event, or that tells it first."""
    span = event.when.span
    dated = (s for s in event.evidence if span is not None and s.whole.overlaps(span))
    return next(dated, event.sentence)


def _is_told_just_before(event: Draft, draft: Draft) -> bool:
    told, here = _told_in(event), draft.sentence
    goes_on = draft.takes_up is not TakenUp.NOTHING or GOES_ON.search(here.text)
    is_long = event.when.precision not in FINE
    # Judges find what was done in 1994; "survivors held a vigil" is of the day of the trial.
    is_old = _is_found_by_others(event) and draft.takes_up is TakenUp.NOTHING
    # A march that officers then broke up may stand with the words of its end.
    is_before = told.number < here.number or event.trigger < draft.trigger
    return (
        is_before
        and 0 <= here.number - told.number <= (1 if is_long or is_old else SENTENCES_BACK)
        and (told.paragraph == here.paragraph or bool(goes_on and not is_long))
    )


def _is_found_by_others(event: Draft) -> bool:
    """Whether the text tells it only as what somebody holds: "held that on 21 April 1994 he"."""
    span, told = event.when.span, _told_in(event)
    run = told.find(span) if span is not None else None
    return run is not None and event.names_year and THAT.search(told.text, 0, run[0]) is not None


def _is_other_place(draft: Draft, story: Draft) -> bool:
    """Whether its own words put an event elsewhere, and do not take up who or what was told."""
    own = [p.place for p in draft.places if p.reason == WITH_EVENT and not p.inherited]
    there = [p.place for p in story.places]
    if not own or not there or draft.takes_up is TakenUp.PERSON:
        return False
    if {p.place_id for p in own} & {p.place_id for p in there}:
        return False
    # "They fired missiles at Arland on Monday. In Bara one killed nine": Bara lies in Arland.
    is_part = any(_lies_in(inner, outer) for outer in there for inner in own)
    return not (is_part and draft.rule.type is story.rule.type)


def _lies_in(inner: Place, outer: Place) -> bool:
    if outer.precision is Precision.COUNTRY and inner.precision is not Precision.COUNTRY:
        return bool({*inner.countries} & {*outer.countries})
    return holds(outer, inner)


def _as_told_with(when: When) -> When:
    words = f"{when.words}, as what is told with it" if when.words else None
    return replace(when, words=words if not when.inherited else when.words, inherited=True)
