"""Families of the lexicon's rows that have something in common, for whoever judges by them."""

from __future__ import annotations

VIOLENT = frozenset(
    {"battle", "ambush", "attack", "operation", "killing", "air strike", "shelling", "blast"}
    | {"suicide bomb", "grenade", "massacre", "assassination", "fire", "shoot down", "mob"}
    | {
        "riot",
        "chemical",
        "debris",
        "abduction",
        "invasion",
        "war",
        "protest dispersed",
        "break-in",
    }
    | {"territory taken", "territory regained", "debris"}
)
FATAL = frozenset({"killing", "death"})
"""Families that tell only that somebody died."""
GENERIC = frozenset({"attack", "operation", "killing", "battle", "fire", "massacre"})
"""Words that any kind of violence may be called by when it is told again."""
DISPERSALS = frozenset({"protest dispersed", "excessive force"})
