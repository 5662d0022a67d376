"""E-mails and cables: the subject is the title, the fields above it are not read."""

from datetime import date

from dashboard.model import Article, ZoneKind
from dashboard.reading import read_text

MAIL = """From: Duty desk <desk@office.example>
To: Regional list
Date: Tue, 12 Aug 2025 09:14:00 +0300
Subject: FW: Week in Kolun

All, please see below. It has to be on the map by noon, the office said.

Sent from my phone

-----Original Message-----
From: Field office, Bara
Sent: Monday, August 11, 2025 6:02 PM
Subject: Week in Kolun

> 1. A mine hit a police car near Bara on Sunday, the police said.
> 2. Two men were held in Kolun on Monday, the police said.
"""
CABLE = """FM POST BARA
TO OFFICE
SUBJ: WEEK IN KOLUN

1. REBELS TOOK THE TOWN OF KOLUN ON MONDAY, THE ARMY SAID.
"""


def words(article: Article, kind: ZoneKind) -> list[str]:
    return [article.text[z.start : z.end] for z in article.zones if z.kind is kind]


def test_the_subject_of_a_mail_is_its_title_and_its_fields_are_skipped() -> None:
    article = read_text(MAIL, doc_id="mail")
    assert (article.title, article.published) == ("Week in Kolun", date(2025, 8, 12))
    assert words(article, ZoneKind.TITLE) == ["Week in Kolun"]
    assert "Field office" not in " ".join(words(article, ZoneKind.BODY))
    assert words(article, ZoneKind.HEADING) == []


def test_marks_of_quotation_and_numbers_of_a_list_are_not_read() -> None:
    body = words(read_text(MAIL, doc_id="mail"), ZoneKind.BODY)
    assert body[-1] == "Two men were held in Kolun on Monday, the police said."


def test_a_cable_has_its_subject_for_a_title() -> None:
    article = read_text(CABLE, doc_id="cable")
    assert article.title == "WEEK IN KOLUN"
    assert words(article, ZoneKind.BYLINE) == ["FM POST BARA", "TO OFFICE", "SUBJ: "]


def test_a_line_that_only_begins_like_a_field_is_read() -> None:
    text = "From: Bara to Kolun, the road was shut on Sunday, the police said.\n\nIt is open now."
    assert words(read_text(text, doc_id="road"), ZoneKind.BYLINE) == []
