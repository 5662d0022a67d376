"""Who took part in an event: names with their role and ACLED class."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from dashboard.coding.counting.people import looks_like_people
from dashboard.coding.what.frames import read_frame
from dashboard.coding.who.actor_classes import class_of
from dashboard.coding.who.actor_names import bare_name
from dashboard.coding.who.casting import CROWDS, VIOLENT_TYPES, classed, is_cut_short
from dashboard.coding.who.owners import (
    SPEAKING,
    band_before,
    named_owners,
    speaker_above,
    those_in,
    whose,
)
from dashboard.coding.who.parties import (
    crowd_counted,
    doer_of,
    headless_crowd,
    holders_of,
    included_in,
    is_only_of_next,
    opponents,
    owners_of_fire,
    parties_to,
    robbed_of_land,
    those_inside,
    those_struck,
)
from dashboard.model import Actor, EventType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Token

    from dashboard.coding.counting.toll_phrases import TollMention
    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.coding.what.triggers import Trigger

PERSON_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "who", "him", "her", "them", "we", "i", "you", "this", "that"}
    | {"these", "which", "those"}
)
NO_NAMES = frozenset({"others", "dead", "side", "sides", "kia", "wia", "mia", "number", "toll"})
OWNED = frozenset({"airborne", "aircraft", "shell", "weapon", "vehicle", "ship"})
"""Classes of things that belong to somebody: who owns them is named with them, or nobody is."""
MONTHS = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
ACRONYM = re.compile(rf"(?!(?:{MONTHS})$)[A-Z]{{3,}}(?:-[A-Z]+)?")
NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
OWNING = frozenset({"NORP", "GPE", "ORG"})
BEARING_ARMS = frozenset({"state forces", "external/other forces", "rebel group"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
SENDING = frozenset({"movement", "deployment", "withdrawal", "talks", "base", "formation"})
SENDING |= {"agreement", "evacuation"}
"""Families whose object is no target: "sent soldiers", "talks on prisoners"."""
ARMED = frozenset({"state forces", "rebel group", "political militia", "identity militia"})
BOMBERS = frozenset({"bomber", "attacker", "gunman", "hijacker", "kidnapper"})
ONE_SIDED = frozenset({"shoot", "gun", "kill", "slay", "behead", "execute"})
TAKING = frozenset({"killing", "abduction", "massacre", "assassination", "sexual violence"})


@dataclass(frozen=True, slots=True)
class ActorFinder:
    """Finds those who act in a sentence."""

    sentence: Sentence
    lexicon: Lexicon
    armed_names: Mapping[str, str]

    def find(self, trigger: Trigger, told_by: Iterable[Trigger] = ()) -> tuple[Actor, ...]:
        """
        Return those who did it and those it was done to, as the sentence names them.

        `told_by` are other words of the sentence that tell the same event.
        """
        found: dict[str, Actor] = {}
        for each in (trigger, *told_by):
            for actor in map(partial(self._behind, each), self._of_trigger(each)):
                found.setdefault(actor.name.lower(), actor)
        for actor in self._assistants(trigger):
            found.setdefault(actor.name.lower(), actor)
        whole = [a for a in found.values() if not is_cut_short(a, found.values())]
        return tuple(classed(actor, trigger) for actor in whole)

    def _behind(self, trigger: Trigger, actor: Actor) -> Actor:
        """Return the farmers of "raiders kill farmers", made one name of by the parse."""
        end = trigger.token.idx + len(trigger.token) + 1
        run = self.sentence.find(actor.span) if actor.span else None
        if actor.role != "target" or run is None or not run[0] <= trigger.token.idx < end < run[1]:
            return actor
        name, span = self.sentence.text[end : run[1]], self.sentence.span(end, run[1])
        known = self.lexicon.actors.get(trigger.frame.objects[-1].lemma_.lower())
        return replace(actor, name=name, span=span, actor_class=known)

    def victims(self, mention: TollMention) -> tuple[Actor, ...]:
        """Return those who were killed or injured, as the targets that they were."""
        tokens = self._losers(mention.token) or self.counted(mention).victims
        run = self.sentence.find(mention.toll.span) if mention.toll.span else None
        tokens = (*tokens, *(included_in(mention.token, run[1]) if run else ()))
        actors = (self._victim(t) for t in tokens if t.ent_type_ not in {"GPE", "LOC"})
        return tuple(a for a in actors if a is not None)

    def _losers(self, verb: Token) -> tuple[Token, ...]:
        """Return the army of "the army lost five men": the men are its own."""
        sides = read_frame(verb).subjects if verb.lemma_ == "lose" else ()
        return tuple(
            s for s in sides if class_of(s, self.lexicon, self.armed_names) in ARMED | BEARING_ARMS
        )

    def _victim(self, token: Token) -> Actor | None:
        """Return somebody who was killed, injured or taken, by a noun of any trade."""
        known = self.read(token, "target")
        if known is not None or token.pos_ != "NOUN" or self._is_thing(token):
            return known
        if not looks_like_people(token):
            return None
        run = bare_name(token)
        span = self.sentence.span(run.start_char, run.end_char)
        return Actor(run.text, "target", "civilians", span)

    def counted(self, mention: TollMention) -> TollMention:
        """Return a toll with the noun that it counts: the soldiers of "five soldiers dead"."""
        run = self.sentence.find(mention.toll.span) if mention.toll.span else None
        words = mention.token.doc.char_span(*run, alignment_mode="expand") if run else None
        if mention.victims or words is None or not len(words):
            return mention
        last = words[-1]
        noun = last.head if last.dep_ in {"nummod", "amod"} and last.head.i > last.i else last
        return replace(mention, victims=(noun,) if noun.pos_ in {"NOUN", "PROPN"} else ())

    def party_of(self, claimant: Token, name: str) -> Actor | None:
        """Return the side that a claimant speaks for: the front of "a spokesman of the front"."""
        if claimant.lemma_.lower() in SPEAKING:
            owners = (*those_in(claimant), *whose(claimant))
            for owner in owners:
                party = self.read(owner, "actor")
                if party is not None and party.actor_class != "civilians":
                    return replace(party, span=None)
            return None
        if claimant.lower_ in PERSON_PRONOUNS:
            return None
        actor_class = class_of(claimant, self.lexicon, self.armed_names)
        return Actor(name, "actor", None if actor_class == "civilians" else actor_class)

    def _of_trigger(self, trigger: Trigger) -> Iterator[Actor]:
        frame = trigger.frame
        if trigger.token.lemma_ == "lose" and trigger.rule.family == "killing":
            for token in frame.subjects:
                yield from self._read_all(token, "target")
            return
        is_mutual = trigger.rule.family == "battle"
        between = frame.prepositions.get("between", ()) if is_mutual and not frame.subjects else ()
        yield from self._band(trigger)
        doers = (*frame.subjects, *between, *self._owners(trigger))
        sides = opponents(trigger)
        if trigger.token.lemma_.lower() in BOMBERS:
            yield from self._read_all(trigger.token, "actor")
        for token in (*doers, *parties_to(trigger)):
            yield from self._doers(token, trigger)
        for token in sides:
            yield from self._read_all(token, "actor" if is_mutual else "target")
        if trigger.rule.family not in SENDING:
            for actor in self._targets(trigger):
                # "shot dead nine soldiers" has one side that does it
                is_done_to = frame.is_verb and trigger.token.lemma_ in ONE_SIDED
                is_side = is_mutual and actor.actor_class in ARMED and not is_done_to
                yield replace(actor, role="actor") if is_side else actor

    def _band(self, trigger: Trigger) -> Iterator[Actor]:
        """Yield the band of "an ISWAP ambush"."""
        band = band_before(trigger, self.lexicon)
        if band is not None:
            span = self.sentence.span(band.start_char, band.end_char)
            yield Actor(band.text, "actor", self.lexicon.organisations[band.text.lower()], span)

    def _owners(self, trigger: Trigger) -> list[Token]:
        """Return the words before a noun that say whose deed it was, but for the name of a band."""
        band = band_before(trigger, self.lexicon)
        named = range(band.start, band.end) if band is not None else range(0)
        before = (t for t in trigger.frame.modifiers if t.i not in named)
        return [t for t in before if self._is_doer(t, trigger)]

    def _doers(self, token: Token, trigger: Trigger) -> Iterator[Actor]:
        """Yield who did it: by name, by the crowd, or as "tens of thousands" of nobody named."""
        crowd = headless_crowd(token, trigger)
        if crowd is not None:
            span = self.sentence.span(crowd.start_char, crowd.end_char)
            kind = trigger.rule.type
            yield Actor(crowd.text, "actor", CROWDS.get(kind) if kind else None, span)
        else:
            for doer in owners_of_fire(token) or [crowd_counted(doer_of(token))]:
                yield from self._read_all(doer, "actor")

    def _targets(self, trigger: Trigger) -> Iterator[Actor]:
        """Yield to whom it was done, and who was in, or held, what it was done to."""
        for token in (*trigger.frame.objects, *those_struck(trigger)):
            if token.ent_type_ in {"GPE", "LOC", "FAC"}:
                continue
            victim = self._victim(token) if trigger.rule.family in TAKING else None
            found = (victim,) if victim else tuple(self._read_all(token, "target"))
            yield from found or self._those_behind(token, trigger)
        for token in robbed_of_land(trigger):
            yield from self._read_all(token, "target")

    def _those_behind(self, thing: Token, trigger: Trigger) -> Iterator[Actor]:
        """Yield the police of "police posts", the pilgrims of "a bus carrying pilgrims"."""
        if trigger.rule.type not in {*VIOLENT_TYPES, EventType.RIOTS}:
            return
        held = ((t, ARMED | BEARING_ARMS) for t in holders_of(thing))
        inside = ((t, None) for t in those_inside(thing))
        for token, classes in (*held, *inside):
            actor = self.read(token, "target")
            is_known = actor is not None and actor.actor_class is not None
            if actor and is_known and (classes is None or actor.actor_class in classes):
                yield actor

    def _is_doer(self, before: Token, trigger: Trigger) -> bool:
        """Whether the word before a noun did it: "a Borlandic raid", "coalition airstrikes"."""
        if before.i > trigger.token.i or before.doc[before.i + 1 : before.i + 2].text == "-":
            return False  # "a Saudi-led coalition raid": the coalition's
        if before.ent_type_ in OWNING and before.is_title:
            return True
        is_direct = before.dep_ == "compound" and before.head.i == trigger.token.i
        actor_class = self.lexicon.actors.get(before.lemma_.lower())
        return is_direct and actor_class in BEARING_ARMS and not self._is_thing(before)

    def _read_all(self, token: Token, role: str) -> Iterator[Actor]:
        named = [c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
        if token.dep_ == "appos" and token.lemma_ in {"rebellion", "insurgency"}:
            token = token.head  # "the Front, a rebellion that captured Bara"
        read = (self.read(t, role) for t in (token, *named))
        yield from [actor for actor in read if actor is not None][:1]

    def _assistants(self, trigger: Trigger) -> Iterator[Actor]:
        """Yield those of "with French assistance", "backed by X"."""
        for token in trigger.frame.prepositions.get("with", ()):
            if token.lemma_.lower() in {"assistance", "support", "help", "backing"}:
                helper = next(
                    (c for c in token.children if c.dep_ in {"compound", "amod", "poss"}), None
                )
                if helper is not None:
                    run = self.sentence.span(helper.idx, helper.idx + len(helper))
                    helper_class = class_of(helper, self.lexicon, self.armed_names)
                    yield Actor(helper.text, "assistant", helper_class, run)

    def read(self, token: Token, role: str) -> Actor | None:
        """Return whom a word names, or `None` if it is nobody."""
        if role == "actor" and any(c.lower_ in {"its", "their"} for c in token.children):
            token = speaker_above(token) or token
        is_name = token.pos_ in {"NOUN", "PROPN"} or token.ent_type_ in {"NORP", "GPE"}
        if token.lower_ in PERSON_PRONOUNS | NO_NAMES or not is_name or is_only_of_next(token):
            return None
        actor_class = class_of(token, self.lexicon, self.armed_names)
        is_thing = self._is_thing(token)
        if is_thing:
            actor_class = actor_class or self._owner_class(token)
            is_named = any(t.ent_type_ in OWNING for t in named_owners(token))
            if actor_class is None and not is_named:
                return None
        is_named = token.ent_type_ in NAMED or ACRONYM.fullmatch(token.text) is not None
        if actor_class is None and not is_thing and (not is_named or self._is_place(token)):
            return None
        lemma = token.lemma_.lower()
        is_event = self.lexicon.is_event_noun(lemma) and lemma not in self.lexicon.actors
        if is_event and not is_thing:
            return None
        run = bare_name(token)
        name = run.text.removesuffix("'s").removesuffix("’s")
        span = self.sentence.span(run.start_char, run.start_char + len(name))
        return Actor(name, role, actor_class, span)

    def _is_thing(self, token: Token) -> bool:
        lemma = token.lemma_.lower()
        return any(self.lexicon.is_in(lemma, c) for c in OWNED) and not lemma.endswith("strike")

    def _is_place(self, token: Token) -> bool:
        """Whether it is "Konduga LGA", which the model takes for an organisation."""
        return self.lexicon.is_in(token.lemma_.lower(), "place")

    def _owner_class(self, token: Token) -> str | None:
        owners = (class_of(t, self.lexicon, self.armed_names) for t in whose(token))
        return next((c for c in owners if c not in {None, "civilians"}), None)


def add_actors(known: Iterable[Actor], more: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return actors with those who are not among them yet, in whatever role."""
    kept = {actor.name.lower(): actor for actor in known}
    for actor in more:
        kept.setdefault(actor.name.lower(), actor)
    return tuple(kept.values())
