"""A geopy geocoder over the local gazetteer, and an online one for those who turn it on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderServiceError, GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from dashboard.gazetteer.entries import Entry, Match
from dashboard.gazetteer.folding import fold
from dashboard.model import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dashboard.gazetteer.gazetteer import Gazetteer

USER_AGENT = "briefing-map/0.1 (offline dashboard, online lookup switched on by its user)"
SECONDS_BETWEEN_REQUESTS = 1.0
"""Nominatim's usage policy: at most one request a second."""
NEAREST_KM = 50.0
MOST_FOUND = 5
SEAT_DISCOUNT = 3
"""A province counts for a third of its people: a city comes before the namesake around it."""
MATCH_ORDER = (
    {Match.OWN},
    {Match.NAME, Match.ABBREVIATION, Match.OLD_NAME, Match.EXONYM},
    {Match.ALTERNATE, Match.ADJECTIVE},
    {Match.VARIANT},
)
GeopyResult: TypeAlias = Location | list[Location] | None


class NoAdapter(BaseSyncAdapter):  # type: ignore[misc] # geopy has no types
    """Stands where geopy keeps its connection; asking it for anything is an error."""

    # Any: the contract of geopy, which has no types
    def get_json(self, url: str, *, timeout: Any, headers: Any) -> Any:  # noqa: ARG002
        """Refuse: the local geocoder never asks the network."""
        raise GeocoderServiceError(self._refusal(url))

    def get_text(self, url: str, *, timeout: Any, headers: Any) -> Any:  # noqa: ARG002
        """Refuse: the local geocoder never asks the network."""
        raise GeocoderServiceError(self._refusal(url))

    def _refusal(self, url: str) -> str:
        return f"the local geocoder does not use the network (asked for {url})"


class LocalGeocoder(Geocoder):  # type: ignore[misc] # geopy has no types
    """geopy's geocoder contract over the gazetteer on this machine: no network, ever."""

    is_online = False

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__(adapter_factory=NoAdapter)
        self._gazetteer = gazetteer

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's contract; nothing to wait for
        limit: int | None = None,
    ) -> GeopyResult:
        """
        Return the best place for a query, or with `exactly_one=False` all, best first.

        "X, Y" and "X, Y, Z" mean an X that lies in Y and Z. `None` when nothing is known, as
        geopy has it. `Location.raw["entry"]` is the gazetteer's `Entry`.
        """
        entries = self._search(query)
        return _as_result([_locate(e, self._describe(e)) for e in entries[:limit]], exactly_one)

    def _search(self, query: str) -> Sequence[Entry]:
        whole = self._gazetteer.find(query)
        name, *parents = [part.strip() for part in query.split(",")]
        if parents and not whole:
            found = self._gazetteer.find(name)
            whole = tuple(e for e in found if all(self.lies_in(e, p) for p in parents if p))
        return sorted(whole, key=_order)

    def lies_in(self, entry: Entry, parent: str) -> bool:
        """Whether a place lies in (or touches) a country, province, district or region named."""
        around = {e.place_id for e in self._gazetteer.within(entry.place_id)}
        around |= {f"country:{country}" for country in entry.countries}
        for candidate in self._gazetteer.find(parent):
            if candidate.place_id in around:
                return True
            is_area = candidate.feature_class == "L" and candidate.countries
            if is_area and entry.country in candidate.countries:
                return True
        return False

    def reverse(
        self,
        query: Any,  # Any: geopy takes a Point, a pair or a string
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's contract; nothing to wait for
    ) -> GeopyResult:
        """Return the populated places within 50 km of a point, the nearest first."""
        point = Point(query)
        near = self._gazetteer.near(point.latitude, point.longitude, km=NEAREST_KM)
        found = [e for _, e in near if e.feature_class == "P"]
        return _as_result([_locate(e, self._describe(e)) for e in found], exactly_one)

    def _describe(self, entry: Entry) -> str:
        parents = [p.name for p in self._gazetteer.within(entry.place_id)]
        names = [entry.name, *(n for n in parents if fold(n) != fold(entry.name))]
        return ", ".join(names)


class OnlineFallback:
    """
    Ask Nominatim for what the local geocoder does not know.

    Made only when the user turns it on: it sends the names that are not found to
    nominatim.openstreetmap.org. `is_online` says so to the page.
    """

    is_online = True

    def __init__(
        self,
        local: LocalGeocoder,
        *,
        adapter_factory: Callable[..., BaseSyncAdapter] | None = None,
        seconds_between: float = SECONDS_BETWEEN_REQUESTS,
    ) -> None:
        self._local = local
        service = Nominatim(user_agent=USER_AGENT, adapter_factory=adapter_factory, timeout=10)
        options = {"min_delay_seconds": seconds_between, "max_retries": 0}
        self._ask = RateLimiter(service.geocode, swallow_exceptions=False, **options)
        self._ask_reverse = RateLimiter(service.reverse, swallow_exceptions=False, **options)

    def geocode(self, query: str, *, exactly_one: bool = True) -> GeopyResult:
        """Return what is known locally, else what Nominatim answers."""
        found = self._local.geocode(query, exactly_one=exactly_one)
        return found or self._answer(self._ask, query, exactly_one=exactly_one)

    def reverse(self, query: Any, *, exactly_one: bool = True) -> GeopyResult:  # Any: as geopy
        """Return the nearest places known locally, else what Nominatim answers."""
        found = self._local.reverse(query, exactly_one=exactly_one)
        return found or self._answer(self._ask_reverse, query, exactly_one=exactly_one)

    def _answer(self, ask: RateLimiter, query: Any, *, exactly_one: bool) -> GeopyResult:
        try:
            return ask(query, exactly_one=exactly_one)
        except GeopyError as error:
            msg = f"The online place search did not answer ({error}); try again or switch it off."
            raise GazetteerError(msg) from error


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that was looked up by hand, and who knows it."""

    address: str
    lat: float
    lon: float
    source: str


def find_places(
    query: str, local: LocalGeocoder, *, online: OnlineFallback | None = None
) -> tuple[FoundPlace, ...]:
    """
    Return the places that a query may mean, best first; asked online only what is not known.

    Raises `GazetteerError` when the online search does not answer.
    """
    found, source = local.geocode(query, exactly_one=False, limit=MOST_FOUND), "on this computer"
    if found is None and online is not None:
        found, source = online.geocode(query, exactly_one=False), "OpenStreetMap, online"
    places = found if isinstance(found, list) else []
    return tuple(FoundPlace(p.address, p.latitude, p.longitude, source) for p in places)


def _order(entry: Entry) -> tuple[int, float]:
    quality = next(at for at, group in enumerate(MATCH_ORDER) if entry.match in group)
    people = entry.population or 0
    is_division = entry.feature_code.startswith("ADM")
    return quality, -(people / SEAT_DISCOUNT if is_division else people)


def _locate(entry: Entry, address: str) -> Location:
    raw = {
        "place_id": entry.place_id,
        "name": entry.name,
        "countries": list(entry.countries),
        "feature": entry.feature_code,
        "population": entry.population,
        "geonameid": entry.geonameid,
        "match": entry.match.value,
        "precision": entry.precision.value,
        "note": entry.note,
        "entry": entry,
    }
    return Location(address, Point(entry.lat, entry.lon), raw)


def _as_result(locations: list[Location], exactly_one: bool) -> GeopyResult:  # noqa: FBT001 - geopy's word
    if not locations:
        return None
    return locations[0] if exactly_one else locations
