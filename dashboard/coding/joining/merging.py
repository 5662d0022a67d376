"""Which mentions in a document speak of the same event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.dating.tenses import Tense
from dashboard.coding.drafts import TakenUp
from dashboard.coding.joining.lasting import (
    NAMED_AGAIN,
    NEAR_SENTENCES,
    is_of_last_sentence,
    lasts,
)
from dashboard.coding.what.families import DISPERSALS, GENERIC, VIOLENT
from dashboard.coding.where.place_joining import conflict
from dashboard.coding.who.named_victims import share_victim
from dashboard.model import EventType

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dashboard.coding.drafts import Draft
    from dashboard.model import When

# Two of these are one only if they share a place or a time.
COMMON = frozenset(
    {"movement", "arrest", "deployment", "base", "ban", "smuggling", "withdrawal", "formation"}
    | {"talks", "crackdown", "seizure", "release", "looting", "surrender"}
)
# Attacks happen in them; "the attack" is not the whole of one.
CAMPAIGNS = frozenset({"war"})
SUMMED_UP = frozenset({EventType.EXPLOSIONS, EventType.CIVILIANS})
# "An attack shook Bara. The bomb went off at noon."
BOMBINGS = frozenset({"blast", "grenade"})
BLOWS = BOMBINGS | {"air strike", "shelling", "suicide bomb"}
TAKEN = frozenset({"abduction"})
# "A crowd burned a court. Police used tear gas.": so the riot ended.
QUELLED = frozenset({("riot", "protest dispersed"), ("mob", "protest dispersed")})
KEEPING = frozenset({"hold", "keep"})
MEMORY = 400
"""How many events back a mention may refer; a book is not one story."""


def find_same(draft: Draft, events: Sequence[Draft]) -> int | None:
    """Return the index of the event that a mention speaks of again, the latest first."""
    if draft.is_new:
        return None
    first = max(0, len(events) - MEMORY)
    after = _earliest_day(draft, events)
    same = [
        i
        for i in range(first, len(events))
        if is_same(draft, events[i]) and not _ends_before(events[i].when, after)
    ]
    # "the operations" goes back to those that took place before those to come, not to another
    # country than its sentence speaks of, and to the one told most, not to the one told last; "the
    # attack" is the one that the last sentence told.
    return max(
        same,
        key=lambda i: (
            _are_alike_real(draft, events[i]),
            not _is_elsewhere(draft, events[i]),
            _share_place(draft, events[i]),
            _is_near(draft, events[i]),
            _is_latter(draft, events[i]),
            draft.rule.family == events[i].rule.family,
            not draft.is_plural and is_of_last_sentence(draft, events[i]),
            len(events[i].evidence),
            i,
        ),
        default=None,
    )


def _share_place(draft: Draft, event: Draft) -> bool:
    """Whether "the bomb in Bara" may be the one of Bara, told earlier than another elsewhere."""
    return bool({p.place.place_id for p in draft.places} & {p.place.place_id for p in event.places})


def _is_latter(draft: Draft, event: Draft) -> bool:
    """Whether "the attack" may be an ambush that the last sentence told, whatever came before."""
    is_noun = draft.is_definite and not draft.is_verb and not draft.is_plural
    is_generic = draft.rule.family in GENERIC
    return is_noun and is_generic and is_of_last_sentence(draft, event)


def _earliest_day(draft: Draft, events: Sequence[Draft]) -> date | None:
    """Return the day of the event after which a mention says it happened: "since the jailbreak"."""
    starts = (e.when.start for e in events if draft.since and e.rule.family == draft.since)
    return next((day for day in starts if day is not None), None)


def _ends_before(when: When, day: date | None) -> bool:
    return day is not None and when.end is not None and when.end < day


def _are_alike_real(draft: Draft, event: Draft) -> bool:
    """Whether both happened, by the text, or both are to come."""
    return draft.standing.status.is_incident is event.standing.status.is_incident


def _is_elsewhere(draft: Draft, event: Draft) -> bool:
    """Whether the sentence of a mention names places, none of them in the event's country."""
    countries = {c for p in event.places for c in p.place.countries}
    return bool(draft.around and countries) and not draft.around & countries


def is_same(draft: Draft, event: Draft) -> bool:
    """Whether a mention speaks of an event named before."""
    one, other = draft.rule.family, event.rule.family
    is_named_again = (other, one) in NAMED_AGAIN
    is_beside = draft.sentence.number == event.sentence.number and not is_named_again
    if is_beside or _are_apart(draft, event):
        return False
    if not _are_alike_real(draft, event) and not draft.is_definite:
        return False
    if one == other:
        return _hit_one_person(draft, event) or _is_same_of_family(draft, event)
    if is_named_again or _is_quelled(draft, event):
        return _is_near(draft, event) and not draft.places and draft.when.start is None
    is_sum = _is_loss_of(draft, event) or _is_bomb_of(draft, event) or _is_kin(draft, event)
    return is_sum or _hit_one_person(draft, event)


def _is_quelled(draft: Draft, event: Draft) -> bool:
    """Whether a later sentence tells how a riot ended."""
    is_later = all(s.number < draft.sentence.number for s in event.evidence)
    return is_later and (event.rule.family, draft.rule.family) in QUELLED


def _hit_one_person(draft: Draft, event: Draft) -> bool:
    """Whether both tell of violence against a person of the same name; taken, or struck."""
    told = (draft.rule.family, event.rule.family)
    are_alike = (told[0] in TAKEN) is (told[1] in TAKEN)
    is_violent = are_alike and {*told} <= VIOLENT - CAMPAIGNS
    return is_violent and share_victim(draft.victims, event.victims)


def _are_apart(draft: Draft, event: Draft) -> bool:
    """Whether the place or the time of a mention keeps it from being an event."""
    is_told_again = draft.is_definite and not draft.is_plural
    is_told_again = is_told_again or _hit_one_person(draft, event)
    if _goes_back_to_story(draft, event):
        return True
    is_elsewhere = conflict(draft.places, event.places, is_told_again=is_told_again)
    return is_elsewhere or (not lasts(event, draft) and _times_conflict(draft.when, event.when))


def _goes_back_to_story(draft: Draft, event: Draft) -> bool:
    """Whether it leaves what lay behind: "A rally in May had been calm. Youths threw stones"."""
    is_behind = event.tense is Tense.EARLIER and event.when.start is not None
    is_plain = draft.tense is Tense.PAST and draft.takes_up is not TakenUp.PERSON
    return is_behind and is_plain and draft.is_verb and not draft.is_definite


def _is_bomb_of(draft: Draft, event: Draft) -> bool:
    """
    Whether it unfolds an attack that the last sentences named by no more than the word.

    "The bomb went off", "the strike" after an attack or a raid, "the blasts" after any of them;
    "debris hit a school" after what came down.
    """
    if draft.rule.family == "debris":
        is_air = event.rule.family in {"air strike", "shelling", "seizure", "debris"}
        return is_air and not draft.places and _is_near(draft, event)
    is_bare = event.rule.family in {"attack", "operation"} and not event.is_verb
    is_bomb = is_bare and draft.rule.family in (BOMBINGS if draft.is_verb else BLOWS)
    is_sound = event.rule.type is EventType.EXPLOSIONS and draft.rule.family == "blast"
    is_told = is_bomb or is_sound
    return is_told and draft.is_definite and _is_near(draft, event, paragraphs=0)


def _is_loss_of(draft: Draft, event: Draft) -> bool:
    """Whether a capture is told again as a loss: "soldiers took Bara ... before the town fell"."""
    told = (event.rule.family, draft.rule.family)
    is_nameless = not draft.actors and draft.when.start is None
    return (
        told == ("territory regained", "territory taken") and is_nameless and _is_near(draft, event)
    )


def _is_kin(draft: Draft, event: Draft) -> bool:
    """Whether "the attack", "the bombing" or "several firefights" sums up what was just told."""
    one, other = draft.rule.family, event.rule.family
    # "Since the jailbreak there have been ...": that is how new ones are introduced.
    is_kin = (
        draft.since is None and one in GENERIC and one in VIOLENT and other in VIOLENT - CAMPAIGNS
    )
    if draft.is_verb and "abduction" in {one, other}:
        # "He was kidnapped ... he was shot": two deeds
        return False
    # "Settlers torched two cars. The attack was filmed."
    is_arson = one == "attack" and other == "looting" and is_of_last_sentence(draft, event)
    is_kin = is_kin or (is_arson and not draft.is_verb and not draft.is_plural)
    is_meant = is_kin and (draft.is_definite or _is_vague(draft))
    return _is_near(draft, event, paragraphs=0) and (is_meant or _is_named_after(draft, event))


def _is_named_after(draft: Draft, event: Draft) -> bool:
    """Whether a noun sums up what a verb told: "jets bombed ...", then "the bombing"."""
    is_noun = draft.is_definite and not draft.is_verb and not draft.is_plural
    told = {draft.rule.family, event.rule.family}
    is_kind = draft.rule.type is event.rule.type and draft.rule.type in SUMMED_UP
    if event.rule.family in DISPERSALS and draft.rule.family in GENERIC:
        # "Soldiers opened fire on a march ... the shooting", "those shot in Bara"
        return draft.is_definite and not draft.is_plural
    return is_noun and is_kind and told <= VIOLENT - CAMPAIGNS


def _is_same_of_family(draft: Draft, event: Draft) -> bool:
    if lasts(event, draft):
        return True
    if draft.lemmas & KEEPING and not draft.places and draft.when.start is None:
        # "Took 800 people hostage. They held them for three days."
        return _is_near(draft, event)
    if draft.rule.family in COMMON:
        # "Police caught a leader in Bara. The arrest was announced."
        is_bare = not draft.places and draft.when.start is None and not draft.is_verb
        is_again = is_bare and draft.is_definite and (event.is_verb or not draft.is_plural)
        return _share_place_or_time(draft, event) or (
            is_again and is_of_last_sentence(draft, event)
        )
    if draft.is_definite:
        is_dated_alone = draft.when.start is not None and event.when.start is None
        is_apart = (draft.when.edtf or "").isdigit() or not _is_near(draft, event)
        if is_dated_alone and not draft.is_verb and is_apart:
            return False  # "the bombing of the ferry on 27 May 2004", "the 2007 killing of nuns"
        is_distinct = draft.rule.family not in GENERIC and not draft.is_verb
        return is_distinct or bool(draft.lemmas & event.lemmas) or _is_near(draft, event)
    return _share_place_or_time(draft, event) or (_is_vague(draft) and _is_near(draft, event))


def _is_vague(draft: Draft) -> bool:
    """Whether a plural says neither where nor when, nor after what: "various firefights"."""
    is_timeless = draft.when.start is None and draft.since is None
    return draft.is_plural and not draft.is_verb and not draft.places and is_timeless


def _is_near(draft: Draft, event: Draft, *, paragraphs: int = 1) -> bool:
    """Whether an event was told just before; "the sweeps" may be those of the last paragraph."""
    back = paragraphs * draft.is_definite
    return any(
        0 <= draft.sentence.paragraph - s.paragraph <= back
        or 0 <= draft.sentence.number - s.number <= NEAR_SENTENCES
        for s in event.evidence
    )


def _times_conflict(one: When, other: When) -> bool:
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return False
    return one.end < other.start or other.end < one.start


def _share_place_or_time(draft: Draft, event: Draft) -> bool:
    places = {p.place.place_id for p in draft.places} & {p.place.place_id for p in event.places}
    times = draft.when.start is not None and draft.when.start == event.when.start
    if draft.is_verb:
        return times or (bool(places) and is_of_last_sentence(draft, event))
    is_known = draft.is_definite or draft.is_owned
    same_words = bool(draft.lemmas & event.lemmas) and is_known
    return bool(places) and (times or same_words)
