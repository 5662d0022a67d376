"""What a person puts right in a briefing: values, how they apply, and their file."""

from dashboard.review.applying import apply, unreviewed
from dashboard.review.corrections import (
    Accepted,
    Correction,
    DateSet,
    EventKey,
    NotAPlace,
    PlaceSet,
    Rejected,
    SameDecided,
    StatusSet,
    TypeSet,
    Words,
    key_of,
)
from dashboard.review.files import pack_corrections, read_corrections

__all__ = [
    "Accepted",
    "Correction",
    "DateSet",
    "EventKey",
    "NotAPlace",
    "PlaceSet",
    "Rejected",
    "SameDecided",
    "StatusSet",
    "TypeSet",
    "Words",
    "apply",
    "key_of",
    "pack_corrections",
    "read_corrections",
    "unreviewed",
]
