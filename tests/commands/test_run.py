"""`run`: the server answers from any folder, and Ctrl-C ends it without a word of Python."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from dashboard.commands.run import load_ahead
from dashboard.reading import read_text
from dashboard.screen.index import Facet
from dashboard.session import list_seeds, open_briefing, read_seed
from dashboard.settings import PROJECT


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for another process")
def test_the_dashboard_starts_answers_and_stops(tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-u", PROJECT / "dashboard", "run", "--port", str(port)]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        address = f"http://127.0.0.1:{port}"
        assert address in server.stdout.readline()
        started = any(address in line for line in server.stdout)  # Streamlit's own line
        with urlopen(f"{address}/_stcore/health", timeout=120) as answer:  # noqa: S310
            assert answer.read() == b"ok"
        server.send_signal(signal.SIGINT)
        told = server.stderr.read()
        status = server.wait(60)
    assert started
    assert status in {0, 130}
    assert "Traceback" not in told


def test_the_example_is_read_before_anybody_asks_for_it() -> None:
    load_ahead()
    steps: list[str] = []
    opened = open_briefing(
        (read_seed(list_seeds()[0]),), on_progress=lambda step, _share: steps.append(step)
    )
    assert opened.briefing.events
    assert not steps


def test_country_of_an_event_without_a_mark_is_called_by_its_name() -> None:
    text = "The rebel commander fled from Chad to Southwest Asia in 2009."
    article = read_text(text, doc_id="flight", title=None, published=None)
    opened = open_briefing((article,), on_progress=lambda _step, _share: None)
    (event,) = opened.briefing.events
    assert event.not_drawn_because == "A movement between countries, not an event at one place"
    assert "IR" in opened.index.facets[Facet.COUNTRY].values
    assert opened.country_name("IR") == "Iran"
