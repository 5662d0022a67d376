"""How fast the gazetteer is on this machine; `make bench` prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.gazetteer.gazetteer import load_gazetteer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KNOWN = ("Khujand", "Springfield", "Rasht Valley", "U.S.", "Kashmiri", "North Waziristan")
OTHERWISE_WRITTEN = ("Khojjand", "Dushambeh", "Kandehar", "Peshawer")
UNKNOWN = ("Qwxzzkvbv", "Zzyzxq Hill")
ROUNDS = 200


def measure_gazetteer(
    data_dir: Path, text: str, *, clock: Callable[[], float]
) -> dict[str, float | int]:
    """
    Return the seconds to open the gazetteer and to look names up, and the speed of the scan.

    `clock` gives seconds (`time.perf_counter`). Names in another spelling are timed on their first
    look-up: the second comes from a cache.
    """
    started = clock()
    gazetteer = load_gazetteer(data_dir)
    opened = clock()
    for _ in range(ROUNDS):
        for name in KNOWN:
            gazetteer.find(name)
    known = clock()
    for name in (*OTHERWISE_WRITTEN, *UNKNOWN):
        gazetteer.find(name)
    varied = clock()
    hits = sum(1 for _ in gazetteer.scan(text))
    scanned = clock()
    return {
        "open_s": opened - started,
        "find_known_us": (known - opened) / (ROUNDS * len(KNOWN)) * 1e6,
        "find_other_spelling_ms": (varied - known) / len(OTHERWISE_WRITTEN + UNKNOWN) * 1e3,
        "scan_characters_per_s": len(text) / max(scanned - varied, 1e-9),
        "scan_hits": hits,
        "places": len(gazetteer.index),
    }
