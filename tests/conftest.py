"""What every test leaves behind as it found it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def same_main_module() -> Iterator[None]:
    """Put back `__main__`, which Streamlit's `AppTest` replaces: second processes start from it."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
