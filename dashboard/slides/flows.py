"""Arrows of movements on a slide: from origin through what lies between to the destination."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import numpy as np
import shapely

from dashboard.slides.captions import FLOW_WORDS
from dashboard.slides.lettering import isolated
from dashboard.slides.marks import spot_of
from dashboard.slides.scene import HEAD_PX, FlowArrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dashboard.model import Article, EventPlace, Flow
    from dashboard.slides.frame import Frame

BULGE = 0.14
"""How far an arrow bows aside, as a share of its length: two ways then stand apart."""
CLEAR_PX = 20
"""An arrow starts and ends this far from the middle of a mark."""
STEPS = 24

Point = tuple[float, float]


def letter_flows(flows: Iterable[Flow]) -> dict[str, str]:
    """Return the letter of every flow of a briefing by its id: A to Z, then AA, AB and on."""
    return {flow.flow_id: _letters(n) for n, flow in enumerate(flows)}


def draw_flows(
    flows: Iterable[Flow],
    letters: Mapping[str, str],
    articles: Mapping[str, Article],
    *,
    frame: Frame,
) -> tuple[FlowArrow, ...]:
    """Return the arrows of the flows that have both ends; what lies off the map is cut there."""
    return tuple(
        arrow
        for flow in flows
        if is_drawn(flow)
        and (arrow := _arrow(flow, letters[flow.flow_id], articles[flow.article_id], frame))
    )


def is_drawn(flow: Flow) -> bool:
    """Whether a flow is an arrow: both of its ends are known."""
    return bool(flow.not_drawn_because is None and flow.origin and flow.destination)


def stops_of(flow: Flow) -> tuple[EventPlace, ...]:
    """Return the places of a flow in the order of the way."""
    return tuple(at for at in (flow.origin, *flow.through, flow.destination) if at)


def describe_flow(flow: Flow, article: Article) -> str:
    """Return who or what moves from where to where, in the words of the text."""
    what = " ".join(flow.carries.of(article.text).split()) if flow.carries else ""
    parts = [what[:1].upper() + what[1:] or FLOW_WORDS[flow.kind]]
    if flow.origin:
        parts.append(f"from {isolated(flow.origin.place.name)}")
    if flow.through:
        parts.append("through " + ", ".join(isolated(at.place.name) for at in flow.through))
    if flow.destination:
        parts.append(f"to {isolated(flow.destination.place.name)}")
    return " ".join(parts)


def _letters(number: int) -> str:
    first, last = divmod(number, 26)
    return (_letters(first - 1) if first else "") + chr(ord("A") + last)


def _arrow(flow: Flow, letter: str, article: Article, frame: Frame) -> FlowArrow | None:
    spots = [spot_of(at.place, frame, is_cut=False) for at in stops_of(flow)]
    corners = [spot for spot in spots if spot is not None and all(map(math.isfinite, spot))]
    if len(corners) < len(spots) or len(set(corners)) < 2:
        return None
    way = shapely.LineString(_shortened(_curve(corners)))
    shown = shapely.clip_by_rect(way, *frame.box)
    parts = [g for g in shapely.get_parts(shown) if g.geom_type == "LineString"]
    if not parts:
        return None
    path = max(parts, key=shapely.length)
    if path.length < HEAD_PX:
        return None
    is_headed = path.coords[-1] == way.coords[-1]
    return FlowArrow(letter, flow, path, is_headed, describe_flow(flow, article))


def _curve(corners: Sequence[Point]) -> np.ndarray:
    """Return a smooth way through the corners; each leg bows to its left."""
    legs = []
    for (ax, ay), (bx, by) in itertools.pairwise(corners):
        middle = (ax + bx) / 2 + (by - ay) * BULGE, (ay + by) / 2 - (bx - ax) * BULGE
        t = np.linspace(0, 1, STEPS)[:, None]
        a, m, b = np.array([ax, ay]), np.array(middle), np.array([bx, by])
        legs.append((1 - t) ** 2 * a + 2 * t * (1 - t) * m + t**2 * b)
    return np.concatenate([legs[0], *(leg[1:] for leg in legs[1:])])


def _shortened(way: np.ndarray) -> np.ndarray:
    """Return the way without its ends, which stand under the marks."""
    line = shapely.LineString(way)
    gap = min(CLEAR_PX, line.length / 5)
    inside = [line.interpolate(d) for d in np.linspace(gap, line.length - gap, 3 * STEPS)]
    return np.array([(p.x, p.y) for p in inside])
