"""Whose word a statement rests on."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.coding.certainty.bylines import byline_of
from dashboard.coding.certainty.clauses import path_up

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon


# "..., a partisan channel claims.", "..., police said; nobody died", whatever the parse is.
CLOSING = re.compile(
    r"[,”\"] (?!(?:and|but|while|which|who|where|when|as|although|though|after|before)\b)"
    r"(?:an? |the )?(?P<speaker>[^,;:“”\"()]{3,60}?)"
    r" (?P<verb>claims|claimed|reports|reported|says|say|said|told (?:[\w']+ ){0,2}[\w']+)"
    r"(?: (?:on|in|by) [^,;.]{2,30})?(?:[.”\"]*$|;)"
)
ELSEWHERE = re.compile(r";|,? (?:when|which|who|that|after|before|while)\b")
DATELINE = re.compile(r"[A-Z][^;:!?]{2,80}? [-–—] ")
LAST_DASH = re.compile(r"^.*\s[-–—]\s")
# What hangs on a name and is no part of it.
APART = frozenset({"relcl", "acl", "appos", "conj", "cc", "advcl", "parataxis"})
SOMEBODY = frozenset(
    {"it", "they", "he", "she", "we", "i", "you", "this", "that", "which", "who", "what", "there"}
    | {"one", "some", "many", "others", "both", "neither", "either", "nobody", "none", "several"}
)
OWN = frozenset({"nsubj", "nsubjpass", "auxpass", "expl"})
NOBODY = frozenset({"version", "side", "dead", "toll", "number", "figure", "count"})
DOCUMENTS = frozenset(
    {"letter", "statement", "email", "message", "post", "video", "report", "document", "cable"}
    | {"note", "memo", "article", "dispatch"}
)
ACCOUNTS = frozenset({"report", "account", "claim", "allegation", "statement", "announcement"})
GROUNDS = frozenset({"ground", "reason", "evidence", "indication", "sign", "proof"})
FINDING = frozenset(
    {"find", "conclude", "establish", "determine", "verify", "argue", "warn", "predict", "promise"}
    | {"describe", "recount", "recall", "testify", "insist"}
)
# Whose object is the event itself: "monitors recorded 38 rapes".
RECORDING = frozenset(
    {"record", "document", "register", "receive", "verify", "log", "report", "confirm", "announce"}
    | {"describe"}
)
CALLING = frozenset({"describe", "call", "term", "brand"})
NOUNS = frozenset({"NOUN", "PROPN"})


def speaker_of(token: Token, lexicon: Lexicon) -> str | None:
    """Return the words that name whose word a statement rests on, or `None`."""
    return speaker_on(tuple(path_up(token, lexicon)), lexicon)


def speaker_on(path: tuple[Token, ...], lexicon: Lexicon) -> str | None:
    """Return the words that name who says it."""
    for child, word in pairwise(path):
        if child.dep_ in {"ccomp", "parataxis", "xcomp"} and said_by(word, lexicon) is not None:
            return source_name(said_by(word, lexicon))
        if child.dep_ in {"prep", "oprd", "dobj", "nsubj"} and _tells_of(word, child):
            subject = subject_of(word, lexicon)
            if subject is not None:
                return source_name(subject)
    for word in path:
        source = source_of(word)
        if source is not None:
            return source_name(source)
    return (
        _announcer(path[0])
        or _of_account(path[-1], lexicon)
        or _on_grounds(path[-1], lexicon)
        or _inserted_speaker(path[-1], lexicon)
        or _closing_speaker(path[0], lexicon)
        or source_name(byline_of(path[0].doc))
    )


def is_said_by_those_before(token: Token, lexicon: Lexicon) -> bool:
    """Whether "they say" it: those of whom the sentence before told."""
    saying = lexicon.phrases["say"] | lexicon.phrases["claim"] | FINDING
    for child, word in pairwise(path_up(token, lexicon)):
        if child.dep_ == "ccomp" and word.lemma_.lower() in saying:
            return any(
                c.dep_ == "nsubj" and c.lower_ in {"they", "he", "she"} for c in word.children
            )
    return False


def _tells_of(verb: Token, event: Token) -> bool:
    """Whether an event is what somebody records, or what it is called."""
    lemma = verb.lemma_.lower()
    if event.dep_ == "dobj":
        return lemma in RECORDING
    return lemma in CALLING and verb.dep_ in {"pcomp", "relcl"} and event.dep_ in {"prep", "oprd"}


def _announcer(event: Token) -> str | None:
    """Return the envoy of "a truce announced by an envoy"."""
    said = (c for c in event.children if c.dep_ == "acl" and c.lemma_.lower() in RECORDING)
    agents = (a for c in said for a in c.children if a.dep_ == "agent")
    return source_name(next((n for a in agents for n in a.children if n.dep_ == "pobj"), None))


def _of_account(word: Token, lexicon: Lexicon) -> str | None:
    """Return the source of "a report by state media that ...", "has received accounts of ..."."""
    if word.lemma_.lower() not in ACCOUNTS or word.pos_ != "NOUN":
        return None
    if word.dep_ == "dobj" and word.head.lemma_.lower() in RECORDING:
        return source_name(subject_of(word.head, lexicon))
    by = (c for c in word.children if c.lower_ in {"by", "from"})
    names = (c for b in by for c in b.children if c.dep_ == "pobj")
    return source_name(next(names, None))


def _on_grounds(word: Token, lexicon: Lexicon) -> str | None:
    """Return the speaker of "said that there were grounds to believe that ..."."""
    if word.lemma_.lower() not in GROUNDS:
        return None
    for child, above in pairwise((word, *word.ancestors)):
        if child.dep_ == "ccomp" and said_by(above, lexicon) is not None:
            return source_name(said_by(above, lexicon))
    return None


def _inserted_speaker(root: Token, lexicon: Lexicon) -> str | None:
    """Return the speaker of "..., police said", where the report hangs on the event."""
    for child in root.children:
        if child.dep_ in {"ccomp", "parataxis"} and said_by(child, lexicon) is not None:
            return source_name(said_by(child, lexicon))
    return None


def _closing_speaker(token: Token, lexicon: Lexicon) -> str | None:
    """Return who the sentence ends with: the one on whose word all before rests."""
    text = token.doc.text
    found = CLOSING.search(text, token.idx)
    if found is None or ELSEWHERE.search(text, token.idx, found.start()):
        return None
    words = [t for t in token.doc if found.start("speaker") <= t.idx < found.end("speaker")]
    is_clause = any(w.pos_ in {"VERB", "AUX", "SCONJ"} for w in words)
    is_source = bool(words) and not is_clause and _may_speak(words[-1], lexicon)
    return found["speaker"] if is_source else None


def said_by(verb: Token, lexicon: Lexicon) -> Token | None:
    """Return the subject of a verb of saying, claiming or suspecting.

    Of two the nearest: in "Bara: the governor said" the parse takes the label for another.
    """
    phrases = lexicon.phrases
    saying = phrases["say"] | phrases["claim"] | phrases["speculate"] | FINDING
    if any(c.dep_ == "neg" for c in verb.children):
        return None  # "police would not say whether"
    return subject_of(verb, lexicon) if verb.lemma_.lower() in saying else None


def subject_of(verb: Token, lexicon: Lexicon) -> Token | None:
    """Return who does the saying; `None` where nobody can be meant."""
    teller = verb
    while teller.dep_ == "conj" and not any(c.dep_ in OWN for c in teller.children):
        teller = teller.head  # "denied the raid and said that ..."
    subjects = [c for c in teller.children if c.dep_ == "nsubj" and not _is_nobody(c)]
    subject = min(subjects, key=lambda c: abs(c.i - verb.i), default=None)
    if subject is None:
        return None
    subject = _behind_dateline(subject, verb)
    if subject.lower_ in SOMEBODY or _is_of_a_list(subject):
        # "one of the three, the Moray Front, says", "among them two officers, the police said"
        subject = next((c for c in subject.children if c.dep_ == "appos"), subject)
    return subject if subject.pos_ == "PRON" or _may_speak(subject, lexicon) else None


def _behind_dateline(subject: Token, verb: Token) -> Token:
    """Return who speaks, where the parse takes the town of "BARA, May 3 - Rebels said" for it."""
    line = DATELINE.match(verb.doc.text)
    if line is None or not (subject.idx < line.end() <= verb.idx):
        return subject
    behind = [t for t in verb.doc[: verb.i] if t.idx >= line.end() and t.pos_ in NOUNS]
    return behind[-1] if behind else subject


def _may_speak(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word can name a source: no event, no count, no "both sides"."""
    lemma = word.lemma_.lower()
    is_count = word.pos_ == "NUM" and not any(c.lower_ == "of" for c in word.children)
    return not (lemma in NOBODY or is_count or _is_event(word, lexicon))


def _is_event(word: Token, lexicon: Lexicon) -> bool:
    is_plain = word.pos_ == "NOUN" and word.lemma_.lower() not in lexicon.actors
    return is_plain and lexicon.is_event_noun(word.lemma_.lower()) and not _is_body(word)


def _is_body(word: Token) -> bool:
    return word.lemma_.lower() in ACCOUNTS | {"force", "authority", "mission", "command"}


def _is_nobody(subject: Token) -> bool:
    """Whether it is "no group has said", "each side accuses the other"."""
    is_none = subject.lower_ in {"nobody", "none"}
    return is_none or any(c.dep_ == "det" and c.lower_ in {"no", "each"} for c in subject.children)


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


def _is_of_a_list(subject: Token) -> bool:
    """Whether the parse takes the last of those listed for who speaks: "among them two men"."""
    before = (c for c in subject.children if c.dep_ == "prep" and c.i < subject.i)
    return any(c.lower_ in {"among", "including"} for c in before)


def source_name(token: Token | None) -> str | None:
    """Return how a source is named; `None` where only a pronoun or a number stands for it."""
    if token is not None and token.pos_ == "PRON":
        # "She and two other women told us": those of them who are named by a word
        token = next((c for c in token.conjuncts if c.dep_ == "conj" and c.pos_ in NOUNS), None)
    if token is None:
        return None
    if token.pos_ == "NUM" and not any(c.lower_ == "of" for c in token.children):
        return None
    name = name_of(token, with_joined=True)
    name = LAST_DASH.sub("", name) if name else None
    senders = [c for c in token.children if c.lower_ in {"from", "by"} and c.i > token.i]
    if name is None or token.lemma_.lower() not in DOCUMENTS or not senders:
        return name
    sender = next((c for c in senders[0].children if c.dep_ == "pobj"), None)
    return f"{name} {senders[0].text} {name_of(sender)}" if sender is not None else name


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
