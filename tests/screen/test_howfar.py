"""Distances between shapes, in words that say what was measured."""

import pytest
from shapely.geometry import LineString, Point, box

from dashboard.gazetteer import load_gazetteer
from dashboard.geography import load_atlas
from dashboard.geography.nearest import gap_between
from dashboard.screen.howfar import Finder, Thing, answer_question, how_far
from dashboard.settings import Settings
from tests.samples import PLACES

VALLEY = Thing("the valley", box(70, 38, 71, 39), "Its edge is rough.")
BORDER = Thing("the border", LineString([(60, 40), (80, 40)]))


def test_valley_is_measured_from_its_edge_to_the_border_line() -> None:
    answer = how_far(VALLEY, BORDER)

    assert answer.words == (
        "The valley is about 111 km from the border, which lies to the north (000\u00b0). Measured "
        "from the edge of the valley to the line of the border, where they are nearest. "
        "The valley: Its edge is rough."
    )
    assert answer.ends is not None
    assert [round(lat) for lat, _ in answer.ends] == [39, 40]


def test_what_meets_is_nought_apart() -> None:
    across = Thing("the road", LineString([(70.5, 39), (70.5, 41)]))

    assert how_far(across, BORDER).words == (
        "0 km: the road and the border meet. The line of the road reaches it."
    )


def test_town_in_the_valley_is_said_to_lie_in_it() -> None:
    town = Thing("Gharm", Point(70.4, 38.6))

    words = how_far(town, VALLEY).words

    assert words.startswith("0 km: Gharm lies in the valley. For the way out of it, ask for")


def test_nearest_points_are_true_in_the_far_north_and_over_the_date_line() -> None:
    north = gap_between(Point(0, 70), LineString([(10, 60), (10, 80)]))
    date_line = gap_between(Point(179.5, -17), Point(-179.5, -17))

    assert round(north.there.y, 1) == 70.3, "the shortest way bends towards the pole"
    assert round(date_line.km) == 106
    assert round(date_line.bearing) == 90


@pytest.fixture(scope="module")
def finder() -> Finder:
    data_dir = Settings().data_dir
    page = {"region:rasht-valley": PLACES["region:rasht-valley"]}
    return Finder(page, load_gazetteer(data_dir), load_atlas(data_dir))


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("rasht valley", "Rasht Valley", "Polygon"),
        ("the Kyrgyz border", "the border of Kyrgyzstan", "LineString"),
        ("border of Kyrgyzstan", "the border of Kyrgyzstan", "LineString"),
        ("Kyrgyzstan's border", "the border of Kyrgyzstan", "LineString"),
        ("Tajik-Afghan border", "the border between Tajikistan and Afghanistan", "LineString"),
        ("Khujand", "Khujand", "Point"),
        ("38.56, 68.79", "the spot 38.56, 68.79", "Point"),
    ],
)
def test_names_are_found_as_a_reader_types_them(
    finder: Finder, words: str, name: str, kind: str
) -> None:
    thing = finder.find(words)

    assert thing is not None
    assert thing.name == name
    assert thing.shape.geom_type.removeprefix("Multi") == kind


def test_question_about_the_valley_and_the_border_is_answered(finder: Finder) -> None:
    answer = answer_question([("Rasht Valley", None), ("the Kyrgyz border", None)], finder)

    assert answer.words.startswith("Rasht Valley is about ")
    assert "from the border of Kyrgyzstan, which lies to the north" in answer.words


def test_name_that_nobody_knows_is_said(finder: Finder) -> None:
    answer = answer_question([("Rasht Valley", None), ("Zzyzxland", None)], finder)

    assert answer.ends is None
    assert answer.words.startswith("\u201cZzyzxland\u201d is not known here.")
