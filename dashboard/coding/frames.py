"""A word with its arguments, read off the dependency parse of its sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj", "agent"})
OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "dative", "oprd"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "npadvmod"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "csubj", "pcomp"})
PARTICLES = frozenset({"prt", "advmod", "prep", "oprd"})
LINKS = frozenset({"prep", "agent", "prt", "advmod"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
OBJECT_PREPOSITIONS = frozenset({"of", "on", "against", "upon", "at"})
# The subject of these verbs is the one who does what their object names: "launched an offensive".
SUPPORT_VERBS = frozenset(
    {"carry", "conduct", "launch", "stage", "mount", "make", "wage", "commit", "perpetrate", "fire"}
    | {"perform", "organize", "organise", "coordinate", "orchestrate", "undertake", "take", "plan"}
    | {"claim", "lead", "maintain", "impose", "declare", "hold", "continue", "resume", "open"}
    | {"begin", "start", "order", "sign", "prepare", "reach", "enforce", "lob", "throw", "plant"}
)
# The subject of these verbs is the one to whom it is done: "the garrison repelled an attack".
UNDERGOING = frozenset(
    {"come", "suffer", "survive", "face", "withstand", "repel", "repulse", "sustain", "escape"}
)
# "hundreds of students": the people are in the phrase that hangs on the count.
PARTITIVES = frozenset(
    {"hundred", "thousand", "dozen", "ten", "score", "group", "number", "crowd", "couple", "most"}
    | {"band", "team", "crew", "gang", "handful", "majority", "many", "some", "several", "few"}
    | {"million", "all", "one", "two", "volley", "salvo", "hail", "barrage", "dozens", "series"}
    | {
        "wave",
        "spate",
        "string",
        "pair",
        "column",
        "convoy",
        "pocket",
        "truckload",
        "container",
        "shipment",
        "consignment",
        "cargo",
        "load",
        "haul",
        "stash",
        "crate",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "half",
        "part",
        "element",
    }
)
LIGHT_VERBS = frozenset({"VERB", "AUX"})
SHARED_BY_CONJUNCTS = frozenset({"nsubj", "nsubjpass"})
MAX_CLIMB = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger word with the words that fill its roles."""

    token: Token
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    modifiers: tuple[Token, ...]
    particles: frozenset[str]
    prepositions: Mapping[str, tuple[Token, ...]]
    governor: Token | None
    """The verb that the noun depends on; for a verb `None`."""

    @property
    def governors(self) -> tuple[Token, ...]:
        """The verbs that say what happened to the noun: "a bomb exploded", "a bomb left at"."""
        own = (c for c in self.token.children if c.dep_ in {"acl", "relcl"})
        return tuple(w for w in (self.governor, *own) if w is not None)

    @property
    def argument_modifiers(self) -> tuple[Token, ...]:
        """The words before its arguments: the "mortar" of "came under mortar fire"."""
        below = (t for tokens in self.prepositions.values() for t in tokens)
        arguments = (*self.subjects, *self.objects, *below)
        return tuple(c for t in arguments for c in t.children if c.dep_ in MODIFIERS)

    @property
    def is_verb(self) -> bool:
        """Whether the trigger is a verb."""
        return self.token.pos_ in LIGHT_VERBS


def read_frame(token: Token) -> Frame:
    """Return the arguments of a verb or of a noun that names an event."""
    return _verb_frame(token) if token.pos_ in LIGHT_VERBS else _noun_frame(token)


def read_frames(token: Token) -> Iterator[Frame]:
    """Yield the readings of a word's arguments, the likeliest first.

    In a sentence without another verb, "soldiers deserted to the rebels" parses like "soldiers
    killed in clashes": those named first may have done it.
    """
    frame = read_frame(token)
    yield frame
    is_bare = token.dep_ == "acl" and token.tag_ == "VBN" and token.head.dep_ == "ROOT"
    if is_bare and not frame.subjects and frame.objects:
        yield replace(frame, subjects=frame.objects, objects=())


def _verb_frame(token: Token) -> Frame:
    prepositions = read_prepositions(token)
    subjects = [*_children(token, {"nsubj", "csubj"}), *_agents(token)]
    objects = list(_children(token, OBJECTS - {"oprd"}))
    if token.dep_ in {"acl", "relcl"} and not objects and token.tag_ == "VBN":
        objects = [token.head]
    elif token.dep_ == "acl" and not subjects:
        # "gunmen firing rockets"; also "rebels laid down their arms" where it is taken for a noun.
        subjects = [token.head]
    if not subjects and not objects_of_passive(token):
        subjects = list(inherited_subjects(token))
    return Frame(
        token=token,
        subjects=tuple(_antecedents(_with_conjuncts(subjects), token)),
        objects=tuple(_antecedents(_with_conjuncts(objects), token)),
        modifiers=tuple(c for c in token.children if c.dep_ in {"advmod", "npadvmod", "compound"}),
        particles=frozenset(c.lower_ for c in token.children if c.dep_ in PARTICLES),
        prepositions=prepositions,
        governor=None,
    )


def _noun_frame(token: Token) -> Frame:
    prepositions = read_prepositions(token)
    objects = [t for p in OBJECT_PREPOSITIONS for t in prepositions.get(p, ())]
    subjects = [*prepositions.get("by", ()), *prepositions.get("between", ())]
    # "an attack by rebels on the town": the parse hangs the town on the rebels.
    objects += [
        t for by in subjects for p in ("on", "against") for t in read_prepositions(by).get(p, ())
    ]
    subjects += [c for c in token.children if c.dep_ == "poss"]
    governor = governing_verb(token)
    is_object = token.dep_ in {"dobj", "obj", "nsubjpass"}
    if governor is not None and is_object and governor.lemma_.lower() in SUPPORT_VERBS:
        subjects += [*_children(governor, {"nsubj"}), *_agents(governor)]
        subjects = subjects or list(inherited_subjects(governor))
        objects += [t for p in ("on", "against") for t in read_prepositions(governor).get(p, ())]
    if governor is not None and governor.lemma_.lower() in UNDERGOING:
        objects += _children(governor, {"nsubj"})
    return Frame(
        token=token,
        subjects=tuple(_antecedents(_with_conjuncts(subjects), token)),
        objects=tuple(_antecedents(_with_conjuncts(objects), token)),
        modifiers=tuple(_modifiers(token)),
        particles=frozenset(c.lower_ for c in token.children if c.dep_ in PARTICLES),
        prepositions=prepositions,
        governor=governor,
    )


def read_prepositions(token: Token) -> dict[str, tuple[Token, ...]]:
    """Return the objects of each preposition that hangs on a word."""
    found: dict[str, list[Token]] = {}
    for child in token.children:
        is_dative = child.dep_ == "dative" and child.pos_ == "ADP"
        if not is_dative and (child.dep_ not in LINKS or child.pos_ == "ADV"):
            continue
        objects = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
        for inner in (c for c in child.children if c.dep_ == "prep"):
            objects += [c for c in inner.children if c.dep_ == "pobj"]
        found.setdefault(child.lower_, []).extend(_with_conjuncts(objects))
    return {name: tuple(tokens) for name, tokens in found.items()}


def governing_verb(token: Token) -> Token | None:
    """Return the verb a noun depends on, through coordination and prepositions."""
    word = token
    for _ in range(MAX_CLIMB):
        if word.head.i == word.i:
            return None
        word = word.head
        if word.pos_ in LIGHT_VERBS:
            return word
        is_count = word.lemma_.lower() in PARTITIVES
        if word.pos_ in {"NOUN", "PROPN"} and not is_count and token not in word.conjuncts:
            return None
    return None


def objects_of_passive(token: Token) -> list[Token]:
    """Return the passive subjects of a verb: what it was done to."""
    return [c for c in token.children if c.dep_ == "nsubjpass"]


def inherited_subjects(verb: Token) -> Iterator[Token]:
    """Yield the subjects a verb shares with the verb it is joined to or depends on."""
    word = verb
    for _ in range(MAX_CLIMB):
        if word.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "prep"}:
            return
        word = word.head
        subjects = [c for c in word.children if c.dep_ in SHARED_BY_CONJUNCTS]
        if subjects:
            yield from subjects
            return
        if word.dep_ == "acl" and word.tag_ == "VBG":
            yield word.head
            return


def _children(token: Token, relations: frozenset[str] | set[str]) -> list[Token]:
    return [c for c in token.children if c.dep_ in relations]


def _agents(token: Token) -> list[Token]:
    agents = [c for c in token.children if c.dep_ == "agent"]
    return [c for a in agents for c in a.children if c.dep_ == "pobj"]


def _modifiers(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in MODIFIERS:
            yield child
            yield from (c for c in child.children if c.dep_ in MODIFIERS | {"conj"})


def _with_conjuncts(tokens: Iterable[Token]) -> list[Token]:
    seen: dict[int, Token] = {}
    for token in tokens:
        for word in (token, *token.conjuncts):
            if word.i >= token.i:
                seen.setdefault(word.i, word)
    return list(seen.values())


def _antecedents(tokens: Iterable[Token], verb: Token) -> Iterator[Token]:
    """Yield the words themselves; a relative pronoun is replaced by what it stands for."""
    for token in tokens:
        if token.lower_ in RELATIVE and token.pos_ in {"PRON", "SCONJ", "DET"}:
            clause = next((a for a in (verb, *verb.ancestors) if a.dep_ == "relcl"), None)
            yield from _counted(clause.head if clause is not None else token)
        elif token.lower_ in {"them", "it"} and verb.dep_ == "conj":
            # "rebels entered, and troops drove them out"; "they caught a man and beat him"
            has_own = any(c.dep_ == "nsubj" for c in verb.children)
            role = "nsubj" if has_own and token.dep_ != "nsubj" else "dobj"
            earlier = [c for c in verb.head.children if c.dep_ == role]
            yield from _counted(earlier[0] if earlier else token)
        else:
            yield from _counted(token)


def _counted(token: Token) -> Iterator[Token]:
    """Yield what a count or a quantity is made of: the students of "hundreds of students"."""
    for _ in range(MAX_CLIMB):
        ofs = [c for c in token.children if c.lower_ == "of"]
        inner = next((c for of in ofs for c in of.children if c.dep_ == "pobj"), None)
        if inner is None or not (token.lemma_.lower() in PARTITIVES or token.like_num):
            break
        token = inner
    yield token
