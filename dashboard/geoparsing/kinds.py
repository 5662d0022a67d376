"""What a place name does in its sentence: a place, an adjective, part of a name, a government."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.gazetteer import Match
from dashboard.geoparsing.feature_kinds import kind_of
from dashboard.geoparsing.wording import AREA_KINDS
from dashboard.model import MentionKind

if TYPE_CHECKING:
    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.sightings import Sighting
    from dashboard.geoparsing.tokens import Entity, Tokens

SURE_OF_PLACE = 0.75
"""Inside what looks like a person's name, only a mention this sure is taken for a place."""
LOCAL_KINDS = frozenset({"town", "seat", "capital", "quarter", "district"})
NOT_DRAWN = {
    MentionKind.DEMONYM: "An adjective for a state, or its people",
    MentionKind.ORGANISATION_PART: "Part of an organisation's name",
    MentionKind.PERSON_PART: "Part of a person's name",
}
CAPITAL_ACTS = "A capital standing for its government"
STATE_ACTS = "A state that acts, not a place where something happens"
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
GIVERS = frozenset({"from", "with", "by"})
GIVEN = frozenset(
    {"help", "assistance", "aid", "support", "talks", "negotiations", "relations", "ties"}
    | {"agreement", "tensions", "pressure", "weapons", "funding", "cooperation", "alliance"}
)
SENT = frozenset(
    {"protested", "complained", "appealed", "apologised", "apologized", "protest", "protests"}
    | {"complaint", "appeal", "ultimatum", "request", "apology"}
)
ARMED = frozenset({"army", "troops", "forces", "navy", "military", "soldiers", "police", "jets"})
STATIVE = frozenset(
    {"are", "is", "were", "was", "remain", "remained", "have", "had", "has", "in", "of", "and"}
    | {"at", "on", "from", "with", "who", "that", "which", "near", "or", "to", "along"}
)
"""After "Tajikistan's forces" these tell where or how they are, not what the state does."""
AUXILIARIES = frozenset({"does", "do", "did", "will", "would", "has", "have"})
ECHOES = frozenset({"so", "nor", "neither"})
MAX_ASIDE = 8
ARTICLES = frozenset({"the", "al", "el", "ar", "as", "ash", "at", "an", "ad", "az"})
"""English and Arabic articles, which belong to a name without making it a longer one."""
DIVISIONS = AREA_KINDS["province"] | AREA_KINDS["district"] | AREA_KINDS["town"] | {"area"}
NATURE = frozenset({"mountains", "hills", "range", "valley", "forest", "desert", "river", "plain"})
NICKNAMING = frozenset({"known", "nicknamed", "dubbed", "alias", "called"})
LIST_JOINERS = {"PERSON": frozenset({"and", "or", ",", "to"}), "ORG": frozenset({",", "to"})}
"""Where a list of names is cut that the model took for one name of this label."""


def mention_kind(
    tokens: Tokens, sighting: Sighting, entry: Entry | None, *, cues: Cues
) -> MentionKind:
    """Return the kind of a mention, given the place it most likely stands for."""
    entity = _wider_entity(tokens, sighting)
    is_inside = entity is not None and entity.label == "PERSON"
    if (is_inside and sighting.chance < SURE_OF_PLACE) or _is_nickname(tokens, sighting, cues):
        return MentionKind.PERSON_PART
    in_name = entity is not None and _is_organisation(tokens, entity, sighting, entry, cues)
    if in_name or _opens_organisation(tokens, sighting, cues):
        return MentionKind.ORGANISATION_PART
    is_told = tokens.lower(sighting.first - 1) == "of" and cues.has(
        "rank_word", tokens.lower(sighting.first - 2)
    )
    if (
        _is_demonym(sighting, entry)
        and not (entry is None and is_told)
        and not _names_nature(tokens, sighting, entry)
    ):
        return MentionKind.DEMONYM
    if entry is not None and acts(tokens, sighting, entry, cues=cues):
        return MentionKind.METONYM
    return MentionKind.TOPONYM


def not_drawn_because(kind: MentionKind, entry: Entry | None) -> str | None:
    """Return why a mention of this kind has no mark, or `None`."""
    if kind is MentionKind.METONYM:
        is_state = entry is not None and kind_of(entry) == "country"
        return STATE_ACTS if is_state else CAPITAL_ACTS
    return NOT_DRAWN.get(kind)


def acts(tokens: Tokens, sighting: Sighting, entry: Entry, *, cues: Cues) -> bool:
    """Whether a state or its capital acts here, as in "Moscow said" or "help from Russia"."""
    kind = kind_of(entry)
    if kind not in {"country", "capital"}:
        return False
    before, after = _before(tokens, sighting), tokens.lower(sighting.last + 1)
    earlier = tokens.lower(_before_index(tokens, sighting) - 1)
    is_partner = before in GIVERS and earlier in GIVEN
    is_partner = is_partner or (before == "to" and earlier in SENT)
    if is_partner or (kind == "country" and cues.has("state_noun", after)):
        return True
    if cues.has("in_place", before) or before in {"of", "'s", "’s"}:
        return False
    if cues.has("addressed", before):  # "begged Baghdad for weapons"
        return True
    if after in POSSESSIVES:
        owned = tokens.lower(sighting.last + 2)
        then = tokens.lower(sighting.last + 3)
        is_armed = owned in ARMED and then.isalpha() and then not in STATIVE
        return is_armed or cues.has("state_possession", owned)
    return _has_verb(tokens, sighting, before=before, cues=cues)


def _has_verb(tokens: Tokens, sighting: Sighting, *, before: str, cues: Cues) -> bool:
    """Whether the name is the subject of speech or of an act of state."""
    if before in AUXILIARIES and tokens.lower(sighting.first - 2) in ECHOES:
        return True
    verb = _after_partner(tokens, _after_aside(tokens, sighting.last + 1))
    return _is_said(tokens, verb, cues) or _begins_act(tokens, verb, cues)


def _is_said(tokens: Tokens, verb: int, cues: Cues) -> bool:
    """Whether a verb of speech or government stands here; "threatened by" has another subject."""
    word = tokens.lower(verb)
    says = cues.has("says", word) or cues.has("governs", word)
    return says and tokens.lower(verb + 1) != "by"


def _after_partner(tokens: Tokens, index: int) -> int:
    """Return where the sentence goes on after "and Kyiv" in "Moscow and Kyiv agreed"."""
    is_joined = tokens.lower(index) == "and" and tokens.word(index + 1)[:1].isupper()
    return index + 2 if is_joined else index


def _after_aside(tokens: Tokens, index: int) -> int:
    """Return where the sentence goes on after ", for its part,"."""
    if tokens.lower(index) != ",":
        return index
    for end in range(index + 2, index + MAX_ASIDE):
        if tokens.lower(end) == ",":
            return end + 1
    return index


def _begins_act(tokens: Tokens, index: int, cues: Cues) -> bool:
    """Whether words such as "will also affect" or "is sending" begin here."""
    reach = index + 4
    if not cues.has("will", tokens.lower(index)):
        return False
    while index < reach and cues.has("will", tokens.lower(index)):
        index += 1
    word = tokens.lower(index)
    return cues.has("acts", word) or cues.has("governs", word)


def _before_index(tokens: Tokens, sighting: Sighting) -> int:
    index = sighting.first - 1
    return index - 1 if tokens.lower(index) == "the" else index


def _before(tokens: Tokens, sighting: Sighting) -> str:
    return tokens.lower(_before_index(tokens, sighting))


def _wider_entity(tokens: Tokens, sighting: Sighting) -> Entity | None:
    """
    Return the name that a mention is only a part of.

    The model often takes a list of places it does not know for one name: no person is called
    "Ayorou and Tillabéri", no organisation "Ganja, Azerbaijan".
    """
    at = tokens.entity_at[sighting.first]
    if at < 0 or tokens.entity_at[sighting.last] != at:
        return None
    entity = tokens.entities[at]
    joiners = LIST_JOINERS.get(entity.label, frozenset())
    inside = [i for i in range(entity.first, entity.last + 1) if tokens.lowers[i] in joiners]
    first = max([i + 1 for i in inside if i < sighting.first], default=entity.first)
    last = min([i - 1 for i in inside if i > sighting.last], default=entity.last)
    while first < sighting.first and tokens.lowers[first] in ARTICLES | {"-"}:
        first += 1
    last -= tokens.lowers[last] in POSSESSIVES
    return None if (first, last) == (sighting.first, sighting.last) else entity


def _is_nickname(tokens: Tokens, sighting: Sighting, cues: Cues) -> bool:
    """Whether it is "the drug lord known as El Chapo", not "the area known as the Bajío"."""
    before = tokens.lowers[max(0, sighting.first - 4) : sighting.first]
    is_named = before[-1:] == ("as",) and not NICKNAMING.isdisjoint(before[-2:-1])
    return is_named and not any(cues.has("area_noun", w) or cues.has("of_place", w) for w in before)


def _opens_organisation(tokens: Tokens, sighting: Sighting, cues: Cues) -> bool:
    """Whether the next word makes it an organisation's name: "the Sinaloa Cartel"."""
    after = sighting.last + 1
    word = tokens.lower(after)
    is_named = tokens.word(after)[:1].isupper() and cues.has("organisation", word)
    return is_named and not cues.has("facility", word) and not cues.has("area_noun", word)


def _is_organisation(
    tokens: Tokens, entity: Entity, sighting: Sighting, entry: Entry | None, cues: Cues
) -> bool:
    """Whether a name inside an organisation's is no place: "Bank of Israel", not "Osh Hospital"."""
    if entity.label != "ORG":
        return False
    rest = [
        tokens.lowers[index]
        for index in range(entity.first, entity.last + 1)
        if index < sighting.first or index > sighting.last
    ]
    named = [word for word in rest if word.isalpha() and word not in ARTICLES | {"and"}]
    if all(word in DIVISIONS for word in named):  # "Al-Sukhnah area", "Cordoba Department"
        return False
    is_local = entry is not None and kind_of(entry) in LOCAL_KINDS
    return not (is_local and any(cues.has("facility", word) for word in named))


def _names_nature(tokens: Tokens, sighting: Sighting, entry: Entry | None) -> bool:
    """Whether it is "the Metina mountains", which the model takes for those of a people."""
    return entry is None and tokens.word(sighting.last + 1) in NATURE


def _is_demonym(sighting: Sighting, entry: Entry | None) -> bool:
    if entry is None:
        return sighting.label == "NORP"
    return entry.match is Match.ADJECTIVE or (sighting.label == "NORP" and sighting.bare)
