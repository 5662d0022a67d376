"""Who claims, and in which words of the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.certainty.attribution import source_name
from dashboard.model import Claim

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon

UNNAMED = "not named"


@dataclass(frozen=True, slots=True)
class ClaimMention:
    """A claim with the word that it hangs on, and what it does to the status of the event."""

    claim: Claim
    token: Token
    event: Token | None
    """The word that names the event the claim is about, if the sentence has it."""
    names_author: bool
    """Whether it says who did it; such a claim leaves the event itself as reported."""
    is_dispute: bool
    is_authorship: bool = False
    """Whether the claimant says that they did it themselves."""
    claimant: Token | None = None
    is_rival: bool = False
    """Whether it is set against what another says: "..., while the police counted three"."""
    blamed: tuple[Token, ...] = ()
    """Those of whom the claimant says that they did it."""


def claim_of(speaker: str, token: Token, sentence: Sentence) -> Claim:
    """Return what a speaker says, as the clause around a word."""
    return claim_around(speaker, token, sentence)


def claim_around(claimant: str, token: Token, sentence: Sentence) -> Claim:
    """Return what somebody says, as the clause around a word."""
    clauses = [c for c in token.children if c.dep_ == "conj" and _has_subject(c)]
    others = {w.i for c in clauses for w in c.subtree}
    others |= {c.i for c in token.children if c.dep_ == "cc"} if others else set()
    words = [w for w in token.subtree if not w.is_space and w.i not in others]
    words = _first_run(words, token)
    while words and (words[0].dep_ in {"mark", "punct", "cc"} or words[0].lower_ == "that"):
        words = words[1:]
    while words and words[-1].is_punct:
        words = words[:-1]
    run = token.doc[words[0].i : words[-1].i + 1] if words else token.doc[token.i : token.i + 1]
    return Claim(claimant, run.text, sentence.span(run.start_char, run.end_char))


def claim_in_clause(subject: Token, part: Token, sentence: Sentence) -> Claim:
    """Return "the army said ten", "rebels put its losses at 40" from the first word to the last."""
    figures = [c for c in part.head.children if c.lower_ == "at" and c.i > part.i]
    last = max(w.right_edge.i for w in (part, *figures))
    run = subject.doc[subject.left_edge.i : last + 1]
    if run[-1].is_punct:
        run = run[:-1]
    return Claim(claimant_of(subject), run.text, sentence.span(run.start_char, run.end_char))


def claimant_of(token: Token) -> str:
    """Return who claims; "which denied it" is said of the noun before."""
    is_relative = token.lower_ in {"which", "who", "that"} and token.head.dep_ == "relcl"
    return source_name(token.head.head if is_relative else token) or UNNAMED


def event_below(token: Token, lexicon: Lexicon) -> Token | None:
    """Return the first noun below a word that names an event."""
    return next(
        (w for w in token.subtree if w.pos_ == "NOUN" and lexicon.is_event_noun(w.lemma_.lower())),
        None,
    )


def nearest_event_before(token: Token, lexicon: Lexicon) -> Token | None:
    """Return the last noun before a word that names an event."""
    before = [
        w
        for w in token.doc[: token.i]
        if w.pos_ == "NOUN" and lexicon.is_event_noun(w.lemma_.lower())
    ]
    return before[-1] if before else None


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children)


def _first_run(words: list[Token], token: Token) -> list[Token]:
    """Return the unbroken run of words around one of them, within its semicolons."""
    kept = {w.i for w in words if w.text != ";"}
    first = last = token.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return [w for w in words if first <= w.i <= last]
