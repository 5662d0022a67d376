"""A word with its arguments, read off the dependency parse of its sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.coding.what.antecedents import (
    MAX_CLIMB,
    PARTITIVES,
    find_antecedents,
    what_is_counted,
    with_conjuncts,
)
from dashboard.coding.what.doers import does_what_it_governs, inherited_subjects
from dashboard.coding.what.slips import (
    has_other_verb,
    is_passive_of_headline,
    is_state_of,
    is_verb_taken_for_adjective,
    is_within,
    main_noun,
    objects_led_astray,
    particles_of,
    shares_passive,
    subjects_led_astray,
    swallowed_subjects,
    what_follows_day,
)
from dashboard.coding.what.undergoers import (
    HARMING,
    fallen_in,
    is_done_to_head,
    is_short_passive,
    listed_before,
    undergoers,
    victims_before,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj", "agent"})
OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "dative", "oprd"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "npadvmod"})
NOUN_PARTS = frozenset({"compound", "nmod", "amod", "npadvmod"})
COLLECTIVE = frozenset({"police", "army", "military", "navy", "force", "militia", "government"})
OCCURRING = frozenset(
    {"break", "erupt", "take", "occur", "rage", "continue", "flare", "happen", "resume", "begin"}
    | {"start", "follow", "intensify", "spread", "ensue", "end"}
)
# The parse often hangs "from" on those who are taken or driven: "chased his men from the town".
REMOVING = frozenset(
    {"drive", "push", "chase", "flush", "expel", "oust", "throw", "take", "pull", "drag", "haul"}
    | {"snatch", "seize", "abduct", "kidnap", "pluck", "remove", "lead"}
)
STRIKING = frozenset({"attack", "target", "hit", "strike"})
LINKS = frozenset({"prep", "agent", "prt", "advmod"})
DIRECTIONS = frozenset({"back", "away", "out", "over", "down", "up", "off", "in"})
OBJECT_PREPOSITIONS = frozenset({"of", "on", "against", "upon", "at"})
LIGHT_VERBS = frozenset({"VERB", "AUX"})
TELEGRAPHIC = frozenset({"NN", "NNS", "VBP", "VBD", "VBZ", "VB"})


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
    is_verb: bool

    @property
    def governors(self) -> tuple[Token, ...]:
        """The verbs that say what happened to the noun: "a bomb exploded", "a bomb left at"."""
        own = [c for c in self.token.children if c.dep_ in {"acl", "relcl"}]
        due = (c for d in self.token.children if d.dep_ == "amod" for c in d.children)
        own += [c for c in due if c.dep_ == "xcomp"]  # "talks due to resume"
        return tuple(w for w in (self.governor, *own) if w is not None)

    @property
    def argument_modifiers(self) -> tuple[Token, ...]:
        """The words before its arguments: the "mortar" of "came under mortar fire"."""
        below = (t for tokens in self.prepositions.values() for t in tokens)
        arguments = (*self.subjects, *self.objects, *below)
        return tuple(c for t in arguments for c in t.children if c.dep_ in MODIFIERS)


def read_frame(token: Token) -> Frame:
    """Return the arguments of a verb or of a noun that names an event."""
    return _verb_frame(token) if token.pos_ in LIGHT_VERBS else _noun_frame(token)


def read_frames(token: Token) -> Iterator[Frame]:
    """Yield the readings of a word's arguments, the likeliest first.

    In a sentence without another verb, "soldiers deserted to the rebels" parses like "soldiers
    killed in clashes": those named first may have done it.
    """
    if token.dep_ in NOUN_PARTS and token.i > 0:
        yield from _flat_frames(token)
    frame = read_frame(token)
    yield frame
    is_bare = token.dep_ == "acl" and token.tag_ == "VBN" and token.head.dep_ == "ROOT"
    if is_bare and not frame.subjects and frame.objects:
        yield replace(frame, subjects=frame.objects, objects=())
    if is_passive_of_headline(token) and not frame.objects:
        doers = tuple(s for s in frame.subjects if s.head.dep_ == "agent")
        undergone = tuple(s for s in frame.subjects if s not in doers)
        yield replace(frame, subjects=doers, objects=undergone)


def _flat_frames(token: Token) -> Iterator[Frame]:
    """Yield "warplanes target areas" as verb and arguments where the parse makes one noun of it."""
    before, head = token.nbor(-1), token.head
    is_telling = before.tag_ in {"NNS", "NNPS"} or before.lemma_.lower() in COLLECTIVE
    if token.tag_ == "NNS":
        # "a landmine hits a bus", "the army shells two villages" without their articles
        is_telling = before.tag_ in {"NN", "NNP"} and before.head.i >= token.i
    if is_verb_taken_for_adjective(token):
        objects = tuple(what_is_counted(head))
        yield replace(read_frame(token), subjects=(before,), objects=objects, is_verb=True)
    if token.pos_ not in LIGHT_VERBS and has_other_verb(token):
        return
    if is_telling and token.tag_ in TELEGRAPHIC and head.i > token.i:
        subjects = tuple(with_conjuncts([before]))
        objects = tuple(what_is_counted(head))
        yield replace(read_frame(token), subjects=subjects, objects=objects, is_verb=True)


def _verb_frame(token: Token) -> Frame:
    subjects = [*_children(token, {"nsubj", "csubj"}), *_agents(token)]
    subjects = subjects_led_astray(token) or subjects
    objects = [*_children(token, OBJECTS - {"oprd"}), *objects_led_astray(token)]
    if objects and objects[0].dep_ == "nsubjpass" and token.lemma_ in HARMING:
        objects = [*listed_before(objects[0]), *objects]
    if not objects and shares_passive(token):
        objects = objects_of_passive(token.head)
    is_done_to = token.tag_ == "VBN" or (token.dep_ == "relcl" and is_done_to_head(token))
    if token.dep_ in {"acl", "relcl"} and not objects and is_done_to:
        objects = victims_before(token, [])
    elif token.dep_ == "acl" and not subjects:
        # "gunmen firing rockets"; also "rebels laid down their arms" where it is taken for a noun.
        subjects = [main_noun(token) or token.head]
    if not subjects and not objects_of_passive(token):
        subjects = list(inherited_subjects(token))
    if not subjects and not objects_of_passive(token):
        subjects = swallowed_subjects(token)
    if not objects and (_is_passive(token) or is_short_passive(token)):
        # "a van was hit and was burned": what the first verb was done to, the second was, too.
        subjects, objects = _agents(token), victims_before(token, subjects)
    return Frame(
        token=token,
        subjects=tuple(find_antecedents(with_conjuncts(subjects), token)),
        objects=tuple(find_antecedents(with_conjuncts(objects), token)),
        modifiers=tuple(c for c in token.children if c.dep_ in {"advmod", "npadvmod", "compound"}),
        particles=particles_of(token),
        prepositions=_prepositions_of_verb(token),
        governor=None,
        is_verb=True,
    )


def _prepositions_of_verb(token: Token) -> dict[str, tuple[Token, ...]]:
    """Return the prepositions of a verb, with those of whom it removes from a place."""
    own = read_prepositions(token)
    if token.lemma_ in STRIKING:
        # "targeted a van with a bomb": the parse hangs the bomb on the van.
        means = [
            t for c in _children(token, {"dobj"}) for t in read_prepositions(c).get("with", ())
        ]
        own = {"with": tuple(means), **own} if means else own
    if token.lemma_ in REMOVING:
        for thing in _children(token, {"dobj"}):
            own = {**read_prepositions(thing), **own}
            for owner in read_prepositions(thing).get("of", ()):
                own = {**read_prepositions(owner), **own}
    return own


def _noun_frame(token: Token) -> Frame:
    prepositions = read_prepositions(token)
    objects = [t for p in OBJECT_PREPOSITIONS for t in prepositions.get(p, ())]
    subjects = [*prepositions.get("by", ()), *prepositions.get("between", ())]
    # "an attack by rebels on the town": the parse hangs the town on the rebels.
    objects += [
        t for by in subjects for p in ("on", "against") for t in read_prepositions(by).get(p, ())
    ]
    subjects += [c for c in token.children if c.dep_ == "poss"]
    objects += fallen_in(token)
    governor = governing_verb(token)
    is_object = token.dep_ in {"dobj", "obj", "nsubjpass"}
    if governor is not None and is_object and does_what_it_governs(governor, token, subjects):
        subjects += [*_children(governor, {"nsubj"}), *_agents(governor)]
        subjects = subjects or list(inherited_subjects(governor))
    if governor is not None and token.dep_ == "dobj":
        # "beat back an assault by rebels on the base": the parse hangs the base on the verb.
        objects += [t for p in ("on", "against") for t in read_prepositions(governor).get(p, ())]
    if governor is not None and is_state_of(token, governor):
        subjects += _children(governor, {"nsubj"})
    if governor is not None:
        objects += undergoers(token, governor)
        prepositions = _with_those_of(governor, token, prepositions)
        subjects += prepositions.get("between", ()) if not subjects else ()
    return Frame(
        token=token,
        subjects=tuple(find_antecedents(with_conjuncts(subjects), token)),
        objects=tuple(find_antecedents(with_conjuncts(objects), token)),
        modifiers=tuple(_modifiers(token)),
        particles=particles_of(token),
        prepositions=prepositions,
        governor=governor,
        is_verb=False,
    )


def _is_passive(token: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in token.children)


def _with_those_of(
    verb: Token, noun: Token, own: dict[str, tuple[Token, ...]]
) -> dict[str, tuple[Token, ...]]:
    """Return the prepositions of a noun; "clashes broke out between" hangs them on the verb."""
    if noun.dep_ != "nsubj" or verb.lemma_.lower() not in OCCURRING:
        return own
    return {**read_prepositions(verb), **own}


def read_prepositions(token: Token) -> dict[str, tuple[Token, ...]]:
    """Return the objects of each preposition that hangs on a word."""
    found: dict[str, list[Token]] = {}
    # "handed the town back to the army": the parse hangs "to" on "back".
    adverbs = (c for c in token.children if c.dep_ == "advmod" and c.lower_ in DIRECTIONS)
    for child in (*token.children, *(c for a in adverbs for c in a.children if c.dep_ == "prep")):
        is_dative = child.dep_ == "dative" and child.pos_ == "ADP"
        if not is_dative and (child.dep_ not in LINKS or child.pos_ == "ADV"):
            continue
        objects = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
        # "the capture on Thursday of the town": the parse hangs the town on the day.
        found.setdefault("of", []).extend(t for d in objects for t in what_follows_day(d))
        for inner in (c for c in child.children if c.dep_ == "prep"):
            objects += [c for c in inner.children if c.dep_ == "pobj"]
        found.setdefault(child.lower_, []).extend(with_conjuncts(objects))
    return {name: tuple(tokens) for name, tokens in found.items() if tokens}


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
        verb = word.head.head if word.head.dep_ == "agent" else word.head
        is_party = word.dep_ == "dobj" or word.head.dep_ == "agent"
        if is_party and verb.lemma_ in HARMING and is_within(token, word):
            # "killed seven rebels in a raid": the parse hangs the raid on the rebels.
            continue
        if word.pos_ in {"NOUN", "PROPN"} and not is_count and token not in word.conjuncts:
            return None
    return None


def objects_of_passive(token: Token) -> list[Token]:
    """Return the passive subjects of a verb: what it was done to."""
    return [c for c in token.children if c.dep_ == "nsubjpass"]


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
