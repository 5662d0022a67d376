"""Who claims, denies or disputes what about an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.certainty.attribution import subject_of
from dashboard.coding.certainty.blame import is_blame_denied, those_blamed
from dashboard.coding.certainty.claim_words import (
    UNNAMED,
    ClaimMention,
    claim_around,
    claim_in_clause,
    claimant_of,
    event_below,
    nearest_event_before,
)
from dashboard.coding.certainty.disputes import ACCOUNTS, FIGURES, find_disputes
from dashboard.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon

DISPUTING = frozenset({"conflicting", "contradictory", "competing", "disputed"})
NAMING = frozenset({"blame", "attribute"})
AGAINST = frozenset({"while", "but", "though", "although", "whereas"})
ESTIMATING = frozenset(
    {"give", "put", "estimate", "count", "speak", "admit", "concede", "lower", "revise", "verify"}
    | {"record", "document", "register", "tally", "cut"}
)
PRONOUNS = frozenset({"it", "they", "we", "he", "she"})


def find_claims(doc: Doc, sentence: Sentence, lexicon: Lexicon) -> tuple[ClaimMention, ...]:
    """Return the claims and disputes of a sentence, in the order of the text."""
    return tuple(c for token in doc for c in _read(token, sentence, lexicon))


def _read(token: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[ClaimMention]:
    lemma = token.lemma_.lower()
    if lemma in {"claim", "accept", "take", "deny", "disclaim"} and token.pos_ == "VERB":
        yield from _authorship(token, sentence, lexicon)
    if lemma in lexicon.phrases["claim"] | {"deny"} and token.pos_ == "VERB":
        yield from _statement(token, sentence, lexicon)
    if lemma in lexicon.phrases["claim"] | lexicon.phrases["say"] and token.pos_ == "VERB":
        yield from _admission(token, sentence, lexicon)
    if lemma in lexicon.phrases["claim"] | lexicon.phrases["say"] | ESTIMATING:
        yield from _figure(token, sentence, lexicon)
    if lemma in lexicon.phrases["doubt"] and token.pos_ == "VERB":
        yield from find_disputes(token, sentence, lexicon)
    if lemma in lexicon.phrases["blame"] and token.pos_ == "VERB":
        yield from _blame(token, sentence, lexicon)
    if (
        token.lower_ in DISPUTING
        and token.dep_ == "amod"
        and token.head.lemma_.lower() in ACCOUNTS | FIGURES
    ):
        claim = claim_around(UNNAMED, token.head, sentence)
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
        is_pronoun = verb.lemma_.lower() == "claim" and noun.lower_ in {"it", "them"}
        is_named = is_responsibility or is_pronoun or lexicon.is_event_noun(noun.lemma_.lower())
        if not is_named:
            continue
        if subject is None or _is_nobody(subject):
            continue
        if verb.lemma_.lower() in {"take", "accept"} and not is_responsibility:
            continue
        event = event_below(noun, lexicon) if is_responsibility or is_pronoun else noun
        claim = claim_around(claimant_of(subject), verb, sentence)
        yield _of_author(claim, verb, event, subject)
    agent = next((c for a in verb.children if a.dep_ == "agent" for c in a.children), None)
    if verb.lemma_.lower() == "claim" and agent is not None and agent.dep_ == "pobj":
        is_said_of = verb.dep_ == "acl"
        if is_said_of and not lexicon.is_event_noun(verb.head.lemma_.lower()):
            return  # "land claimed by both communities"
        event = verb.head if is_said_of else nearest_event_before(verb, lexicon)
        run = verb.doc[verb.i : agent.i + 1]
        claim = Claim(claimant_of(agent), run.text, sentence.span(run.start_char, run.end_char))
        yield _of_author(claim, verb, event, agent)


def _of_author(claim: Claim, verb: Token, event: Token | None, claimant: Token) -> ClaimMention:
    """Return a claim of who did it: owned up to, or disowned with "deny" and "disclaim"."""
    denied = verb.lemma_.lower() in {"deny", "disclaim"}
    return ClaimMention(
        claim,
        verb,
        event,
        names_author=True,
        is_dispute=denied,
        is_authorship=not denied,
        claimant=claimant,
    )


def _admission(verb: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[ClaimMention]:
    """Read "the group said that it had carried out the ambush"."""
    subject = subject_of(verb, lexicon)
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if subject is None or clause is None or subject.pos_ == "PRON" or _is_nobody(subject):
        return
    doer = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    own = doer is not None and (
        doer.lower_ in PRONOUNS or any(c.lower_ in {"its", "their"} for c in doer.children)
    )
    if any(c.dep_ == "neg" for c in clause.children):
        return  # "they have not carried out the threat"
    if not own or clause.lemma_.lower() not in lexicon.phrases["carry out"] | {"be"}:
        return
    if clause.lemma_.lower() == "be" and "behind" not in {c.lower_ for c in clause.children}:
        return
    claim = claim_around(claimant_of(subject), clause, sentence)
    event = event_below(clause, lexicon)
    yield _of_author(claim, verb, event, subject)


def _figure(verb: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[ClaimMention]:
    """Read a statement about casualties: "local media give higher estimates of the losses"."""
    subject = subject_of(verb, lexicon)
    if subject is None or subject.pos_ == "PRON" or _is_nobody(subject):
        return
    casualty = lexicon.phrases["casualty"]
    parts = {"ccomp", "dobj", "prep", "advcl", "oprd", "advmod", "acomp"}
    said = [c for c in verb.children if c.dep_ in parts and c.i > verb.i]
    said = [c for c in said if not _is_of_another(c, lexicon)]
    for part in said:
        words = {w.lemma_.lower() for w in part.subtree} | {w.lower_ for w in part.subtree}
        is_count = verb.lemma_.lower() in ESTIMATING and words & {"body", "corpse"}
        is_bare = _is_bare_number(part) and _is_after_toll(subject, lexicon)
        if words & casualty or is_count or is_bare:
            is_short = is_bare or part.dep_ == "dobj"
            claim = (claim_in_clause if is_short else _claim_of_part)(subject, part, sentence)
            yield ClaimMention(
                claim,
                verb,
                None,
                names_author=False,
                is_dispute=False,
                is_rival=_is_set_against(subject),
            )
            return


def _is_of_another(part: Token, lexicon: Lexicon) -> bool:
    """Whether somebody else says it: "the mission said ...; the rebels said 12 had died"."""
    saying = lexicon.phrases["claim"] | lexicon.phrases["say"]
    subjects = (c for c in part.children if c.dep_ == "nsubj" and c.pos_ != "PRON")
    return part.lemma_.lower() in saying and next(subjects, None) is not None


def _claim_of_part(subject: Token, part: Token, sentence: Sentence) -> Claim:
    return claim_around(claimant_of(subject), part, sentence)


def _is_set_against(subject: Token) -> bool:
    """Whether it is the police of "..., while the police counted three"."""
    first = subject.left_edge.i
    return first > 0 and subject.doc[first - 1].lower_ in AGAINST


def _is_bare_number(part: Token) -> bool:
    """Whether it is the number of "said ten", "spoke of 12"."""
    below = [c for c in part.children if c.dep_ == "pobj"] if part.dep_ == "prep" else [part]
    return bool(below) and all(w.like_num for w in below)


def _is_after_toll(subject: Token, lexicon: Lexicon) -> bool:
    """Whether somebody has said before how many died: "..., while the army said ten"."""
    fatal = lexicon.phrases["fatal"] | lexicon.phrases["harm"] | lexicon.phrases["casualty"]
    return any(w.lemma_.lower() in fatal for w in subject.doc[: subject.left_edge.i])


def _is_nobody(subject: Token) -> bool:
    """Whether nobody says it: "no group has said that it was behind the blast"."""
    is_none = any(c.lower_ in {"no", "neither", "each"} for c in subject.children)
    return is_none or subject.lower_ in {"nobody", "none", "neither"} or subject.lemma_ == "side"


def _statement(verb: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[ClaimMention]:
    """Read "the authorities claimed that the bombing was ..."."""
    subject = subject_of(verb, lexicon)
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if subject is None or clause is None:
        return
    about = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    event = about if about is not None and lexicon.is_event_noun(about.lemma_.lower()) else None
    if event is not None:
        claim = claim_around(claimant_of(subject), clause, sentence)
        yield ClaimMention(claim, verb, event, names_author=False, is_dispute=True)


def _blame(verb: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[ClaimMention]:
    """Read "the governor blamed rebels for the attack"."""
    subject = subject_of(verb, lexicon)
    event = event_below(verb, lexicon)
    is_of_nobody = subject is None and (verb.dep_ == "acl" or verb.lemma_ not in NAMING)
    if is_blame_denied(verb) or is_of_nobody:
        return  # "men accused of stealing" are no part of a claim
    claim = claim_around(claimant_of(subject) if subject is not None else UNNAMED, verb, sentence)
    yield ClaimMention(
        claim,
        verb,
        event,
        names_author=True,
        is_dispute=False,
        claimant=subject,
        blamed=tuple(those_blamed(verb, lexicon)),
    )
