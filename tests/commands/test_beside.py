"""A second process that gets ready while this one works."""

from __future__ import annotations

import gc
import os

import pytest

from dashboard.commands.beside import begin_beside
from dashboard.gazetteer.index import load_index
from dashboard.model import DataError, ExportError
from dashboard.settings import Settings


def test_work_finds_what_was_prepared_for_it() -> None:
    with begin_beside(gc.disable) as beside:
        assert not beside.submit(gc.isenabled).result()
    assert gc.isenabled()


def test_an_error_over_there_is_the_same_error_here() -> None:
    with begin_beside(os.getpid) as beside, pytest.raises(DataError, match="build the gazetteer"):
        beside.submit(load_index, Settings().seeds_dir).result()


def test_a_second_process_that_the_system_stops_is_told_in_one_sentence() -> None:
    with pytest.raises(ExportError, match="want of memory"), begin_beside(os.getpid) as beside:
        beside.submit(os._exit, 1).result()
