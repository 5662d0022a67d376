"""Events of films, games, exercises and false reports: the words are there, the deeds are not."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.coding.sifting.genres import is_earnest
from dashboard.coding.what.families import VIOLENT

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.coding.what.triggers import Trigger

FIGURES = VIOLENT - {"riot", "mob", "protest dispersed"} | {"siege", "operation", "surrender"}
"""Families that prose of sport and of markets borrows its words from."""
BORROWED = frozenset({"clash", "march", "rally", "storm", "truce", "armistice"})
"""Words of other families that such prose borrows, too."""
UNFOLDING = frozenset({"be", "begin", "start", "open", "go", "run", "include", "end"})
ENOUGH_CUES = 2
SETTINGS = frozenset({"during", "in", "at", "for", "of", "as"})


def is_make_believe(trigger: Trigger, path: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether an event belongs to a story or a drill, or is told only to be called false."""
    frame = trigger.frame
    below = (t for tokens in frame.prepositions.values() for t in tokens)
    arguments = (trigger.token, *frame.subjects, *frame.objects, *below)
    if trigger.rule.family in FIGURES and _is_of_play(trigger.token.doc, lexicon):
        return True
    mock, players = lexicon.phrases["mock"], lexicon.phrases["player"]
    is_played = any(t.lemma_.lower() in players for t in frame.subjects)
    if is_played or any(c.lower_ in mock for t in arguments for c in t.children):
        return True
    if any(_is_told_in(w, lexicon) for w in (trigger.token, *trigger.token.ancestors)):
        return True
    above = (trigger.token, *trigger.token.ancestors)
    if any(_is_called_false(w, trigger.token, lexicon) for w in above[1:]):
        return True
    if any(_is_drilled(child, word, lexicon) for child, word in pairwise((*above, above[-1]))):
        return True
    return any(
        _has_subject(word, lexicon.phrases["fiction"] | lexicon.phrases["player"])
        or _is_set_in(word, lexicon.phrases["drill"] | lexicon.phrases["fiction"])
        for word in path
    )


def is_figure(trigger: Trigger) -> bool:
    """Whether it is a word that prose of sport and of markets borrows."""
    return trigger.rule.family in FIGURES or trigger.token.lemma_.lower() in BORROWED


def _is_of_play(doc: Doc, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks the language of sport or trade, and of nobody who bears arms."""
    words = {token.lemma_.lower(): token.lower_ for token in doc}
    if is_earnest(doc, lexicon):
        return False
    fields = (lexicon.phrases["sport"], lexicon.phrases["trade"])
    cues = (sum(bool({*pair} & field) for pair in words.items()) for field in fields)
    return any(count >= ENOUGH_CUES for count in cues)


def _has_subject(word: Token, lemmas: frozenset[str]) -> bool:
    """Whether a film or a novel does what the verb says: "the film opens with a bombing"."""
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in lemmas for c in word.children)


def _is_drilled(child: Token, word: Token, lexicon: Lexicon) -> bool:
    """Whether it is "the drill was a success: 2,000 pupils were rescued"."""
    drills = lexicon.phrases["drill"]
    is_told = child.dep_ in {"ccomp", "parataxis", "attr"} and word.lemma_ in UNFOLDING
    # The parse may hang what is said of the drill on what happened in it.
    heads = [c for c in child.children if c.dep_ == "ccomp" and c.lemma_ in UNFOLDING]
    heads = [c for c in heads if c.i < child.i]
    return any(_has_subject(w, drills) for w in (*heads, *([word] if is_told else ())))


def _is_set_in(word: Token, lemmas: frozenset[str]) -> bool:
    """Whether it happens "during an exercise", "in a film"."""
    if word.lemma_.lower() in lemmas and word.dep_ == "pobj":
        return word.head.lower_ in SETTINGS
    places = (c for c in word.children if c.dep_ == "prep" and c.lower_ in SETTINGS)
    nouns = (n for p in places for n in p.children if n.dep_ == "pobj")
    return any(n.lemma_.lower() in lemmas or _is_video_game(n) or _is_stage_play(n) for n in nouns)


def _is_stage_play(noun: Token) -> bool:
    return noun.lemma_ == "play" and any(c.dep_ == "det" for c in noun.children)


def _is_video_game(noun: Token) -> bool:
    kinds = {"video", "computer", "board"}
    return noun.lemma_ == "game" and any(c.lower_ in kinds for c in noun.children)


def _is_told_in(word: Token, lexicon: Lexicon) -> bool:
    """Whether it is what a work is about: "the film about the siege"."""
    is_theme = word.dep_ == "pobj" and word.head.lower_ in {"about", "on"}
    works = lexicon.phrases["fiction"] | lexicon.phrases["work"]
    return is_theme and word.head.head.lemma_.lower() in works


def _is_called_false(word: Token, event: Token, lexicon: Lexicon) -> bool:
    """Whether it is "denied that", "reports that ... proved false"."""
    if _stands_beside(word, event) or word.lemma_ == "go":
        return False  # "things went wrong with the attack"
    if word.i != event.i and word.lemma_.lower() in lexicon.phrases["deny"]:
        clauses = [c for c in word.children if c.dep_ in {"ccomp", "xcomp"}]
        return any(event.i == w.i for c in clauses for w in c.subtree)
    ends = {"acomp", "oprd", "attr", "xcomp"}
    # "turned out to be false"
    being = [c for c in word.children if c.dep_ == "xcomp" and c.lemma_ == "be"]
    return any(
        c.dep_ in ends and c.lower_ in lexicon.phrases["false"] and c.i != event.i
        for verb in (word, *being)
        for c in verb.children
    )


def _stands_beside(word: Token, event: Token) -> bool:
    """Whether it is "rebels accused the army of a raid; the army denies it": two told in one."""
    branch = next((c for c in word.children if event.i in {w.i for w in c.subtree}), None)
    return branch is not None and branch.dep_ in {"ccomp", "parataxis"} and branch.i < word.i
