"""A briefing with its corrections: each value that a person set is stamped, the original kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dashboard.model import Amendment, Briefing, Notice, NoticeLevel, SameEvent
from dashboard.review.corrections import (
    Correction,
    EventKey,
    NotAPlace,
    PlaceSet,
    SameDecided,
    Words,
)
from dashboard.review.events import BY_READER, NOT_STATED, add_stamp, change, move, stamped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.model import Event, Place, Resolution, Span

NO_PLACE = "Not a place, set by the reader"


def apply(briefing: Briefing, corrections: Sequence[Correction]) -> Briefing:
    """
    Return the briefing with every correction that fits.

    What does not fit any more is in a notice; nothing else of the briefing changes.
    """
    if not corrections:
        return briefing
    desk = _Desk(
        texts={a.article_id: a.text for a in briefing.articles},
        rows=_rows_of(briefing, corrections),
        events=list(briefing.events),
        resolutions=dict(briefing.resolutions),
        same={(s.first, s.second): s for s in briefing.same},
    )
    left = [correction for correction in corrections if not _correct(desk, correction)]
    return replace(
        briefing,
        events=tuple(desk.events),
        resolutions=desk.resolutions,
        same=tuple(desk.same.values()),
        notices=(*briefing.notices, *_notices(briefing, left)),
    )


def unreviewed(events: Iterable[Event]) -> int:
    """Return how many events no person has accepted, rejected or put right."""
    return sum(not event.is_judged for event in events)


@dataclass(slots=True)
class _Desk:
    """The briefing while it is being put right."""

    texts: dict[str, str]
    rows: dict[EventKey, int]
    events: list[Event]
    resolutions: dict[str, tuple[Resolution, ...]]
    same: dict[tuple[str, str], SameEvent] = field(default_factory=dict)


def _rows_of(briefing: Briefing, corrections: Sequence[Correction]) -> dict[EventKey, int]:
    """Return the position of each event that a correction names."""
    keys = {key for c in corrections for key in _event_keys(c)}
    wanted = {(key.article_id, key.span) for key in keys}
    found: dict[tuple[str, Span], list[int]] = defaultdict(list)
    for row, event in enumerate(briefing.events if wanted else ()):
        if (event.article_id, event.trigger) in wanted:
            found[event.article_id, event.trigger].append(row)
    return {
        key: rows[key.number]
        for key in keys
        if key.number < len(rows := found[key.article_id, key.span])
    }


def _event_keys(correction: Correction) -> tuple[EventKey, ...]:
    if isinstance(correction, SameDecided):
        return correction.about, correction.other
    return (correction.about,) if isinstance(correction.about, EventKey) else ()


def _correct(desk: _Desk, correction: Correction) -> bool:
    """Apply one correction; return whether it fitted."""
    if isinstance(correction, SameDecided):
        return _decide(desk, correction)
    if isinstance(correction.about, Words):
        assert isinstance(correction, PlaceSet | NotAPlace), "only places are set by words"
        place = correction.place if isinstance(correction, PlaceSet) else None
        return _set_words(desk, correction.about, place)
    row = desk.rows.get(correction.about)
    if row is None:
        return False
    desk.events[row] = change(correction, desk.events[row], desk.texts[correction.about.article_id])
    return True


def _decide(desk: _Desk, decision: SameDecided) -> bool:
    """Note what was decided of two events; of two that are one the second loses its mark."""
    row, other = desk.rows.get(decision.about), desk.rows.get(decision.other)
    if row is None or other is None:
        return False
    first, second = desk.events[row], desk.events[other]
    swapped = (second.event_id, first.event_id)
    pair = swapped if swapped in desk.same else (first.event_id, second.event_id)
    known = desk.same.get(pair) or SameEvent(*pair, 1.0, BY_READER)
    desk.same[pair] = replace(known, is_same=decision.is_same)
    if decision.is_same and first.not_drawn_because is None and first.places:
        title = " ".join(first.trigger.of(desk.texts[first.article_id]).split())
        one = stamped(second, Amendment("same event", "an event of its own", f"one with “{title}”"))
        reason = f"The same event as “{title}”, {BY_READER}"
        desk.events[other] = replace(one, not_drawn_because=reason)
    return True


def _set_words(desk: _Desk, words: Words, place: Place | None) -> bool:
    """Set the place of a name wherever it stands, and of every event that it places."""
    spans = set(words.spans)
    found = desk.resolutions.get(words.article_id, ())
    if not spans <= {r.mention.span for r in found}:
        return False
    desk.resolutions[words.article_id] = tuple(
        _set_resolution(r, place) if r.mention.span in spans else r for r in found
    )
    for row, event in enumerate(desk.events):
        named = [*(at.mention for at in event.places), *filter(None, (event.unplaced,))]
        if event.article_id == words.article_id and any(m.span in spans for m in named):
            desk.events[row] = move(event, spans, place)
    return True


def _set_resolution(resolution: Resolution, place: Place | None) -> Resolution:
    was = resolution.place.name if resolution.place else NOT_STATED
    stamp = Amendment("place", was, place.name if place else "not a place")
    return replace(
        resolution,
        place=place or resolution.place,
        score=1.0 if place else resolution.score,
        reason=f"{BY_READER}; before: {resolution.reason}",
        not_drawn_because=None if place else NO_PLACE,
        no_mark=None,
        amended=add_stamp(resolution.amended, stamp),
    )


def _notices(briefing: Briefing, left: Sequence[Correction]) -> Iterable[Notice]:
    here = {article.article_id: article for article in briefing.articles}
    away = sum(c.about.article_id not in here for c in left)
    if away:
        words = f"{away} of your corrections belong to documents that are not open; they are kept."
        yield Notice(NoticeLevel.INFO, words)
    for correction in left:
        article, about = here.get(correction.about.article_id), correction.about
        if article is None:
            continue
        span = about.span if isinstance(about, EventKey) else about.spans[0]
        words = " ".join(span.of(article.text).split())
        said = f"A correction of “{words}” no longer fits the reading; look at it again."
        yield Notice(NoticeLevel.WARNING, said, span, article.article_id)
