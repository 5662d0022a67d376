"""Where a movement starts, passes and ends, read off the parse."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.moving.movements import End
from dashboard.model import FlowKind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from spacy.tokens import Token

    from dashboard.coding.moving.cargo import Cargo
    from dashboard.coding.moving.movements import Movement

USUAL: Mapping[str, End] = {
    "from": End.FROM,
    "to": End.TO,
    "into": End.TO,
    "onto": End.TO,
    "toward": End.TO,
    "towards": End.TO,
    "through": End.THROUGH,
    "via": End.THROUGH,
    "across": End.THROUGH,
    "over": End.THROUGH,
    "along": End.THROUGH,
    "between": End.BETWEEN,
}
VERBS = frozenset({"VERB", "AUX"})
# Inside a phrase these only say where the thing is: "to camps along the river".
ALSO_LOCAL = frozenset({"across", "over", "along"})


@dataclass(frozen=True, slots=True)
class Route:
    """A movement word with what moves, ready to be asked what a place is to it."""

    movement: Movement
    token: Token
    cargo: Cargo
    place_heads: frozenset[int]

    def end_of(self, head: Token) -> End | None:
        """Return what the place with this head is to the movement; `None` if nothing."""
        climbed = self._climb(head)
        if climbed is None:
            return None
        last, prepositions = climbed
        ends = ChainMap(dict(self.movement.ends), dict(USUAL))
        if all(p.lower_ == "of" and not _is_out_of(p) for p in prepositions):
            return self._end_as_argument(last, head, ends)
        end = self._end_by(prepositions, ends)
        if end is End.FROM and self._is_who_they_are(last):
            return None
        if end is End.BETWEEN:
            return End.TO if head.dep_ == "conj" else End.FROM
        return end

    def _climb(self, head: Token) -> tuple[Token, list[Token]] | None:
        """Return the last word below the movement, and the prepositions on the way up."""
        prepositions: list[Token] = []
        child = head
        own: Collection[int] = {self.token.i, self.cargo.token.i}
        if head.i in own:
            return None
        for word in head.ancestors:
            if child.pos_ == "ADP" or child.dep_ == "prep":
                prepositions.append(child)
            if word.i in own or self._is_beside(child, word):
                return child, prepositions
            is_nested = word.i in self.place_heads and child.dep_ != "conj"
            if word.pos_ in VERBS or (is_nested and not self._goes_on(child)):
                return None
            child = word
        return None

    def _is_beside(self, child: Token, word: Token) -> bool:
        """
        Whether a preposition goes on with the way although the parse ties it to the verb above.

        "Watch the route from Bara | to Kolun": it stands right behind a place of the route.
        """
        if self.token.pos_ in VERBS or word.i != self.token.head.i or child.i < self.token.i:
            return False
        return child.lower_ in USUAL and child.i - 1 in self.place_heads

    def _goes_on(self, child: Token) -> bool:
        """Whether a preposition on a place name continues the way: "from Bara to Kolun"."""
        return child.lower_ in USUAL or child.lower_ in self.movement.ends

    def _end_by(self, prepositions: list[Token], ends: Mapping[str, End]) -> End | None:
        directing = [p for p in prepositions if self._directs(p, ends)]
        if not directing:
            return self._end_of_phrase_before(prepositions[-1], ends)
        inner, outer = directing[0], directing[-1]
        if inner.i == outer.i:
            return self._meaning(inner, ends)
        if inner.lower_ in ALSO_LOCAL and inner.head.i not in self.place_heads:
            return self._meaning(outer, ends)
        is_from_inside = ends.get(inner.lower_) is End.FROM and inner.head.pos_ != "ADP"
        if is_from_inside and inner.head.i not in self.place_heads:
            return None
        return self._meaning(inner, ends)

    def _end_of_phrase_before(self, local: Token, ends: Mapping[str, End]) -> End | None:
        """Read "to the rebels | in Bara" where the parse ties "in Bara" to the verb."""
        before = local.nbor(-1) if local.i else local
        is_phrase = before.dep_ == "pobj" and before.head.lower_ in USUAL
        is_local = local.lower_ in {"in", "at", "near", "around", "outside"}
        return self._meaning(before.head, ends) if is_phrase and is_local else None

    def _directs(self, preposition: Token, ends: Mapping[str, End]) -> bool:
        if preposition.lower_ in USUAL or preposition.lower_ == "of":
            return preposition.lower_ != "of" or _is_out_of(preposition)
        is_on_movement = preposition.head.i in {self.token.i, self.cargo.token.i}
        is_on_place = preposition.head.i in self.place_heads and "with" in self.movement.ends
        return preposition.lower_ in ends and (is_on_movement or is_on_place)

    def _meaning(self, preposition: Token, ends: Mapping[str, End]) -> End | None:
        return End.FROM if _is_out_of(preposition) else ends.get(preposition.lower_)

    def _end_as_argument(self, last: Token, head: Token, ends: Mapping[str, End]) -> End | None:
        if (
            last.dep_ not in {"dobj", "nsubjpass", "dative", "npadvmod"}
            or last.head.i != self.token.i
        ):
            return None
        is_of = any(a.lower_ == "of" for a in head.ancestors if last.i < a.i)
        if head.i != last.i and head.dep_ != "conj" and not is_of:
            return None  # "left its Arlandic base": the name only describes
        if head.dep_ == "conj" and "and" in ends:
            return ends["and"]
        return ends.get("obj")

    def _is_who_they_are(self, last: Token) -> bool:
        """Whether "from" only says where people come from: "refugees from Arland crossed ..."."""
        is_before = last.head.i == self.cargo.token.i and self.cargo.token.i < self.token.i
        return is_before and self.cargo.kind in {FlowKind.PEOPLE, FlowKind.TROOPS}


def _is_out_of(preposition: Token) -> bool:
    return preposition.lower_ == "of" and preposition.head.lower_ == "out"
