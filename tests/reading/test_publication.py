"""On which day a report was written, and on which it surely was not."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from docx import Document

from dashboard.model import Article, ZoneKind
from dashboard.reading import read_document, read_text

BODY = "Gunmen attacked a market near Bara, and three traders were hurt, the police said.\n"
STATED = [
    "# Arland: Flash Update No. 14\n\nAs of 14 November 2025\n\n",
    "# Arland: Flash Update No. 14 (as of 14 November 2025)\n\n",
    "DAILY SECURITY BULLETIN - KOLUN - 14 November 2025\n\n",
    "MINUTES OF THE ACCESS MEETING\nKolun, 14 November 2025, 10:00-11:30\n\n",
    "Sitrep 12\n\nSituation as of 14 November 2025, 1800hrs\n\n",
]


@pytest.mark.parametrize("head", STATED)
def test_the_head_of_a_report_tells_its_day(head: str) -> None:
    assert read_text(head + BODY, doc_id="x").published == date(2025, 11, 14)


@pytest.mark.parametrize(
    "head",
    [
        "Weekly incident report, Kolun, 8-14 November 2025\n\n",
        "Weekly incident report, 28 October - 14 November 2025\n\n",
        "How the market of Bara burned, 14 November 2025\n\n",
    ],
)
def test_a_period_and_the_day_of_an_event_are_not_its_day(head: str) -> None:
    assert read_text(head + BODY, doc_id="x").published is None


def test_days_that_head_the_parts_of_a_diary_are_read() -> None:
    text = f"# A diary\n\n## 3 May 2024\n\n{BODY}\n## 10 May 2024\n\n{BODY}"
    article = read_text(text, doc_id="x")
    heads = [article.text[z.start : z.end] for z in article.zones if z.kind is ZoneKind.HEADING]
    assert (heads, article.published) == (["3 May 2024", "10 May 2024"], None)


def _word_file(text: str) -> Article:
    document, stream = Document(), BytesIO()
    document.core_properties.created = datetime(2025, 11, 20, tzinfo=UTC)
    document.add_paragraph(text)
    document.save(stream)
    return read_document(stream.getvalue(), file_name="a.docx")


def test_the_date_of_a_copy_made_years_later_is_not_used() -> None:
    article = _word_file("Weekly report, 3-9 May 2021. " + BODY)
    assert article.published is None
    assert "made on 2025-11-20" in article.notices[-1].text


def test_the_date_of_a_copy_is_not_used_against_a_month() -> None:
    article = _word_file("Access snapshot, Arland, October 2023. " + BODY)
    assert article.published is None
    assert "speaks of October 2023" in article.notices[-1].text


def test_the_date_of_a_file_made_soon_after_is_used_and_said() -> None:
    article = _word_file("Weekly report, 8-14 November 2025. " + BODY)
    assert article.published == date(2025, 11, 20)
    assert "when the file was made" in article.notices[-1].text


def test_a_year_in_the_text_of_a_web_page_is_not_its_date() -> None:
    page = f"<html><body><article><h1>Chronology, 2009-2022</h1><p>{BODY * 4}</p>"
    page += "<ul><li>2009, 2 October: Rebels kill six soldiers.</li></ul></article></body></html>"
    assert read_document(page.encode(), file_name="a.html").published is None


def test_a_terse_log_in_english_is_not_called_foreign() -> None:
    log = "LOG - KOLUN\n\n"
    log += "[07:45] Bara - Artillery shelling on Kolun; one child killed, four injured.\n"
    log += "[09:10] Kolun - Two factions clashed at checkpoint. No casualties reported.\n"
    log += "[13:30] Sedra - Airstrike hit sawmill. 3 KIA, 7 WIA.\n"
    assert not any("English" in n.text for n in read_text(log, doc_id="log").notices)
