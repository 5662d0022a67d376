"""Processor time and memory, which say what a click costs also on a busy machine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession


def server_ms(process_id: int) -> float | None:
    """Return the processor time of a process so far; `None` where the system does not tell."""
    try:
        line = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8")
    except OSError:
        return None
    user, system = line.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK") * 1000


def peak_mb(process_id: int) -> int | None:
    """Return the most memory that a process has held; `None` where the system does not tell."""
    try:
        lines = Path(f"/proc/{process_id}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    return next(int(line.split()[1]) * 1024 // 10**6 for line in lines if "VmHWM" in line)


def browser_ms(session: CDPSession) -> float:
    """Return the processor time of a page's main thread, its map's included, so far."""
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(float(m["value"]) for m in metrics if m["name"] == "ThreadTime")
