"""Event tables of others: codes kept, words opened, nothing invented. The rows are made up."""

import csv
import io
from datetime import date
from types import SimpleNamespace

import pytest
from shapely.geometry import Polygon, box

from dashboard.exchange.event_tables import read_event_table, tell_dataset
from dashboard.exchange.gdelt import COLUMNS_BY_COUNT
from dashboard.exchange.row_places import GazetteerLookup
from dashboard.model import Briefing, DatePrecision, Event, EventType, Precision, ReadingError, Toll

HOMS = box(36, 34, 39, 35)


class Lookup:
    """A gazetteer of one country and one province."""

    def country_code(self, name: str) -> str | None:
        """Return the code of Syria or Yemen."""
        return {"Syria": "SY", "Yemen": "YE"}.get(name)

    def province_id(self, name: str, country: str) -> str | None:
        """Return the id of Homs."""
        return "province:SY-HI" if (name, country) == ("Homs Governorate", "SY") else None

    def shape_of(self, place_id: str) -> Polygon | None:
        """Return the outline of Homs."""
        return HOMS if place_id == "province:SY-HI" else None


UCDP = {
    "id": "7001.0", "type_of_violence": "1.0", "dyad_name": "Government of Syria - Some Front",
    "side_a": "Government of Syria", "side_b": "Some Front", "source_office": "Some Agency",
    "source_date": "2016-01-02", "source_headline": "Shells hit a village near Homs",
    "source_original": "an observer", "where_prec": "1", "where_coordinates": "Sample village",
    "adm_1": "Homs Governorate", "latitude": "34.80", "longitude": "36.70", "country": "Syria",
    "date_prec": "2", "date_start": "2016-01-01", "date_end": "2016-01-03", "deaths_a": "1",
    "deaths_b": "2", "deaths_civilians": "0", "deaths_unknown": "0", "low": "3", "best": "3",
    "high": "5",
}  # fmt: skip
ACLED = {
    "event_id_cnty": "SYR1", "event_date": "02 January 2016", "time_precision": "2",
    "event_type": "Explosions/Remote violence", "sub_event_type": "Grenade",
    "actor1": "Some Front", "inter1": "2", "actor2": "Civilians (Syria)", "inter2": "Civilians",
    "assoc_actor_2": "Farmers", "country": "Syria", "admin1": "Homs Governorate",
    "location": "Sample village", "latitude": "34.8", "longitude": "36.7", "geo_precision": "2",
    "source": "A Paper", "notes": "On 2 January a grenade went off in a field.",
    "fatalities": "0",
}  # fmt: skip


def table(*rows: dict[str, str]) -> bytes:
    lines = io.StringIO()
    writer = csv.DictWriter(lines, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return lines.getvalue().encode()


def read(raw: bytes) -> Briefing:
    return read_event_table(raw, file_name="rows.csv", lookup=Lookup())


def only_event(raw: bytes) -> Event:
    (event,) = read(raw).events
    return event


def test_a_ucdp_row_keeps_its_codes() -> None:
    event = only_event(table(UCDP))
    assert (event.type, event.sub_type) == (EventType.BATTLES, "State-based violence (UCDP)")
    assert event.when.precision is DatePrecision.DAYS
    assert (event.when.start, event.when.end) == (date(2016, 1, 1), date(2016, 1, 3))
    assert (event.when.edtf, event.when.words) == ("2016-01-01/2016-01-03", "1 to 3 January 2016")
    assert (event.killed.low, event.killed.high) == (3, 5)
    assert "best estimate 3, side A 1" in str(event.killed.text)
    assert event.injured == Toll()
    assert event.coded_by == "UCDP GED"


def test_every_mark_opens_the_words_of_its_row() -> None:
    briefing = read(table(UCDP, UCDP | {"id": "7002", "source_headline": "Another headline"}))
    article, second = briefing.articles[0], briefing.events[1]
    headline, facts = (span.of(article.text) for span in second.evidence)
    assert headline == second.trigger.of(article.text) == "Another headline"
    assert facts.startswith("Sample village, Syria. 1 to 3 January 2016. Some Agency, 2016-01-02.")
    assert second.when.span is not None
    assert second.when.span.of(article.text) == "1 to 3 January 2016"
    mention = second.places[0].mention
    assert mention.span.of(article.text) == mention.surface == "Sample village"


@pytest.mark.parametrize(
    ("code", "precision", "place_id"),
    [("1", Precision.CITY_AREA, None), ("2", Precision.CITY_AREA, None),
     ("3", Precision.PROVINCE, None), ("4", Precision.PROVINCE, "province:SY-HI"),
     ("5", Precision.REGION, None), ("6", Precision.COUNTRY, "country:SY"),
     ("7", Precision.REGION, None)],
)  # fmt: skip
def test_the_precision_of_a_ucdp_place_is_kept(
    code: str, precision: Precision, place_id: str | None
) -> None:
    place = only_event(table(UCDP | {"where_prec": code})).places[0].place
    assert place.precision is precision
    assert place.countries == ("SY",)
    assert place.place_id == place_id or place.place_id.startswith("own:")
    assert (place.geometry == HOMS) is (code == "4")


@pytest.mark.parametrize(
    ("name", "precision"),
    [("Sample town", Precision.CITY_AREA), ("Sample village", Precision.CITY_AREA),
     ("Sample airbase", Precision.POINT), ("Sample", Precision.POINT)],
)  # fmt: skip
def test_an_exact_ucdp_place_is_a_point_unless_a_whole_town_is_named(
    name: str, precision: Precision
) -> None:
    row = UCDP | {"where_prec": "1", "where_coordinates": name}
    assert only_event(table(row)).places[0].place.precision is precision


def test_a_country_with_its_old_name_in_brackets_is_found() -> None:
    place = only_event(table(UCDP | {"country": "Yemen (North Yemen)"})).places[0].place
    assert place.countries == ("YE",)


class Ids:
    """A gazetteer that knows one province, under its bare name."""

    def find(self, name: str) -> list[SimpleNamespace]:
        """Return the province for its name and nothing for another."""
        entry = SimpleNamespace(place_id="province:SY-RA", country="SY")
        return [entry] if name == "Ar Raqqah" else []


def test_a_province_is_found_with_and_without_its_word() -> None:
    lookup = GazetteerLookup(Ids(), SimpleNamespace())  # type: ignore[arg-type] # a fake
    assert lookup.province_id("Ar Raqqah Governorate", "SY") == "province:SY-RA"
    assert lookup.province_id("Ar Raqqah", "SY") == "province:SY-RA"
    assert lookup.province_id("Ar Raqqah", "IQ") is None


def test_an_acled_row_keeps_its_codes() -> None:
    event = only_event(table(ACLED))
    assert (event.type, event.sub_type) == (EventType.EXPLOSIONS, "Grenade")
    assert event.when.precision is DatePrecision.WEEK
    assert event.killed == Toll(0, 0, "0")
    assert [(a.name, a.role, a.actor_class) for a in event.actors] == [
        ("Some Front", "actor", "rebel group"),
        ("Civilians (Syria)", "target", "civilians"),
        ("Farmers", "assistant", None),
    ]
    place = event.places[0].place
    assert place.precision is Precision.CITY_AREA
    assert "geo_precision 2" in str(place.note)


def test_an_area_is_called_by_its_own_name_and_not_by_the_town_of_its_row() -> None:
    event = only_event(table(ACLED | {"geo_precision": "3"}))
    (at,) = event.places
    assert (at.place.place_id, at.place.name) == ("province:SY-HI", "Homs Governorate")
    assert at.mention.surface == "Sample village"


def gdelt_line(version: int, **cells: str) -> bytes:
    columns = COLUMNS_BY_COUNT[version]
    return ("\t".join(cells.get(name, "") for name in columns) + "\n").encode()


GDELT = {
    "globaleventid": "410000001", "sqldate": "20160102", "actor1name": "REBEL",
    "actor2name": "MILITARY", "eventcode": "195", "quadclass": "4", "actiongeo_type": "4",
    "actiongeo_fullname": "Homs, Hims, Syria", "actiongeo_lat": "34.73",
    "actiongeo_long": "36.71", "sourceurl": "http://paper.example/a",
}  # fmt: skip


@pytest.mark.parametrize("version", [58, 61])
def test_gdelt_files_without_a_header_are_read(version: int) -> None:
    event = only_event(gdelt_line(version, **GDELT))
    assert (event.type, event.sub_type) == (EventType.EXPLOSIONS, "Air/drone strike")
    assert event.coded_by == "GDELT, coded by a machine"
    assert event.places[0].place.name == "Homs"
    assert event.killed == Toll()


def test_machine_coded_rows_are_marked() -> None:
    notices = [notice.text for notice in read(gdelt_line(61, **GDELT)).articles[0].notices]
    assert any("Machines coded these rows" in words for words in notices)


@pytest.mark.parametrize(
    ("raw", "dataset"),
    [(table(UCDP), "UCDP GED"), (table(ACLED), "ACLED"), (gdelt_line(61, **GDELT), "GDELT"),
     (b"a,b\n1,2\n", None), (b"", None), (bytes(range(256)), None)],
)  # fmt: skip
def test_a_dataset_is_told_by_its_columns(raw: bytes, dataset: str | None) -> None:
    assert tell_dataset(raw) == dataset


def test_a_row_without_coordinates_has_no_mark_and_says_why() -> None:
    briefing = read(table(UCDP | {"latitude": "", "longitude": ""}))
    assert briefing.events[0].not_drawn_because == "the row gives no coordinates"
    assert briefing.events[0].places == ()
    assert "1 row without coordinates" in briefing.articles[0].notices[-1].text


@pytest.mark.parametrize(
    ("change", "words"),
    [({"latitude": "134"}, "no place on Earth"), ({"low": "many"}, "low is 'many'"),
     ({"date_start": "soon"}, "not a date"), ({"type_of_violence": "9"}, "not 1, 2 or 3")],
)  # fmt: skip
def test_a_bad_row_is_named_and_the_others_are_kept(change: dict[str, str], words: str) -> None:
    briefing = read(table(UCDP, UCDP | change))
    assert len(briefing.events) == 1
    assert "1 row could not be used: row 3: " in briefing.articles[0].notices[-1].text
    assert words in briefing.articles[0].notices[-1].text


def test_a_table_of_another_kind_is_refused() -> None:
    with pytest.raises(ReadingError, match="lacks the columns"):
        read(b"name,age\na,1\n")


def test_a_table_without_a_usable_row_is_refused() -> None:
    with pytest.raises(ReadingError, match=r"no row that can be used; row 2: .*Check the export"):
        read(table(UCDP | {"latitude": "134"}))
