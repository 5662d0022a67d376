"""What of a page is read and what is marked as furniture, on small pages of our own."""

from itertools import pairwise

import pytest

from dashboard.model import Article, ZoneKind
from dashboard.reading import read_text

WIRE = """Bomb kills four police officers at Osh market

OSH, Kyrgyzstan, Nov. 12, 2010 (Reuters) - A bomb went off beside a police post in Osh on Friday.

No group has said it was behind the attack. Copyright is not what the traders talk about.

(Reporting by A. Correspondent; Editing by B. Editor)
"""
WEBSITE = """Published on *The Valley Paper* (<http://valley.example>)

[Home](#) > Road to Murghab opens again

Road to Murghab opens again

Created Mar 15 2019 - 03:55

[1]

By Some Reporter

The road to [Murghab](#) [2] is open again after the [avalanches](http://a.example/snow) of May.

[\\(click here to enlarge image\\)](#)

What the drivers say

Drivers in Khorog said that they had waited for nine days. Fuel had run out by then.

[Tajikistan](#) [Roads](#)

[Terms of Use](#) | [Privacy Policy](#)
© Copyright 2019 The Valley Paper. All rights reserved

Source URL: http://valley.example/road-to-murghab

Links:
- [1] http://valley.example/one
- [2] http://valley.example/two_kabul
"""
RELEASE = """FOR IMMEDIATE RELEASE

Ministry of Emergency Situations

12 March 2019

Rescue teams reach villages in Murghab District

Rescue teams reached six villages that were cut off by avalanches. Nobody was killed.

Contact: Press Office, +992 37 000 0000
"""
FORUM = """Re: anyone near Batken?
Posted by: borderwatcher » Tue Sep 20, 2022 3:55 pm

> heard shooting from the bridge all morning

My cousin in Isfara says that it stopped around noon. Buses are not running.

Quote | Report | Reply
"""


def words(article: Article, *kinds: ZoneKind) -> list[str]:
    return [article.text[zone.start : zone.end] for zone in article.zones if zone.kind in kinds]


def test_every_part_of_a_web_article_is_told_apart() -> None:
    article = read_text(WEBSITE, doc_id="site")
    assert words(article, ZoneKind.TITLE) == ["Road to Murghab opens again"]
    assert words(article, ZoneKind.HEADING) == ["What the drivers say"]
    assert len(words(article, ZoneKind.BREADCRUMB)) == 1
    assert len(words(article, ZoneKind.CAPTION)) == 1
    assert words(article, ZoneKind.TAGS) == ["[Tajikistan](#) [Roads](#)"]
    assert len(words(article, ZoneKind.LEGAL)) == 2
    assert "- [2] http://valley.example/two_kabul" in words(article, ZoneKind.LINKS)


def test_the_words_of_a_link_are_read_and_its_target_is_not() -> None:
    read = "".join(words(read_text(WEBSITE, doc_id="site"), ZoneKind.BODY))
    assert "to Murghab is open again after the avalanches of May." in read
    assert "http" not in read
    assert "[2]" not in read


def test_title_author_date_outlet_and_address_are_found() -> None:
    article = read_text(WEBSITE, doc_id="site")
    assert article.title == "Road to Murghab opens again"
    assert article.author == "Some Reporter"
    assert str(article.published) == "2019-03-15"
    assert article.outlet == "The Valley Paper"
    assert article.source_url == "http://valley.example/road-to-murghab"


def test_what_was_skipped_is_counted() -> None:
    notice = read_text(WEBSITE, doc_id="site").notices[0].text
    assert notice.startswith("Skipped as page furniture: ")
    assert "1 breadcrumb line, 1 image caption, 1 tag line" in notice


def test_a_dateline_may_name_its_country_in_brackets() -> None:
    text = "MADRID (SPAIN), 4 JUN 88 (EFE) -- Talks on the canal began today in the old town hall."
    article = read_text(text, doc_id="wire")
    assert words(article, ZoneKind.DATELINE) == ["MADRID (SPAIN), 4 JUN 88 (EFE) -- "]
    assert str(article.published) == "1988-06-04"


@pytest.mark.parametrize(
    "opening",
    [
        "LIMA, 4 JUN 88 -- THE POLICE OF TWO PROVINCES REPORT THAT ROADS ARE\n",
        "RIO DE JANEIRO (BRAZIL), 4 JUN 88 (REDE AZUL TELEVISION) --\nTHE POLICE\n",
        "CARACAS (VENEZUELA), 4 JUN 88 (TELEVISION OF THE SECOND CANAL 8)\n-- THE POLICE\n",
        "LIMA, 4 JUN 88 (INTERPRENSA AGENCY [IPA])-- THE POLICE REPORT\n",
    ],
    ids=["short first line", "break after the dash", "break before it", "short name of agency"],
)
def test_a_wrapped_dateline_dates_a_report(opening: str) -> None:
    told = "CLOSED AND WILL STAY SO UNTIL THE END OF THE WEEK, WHATEVER HAPPENS.\n"
    article = read_text(opening + told * 3 + "\nNOBODY WAS HURT.\n", doc_id="wire")
    assert str(article.published) == "1988-06-04"
    assert article.title is None


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("N’Djamena, 4 May 2025\n\n", "N’Djamena, 4 May 2025"),
        ("Kharkiv (Харків), 4 May 2025. ", "Kharkiv (Харків), 4 May 2025. "),
    ],
)
def test_a_place_and_a_day_are_a_dateline_without_a_dash(opening: str, dateline: str) -> None:
    story = "Two men were hurt when a wall fell on Saturday, the mayor said."
    article = read_text(f"A wall falls\n\n{opening}{story}", doc_id="wire")
    assert words(article, ZoneKind.DATELINE) == [dateline]
    assert words(article, ZoneKind.BODY) == [story]
    assert str(article.published) == "2025-05-04"


def test_a_line_with_markup_in_it_is_no_breadcrumb() -> None:
    text = "<b>Attack</b> in Bara\n\nTwo men were hurt in Bara on Saturday, the mayor said."
    assert words(read_text(text, doc_id="wire"), ZoneKind.BREADCRUMB) == []


def test_a_wire_story_gives_its_dateline_and_agency() -> None:
    article = read_text(WIRE, doc_id="wire")
    assert words(article, ZoneKind.DATELINE) == ["OSH, Kyrgyzstan, Nov. 12, 2010 (Reuters) - "]
    assert words(article, ZoneKind.BODY)[0].startswith("A bomb went off")
    assert (article.outlet, str(article.published)) == ("Reuters", "2010-11-12")
    assert words(article, ZoneKind.BYLINE) == [WIRE.strip().splitlines()[-1]]


def test_a_government_release_keeps_its_headline_and_loses_its_contact() -> None:
    article = read_text(RELEASE, doc_id="release")
    assert article.title == "Rescue teams reach villages in Murghab District"
    assert words(article, ZoneKind.LEGAL) == [
        "FOR IMMEDIATE RELEASE",
        "Contact: Press Office, +992 37 000 0000",
    ]
    assert str(article.published) == "2019-03-12"


def test_a_forum_post_keeps_the_quotation_and_loses_the_buttons() -> None:
    article = read_text(FORUM, doc_id="forum")
    assert article.title == "Re: anyone near Batken?"
    assert "heard shooting from the bridge all morning" in words(article, ZoneKind.BODY)
    assert words(article, ZoneKind.LINKS) == ["Quote | Report | Reply"]


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday the army had reached Kulob, and the road was open.",
        "The ministry changed its privacy policy after the attack in Dushanbe.",
        "Photographs of the bridge were published on Tuesday by a newspaper in Khujand.",
        "Links between the two groups go back to camps near Kunduz.",
        "Home is a tent for the families who fled Batken.",
        "Subscribe to our view or not, he said, the valley is at peace.",
        "Access to Gorno-Badakhshan stays limited for members of the press.",
        "Related families live on both sides of the Panj river.",
    ],
)
def test_a_sentence_is_never_furniture(sentence: str) -> None:
    text = f"Five things to know about it\n\n{sentence}\n\nThe talks go on in Osh. {sentence}"
    assert words(read_text(text, doc_id="x"), ZoneKind.BODY)[0] == sentence


def test_a_plain_story_is_title_and_body_only() -> None:
    text = "Five hurt in Khujand\n\nFive people were hurt in Khujand.\n\nThe road is shut.\n"
    article = read_text(text, doc_id="x")
    assert [zone.kind for zone in article.zones] == [ZoneKind.TITLE, *[ZoneKind.BODY] * 2]
    assert article.notices == ()


def test_wrapped_lines_of_a_paragraph_stay_together() -> None:
    line = "The column left Kulob in the evening and reached the bridge by the\n"
    text = f"{line * 5}river at dawn.\n\n{line * 4}next one at noon.\n"
    body = words(read_text(text, doc_id="x"), ZoneKind.BODY)
    assert [len(part.splitlines()) for part in body] == [6, 5]


def test_a_document_that_is_only_a_caption_is_read() -> None:
    article = read_text("Photo: soldiers in Khorog", doc_id="x")
    assert words(article, ZoneKind.BODY) == ["Photo: soldiers in Khorog"]


def test_zones_are_sorted_and_do_not_overlap() -> None:
    zones = read_text(WEBSITE, doc_id="site").zones
    assert all(left.end <= right.start for left, right in pairwise(zones))


def test_front_matter_of_markdown_is_not_read() -> None:
    article = read_text(
        "---\nlayout: post\n---\n# Fire in Osh\n\nA shop burned down.\n", doc_id="x"
    )
    assert article.title == "Fire in Osh"
    assert words(article, ZoneKind.BODY) == ["A shop burned down."]


def test_numbered_notes_at_the_end_are_no_news() -> None:
    story = "The school in Khorog burned down on 8 June 1998, and eighty pupils died.[1]"
    notes = "Notes\n\n[1] Report on the Khorog attack, Dushanbe, 1999.\n[2] Interviews, Osh, 2016."
    article = read_text(f"From revolt to trade\n\n{story}\n\n{notes}\n", doc_id="paper")
    assert "".join(words(article, ZoneKind.BODY)) == story.removesuffix("[1]")
    assert "Dushanbe" in " ".join(words(article, ZoneKind.LINKS))


def test_notes_without_numbers_are_read() -> None:
    text = "Notes\n\nShells hit Khorog at dawn, and two men died.\n\nOsh was quiet all day long."
    read = "".join(words(read_text(text, doc_id="diary"), ZoneKind.BODY))
    assert "Khorog" in read


STORY = "Gunmen attacked a market on Monday and three traders were hurt, the police said. The men "
STORY += "came on motorbikes and left before noon. It was the third such raid since the spring."


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        (f"Tripoli - {STORY}", ["Tripoli - "]),
        (f"Port Sudan – {STORY}\n\n{STORY}", ["Port Sudan – "]),
        (f"Bara - {STORY}\n\nKolun - {STORY}", []),
        (f"Arland: 3 dead\n\nBara - {STORY}\n\nKolun: {STORY}", []),
        (f"* Bara (Kolun): {STORY}", []),
        ("Bara - Gunmen attacked a market and three traders were hurt.", []),
        (f"The Front - an armed group - said that it was behind the raid. {STORY}", []),
    ],
)
def test_town_before_a_dash_is_a_dateline_and_a_label_of_several(
    text: str, dateline: list[str]
) -> None:
    article = read_text(text, doc_id="x")
    assert words(article, ZoneKind.DATELINE) == dateline
