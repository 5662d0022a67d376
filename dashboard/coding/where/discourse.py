"""Where an event is whose own sentence names no place, as far as the whole text tells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.drafts import TakenUp
from dashboard.coding.what.families import VIOLENT
from dashboard.coding.where.chains import firsts_of_chains
from dashboard.coding.where.headlines import place_of_headline
from dashboard.coding.where.homeland import FEWEST_NAMES, is_land
from dashboard.coding.where.inheritance import is_only_headed
from dashboard.coding.where.kinship import (
    CROWDS,
    are_apart,
    is_local,
    is_of_another_time,
    may_share_place,
)
from dashboard.coding.where.peoples import is_of_home
from dashboard.coding.where.place_cues import (
    BROUGHT_TO,
    CAUSE,
    CAUSE_OF_FIGHT,
    ELSEWHERE_WORDS,
    LEFT_BEHIND,
    MEANWHILE,
    NATIONAL,
    SOMEWHERE_ELSE,
)
from dashboard.coding.where.refining import as_told, with_finer, within_heading
from dashboard.coding.where.sentence_places import (
    is_bearing,
    is_told_abroad,
    names_unknown_place,
    place_in_sentence,
)
from dashboard.coding.where.story import AT_TABLES, Story, gather_story, is_background
from dashboard.coding.where.whereabouts import place_told_later
from dashboard.model import POINTS, WIDE, EventPlace, MentionKind, Precision, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dashboard.coding.drafts import Draft
    from dashboard.coding.where.ground import Ground
    from dashboard.coding.where.sentence_places import Found
    from dashboard.model import Article, Place, Resolution

SENTENCES_BACK = 3
LONGEST_CUE = 60
# What moves, or is decided in an office, need not be where the story is.
ELSEWHERE = frozenset(
    {"movement", "withdrawal", "deployment", "talks", "ban", "war", "revolution", "agreement"}
)
# A group may split or choose its leader anywhere.
OF_A_GROUP = frozenset({"formation"})


def place_by_story(
    article: Article,
    drafts: Sequence[Draft],
    resolutions: Sequence[Resolution],
    ground: Ground | None = None,
) -> tuple[Draft, ...]:
    """Return the events, those without a place where the text as a whole puts them."""
    story = gather_story(article, drafts, resolutions, ground)
    # First what the own sentence says, so that what is told next may go on with it.
    by_sentence = tuple(_place(draft, story, place_in_sentence) for draft in drafts)
    if by_sentence != tuple(drafts):
        story = gather_story(article, by_sentence, resolutions, ground)
    return tuple(_place(draft, story, _find) for draft in by_sentence)


def _place(draft: Draft, story: Story, find: Callable[[Draft, Story], Found | None]) -> Draft:
    """Return the event with the place of its paragraph, of the story, or of the country."""
    if is_only_headed(draft):
        return within_heading(draft, story)
    if draft.places:
        return with_finer(draft, story)
    if draft.rule.family in ELSEWHERE or ELSEWHERE_WORDS.search(draft.sentence.text):
        return draft
    is_incident = draft.standing.status.is_incident
    found = find(draft, story) if is_incident else place_in_sentence(draft, story)
    if found is None:
        return draft
    places, reason = found
    return replace(draft, places=tuple(as_told(p, reason, draft) for p in places))


def _find(draft: Draft, story: Story) -> Found | None:
    if _is_national(draft, story):
        return _country(draft, story)
    found = place_in_sentence(draft, story) or place_told_later(draft, story)
    is_caused = any(_is_cause_of(draft, other, story) for other in story.placed_around(draft))
    if found is None and not is_caused:
        found = _of_same_sentence(draft, story)
    if found is not None:
        return found
    if names_unknown_place(draft, story):
        is_of_old = is_background(draft, story.article) and not _is_of_one_province(story)
        return None if is_of_old else _around(draft, story)
    if is_caused:
        return None if is_background(draft, story.article) else _country(draft, story)
    return _told_before(draft, story)


def _is_of_one_province(story: Story) -> bool:
    """Whether all that the text tells, of old as well, is of one province."""
    return story.homeland is not None and story.homeland.place.precision not in WIDE


def _is_national(draft: Draft, story: Story) -> bool:
    told = story.article.text[draft.sentence.whole.start : draft.trigger.end]
    return NATIONAL.search(told) is not None and not draft.is_verb


def _told_before(draft: Draft, story: Story) -> Found | None:
    """Return the place of what is told before, or else of the text."""
    found = None if draft.is_plural else _of_paragraph(draft, story)
    if found is None and draft.takes_up is TakenUp.THING:
        found = _just_named(draft, story)
    if found is not None or is_background(draft, story.article):
        return found or _country_of_sentence(draft, story)
    if not draft.is_plural:
        found = place_of_headline(draft, story) or _of_all_events(draft, story)
    return found or _only_place(story) or _country(draft, story)


def _of_same_sentence(draft: Draft, story: Story) -> Found | None:
    """Return the place of another event of the sentence."""
    others = [
        d
        for d in story.placed_around(draft)
        if d.rule.family not in ELSEWHERE and not is_of_another_time(draft, d)
    ]
    text = story.article.text
    if draft.is_plural or names_unknown_place(draft, story):
        # "Stormed the base at Bara, after two bombs went off at its gate".
        others = [o for o in others if _is_told_as_time(draft, o, text)]
    near = next((o for o in others if is_local(draft, o) and _is_shared(draft, o, text)), None)
    if near is None:
        return None
    return near.places, f"the same sentence tells of {near.places[0].place.name}"


def _is_told_as_time(draft: Draft, other: Draft, text: str) -> bool:
    """Whether "after", "when" or "as" joins the other event and this."""
    return bool(MEANWHILE.search(text[other.trigger.end : draft.trigger.start]))


def _is_shared(draft: Draft, other: Draft, text: str) -> bool:
    """Whether the place was named before, or one event is told as the time of the other."""
    is_before = other.trigger < draft.trigger
    return is_before or bool(MEANWHILE.search(text[draft.trigger.end : other.trigger.start]))


def _is_cause_of(draft: Draft, other: Draft, story: Story) -> bool:
    """Whether an event is what a protest is about, or an arrest or a trial for."""
    if other.trigger > draft.trigger:
        return False
    is_fight = draft.rule.family in VIOLENT and other.rule.family in VIOLENT - CROWDS
    cause = CAUSE_OF_FIGHT if is_fight else CAUSE
    return bool(cause.search(story.article.text[other.trigger.start : draft.trigger.start]))


def _of_paragraph(draft: Draft, story: Story) -> Found | None:
    """Return the place of the event told just before, if no other town is named since."""
    before = story.placed_before(draft, within=SENTENCES_BACK)
    if not before or is_of_another_time(draft, before[-1]):
        return None
    last = before[-1]
    is_next = draft.sentence.number - last.evidence[-1].number <= 1
    is_kin = may_share_place(last, draft) or is_local(draft, last)
    is_elsewhere_too = bool(SOMEWHERE_ELSE.match(draft.sentence.text))
    is_long_ago = is_background(last, story.article) and not is_next
    own = {p.place.place_id for p in last.places}
    if (
        not is_kin
        or len(own) > 1  # in which of "Bara and Kolun" is not said
        or is_elsewhere_too
        or is_long_ago
        or are_apart(last.when.start, draft.when.start)
    ):
        return None
    since = Span(last.sentence.whole.end, max(draft.sentence.whole.end, last.sentence.whole.end))
    text = story.article.text
    names = (r for r in story.areas_in(since) if not is_bearing(r, text))
    if any(r.place and r.place.place_id not in own for r in names):
        return None
    return last.places, f"what is told just before is at {last.places[0].place.name}"


def _just_named(draft: Draft, story: Story) -> Found | None:
    """Return the one place of the sentence before: "Bara dam broke. They blew up the wall"."""
    before = story.sentence_before(draft.sentence)
    here = story.areas_in(draft.sentence.whole)
    if before is None or here or draft.rule.family not in VIOLENT:
        return None
    if is_background(draft, story.article):
        return None
    text = story.article.text
    named = [r for r in firsts_of_chains(story.areas_in(before), text) if r in story.told]
    if len({r.place.place_id for r in named if r.place}) != 1 or named[0].place is None:
        return None
    place = named[0].place
    return (EventPlace(place, named[0].mention),), f"the sentence before names {place.name} alone"


def _country_of_sentence(draft: Draft, story: Story) -> Found | None:
    """Return the country that the sentence of an event of long ago names, and nothing else."""
    named = [
        r
        for r in story.standing_in(draft.sentence.whole)
        if r.is_drawn and r.place and r.mention.kind is MentionKind.TOPONYM
    ]
    if len(named) != 1 or named[0].place is None:
        return None
    place = named[0].place
    if place.precision is not Precision.COUNTRY:
        return None
    return (EventPlace(place, named[0].mention),), f"its sentence speaks of {place.name} alone"


def _of_all_events(draft: Draft, story: Story) -> Found | None:
    """Return the place that all events of the text share."""
    if len({d.places[0].place.place_id for d in story.placed}) != 1:
        return None
    place = story.placed[0].places[0]
    if all(d.rule.family in AT_TABLES for d in story.placed):
        return None
    if story.areas_in(draft.sentence.whole) or not may_share_place(story.placed[0], draft):
        return None
    if not story.is_in_hand(place.place) or story.names_other_town(place.place):
        return None
    return (place,), f"all that the text places is at {place.place.name}"


def _only_place(story: Story) -> Found | None:
    """Return the one place that the body of the text names."""
    text = story.article.text
    before = {r: text[max(0, r.mention.start - LONGEST_CUE) : r.mention.start] for r in story.told}
    told = [r for r, words in before.items() if not LEFT_BEHIND.search(words)]
    told = [r for r in told if not BROUGHT_TO.search(before[r])]
    places = {r.place.place_id: r for r in told if r.place}
    placed = {at.place.place_id for other in story.placed for at in other.places}
    is_on_the_move = any(other.rule.family in ELSEWHERE for other in story.placed)
    if len(places) != 1 or placed - {*places} or is_on_the_move:
        return None
    resolution = next(iter(places.values()))
    place = resolution.place
    if story.placed and place and place.precision not in POINTS:
        return None
    if place is None or not story.is_in_hand(place) or story.is_filed_abroad(place):
        return None
    if is_told_abroad(resolution, story):
        return None
    if _is_only_filed_there(place, story):
        return None
    return (EventPlace(place, resolution.mention),), f"the text names no place but {place.name}"


def _is_left(resolution: Resolution, story: Story) -> bool:
    """Whether somebody only came from there, or set out for it."""
    start = resolution.mention.start
    before = story.article.text[max(0, start - LONGEST_CUE) : start]
    return LEFT_BEHIND.search(before) is not None


def _is_only_filed_there(place: Place, story: Story) -> bool:
    """Whether a correspondent writes from there of another country, too."""
    filed = story.filed_from.place if story.filed_from else None
    others = sum(n for c, n in story.names_by_country.items() if c not in place.countries)
    return filed is not None and filed.place_id == place.place_id and others >= FEWEST_NAMES


def _country(draft: Draft, story: Story) -> Found | None:
    """Return the country in hand, if the sentence of the event names no other land."""
    home = story.homeland
    if home is None or draft.rule.family in OF_A_GROUP:
        return None
    text = story.article.text
    named = story.standing_in(draft.sentence.whole)
    lands = [r for r in named if is_land(r, text) or is_of_home(r, text)]
    here = {c for r in lands if r.place for c in r.place.countries}
    return None if here - {*home.place.countries} else ((home,), home.reason or "")


def _around(draft: Draft, story: Story) -> Found | None:
    """Return the area of the text, or its country, for an event at a name that is not known."""
    area = story.around
    is_behind = area is not None and area.mention.start > draft.sentence.whole.end
    if area is None or area.place is None or is_behind:
        return _country(draft, story)
    reason = f"its own place is not known, and all that the text names is in {area.place.name}"
    return (EventPlace(area.place, area.mention),), reason
