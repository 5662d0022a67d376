"""News of many countries in one text: each event where its own words put it, or nowhere."""

from __future__ import annotations

from datetime import date

from dashboard.reading import read_text
from tests.gold.gold_documents import load_product, read_record

ROUND_UP = (
    "World in brief. Gunmen killed nine farmers near Maiduguri on Monday. A car bomb killed six "
    "people in Mosul. Police arrested 30 protesters in Minsk. Rioters burned shops in Honiara on "
    "Tuesday. A drone hit a depot in Simferopol. A mine killed two soldiers near Olumbik."
)
WHERE = {"Maiduguri": "NG", "Mosul": "IQ", "Minsk": "BY", "Honiara": "SB", "Simferopol": "UA"}


def test_each_event_is_in_its_own_city_and_an_unknown_name_in_no_country() -> None:
    article = read_text(ROUND_UP, doc_id="round-up", published=date(2026, 1, 15))
    events = read_record(article, load_product())["events"]
    places = [(p["name"], p["country"]) for e in events for p in e["places"]]
    assert places == list(WHERE.items())
    assert "Olumbik" in events[-1]["not_drawn_because"]


def test_name_that_the_gazetteer_has_is_not_called_unknown() -> None:
    text = ROUND_UP.replace("Olumbik", "Agdam")
    article = read_text(text, doc_id="agdam", published=date(2026, 1, 15))
    last = read_record(article, load_product())["events"][-1]
    assert "no known “Agdam” fits the text" in last["not_drawn_because"]
