"""Event coding: ACLED events out of an article, each value with the words behind it."""

from dashboard.coding.coder import Coding, EventCoder
from dashboard.coding.joining.same_events import propose_same
from dashboard.coding.what.lexicon import load_lexicon
from dashboard.coding.where.ground import MappedGround

__all__ = ["Coding", "EventCoder", "MappedGround", "load_lexicon", "propose_same"]
