"""Who claims, denies or disputes what about an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.status import name_of
from dashboard.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from dashboard.coding.lexicon import Lexicon
    from dashboard.coding.passages import Sentence

DISPUTING = frozenset({"conflicting", "contradictory", "competing", "disputed"})
ACCOUNTS = frozenset({"account", "report", "version", "claim", "figure", "estimate"})
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


def find_claims(doc: Doc, sentence: Sentence, lexicon: Lexicon) -> tuple[ClaimMention, ...]:
    """Return the claims and disputes of a sentence, in the order of the text."""
    return tuple(c for token in doc for c in _read(token, sentence, lexicon))


def _read(token: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[ClaimMention]:
    lemma = token.lemma_.lower()
    if lemma in {"claim", "accept", "take", "deny", "disclaim"} and token.pos_ == "VERB":
        yield from _authorship(token, sentence, lexicon)
    if lemma in lexicon.phrases["claim"] | {"deny"} and token.pos_ == "VERB":
        yield from _statement(token, sentence, lexicon)
    if lemma in lexicon.phrases["doubt"] and token.pos_ == "VERB":
        yield from _dispute(token, sentence)
    if lemma in lexicon.phrases["blame"] and token.pos_ == "VERB":
        yield from _blame(token, sentence, lexicon)
    if token.lower_ in DISPUTING and token.head.lemma_.lower() in ACCOUNTS:
        claim = _claim(UNNAMED, token.head, sentence)
        yield ClaimMention(claim, token, None, names_author=False, is_dispute=True)


def _authorship(verb: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[ClaimMention]:
    """Read "X claimed responsibility for the attack" and "a bombing claimed by X"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    for noun in (c for c in verb.children if c.dep_ == "dobj"):
        is_responsibility = noun.lemma_.lower() in {
            "responsibility",
            "credit",
            "involvement",
            "role",
        }
        if not is_responsibility and noun.lemma_.lower() not in lexicon.rules:
            continue
        if subject is None or (verb.lemma_.lower() in {"take", "accept"} and not is_responsibility):
            continue
        event = _event_below(noun, lexicon) if is_responsibility else noun
        claim = _claim(name_of(subject) or subject.text, verb, sentence)
        denied = verb.lemma_.lower() in {"deny", "disclaim"}
        yield ClaimMention(claim, verb, event, names_author=True, is_dispute=denied)
    agent = next((c for a in verb.children if a.dep_ == "agent" for c in a.children), None)
    if verb.lemma_.lower() == "claim" and agent is not None and agent.dep_ == "pobj":
        event = verb.head if verb.dep_ == "acl" else _nearest_event_before(verb, lexicon)
        claim = _claim(name_of(agent) or agent.text, verb, sentence)
        yield ClaimMention(claim, verb, event, names_author=True, is_dispute=False)


def _statement(verb: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[ClaimMention]:
    """Read "the authorities claimed that the bombing was ..."."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if subject is None or clause is None:
        return
    about = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    event = about if about is not None and about.lemma_.lower() in lexicon.rules else None
    if event is not None:
        claim = _claim(name_of(subject) or subject.text, clause, sentence)
        yield ClaimMention(claim, verb, event, names_author=False, is_dispute=True)


def _dispute(verb: Token, sentence: Sentence) -> Iterator[ClaimMention]:
    """Read "that claim has been disputed", "the army disputed the account"."""
    frame = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    about = next((c for c in frame if c.lemma_.lower() in ACCOUNTS | {"responsibility"}), None)
    if about is None:
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    claimant = (name_of(subject) or UNNAMED) if subject is not None else UNNAMED
    claim = _claim(claimant, verb, sentence)
    is_author = about.lemma_.lower() in {"claim", "responsibility"}
    yield ClaimMention(claim, verb, None, names_author=is_author, is_dispute=True)


def _blame(verb: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[ClaimMention]:
    """Read "the governor blamed rebels for the attack"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    event = _event_below(verb, lexicon)
    if subject is not None and event is not None:
        claim = _claim(name_of(subject) or subject.text, verb, sentence)
        yield ClaimMention(claim, verb, event, names_author=True, is_dispute=False)


def _event_below(token: Token, lexicon: Lexicon) -> Token | None:
    return next(
        (w for w in token.subtree if w.pos_ == "NOUN" and w.lemma_.lower() in lexicon.rules), None
    )


def _nearest_event_before(token: Token, lexicon: Lexicon) -> Token | None:
    before = [
        w for w in token.doc[: token.i] if w.pos_ == "NOUN" and w.lemma_.lower() in lexicon.rules
    ]
    return before[-1] if before else None


def _claim(claimant: str, token: Token, sentence: Sentence) -> Claim:
    words = [w for w in token.subtree if not w.is_space]
    while words and (words[0].dep_ in {"mark", "punct", "cc"} or words[0].lower_ == "that"):
        words = words[1:]
    while words and words[-1].is_punct:
        words = words[:-1]
    run = token.doc[words[0].i : words[-1].i + 1] if words else token.doc[token.i : token.i + 1]
    return Claim(claimant, run.text, sentence.span(run.start_char, run.end_char))
