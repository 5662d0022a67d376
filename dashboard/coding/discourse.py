"""Where an event is whose own sentence names no place, as far as the whole text tells."""

from __future__ import annotations

import re
from calendar import day_abbr, day_name, month_abbr, month_name
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.coding.merging import VIOLENT
from dashboard.coding.places import WIDE
from dashboard.coding.references import country_in_hand
from dashboard.model import EventPlace, MentionKind, Precision, Span, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dashboard.coding.drafts import Draft
    from dashboard.model import Article, Place, Resolution

LONGEST_AGO_DAYS = 45
"""An event dated earlier than this before the report is background, not the story told."""
SENTENCES_BACK = 3
# What moves, or is decided in an office, need not be where the story is.
ELSEWHERE = frozenset({"movement", "withdrawal", "deployment", "talks", "ban", "war", "revolution"})
# A "there" that was not understood means a place, but not which; "there was" means none.
ELSEWHERE_WORDS = re.compile(
    r"\b(?:there(?! (?:is|are|was|were|has|have|had|will|would|may|might|could|can|be))|elsewhere"
    r"|abroad|overseas|in exile)\b",
    re.IGNORECASE,
)
# "Said in Bara", "a court in Bara": there somebody speaks or sits, and no more.
IN_PLACE = re.compile(
    r"(?<!\bsaid )(?<!\btold reporters )(?<!\bcourt )(?<!\bspeaking )(?<!\bannounced )"
    r"\b(?:in|at|near|around|outside|inside|across|throughout|on the outskirts of|east of|west of"
    r"|north of|south of|on)\s+(?:the\s+)?(?:\w+\s+){0,4}?(?:of\s+)?$",
    re.IGNORECASE,
)
SPEAKER_IN = re.compile(
    r"\b(?:said|told reporters|speaking|announced|spokes\w+|officials?|ministers?|ministry"
    r"|government|authorities|ambassadors?|diplomats?|analysts?|lawmakers?|court|judges?)"
    r",? (?:in|from) $",
    re.IGNORECASE,
)
# "In Olumbi", "the village of Olumbi", "between Afungi and the coast".
NAMED_PLACE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|between|into|over|(?:village|town|city|district|province"
    r"|region|suburb|port|airstrip|camp) of)\s+(?:the\s+)?([A-Z][\w'’-]+)"
)
CALENDAR = frozenset(month_name) | frozenset(month_abbr) | frozenset(day_name) | frozenset(day_abbr)
FEWEST_NAMES = 2
"""Names that must lie in a country, one of them more than an adjective, for it to be in hand."""


@dataclass(frozen=True, slots=True)
class Story:
    """What the whole of a text says of places."""

    article: Article
    drafts: tuple[Draft, ...]
    resolutions: tuple[Resolution, ...]

    def place(self, draft: Draft) -> Draft:
        """Return the event with the place of its paragraph, of the story, or of the country."""
        if draft.places or not draft.standing.status.is_incident or self._is_background(draft):
            return draft
        if draft.rule.family in ELSEWHERE or ELSEWHERE_WORDS.search(draft.sentence.text):
            return draft
        found = self._of_sentence(draft)
        if found is None and not self._names_unknown_place(draft):
            if not draft.is_plural:
                found = self._of_paragraph(draft) or self._of_all_events(draft)
            found = found or self._only_place()
        found = found or self._country(draft)
        if found is None:
            return draft
        place, reason = found
        is_inherited = not draft.sentence.whole.overlaps(place.mention.span)
        return replace(draft, places=(replace(place, inherited=is_inherited, reason=reason),))

    def _is_background(self, draft: Draft) -> bool:
        published, end = self.article.published, draft.when.end
        return bool(published and end and (published - end).days > LONGEST_AGO_DAYS)

    def _names_unknown_place(self, draft: Draft) -> bool:
        """Whether its sentence says where it was with a name that is not known: then not elsewhere.

        An attack "on the village of Olumbi" was not in the only town that the text speaks of.
        """
        whole = draft.sentence.whole
        known = [r.mention.span for r in self._standing_in(draft) if r.is_drawn]
        named = (
            Span(whole.start + match.start(1), whole.start + match.end(1))
            for match in NAMED_PLACE.finditer(whole.of(self.article.text))
            if match[1].rstrip(".") not in CALENDAR
        )
        return any(not any(name.overlaps(span) for span in known) for name in named)

    def _of_sentence(self, draft: Draft) -> tuple[EventPlace, str] | None:
        """Return the only place that the sentence names, if it says that something was there."""
        towns = self._towns()
        here = [r for r in self._standing_in(draft) if r in towns]
        if draft.is_definite or len({r.place.place_id for r in here if r.place}) != 1:
            return None
        resolution, start = here[0], draft.sentence.whole.start
        before = self.article.text[start : resolution.mention.start]
        taken = {p.mention for d in self.drafts if d is not draft for p in d.places}
        if resolution.place is None or resolution.mention in taken or not IN_PLACE.search(before):
            return None
        place = EventPlace(resolution.place, resolution.mention)
        return place, "the only place that its sentence names"

    def _of_paragraph(self, draft: Draft) -> tuple[EventPlace, str] | None:
        """Return the place of the event told just before, if no other town is named since."""
        number, paragraph = draft.sentence.number, draft.sentence.paragraph
        before = [
            d
            for d in self._placed()
            if d.sentence.paragraph == paragraph
            and 0 <= number - d.sentence.number <= SENTENCES_BACK
            and d.trigger < draft.trigger
        ]
        if not before or not _may_share_place(before[-1], draft):
            return None
        place = before[-1].places[0]
        first, last = place.mention.end, draft.sentence.whole.end
        between = [r for r in self._towns() if first <= r.mention.start < last]
        if any(not _is_same(r, place) for r in between):
            return None
        return place, f"what is told just before is at {place.place.name}"

    def _of_all_events(self, draft: Draft) -> tuple[EventPlace, str] | None:
        """Return the place that all events of the text share."""
        placed = self._placed()
        ids = {d.places[0].place.place_id for d in placed}
        if len(ids) != 1 or self._towns_of(draft) or not _may_share_place(placed[0], draft):
            return None
        place = placed[0].places[0]
        if not self._is_in_hand(place.place):
            return None
        return place, f"all that the text places is at {place.place.name}"

    def _only_place(self) -> tuple[EventPlace, str] | None:
        """Return the one place that the text names, in its body or else in its dateline."""
        datelines = [z for z in self.article.zones if z.kind is ZoneKind.DATELINE]
        filed = [
            r
            for r in self.resolutions
            if r.place is not None
            and r.place.precision not in WIDE
            and any(z.start <= r.mention.start < z.end for z in datelines)
        ]
        told = [r for r in self._towns() if r not in filed and not self._only_speaks(r)]
        chosen = told or filed[:1]
        if len({r.place.place_id for r in chosen if r.place}) != 1 or self._placed():
            return None
        where = "names no place but" if told else "names no place and is filed from"
        resolution = chosen[0]
        assert resolution.place is not None
        if not self._is_in_hand(resolution.place):
            return None
        return EventPlace(resolution.place, resolution.mention), (
            f"the text {where} {resolution.place.name}"
        )

    def _only_speaks(self, resolution: Resolution) -> bool:
        """Whether a place is only where somebody speaks: "a spokesman in Maputo denied it"."""
        return SPEAKER_IN.search(self.article.text[: resolution.mention.start]) is not None

    def _country(self, draft: Draft) -> tuple[EventPlace, str] | None:
        """Return the country in hand, if the sentence of the event names no other."""
        country = country_in_hand(self.resolutions)
        here = {
            c
            for r in self._standing_in(draft)
            for c in (r.place.countries if r.place is not None else ())
        }
        if country is None or here - {country} or not self._is_told_of(country):
            return None
        named = [
            r for r in self.resolutions if r.place and r.place.place_id == f"country:{country}"
        ]
        # The name itself rather than an adjective made of it.
        named.sort(key=lambda r: r.mention.kind is not MentionKind.TOPONYM)
        if not named or named[0].place is None:
            return None
        return EventPlace(named[0].place, named[0].mention), (
            f"the text is about {named[0].place.name} and says no more of where it was"
        )

    def _is_in_hand(self, place: Place) -> bool:
        """Whether the text is not about another country than the place lies in."""
        country = country_in_hand(self.resolutions)
        return country is None or not place.countries or country in place.countries

    def _is_told_of(self, country: str) -> bool:
        """Whether the text names places there, and not only somebody's nationality."""
        names = [r for r in self.resolutions if r.place and r.place.country == country]
        is_named = any(r.mention.kind is MentionKind.TOPONYM for r in names)
        return is_named and len(names) >= FEWEST_NAMES

    def _placed(self) -> list[Draft]:
        """Return the events whose own words say in which place smaller than a country they were."""
        undrawn = {r.mention for r in self.resolutions if not r.is_drawn}
        return [
            d
            for d in self.drafts
            if d.places
            and d.standing.status.is_incident
            and not d.places[0].inherited
            and d.places[0].place.precision not in WIDE
            and d.places[0].mention not in undrawn
            and not self._is_background(d)
        ]

    def _towns(self) -> list[Resolution]:
        """Return the names of drawn places that are smaller than a country."""
        return [
            r
            for r in self.resolutions
            if r.is_drawn
            and r.mention.kind is MentionKind.TOPONYM
            and r.place is not None
            and r.place.precision not in WIDE | {Precision.LINE}
        ]

    def _standing_in(self, draft: Draft) -> list[Resolution]:
        whole = draft.sentence.whole
        return [r for r in self.resolutions if whole.start <= r.mention.start < whole.end]

    def _towns_of(self, draft: Draft) -> bool:
        towns = self._towns()
        return any(r in towns for r in self._standing_in(draft))


def place_by_story(
    article: Article, drafts: Sequence[Draft], resolutions: Sequence[Resolution]
) -> tuple[Draft, ...]:
    """Return the events, those without a place where the text as a whole puts them."""
    story = Story(article, tuple(drafts), tuple(resolutions))
    return tuple(story.place(draft) for draft in drafts)


def _is_same(resolution: Resolution, place: EventPlace) -> bool:
    """Whether a name means the place, or an area around it."""
    other = resolution.place
    return other is None or other.place_id == place.place.place_id


def _may_share_place(one: Draft, other: Draft) -> bool:
    """Whether two events of a text may have been at one place: both violent or both not."""
    if (one.rule.family in VIOLENT) is not (other.rule.family in VIOLENT):
        return False
    return not _are_apart(one.when.start, other.when.start)


def _are_apart(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) > LONGEST_AGO_DAYS
