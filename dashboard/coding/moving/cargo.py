"""What moves along a flow, and which kind of flow that makes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.coding.what.antecedents import PARTITIVES
from dashboard.coding.what.frames import Frame, read_frame
from dashboard.model import FlowKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Token

    from dashboard.coding.moving.movements import Movement, Movements
    from dashboard.coding.what.triggers import Matcher

# "an army supply convoy": what is carried says more than who carries it.
TELLING_ORDER = (FlowKind.TRAFFICKING, FlowKind.SUPPLY, FlowKind.PEOPLE, FlowKind.TROOPS)
GOODS = frozenset({FlowKind.TRAFFICKING, FlowKind.SUPPLY})
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
PLURALS = frozenset({"NNS", "NNPS", "CD"})
SMUGGLERS = frozenset({"smuggler", "trafficker"})
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Cargo:
    """What moves: the word that heads it, and the kind of flow that it makes."""

    token: Token
    kind: FlowKind | None


@dataclass(frozen=True, slots=True)
class Hold:
    """Tells what moves from the words of a sentence."""

    movements: Movements
    matcher: Matcher

    def cargo_of(self, movement: Movement, frame: Frame) -> Cargo | None:
        """Return what moves, or `None` if the words name nothing that makes it a flow."""
        fillers = tuple(_fillers(movement, frame))
        for token in fillers:
            cargo = self._read(movement, token) or self._read_counted(movement, token)
            if cargo is not None:
                return self._by_hands(cargo, frame)
        is_open = movement.else_kind is not None and all(_is_open(t) for t in fillers)
        return (
            Cargo(fillers[0] if fillers else frame.token, movement.else_kind) if is_open else None
        )

    def _read_counted(self, movement: Movement, token: Token) -> Cargo | None:
        """Return the column of "a column of 40 vehicles", where the vehicles tell nothing."""
        is_inside = token.dep_ == "pobj" and token.head.lower_ == "of"
        return self._read(movement, token.head.head) if is_inside else None

    def _by_hands(self, cargo: Cargo, frame: Frame) -> Cargo:
        """Return goods that smugglers move as trafficking, and a side's own men as troops."""
        if cargo.kind is FlowKind.SUPPLY and any(t.lemma_ in SMUGGLERS for t in frame.subjects):
            return replace(cargo, kind=FlowKind.TRAFFICKING)
        is_own = any(c.lower_ in {"its", "their"} for c in cargo.token.children)
        is_men = cargo.kind is FlowKind.PEOPLE and cargo.token.lemma_ == "man" and is_own
        return replace(cargo, kind=FlowKind.TROOPS) if is_men else cargo

    def routes_in(self, words: Iterable[Token]) -> Iterator[FlowKind]:
        """Yield the kinds of the routes that a sentence names."""
        for word in words:
            kind = self.kind_of(word) if self._is_in(word, "route") else None
            if kind is not None:
                yield kind

    def _read(self, movement: Movement, token: Token) -> Cargo | None:
        is_route = self._is_in(token, "route")
        if is_route is not (movement.moves == {"route"} or (_is_self(movement) and is_route)):
            return None
        kind = self.kind_of(token)
        if is_route and kind is None and any(c.lower_ in {"the", "this"} for c in token.children):
            return Cargo(token, None)
        if kind is None and movement.kind is None:
            return None
        is_many = kind in GOODS or is_route or self._is_many(token)
        return Cargo(token, movement.kind or kind) if is_many else None

    def kind_of(self, token: Token) -> FlowKind | None:
        """Return the kind that a noun phrase makes of a flow; `None` if it tells none."""
        if self._is_in(token, "route") or self._is_in(token, "carrier"):
            told = {k for word in _content(token) for k in [self._kind_of_word(word)] if k}
            inner = next((kind for kind in TELLING_ORDER if kind in told), None)
            if inner is not None or self._is_in(token, "route"):
                return inner
        return self._kind_of_word(token)

    def _kind_of_word(self, token: Token) -> FlowKind | None:
        for kind in TELLING_ORDER:
            if self._is_in(token, kind):
                return kind
        if self.matcher.is_a(token, "armed"):
            return FlowKind.TROOPS
        is_people = self.matcher.lexicon.is_in(token.lemma_.lower(), "civilian")
        is_people = is_people and not self._is_in(token, "carrier")
        is_nation = token.ent_type_ == "NORP" and token.tag_ == "NNPS"
        return FlowKind.PEOPLE if is_people or is_nation else None

    def _is_in(self, token: Token, name: str) -> bool:
        words = self.movements.cargoes[name]
        return token.lemma_.lower() in words or token.lower_ in words

    def _is_many(self, token: Token) -> bool:
        """Whether it names more than one person: one man's journey is no flow."""
        is_group = self.matcher.is_a(token, "armed") and token.pos_ == "PROPN"
        return token.tag_ in PLURALS or self._is_in(token, "collective") or is_group


def read_movement(token: Token) -> Frame:
    """Return the arguments of a movement word, two common faults of the parse put right."""
    frame = read_frame(token)
    if is_misread_verb(token):
        compounds = [c for c in token.lefts if c.dep_ == "compound"]
        return replace(frame, subjects=tuple(compounds[-1:]))
    # "A convoy left Bara" is read as "a convoy [that was] left".
    if token.tag_ == "VBD" and token.dep_ == "acl":
        return replace(frame, subjects=(token.head,))
    return frame


def is_misread_verb(token: Token) -> bool:
    """Whether a sentence without a verb has it in a "plural": "Heroin moves from ..."."""
    is_root = token.dep_ == "ROOT" and token.tag_ == "NNS"
    return is_root and any(c.dep_ == "compound" for c in token.lefts)


def _is_self(movement: Movement) -> bool:
    return movement.moves == {"self"}


def _fillers(movement: Movement, frame: Frame) -> Iterator[Token]:
    """Yield the words in the places where the row says that what moves stands."""
    if _is_self(movement):
        yield frame.token
    elif "of" in movement.moves:
        yield from frame.prepositions.get("of", ())
        yield from (m for m in frame.modifiers if m.dep_ in MODIFIERS)
    elif "obj" in movement.moves and frame.objects:
        yield from frame.objects
    elif movement.moves & {"subj", "route"}:
        yield from frame.subjects or frame.objects


def _is_open(token: Token) -> bool:
    """Whether a word leaves open who moves: "they", "20,000"."""
    return token.pos_ in {"PRON", "NUM"} or token.lemma_.lower() in PARTITIVES


def _content(token: Token) -> Iterator[Token]:
    """Yield the words that say what a carrier or a route is for, the one before it among them."""
    yield from _inside(token)
    before = token.nbor(-1) if token.i else token
    # "The trafficking route links ...": the parse may hang "trafficking" on "links".
    if before.dep_ in MODIFIERS:
        yield before


def _inside(token: Token) -> Iterator[Token]:
    """Yield the words that say what a carrier holds: "a convoy of army trucks"."""
    layer: Sequence[Token] = [token]
    for _ in range(DEEPEST):
        layer = [word for outer in layer for word in _held(outer.children)]
        yield from layer


def _held(children: Iterable[Token]) -> Iterator[Token]:
    for child in children:
        if child.dep_ in MODIFIERS or (child.dep_ == "conj" and child.pos_ in {"NOUN", "ADJ"}):
            yield child
        elif child.lower_ in {"of", "with", "carrying", "for"}:
            yield from (c for c in child.children if c.dep_ in {"pobj", "dobj"})
