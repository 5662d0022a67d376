"""E-mails and cables as they are pasted: who wrote to whom stands above what is to be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.model import ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.reading.lines import Line

QUOTE_MARK = re.compile(r"(?:>[ \t]?)+")
SUBJECT = re.compile(r"(?:subject|subj)[ \t]?:[ \t]*(?:(?:re|fwd?)[ \t]?:[ \t]*)*", re.IGNORECASE)
FIELD = re.compile(
    r"(?:from|to|cc|bcc|sent|date|subject|subj|reply-to|importance|attachments?)\s?:\s",
    re.IGNORECASE,
)
CABLE_FIELD = re.compile(r"(?:FM|FROM|TO|INFO)\s[A-Z\d]")
BETWEEN_MESSAGES = re.compile(
    r"-{2,}\s?(?:original|forwarded) message\s?-{2,}|begin forwarded message:"
    r"|sent from my [\w ]{2,30}|on .{6,90} wrote:",
    re.IGNORECASE,
)
SUREST_FIELDS = ("from", "fm", "subj")
FEWEST_FIELDS = 2


def tell_mail(lines: Iterable[Line]) -> dict[int, ZoneKind]:
    """Tell the fields above a message, and the lines that mail programs put between messages."""
    told: dict[int, ZoneKind] = {}
    block: list[Line] = []
    for line in lines:
        words = QUOTE_MARK.sub("", line.raw, count=1)
        if BETWEEN_MESSAGES.fullmatch(words):
            told[line.start] = ZoneKind.BYLINE
        if FIELD.match(words) or CABLE_FIELD.match(words):
            block.append(line)
            continue
        told |= _tell_block(block, has_title=ZoneKind.TITLE in told.values())
        block = []
    return told | _tell_block(block, has_title=ZoneKind.TITLE in told.values())


def _tell_block(block: Sequence[Line], *, has_title: bool) -> dict[int, ZoneKind]:
    """The first subject is the title; a single field, or one without a sender, is any line."""
    plain = [QUOTE_MARK.sub("", line.raw, count=1).lower() for line in block]
    if len(block) < FEWEST_FIELDS or not any(words.startswith(SUREST_FIELDS) for words in plain):
        return {}
    told = {line.start: ZoneKind.BYLINE for line in block}
    subjects = (line for line in block if SUBJECT.match(line.raw))
    if not has_title and (subject := next(subjects, None)):
        told[subject.start] = ZoneKind.TITLE
    return told
