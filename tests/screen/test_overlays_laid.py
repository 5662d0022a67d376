"""A layer of the user's own is drawn light, complete, or refused in a sentence."""

from dataclasses import dataclass

import pytest
from shapely.geometry import LineString, Point

from dashboard.exchange.overlays import Overlay, OverlayFeature
from dashboard.model import ReadingError
from dashboard.screen.overlays import MOST_COLUMNS, MOST_FEATURES, OwnLayers, lay_over

WELL = OverlayFeature("Well 4", {"name": "Well 4", "state": "dry"}, Point(68.78, 38.56))


def test_feature_keeps_its_words_and_its_place() -> None:
    layer = lay_over(Overlay("wells", (WELL,)), file_name="wells.csv", number=1)

    [record] = layer.features
    assert record["label"] == "Well 4"
    assert record["columns"] == [["name", "Well 4"], ["state", "dry"]]
    assert record["shape"] == {"type": "Point", "coordinates": (68.78, 38.56)}
    assert layer.head()["count"] == 1


def test_line_loses_corners_that_cannot_be_seen() -> None:
    straight = LineString([(68 + step / 1000, 38) for step in range(1000)])
    road = OverlayFeature("", {}, straight)

    layer = lay_over(Overlay("roads", (road,)), file_name="roads.kml", number=2)

    assert len(layer.features[0]["shape"]["coordinates"]) == 2


def test_too_many_features_are_refused_with_the_remedy() -> None:
    many = Overlay("wells", (WELL,) * (MOST_FEATURES + 1))

    with pytest.raises(ReadingError, match=r"holds 5,001 features .* keep those that you need"):
        lay_over(many, file_name="wells.csv", number=1)


def test_cut_columns_are_said() -> None:
    wide = OverlayFeature("", {str(n): "x" for n in range(MOST_COLUMNS + 2)}, Point(1, 2))

    layer = lay_over(Overlay("wide", (wide,)), file_name="wide.csv", number=1)

    assert [notice.text for notice in layer.notices] == [
        "wide: of 42 columns the first 40 are shown."
    ]


@dataclass(frozen=True)
class Chosen:
    """A file as the page hands it over."""

    file_id: str
    name: str
    content: bytes

    def getvalue(self) -> bytes:
        return self.content


WELLS = Chosen("one", "wells.csv", b"name,lat,lon\nWell 4,38.9,68.2\n")


def test_upload_that_is_reported_twice_is_laid_once() -> None:
    own = OwnLayers()

    own.take([WELLS])
    own.take([WELLS, Chosen("two", "wells.csv", WELLS.content)])

    assert [layer.layer_id for layer in own.layers] == ["L1", "L2"]


def test_sentence_about_a_bad_file_stays_when_it_is_reported_again() -> None:
    own = OwnLayers()
    prices = Chosen("three", "prices.csv", b"item,price\nbread,2\n")

    own.take([prices])
    own.take([prices])

    [problem] = own.problems
    assert problem.startswith("prices.csv has no columns of coordinates")
