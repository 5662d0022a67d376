"""The page without a browser: widgets in, sentences out, on the real pipeline and the example."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.settings import PACKAGE

LOADING_S = 120


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_file(str(PACKAGE / "app.py"), default_timeout=LOADING_S).run()


def texts(page: AppTest) -> str:
    return " ".join(element.value for element in page.text)


def test_the_example_opens_without_a_fault(page: AppTest) -> None:
    assert not page.exception
    assert "went wrong" not in texts(page)
    assert page.session_state["page"].articles[0].doc_id == "rasht-valley-digest.md"


def test_a_tick_is_said_in_words_and_written_to_the_address(page: AppTest) -> None:
    page.checkbox(key="tick_country-TJ").check().run()
    assert "Only Tajikistan." in texts(page)
    assert page.query_params["country"] == "TJ"
    page.button(key="clear").click().run()
    assert "Only" not in texts(page)
    assert "country" not in page.query_params


def test_words_of_the_reader_narrow_the_events(page: AppTest) -> None:
    page.text_input(key="words").set_value("zebra crossing").run()
    assert "with “zebra crossing”" in texts(page)
    assert page.session_state["page"].on_screen.briefing.events == ()


def test_a_pasted_text_takes_the_place_of_the_example(page: AppTest) -> None:
    page.button(key="new").click().run()
    page.text_area(key="paste").set_value("Police arrested two men in Kulob on 5 May 2024.")
    page.button(key="make").click().run()
    [article] = page.session_state["page"].articles
    assert article.text.startswith("Police arrested")
    assert page.query_params["doc"] == article.article_id


def test_nothing_chosen_is_said_in_one_sentence(page: AppTest) -> None:
    page.button(key="new").click().run()
    page.button(key="make").click().run()
    assert "Choose a file or paste a text first." in texts(page)


def test_a_link_to_a_document_that_is_not_here_says_so() -> None:
    page = AppTest.from_file(str(PACKAGE / "app.py"), default_timeout=LOADING_S)
    page.query_params["doc"] = "0123456789abcdef"
    page.run()
    assert "The document of this link is not open on this computer." in texts(page)


def test_own_words_of_a_handling_mark_stand_on_the_page(page: AppTest) -> None:
    page.radio(key="handling_choice").set_value("Own words").run()
    page.text_input(key="handling_words").set_value("Desk only").run()
    assert "Desk only" in texts(page)
