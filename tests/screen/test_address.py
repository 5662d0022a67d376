"""A view is a link: written, read, and the same again."""

from __future__ import annotations

from dashboard.screen.address import Address, read_address, write_address
from dashboard.screen.filters import Filters
from dashboard.screen.index import Facet


def test_a_link_says_filters_selection_and_mode() -> None:
    filters = Filters({Facet.COUNTRY: ("TJ", "KG"), Facet.TYPE: ("Battles",)})
    query = write_address(Address(filters, event="E3", present=True))
    assert query == {"country": "TJ,KG", "type": "Battles", "event": "E3", "present": "1"}


def test_a_link_restores_what_it_was_made_from() -> None:
    made = Address(
        Filters({Facet.SUB_TYPE: ("Air/drone strike",)}, period=(14_730, 14_850), words="bridge"),
        documents=("5a3b1e0000000001",),
        table=True,
        borders="recognised",
    )
    assert read_address(write_address(made)) == made


def test_an_untouched_page_has_a_bare_address() -> None:
    assert write_address(Address()) == {}


def test_nonsense_in_a_link_is_left_out() -> None:
    query = {"country": "<b>,TJ", "from": "soon", "to": "2010-01-01", "event": "{}", "x": "1"}
    assert read_address(query) == Address(Filters({Facet.COUNTRY: ("TJ",)}))
