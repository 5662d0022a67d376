"""Persons by name to whom something was done: what is told of one of them twice is one event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from dashboard.coding.what.triggers import Trigger

NAME_TAGS = frozenset({"NNP", "NNPS"})
PARTS = frozenset({"compound", "nmod", "flat"})


@dataclass(frozen=True, slots=True)
class NamedVictim:
    """The words of a name, in small letters."""

    words: frozenset[str]
    is_sure: bool
    """Whether they are surely the name of a person."""

    def is_same(self, other: NamedVictim) -> bool:
        """Whether it is one person: "Ana Perez Soto", then "Perez Soto"."""
        is_sure = self.is_sure or other.is_sure
        return is_sure and (self.words <= other.words or other.words <= self.words)


def victims_named(trigger: Trigger) -> tuple[NamedVictim, ...]:
    """Return the persons of the objects of an event, and of what of theirs was struck."""
    heads = [w for o in trigger.frame.objects for w in (o, *_owners(o))]
    return tuple(dict.fromkeys(v for head in heads if (v := _name_of(head)) is not None))


def share_victim(some: Iterable[NamedVictim], others: Iterable[NamedVictim]) -> bool:
    """Whether the same person is among both."""
    kept = tuple(others)
    return any(one.is_same(other) for one in some for other in kept)


def _owners(thing: Token) -> Iterator[Token]:
    """Yield whose something is: "Perez' car", "the house of Ana Perez"."""
    for child in thing.children:
        if child.dep_ == "poss":
            yield child
        elif child.lower_ == "of":
            yield from (c for c in child.children if c.dep_ == "pobj")


def _name_of(head: Token) -> NamedVictim | None:
    parts = [head, *(w for w in head.subtree if w.dep_ in PARTS and w.i < head.i)]
    named = [w for w in parts if w.tag_ in NAME_TAGS and w.ent_type_ in {"PERSON", ""}]
    if not named:
        return None
    persons = [w for w in named if w.ent_type_ == "PERSON"]
    return NamedVictim(frozenset(w.lower_ for w in persons or (head, *named)), bool(persons))
