"""Mentions of one movement, joined; and why a movement is not drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dashboard.coding.moving.cargo import Cargo
    from dashboard.model import EventPlace, Flow, Span


def join_in_sentence(found: Sequence[tuple[Cargo, Flow]]) -> Iterator[Flow]:
    """Return the flows of a sentence, two halves of one as one: "left Bara and reached Kolun"."""
    kept: list[tuple[Cargo, Flow]] = []
    for cargo, flow in found:
        for number, (other, earlier) in enumerate(kept):
            whole = _whole(earlier, flow, is_same_cargo=cargo.token.i == other.token.i)
            if whole is not None:
                kept[number] = (other, whole)
                break
        else:
            kept.append((cargo, flow))
    return (flow for _, flow in kept)


def _whole(one: Flow, other: Flow, *, is_same_cargo: bool) -> Flow | None:
    """Return two mentions as one flow, or `None` if they are two flows."""
    if one.kind is not other.kind or one.status is not other.status:
        return None
    starts, goals = (one.origin, other.origin), (one.destination, other.destination)
    if _differ(*starts) or _differ(*goals):
        return None
    shares = any(a is not None and b is not None for a, b in (starts, goals))
    if not shares and not is_same_cargo:
        return None
    through = {p.place.place_id: p for p in (*one.through, *other.through)}
    return replace(
        one,
        origin=one.origin or other.origin,
        destination=one.destination or other.destination,
        through=tuple(sorted(through.values(), key=lambda p: p.mention.start)),
        carries=one.carries or other.carries,
        when=one.when if one.when.start else other.when,
        actors=tuple({(a.name, a.role): a for a in (*other.actors, *one.actors)}.values()),
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
    )


def _differ(one: EventPlace | None, other: EventPlace | None) -> bool:
    return one is not None and other is not None and one.place.place_id != other.place.place_id


def finish_flows(flows: Sequence[Flow], undrawn: Mapping[Span, str]) -> tuple[Flow, ...]:
    """
    Return the flows of a document with ids and reasons, mentions of one joined.

    `undrawn` tells of each name that is not drawn why.
    """
    kept: list[Flow] = []
    for flow in flows:
        same = next((i for i, k in enumerate(kept) if _is_same(k, flow)), None)
        whole = _whole(kept[same], flow, is_same_cargo=False) if same is not None else None
        if same is None or whole is None:
            kept.append(flow)
        else:
            kept[same] = whole
    return tuple(
        replace(flow, flow_id=f"F{number}", not_drawn_because=_why_not_drawn(flow, undrawn))
        for number, flow in enumerate(kept, start=1)
    )


def _is_same(one: Flow, other: Flow) -> bool:
    """Whether two sentences tell one flow: both ends, or the one that is named, are the same."""
    ends = [_ids(flow) for flow in (one, other)]
    days = [flow.when.start for flow in (one, other)]
    is_once = None in days or days[0] == days[1]
    return ends[0] == ends[1] and is_once


def _ids(flow: Flow) -> tuple[str | None, str | None]:
    start, goal = flow.origin, flow.destination
    return start.place.place_id if start else None, goal.place.place_id if goal else None


def _why_not_drawn(flow: Flow, undrawn: Mapping[Span, str]) -> str | None:
    if flow.not_drawn_because is not None and not (flow.origin and flow.destination):
        return flow.not_drawn_because
    if flow.origin is None and flow.destination is None:
        return "The text does not say where it starts and where it goes"
    if flow.origin is None:
        return "The text does not say where it starts"
    if flow.destination is None:
        return "The text does not say where it goes"
    for end in (flow.origin, flow.destination):
        reason = undrawn.get(end.mention.span)
        if reason is not None and not end.inherited:
            return f"{end.mention.surface} is not drawn: {reason}"
    return None
