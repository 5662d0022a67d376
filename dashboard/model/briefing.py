"""Everything that was read out of one or more documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.model.documents import Article, Notice
    from dashboard.model.events import Event, Flow, SameEvent
    from dashboard.model.places import Place, Resolution


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything that was read out of one or more documents."""

    articles: tuple[Article, ...]
    resolutions: dict[str, tuple[Resolution, ...]]
    """By `article_id`, in the order of the text."""
    events: tuple[Event, ...]
    notices: tuple[Notice, ...] = ()
    flows: tuple[Flow, ...] = ()
    same: tuple[SameEvent, ...] = ()
    """Across documents, the most likely first."""

    @property
    def places(self) -> dict[str, Place]:
        """Every place that is drawn, by `place_id`, in the order of first mention."""
        drawn = (r.place for rs in self.resolutions.values() for r in rs if r.is_drawn and r.place)
        return {place.place_id: place for place in drawn}
