"""What every file that leaves the product carries besides its marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.model import Briefing

GENERATOR = "Briefing map"
DE_FACTO = (
    "Borders are drawn as they are controlled (Natural Earth, de facto view); drawing a border "
    "is no opinion on its status."
)
EVERYTHING = "no filter: everything that was read"


@dataclass(frozen=True, slots=True)
class Release:
    """The handling mark, the filter in words, and the note on borders."""

    handling: str
    filter_words: str = EVERYTHING
    border_view: str = DE_FACTO
    title: str | None = None
    coarsened: str | None = None
    """What was rounded, in words; `None` if nothing was."""


def describe_release(briefing: Briefing, release: Release) -> dict[str, str]:
    """Return the lines that stand at the head of an export, by name."""
    coarsened = {"coarsened": release.coarsened} if release.coarsened else {}
    return {
        "handling": release.handling,
        "title": release.title or "; ".join(a.title or a.doc_id for a in briefing.articles),
        "filter": release.filter_words,
        "sources": "; ".join(list_sources(briefing)),
        "borders": release.border_view,
        **coarsened,
        "generator": GENERATOR,
    }


def list_sources(briefing: Briefing) -> list[str]:
    """Return each document with what is known of where it comes from."""
    sources = []
    for article in briefing.articles:
        published = article.published.isoformat() if article.published else None
        known = (article.title or article.doc_id, article.author, article.outlet, published)
        sources.append(", ".join(part for part in (*known, article.source_url) if part))
    return sources
