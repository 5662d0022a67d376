"""The command line: `python -m dashboard run | extract | export | bench`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if not __package__:
    # Started as `python path/to/dashboard`: the package's own folder is then where Python looks.
    sys.path[0] = str(Path(__file__).resolve().parents[1])

import click

from dashboard.commands.bench import bench
from dashboard.commands.boundary import end_quietly
from dashboard.commands.export import export
from dashboard.commands.extract import extract
from dashboard.commands.run import run

EPILOG = """\b
Examples:
  python -m dashboard run
  python -m dashboard run --port 8600
  python -m dashboard extract article.pdf > article.jsonl
  python -m dashboard extract folder/ --format geojson > map.geojson
  python -m dashboard export article.pdf --to pptx --out briefing.pptx

Nothing that you load leaves this machine."""


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
def command_line() -> None:
    """Turn an article into a map whose every mark opens the words behind it."""


command_line.add_command(run)
command_line.add_command(extract)
command_line.add_command(export)
command_line.add_command(bench)


def main() -> int:
    """Run the command that was typed; every end of it is an exit status, never a traceback."""
    status = end_quietly(
        lambda: command_line(prog_name="python -m dashboard", standalone_mode=False)
    )
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has gone; leave Python nothing to complain of when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


if __name__ == "__main__":
    sys.exit(main())
