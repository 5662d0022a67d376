"""What stands behind the adjective of a state: an embassy is abroad, a parliament at home."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.model import MentionKind

if TYPE_CHECKING:
    from dashboard.model import Resolution

# "The Arlandic ambassador", "Arlandic citizens": one says so of those who are somewhere else.
ABROAD = re.compile(
    r"(?:-born|-owned|\s+(?:[\w’'-]+\s+){0,2}?(?:embass(?:y|ies)|ambassadors?|consul\w*|diplomat\w*"
    r"|envoys?|citizens?|nationals?|tourists?|missionar(?:y|ies)|advis[eo]rs?|expatriates?|visitors?"
    r"|volunteers?|passports?|spouses?|school|delegat\w+|peacekeepers?|contingent|refugees|exiles))\b",
    re.IGNORECASE,
)
# What a state has at home, or mostly at home.
AT_HOME = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,2}?(?:president\w*|prime\s+minister|government|regime|minist(?:er|ry)"
    r"|parliament|congress|senat\w+|supreme\s+court|attorney\s+general|police|authorities|opposition"
    r"|people|society|workers|peasants|farmers|headquarters|elections|air\s+force|armed\s+forces|army|guerrillas?|rebels?)\b",
    re.IGNORECASE,
)
FORCES = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,2}?(?:air\s+force|armed\s+forces|army|guerrillas?|rebels?)\b",
    re.IGNORECASE,
)
PEOPLES = frozenset({MentionKind.DEMONYM, MentionKind.METONYM, MentionKind.ORGANISATION_PART})


def is_of_those_abroad(resolution: Resolution, text: str) -> bool:
    """Whether the name of a state says whose something is that stands abroad."""
    return ABROAD.match(text, resolution.mention.end) is not None


def is_of_home(resolution: Resolution, text: str) -> bool:
    """Whether an adjective or a name says whose something is that a state has at home."""
    place, mention = resolution.place, resolution.mention
    is_state = place is not None and place.place_id == f"country:{place.country}"
    is_people = is_state and mention.kind in PEOPLES
    return is_people and AT_HOME.match(text, mention.end) is not None


def is_of_forces(resolution: Resolution, text: str) -> bool:
    """Whether it says whose army or rebels they are, who may fight anywhere."""
    return FORCES.match(text, resolution.mention.end) is not None
