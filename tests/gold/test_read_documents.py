"""What the product reads out of the digest, and out of every article at hand, can be trusted.

The folder named by `BRIEFING_ARTICLES` may hold articles that are not part of the project; what
holds for the digest must hold for their own words too.
"""

from __future__ import annotations

import calendar
import os
import re
from functools import cache
from pathlib import Path

import pytest

from dashboard.exchange import document_record
from dashboard.model import Article, Briefing, Event, MentionKind, Place, Resolution, Span
from dashboard.pipeline import make_briefing
from dashboard.reading import load_documents
from dashboard.settings import Settings
from tests.gold.gold_documents import load_product, read_seed
from tests.gold.score_places import PLACES, read_places, score_places

DIGEST = "rasht-valley-digest.md"
ARTICLES = Path(os.environ.get("BRIEFING_ARTICLES") or os.devnull)
KNOWN = {
    "Rasht Valley": ("region:rasht-valley", {"TJ"}),
    "Dushanbe": ("gn:1221874", {"TJ"}),
    "Khujand": ("gn:1514879", {"TJ"}),
    "Fergana Valley": ("region:fergana-valley", {"KG", "TJ", "UZ"}),
    "North Waziristan": ("region:north-waziristan", {"PK"}),
    "South Waziristan": ("region:south-waziristan", {"PK"}),
}
# What both the digest and the article that it sums up tell, with the killed where they are stated.
CORE = [
    ("Armed clash", "Rasht Valley", "2010-09~/2010-11-11~", None),
    ("Armed clash", "Rasht Valley", "2010-08/2010-11-11", 25),
    ("Other", "Dushanbe", "2010-08", None),
    ("Remote explosive/landmine/IED", "Khujand", None, None),
    ("Armed clash", "Afghanistan", "2001", None),
    ("Air/drone strike", "Afghanistan", "2001-09~/2001-12~", 1),
]
PEOPLES = [
    "Afghan",
    "American",
    "Arab",
    "Kyrgyz",
    "Pakistani",
    "Pashtun",
    "Russian",
    "Tajik",
    "Turkic",
    "Uzbek",
]
ORGANIZATIONS = [
    "IMU",
    "Stratfor",
    "STRATFOR",
    "Taliban",
    "Islamic",
    "Movement",
    "Ansarullah",
    "Qaeda",
]
MONTHS = {*calendar.month_name, *calendar.month_abbr, "Sept"} - {""}


@cache
def briefing() -> Briefing:
    found = load_documents(ARTICLES, settings=Settings()) if ARTICLES.is_dir() else ()
    own = [each for each in found if isinstance(each, Article)]
    return make_briefing([read_seed(DIGEST), *own], load_product())


def article_ids() -> list[str]:
    found = load_documents(ARTICLES, settings=Settings()) if ARTICLES.is_dir() else ()
    own = [each.doc_id for each in found if isinstance(each, Article)]
    return [DIGEST, *own]


@pytest.fixture(params=article_ids())
def article(request: pytest.FixtureRequest) -> Article:
    return next(each for each in briefing().articles if each.doc_id == request.param)


def drawn_in(article: Article) -> list[Resolution]:
    return [each for each in briefing().resolutions[article.article_id] if each.is_drawn]


def events_in(article: Article) -> list[Event]:
    return [each for each in briefing().events if each.article_id == article.article_id]


def place_of(resolution: Resolution) -> Place:
    assert resolution.place is not None
    return resolution.place


def is_read(article: Article, span: Span) -> bool:
    return any(
        zone.kind.is_read and zone.start <= span.start and span.end <= zone.end
        for zone in article.zones
    )


def test_mentions_quote_the_text(article: Article) -> None:
    for resolution in briefing().resolutions[article.article_id]:
        assert resolution.mention.span.of(article.text) == resolution.mention.surface


def test_only_place_names_in_running_text_are_drawn(article: Article) -> None:
    for resolution in drawn_in(article):
        assert resolution.mention.kind is MentionKind.TOPONYM
        assert is_read(article, resolution.mention.span), resolution.mention


@pytest.mark.parametrize("name", KNOWN)
def test_known_place_is_the_right_one_wherever_it_is_drawn(article: Article, name: str) -> None:
    place_id, countries = KNOWN[name]
    spans = [Span(*found.span()) for found in re.finditer(name, article.text)]
    read = [span for span in spans if is_read(article, span)]
    over = [r for r in drawn_in(article) if any(r.mention.span.overlaps(s) for s in read)]
    assert bool(over) == bool(read)
    for place in map(place_of, over):
        assert place_id in place.place_id
        assert set(place.countries) <= countries


def test_no_people_organization_or_month_is_drawn(article: Article) -> None:
    never = {*PEOPLES, *(f"{people}s" for people in PEOPLES), *ORGANIZATIONS, *MONTHS}
    assert not {each.mention.surface for each in drawn_in(article)} & never


def test_author_is_not_drawn(article: Article) -> None:
    names = set((article.author or "").split())
    assert not {each.mention.surface for each in drawn_in(article)} & names


def test_evidence_is_whole_sentences_of_running_text(article: Article) -> None:
    for event in events_in(article):
        assert event.evidence
        for span in event.evidence:
            words = span.of(article.text)
            first, last = Span(span.start, span.start + 1), Span(span.end - 1, span.end)
            assert is_read(article, first), words
            assert is_read(article, last), words
            assert words == words.strip()
            assert words[-1] in ".!?\"”')" or words == article.title, words


def test_trigger_stands_in_the_evidence(article: Article) -> None:
    for event in events_in(article):
        assert any(span.overlaps(event.trigger) for span in event.evidence), event


def test_event_takes_place_where_the_text_names_a_place(article: Article) -> None:
    mentions = {r.mention for r in briefing().resolutions[article.article_id]}
    for event in events_in(article):
        assert all(at.mention in mentions for at in event.places)


def test_shared_toll_of_dead_and_injured_is_no_count_of_the_dead(article: Article) -> None:
    assert not any(100 <= (event.killed.low or 0) < 1000 for event in events_in(article))


def test_digest_is_drawn_as_listed() -> None:
    gold = read_places(PLACES)
    digest = next(each for each in briefing().articles if each.doc_id == DIGEST)
    result = score_places(gold, digest, document_record(briefing(), digest.article_id))
    assert result["precision"] >= 0.95, result["wrong"]
    assert result["recall"] >= 0.95, result["lost"]


@pytest.mark.parametrize("core", CORE, ids=lambda core: f"{core[0]}, {core[1]}, {core[2]}")
def test_core_event_is_read_with_its_place_time_and_toll(
    article: Article, core: tuple[str, str, str | None, int | None]
) -> None:
    sub_type, place, edtf, killed = core
    alike = [
        event
        for event in events_in(article)
        if event.sub_type == sub_type and place in {p.place.name for p in event.places}
    ]
    assert any(edtf in {None, e.when.edtf} and killed in {None, e.killed.low} for e in alike)
