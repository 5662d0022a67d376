"""What a person puts right: stamped, the original kept, saved, loaded, and never lost silently."""

import json
from dataclasses import replace
from datetime import date

import pytest

from dashboard.exchange.features import list_features
from dashboard.exchange.records import document_record
from dashboard.mapping.wording import facts
from dashboard.model import Amendment, Briefing, Event, EventType, ReadingError, Span, Status
from dashboard.review import (
    Accepted,
    Correction,
    DateSet,
    EventKey,
    NotAPlace,
    PlaceSet,
    Rejected,
    SameDecided,
    StatusSet,
    TypeSet,
    Words,
    apply,
    key_of,
    pack_corrections,
    read_corrections,
    unreviewed,
)
from dashboard.review.corrections import add
from tests.samples import PLACES, sample_briefing

BRIEFING = sample_briefing()
OSH = PLACES["gn:1527534"]


def event(briefing: Briefing, event_id: str) -> Event:
    return next(e for e in briefing.events if e.event_id == event_id)


def key(event_id: str) -> EventKey:
    return key_of(event(BRIEFING, event_id), BRIEFING.events)


def words(surface: str) -> Words:
    [article] = BRIEFING.articles
    found = BRIEFING.resolutions[article.article_id]
    return Words(
        article.article_id, tuple(r.mention.span for r in found if r.mention.surface == surface)
    )


def test_place_of_a_name_is_set_wherever_it_stands_and_its_events_follow() -> None:
    corrected = apply(BRIEFING, (PlaceSet(words("Dushanbe"), OSH),))

    assert event(corrected, "E3").places[0].place == OSH
    assert event(corrected, "E4").places[0].place == OSH
    assert event(corrected, "E4").amended == (Amendment("place", "Dushanbe", "Osh"),)
    [article] = BRIEFING.articles
    named = corrected.resolutions[article.article_id]
    assert [r.place for r in named if r.mention.surface == "Dushanbe"] == [OSH, OSH]
    assert event(corrected, "E1") == event(BRIEFING, "E1")


def test_word_that_is_no_place_leaves_its_event_listed_with_the_reason() -> None:
    corrected = event(apply(BRIEFING, (NotAPlace(words("Khorugh")),)), "E7")

    assert corrected.places == ()
    assert corrected.not_drawn_because == "The reader took its place away"


def test_event_at_an_unknown_name_follows_when_a_person_says_where_that_is() -> None:
    held = event(BRIEFING, "E3")
    lost = event(BRIEFING, "E4")
    unknown = tuple(replace(at, unknown=True) for at in held.places)
    why_not = "The text puts it at Dushanbe; no gazetteer on this computer knows “Dushanbe”"
    changed = {
        "E3": replace(held, places=unknown),
        "E4": replace(lost, places=(), unplaced=lost.places[0].mention, not_drawn_because=why_not),
    }
    briefing = replace(BRIEFING, events=tuple(changed.get(e.event_id, e) for e in BRIEFING.events))

    corrected = apply(briefing, (PlaceSet(words("Dushanbe"), OSH),))

    for event_id in changed:
        (at,) = event(corrected, event_id).places
        assert (at.place, at.unknown, at.reason) == (OSH, False, "set by the reader")
        assert event(corrected, event_id).not_drawn_because is None
    assert event(corrected, "E4").unplaced is None


def test_event_without_a_place_gets_the_readers_and_a_mark() -> None:
    corrected = event(apply(BRIEFING, (PlaceSet(key("E15"), OSH),)), "E15")

    assert corrected.places[0].place == OSH
    assert corrected.not_drawn_because is None
    assert corrected.amended == (Amendment("place", "not stated", "Osh"),)


@pytest.mark.parametrize(
    ("correction", "what", "was", "now"),
    [
        (
            DateSet(key("E7"), date(2024, 5, 8), date(2024, 5, 8)),
            "date",
            "6 May 2024",
            "8 May 2024",
        ),
        (DateSet(key("E7"), None, None), "date", "6 May 2024", "not stated"),
        (TypeSet(key("E7"), EventType.RIOTS), "type", "Protests, Peaceful protest", "Riots"),
        (StatusSet(key("E7"), Status.CLAIMED), "status", "reported", "claimed"),
        (Rejected(key("E7")), "event", "an event", "rejected"),
    ],
    ids=["date", "no date", "type", "status", "rejected"],
)
def test_what_is_set_is_stamped_with_what_stood_there(
    correction: Correction, what: str, was: str, now: str
) -> None:
    assert event(apply(BRIEFING, (correction,)), "E7").amended == (Amendment(what, was, now),)


def test_set_twice_the_words_of_the_machine_are_kept() -> None:
    twice = (StatusSet(key("E7"), Status.CLAIMED), StatusSet(key("E7"), Status.DISPUTED))
    one = apply(BRIEFING, twice)
    assert event(one, "E7").amended == (Amendment("status", "reported", "disputed"),)
    assert add(twice[:1], twice[1]) == twice[1:], "the later takes the place of the earlier"


def test_judging_counts_down_what_no_person_has_looked_at() -> None:
    assert unreviewed(BRIEFING.events) == 15
    judged = apply(BRIEFING, (Accepted(key("E1"), "B2", "AB"), Rejected(key("E2"))))
    assert event(judged, "E1").grading == "B2, AB"
    assert unreviewed(judged.events) == 13


def test_two_accepted_as_one_share_the_first_ones_mark() -> None:
    one = apply(BRIEFING, (SameDecided(key("E3"), key("E4"), is_same=True),))
    assert event(one, "E3").not_drawn_because is None
    assert event(one, "E4").not_drawn_because == (
        "The same event as “arrested four men”, set by the reader"
    )
    [decided] = one.same
    assert (decided.first, decided.second, decided.is_same) == ("E3", "E4", True)


def test_two_kept_apart_keep_their_marks() -> None:
    apart = apply(BRIEFING, (SameDecided(key("E3"), key("E4"), is_same=False),))
    assert apart.events == BRIEFING.events
    assert apart.same[0].is_same is False


def test_correction_that_no_longer_fits_is_said() -> None:
    [article] = BRIEFING.articles
    gone = Rejected(EventKey(article.article_id, Span(0, 6)))
    [notice] = apply(BRIEFING, (gone,)).notices
    assert notice.text == "A correction of “A made” no longer fits the reading; look at it again."


def test_corrections_of_a_document_that_is_not_open_are_kept_and_counted() -> None:
    away = replace(Rejected(key("E1")), about=replace(key("E1"), article_id="another"))
    [notice] = apply(BRIEFING, (away,)).notices
    assert notice.text.startswith("1 of your corrections belong to documents that are not open")


def test_a_file_brings_every_kind_back_without_a_word_of_the_document() -> None:
    corrections: tuple[Correction, ...] = (
        PlaceSet(words("Dushanbe"), replace(OSH, geometry=None)),
        PlaceSet(key("E15"), replace(OSH, geometry=None)),
        NotAPlace(words("Khorugh")),
        DateSet(key("E7"), date(2024, 5, 8), None),
        TypeSet(key("E6"), EventType.RIOTS),
        StatusSet(key("E6"), Status.CLAIMED),
        Rejected(key("E5")),
        Accepted(key("E1"), "B2", "AB"),
        SameDecided(key("E3"), key("E4"), is_same=True),
    )
    raw = pack_corrections(corrections)
    assert read_corrections(raw, file_name="mine.json") == corrections
    assert b"arrested" not in raw


def file_of(*rows: dict[str, object]) -> bytes:
    head = {"format": "briefing-map corrections", "version": 1}
    return json.dumps(head | {"corrections": rows}).encode()


NOWHERE = {"place_id": "x", "name": "x", "lat": 99, "lon": 0, "feature": "x", "precision": "point"}
HERE = {"doc": "a", "words": [[0, 1]]}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[1]",
        file_of({"kind": "x"}),
        file_of({"kind": "place", "about": HERE, "place": NOWHERE}),
        file_of({"kind": "not a place", "about": HERE | {"words": []}}),
    ],
    ids=["empty", "another file", "unknown kind", "no place on Earth", "no words"],
)
def test_another_file_is_refused_in_one_sentence(raw: bytes) -> None:
    with pytest.raises(ReadingError, match=r"mine\.json is not a file of corrections"):
        read_corrections(raw, file_name="mine.json")


def test_what_a_person_set_is_on_the_card_and_in_every_export() -> None:
    corrected = apply(
        BRIEFING, (StatusSet(key("E7"), Status.CLAIMED), Accepted(key("E7"), "B2", ""))
    )
    [article] = corrected.articles
    rows = dict(facts(event(corrected, "E7"), article))
    assert rows["Set by the reader"] == "status: claimed (was: reported)"
    assert rows["Grading"] == "B2"
    cells = next(f.cells for f in list_features(corrected) if f.cells["id"] == "E7")
    assert cells["set_by_reader"] == "status: claimed (was: reported)"
    record = document_record(corrected, article.article_id)
    assert {"what": "status", "was": "reported", "now": "claimed"} in [
        stamp for each in record["events"] for stamp in each.get("set_by_reader", [])
    ]
