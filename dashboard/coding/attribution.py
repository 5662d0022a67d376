"""Whose word a statement rests on."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.coding.clauses import path_up

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.lexicon import Lexicon


# "..., a partisan channel claims.": the model takes the verb for a noun.
CLOSING = re.compile(
    r", (?:an? |the )?(?P<speaker>[^,;:“”\"]{3,60}) (?P<verb>claims|reports|says)[.”\"]*$"
)
# What hangs on a name and is no part of it.
APART = frozenset({"relcl", "acl", "appos", "conj", "cc", "advcl", "parataxis"})


def speaker_of(token: Token, lexicon: Lexicon) -> str | None:
    """Return the words that name whose word a statement rests on, or `None`."""
    return speaker_on(tuple(path_up(token, lexicon)), lexicon)


def speaker_on(path: tuple[Token, ...], lexicon: Lexicon) -> str | None:
    """Return the words that name who says it."""
    for child, word in pairwise(path):
        if child.dep_ in {"ccomp", "parataxis", "xcomp"} and said_by(word, lexicon) is not None:
            return name_of(said_by(word, lexicon), with_joined=True)
    for word in path:
        source = source_of(word)
        if source is not None:
            return name_of(source)
    return _inserted_speaker(path[-1], lexicon)


def _inserted_speaker(root: Token, lexicon: Lexicon) -> str | None:
    """Return the speaker of "..., police said", where the report hangs on the event."""
    for child in root.children:
        if child.dep_ in {"ccomp", "parataxis"} and said_by(child, lexicon) is not None:
            return name_of(said_by(child, lexicon))
    closing = CLOSING.search(root.doc.text)
    return closing["speaker"] if closing else None


def said_by(verb: Token, lexicon: Lexicon) -> Token | None:
    """Return the subject of a verb of saying, claiming or suspecting.

    Of two the nearest: in "Bara: the governor said" the parse takes the label for another.
    """
    phrases = lexicon.phrases
    saying = phrases["say"] | phrases["claim"] | phrases["speculate"] | {"argue", "warn", "predict"}
    if verb.lemma_.lower() not in saying:
        return None
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and not _is_nobody(c)]
    return min(subjects, key=lambda c: abs(c.i - verb.i), default=None)


def _is_nobody(subject: Token) -> bool:
    """Whether it is "no group has said"."""
    is_none = subject.lower_ in {"nobody", "none"}
    return is_none or any(c.dep_ == "det" and c.lower_ == "no" for c in subject.children)


def source_of(word: Token) -> Token | None:
    """Return the source of "according to ..." or "per the ministry" that hangs on a word."""
    for child in word.children:
        if child.lower_ == "according":
            for to in child.children:
                return next((c for c in to.children if c.dep_ == "pobj"), None)
        if is_source_marker(child):
            return next(c for c in child.children if c.dep_ == "pobj")
    return None


def is_source_marker(word: Token) -> bool:
    """Whether it is the "per" of ", per the ministry", not of "ten per day"."""
    if word.lower_ != "per" or word.i == 0 or word.nbor(-1).text not in {",", "(", ";"}:
        return False
    return any(c.dep_ == "pobj" for c in word.children)


def name_of(token: Token | None, *, with_joined: bool = False) -> str | None:
    """Return a noun with its modifiers as written, without article, relative clause or note."""
    if token is None:
        return None
    words = words_of_name(token, with_joined=with_joined)
    if not words:
        return token.text
    return token.doc[words[0].i : words[-1].i + 1].text.strip(" ,;([\"“”'") or token.text


def words_of_name(token: Token, *, with_joined: bool) -> list[Token]:
    """Return the words of a name from its first to its last, the article left out."""
    last = max((w.i for w in token.conjuncts), default=token.i) if with_joined else token.i
    words = [w for w in token.subtree if _belongs_to_name(w, token) or token.i < w.i <= last]
    while words and words[0].dep_ in {"det", "punct"}:
        words = words[1:]
    return words


def _belongs_to_name(word: Token, head: Token) -> bool:
    step = word
    while step.i != head.i:
        # "the governors of Bara and Kolun" are one name, "the governor and the mayor" are two.
        is_second = step.dep_ in {"conj", "cc"} and step.head.i > head.i
        is_second = is_second and step.head.dep_ == "pobj" and step.head.pos_ == "PROPN"
        if step.dep_ in APART and not is_second:
            return False
        if step.dep_ == "punct" or (step.dep_ == "prep" and step.lower_ not in {"of", "for"}):
            return False
        step = step.head
    return True
