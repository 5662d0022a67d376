"""A sentence with what was found in it before its events are told apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.joining.gathering import BLOODY
from dashboard.coding.sifting.telling import is_told_by

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.triggers import Trigger
    from dashboard.coding.where.mentions import PlaceMention


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with its parse, its place names, its events and their words."""

    sentence: Sentence
    doc: Doc
    mentions: tuple[PlaceMention, ...]
    triggers: tuple[Trigger, ...]
    is_accident: bool
    left_out: tuple[Trigger, ...] = ()
    """Words that only tell again what a trigger tells: their doers are its doers."""

    def told_by(self, trigger: Trigger) -> list[Trigger]:
        """Return the words left out because this trigger tells their event."""
        violent = [t for t in self.triggers if t.rule.family in BLOODY]
        if trigger.rule.family not in BLOODY:
            return []
        return [t for t in self.left_out if len(violent) == 1 or is_told_by(t, trigger)]
