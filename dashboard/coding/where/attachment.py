"""How far the words that place or date something stand from an event, in the parse."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dashboard.coding.certainty.attribution import is_source_marker
from dashboard.coding.what.doers import SUPPORT_VERBS
from dashboard.coding.where.clauses import (
    ends_at_semicolon,
    has_subject,
    is_gapped,
    is_in_which,
    is_left_behind,
    is_of_somebody,
    is_of_those_behind,
    is_of_what_it_followed,
    is_of_who,
    is_perfect,
    is_place_word,
    is_spot,
    is_term_of_office,
    is_told_with,
    is_undergone,
    is_where,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Token

FAR = 99
REACH = 4
"""A phrase further up the clause than this says nothing sure about the event."""
CLAUSE_ENDS = frozenset({"relcl", "ccomp", "parataxis"})
CIRCUMSTANTIAL = frozenset(
    {"due", "because", "with", "about", "for", "despite", "as", "like", "than"}
)
LOCATIVE = frozenset(
    {"in", "at", "near", "around", "outside", "inside", "across", "throughout", "off"}
)
TOWARDS = frozenset({"to", "into", "toward", "towards", "onto"})
BESIDE = frozenset({"for", "with", "as", "over"})
# To announce these is to do them: "announced on Friday that they were merging".
DONE_BY_SAYING = frozenset({"formation", "agreement", "ban", "curfew", "stoppage", "coup"}) | {
    "territory regained"
}
ANNOUNCING = frozenset({"announce", "declare", "proclaim"})
PROCLAIMED = frozenset(
    {"ceasefire", "cease", "fire", "truce", "curfew", "ban", "merger", "emergency"}
)
UNDONE = frozenset({"void", "null", "dead", "over", "invalid", "finished", "buried"})
# What somebody says or does about an event later.
REACTING = frozenset(
    {"condemn", "deplore", "denounce", "protest", "mourn", "investigate", "blame", "accuse"}
    | {"charge", "discuss", "criticize", "criticise", "welcome", "regret", "recall", "remember"}
    | {"commemorate", "mark", "admit", "acknowledge", "praise", "convict", "sentence", "indict"}
    | {"implicate", "apologize", "apologise", "avenge", "probe", "repudiate", "lament", "decry"}
    | {"hail", "review", "reject", "celebrate", "cheer", "applaud"}
)
ASIDE = frozenset({"advcl", "relcl", "acl"})
LARGEST_NEST = 2
INSIDE_RELATIVE = 20
VERBS = frozenset({"VERB", "AUX"})
MAKING = SUPPORT_VERBS - {"claim", "order", "plan", "prepare"}
NEXT_VERB = 3


@dataclass(slots=True)
class Attachment:
    """The clause of one event, as the words above its trigger."""

    token: Token
    others: frozenset[int]
    """Triggers of other events in the sentence."""
    reports: Collection[str]
    """Lemmas of verbs of saying; what stands with them is about the saying."""
    chain: dict[int, int] = field(default_factory=dict)
    fronted_only: set[int] = field(default_factory=set)
    outer: set[int] = field(default_factory=set)
    """Words of the clauses that the event's own clause only hangs on."""

    def __post_init__(self) -> None:
        """Walk up from the trigger to the end of its clause."""
        self.chain[self.token.i] = 0
        child, is_other_clause, is_outer = self.token, False, False
        for steps, word in enumerate(self.token.ancestors, start=1):
            if self._ends_clause(child, word):
                return
            is_joined = child.dep_ == "conj" or ends_at_semicolon(child)
            if word.i in self.others and child.dep_ != "conj":
                return
            is_other_clause = is_other_clause or (is_joined and self._is_own_clause(child, word))
            is_outer = is_outer or (child.dep_ in ASIDE and not is_spot(word))
            if is_other_clause:
                self.fronted_only.add(word.i)
            if is_outer:
                self.outer.add(word.i)
            self.chain[word.i] = steps
            if self._is_about(word):
                return  # "a meeting in Bara to discuss the truce": the truce was not there
            child = word

    def _ends_clause(self, child: Token, word: Token) -> bool:
        if child.dep_ == "relcl":
            # "The valley where they fought", "the riot in which they fought", "Bara, which was hit"
            if is_where(child) or is_in_which(child) or is_undergone(child):
                self.chain[word.i] = 1
            if is_where(child) and is_spot(word):
                return False
            # "was hit in May, when a drone fell": the day is that of both.
            is_when = any(c.lower_ == "when" for c in child.children)
            return not (is_when and word.ent_type_ == "DATE")
        if child.dep_ == "appos" or is_of_those_behind(child, word):
            return True
        return child.dep_ in {"ccomp", "parataxis"} and word.lemma_.lower() in self.reports

    def _is_own_clause(self, child: Token, word: Token) -> bool:
        if child.pos_ in {"NOUN", "PROPN"}:
            return word.i in self.others
        return any(
            c.dep_ in {"nsubj", "nsubjpass", "prep", "npadvmod", "dobj"} for c in child.children
        )

    def of_shared_subject(self) -> Attachment | None:
        """
        Return the clause of the verb that this one is joined to and shares its subject with.

        "Gunmen stormed a hotel in Bara on Friday and took guests hostage": where the second verb
        has no place or time of its own, those of the first are meant.
        """
        word = self.token
        if word.dep_ == "dobj" and word.head.dep_ == "conj":
            word = word.head  # "went to Bara and signed a truce"
        first = word.i
        while word.dep_ == "conj" and word.pos_ in VERBS and not has_subject(word):
            word = word.head
        if word.i == first or word.pos_ not in VERBS:
            return None
        return Attachment(word, self.others - {word.i}, self.reports)

    def distance(self, head: Token, *, is_place: bool) -> int:
        """Return the steps from a phrase up to the event's clause; `FAR` if it is not its own."""
        nouns, extra, child = 0, 0, head
        if head.i in self.chain:
            return self.chain[head.i]
        for word in head.ancestors:
            if self._is_aside(child, head, is_place=is_place):
                extra = INSIDE_RELATIVE
            elif _leaves_clause(child, word, self.token, is_place=is_place):
                return FAR
            is_next_verb = child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}
            if is_place and (
                is_left_behind(head, child, word)
                # "Gave up the post and crossed into Arland": that is where they went next.
                or (is_next_verb and head.head.lower_ in TOWARDS)
            ):
                return FAR
            extra += NEXT_VERB if is_next_verb else child.dep_ == "advcl"
            if word.i in self.chain:
                steps = self._reached(word, head, child, nouns)
                return steps if steps == FAR else steps + extra
            if word.i in self.others and not is_gapped(word):
                return FAR
            nouns += _is_nest(word, is_place=is_place)
            child = word
        return FAR

    def distance_beside(self, head: Token, *, is_fight: bool) -> int:
        """
        Return the steps from a phrase with "in" or "at" to the event over nouns beside it.

        What a fight is for may be the place itself: "battled for Bara".
        """
        child, is_local, nouns = head, is_fight and head.head.lower_ in {"for", "over"}, 0
        for word in head.ancestors:
            is_local = is_local or child.lower_ in LOCATIVE
            if word.i == self.token.i:
                return nouns if is_local and child.lower_ in BESIDE else FAR
            is_phrase = word.pos_ in {"NOUN", "PROPN", "ADP", "ADV"} and word.i not in self.others
            if not is_phrase or nouns > LARGEST_NEST:
                return FAR
            nouns += word.pos_ == "NOUN"
            child = word
        return FAR

    def place_distance(self, head: Token) -> int:
        """Return the steps from a place up to the event; `FAR` where others celebrate or mourn."""
        meeting = next((w for w in (head, *head.ancestors) if w.i in self.chain), None)
        if meeting is not None and self._is_about(meeting):
            return FAR
        return self.distance(head, is_place=True)

    def date_distance(self, head: Token) -> int:
        """Return the steps from a date up to the event; `FAR` if it dates something else."""
        is_of_other = head.dep_ == "poss" and not self._is_own(head.head)
        meeting = next((w for w in (head, *head.ancestors) if w.i in self.chain), None)
        if is_of_other or (meeting is not None and self._is_about(meeting)):
            return FAR
        if is_of_what_it_followed(self.token, head, self.others):
            return FAR
        return self.distance(head, is_place=False)

    def _is_own(self, noun: Token) -> bool:
        """Whether "Monday's" stands with the event or with what does it: "Monday's attack hurt"."""
        return noun.i == self.token.i or (noun.head.i == self.token.i and noun.dep_ == "nsubj")

    def _is_about(self, word: Token) -> bool:
        """Whether it is of what is said or done about the event, not of the event."""
        is_other = word.i != self.token.i and self.token.pos_ == "NOUN"
        return is_other and word.lemma_.lower() in REACTING

    def _is_aside(self, clause: Token, head: Token, *, is_place: bool) -> bool:
        """Whether a relative clause may place or date the event; "had held since 2004" may not.

        "In Bara, where rebels burned the hospital in 2004, people marched": that is their year.
        """
        is_relative = clause.dep_ == "relcl" and not self._tells_another(clause)
        is_other = is_where(clause) or is_of_who(clause) or is_perfect(clause)
        is_other = is_other or is_of_somebody(clause, head)
        return is_relative and (is_place or not is_other)

    def _tells_another(self, clause: Token) -> bool:
        """Whether a relative clause tells another event."""
        return any(w.i in self.others or w.i == self.token.i for w in clause.subtree)

    def _reached(self, word: Token, head: Token, child: Token, nouns: int) -> int:
        steps = self.chain[word.i]
        is_fronted = head.i < self.token.i and head.i < word.i
        if word.i in self.fronted_only and not is_fronted:
            return FAR
        if steps == 0:
            is_beside = child.lower_ in CIRCUMSTANTIAL and not _is_duration(child)
            return FAR if nouns > LARGEST_NEST or is_beside else 0
        if nouns > LARGEST_NEST or (nouns and word.i in self.outer):
            return FAR
        if steps > REACH and not is_fronted:
            return FAR
        if word.i in self.others and self.token.i > head.i and not is_fronted:
            return FAR
        return steps + nouns


def _leaves_clause(child: Token, word: Token, event: Token, *, is_place: bool) -> bool:
    if child.lower_ in {"than", "according"}:
        return True
    if child.dep_ in CLAUSE_ENDS:
        is_deed = word.i == event.i and event.lemma_.lower() in ANNOUNCING
        is_deed = is_deed and child.tag_ in {"VBN", "VBD"}
        return not is_deed or any(c.dep_ in {"aux", "auxpass", "mark"} for c in child.children)
    is_rumour = child.dep_ == "xcomp" and is_perfect(child) and not is_place
    is_term = not is_place and is_term_of_office(child, word, event)
    if is_source_marker(child) or is_rumour or is_term:
        return True  # "led the raid and is said to have fled in May"
    if child.dep_ == "acl":
        # "The truce signed on Friday", "the massacre of six priests carried out on Friday": what
        # was done to make the event dates it.
        is_of_event = word.i == event.i or event.i in {a.i for a in word.ancestors}
        is_made = is_of_event and child.lemma_.lower() in MAKING
        if word.lemma_.lower() in PROCLAIMED and child.lemma_.lower() in ANNOUNCING:
            is_made = is_of_event
        return not is_place and child.tag_ != "VBG" and not is_made
    if child.dep_ == "advcl":
        return not is_told_with(child, event, is_place=is_place)
    is_other = child.dep_ == "conj" and word.pos_ in VERBS and has_subject(child)
    return is_other and not is_gapped(child)


def _is_duration(preposition: Token) -> bool:
    """Whether it is "for three hours"."""
    return any(w.ent_type_ in {"TIME", "DATE"} for w in preposition.subtree)


def _is_nest(word: Token, *, is_place: bool) -> bool:
    """Whether a noun holds a phrase for itself; names and minutes hold no date."""
    if not is_place and (word.pos_ == "PROPN" or word.ent_type_ == "TIME"):
        return False
    return word.pos_ in {"NOUN", "PROPN"} and not is_place_word(word)


def is_declared_undone(token: Token) -> bool:
    """Whether it is the pact of "the party declared the 2008 pact void": to say so is the deed."""
    verb = token.head
    is_predicate = token.dep_ == "nsubj" and verb.lower_ in UNDONE
    above = verb.head if is_predicate else verb
    beside = {c.lower_ for c in above.children if c.dep_ in {"oprd", "acomp", "ccomp", "amod"}}
    is_object = token.dep_ == "dobj" and bool(beside & UNDONE)
    return (is_predicate or is_object) and above.lemma_.lower() in ANNOUNCING


def is_own_announcement(token: Token) -> bool:
    """Whether two announce what they did: "they announced that they had agreed on a truce"."""
    return any(
        verb.dep_ == "ccomp"
        and verb.head.lemma_.lower() in ANNOUNCING
        and any(c.dep_ == "nsubj" and c.lower_ == "they" for c in verb.children)
        for verb in (token, *token.ancestors)
    )
