"""How sure the text is that an event happened, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dashboard.coding.lexicon import Lexicon
    from dashboard.coding.triggers import Trigger

FUTURE = frozenset({"will", "'ll", "wo", "shall"})
MODAL = frozenset({"could", "would", "might", "may", "can", "should", "must", "ca"})
IF_WORDS = frozenset({"if", "whether", "unless", "lest"})
NEUTRAL_SPEAKERS = frozenset(
    [
        "police",
        "witness",
        "resident",
        "hospital",
        "doctor",
        "official",
        "ministry",
        "government",
        "authority",
        "authorities",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "court",
        "monitor",
        "observer",
        "agency",
        "report",
        "statement",
        "mayor",
        "governor",
        "radio",
        "television",
        "newspaper",
        "minister",
        "president",
        "un",
        "nations",
        "chairman",
        "committee",
    ]
)
ANONYMOUS_SPEAKERS = frozenset({"source", "sources", "rumor", "rumour"})


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a mention of an event, with the one whose word it rests on."""

    status: Status
    attribution: str | None = None


def judge(trigger: Trigger, lexicon: Lexicon) -> Standing | None:
    """Return the standing of a trigger, or `None` if the text says that there was no event."""
    path = tuple(_path_up(trigger.token))
    if _is_denied(trigger.token, path, lexicon) or _is_purpose(path, lexicon):
        return None
    attribution = _speaker(path, lexicon)
    for test, status in (
        (_is_hypothetical, Status.HYPOTHETICAL),
        (_is_planned, Status.PLANNED),
        (_is_speculated, Status.SPECULATED),
        (_is_claimed, Status.CLAIMED),
    ):
        if test(path, lexicon):
            return Standing(status, attribution)
    return Standing(Status.REPORTED, attribution)


def _path_up(token: Token) -> Iterator[Token]:
    """Yield the word and its heads up to the root; stops where the clause is only a background."""
    yield token
    for child, head in zip((token, *token.ancestors), token.ancestors, strict=False):
        # "the claim has been disputed after the attack": what is said of the main verb does not
        # reach into an adjunct that presupposes the event.
        if _is_presupposed(child, head):
            return
        yield head


def _is_presupposed(child: Token, head: Token) -> bool:
    if child.dep_ == "relcl":
        return True
    if child.dep_ in {"advcl", "prep"} and head.pos_ in {"VERB", "AUX"}:
        words = {child.lower_, *(c.lower_ for c in child.children if c.dep_ in {"mark", "advmod"})}
        return bool(words & {"after", "since", "before", "following", "when", "as", "while"})
    return False


def _is_denied(token: Token, path: tuple[Token, ...], lexicon: Lexicon) -> bool:
    negative = lexicon.phrases["negative"]
    if any(c.dep_ in {"det", "neg"} and c.lower_ in negative for c in token.children):
        return True
    for word in path:
        if any(c.dep_ == "neg" and c.lower_ != "only" for c in word.children):
            return True
        if word.dep_ == "prep" and word.lower_ == "without":
            return True
        if word.lemma_.lower() in {"fail", "refuse", "prevent", "avert", "avoid", "foil", "thwart"}:
            return word.i != token.i
    return False


def _is_purpose(path: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether the words only say what somebody wanted: "sought to overthrow"."""
    for child, head in pairwise(path):
        if child.dep_ == "conj":
            continue
        if not _is_infinitive(child):
            if child.dep_ in {"pcomp", "pobj"} and _is_unreal_of(head, lexicon):
                return True
            continue
        lemma = head.lemma_.lower()
        if lemma in lexicon.phrases["factual"] | lexicon.phrases["plan"]:
            continue
        if lemma in lexicon.phrases["attempt"] and path[0].pos_ == "VERB":
            continue
        if child.dep_ in {"xcomp", "advcl", "acl", "relcl", "ccomp"} and not _is_modal(child):
            return not _is_raising(head)
    return False


def _is_infinitive(token: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in token.children)


def _is_raising(head: Token) -> bool:
    """Whether the higher verb only hedges: "is believed to", "is said to", "appears to"."""
    return head.lemma_.lower() in {
        "believe", "think", "say", "report", "appear", "seem", "suspect", "allege", "claim", "be",
        "have", "expect", "schedule", "set", "go",
    }  # fmt: skip


def _is_unreal_of(preposition: Token, lexicon: Lexicon) -> bool:
    """Whether the words hang on a noun such as "threat of", "preparations for"."""
    noun = preposition.head
    return preposition.dep_ == "prep" and noun.lemma_.lower() in lexicon.phrases["unreal noun"]


def _is_hypothetical(path: tuple[Token, ...], lexicon: Lexicon) -> bool:
    if any(c.lemma_.lower() in lexicon.phrases["possible adjective"] for c in path[0].children):
        return True
    for word in path:
        if word.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"}:
            continue
        if any(c.dep_ in {"mark", "advmod"} and c.lower_ in IF_WORDS for c in word.children):
            return True
        if _is_modal(word) and not _is_counterfactual_past(word):
            return True
        if word.i != path[0].i and word.lemma_.lower() in {"able", "capable"}:
            return True
    return False


def _is_modal(word: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in MODAL for c in word.children)


def _is_counterfactual_past(word: Token) -> bool:
    """Whether it is "may have": a guess about the past, not a hypothesis."""
    auxiliaries = {c.lower_ for c in word.children if c.dep_ in {"aux", "auxpass"}}
    return bool(auxiliaries & {"may", "might"}) and "have" in auxiliaries


def _is_planned(path: tuple[Token, ...], lexicon: Lexicon) -> bool:
    if any(c.lemma_.lower() in lexicon.phrases["planned adjective"] for c in path[0].children):
        return True
    for child, word in zip(path, (None, *path), strict=False):
        if any(c.dep_ == "aux" and c.lower_ in FUTURE for c in child.children):
            return True
        if (
            word is not None
            and _is_infinitive(word)
            and (child.lemma_.lower() in lexicon.phrases["plan"] or _is_prospective(child))
        ):
            return True
    return False


def _is_prospective(word: Token) -> bool:
    """Whether it is "is going to", "is set to", "is due to"."""
    return word.lower_ in {"going", "set", "due", "scheduled", "expected", "poised"}


def _is_speculated(path: tuple[Token, ...], lexicon: Lexicon) -> bool:
    for word in path:
        adverbs = {c.lower_ for c in word.children if c.dep_ == "advmod"}
        if adverbs & lexicon.phrases["speculation adverb"] or (
            word.pos_ in {"VERB", "AUX"} and _is_modal(word)
        ):
            return True
        if word.i == path[0].i:
            continue
        if word.lemma_.lower() in lexicon.phrases["speculate"] | lexicon.phrases["speculation"]:
            return True
        if any(c.lower_ == "unconfirmed" for c in word.children):
            return True
    return False


def _is_claimed(path: tuple[Token, ...], lexicon: Lexicon) -> bool:
    hedges = lexicon.phrases["hedge adverb"]
    for child, word in zip((path[0], *path), path, strict=False):
        if any(c.dep_ == "advmod" and c.lower_ in hedges for c in word.children):
            return True
        if any(c.lower_ in {"alleged", "reported", "claimed"} for c in path[0].children):
            return True
        if child.dep_ in {"ccomp", "parataxis"} or word.i == path[0].i:
            speaker = _said_by(word, lexicon) if word.i != path[0].i else None
            if word.i != path[0].i and word.lemma_.lower() in lexicon.phrases["claim"]:
                return True
            if speaker is not None and _is_party(speaker, lexicon):
                return True
        source = _according_to(word)
        if source is not None and _is_doubtful(source, lexicon):
            return True
    return False


def _is_party(speaker: Token, lexicon: Lexicon) -> bool:
    """Whether a speaker is a side of the fight or nobody in particular."""
    words = {speaker.lemma_.lower(), *(c.lemma_.lower() for c in speaker.children)}
    if words & ANONYMOUS_SPEAKERS:
        return True
    if words & NEUTRAL_SPEAKERS:
        return False
    return any(lexicon.is_in(w, "armed") or w in lexicon.organisations for w in words)


def _is_doubtful(source: Token, lexicon: Lexicon) -> bool:
    return _is_party(source, lexicon)


def _speaker(path: tuple[Token, ...], lexicon: Lexicon) -> str | None:
    """Return the words that name who says it."""
    for child, word in pairwise(path):
        if child.dep_ in {"ccomp", "parataxis", "conj"} and _said_by(word, lexicon) is not None:
            return name_of(_said_by(word, lexicon))
    for word in path:
        source = _according_to(word)
        if source is not None:
            return name_of(source)
    return _inserted_speaker(path[-1], lexicon)


def _inserted_speaker(root: Token, lexicon: Lexicon) -> str | None:
    """Return the speaker of "..., police said", where the report hangs on the event."""
    for child in root.children:
        if child.dep_ in {"ccomp", "parataxis"} and _said_by(child, lexicon) is not None:
            return name_of(_said_by(child, lexicon))
    return None


def _said_by(verb: Token, lexicon: Lexicon) -> Token | None:
    if verb.lemma_.lower() not in lexicon.phrases["say"] | lexicon.phrases["claim"]:
        return None
    return next((c for c in verb.children if c.dep_ in {"nsubj", "agent"}), None)


def _according_to(word: Token) -> Token | None:
    for child in word.children:
        if child.lower_ == "according":
            for to in child.children:
                return next((c for c in to.children if c.dep_ == "pobj"), None)
    return None


def name_of(token: Token | None) -> str | None:
    """Return a noun with its modifiers as written, without article, relative clause or note."""
    if token is None:
        return None
    words = [w for w in token.subtree if _belongs_to_name(w, token)]
    while words and words[0].dep_ in {"det", "punct"}:
        words = words[1:]
    if not words:
        return token.text
    return token.doc[words[0].i : words[-1].i + 1].text.strip(" ,;([\"“”'") or token.text


def _belongs_to_name(word: Token, head: Token) -> bool:
    step = word
    while step.i != head.i:
        if step.dep_ in {"relcl", "acl", "appos", "conj", "cc", "advcl", "parataxis"}:
            return False
        if step.dep_ == "punct" or (step.dep_ == "prep" and step.lower_ != "of"):
            return False
        step = step.head
    return True
