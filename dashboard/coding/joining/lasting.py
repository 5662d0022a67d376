"""Whether a mention says that what was just told went on, and what words name one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.coding.drafts import Draft

NEAR_SENTENCES = 2
NEXT_DAYS = 2
# The first is also named by the second: "an explosion ... a suicide bomber had walked up".
NAMED_AGAIN = frozenset(
    {("blast", "suicide bomb"), ("protest", "riot"), ("blast", "grenade")}
    | {("protest", "protest dispersed"), ("protest", "excessive force")}
)


def lasts(event: Draft, draft: Draft) -> bool:
    """Whether a mention says that the event of the last sentence lasted for days."""
    one, other = draft.when, event.when
    if not draft.goes_on or not is_of_last_sentence(draft, event):
        return False
    if draft.rule.family != event.rule.family or one.start is None or other.end is None:
        return False
    return 0 <= (one.start - other.end).days <= NEXT_DAYS


def is_of_last_sentence(draft: Draft, event: Draft) -> bool:
    """Whether an event was told in the sentence before, or in the same."""
    return any(0 <= draft.sentence.number - s.number <= 1 for s in event.evidence)
