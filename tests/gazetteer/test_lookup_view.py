"""Looking a place up on the page: online only after the reader turned it on."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def page() -> None:
    """Show the part alone, with a search that tells whether it may go online."""
    from dashboard.gazetteer.geocoder import FoundPlace  # noqa: PLC0415
    from dashboard.session import PageState, page_state  # noqa: PLC0415
    from dashboard.views.lookup import show_lookup  # noqa: PLC0415

    def look_up(query: str, state: PageState) -> tuple[FoundPlace, ...]:
        source = "online" if state.is_online else "here"
        return () if query == "Nowhere" else (FoundPlace(query, 38.9, 70.2, source),)

    show_lookup(page_state(), look_up=look_up)


def texts(app: AppTest) -> list[str]:
    return [text.value for text in app.text]


def test_search_stays_on_this_computer_at_first() -> None:
    app = AppTest.from_function(page, default_timeout=90).run()
    assert app.toggle(key="lookup_online").value is False
    app.text_input(key="lookup_query").input("Rasht").run()
    assert texts(app) == ["Rasht: 38.9000, 70.2000 (here)"]


def test_switch_says_what_is_sent_and_where() -> None:
    app = AppTest.from_function(page, default_timeout=90).run()
    app.toggle(key="lookup_online").set_value(True).run()
    app.text_input(key="lookup_query").input("Rasht").run()
    assert "is sent to nominatim.openstreetmap.org" in texts(app)[0]
    assert texts(app)[1] == "Rasht: 38.9000, 70.2000 (online)"


def test_unknown_place_is_said_to_be_unknown() -> None:
    app = AppTest.from_function(page, default_timeout=90).run()
    app.text_input(key="lookup_query").input("Nowhere").run()
    assert texts(app) == ["Not found under this name."]
