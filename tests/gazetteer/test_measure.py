"""The figures that `make bench` prints about the gazetteer."""

from itertools import count

from dashboard.gazetteer.measure import measure_gazetteer
from dashboard.settings import Settings


def test_measures_are_made_of_the_clock_it_is_given() -> None:
    ticks = count()
    figures = measure_gazetteer(
        Settings().data_dir, "From Khujand to Dushanbe.", clock=lambda: float(next(ticks))
    )
    assert (figures["open_s"], figures["scan_characters_per_s"]) == (1.0, 25.0)
    assert figures["places"] > 280_000
