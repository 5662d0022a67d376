"""What the whole of a text says of places, gathered once for all its events."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from dashboard.coding.passages import SENTENCE_END
from dashboard.coding.where.capital_words import country_in_hand
from dashboard.coding.where.chains import area_around
from dashboard.coding.where.homeland import homeland_of, is_area, narrowed
from dashboard.coding.where.mentions import GUESSES
from dashboard.coding.where.place_cues import SPOKEN_OR_SHOT_FROM, TOLD_AT
from dashboard.coding.where.references import is_unknown
from dashboard.model import POINTS, WIDE, Precision, Span, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dashboard.coding.drafts import Draft
    from dashboard.coding.passages import Sentence
    from dashboard.coding.where.ground import Ground
    from dashboard.model import Article, EventPlace, Mention, Place, Resolution

LONGEST_AGO_DAYS = 45
"""An event dated earlier than this before the report is background, not the story told."""
LONGEST_SPEAKER = 60
LONGEST_SENTENCE = 600
AT_TABLES = frozenset({"agreement", "talks"})


@dataclass(frozen=True, slots=True)
class Story:
    """The names and the events of a text, as far as they tell where things were."""

    article: Article
    resolutions: tuple[Resolution, ...]
    areas: tuple[Resolution, ...]
    """Names of drawn places that are smaller than a country, in the order of the text."""
    filed_from: Resolution | None
    """The place of the dateline."""
    told: tuple[Resolution, ...]
    """Of `areas` those outside the dateline where more happens than that somebody speaks."""
    placed: tuple[Draft, ...]
    """Events whose own words say in which place smaller than a country they were."""
    told_at: tuple[Draft, ...]
    """The same with those of long ago, and those whose place is a guess or is referred to."""
    by_sentence: Mapping[int, Sequence[Draft]]
    """All events by the number of their sentence."""
    around: Resolution | None
    """The one area that all places of the text lie in, if there is one."""
    used: Mapping[Mention, int]
    """How many events each name places."""
    country: str | None
    """The country that most names of the text lie in or stand for."""
    homeland: EventPlace | None
    """It, with the name that says so, if the text leaves no doubt that it is about it."""
    country_of_body: str | None
    """The same without the dateline."""
    names_by_country: Mapping[str, int]

    def standing_in(self, span: Span) -> Sequence[Resolution]:
        """Return the names that stand in a run of the text."""
        first = bisect_left(self.resolutions, span.start, key=_start)
        return self.resolutions[first : bisect_left(self.resolutions, span.end, key=_start)]

    def areas_in(self, span: Span) -> Sequence[Resolution]:
        """Return the names of drawn places smaller than a country in a run of the text."""
        first = bisect_left(self.areas, span.start, key=_start)
        return self.areas[first : bisect_left(self.areas, span.end, key=_start)]

    def names_in(self, span: Span) -> list[Resolution]:
        """Return the names of places smaller than a country in a run; guesses if no other.

        What no gazetteer knows is one of them.
        """
        drawn = list(self.areas_in(span))
        if not drawn:
            return [r for r in self.standing_in(span) if is_guess(r)]
        return [r for r in self.standing_in(span) if r in drawn or is_unknown(r.place)]

    def drafts_of(self, sentence: Sentence) -> Sequence[Draft]:
        """Return the events of a sentence."""
        return self.by_sentence.get(sentence.number, ())

    def sentence_before(self, sentence: Sentence) -> Span | None:
        """Return the run of the text from the end of the sentence before the last one to it."""
        start = sentence.whole.start
        head = self.article.text[max(0, start - LONGEST_SENTENCE) : start]
        if "\n" in head.rstrip(" "):
            head = head[head.rindex("\n") + 1 :]
        ends = [m.end() for m in SENTENCE_END.finditer(head.rstrip())]
        first = start - len(head) + (ends[-1] if ends else 0)
        return Span(first, start) if head.strip() else None

    def placed_around(self, draft: Draft) -> list[Draft]:
        """Return the other events with a place of the sentence of an event."""
        number = draft.sentence.number
        first = bisect_left(self.told_at, number, key=_sentence)
        last = bisect_left(self.told_at, number + 1, key=_sentence)
        return [d for d in self.told_at[first:last] if d.trigger != draft.trigger]

    def placed_before(self, draft: Draft, *, within: int) -> list[Draft]:
        """Return the events of its paragraph with a place, so many sentences before at most."""
        number, paragraph = draft.sentence.number, draft.sentence.paragraph
        first = bisect_left(self.told_at, number - within, key=_sentence)
        last = bisect_left(self.told_at, number + 1, key=_sentence)
        return [
            d
            for d in self.told_at[first:last]
            if d.sentence.paragraph == paragraph
            # A joined event may be named best by a later sentence than told it first.
            and (d.sentence.number < number or d.trigger < draft.trigger)
        ]

    def is_in_hand(self, place: Place) -> bool:
        """Whether no other country is named more often than the one that the place lies in."""
        most = max(self.names_by_country.values(), default=0)
        named = (self.names_by_country.get(country) == most for country in place.countries)
        return not place.countries or any(named)

    def is_filed_abroad(self, place: Place) -> bool:
        """Whether the text is filed from another country, and is not about that of the place."""
        desk = self.filed_from.place if self.filed_from else None
        is_abroad = desk is not None and desk.country not in place.countries
        return is_abroad and self.country not in place.countries

    def names_other_town(self, place: Place) -> bool:
        """Whether a town is named that is not the place; an area may well be around it."""
        towns = (r.place for r in self.areas if r.place and r.place.precision in POINTS)
        return any(town.place_id != place.place_id for town in towns)


def gather_story(
    article: Article,
    drafts: Sequence[Draft],
    resolutions: Sequence[Resolution],
    ground: Ground | None = None,
) -> Story:
    """Return what the names and the events of a text tell of places."""
    areas = tuple(r for r in resolutions if is_area(r))
    datelines = [z for z in article.zones if z.kind is ZoneKind.DATELINE]
    filed = [
        r
        for zone in datelines
        for r in resolutions
        if zone.start <= r.mention.start < zone.end and r.place and r.place.precision not in WIDE
    ]
    body = [r for r in resolutions if not any(z.start <= _start(r) < z.end for z in datelines)]
    speaks: Callable[[Resolution], bool] = partial(is_elsewhere, article.text)
    undrawn = {r.mention for r in resolutions if not r.is_drawn}
    country = country_in_hand(resolutions)
    countries = Counter(r.place.country for r in resolutions if r.place and r.place.country)
    return Story(
        article=article,
        resolutions=tuple(resolutions),
        areas=areas,
        filed_from=filed[0] if filed else None,
        told=tuple(r for r in areas if r not in filed and not speaks(r)),
        placed=tuple(
            sorted(
                (d for d in drafts if _is_placed(d, undrawn) and not is_background(d, article)),
                key=_sentence,
            )
        ),
        told_at=tuple(sorted((d for d in drafts if _is_told_at(d)), key=_sentence)),
        by_sentence=_by_sentence(drafts),
        around=area_around([r for r in areas if not speaks(r) and r not in filed]),
        used=Counter(p.mention for d in drafts for p in d.places),
        country=country,
        homeland=_homeland(article.text, resolutions, filed, ground),
        country_of_body=country_in_hand(body),
        names_by_country=countries,
    )


def _homeland(
    text: str, resolutions: Sequence[Resolution], filed: Sequence[Resolution], ground: Ground | None
) -> EventPlace | None:
    """Return the country that a text is about, or the one province of it."""
    told = [r for r in resolutions if not _is_where_told(text, r)]
    home = homeland_of(told, text=text, filed=filed, ground=ground)
    return narrowed(home, [r for r in told if r not in filed], text=text, ground=ground)


def is_background(draft: Draft, article: Article) -> bool:
    """Whether an event was so long before the report that it is not the story told."""
    published, end = article.published, draft.when.end
    return bool(published and end and (published - end).days > LONGEST_AGO_DAYS)


def _start(resolution: Resolution) -> int:
    return resolution.mention.start


def _sentence(draft: Draft) -> int:
    return draft.sentence.number


def is_guess(resolution: Resolution) -> bool:
    """Whether it is unsure which place a name means; an event there keeps it, without a mark."""
    place = resolution.place
    is_narrow = place is not None and place.precision not in WIDE | {Precision.LINE}
    return is_narrow and resolution.no_mark in GUESSES


def is_elsewhere(text: str, resolution: Resolution) -> bool:
    """Whether somebody only speaks there or shoots from there: "a spokesman in Bara denied it"."""
    start = resolution.mention.start
    before = text[max(0, start - LONGEST_SPEAKER) : start]
    return bool(SPOKEN_OR_SHOT_FROM.search(before) or TOLD_AT.search(before))


def _is_where_told(text: str, resolution: Resolution) -> bool:
    start = resolution.mention.start
    is_narrow = resolution.place is not None and resolution.place.precision not in WIDE
    return is_narrow and TOLD_AT.search(text[max(0, start - LONGEST_SPEAKER) : start]) is not None


def _by_sentence(drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        found.setdefault(draft.sentence.number, []).append(draft)
    return found


def _is_told_at(draft: Draft) -> bool:
    if not draft.places or not draft.standing.status.is_incident:
        return False
    if draft.rule.family in AT_TABLES:
        return False  # what is told next was not where both sides signed
    return all(p.place.precision not in WIDE for p in draft.places)


def _is_placed(draft: Draft, undrawn: set[Mention]) -> bool:
    if not draft.places or not draft.standing.status.is_incident:
        return False
    first = draft.places[0]
    is_own = not first.inherited and first.mention not in undrawn
    return is_own and first.place.precision not in WIDE
