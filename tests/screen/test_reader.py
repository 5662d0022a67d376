"""The article in the pane: paragraphs, and runs cut where something begins or ends."""

from __future__ import annotations

from dashboard.model import (
    Article,
    Event,
    EventType,
    Mention,
    MentionKind,
    Resolution,
    Status,
    Zone,
    ZoneKind,
)
from dashboard.reading import read_text
from dashboard.screen.reader import article_blocks, paragraphs
from tests.samples import sample_briefing, span_of


def article(text: str, *zones: Zone) -> Article:
    return Article("a" * 16, "note.txt", text, zones or (Zone(0, len(text), ZoneKind.BODY),))


def words(item: Article) -> list[str]:
    return ["".join(s.of(item.text) for s in p.spans) for p in paragraphs(item)]


def test_blank_lines_part_paragraphs_and_single_ones_do_not() -> None:
    assert words(article("One\nline.\n\nTwo.")) == ["One\nline.", "Two."]


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    assert words(article("One.\nTwo.")) == ["One.", "Two."]


def test_the_items_of_a_numbered_list_are_lines_without_marks_of_quotation() -> None:
    listed = read_text("> 1. Soldiers left Bara.\n> 2. They are in Kolun.\n\nSo it is.", doc_id="a")
    assert words(listed) == ["1. Soldiers left Bara.", "2. They are in Kolun.", "So it is."]


def test_the_address_of_a_link_is_hidden_and_the_sentence_goes_on() -> None:
    text = "See [Dushanbe](http://x.example) now."
    link = span_of(text, "](http://x.example)")
    item = article(
        text,
        Zone(0, link.start, ZoneKind.BODY),
        Zone(link.start, link.end, ZoneKind.LINKS),
        Zone(link.end, len(text), ZoneKind.BODY),
    )
    assert words(item) == ["See [Dushanbe now."]


def test_text_that_no_zone_claims_is_shown() -> None:
    assert words(article("One. Two.", Zone(0, 4, ZoneKind.BODY))) == ["One. Two."]


def test_signs_that_no_zone_claims_are_not_shown() -> None:
    text = "# Calm\n\nAll is well."
    zones = (Zone(2, 6, ZoneKind.TITLE), Zone(8, len(text), ZoneKind.BODY))
    assert words(article(text, *zones)) == ["Calm", "All is well."]


def test_runs_carry_sentence_place_and_event() -> None:
    text = "Police arrested four in Kulob. All is well."
    sentence, trigger = span_of(text, "Police arrested four in Kulob."), span_of(text, "arrested")
    at = span_of(text, "Kulob")
    unknown = Resolution(
        Mention(at.start, at.end, "Kulob", MentionKind.TOPONYM), None, 0.0, "no such place"
    )
    event = Event(
        "E1", "a" * 16, EventType.STRATEGIC, "Arrests", trigger, Status.REPORTED, (sentence,)
    )
    [block] = article_blocks(article(text), [unknown], [event])
    assert block["runs"] == [
        {"t": "Police ", "s": 0},
        {"t": "arrested", "s": 0, "e": ["E1"]},
        {"t": " four in ", "s": 0},
        {"t": "Kulob", "s": 0, "why": "no such place"},
        {"t": ".", "s": 0},
        {"t": " All is well."},
    ]


def test_the_runs_joined_are_the_article() -> None:
    briefing = sample_briefing()
    [item] = briefing.articles
    blocks = article_blocks(item, briefing.resolutions[item.article_id], briefing.events)
    joined = "\n".join("".join(run["t"] for run in block["runs"]) for block in blocks)  # type: ignore[attr-defined]
    assert joined.split() == item.text.split()


def test_a_paragraph_is_cut_at_a_mention_that_begins_it() -> None:
    item = article("Kulob is calm.")
    mention = Mention(0, 5, "Kulob", MentionKind.TOPONYM)
    [block] = article_blocks(item, [Resolution(mention, None, 0.0, "unknown")], [])
    assert block["runs"] == [{"t": "Kulob", "why": "unknown"}, {"t": " is calm."}]
