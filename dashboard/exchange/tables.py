"""CSV out, for spreadsheets; no cell can be taken for a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from dashboard.exchange.features import COLUMNS, list_features
from dashboard.exchange.release import describe_release

if TYPE_CHECKING:
    from dashboard.exchange.features import Value
    from dashboard.exchange.release import Release
    from dashboard.model import Briefing

# https://owasp.org/www-community/attacks/CSV_Injection
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
HEAD_COLUMNS = ("handling", "filter", "sources", "borders")


def format_csv(briefing: Briefing, release: Release) -> str:
    """Return a table of every event and mention; the head of the release stands in each row."""
    head = describe_release(briefing, release)
    lines = io.StringIO()
    table = csv.writer(lines, lineterminator="\r\n")
    table.writerow((*COLUMNS, *HEAD_COLUMNS))
    for feature in list_features(briefing):
        cells = (*feature.cells.values(), *(head[column] for column in HEAD_COLUMNS))
        table.writerow([guard_cell(cell) for cell in cells])
    return lines.getvalue()


def guard_cell(cell: Value) -> Value:
    """Return a cell that a spreadsheet shows as text: an apostrophe goes before a formula."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return f"'{cell}"
    return cell
