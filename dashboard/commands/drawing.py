"""What the command line draws with, loaded once a process, and the drawing itself."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dashboard import __version__
from dashboard.commands.boundary import say
from dashboard.commands.orders import NO_TINT, select_ordered
from dashboard.gazetteer import Gazetteer, load_gazetteer
from dashboard.gazetteer.shelf import Shelf
from dashboard.geography import Atlas, BorderView, Provinces, load_atlas
from dashboard.model import Briefing
from dashboard.slides.compose import SlideRequest, hash_content
from dashboard.slides.frame import Bounds
from dashboard.slides.preflight import check_slide
from dashboard.slides.sheet import SHEET
from dashboard.slides.studio import (
    Studio,
    load_studio,
    make_deck,
    make_picture,
    make_scene,
    paint_scene,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.commands.orders import Order
    from dashboard.model import Event
    from dashboard.settings import Settings
    from dashboard.slides.scene import Tint

A_PIECE_OF_LAND = Bounds(20, 0, 24, 2)


class Ground(NamedTuple):
    """What a studio needs of the pipeline's tools, loaded without the language model."""

    atlas: Atlas
    gazetteer: Gazetteer


@lru_cache(maxsize=1)
def open_studio(settings: Settings) -> Studio:
    """Return the studio of this process. Raises `DataError` when a built layer is missing."""
    own = Shelf(settings.layers_dir).load_layers()
    names = load_gazetteer(settings.data_dir, layers=own.layers, withheld=own.withheld)
    ground = Ground(load_atlas(settings.data_dir), names)
    return load_studio(settings.data_dir, settings.static_dir, ground)


def rehearse(studio: Studio) -> None:
    """Draw a small map for nobody: a process takes 0.4 s longer for its first picture."""
    make_picture(SlideRequest(Briefing((), {}, ()), (), bounds=A_PIECE_OF_LAND), studio)


def draw_order(briefing: Briefing, order: Order, settings: Settings) -> bytes:
    """Return the bytes of the picture or deck; what is weak about it goes to standard error."""
    studio = open_studio(settings)
    request = _request_of(briefing, order, studio)
    scene = make_scene(request, studio)
    width = order.width if order.form == "png" else SHEET.width
    for finding in check_slide(request, scene, today=date.today(), width=width):  # noqa: DTZ011 # the reader's own day
        say(f"Before you show it: {finding.says}")
    if order.form == "pptx":
        return _draw_deck(request, order, studio)
    return paint_scene(scene, studio, file_format=order.form, width=order.width)  # type: ignore[arg-type] # checked by click


def _request_of(briefing: Briefing, order: Order, studio: Studio) -> SlideRequest:
    country_name = studio.gazetteer.country_name
    selection = select_ordered(briefing, order, country_name)
    return SlideRequest(
        briefing,
        selection.events,
        title=order.title,
        filters=selection.words,
        bounds=Bounds(*order.frame) if order.frame else None,
        handling=order.handling,
        border_view=BorderView(order.borders),
        tint=_tint_of(selection.events, order, studio),
        flows=selection.flows,
        country_name=country_name,
        version=__version__,
        content_hash=hash_content(briefing),
    )


def _tint_of(events: Sequence[Event], order: Order, studio: Studio) -> Tint | None:
    if order.tint == NO_TINT:
        return None
    from dashboard.mapping.tint import TintBy  # noqa: PLC0415 - few ask for it
    from dashboard.screen.tints import tint_slide  # noqa: PLC0415 - see above

    provinces = Provinces(studio.layers[BorderView(order.borders)].provinces)
    return tint_slide(events, TintBy(order.tint), provinces=provinces)


def _draw_deck(request: SlideRequest, order: Order, studio: Studio) -> bytes:
    from dashboard.slides.plan import Grouping, plan_deck  # noqa: PLC0415 - loads python-pptx

    slides = plan_deck(
        request,
        group_by=Grouping(order.group_by),
        country_name=studio.gazetteer.country_name,
    )
    template = order.template.read_bytes() if order.template else None
    return make_deck(slides, studio, template=template)
