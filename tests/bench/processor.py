"""Processor time, which says what a click costs also on a busy machine."""

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


def browser_ms(session: CDPSession) -> float:
    """Return the processor time of a page's main thread, its map's included, so far."""
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(float(m["value"]) for m in metrics if m["name"] == "ThreadTime")
