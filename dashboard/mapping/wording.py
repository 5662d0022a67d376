"""What a card says, in words; `None` where the text does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.marking import drawn_places
from dashboard.model import Precision, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.model import Article, Event, EventPlace, Flow, Toll

GRADING = "F6, not yet judged"
"""Admiralty: a machine's default; only a person changes it."""

PRECISION_WORDS = {
    Precision.POINT: "at this point",
    Precision.CITY_AREA: "in or near the town, exact site not stated",
    Precision.PROVINCE: "somewhere in the province",
    Precision.REGION: "an area, not a point",
    Precision.LINE: "along the border, not a point",
    Precision.COUNTRY: "country only, no place within it named",
    Precision.MULTI_COUNTRY: "several countries, no place named",
}
LIST_LEADS = {
    Precision.POINT: "All at one point",
    Precision.CITY_AREA: "In or near the town, not at a point",
    Precision.PROVINCE: "A province, not a point",
    Precision.REGION: "An area, not a point",
    Precision.LINE: "A border line, not a point",
    Precision.COUNTRY: "Country only: the text names no place within it",
    Precision.MULTI_COUNTRY: "Several countries: the text names no place within them",
}


def facts(event: Event, article: Article) -> tuple[tuple[str, str | None], ...]:
    """Return the rows of a card: a label and what the text says, `None` for not stated."""
    return (
        ("When", event.when.words or event.when.edtf),
        *_labelled("Where", [_where(at) for at in event.places]),
        *_labelled("Exactness", [at.place.note for at in event.places if at.place.note]),
        ("Status", status_words(event)),
        *_claims(event),
        ("Killed", toll_words(event.killed)),
        ("Injured", toll_words(event.injured)),
        ("Source", source_of(article)),
        *_labelled("Coded by", [event.coded_by] if event.coded_by else []),
        ("Grading", event.grading or GRADING),
        *_labelled(
            "Set by the reader", [f"{a.what}: {a.now} (was: {a.was})" for a in event.amended]
        ),
    )


def flow_facts(flow: Flow, article: Article) -> tuple[tuple[str, str | None], ...]:
    """Return the rows of a movement's card; an end that the text does not name is not stated."""
    return (
        ("From", _where(flow.origin) if flow.origin else None),
        *_labelled("Via", [_where(at) for at in flow.through]),
        ("To", _where(flow.destination) if flow.destination else None),
        ("What", flow.carries.of(article.text) if flow.carries else None),
        ("Who", ", ".join(actor.name for actor in flow.actors) or None),
        ("When", flow.when.words or flow.when.edtf),
        ("Status", flow.status.capitalize()),
        ("Source", source_of(article)),
        ("Grading", GRADING),
    )


def spoken_flow(flow: Flow) -> str:
    """Return what a screen reader says for an arrow."""
    ends = [("from", flow.origin), *(("via", at) for at in flow.through), ("to", flow.destination)]
    way = " ".join(f"{word} {at.place.name}" for word, at in ends if at)
    return f"{flow.kind.capitalize()}, {flow.status}, {way}"


def spoken_name(event: Event, title: str) -> str:
    """Return what a screen reader says for a mark."""
    names = {at.place: _spoken_place(at) for at in event.places}
    where = ", ".join(names[place] for place in drawn_places(event))
    when = event.when.words or "date not stated"
    return f"{title}. {event.type}, {event.status}, {when}, {where}"


def _spoken_place(at: EventPlace) -> str:
    is_town = at.place.precision is Precision.CITY_AREA and not at.unknown
    return f"in or near {at.name}" if is_town else at.name


def toll_words(toll: Toll) -> str | None:
    """Return a number of people in words: `5`, `5 to 9`, `at least 12`, `up to 30`."""
    low, high = toll.low, toll.high
    if low is None and high is None:
        return toll.text
    if low is None:
        number = f"up to {high:,}"
    elif high is None:
        number = f"at least {low:,}"
    else:
        number = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    # The losses of each side as the text counts them, behind their sum.
    return f"{number} ({toll.text})" if toll.text and " + " in toll.text else number


def status_words(event: Event) -> str:
    """Return the status and who says so."""
    status = event.status.capitalize()
    if event.attribution is None:
        return status
    joint = " by " if event.status is Status.CLAIMED else ", according to "
    return f"{status}{joint}{event.attribution}"


def source_of(article: Article) -> str:
    """Return outlet or author or file, and the date: `Sample Wire, 9 May 2024`."""
    name = article.outlet or article.author or article.doc_id
    if article.published is None:
        return f"{name}, date not stated"
    return f"{name}, {article.published.day} {article.published:%B %Y}"


def _where(at: EventPlace) -> str:
    inherited = "; named in another sentence" if at.inherited else ""
    return f"{at.name} ({PRECISION_WORDS[at.place.precision]}{inherited})"


def _claims(event: Event) -> Iterator[tuple[str, str | None]]:
    return _labelled("Claims", [f"{claim.claimant}: {claim.says}" for claim in event.claims])


def _labelled(label: str, values: list[str]) -> Iterator[tuple[str, str | None]]:
    """Yield the label beside the first value only; one row 'not stated' only for a place."""
    if not values and label == "Where":
        yield label, None
    for index, value in enumerate(dict.fromkeys(values)):
        yield ("" if index else label), value
