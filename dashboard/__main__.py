"""The command line: `python -m dashboard run | extract | export | layers | bench`."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

if not __package__:
    # Started as `python path/to/dashboard`: the package's own folder is then where Python looks.
    sys.path[0] = str(Path(__file__).resolve().parents[1])

import click

from dashboard.commands.boundary import end_quietly

# What each command does, here and not in its module, so that `--help` need not import them all.
COMMANDS = {
    "run": "Open the dashboard in the browser.",
    "extract": "Print the places and events of documents as JSON, GeoJSON or CSV.",
    "export": "Write the map as a picture, a PowerPoint deck or data.",
    "layers": "List, add or remove your own places: a GeoNames dump, a CSV, names to skip.",
    "bench": "Measure how fast documents are read.",
}
EPILOG = """\b
Examples:
  python -m dashboard run
  python -m dashboard run --port 8600
  python -m dashboard extract article.pdf > article.jsonl
  python -m dashboard extract folder/ --format geojson > map.geojson
  python -m dashboard export article.pdf --to pptx --out briefing.pptx

Nothing that you load leaves this machine."""


class Verbs(click.Group):
    """Commands of which only the one that was typed is imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of use."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; `None` for a name that is none."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"dashboard.commands.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands for `--help`."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=Verbs, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
def command_line() -> None:
    """Turn an article into a map whose every mark opens the words behind it."""


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
