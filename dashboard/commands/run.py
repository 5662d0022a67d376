"""`run`: the dashboard in the browser, with the settings of streamlit_config.toml."""

from __future__ import annotations

import os
import socket
import tomllib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import click

from dashboard.model import DataError
from dashboard.settings import PACKAGE, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    Options = dict[str, object]

# The parts of the theme that are tables of their own, of which Streamlit knows these only.
THEME_TABLES = frozenset({"sidebar", "light", "dark"})
LAST_PORT = 65_535


@click.command()
@click.option("--port", type=click.IntRange(1, LAST_PORT), help="Another port than 8501.")
def run(port: int | None) -> None:
    """Open the dashboard at http://127.0.0.1:8501; Ctrl-C stops it."""
    options = read_options(Settings().streamlit_config)
    if port is not None:
        options["server_port"] = port
    address, chosen = str(options["server_address"]), int(str(options["server_port"]))
    check_port(address, chosen)
    click.echo(f"The dashboard is at http://{address}:{chosen} (Ctrl-C stops it).")
    with ThreadPoolExecutor(max_workers=1) as beside:
        beside.submit(load_ahead)
        _start_streamlit(PACKAGE / "app.py", options)


def read_options(path: Path) -> Options:
    """
    Return the settings of a Streamlit file as `streamlit run` takes them: `theme_fontFaces`.

    Raises `DataError` if the file is not there or not TOML.
    """
    try:
        with path.open("rb") as stream:
            return flatten_settings(tomllib.load(stream))
    except OSError as error:
        msg = f"{path} could not be opened ({error.strerror}); restore it from the repository."
        raise DataError(msg) from error
    except tomllib.TOMLDecodeError as error:
        msg = f"{path} is not valid TOML: {error}; correct that line."
        raise DataError(msg) from error


def flatten_settings(settings: Mapping[str, object], prefix: str = "") -> Options:
    """Return nested tables as one, with names joined by `_`; lists of tables stay as they are."""
    flat: Options = {}
    for name, value in settings.items():
        if isinstance(value, dict) and (not prefix or name in THEME_TABLES):
            flat |= flatten_settings(value, f"{prefix}{name}_")
        else:
            flat[f"{prefix}{name}"] = value
    return flat


def check_port(address: str, port: int) -> None:
    """Raise a `ClickException` if another program listens there."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            # A server that has just stopped keeps its port for a minute, which is no hindrance.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            msg = (
                f"port {port} is taken, perhaps by a dashboard that already runs at "
                f"http://{address}:{port}; stop it, or choose another with --port {port + 1}."
            )
            raise click.ClickException(msg) from error


def load_ahead() -> None:
    """
    Load the tools and read the example while the browser is still being opened.

    An error here is told to nobody: the page comes upon the same one and says so.
    """
    # Not the views: they declare parts of the page, which only a running server takes.
    from dashboard.session import list_seeds, open_briefing, read_seed  # noqa: PLC0415 - see below

    example = tuple(map(read_seed, list_seeds()[:1]))
    open_briefing(example, on_progress=lambda _step, _share: None)


def _start_streamlit(script: Path, options: Options) -> None:
    """
    Run Streamlit in this process.

    What `streamlit run` does with its flags, because a flag cannot hold `theme.fontFaces`, a list
    of tables. The working folder becomes that of the script, which has no settings of its own,
    so that a `.streamlit` folder of the user's (or a link that Windows did not make) counts not.
    """
    from streamlit.web import bootstrap  # noqa: PLC0415 - takes a second, which --help need not wait

    os.chdir(script.parent)
    bootstrap.load_config_options(options)
    bootstrap.run(str(script), is_hello=False, args=[], flag_options=options)
