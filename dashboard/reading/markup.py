"""Markup inside running text: link targets, reference marks, addresses, stars, bars of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model import Zone, ZoneKind
from dashboard.reading.lines import ADDRESS, EMPHASIS, IMAGE, LINK, REFERENCE, ROW_EDGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Cut = tuple[int, int, ZoneKind | None]


def cut_out_markup(text: str, zones: Iterable[Zone]) -> Iterator[Zone]:
    """Split the zones that are read so that the words of a link are read and its target is not."""
    for zone in zones:
        if zone.kind.is_read or zone.kind is ZoneKind.TABLE_HEAD:
            yield from _split(zone, _find_markup(text, zone))
        else:
            yield zone


def _find_markup(text: str, zone: Zone) -> list[Cut]:
    """Return what to cut out, in order; one without a kind (a star, a bar) is in no zone."""
    start, end = zone.start, zone.end
    images = IMAGE.finditer(text, start, end)
    cuts: list[Cut] = [(*image.span(), ZoneKind.CAPTION) for image in images]
    for link in LINK.finditer(text, start, end):
        cuts.append((link.start(), link.start("label"), ZoneKind.LINKS))
        cuts.append((link.end("label"), link.end(), ZoneKind.LINKS))
    for form in (REFERENCE, ADDRESS):
        cuts += ((*found.span(), ZoneKind.LINKS) for found in form.finditer(text, start, end))
    for form in (EMPHASIS, ROW_EDGE):
        cuts += ((*sign.span(), None) for sign in form.finditer(text, start, end))
    return sorted(cuts, key=lambda cut: (cut[0], -cut[1]))


def _split(zone: Zone, cuts: Iterable[Cut]) -> Iterator[Zone]:
    at = zone.start
    for start, end, kind in cuts:
        if end <= at:
            continue
        if at < start:
            yield Zone(at, start, zone.kind)
        if kind:
            yield Zone(max(at, start), end, kind)
        at = end
    if at < zone.end:
        yield Zone(at, zone.end, zone.kind)
