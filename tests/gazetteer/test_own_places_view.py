"""The part of the page that lists, adds and removes the user's own place data."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest

from dashboard.gazetteer.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 23)


def page(folder: str) -> None:
    """Show the part alone, and count how often something changed."""
    from pathlib import Path  # noqa: PLC0415 - Streamlit runs the body of this function alone

    import streamlit as st  # noqa: PLC0415

    from dashboard.gazetteer.shelf import Shelf  # noqa: PLC0415
    from dashboard.views.own_places import show_own_places  # noqa: PLC0415

    def changed() -> None:
        st.session_state["changes"] = st.session_state.get("changes", 0) + 1

    show_own_places(Shelf(Path(folder)), on_change=changed)


def open_page(folder: Path) -> AppTest:
    return AppTest.from_function(page, args=(str(folder),), default_timeout=90).run()


def test_layers_are_listed_and_removed(tmp_path: Path) -> None:
    Shelf(tmp_path).write_do_not_map(b"Home\n", file_name="<b>never</b>.txt", added=TODAY)
    app = open_page(tmp_path)
    assert any("do-not-map list, 1 entries" in m.value for m in app.markdown)
    app.button(key="unshelve-layer-0001").click().run()
    assert not app.exception
    assert Shelf(tmp_path).load_items() == ()
    assert app.session_state["changes"] == 1


def test_dump_is_added_by_its_path(tmp_path: Path) -> None:
    cells = ["1", "Village", "Village", "", "38.9", "70.1", "P", "PPL", "TJ", "", *[""] * 4, "0"]
    source = tmp_path / "TJ.txt"
    source.write_text("\t".join([*cells, "", "", "", ""]) + "\n", encoding="utf-8")
    app = open_page(tmp_path / "shelf")
    app.text_input(key="own_dump").input(str(source))
    app.button(key="own_add").click().run()
    assert not app.exception
    assert [i.name for i in Shelf(tmp_path / "shelf").load_items()] == ["TJ.txt"]
    assert any("TJ.txt" in m.value.replace("\\", "") for m in app.markdown)


def test_bad_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    app = open_page(tmp_path)
    app.text_input(key="own_dump").input(str(tmp_path / "none.zip"))
    app.button(key="own_add").click().run()
    assert [t.value for t in app.text] == ["none.zip is not there; check the path."]
