"""The errors a room may raise: each message is one sentence for the user, with the remedy."""

from __future__ import annotations


class BriefingError(Exception):
    """The root of every error whose message is one sentence for the user, with the remedy."""


class ReadingError(BriefingError):
    """A document could not be read."""


class DataError(BriefingError):
    """A built layer under `data/` is missing or is not what its contract says."""


class GazetteerError(BriefingError):
    """A gazetteer file of the user's cannot be used."""


class ExportError(BriefingError):
    """An export could not be written."""
