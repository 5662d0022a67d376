"""Who denies what was told, or that they did it: "denied bombing the school"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.certainty.claim_words import (
    UNNAMED,
    ClaimMention,
    claim_around,
    claimant_of,
    nearest_event_before,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon

ACCOUNTS = frozenset({"account", "report", "version", "claim"})
CHARGES = frozenset({"responsibility", "accusation", "charge", "allegation"})


DENYING = frozenset({"deny", "reject", "refute", "dismiss"})
# "The army disputed the figures": the event is not in doubt, nor is whose work it was.
FIGURES = frozenset({"figure", "estimate", "number", "toll"})
OF_IT = frozenset({"it", "this", "them", "that"})
OWN = frozenset({"it", "they", "he", "she", "its", "their", "his", "her"})


def find_disputes(verb: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[ClaimMention]:
    """Yield what a verb such as "deny" tells of an event, or of who did it."""
    yield from (
        *_of_account(verb, sentence),
        *_of_it(verb, sentence, lexicon),
        *_of_clause(verb, sentence, lexicon),
    )


def _of_account(verb: Token, sentence: Sentence) -> Iterator[ClaimMention]:
    """Read "that claim has been disputed", "the army disputed the account"."""
    frame = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    about = next((c for c in frame if c.lemma_.lower() in ACCOUNTS | CHARGES | FIGURES), None)
    said_of = verb.head if verb.dep_ == "relcl" and verb.head.lemma_.lower() in CHARGES else None
    about = about or said_of  # "a charge the group denied"
    # "denied responsibility" is read with those who claim it
    if about is None or (verb.lemma_ == "deny" and about.lemma_ == "responsibility"):
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    claimant = claimant_of(subject) if subject is not None else UNNAMED
    claim = claim_around(claimant, verb, sentence)
    is_author = about.lemma_.lower() in {"claim"} | CHARGES | FIGURES
    yield ClaimMention(claim, verb, None, names_author=is_author, is_dispute=True)


def _of_it(verb: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[ClaimMention]:
    """Read "rebels reported an attack; the army denied it", "blamed rebels, who denied it"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    is_it = any(c.dep_ == "dobj" and c.lower_ in OF_IT for c in verb.children)
    if subject is None or not is_it or verb.lemma_ != "deny":
        return
    before = verb.doc[max(0, verb.left_edge.i - 1) : verb.i]
    is_behind = any(w.text == ";" or w.lower_ == "but" for w in before)
    is_of_them = verb.dep_ == "relcl" and subject.lower_ in {"who", "which"}
    event = nearest_event_before(verb, lexicon) if is_behind else None
    if event is not None or is_of_them:
        claim = claim_around(claimant_of(subject), verb, sentence)
        yield ClaimMention(claim, verb, event, names_author=is_of_them, is_dispute=True)


def _of_clause(verb: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[ClaimMention]:
    """Read "denied that there had been a strike", "denied bombing the school"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    clause = next((c for c in verb.rights if c.dep_ in {"ccomp", "xcomp"}), None)
    is_plain = verb.lemma_ in DENYING and not any(c.dep_ == "neg" for c in verb.children)
    if subject is None or clause is None or not is_plain or subject.pos_ == "PRON":
        return
    if not any(lexicon.rules.get(w.lemma_.lower()) for w in clause.subtree):
        return
    doer = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    is_own = doer is None or doer.lower_ in OWN or any(c.lower_ in OWN for c in doer.children)
    is_own = is_own and not any(c.dep_ == "expl" for c in clause.children)
    claim = claim_around(claimant_of(subject), verb, sentence)
    yield ClaimMention(claim, verb, None, names_author=is_own, is_dispute=True)
