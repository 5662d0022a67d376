"""The sums behind the map's drawing, tried where they run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ORIGIN = "http://127.0.0.1:1"


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """An empty page that finds the map's modules without a server."""
    page = browser.new_page()
    folder = Settings().static_dir
    page.route(
        f"{ORIGIN}/**",
        lambda route: (
            route.fulfill(path=folder / route.request.url.removeprefix(f"{ORIGIN}/"))
            if route.request.url.endswith(".js")
            else route.fulfill(body="<!doctype html>", content_type="text/html")
        ),
    )
    page.goto(f"{ORIGIN}/")
    yield page
    page.close()


def call(page: Page, module: str, function: str, *values: object) -> object:
    return page.evaluate(
        "async ([module, name, values]) => (await import(`/map/${module}.js`))[name](...values)",
        [module, function, list(values)],
    )


SQUARE_WITH_A_HOLE = [
    [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], [[1, 1], [3, 1], [3, 3], [1, 3], [1, 1]]]
]


@pytest.mark.parametrize(
    ("position", "is_in"), [([0.5, 0.5], True), ([2, 2], False), ([5, 2], False)]
)
def test_hole_of_an_area_is_outside_it(blank: Page, position: list[float], is_in: bool) -> None:  # noqa: FBT001
    assert call(blank, "shapes", "isInside", SQUARE_WITH_A_HOLE, position) is is_in


def test_positions_along_a_line_stand_at_equal_steps(blank: Page) -> None:
    assert call(blank, "shapes", "positionsAlong", [[[0, 0], [4, 0]]], 4) == [
        [1, 0],
        [2, 0],
        [3, 0],
    ]


def label(x: float, *, rank: int, is_required: bool = False) -> dict[str, object]:
    """One that would stand at x, or for a price 90 pixels farther to the right."""
    candidates = [
        {"boxes": [{"x": x + far, "y": 5, "w": 40, "h": 10}], "cost": far} for far in (0, 90)
    ]
    return {"rank": rank, "isRequired": is_required, "candidates": candidates}


def test_label_goes_where_it_hides_nothing(blank: Page) -> None:
    taken = {"x": 0, "y": 0, "w": 50, "h": 20}

    [chosen] = call(blank, "placer", "arrange", [label(10, rank=1)], [taken])

    assert chosen["boxes"][0]["x"] == 100


def test_more_important_label_wins_and_the_other_is_left_out(blank: Page) -> None:
    taken = {"x": 100, "y": 0, "w": 60, "h": 20}

    chosen = call(blank, "placer", "arrange", [label(20, rank=7), label(10, rank=2)], [taken])

    assert chosen[0] is None
    assert chosen[1]["boxes"][0]["x"] == 10


def test_marks_are_never_left_out(blank: Page) -> None:
    taken = {"x": 0, "y": 0, "w": 500, "h": 20}

    [chosen] = call(blank, "placer", "arrange", [label(10, rank=1, is_required=True)], [taken])

    assert chosen["boxes"][0]["x"] == 10


def test_long_name_is_broken_into_lines_of_like_length(blank: Page) -> None:
    lines = call(blank, "names", "broken", "border between Afghanistan and Pakistan", 26)

    assert lines == ["border between", "Afghanistan and Pakistan"]


def columns(*places: tuple[float, float]) -> dict[str, object]:
    many = range(len(places))
    return {
        "types": ["Battles", "Riots"],
        "statuses": ["reported"],
        "prefix": "E",
        "id": [str(number) for number in many],
        "at": list(many),
        "type": [number % 2 for number in many],
        "status": [0 for _ in many],
        "from": [10 * number for number in many],
        "days": [2 for _ in many],
        "title": None,
        "places": {
            "id": [f"p{number}" for number in many],
            "name": [f"Place {number}" for number in many],
            "lat": [lat for lat, _ in places],
            "lon": [lon for _, lon in places],
            "form": ["point" for _ in many],
            "loose": [False for _ in many],
        },
    }


GROUP = """
async ([crowd, zoom, range]) => {
  const sums = await import("/map/clusters.js");
  const ready = sums.prepare(crowd);
  const groups = sums.group(ready, zoom, (row) => sums.isInRange(ready, row, range));
  return groups.map(({ weight, rows }) => [weight, rows]);
}
"""


def test_marks_that_would_hide_each_other_are_one_group(blank: Page) -> None:
    crowd = columns((38.5, 68.8), (38.5, 68.9), (40.3, 69.6))

    far_out = blank.evaluate(GROUP, [crowd, 3, None])
    close_up = blank.evaluate(GROUP, [crowd, 11, None])

    assert far_out == [[3, [0, 1, 2]]]
    assert sorted(close_up) == [[1, [0]], [1, [1]], [1, [2]]]


OVERLAPS = """
async ([crowd, zoom]) => {
  const sums = await import("/map/clusters.js");
  const groups = sums.group(sums.prepare(crowd), zoom, () => true);
  const hides = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) < sums.radiusOf(a) + sums.radiusOf(b);
  const pairs = groups.flatMap((a, at) => groups.slice(at + 1).filter((b) => hides(a, b)));
  return [pairs.length, groups.reduce((sum, { weight }) => sum + weight, 0), groups.length > 3];
}
"""


@pytest.mark.parametrize("zoom", [4, 5, 6, 7])
def test_no_count_covers_another_one(blank: Page, zoom: int) -> None:
    # Dense in the north-west, thin in the south-east, as towns are.
    spots = [(37.0 - i % 83 * (i % 7) / 90, 36.0 + i % 97 * (i % 11) / 140) for i in range(600)]

    assert blank.evaluate(OVERLAPS, [columns(*spots), zoom]) == [0, 600, True]


def test_period_leaves_out_what_lies_outside_it(blank: Page) -> None:
    crowd = columns((38.5, 68.8), (10, 10), (-40, 120))

    assert blank.evaluate(GROUP, [crowd, 4, [11, 15]]) == [[1, [1]]]


def test_glyph_files_are_what_the_drawing_function_draws(blank: Page) -> None:
    glyphs = Settings().static_dir / "glyphs"
    draw = "async ([t, s]) => (await import('/map/marks.js'), Marks.glyph(t, s, 16, true))"

    drawn = blank.evaluate(draw, ["Riots", "reported"])

    assert (glyphs / "type-riots.svg").read_text(encoding="utf-8").strip() == drawn


def test_unknown_type_and_status_still_draw_a_mark(blank: Page) -> None:
    draw = "async () => (await import('/map/marks.js'), Marks.glyph('<b>', '<i>', 16))"

    drawn = blank.evaluate(draw)

    assert drawn.startswith("<svg")
    assert "<b>" not in drawn


TRIMMED = """
async ([from, to, west, east]) => {
  const { curve, trimmed } = await import("/map/curves.js");
  const line = curve([{ x: from, y: 0 }, { x: to, y: 0 }], 0);
  const within = (edge) => edge && (({ x }) => x > edge[0] && x < edge[1]);
  const cut = trimmed(line, [within(west), within(east)], 15);
  return [cut[0].x, cut.at(-1).x].map(Math.round);
}
"""


@pytest.mark.parametrize(
    ("areas", "ends"),
    [
        ((None, None), (14, 386)),
        (([-100, 120], None), (120, 386)),
        (([-100, 120], [300, 500]), (120, 300)),
        (([-100, 200], [200, 500]), (172, 228)),
        (([-100, 500], None), (0, 386)),
    ],
    ids=["towns", "area to town", "area to area", "neighbours", "within one area"],
)
def test_arrow_starts_at_the_edge_of_what_it_leaves(
    blank: Page, areas: tuple[list[int] | None, list[int] | None], ends: tuple[int, int]
) -> None:
    found = blank.evaluate(TRIMMED, [0, 400, *areas])

    assert found == pytest.approx(ends, abs=5)


def test_next_arrow_on_the_same_way_bends_farther(blank: Page) -> None:
    rise = """async (n) => {
      const { curve } = await import("/map/curves.js");
      return Math.max(...curve([{ x: 0, y: 0 }, { x: 100, y: 0 }], n).map(({ y }) => Math.abs(y)));
    }"""

    assert blank.evaluate(rise, 1) - blank.evaluate(rise, 0) > 5


@pytest.mark.parametrize(
    ("line", "is_in"),
    [
        ([[-1, 2], [5, 2]], True),
        ([[1, 1], [2, 2]], True),
        ([[-1, 5], [5, 6]], False),
        ([[-2, 1], [1, -2]], False),
    ],
    ids=["runs through", "within", "beyond", "past a corner"],
)
def test_line_is_in_view_if_any_part_of_it_is(
    blank: Page, line: list[list[int]], *, is_in: bool
) -> None:
    box = {"west": 0, "south": 0, "east": 4, "north": 4}
    geometry = {"type": "LineString", "coordinates": line}
    assert call(blank, "shapes", "touches", geometry, box) is is_in


def test_boxes_that_overlap_by_way_of_others_become_one(blank: Page) -> None:
    def item(name: str, x: int, width: int) -> dict[str, object]:
        box = {"x": x, "y": 0, "w": width, "h": 20}
        return {"members": [name], "boxes": [box], "x": x, "y": 10, "weight": 1}

    found = call(blank, "gather", "gather", [item("a", 0, 30), item("b", 20, 30), item("c", 90, 9)])

    assert isinstance(found, list)
    assert [sorted(group["members"]) for group in found] == [["a", "b"], ["c"]]
