"""The real tools over the shipped data: the traps are in language, which no fake has."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dashboard.gazetteer import load_gazetteer
from dashboard.geography import load_atlas
from dashboard.geoparsing import RECOGNITION_PARTS, Geoparser, load_language
from dashboard.model import Article, Zone, ZoneKind
from dashboard.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.model import Resolution

    Parse = Callable[..., dict[str, Resolution]]


@pytest.fixture(scope="session")
def geoparser() -> Geoparser:
    data_dir = Settings().data_dir
    language = load_language(parts=RECOGNITION_PARTS)
    return Geoparser(language, load_gazetteer(data_dir), load_atlas(data_dir))


@pytest.fixture(scope="session")
def parse(geoparser: Geoparser) -> Parse:
    """Parse a text of one body and return the resolutions by the words of the mention."""

    def parse_text(text: str, *, published: str | None = None) -> dict[str, Resolution]:
        article = make_article(text, published=published)
        return {found.mention.surface: found for found in geoparser.parse(article)}

    return parse_text


def make_article(
    text: str, *, published: str | None = None, zones: tuple[Zone, ...] | None = None
) -> Article:
    return Article(
        article_id="0123456789abcdef",
        doc_id="example.txt",
        text=text,
        zones=zones or (Zone(0, len(text), ZoneKind.BODY),),
        published=dt.date.fromisoformat(published) if published else None,
    )
