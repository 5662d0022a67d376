"""
Which events are incidents that MUC-4 asks for, and of which of its types.

MUC-4 asks for terrorist incidents of the last two months in nine countries of Latin America. Left
out are therefore what the text itself puts in other countries, what is older, sums of more than two
months, statements that say neither where nor when nor how many, and warfare: fights, and attacks
that had only soldiers, police or armed groups as targets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.model import EventType

if TYPE_CHECKING:
    from dashboard.model import Article, Event

ASKED_COUNTRIES = frozenset({"AR", "BO", "CL", "CO", "EC", "GT", "HN", "PE", "SV"})
LONGEST_AGO_DAYS = 62
# The keys have raids from the air as attacks, and bombs, charges and grenades as bombings.
MUC_OF_SUB_TYPE = {
    "Armed clash": "ATTACK",
    "Attack": "ATTACK",
    "Shelling/artillery/missile attack": "ATTACK",
    "Air/drone strike": "ATTACK",
    "Chemical weapon": "ATTACK",
    "Abduction/forced disappearance": "KIDNAPPING",
    "Remote explosive/landmine/IED": "BOMBING",
    "Suicide bomb": "BOMBING",
    "Grenade": "BOMBING",
}
DAMAGE = "Looting/property destruction"
FOILED = "Disrupted weapons use"
# MUC-4 asks for what was attempted, too: "police defused a bomb".
DEFUSED = re.compile(r"defus|deactivat|disarm", re.IGNORECASE)
BURNING = re.compile(r"arson|burn|fire|torch", re.IGNORECASE)
STEALING = re.compile(
    r"\brob|\bst(?:eal|ole)|theft|loot|pillag|plunder|ransack|h[eo]ld-?up", re.IGNORECASE
)
WARFARE = re.compile(
    r"\b(?:war|clash\w*|fighting|combat\w*|offensive|battle\w*|skirmish\w*|operation\w*"
    r"|hostilit\w+|insurgency|invasion|invad\w+|fought|confrontation)\b",
    re.IGNORECASE,
)
ARMED = frozenset({"state forces", "external/other forces", "rebel group"})


def muc_type_of(event: Event, article: Article) -> str | None:
    """Return the MUC-4 type of an event, or `None` if it is no incident that MUC-4 asks for."""
    is_asked = event.status.is_incident and _is_told(event) and not _is_warfare(event, article)
    if not is_asked or _is_abroad(event) or _is_long_ago(event, article):
        return None
    words = event.trigger.of(article.text)
    if event.sub_type == FOILED:
        return "BOMBING" if DEFUSED.search(words) else None
    if event.sub_type != DAMAGE:
        return MUC_OF_SUB_TYPE.get(event.sub_type)
    if BURNING.search(words):
        return "ARSON"
    return "ROBBERY" if STEALING.search(words) else "ATTACK"


def _is_told(event: Event) -> bool:
    is_placed = any(not place.inherited for place in event.places)
    return bool(is_placed or event.when.start or event.killed.low or event.injured.low)


def _is_warfare(event: Event, article: Article) -> bool:
    """Whether it is a fight, or those attacked are soldiers, police or fighters alone."""
    if event.type is not EventType.BATTLES:
        return False
    targets = {a.actor_class for a in event.actors if a.role == "target"}
    is_between_armed = bool(targets) and targets <= ARMED
    return is_between_armed or WARFARE.search(event.trigger.of(article.text)) is not None


def _is_abroad(event: Event) -> bool:
    """Whether the text's own words put it in other countries; an inherited place is none."""
    places = [p for p in event.places if not p.inherited]
    lands = {code for p in places for code in p.place.countries}
    return bool(lands) and len(places) == len(event.places) and not lands & ASKED_COUNTRIES


def _is_long_ago(event: Event, article: Article) -> bool:
    """Whether it ended more than two months before the report, or sums up more than two months."""
    published, start, end = article.published, event.when.start, event.when.end
    if start and end and (end - start).days > LONGEST_AGO_DAYS:
        return True
    return bool(published and end and (published - end).days > LONGEST_AGO_DAYS)
