"""Articles come in as files or as text, good or bad; whatever they say, nothing is executed."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from playwright.sync_api import FilePayload, expect

from tests.browser.page_harness import map_frame, open_popup, rest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

STORY = "On 5 May 2024 police arrested three men in Dushanbe. Soldiers fought a band near Khorugh."
HOSTILE = (
    "On 5 May 2024 `police` ${window.hacked=1} arrested <img src=x onerror='window.hacked=1'> "
    "three men in Dushanbe, </script><script>window.hacked=1</script> {{ 7*7 }} they said."
)


def file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def word_file(text: str) -> bytes:
    document, written = docx.Document(), BytesIO()
    document.add_paragraph(text)
    document.save(written)
    return written.getvalue()


def pdf_file(text: str) -> bytes:
    """A PDF of one line, as small as they come."""
    stream = f"BT /F1 9 Tf 20 700 Td ({text}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources 6 0 R >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Font << /F1 4 0 R >> >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 7\n0000000000 65535 f \n" + table
    return body + head + b"trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)


def start_anew(page: Page) -> None:
    open_popup(page, "New article", page.get_by_text("Start with an article"))


def upload(page: Page, *files: FilePayload) -> None:
    start_anew(page)
    page.locator(".st-key-files input[type=file]").set_input_files(list(files))
    for each in files:
        expect(page.get_by_text(each["name"]).first).to_be_visible()
    page.get_by_role("button", name="Make the map").click()


def paste(page: Page, text: str) -> None:
    start_anew(page)
    box = page.get_by_label("Text of the article")
    box.fill(text)
    box.press("Control+Enter")
    page.get_by_role("button", name="Make the map").click()


def test_five_kinds_of_file_at_once(page: Page) -> None:
    page_text = f"<html><body><article><h1>News</h1><p>{STORY}</p></article></body></html>"
    upload(
        page,
        file("one.txt", f"One. {STORY}".encode()),
        file("two.md", f"# Two\n\n{STORY}".encode()),
        file("three.html", page_text.encode()),
        file("four.docx", word_file(f"Four. {STORY}")),
        file("five.pdf", pdf_file(f"Five. {STORY}")),
    )
    expect(page.locator("article")).to_have_count(5)
    for article in page.locator("article").all():
        expect(article).to_contain_text("arrested")
    expect(map_frame(page).locator(".mark").first).to_be_attached()
    page.get_by_role("button", name="More filters").click()
    expect(page.locator(".st-key-morebox").get_by_text("Document", exact=True)).to_be_visible()


def test_a_pasted_text_is_on_the_map_at_once(page: Page) -> None:
    paste(page, STORY)
    expect(page.locator("article")).to_contain_text("arrested three men in")
    expect(map_frame(page).locator("[aria-label*=Dushanbe]").first).to_be_attached()
    expect(page.locator(".s.on")).to_have_count(0)


def test_hostile_text_is_shown_and_nothing_of_it_runs(page: Page) -> None:
    paste(page, HOSTILE)
    expect(page.locator("article")).to_contain_text("<img src=x onerror='window.hacked=1'>")
    expect(page.locator("article")).to_contain_text("${window.hacked=1}")
    frame = map_frame(page)
    expect(frame.locator("[aria-label*=Dushanbe]").first).to_be_attached()
    if frame.locator(".mark").count():
        frame.locator(".mark").first.click()
        expect(frame.locator(".card")).to_contain_text("{{ 7*7 }}")
    assert page.evaluate("window.hacked") is None
    assert frame.evaluate("window.hacked") is None


def test_bad_files_get_a_sentence_each_and_the_good_one_opens(page: Page) -> None:
    upload(
        page,
        file("empty.txt", b""),
        file("program.txt", bytes(range(256)) * 40),
        file("broken.pdf", b"%PDF-1.7 and then nothing"),
        file("good.txt", STORY.encode()),
    )
    expect(page.locator(".st-key-problems .stText")).to_have_count(3)
    for name in ("empty.txt", "program.txt", "broken.pdf"):
        expect(page.locator(".st-key-problems")).to_contain_text(name)
    expect(page.locator("article")).to_contain_text("arrested three men in")


def test_with_nothing_to_read_the_card_stays_and_the_map_is_one_click_away(page: Page) -> None:
    upload(page, file("empty.txt", b""))
    expect(page.locator(".st-key-problems")).to_contain_text("empty.txt")
    page.get_by_role("button", name="Back to the map").click()
    expect(page.locator("article").first).to_be_visible()
    expect(page.locator(".st-key-problems")).to_have_count(0)


@pytest.mark.parametrize(
    "text",
    [
        "Nothing happened anywhere, and nobody said so.",
        "Вчера в горах было тихо, и никто ничего не сообщил.",
        "لم يحدث شيء في أي مكان يوم أمس، ولم يقل أحد شيئا.",
    ],
    ids=["no place", "another language", "right to left"],
)
def test_a_text_without_places_says_so_and_the_page_lives(page: Page, text: str) -> None:
    paste(page, text)
    expect(page.locator("article")).to_contain_text(text[:20])
    page.get_by_role("tab", name="Not on the map").click()
    expect(page.locator(".note").first).to_be_visible()
    expect(page.locator(".say")).to_contain_text("No event was found in the text, and no place")


def test_a_file_that_is_no_article_is_refused_in_words(page: Page) -> None:
    upload(page, file("camps.geojson", b'{"type": "FeatureCollection", "features": []}'))
    said = page.locator(".st-key-problems")
    expect(said).to_contain_text("camps.geojson is a table or a map layer")
    expect(said).to_contain_text("lay it over the map as a layer")


def test_what_could_not_be_opened_is_dismissed_and_hides_no_control(page: Page) -> None:
    start_anew(page)
    page.locator(".st-key-files input[type=file]").set_input_files(
        [
            {"name": "a.txt", "mimeType": "text/plain", "buffer": b"Two men were killed in Kulob."},
            {"name": "b.txt", "mimeType": "text/plain", "buffer": b""},
        ]
    )
    expect(page.get_by_text("b.txt").first).to_be_visible()
    page.get_by_role("button", name="Make the map").click()
    said = page.locator(".st-key-problems")
    expect(said).to_contain_text("b.txt is empty")
    rest(page)
    toolbar = page.locator(".st-key-tool").bounding_box()
    banner = said.bounding_box()
    assert toolbar
    assert banner
    assert banner["y"] >= toolbar["y"] + toolbar["height"]

    page.get_by_role("button", name="Dismiss").click()

    expect(said).to_have_count(0)
