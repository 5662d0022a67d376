"""Names of places that no gazetteer here knows, and the area that holds each of them.

An event at such a name keeps it. While a text is read the name stands for a place of its own, so
that "the town" and a second attack there find it; at the end its area is drawn, never a point.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.where.holders import Surroundings
from dashboard.coding.where.mentions import PUTS_AT, standing_within
from dashboard.coding.where.place_cues import CALENDAR, NAMED_PLACE
from dashboard.coding.where.references import HELD_BY_TOWN, UNKNOWN, is_unknown
from dashboard.coding.where.strange_names import is_strange
from dashboard.coding.where.table_places import areas_of_cells, held_by_row, is_outside_its_row
from dashboard.model import POINTS, MentionKind, NoMark, Place, Precision

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.coding.passages import Sentence
    from dashboard.coding.where.ground import Ground
    from dashboard.coding.where.holders import Holder
    from dashboard.model import Article, EventPlace, Mention, Resolution, Span

NOT_THIS = "Too unsure: a street or a neighborhood has its name"
UNLISTED = "Not in the gazetteer"
REMEDY = "put the name right, or load a GeoNames dump of the country"
LOOK_BACK = 70
PEOPLE = (
    r"(?:rebel|fighter|militant|militia(?:m[ae]n)?|force|soldier|troop|group|movement|army|police"
    r"|brigade|people|wom[ae]n|m[ae]n|civilian|leader|commander|faction|gang|boy|refugee"
    r"|headquarters|office|member|band|clan|tribe|alliance|mission|team|crew|network|company|party|family|uniform)s?"
)
OF_MANY = re.compile(
    r"\b(?:thousands|hundreds|dozens|scores|tens|members|majority|number|groups?|\d+)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "The central area of Bara" has no name.
PLURAL = re.compile(r"\w+s", re.IGNORECASE)
SIDE = re.compile(
    r"(?:(?:north|south)(?:east|west)?|east|west)(?:ern)?|cent(?:ral|er|re)|downtown", re.IGNORECASE
)
# Neighborhoods have the names of towns far off.
QUARTER = re.compile(
    r"(?:,\s+an?(?:\s+\w+){0,2})?\s+(?:neighbou?rhood|quarter|suburb)\b", re.IGNORECASE
)
STREET = re.compile(
    r"\s+(?:street|avenue|boulevard|square|plaza)(?=\s*[,.;:)]|\s+(?:in|of|near|and|at|on)\b)",
    re.IGNORECASE,
)
STREETS = re.compile(r"\s+(?:street|avenue|boulevard)s\b", re.IGNORECASE)
AND_STREETS = re.compile(
    r"\s+and\s+(?:[\w.]+\s+){1,3}(?:street|avenue|boulevard)s\b", re.IGNORECASE
)
OF_STREETS = re.compile(r"\b(?:corner\s+of|on|at|in|near|between)\s+$", re.IGNORECASE)
OF_STREETS_AND = re.compile(
    r"\b(?:corner\s+of|on|at|between)\s+(?:[\w.]+\s+){1,3}and\s+$", re.IGNORECASE
)
CODE = re.compile(r"\w*\d\w*")
# Only after such words, or before such, is a strange name where something happens.
BEFORE_PLACE = re.compile(
    r"(?:\b(?:in|at|near|around|outside|inside|into|to|from|on|of|over|towards?|between|through|and"
    r"|across|via|off|beyond|beside|below|including|entered|overran|retook|recaptured|captured|besieged|stormed"
    r"|shelled|looted|torched|reached|left|hit|struck|bombed|raided|reinforced|seized|took|attacked"
    r"|pounded|liberated|controls?|held|lost)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}|\n[ \t]*)$",
    re.IGNORECASE,
)
AFTER_PLACE = re.compile(
    r"(?:\s+(?:camp|district|village|town|territory|township|crossing|county|province))?"
    r"(?::|\s+(?:was|were|fell|came\s+under|ha[sd]\s+been)\b)"
)
OF_PEOPLE = re.compile(rf"[’']s\b|\s+(?:\w+\s+)?{PEOPLE}\b|-", re.IGNORECASE)


def find_unknown(
    article: Article,
    resolutions: Sequence[Resolution],
    sentences: Sequence[Sentence],
    ground: Ground | None,
) -> dict[Mention, Holder]:
    """Return the names where something may have happened that no gazetteer knows, each held."""
    text = article.text
    said = {r.mention.surface for r in resolutions if QUARTER.match(text, r.mention.end)}
    quarters = {r.mention for r in resolutions if r.mention.surface in said}
    told = {
        c
        for r in resolutions
        if r.is_drawn and r.place and r.mention not in quarters
        for c in r.place.countries
    }
    known = tuple(
        replace(r, not_drawn_because=NOT_THIS, no_mark=NoMark.UNFIT)
        if (r.place is not None and _is_street(text, r.mention))
        or (r.mention in quarters and r.place and told and not told & {*r.place.countries})
        or (r.place is not None and _is_called_quarter(text, r.mention, r.place))
        else r
        for r in resolutions
    )
    cells = areas_of_cells(article, known)
    strange = [
        r
        for r in known
        if (is_strange(r, told) and (r.mention in cells or _stands_as_place(text, r.mention)))
        or is_outside_its_row(r, cells.get(r.mention))
    ]
    surroundings = Surroundings(article, known, tuple(sentences), ground, cells.keys())
    held = {
        r.mention: held_by_row(r, cells.get(r.mention)) or surroundings.holder_of(r)
        for r in strange
    }
    # Where one mention says in which town it is, all others of the name are there.
    towns = {m.surface: h for m, h in held.items() if h.area and h.area.precision in POINTS}
    return {mention: towns.get(mention.surface, holder) for mention, holder in held.items()}


def with_stand_ins(
    resolutions: Sequence[Resolution], unknown: Mapping[Mention, Holder]
) -> tuple[Resolution, ...]:
    """Return the names, those that are not known as places of their own without a mark."""
    return tuple(
        _stand_in(r, unknown[r.mention])
        if r.mention in unknown
        else replace(r, place=None, not_drawn_because=None, no_mark=None)
        if r.no_mark is NoMark.UNKNOWN
        else r
        for r in resolutions
    )


def settle(
    places: Sequence[EventPlace], unknown: Mapping[Mention, Holder]
) -> tuple[tuple[EventPlace, ...], Mention | None, str | None]:
    """Return the places with the areas of those not known, and what has none, with the reason."""
    settled: list[EventPlace] = []
    lost: EventPlace | None = None
    for at in places:
        if not is_unknown(at.place):
            settled.append(at)
            continue
        holder = unknown[at.mention]
        if holder.area is None:
            lost = lost or at
            continue
        reason = f"{at.reason}; {holder.reason}" if at.inherited and at.reason else holder.reason
        settled.append(replace(at, place=holder.area, reason=reason, unknown=True))
    if settled or lost is None:
        return tuple(settled), None, None
    why_not = f"{PUTS_AT}{lost.mention.surface}; {unknown[lost.mention].reason}"
    return (), lost.mention, f"{why_not}: {REMEDY}"


def within_provinces(
    places: Sequence[EventPlace], resolutions: Sequence[Resolution]
) -> tuple[EventPlace, ...]:
    """Return the places, a district of which only the province is known as that province.

    The text must name the province, whose middle stands for the district.
    """
    vague = {r.mention for r in resolutions if r.no_mark is NoMark.ONLY_PROVINCE}
    provinces = {
        (r.place.lat, r.place.lon): r.place
        for r in resolutions
        if r.is_drawn and r.place and r.place.precision is Precision.PROVINCE
    }
    held = ((at, provinces.get((at.place.lat, at.place.lon))) for at in places)
    return tuple(
        replace(
            at,
            place=area,
            reason=f"where {at.place.name} lies in {area.name} is not known here",
            unknown=True,
        )
        if area is not None and at.mention in vague
        else at
        for at, area in held
    )


def named_in_vain(
    sentence: Sentence, trigger: Span, resolutions: Sequence[Resolution]
) -> tuple[Mention | None, str] | None:
    """
    Return what a sentence names as a place, of an event that has none, and why it has no mark.

    Nothing that the text says of where something was is dropped silently.
    """
    here = [r for r in standing_within(sentence.whole, resolutions) if not r.is_drawn]
    drawn = [r for r in standing_within(sentence.whole, resolutions) if r.is_drawn]
    named = [(sentence.span(*m.span(1)), m) for m in NAMED_PLACE.finditer(sentence.text)]
    for name, match in sorted(named, key=lambda each: abs(each[0].start - trigger.start)):
        if match[1].rstrip(".") in CALENDAR or any(name.overlaps(r.mention.span) for r in drawn):
            continue
        known = next((r for r in here if name.overlaps(r.mention.span)), None)
        if known is None:
            return None, f"{PUTS_AT}{match[1]}, which was not read as the name of a place"
        if known.mention.kind is MentionKind.TOPONYM:
            why_not = known.not_drawn_because or known.reason
            return known.mention, f"{PUTS_AT}{known.mention.surface}, which is not drawn: {why_not}"
    return None


def _stand_in(resolution: Resolution, holder: Holder) -> Resolution:
    surface = " ".join(resolution.mention.surface.split())
    is_in_town = holder.area is not None and holder.area.precision in POINTS
    place = Place(
        place_id=f"{UNKNOWN}{surface.casefold()}",
        name=surface,
        lat=holder.area.lat if holder.area else 0.0,
        lon=holder.area.lon if holder.area else 0.0,
        precision=Precision.POINT,
        feature=HELD_BY_TOWN if is_in_town else "unknown",
        countries=holder.area.countries if holder.area else (),
    )
    return replace(resolution, place=place, not_drawn_because=UNLISTED, no_mark=NoMark.UNKNOWN)


def _is_called_quarter(text: str, mention: Mention, place: Place) -> bool:
    """Whether a county far off bears the name of "the Bara neighborhood", which is no county."""
    is_area = place.precision in {Precision.PROVINCE, Precision.REGION}
    is_name = mention.kind is MentionKind.TOPONYM
    return is_name and is_area and QUARTER.match(text, mention.end) is not None


def _is_street(text: str, mention: Mention) -> bool:
    """Whether it names a street: "on Bara street", "on the corner of Bara and Kolun streets"."""
    if mention.kind is not MentionKind.TOPONYM:
        return False
    before = text[max(0, mention.start - LOOK_BACK) : mention.start]
    is_first = OF_STREETS.search(before) and (
        AND_STREETS.match(text, mention.end) or STREET.match(text, mention.end)
    )
    return bool(is_first or (OF_STREETS_AND.search(before) and STREETS.match(text, mention.end)))


def _stands_as_place(text: str, mention: Mention) -> bool:
    """Whether the words beside a name put something there; "6,000 Yazidis" are no place."""
    before = text[max(0, mention.start - LOOK_BACK) : mention.start]
    if OF_MANY.search(before):
        return False
    if before.lower().endswith("the ") and PLURAL.fullmatch(mention.surface):
        return False  # "The residence of the Jesuits"
    if re.search(
        rf"[(\[]{re.escape(mention.surface)}[)\]]|{re.escape(mention.surface)}\s+\[", text
    ):
        return False  # an abbreviation that the text explains
    is_code = (SIDE.fullmatch(mention.surface) or CODE.fullmatch(mention.surface)) is not None
    if is_code or OF_PEOPLE.match(text, mention.end):
        return False
    is_first = not text[: mention.start].strip()
    return bool(
        BEFORE_PLACE.search(before)
        or AFTER_PLACE.match(text, mention.end)
        or (is_first and text[mention.end : mention.end + 1] == ":")
    )
