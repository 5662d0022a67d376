"""The command line: what it prints, what it says of bad input, how it ends."""

import csv
import io
import json
import os
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import click
import pytest

from dashboard.__main__ import COMMANDS, command_line
from dashboard.commands.bench import find_seed
from dashboard.commands.boundary import end_quietly
from dashboard.commands.extract import (
    Progress,
    read_all,
    write_map_file,
    write_records,
)
from dashboard.commands.inputs import Table, load_inputs
from dashboard.commands.run import check_port, flatten_settings, read_options
from dashboard.exchange.joining import join_briefings
from dashboard.model import Article, Briefing, DataError, Notice, NoticeLevel, ReadingError
from dashboard.settings import PROJECT, Settings
from tests.samples import briefing_with_flows, sample_article, sample_briefing


def read_nothing(article: Article) -> Briefing:
    return Briefing((article,), {}, ())


def named(doc_id: str) -> Article:
    return Article(f"id of {doc_id}", doc_id, "Five were hurt in Osh.", ())


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def test_each_document_is_a_line_of_json() -> None:
    out = io.BytesIO()
    results = read_all([named("a"), named("b")], read_nothing, Progress(io.StringIO()))
    assert write_records(results, out) == 0
    assert [json.loads(line)["doc_id"] for line in out.getvalue().splitlines()] == ["a", "b"]


def test_a_bad_document_is_named_and_the_others_go_through(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = io.BytesIO()
    documents = [ReadingError("bad.pdf is a damaged PDF; save it anew."), named("b")]
    assert write_records(read_all(documents, read_nothing, Progress(io.StringIO())), out) == 1
    assert json.loads(out.getvalue())["doc_id"] == "b"
    assert capsys.readouterr().err == "bad.pdf is a damaged PDF; save it anew.\n"


def test_a_fault_in_one_document_does_not_cost_the_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def read(article: Article) -> Briefing:
        return {"b": read_nothing(article)}[article.doc_id]

    out = io.BytesIO()
    documents = [named("a"), named("b")]
    assert write_records(read_all(documents, read, Progress(io.StringIO())), out) == 1
    error = capsys.readouterr().err
    assert error.startswith("a was not read. A fault in the program (KeyError)")
    assert "Traceback" not in error


@pytest.mark.parametrize("form", ["geojson", "csv"])
def test_all_documents_make_one_map_file(form: str) -> None:
    other = replace(sample_article(), article_id="other", doc_id="other.txt")
    second = Briefing((other,), {}, ())
    out = io.BytesIO()
    assert write_map_file([sample_briefing(), None, second], out, form=form, handling="X") == 1
    text = out.getvalue().decode()
    if form == "geojson":
        assert "other.txt" not in text  # no event, no mention
        assert len(json.loads(text)["features"]) > 15
    else:
        assert {row["handling"] for row in csv.DictReader(io.StringIO(text))} == {"X"}


def test_what_was_not_read_is_said_beside_a_map_file(capsys: pytest.CaptureFixture[str]) -> None:
    article = named("a.pdf")
    warning = Notice(NoticeLevel.WARNING, "A table was not told.", article_id=article.article_id)
    aside = replace(warning, level=NoticeLevel.INFO)
    briefing = Briefing((article,), {}, (), (warning, aside))
    write_map_file([briefing], io.BytesIO(), form="csv", handling="X")
    assert capsys.readouterr().err == "a.pdf: A table was not told.\n"


def test_a_text_that_came_twice_is_kept_once() -> None:
    briefing = sample_briefing()
    assert join_briefings([briefing, briefing]).events == briefing.events


def test_events_of_many_documents_have_ids_of_their_own() -> None:
    first = sample_briefing()
    article = replace(first.articles[0], article_id="other")
    second = Briefing((article,), {}, (replace(first.events[0], article_id="other"),))
    ids = [event.event_id for event in join_briefings([first, second]).events]
    assert len(ids) == len(set(ids)) == 16


def test_flows_of_many_documents_keep_their_events() -> None:
    first = briefing_with_flows()
    other = replace(first.articles[0], article_id="other")
    event = replace(first.events[0], article_id="other")
    second = Briefing((other,), {}, (event,), flows=(replace(first.flows[0], article_id="other"),))
    joined = join_briefings([first, second])
    assert [f.flow_id for f in joined.flows] == ["F1", "F2", "F3"]
    assert joined.flows[2].event_id == joined.events[15].event_id == "E16"


def test_an_event_table_is_taken_as_one(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("event_date,event_type,sub_event_type,actor1,geo_precision\n")
    (table,) = load_inputs(path, settings=Settings())
    assert table == Table("rows.csv", path.read_bytes())


def test_an_event_table_in_a_folder_is_taken_too_and_another_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("event_date,event_type,sub_event_type,actor1,geo_precision\n")
    (tmp_path / "b.csv").write_text("name,age\n")
    table, error = load_inputs(tmp_path, settings=Settings())
    assert isinstance(table, Table)
    assert "save it as .txt" in str(error)


def test_another_table_is_refused_as_a_document(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,age\n")
    (error,) = load_inputs(path, settings=Settings())
    assert "people.csv is a table or a map layer, not an article" in str(error)


def test_progress_is_shown_on_a_terminal_only() -> None:
    terminal, pipe = Terminal(), io.StringIO()
    for stream in (terminal, pipe):
        Progress(stream).show("Resolving", 0.5)
    assert "##########          " in terminal.getvalue()
    assert pipe.getvalue() == ""


def end_with(error: BaseException) -> int:
    def command() -> None:
        raise error

    return end_quietly(command)


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (ReadingError("a.txt is empty."), 2, "a.txt is empty."),
        (KeyboardInterrupt(), 130, "Stopped."),
        (ZeroDivisionError(), 1, "A fault in the program (ZeroDivisionError)"),
        (click.UsageError("No such option"), 2, "No such option"),
        (BrokenPipeError(), 0, ""),
    ],
)
def test_every_end_is_a_status_and_a_sentence(
    error: BaseException, status: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert end_with(error) == status
    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told


def test_only_commands_that_work_are_listed() -> None:
    context = click.Context(command_line)
    assert command_line.list_commands(context) == ["run", "extract", "export", "layers", "bench"]
    assert all(command_line.get_command(context, name) for name in COMMANDS)


def test_help_imports_no_command() -> None:
    check = (
        "import sys; from dashboard.__main__ import main; sys.argv = ['x', '--help']; main()\n"
        "heavy = {'shapely', 'pandas', 'spacy', 'streamlit', 'folium'} & set(sys.modules)\n"
        "raise SystemExit(f'imported: {heavy}' if heavy else 0)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", check], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "python -m dashboard extract article.pdf" in ended.stdout


def test_a_command_that_is_none_is_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert end_quietly(lambda: command_line(["fly"], standalone_mode=False)) == 2
    assert "No such command 'fly'" in capsys.readouterr().err


def test_streamlit_settings_become_flags() -> None:
    flags = flatten_settings(
        {
            "server": {"port": 8501, "enableStaticServing": True},
            "theme": {
                "base": "light",
                "dark": {"textColor": "#fff"},
                "fontFaces": [{"family": "'Source Sans 3'", "url": "app/static/a.woff2"}],
            },
        }
    )
    assert flags == {
        "server_port": 8501,
        "server_enableStaticServing": True,
        "theme_base": "light",
        "theme_dark_textColor": "#fff",
        "theme_fontFaces": [{"family": "'Source Sans 3'", "url": "app/static/a.woff2"}],
    }


def test_streamlit_takes_every_setting_of_the_file() -> None:
    check = (
        "from streamlit.web import bootstrap; from streamlit import config\n"
        "from dashboard.commands.run import read_options\n"
        "from dashboard.settings import Settings\n"
        "flags = read_options(Settings().streamlit_config)\n"
        "bootstrap.load_config_options(flags)\n"
        "wrong = [n for n, v in flags.items() if config.get_option(n.replace('_', '.')) != v]\n"
        "raise SystemExit(f'not taken: {wrong}' if wrong else 0)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", check], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_broken_settings_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "streamlit_config.toml"
    path.write_text("[server\nport = 1")
    with pytest.raises(DataError, match="is not valid TOML"):
        read_options(path)


def test_a_taken_port_is_said_in_one_line() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(click.ClickException, match=f"port {port} is taken") as caught:
            check_port("127.0.0.1", port)
    assert f"--port {port + 1}" in str(caught.value)


def test_it_starts_from_any_folder_and_names_a_missing_file(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, PROJECT / "dashboard", "extract", "missing.txt"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr == "missing.txt does not exist; check the name and the folder.\n"
    assert ended.stdout == ""


def test_bench_measures_the_article_and_not_the_notes_about_it(tmp_path: Path) -> None:
    for name in ("SOURCES.md", "digest.md"):
        (tmp_path / name).write_text("Osh.")
    assert find_seed(Settings(seeds_dir=tmp_path)).name == "digest.md"


def test_bench_without_an_article_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="name a document to measure"):
        find_seed(Settings(seeds_dir=tmp_path))
