"""A small hand-made briefing over every type, status and precision, for tests.

The incidents are made up; the towns are real, the outlines rough.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from shapely.ops import unary_union

from dashboard.model import (
    Actor,
    Article,
    Briefing,
    Claim,
    DatePrecision,
    Event,
    EventPlace,
    EventType,
    Flow,
    FlowKind,
    Mention,
    MentionKind,
    Place,
    Precision,
    Resolution,
    Span,
    Status,
    Toll,
    When,
    Zone,
    ZoneKind,
)

TITLE = "A made-up week in the hills"
BODY = (
    TITLE
    + """

Soldiers fought an armed band in the Rasht Valley on 3 May. Officials counted five dead among \
the troops; a local paper counted nine. More sweeps of the Rasht Valley will follow, the \
ministry said.

In Dushanbe the police arrested four men on 4 May. A grenade went off outside a Dushanbe market \
the same evening, a group calling itself the Dawn Front said, and it claimed the act as its own. \
A bus blew up near Khujand; the mayor spoke of a gas bottle, his deputy of a bomb. Two farmers \
were taken from a field outside Isfara, their families say.

About forty people marched quietly through Khorugh on 6 May. A crowd burned three shops in \
southern Kyrgyzstan in April. A cell may be gathering in the Fergana Valley, analysts think. \
An aircraft struck a camp in Kunduz province, killing at least twelve fighters.

Guards are to be doubled along the Tajik-Afghan border next month. If the talks fail, fighting \
could return to Tajikistan. A shepherd was perhaps beaten in Uzbekistan. The states of Central \
Asia plan to sign a pact in June. Nothing was reported from Tashkent or Osh. The Tajik \
government would not comment. Somewhere, a bridge was looted.
"""
)


def _ring(*corners: tuple[float, float]) -> Polygon:
    return Polygon(corners)


RASHT = _ring((69.9, 38.75), (70.4, 38.95), (71.2, 39.25), (71.5, 39.2), (70.6, 38.8), (70.0, 38.6))
FERGANA = _ring(
    (69.6, 40.2), (70.5, 40.9), (71.5, 41.4), (72.6, 41.1), (73.2, 40.7), (72.3, 40.2), (70.8, 40.1)
)
SOUTH_KYRGYZSTAN = _ring(
    (69.6, 39.6), (71.0, 39.5), (73.6, 39.5), (74.8, 40.5), (73.2, 41.2), (72.5, 40.3), (70.5, 39.9)
)
KUNDUZ = _ring((68.0, 36.6), (68.2, 37.1), (69.2, 37.2), (69.3, 36.6), (68.7, 36.3))
BORDER = LineString(
    [
        (67.8, 37.2),
        (68.8, 37.3),
        (69.5, 37.6),
        (70.3, 38.4),
        (71.3, 38.0),
        (71.6, 36.7),
        (74.8, 37.3),
    ]
)
TAJIKISTAN = _ring(
    (67.4, 37.2), (69.5, 37.5), (71.5, 36.7), (75.1, 37.4), (73.7, 39.4), (69.3, 39.6),
    (70.7, 41.0), (68.1, 40.1), (67.4, 38.9)
)  # fmt: skip
UZBEKISTAN = _ring(
    (56.0, 41.3), (56.0, 45.3), (61.0, 44.4), (66.7, 41.2), (73.1, 40.8), (67.7, 37.2)
)
CENTRAL_ASIA = unary_union([TAJIKISTAN, UZBEKISTAN, box(69.3, 39.2, 80.2, 43.2)])


def _place(
    place_id: str, name: str, at: tuple[float, float], precision: Precision, **more: object
) -> Place:
    return Place(place_id, name, at[0], at[1], precision, **{"feature": "PPL", **more})  # type: ignore[arg-type]


PLACES = {
    place.place_id: place
    for place in (
        _place("gn:1221874", "Dushanbe", (38.5598, 68.787), Precision.CITY_AREA,
               feature="PPLC", countries=("TJ",), geonameid=1221874,
               geometry=Point(68.787, 38.5598)),
        _place("gn:1514879", "Khujand", (40.2826, 69.6222), Precision.CITY_AREA,
               feature="PPLA", countries=("TJ",), geonameid=1514879),
        _place("gn:1514876", "Isfara", (40.1265, 70.6253), Precision.CITY_AREA,
               feature="PPL", countries=("TJ",)),
        _place("gn:1221328", "Khorugh", (37.4897, 71.5531), Precision.CITY_AREA,
               feature="PPLA", countries=("TJ",)),
        _place("gn:1512569", "Tashkent", (41.2995, 69.2401), Precision.CITY_AREA,
               feature="PPLC", countries=("UZ",)),
        _place("gn:1527534", "Osh", (40.5283, 72.7985), Precision.CITY_AREA,
               feature="PPLA", countries=("KG",)),
        _place("region:rasht-valley", "Rasht Valley", (38.95, 70.6), Precision.REGION,
               feature="valley", countries=("TJ",), geometry=RASHT, note="Drawn by hand, rough"),
        _place("region:fergana-valley", "Fergana Valley", (40.7, 71.6), Precision.REGION,
               feature="valley", countries=("UZ", "KG", "TJ"), geometry=FERGANA),
        _place("part:country:KG:south", "southern Kyrgyzstan", (40.2, 73.4), Precision.REGION,
               feature="part", countries=("KG",), geometry=SOUTH_KYRGYZSTAN,
               note="No fixed edge: the southern third of the country"),
        _place("province:AF-KDZ", "Kunduz", (36.8, 68.7), Precision.PROVINCE,
               feature="ADM1", countries=("AF",), geometry=KUNDUZ),
        _place("border:AF-TJ", "Tajik-Afghan border", (37.6, 69.6), Precision.LINE,
               feature="border", countries=("AF", "TJ"), geometry=BORDER),
        _place("country:TJ", "Tajikistan", (38.6, 71.2), Precision.COUNTRY,
               feature="PCLI", countries=("TJ",), geometry=TAJIKISTAN),
        _place("country:UZ", "Uzbekistan", (41.7, 63.9), Precision.COUNTRY,
               feature="PCLI", countries=("UZ",), geometry=UZBEKISTAN),
        _place("region:central-asia", "Central Asia", (42.2, 67.5), Precision.MULTI_COUNTRY,
               feature="grouping", countries=("KZ", "KG", "TJ", "TM", "UZ"),
               geometry=MultiPolygon([CENTRAL_ASIA]) if CENTRAL_ASIA.geom_type == "Polygon"
               else CENTRAL_ASIA),
    )
}  # fmt: skip


def sample_article(text: str = BODY) -> Article:
    """Return the made-up article; its first line is the title."""
    split = text.index("\n")
    zones = (Zone(0, split, ZoneKind.TITLE), Zone(split, len(text), ZoneKind.BODY))
    return Article(
        article_id="5a3b1e0000000001",
        doc_id="sample.txt",
        text=text,
        zones=zones,
        title=text[:split],
        published=date(2024, 5, 9),
        outlet="Sample Wire",
    )


def span_of(text: str, words: str, *, after: str = "") -> Span:
    """Return where the words stand, the first time or after other words."""
    start = text.index(words, text.index(after) if after else 0)
    return Span(start, start + len(words))


@dataclass(frozen=True, slots=True)
class Told:
    """One event of the sample in short: the words that are looked up in the text."""

    type: EventType
    sub_type: str
    status: Status
    trigger: str
    sentence: str
    at: tuple[tuple[str, str], ...] = ()
    """Pairs of place_id and the words that name it in the sentence."""
    when: When = field(default_factory=When)
    killed: Toll = field(default_factory=Toll)
    attribution: str | None = None
    claims: tuple[tuple[str, str, str], ...] = ()
    """Claimant, what is said, and the words."""


def day(day_of_may: int) -> When:
    """Return a day of May 2024."""
    on = date(2024, 5, day_of_may)
    return When(DatePrecision.DAY, on, on, on.isoformat(), None, f"{day_of_may} May 2024")


def month(number: int, words: str) -> When:
    """Return a month of 2024."""
    last = date(2024, number + 1, 1).toordinal() - 1
    first = date(2024, number, 1)
    return When(
        DatePrecision.MONTH, first, date.fromordinal(last), f"2024-{number:02d}", None, words
    )


TOLD = (
    Told(EventType.BATTLES, "Armed clash", Status.DISPUTED, "fought an armed band",
         "Soldiers fought an armed band in the Rasht Valley on 3 May.",
         (("region:rasht-valley", "Rasht Valley"),), day(3), Toll(5, 9, "five dead … nine"),
         claims=(("officials", "five dead", "Officials counted five dead"),
                 ("a local paper", "nine dead", "a local paper counted nine"))),
    Told(EventType.STRATEGIC, "Other", Status.PLANNED, "sweeps",
         "More sweeps of the Rasht Valley will follow, the ministry said.",
         (("region:rasht-valley", "Rasht Valley"),), attribution="the ministry"),
    Told(EventType.STRATEGIC, "Arrests", Status.REPORTED, "arrested four men",
         "In Dushanbe the police arrested four men on 4 May.",
         (("gn:1221874", "Dushanbe"),), day(4)),
    Told(EventType.EXPLOSIONS, "Grenade", Status.CLAIMED, "grenade went off",
         "A grenade went off outside a Dushanbe market the same evening, a group calling itself "
         "the Dawn Front said, and it claimed the act as its own.",
         (("gn:1221874", "Dushanbe"),), day(4), attribution="the Dawn Front"),
    Told(EventType.EXPLOSIONS, "Remote explosive/landmine/IED", Status.DISPUTED, "bus blew up",
         "A bus blew up near Khujand; the mayor spoke of a gas bottle, his deputy of a bomb.",
         (("gn:1514879", "Khujand"),),
         claims=(("the mayor", "a gas bottle", "the mayor spoke of a gas bottle"),
                 ("his deputy", "a bomb", "his deputy of a bomb"))),
    Told(EventType.CIVILIANS, "Abduction/forced disappearance", Status.CLAIMED, "were taken",
         "Two farmers were taken from a field outside Isfara, their families say.",
         (("gn:1514876", "Isfara"),), attribution="their families"),
    Told(EventType.PROTESTS, "Peaceful protest", Status.REPORTED, "marched quietly",
         "About forty people marched quietly through Khorugh on 6 May.",
         (("gn:1221328", "Khorugh"),), day(6)),
    Told(EventType.RIOTS, "Mob violence", Status.REPORTED, "burned three shops",
         "A crowd burned three shops in southern Kyrgyzstan in April.",
         (("part:country:KG:south", "southern Kyrgyzstan"),), month(4, "April 2024")),
    Told(EventType.STRATEGIC, "Change to group/activity", Status.SPECULATED, "may be gathering",
         "A cell may be gathering in the Fergana Valley, analysts think.",
         (("region:fergana-valley", "Fergana Valley"),), attribution="analysts"),
    Told(EventType.EXPLOSIONS, "Air/drone strike", Status.REPORTED, "struck a camp",
         "An aircraft struck a camp in Kunduz province, killing at least twelve fighters.",
         (("province:AF-KDZ", "Kunduz"),), killed=Toll(12, None, "at least twelve")),
    Told(EventType.STRATEGIC, "Other", Status.PLANNED, "Guards are to be doubled",
         "Guards are to be doubled along the Tajik-Afghan border next month.",
         (("border:AF-TJ", "Tajik-Afghan border"),), month(6, "June 2024")),
    Told(EventType.BATTLES, "Armed clash", Status.HYPOTHETICAL, "fighting could return",
         "If the talks fail, fighting could return to Tajikistan.",
         (("country:TJ", "Tajikistan"),)),
    Told(EventType.CIVILIANS, "Attack", Status.SPECULATED, "perhaps beaten",
         "A shepherd was perhaps beaten in Uzbekistan.", (("country:UZ", "Uzbekistan"),)),
    Told(EventType.STRATEGIC, "Agreement", Status.PLANNED, "sign a pact",
         "The states of Central Asia plan to sign a pact in June.",
         (("region:central-asia", "Central Asia"),), month(6, "June 2024")),
    Told(EventType.STRATEGIC, "Looting/property destruction", Status.REPORTED, "looted",
         "Somewhere, a bridge was looted."),
)  # fmt: skip


def _event(number: int, told: Told, article: Article) -> Event:
    sentence = span_of(article.text, told.sentence)
    trigger = span_of(article.text, told.trigger, after=told.sentence)
    places = tuple(
        EventPlace(PLACES[place_id], _mention(article, words, after=told.sentence))
        for place_id, words in told.at
    )
    return Event(
        event_id=f"E{number}",
        article_id=article.article_id,
        type=told.type,
        sub_type=told.sub_type,
        trigger=trigger,
        status=told.status,
        evidence=(sentence,),
        when=told.when,
        places=places,
        actors=(Actor("soldiers", "actor", "state forces"),) if number == 1 else (),
        killed=told.killed,
        attribution=told.attribution,
        claims=tuple(Claim(who, says, span_of(article.text, w)) for who, says, w in told.claims),
        not_drawn_because=None if places else "The text names no place",
    )


def _mention(article: Article, words: str, *, after: str) -> Mention:
    span = span_of(article.text, words, after=after)
    return Mention(span.start, span.end, words, MentionKind.TOPONYM)


def _resolutions(article: Article, events: tuple[Event, ...]) -> tuple[Resolution, ...]:
    named = [Resolution(at.mention, at.place, 0.9, "named") for e in events for at in e.places]
    for place_id in ("gn:1512569", "gn:1527534"):
        mention = _mention(article, PLACES[place_id].name, after="Nothing was reported")
        named.append(Resolution(mention, PLACES[place_id], 0.9, "named"))
    words = span_of(article.text, "Tajik", after="The Tajik government")
    adjective = Mention(words.start, words.end, "Tajik", MentionKind.DEMONYM)
    named.append(
        Resolution(
            adjective,
            PLACES["country:TJ"],
            0.9,
            "an adjective",
            not_drawn_because="An adjective for a state",
        )
    )
    return tuple(sorted(named, key=lambda r: r.mention.start))


def sample_briefing() -> Briefing:
    """Return the briefing: fifteen events, fourteen of them drawn, two places without an event."""
    article = sample_article()
    events = tuple(_event(i, told, article) for i, told in enumerate(TOLD, start=1))
    return Briefing((article,), {article.article_id: _resolutions(article, events)}, events)


def briefing_with_flows() -> Briefing:
    """Return the sample with two movements: one from Dushanbe to the valley, one without a start.

    They stand on the words of the first event.
    """
    briefing = sample_briefing()
    event = briefing.events[0]
    at = {place.place.name: place for e in briefing.events for place in e.places}
    troops = Flow(
        "F1", event.article_id, FlowKind.TROOPS, event.trigger, Status.REPORTED, event.evidence,
        origin=at["Dushanbe"], destination=at["Rasht Valley"], event_id=event.event_id,
    )  # fmt: skip
    people = Flow(
        "F2", event.article_id, FlowKind.PEOPLE, event.trigger, Status.PLANNED, event.evidence,
        through=(at["Isfara"],), destination=at["Khujand"],
        not_drawn_because="The text does not say where it starts",
    )  # fmt: skip
    return replace(briefing, flows=(troops, people))


def briefing_without_outlines() -> Briefing:
    """Return the sample as a table of rows knows it: areas by name and a point within them."""
    briefing = sample_briefing()
    bare = {
        place_id: replace(place, geometry=None, name=f"{place.name} (no outline)")
        for place_id, place in PLACES.items()
    }
    events = tuple(
        replace(e, places=tuple(replace(at, place=bare[at.place.place_id]) for at in e.places))
        for e in briefing.events
    )
    return Briefing(briefing.articles, {}, events)


HOSTILE = (
    "<img src=x onerror=hacked()></script><script>hacked()</script>`${hacked()}`{{ hacked }}"
    "{% hacked %}\u2028'\"\\&lt;"
)
"""Text that would run if it reached the page as anything but text."""


def hostile_briefing() -> Briefing:
    """Return one drawn event whose every word tries to run."""
    text = f"{HOSTILE}\n\nA {HOSTILE} fight in {HOSTILE}."
    article = replace(sample_article(text), author=HOSTILE, outlet=HOSTILE, doc_id=HOSTILE)
    start = text.index("A <img")
    trigger = Span(start + 2, start + 2 + len(HOSTILE))
    named = Span(len(text) - 1 - len(HOSTILE), len(text) - 1)
    mention = Mention(named.start, named.end, HOSTILE, MentionKind.TOPONYM)
    place = replace(PLACES["region:rasht-valley"], name=HOSTILE, note=HOSTILE)
    event = Event(
        event_id=HOSTILE,
        article_id=article.article_id,
        type=EventType.BATTLES,
        sub_type=HOSTILE,
        trigger=trigger,
        status=Status.CLAIMED,
        evidence=(Span(start, len(text)),),
        when=replace(day(3), words=HOSTILE),
        places=(EventPlace(place, mention),),
        killed=Toll(text=HOSTILE),
        attribution=HOSTILE,
        claims=(Claim(HOSTILE, HOSTILE, trigger),),
    )
    resolution = Resolution(mention, place, 0.9, HOSTILE)
    return Briefing((article,), {article.article_id: (resolution,)}, (event,))


def sample_crowd(count: int) -> Briefing:
    """Return that many events at made-up spots, some together, some in a valley or a country."""
    article = sample_article()
    events = tuple(_one_of_many(number, article) for number in range(count))
    return Briefing((article,), {}, events)


def _one_of_many(number: int, article: Article) -> Event:
    told = TOLD[number % 11]
    spot = number * 7919 % 3001  # a prime step, so that the spots are spread and some repeat
    place = _place(
        f"own:{spot}",
        f"Spot {spot}",
        (31 + spot * 37 % 1009 / 100, 60 + spot * 53 % 1499 / 100),
        Precision.POINT,
        countries=("AF",),
    )
    coarse = {3: PLACES["region:rasht-valley"], 7: PLACES["country:UZ"]}.get(number % 97)
    event = _event(number, told, article)
    where = EventPlace(coarse or place, event.places[0].mention)
    on = date.fromordinal(date(2020, 1, 1).toordinal() + number % 1500)
    when = When(DatePrecision.DAY, on, on, on.isoformat(), None, f"{on.day} {on:%B %Y}")
    return replace(event, places=(where,), when=when)
