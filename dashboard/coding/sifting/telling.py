"""Whether one trigger of a sentence already tells the event that another names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.sifting.arguments import (
    is_argument,
    is_harm_of,
    is_other_name,
    names_better,
    only_dates,
    share_subject,
)
from dashboard.coding.what.families import DISPERSALS, FATAL, VIOLENT
from dashboard.model import EventType

if TYPE_CHECKING:
    from dashboard.coding.what.triggers import Trigger

CROWD_FAMILIES = frozenset({"protest", "protest dispersed", "excessive force", "riot"})
# "arrested in a raid": the raid is how the arrest was made.
ENDS_OF_MEANS = frozenset({"arrest", "seizure", "release", "abduction"})
# What the attackers also did: "attacked the village, burned huts and withdrew".
SIDE_EFFECTS = frozenset({"looting", "withdrawal", "movement"})
BELOW = frozenset({"xcomp", "advcl", "dobj", "ccomp", "pcomp", "dep", "oprd"})
DEEDS = VIOLENT | {"looting", "seizure", "siege", "protest", "stoppage", "surrender", "ban"}
MEASURES = frozenset({"curfew", "ban", "agreement", "deployment", "base", "talks", "drill"})
CONTROL = frozenset({"annexation", "territory taken", "territory regained"})
SPANS = frozenset({"night", "day", "evening", "hour", "week", "weekend"})
ENTERING = frozenset({"enter", "reach", "walk", "move"})
RAIDING = frozenset({"killing", "massacre", "attack", "abduction", "assassination", "looting"})
# What comes with the first at one blow: "broke up a march and arrested sixty".
PARTS = (
    (frozenset({"arrest", "abduction"}), DISPERSALS),
    (frozenset({"killing", "attack"}), frozenset({"excessive force"})),
    (frozenset({"mob"}), frozenset({"attack", "ambush"})),
    (frozenset({"talks"}), frozenset({"agreement"})),
    (frozenset({"arrest"}), frozenset({"killing", "attack", "massacre"})),
    (frozenset({"release"}), frozenset({"attack", "battle"})),
    (frozenset({"looting", "abduction"}), frozenset({"riot", "mob"})),
    (frozenset({"withdrawal", "movement"}), CONTROL),
    (frozenset({"break-in"}), frozenset({"looting", "abduction", "killing", "attack", "fire"})),
)


def is_told_by(trigger: Trigger, other: Trigger) -> bool:
    """Whether another trigger already tells this event."""
    if trigger.frame.is_verb is not other.frame.is_verb:
        verb, noun = (trigger, other) if trigger.frame.is_verb else (other, trigger)
        if is_argument(noun.token, verb):
            return names_better(noun, verb) is trigger.frame.is_verb
        if trigger.frame.is_verb:
            return _is_unfolded(trigger, other) or _is_damage_by(trigger, other)
        if _is_spelled_out(trigger, other):
            return True
    if _is_ground(trigger, other):
        return True
    tests = (
        is_other_name,
        _is_means_of,
        _share_an_instrument,
        is_harm_of,
        _is_next_deed,
        _is_same_below,
        _is_side_effect,
        _comes_with,
        _is_answer,
        _is_only_sent,
        _is_where_used,
        _turned_violent,
        _is_fight_for,
        _is_captivity,
        _is_what_it_is_about,
        _is_way_in,
        only_dates,
    )
    return any(test(trigger, other) for test in tests)


def _is_ground(trigger: Trigger, other: Trigger) -> bool:
    """Whether it is "under the agreement" that the sentence tells of something done."""
    token = trigger.token
    is_under = token.dep_ == "pobj" and token.head.lower_ in {"under", "by"}
    is_told = any(c.dep_ in {"acl", "relcl"} for c in token.children)
    return is_under and not is_told and trigger.rule.family == "agreement" and other.frame.is_verb


def _is_means_of(trigger: Trigger, other: Trigger) -> bool:
    """Whether it is how another thing was done: "raided five homes and arrested seven people"."""
    is_raid = trigger.rule.family == "operation" and trigger.rule.type is EventType.STRATEGIC
    if is_raid and other.rule.type is EventType.BATTLES and share_subject(trigger, other):
        return True  # "raided the camp and exchanged fire with gunmen"
    if other.rule.family not in ENDS_OF_MEANS:
        return False
    governor = trigger.frame.governor
    return is_raid or (governor is not None and governor.i == other.token.i)


def _share_an_instrument(trigger: Trigger, other: Trigger) -> bool:
    """Whether "a grenade thrown at a bar hurt nobody": two verbs for one grenade.

    People are no instrument: "caught the men who had escaped" is two events.
    """
    is_attached = trigger.token.dep_ in {"acl", "relcl"} and trigger.frame.is_verb
    if any(c.lower_ in {"who", "whom"} for c in trigger.token.children):
        return False
    is_foiled = other.rule.family == "seizure"
    same = (trigger.rule.type is other.rule.type or is_foiled) and other.frame.is_verb
    return is_attached and same and is_argument(trigger.token.head, other)


def _is_next_deed(trigger: Trigger, other: Trigger) -> bool:
    """Whether the same people go on with it: "stormed a hotel and shot nine guests"."""
    mine, theirs = trigger.rule, other.rule
    is_alike = mine.family == theirs.family or mine.sub_type == theirs.sub_type
    # "missiles and drones fell on the port and killed nine"
    is_alike = is_alike or (mine.type is theirs.type is EventType.EXPLOSIONS)
    if theirs.family == "break-in":
        return False  # "burst into a clinic and beat two nurses"
    if trigger.token.dep_ != "conj" or not is_alike or mine.family not in DEEDS:
        return False
    has_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in trigger.token.children)
    is_first = any(c.i == other.token.i for c in trigger.token.conjuncts)
    is_verb = trigger.frame.is_verb and not has_subject
    return is_verb and is_first and other.token.i < trigger.token.i


def _comes_with(trigger: Trigger, other: Trigger) -> bool:
    """Whether it is a part of what the verb it is joined to, or hangs on, tells."""
    mine, theirs = trigger.rule.family, other.rule.family
    if not any(mine in parts and theirs in wholes for parts, wholes in PARTS):
        return False
    verb = trigger.token if trigger.frame.is_verb else trigger.frame.governor
    if verb is not None and any(c.i == other.token.i for c in verb.conjuncts):
        return True
    is_below = trigger.token.dep_ in {"advcl", "pcomp"} and trigger.frame.is_verb
    if is_below and any(a.i == other.token.i for a in trigger.token.ancestors):
        return True
    return theirs == "excessive force" and _is_result(trigger, other)


def _is_result(trigger: Trigger, other: Trigger) -> bool:
    """Whether it is "police fired on a march; seven people were shot", by nobody else."""
    words = trigger.token.doc[other.token.i : trigger.token.i]
    is_passive = bool(trigger.frame.objects) and not trigger.frame.subjects
    return is_passive and trigger.frame.is_verb and any(w.text == ";" for w in words)


def _is_answer(trigger: Trigger, other: Trigger) -> bool:
    """Whether it is what those attacked did: "... and officers held them off until morning"."""
    objects = (c for c in trigger.token.children if c.dep_ == "dobj")
    is_back = any(c.lower_ in {"them", "it", "him"} for c in objects)
    is_joined = trigger.token.dep_ in {"conj", "advcl"} and trigger.token.head.i == other.token.i
    is_fight = {trigger.rule.type, other.rule.type} == {EventType.BATTLES}
    return is_back and is_joined and is_fight and trigger.rule.family in {"battle", "fire"}


def _is_unfolded(trigger: Trigger, other: Trigger) -> bool:
    """Whether a clause tells how a noun came about: "the jailbreak, when inmates walked out".

    "Left after a raid in May, when nine were shot": the clause hangs on the verb or on the month.
    """
    if trigger.token.i < other.token.i:
        return False
    clause = trigger.token
    if clause.dep_ not in {"relcl", "advcl"}:
        clause = next((w for w in clause.ancestors if w.dep_ == "relcl"), clause)
    is_when = any(c.lower_ == "when" for c in clause.children) and not trigger.frame.subjects
    if is_when and {trigger.rule.family, other.rule.family} <= VIOLENT:
        near = (*other.token.subtree, other.token.head.head)
        return any(clause.head.i == w.i for w in near)
    if trigger.rule.family != other.rule.family or clause.dep_ != "relcl":
        return False
    # "the fall of Bara in May, when rebels overran its barracks": the clause hangs on the month.
    is_when = any(c.lower_ == "when" for c in clause.children)
    return clause.head.i == other.token.i or (is_when and other.token.is_ancestor(clause.head))


def _is_spelled_out(trigger: Trigger, other: Trigger) -> bool:
    """Whether it is "the 2014 massacre, when police shot 28 strikers": the clause says more."""
    clause, noun = other.token, trigger.token
    is_when = any(c.lower_ == "when" for c in clause.children)
    is_right_behind = clause.dep_ in {"advcl", "relcl"} and clause.left_edge.i - 2 == noun.i
    is_violent = {trigger.rule.family, other.rule.family} <= VIOLENT | DISPERSALS
    return is_when and is_right_behind and is_violent and bool(other.frame.subjects)


def _is_damage_by(trigger: Trigger, other: Trigger) -> bool:
    """Whether it is what an attack did to things: "killed 46 cows in an airstrike"."""
    link = other.token.head
    is_means = other.token.dep_ == "pobj" and link.lower_ in {"in", "during", "with", "by"}
    is_damage = trigger.rule.family == "looting" and other.rule.family in VIOLENT
    return is_damage and is_means and link.head.i == trigger.token.i


def _is_only_sent(trigger: Trigger, other: Trigger) -> bool:
    """Whether it says no more than whence those came who did it: "troops sent from Bara"."""
    token = trigger.token
    is_attached = token.dep_ == "acl" and trigger.frame.is_verb
    is_sent = is_attached and trigger.rule.family == "deployment"
    return is_sent and other.frame.is_verb and any(a.i == other.token.i for a in token.ancestors)


def _is_where_used(trigger: Trigger, other: Trigger) -> bool:
    """Whether an attack is named beside its weapon: "used chlorine in three attacks"."""
    token = trigger.token
    is_in = token.dep_ == "pobj" and token.head.lower_ in {"in", "during"}
    is_general = trigger.rule.family == "attack" and not trigger.frame.is_verb
    is_weapon = other.frame.is_verb and other.rule.type is EventType.EXPLOSIONS
    return is_in and is_general and is_weapon and token.head.head.i == other.token.i


def _turned_violent(trigger: Trigger, other: Trigger) -> bool:
    """Whether a crowd went on to riot: "gathered in front of the ministry and threw bottles"."""
    is_riot = (trigger.rule.family, other.rule.family) == ("protest", "riot")
    noun = trigger.token
    is_unrest = is_riot or other.rule.family in DISPERSALS
    is_of_crowd = trigger.rule.family == "protest" and not trigger.frame.is_verb
    if is_unrest and is_of_crowd and noun.dep_ == "nsubj" and noun.head.is_ancestor(other.token):
        return True  # "a rally closed with stones flying at police"
    is_joined = other.frame.is_verb and any(c.i == other.token.i for c in trigger.token.conjuncts)
    return is_riot and is_joined and share_subject(trigger, other)


def _is_fight_for(trigger: Trigger, other: Trigger) -> bool:
    """Whether it is the fighting that ended so: "took the town after a week of fighting"."""
    is_fight = trigger.rule.family == "battle" and not trigger.frame.is_verb
    above = list(trigger.token.ancestors)
    verb = other.token if other.frame.is_verb else other.token.head
    is_before = any(w.dep_ == "prep" and w.lower_ in {"after", "following"} for w in above)
    is_taken = other.rule.family in CONTROL and verb.i in {w.i for w in above}
    return is_fight and is_before and is_taken


def _is_captivity(trigger: Trigger, other: Trigger) -> bool:
    """Whether it only says that people were kept, beside how it began or ended."""
    is_kept = trigger.frame.is_verb and trigger.token.lemma_ in {"hold", "keep"}
    is_told = other.rule.family in {"abduction", "release"} and other.token.lemma_ != "hold"
    return is_kept and trigger.rule.family == "abduction" and is_told


def _is_what_it_is_about(trigger: Trigger, other: Trigger) -> bool:
    """Whether a crowd is against it: "a protest against the curfew"."""
    token = trigger.token
    is_theme = token.dep_ == "pobj" and token.head.lower_ in {"against", "over", "about"}
    is_measure = trigger.rule.family in MEASURES and other.rule.family in CROWD_FAMILIES
    return is_theme and is_measure and token.head.head in other.token.subtree


def _is_way_in(trigger: Trigger, other: Trigger) -> bool:
    """Whether it is how a raid began: "militiamen entered the village and hacked seven farmers"."""
    is_entry = trigger.token.lemma_ in ENTERING and trigger.rule.family in CONTROL
    is_deed = other.rule.family in RAIDING and trigger.token.i < other.token.i
    return is_entry and is_deed and share_subject(trigger, other)


def _is_side_effect(trigger: Trigger, other: Trigger) -> bool:
    """Whether it is damage done on the way, or the same thing again inside its own phrase.

    "Raided a village, burning homes"; "exchanges of small arms fire"; "shot during a raid".
    """
    token, mine, theirs = trigger.token, trigger.rule.family, other.rule.family
    is_raid = mine == "operation" and other.rule.type is EventType.CIVILIANS
    is_own = is_raid or trigger.rule.type is other.rule.type
    if (mine, theirs) == ("riot", "mob"):
        return trigger.frame.is_verb and share_subject(trigger, other)
    if mine in SIDE_EFFECTS and theirs in VIOLENT - {"break-in"}:
        return trigger.frame.is_verb and share_subject(trigger, other)
    if not any(a.i == other.token.i for a in token.ancestors):
        return False
    if mine == "protest" and theirs in VIOLENT:
        # "a grenade thrown at a rally": where it happened.
        return token.dep_ == "pobj" and token.head.lower_ in {"at", "during"}
    governor = trigger.frame.governor  # "killed nine rebels in raids" hangs the raids on them
    above = {token.head.head.i, governor.i if governor is not None else -1}
    is_inside = token.dep_ == "pobj" and other.token.i in above
    if is_own and token.dep_ == "pobj" and token.head.head.lemma_ in SPANS:
        return True  # "burned cars in a third night of unrest"
    is_time = token.head.lower_ in {"in", "during"}
    is_part = token.head.lower_ == "of" or (is_time and (is_raid or theirs not in FATAL))
    return is_own and is_inside and is_part


def _is_same_below(trigger: Trigger, other: Trigger) -> bool:
    """Whether a clause only unfolds the verb above it: "struck again, killing"."""
    token, mine, theirs = trigger.token, trigger.rule.family, other.rule.family
    if not any(a.i == other.token.i for a in token.ancestors):
        return False
    is_joined = any(c.i == other.token.i for c in token.conjuncts)
    if (mine == theirs or {mine, theirs} <= DISPERSALS) and not is_joined:
        # "Drones hit Bara; jets bombed Kolun": the parse hangs one statement on the other.
        is_apart = any(w.text == ";" for w in token.doc[token.i : other.token.i])
        return token.dep_ in BELOW and trigger.frame.is_verb and not is_apart
    if mine == "protest" and theirs in DISPERSALS and token.dep_ == "advcl":
        # "when crowds gathered at the bridge, police fired into them"
        return any(c.lower_ in {"when", "as", "after"} for c in token.children)
    # "people who had gathered for a vigil"
    clause = next((w for w in (token, *token.ancestors) if w.dep_ in {"relcl", "acl"}), None)
    is_of_them = clause is not None and is_argument(clause.head, other)
    is_at_once = token.dep_ in {"relcl", "acl"} or (mine == "protest" and is_of_them)
    return {mine, theirs} <= CROWD_FAMILIES and is_at_once
