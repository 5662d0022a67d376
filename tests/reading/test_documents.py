"""Documents of every kind, and what is said about those that cannot be read."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from pypdf import PdfWriter

from dashboard.model import Article, ReadingError, ZoneKind
from dashboard.reading import load_documents, read_document, read_text
from dashboard.settings import Settings

STORY = "Five hurt in Khujand\n\nFive people were hurt in Khujand on Monday, the mayor said.\n"
PAGE = b"""<html><head><title>Road shut</title>
<meta property="article:published_time" content="2021-07-14T08:00:00Z"></head><body>
<nav><a href="/">Home</a> Karachi</nav><script>document.title = "Lahore"</script>
<iframe src="x">Quetta</iframe><article><h1>Road shut</h1>
<p>Rain washed away two bridges between Chilas and Gilgit on Tuesday, and hundreds of travellers
were stranded. The army sent helicopters with food and tents to the valley.</p>
<h2>Prices double</h2><p>Shops in Hunza said that flour had run out, and the provincial government
asked people to stay at home until the road is open again.</p></article></body></html>"""


def pdf_with(text: str) -> bytes:
    """Return a one-page PDF; the smallest that a reader accepts."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources 6 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Font<</F1 5 0 R>>>>",
    ]
    pdf, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(pdf))
        pdf += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    start = len(pdf)
    pdf += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return pdf + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, start)


def word_with(*paragraphs: tuple[str, str]) -> bytes:
    document = Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def word_package(document_xml: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", b"<Types/>")
        package.writestr("word/document.xml", document_xml)
    return stream.getvalue()


def protected_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="AES-256")
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_text_file_is_kept_as_it_is_with_its_line_ends() -> None:
    raw = STORY.replace("\n", "\r\n").encode()
    article = read_document(raw, file_name="a.txt")
    assert article.text == raw.decode()
    assert article.text[article.zones[0].start : article.zones[0].end] == "Five hurt in Khujand"


def test_a_byte_order_mark_is_not_counted() -> None:
    article = read_document(b"\xef\xbb\xbf" + STORY.encode(), file_name="a.txt")
    assert article.text == STORY


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_read(encoding: str) -> None:
    assert read_document(STORY.encode(encoding), file_name="a.txt").text == STORY


def test_latin_1_is_read_with_a_notice() -> None:
    text = STORY + "The caf\u00e9 of Mr. Garc\u00eda was shut.\n"
    article = read_document(text.encode("latin-1"), file_name="a.txt")
    assert article.text == text
    assert "read as cp1252" in article.notices[0].text


@pytest.mark.parametrize(
    ("encoding", "text", "script"),
    [
        (
            "cp1251",
            "Взрыв прогремел на рынке в городе Ош, четверо полицейских погибли.",
            "Cyrillic",
        ),
        (
            "shift_jis",
            "オシの市場で爆発があり、警察官四人が死亡したと内務省が発表した。",
            "Japanese",
        ),
    ],
)
def test_other_code_pages_are_detected(encoding: str, text: str, script: str) -> None:
    article = read_document((text * 5).encode(encoding), file_name="a.txt")
    assert text in article.text
    assert script in article.notices[-1].text


def test_two_encodings_in_one_file_are_both_read() -> None:
    raw = "Café Кафе Ош. ".encode() * 3 + "Café in Osh.".encode("cp1252")
    article = read_document(raw, file_name="a.txt")
    assert article.text.endswith("Café in Osh.")
    assert "mixes two encodings" in article.notices[0].text


def test_a_web_page_gives_its_article_only() -> None:
    article = read_document(PAGE, file_name="a.html")
    assert article.title == "Road shut"
    assert article.published == date(2021, 7, 14)
    assert "Prices double" in article.text
    assert not {"Karachi", "Lahore", "Quetta"} & set(article.text.split())


def test_a_pdf_gives_its_text() -> None:
    article = read_document(
        pdf_with("Five people were hurt in Khujand on Monday."), file_name="a.pdf"
    )
    assert article.text == "Five people were hurt in Khujand on Monday."


def test_a_word_file_gives_text_headings_and_captions() -> None:
    raw = word_with(
        ("Title", "Road shut"),
        ("Heading 1", "Prices double"),
        ("Normal", "Flour ran out in Hunza on Tuesday."),
        ("Caption", "A lorry near Karachi"),
    )
    article = read_document(raw, file_name="a.docx")
    kinds = {article.text[z.start : z.end]: z.kind for z in article.zones}
    assert kinds == {
        "Road shut": ZoneKind.TITLE,
        "Prices double": ZoneKind.HEADING,
        "Flour ran out in Hunza on Tuesday.": ZoneKind.BODY,
        "A lorry near Karachi": ZoneKind.CAPTION,
    }
    assert "when the file was made" in article.notices[-1].text


BOMB = word_package(b"<w>" + b" " * 30_000_000 + b"</w>")
OUTSIDE = word_package(b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><w>&x;</w>')


@pytest.mark.parametrize(
    ("raw", "name", "finding", "remedy"),
    [
        (b"", "a.txt", "is empty", "right file was saved"),
        (b" \r\n\t", "a.txt", "is empty", "right file was saved"),
        (b"--- ... ---", "a.txt", "holds no words", "right file was saved"),
        (bytes(range(256)) * 40, "a.txt", "binary data", "save it as plain text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(90), "a.txt", "is a picture", "load the article's text"),
        (b"\xd0\xcf\x11\xe0" + bytes(90), "a.doc", "old Word", "save it as .docx"),
        (b"name,age\nx,1\n", "a.csv", "is a table", "documents that are read are txt"),
        (b"PK\x03\x04 xl/workbook.xml", "a.xlsx", "is a workbook", "save its text"),
        (b"PK\x03\x04" + bytes(90), "a.zip", "is an archive", "unpack it"),
        (
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "a.odt",
            "is an OpenDocument file",
            "save it as .docx",
        ),
        (b"%PDF-1.4\n1 0 obj << broken", "a.pdf", "damaged PDF", "save it anew"),
        (b"not a pdf at all", "a.pdf", "not a PDF", "save it anew"),
        (protected_pdf(), "a.pdf", "protected by a password", "without the password"),
        (pdf_with(""), "a.pdf", "without text", "text recognition"),
        (word_with(("Normal", "x"))[:900], "a.docx", "damaged Word file", "save it anew"),
        (BOMB, "a.docx", "unpacks to far more", "Paste its text"),
        (OUTSIDE, "a.docx", "outside entities", "Paste its text"),
        (b"<html><body><script>1</script></body></html>", "a.html", "no article text", "paste"),
    ],
)
def test_a_bad_file_gives_one_sentence_with_the_remedy(
    raw: bytes, name: str, finding: str, remedy: str
) -> None:
    with pytest.raises(ReadingError) as caught:
        read_document(raw, file_name=name)
    message = str(caught.value)
    assert message.startswith(f"{name} ")
    assert finding in message
    assert remedy in message
    assert "\n" not in message


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"a" * 2_000_001)
    (error,) = load_documents(path, settings=Settings(max_file_bytes=2_000_000))
    assert "is larger than 2 MB; split it" in str(error)


def test_too_long_a_text_is_refused_not_cut() -> None:
    with pytest.raises(ReadingError, match="more than 100 characters"):
        read_text("Osh. " * 50, doc_id="paste", settings=Settings(max_text_chars=100))


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Cuatro policías murieron en una explosión en el mercado de la ciudad. " * 4, "English"),
        ("قتل أربعة من رجال الشرطة في انفجار في سوق مدينة أوش يوم الجمعة", "right to left"),
    ],
)
def test_another_language_is_said_to_give_little(text: str, finding: str) -> None:
    (notice,) = read_text(text, doc_id="x").notices
    assert finding in notice.text
    assert "names are read in English only" in notice.text


def test_hostile_text_is_kept_as_it_is() -> None:
    text = "Al `Arish ${alert(1)} <script>alert(1)</script> was quiet.\0 Nothing happened there."
    assert read_document(text.encode(), file_name="a.txt").text == text
    assert read_text("A lone half \ud800 in Osh.", doc_id="x").text == "A lone half \ufffd in Osh."


def test_two_hundred_thousand_words_are_read() -> None:
    text = "Five people were hurt in Khujand on Monday, the mayor said.\n\n" * 20_000
    assert len(read_document(text.encode(), file_name="a.txt").zones) == 20_000


def test_lines_of_jsonl_keep_their_ids_and_bad_lines_are_named(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    good = {"doc_id": "d1", "text": STORY, "title": "Five hurt", "date": "2010-11-09 12:24:52.0-05"}
    path.write_text(f"{json.dumps(good)}\n\n{{broken\n" + '{"doc_id": "d3"}\n')
    article, broken, empty = load_documents(path, settings=Settings())
    assert isinstance(article, Article)
    assert (article.doc_id, article.text, article.title) == ("d1", STORY, "Five hurt")
    assert article.published == date(2010, 11, 9)
    assert "many.jsonl line 3 is not JSON" in str(broken)
    assert 'line 4 has no "text"' in str(empty)


def test_every_file_of_a_folder_is_read_or_named(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text(STORY)
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "c.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden").write_bytes(b"x")
    empty, article, picture = load_documents(tmp_path, settings=Settings())
    assert "a.txt is empty" in str(empty)
    assert isinstance(article, Article)
    assert article.doc_id == "b.md"
    assert "c.png is of a kind that is not read" in str(picture)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    (error,) = load_documents(tmp_path / "none.txt", settings=Settings())
    assert "none.txt does not exist" in str(error)


def test_ten_megabytes_in_one_line_are_refused_with_the_remedy() -> None:
    raw = b"Shelling hit Osh. " * 600_000
    with pytest.raises(ReadingError, match=r"more than 5,000,000 characters; split it"):
        read_document(raw, file_name="long.txt")


def test_properties_that_nobody_filled_in_are_no_title_and_no_author() -> None:
    stream = BytesIO()
    document = Document()
    document.core_properties.title = "Microsoft Word - draft3.docx"
    document.core_properties.author = "python-docx"
    document.add_heading("The road to Bara is shut", 1)
    document.add_paragraph("Rain washed the road to Bara away on Sunday, the mayor said.")
    document.save(stream)
    article = read_document(stream.getvalue(), file_name="a.docx")
    assert (article.title, article.author) == ("The road to Bara is shut", None)
    assert article.zones[0].kind is ZoneKind.TITLE


def test_the_headline_of_a_web_page_is_its_title_once() -> None:
    article = read_document(PAGE, file_name="a.html")
    assert article.text.count("Road shut") == 1
    assert article.zones[0].kind is ZoneKind.TITLE
