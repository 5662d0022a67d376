"""Event coding: ACLED events out of an article, each value with the words behind it."""

from dashboard.coding.coder import Coding, EventCoder
from dashboard.coding.ground import MappedGround
from dashboard.coding.lexicon import load_lexicon
from dashboard.coding.same_events import propose_same

__all__ = ["Coding", "EventCoder", "MappedGround", "load_lexicon", "propose_same"]
