"""What the map is asked to show: a frozen value that the page fills in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dashboard.mapping.tint import TintBy
from dashboard.marking import drawn_places

if TYPE_CHECKING:
    from dashboard.geography import Provinces
    from dashboard.mapping.crowd import CrowdView
    from dashboard.model import Briefing, Event, Flow, Place


OWN_GROUND = "own"


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box in degrees of EPSG:4326."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, slots=True)
class MapView:
    """Everything about the map that may change between two runs of the page.

    A selection is no part of it: it travels between page and frame without a rerun. Only of a
    crowd (see `crowd.LIMIT`) the words of one picked event are sent when they are asked for.
    """

    briefing_id: str
    """The map is framed anew only when this changes."""
    briefing: Briefing
    shown: tuple[Event, ...]
    """The events that pass the filters, in the order of the briefing."""
    flows: tuple[Flow, ...] = ()
    """The movements that pass the filters."""
    focus: tuple[str, ...] = ()
    """Alpha-2 codes of the countries to lift out; empty means those that the events touch."""
    frame: Bounds | None = None
    """The first view; `None` means the box around the story."""
    border_view: str = "de facto"
    """Which borders the base map draws, in words, for the note on the map."""
    look: str = "light"
    """`light` or `dark`."""
    ground: str = OWN_GROUND
    """What lies under the marks; everything but our own is asked for over the network."""
    tint_by: TintBy = TintBy.NOTHING
    """What countries or provinces are tinted by, counted over the events shown."""
    provinces: Provinces | None = None
    """Which province a place lies in; read only where provinces are tinted."""
    overlays: tuple[dict[str, Any], ...] = ()
    """The user's own layers: name, colour, on or off; what they hold is sent apart, once."""
    is_bare: bool = False
    """Only the base map, without marks, legend and controls: the empty page."""
    is_presenting: bool = False
    """Without the controls: what stays is for looking at."""
    picked: str | None = None
    """The event that is selected; read only where there is a crowd."""
    crowd: CrowdView | None = None
    """What the page has laid out already; then `shown` is read only where there is no crowd."""

    @property
    def drawn(self) -> tuple[Event, ...]:
        """The shown events that have a mark."""
        return tuple(e for e in self.shown if e.not_drawn_because is None and e.places)

    @property
    def marks(self) -> tuple[tuple[Event, Place], ...]:
        """The drawn events with each place where they are marked."""
        return tuple((event, place) for event in self.drawn for place in drawn_places(event))
