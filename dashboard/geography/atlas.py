"""The atlas: shapes by place id, countries at a point, borders between countries."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import Point

from dashboard.geography.borders import BORDERS, CLAIM, BorderFinder
from dashboard.geography.frames import WGS84
from dashboard.geography.layers import (
    BorderView,
    DisputedArea,
    load_disputed,
    load_layer,
    load_regions,
)
from dashboard.geography.parts import Direction, areas_of, cut_part
from dashboard.model import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

DE_FACTO = BorderView.DE_FACTO
RECOGNISED = BorderView.RECOGNISED
DIRECTIONS = frozenset(str(direction) for direction in Direction)
NEIGHBOUR_GAP_DEGREES = 2.0**-11
"""Two outlines of one border, drawn by two sources, may lie this far apart (about 50 m)."""


def load_atlas(data_dir: Path) -> Atlas:
    """Open the atlas over the built layers; each is read when first asked for."""
    if not (data_dir / "countries.parquet").is_file():
        msg = f"no built layers in {data_dir}; run `python data/build.py`"
        raise DataError(msg)
    return Atlas(data_dir)


class Atlas:
    """Shapes on the ground. All are EPSG:4326; nothing here changes once read."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._finders: dict[BorderView, BorderFinder] = {}
        self._parts: dict[tuple[str, BorderView], BaseGeometry | None] = {}

    def shape_of(self, place_id: str, *, view: BorderView = DE_FACTO) -> BaseGeometry | None:
        """Return the outline or line of a place id; `None` for a point or an unknown id."""
        key = (place_id, view)
        if key not in self._parts:
            self._parts[key] = self._make_shape(place_id, view)
        return self._parts[key]

    def part_of(
        self, place_id: str, direction: Direction | str, *, view: BorderView = DE_FACTO
    ) -> BaseGeometry | None:
        """Return the part of a place that lies in a direction; see `cut_part` for the rule."""
        return self.shape_of(f"part:{place_id}:{Direction(direction)}", view=view)

    def countries_at(
        self, lat: float, lon: float, *, view: BorderView = RECOGNISED
    ) -> tuple[str, ...]:
        """
        Return the countries at a point: the home country first, then other claimants.

        On a border both neighbours, in a disputed area all claimants, at sea the country within
        12 nautical miles or none. The recognised view agrees with the codes of GeoNames and ISO.
        """
        point = Point((lon + 180) % 360 - 180, lat)
        located = self._finder(view).locate(point)
        return tuple(dict.fromkeys((*located.countries, *located.claimants)))

    def border_between(
        self, first: str, second: str, *, view: BorderView = DE_FACTO
    ) -> BaseGeometry | None:
        """Return the line between two countries (alpha-2); `None` if they are no neighbours."""
        changed = set(self._recognised["country"]) if view is RECOGNISED else set()
        if not {first, second} & changed:
            between = self._lines_between.get(frozenset({first, second}), [])
            drawn = [line for line_view, line in between if line_view in {"both", view}]
            if drawn:
                return shapely.line_merge(shapely.union_all(drawn))
        return self._shared_edge(first, second, view)

    def borders(self, view: BorderView = RECOGNISED) -> gpd.GeoDataFrame:
        """Return the outlines that `join_borders` takes, the disputed areas among them."""
        units = self._units(view)
        homes = {
            part.removeprefix("unit:"): area.home
            for area in self.disputed
            for part in area.composition
        }
        countries = units.assign(
            country=[
                c or homes.get(a3) for c, a3 in zip(units["country"], units["a3"], strict=True)
            ],
            claimants=[()] * len(units),
        )
        frame = pd.concat([countries, self._claims], ignore_index=True)
        frame = frame[[*BORDERS.columns, "geometry"]]
        BORDERS.check(frame)
        return frame

    def disputed_shape(self, area: DisputedArea) -> BaseGeometry:
        """Return the outline of a disputed area."""
        parts = [self._disputed_part(part) for part in area.composition]
        if any(part is None or part.is_empty for part in parts):
            msg = f"data/disputed.csv: {area.area_id} names an outline that is not in the layers"
            raise DataError(msg)
        return shapely.union_all(parts)

    @cached_property
    def disputed(self) -> tuple[DisputedArea, ...]:
        """The areas that more than one state claims."""
        return load_disputed(self._data_dir)

    @cached_property
    def boundaries(self) -> gpd.GeoDataFrame:
        """Boundary lines of both views, by class."""
        return load_layer(self._data_dir, "boundaries")

    @cached_property
    def provinces(self) -> gpd.GeoDataFrame:
        """First-level divisions."""
        return load_layer(self._data_dir, "provinces")

    def countries(self, view: BorderView = DE_FACTO) -> gpd.GeoDataFrame:
        """Return the outlines of countries and dependencies in a view."""
        return self._units(view)

    @cached_property
    def _de_facto(self) -> gpd.GeoDataFrame:
        return load_layer(self._data_dir, "countries")

    @cached_property
    def _recognised(self) -> gpd.GeoDataFrame:
        return load_layer(self._data_dir, "countries_recognised")

    @cached_property
    def _regions(self) -> pd.DataFrame:
        return load_regions(self._data_dir)

    @cached_property
    def _claims(self) -> gpd.GeoDataFrame:
        """Outlines of what several states claim; what one state alone claims is no dispute."""
        areas = [area for area in self.disputed if len(area.claimants) > 1]
        return gpd.GeoDataFrame(
            {
                "country": None,
                "name": [area.name for area in areas],
                "kind": CLAIM,
                "claimants": [area.claimants for area in areas],
            },
            geometry=[self.disputed_shape(area) for area in areas],
            crs=WGS84,
        )

    @cached_property
    def _lines_between(self) -> dict[frozenset[str | None], list[tuple[str, BaseGeometry]]]:
        """The boundary lines by the two countries that they part, each with the view it is of."""
        lines, found = self.boundaries, defaultdict(list)
        for left, right, view, line in zip(
            lines["left"], lines["right"], lines["view"], lines.geometry, strict=True
        ):
            found[frozenset({left, right})].append((view, line))
        return dict(found)

    @cached_property
    def _water_shapes(self) -> dict[str, BaseGeometry]:
        layers = [load_layer(self._data_dir, name) for name in ("lakes", "rivers", "seas")]
        return {
            place_id: shape
            for layer in layers
            for place_id, shape in zip(layer["place_id"], layer.geometry, strict=True)
        }

    @cached_property
    def _province_shapes(self) -> dict[str, BaseGeometry]:
        return dict(zip(self.provinces["province_id"], self.provinces.geometry, strict=True))

    def _units(self, view: BorderView) -> gpd.GeoDataFrame:
        if view is DE_FACTO:
            return self._de_facto
        replaced = {a3 for codes in self._recognised["replaces"] for a3 in codes.split(";")}
        kept = self._de_facto[~self._de_facto["a3"].isin(replaced)]
        changed = self._recognised.drop(columns="replaces")
        return gpd.GeoDataFrame(pd.concat([kept, changed], ignore_index=True), crs=WGS84)

    def _finder(self, view: BorderView) -> BorderFinder:
        if view not in self._finders:
            self._finders[view] = BorderFinder(self.borders(view))
        return self._finders[view]

    def _make_shape(self, place_id: str, view: BorderView) -> BaseGeometry | None:
        kind, _, rest = place_id.partition(":")
        makers: dict[str, Callable[[], BaseGeometry | None]] = {
            "country": lambda: self._country_shape(rest, view),
            "province": lambda: self._province_shapes.get(rest),
            "water": lambda: self._water_shapes.get(place_id),
            "region": lambda: self._region_shape(rest),
            "border": lambda: self._border_shape(rest, view),
            "part": lambda: self._part_shape(rest, view),
        }
        return makers[kind]() if kind in makers else None

    def _border_shape(self, rest: str, view: BorderView) -> BaseGeometry | None:
        first, _, second = rest.partition("-")
        return self.border_between(first, second, view=view)

    def _country_shape(self, alpha2: str, view: BorderView) -> BaseGeometry | None:
        units = self._units(view)
        own = units[units["country"] == alpha2]
        return _union(own.geometry) if len(own) else None

    def _region_shape(self, region_id: str) -> BaseGeometry | None:
        if region_id not in self._regions.index:
            return None
        row = self._regions.loc[region_id]
        if row["geometry"] is not None:
            return row["geometry"]
        members = [member for member in row["composition"].split(";") if member]
        shapes = {member: self.shape_of(member) for member in members}
        lost = sorted(member for member, shape in shapes.items() if shape is None)
        if lost or not members:
            msg = f"data/regions.csv: {region_id} is made of unknown {', '.join(lost) or 'nothing'}"
            raise DataError(msg)
        return _union(list(shapes.values()))

    def _part_shape(self, rest: str, view: BorderView) -> BaseGeometry | None:
        """`country:KG:south` is a directional part, `region:fergana-valley:UZ` a country's."""
        whole, _, last = rest.rpartition(":")
        shape = self.shape_of(whole, view=view)
        if shape is None:
            return None
        if last in DIRECTIONS:
            return cut_part(shape, Direction(last))
        country = self.shape_of(f"country:{last}", view=view)
        part = areas_of(shape.intersection(country)) if country is not None else None
        return None if part is None or part.is_empty else part

    def _shared_edge(self, first: str, second: str, view: BorderView) -> BaseGeometry | None:
        ends = [self._country_shape(code, view) for code in (first, second)]
        if ends[0] is None or ends[1] is None or not ends[0].dwithin(ends[1], 0):
            return None
        near = ends[1].boundary.buffer(NEIGHBOUR_GAP_DEGREES)
        edge = _lines_of(ends[0].boundary.intersection(near))
        return shapely.line_merge(shapely.union_all(edge)) if edge else None

    def _disputed_part(self, part: str) -> BaseGeometry | None:
        kind, _, code = part.partition(":")
        if kind == "shift":
            loser, gainer = (f"country:{end}" for end in code.split(">"))
            held, due = self.shape_of(loser), self.shape_of(gainer, view=RECOGNISED)
            return held.intersection(due) if held is not None and due is not None else None
        if kind == "province":
            return self.shape_of(part)
        own_row = self._units(RECOGNISED if kind == "recognised" else DE_FACTO)
        rows = own_row[own_row["a3"] == code]
        if not len(rows):
            rows = self._recognised[self._recognised["a3"] == code]
        return _union(rows.geometry) if len(rows) else None


def _union(shapes: Iterable[BaseGeometry]) -> BaseGeometry:
    """
    Join shapes into one.

    Neighbours of one layer share their edges to the last digit and are joined by those, ten times
    as fast. Where they do not (provinces beside countries) GEOS refuses or the result shows it.
    """
    parts = list(shapes)
    if len(parts) == 1:
        return parts[0]
    try:
        joined = shapely.coverage_union_all(parts)
    except shapely.GEOSException:
        return shapely.union_all(parts)
    return joined if joined.is_valid else shapely.union_all(parts)


def _lines_of(shape: BaseGeometry) -> list[BaseGeometry]:
    kept: Iterable[BaseGeometry] = shapely.get_parts(shape)
    return [part for part in kept if part.geom_type == "LineString"]
