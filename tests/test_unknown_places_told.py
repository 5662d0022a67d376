"""A place that no gazetteer knows is told by its own name wherever its event is told."""

from dataclasses import replace

from dashboard.exchange.features import list_features
from dashboard.exchange.records import document_record
from dashboard.mapping.wording import facts, spoken_name
from dashboard.model import Mention, MentionKind
from dashboard.screen.lists import event_row
from dashboard.screen.table import table_rows
from dashboard.slides.callouts import write_callouts
from dashboard.slides.groups import MarkGroup, NumberedEvent
from dashboard.slides.notes import describe_where
from dashboard.slides.placement import Occupied
from tests.samples import sample_briefing

BRIEFING = sample_briefing()
[ARTICLE] = BRIEFING.articles
KNOWN = BRIEFING.events[0]
[AT] = KNOWN.places
NAME = Mention(AT.mention.start, AT.mention.end, "Tawo", MentionKind.TOPONYM)
EVENT = replace(KNOWN, places=(replace(AT, mention=NAME, unknown=True, reason="why"),))
WORDS = "Tawo, somewhere in Rasht Valley"


def test_the_card_and_the_screen_reader_say_the_name() -> None:
    where = dict(facts(EVENT, ARTICLE))["Where"] or ""
    assert where.startswith(WORDS)
    assert spoken_name(EVENT, "fought").endswith(WORDS)


def test_lists_and_table_say_the_name() -> None:
    assert event_row(EVENT, ARTICLE)["place"] == WORDS
    [row] = table_rows([EVENT], {ARTICLE.article_id: ARTICLE}, country_name=str)
    assert row["Place"] == WORDS


def test_slides_say_the_name() -> None:
    assert describe_where(EVENT).startswith(WORDS)
    group = MarkGroup(AT.place, 400, 300, (NumberedEvent(1, EVENT, "Soldiers fought"),))
    [note] = write_callouts([group], Occupied(), most=1)
    assert note.lines[0].words == "Tawo: Soldiers fought"


def test_exports_say_the_name() -> None:
    briefing = replace(BRIEFING, events=(EVENT,), same=(), flows=())
    [feature] = [f for f in list_features(briefing) if f.cells["kind"] == "event"]
    assert feature.cells["place"] == WORDS
    [place] = document_record(briefing, ARTICLE.article_id)["events"][0]["places"]
    assert (place["name"], place["unknown"]) == ("Rasht Valley", True)
