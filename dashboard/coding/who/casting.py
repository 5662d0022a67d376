"""What whoever acts is in an event: a marcher among protesters, a minister for the state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.who.actor_classes import UNKNOWN_ARMED
from dashboard.model import EventType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.coding.what.triggers import Trigger
    from dashboard.model import Actor

VIOLENT_TYPES = frozenset({EventType.BATTLES, EventType.EXPLOSIONS, EventType.CIVILIANS})
UNARMED_TARGETS = frozenset({EventType.EXPLOSIONS, EventType.CIVILIANS})
CROWDS = {EventType.PROTESTS: "protesters", EventType.RIOTS: "rioters"}
OFFICES = frozenset({"minister", "president", "governor", "envoy", "ambassador", "parliament"})
"""Who holds one acts for the state; as a target he is a civilian."""


def is_cut_short(actor: Actor, others: Iterable[Actor]) -> bool:
    """Whether it is the "Arlandic" of "Arlandic bombs", which are named as well."""
    longer = (o for o in others if o is not actor and o.span is not None and o.role == actor.role)
    return actor.span is not None and any(
        o.span.start == actor.span.start and o.span.end > actor.span.end for o in longer if o.span
    )


def classed(actor: Actor, trigger: Trigger) -> Actor:
    """Return an actor with the class that the event gives whoever bears no other."""
    is_victim = trigger.rule.type in UNARMED_TARGETS and actor.role == "target"
    if is_victim and actor.actor_class == "identity militia":
        return replace(actor, actor_class="civilians")  # herders whom a mine kills bear no arms
    if actor.role != "actor" or actor.actor_class not in {"civilians", None}:
        return actor
    if trigger.rule.type is EventType.STRATEGIC and _is_office(actor):
        return replace(actor, actor_class="state forces")
    crowd = CROWDS.get(trigger.rule.type) if trigger.rule.type else None
    if crowd is not None and actor.actor_class == "civilians":
        return replace(actor, actor_class=crowd)
    if trigger.rule.type in VIOLENT_TYPES and actor.actor_class == "civilians":
        return replace(actor, actor_class=UNKNOWN_ARMED)
    return actor


def _is_office(actor: Actor) -> bool:
    return any(word.removesuffix("s") in OFFICES for word in actor.name.lower().split())
