"""How many people were killed and injured, in the words of the text; absent is not zero."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.frames import read_frame
from dashboard.coding.quantities import Quantity, read_quantity
from dashboard.model import Toll

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from dashboard.coding.lexicon import Lexicon
    from dashboard.coding.passages import Sentence

FATAL_VERBS = frozenset(
    [
        "kill",
        "murder",
        "assassinate",
        "massacre",
        "slaughter",
        "execute",
        "behead",
        "lynch",
        "slay",
        "die",
        "perish",
        "martyr",
    ]
)
HARM_VERBS = frozenset({"wound", "injure", "hurt", "maim"})
DEATH_NOUNS = frozenset({"death", "fatality"})
INJURY_NOUNS = frozenset({"injury"})
MIXED = frozenset({"wounded", "injured", "injuries", "wounds", "captured", "missing", "arrested"})
NOT_PEOPLE = frozenset(
    [
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "percent",
        "dollar",
        "km",
        "kilometer",
        "kilometre",
        "mile",
        "vehicle",
        "car",
        "house",
        "building",
        "animal",
        "cow",
        "sheep",
        "goat",
        "horse",
        "bus",
        "truck",
        "tank",
        "time",
        "shot",
        "bullet",
        "round",
    ]
)
WINDOW = 12
FATAL = True


@dataclass(frozen=True, slots=True)
class TollMention:
    """A number of people killed or injured, and the word that says so."""

    token: Token
    is_fatal: bool
    toll: Toll


def find_tolls(doc: Doc, sentence: Sentence, lexicon: Lexicon) -> tuple[TollMention, ...]:
    """Return the tolls that a sentence states, in the order of the text."""
    return tuple(_find(doc, sentence, lexicon))


def _find(doc: Doc, sentence: Sentence, lexicon: Lexicon) -> Iterator[TollMention]:
    for token in doc:
        lemma = token.lemma_.lower()
        if token.pos_ in {"VERB", "AUX", "ADJ"} and lemma in FATAL_VERBS | HARM_VERBS:
            yield from _from_verb(token, sentence)
        elif token.lower_ in {"dead", "killed", "wounded", "injured"} and token.pos_ != "VERB":
            yield from _from_adjective(token, sentence)
        elif lemma in DEATH_NOUNS | INJURY_NOUNS and token.pos_ == "NOUN":
            yield from _from_noun(token, sentence)
        elif lemma in {"toll", "life"} and token.pos_ == "NOUN":
            yield from _from_idiom(token, sentence)
        elif lemma == "lose" and token.pos_ == "VERB":
            yield from _from_loss(token, sentence, lexicon)


def _from_verb(verb: Token, sentence: Sentence) -> Iterator[TollMention]:
    if any(c.dep_ == "neg" for c in verb.children) or _is_joined_to_non_fatal(verb):
        return
    is_fatal = verb.lemma_.lower() in FATAL_VERBS
    victims = _victims(verb)
    if not victims:
        return
    if is_fatal and _is_killed_and_wounded(verb, victims):
        return
    toll = _sum_of(victims, sentence)
    if toll is not None:
        yield TollMention(verb, is_fatal, toll)


def _victims(verb: Token) -> tuple[Token, ...]:
    frame = read_frame(verb)
    if verb.lemma_.lower() in {"die", "perish"}:
        return frame.subjects
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
    if frame.objects:
        return frame.objects
    if verb.dep_ == "conj":
        return _shared_victims(verb.head)
    return frame.subjects if passive else ()


def _shared_victims(verb: Token) -> tuple[Token, ...]:
    if verb.lemma_.lower() not in FATAL_VERBS | HARM_VERBS:
        return ()
    return read_frame(verb).objects


def _is_joined_to_non_fatal(verb: Token) -> bool:
    """Whether one number covers deaths and something else: "either captured or killed"."""
    joined = [w for w in verb.conjuncts if w.pos_ in {"VERB", "AUX", "ADJ"}]
    has_own_object = any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children)
    if verb.dep_ == "conj" and has_own_object:
        return False
    for other in joined:
        own = any(c.dep_ in {"dobj", "nsubjpass", "nsubj"} for c in other.children)
        is_shared = other.i < verb.i or not own
        fatal = other.lemma_.lower() in FATAL_VERBS
        same_kind = fatal is (verb.lemma_.lower() in FATAL_VERBS)
        if is_shared and not same_kind and _is_close(verb, other):
            return True
    return False


def _is_close(verb: Token, other: Token) -> bool:
    first, last = sorted((verb.i, other.i))
    return last - first <= 3 and not any(
        w.pos_ in {"NUM", "NOUN"} for w in verb.doc[first + 1 : last]
    )


def _is_killed_and_wounded(verb: Token, victims: tuple[Token, ...]) -> bool:
    last = max(t.i for t in (*victims, verb))
    following = verb.doc[last + 1 : last + 3].text.lower()
    return bool(re.match(r"(?:and|or) (?:wounded|injured|missing)$", following))


def _from_adjective(token: Token, sentence: Sentence) -> Iterator[TollMention]:
    """Read "left 10 dead", "12 dead and 30 wounded", "five dead"."""
    doc, before = token.doc, token.doc[max(0, token.i - WINDOW) : token.i]
    if token.i + 2 < len(doc) and doc[token.i + 1].lower_ in {"and", "or"}:
        following = doc[token.i + 2].lower_
        if following in MIXED | {"dead", "killed"} and not doc[token.i + 2].nbor(-1).like_num:
            return
    if before and before[-1].lower_ in {"and", "or"}:
        return
    match = re.search(
        r"(?:(?:at least|more than|over|about|around|roughly|some|nearly|up to)\s+)?"
        r"(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)(?:\s+(?:people|persons|soldiers|civilians|others|other"
        r"|men|women|children|policemen|officers|\w+s))?\s*$",
        before.text,
        re.IGNORECASE,
    )
    if match is None:
        return
    quantity = read_quantity(match.group())
    if quantity is None or (quantity.low is None and quantity.high is None):
        return
    start = before.start_char + match.start()
    is_fatal = token.lower_ in {"dead", "killed"}
    yield TollMention(token, is_fatal, _toll(quantity, match.group(), start, sentence))


def _from_noun(token: Token, sentence: Sentence) -> Iterator[TollMention]:
    """Read "12 deaths", "the deaths of three people"; mixed counts are left alone."""
    if any(w.lemma_.lower() in {"injury", "death", "fatality"} for w in token.conjuncts):
        return
    counted = [token, *(t for t in read_frame(token).prepositions.get("of", ()))]
    for noun in counted:
        toll = _toll_of(noun, sentence)
        if toll is not None and (toll.low is not None or toll.high is not None):
            yield TollMention(token, token.lemma_.lower() in DEATH_NOUNS, toll)
            return


def _from_idiom(token: Token, sentence: Sentence) -> Iterator[TollMention]:
    """Read "the death toll rose to 18" and "claimed the lives of seven people"."""
    rest = token.doc[token.i + 1 : token.i + 8]
    if not len(rest):
        return
    if token.lemma_.lower() == "toll":
        if token.i == 0 or token.nbor(-1).lower_ != "death":
            return
        match = re.search(
            r"\b(?:to|at|of|is|was)\s+(?P<n>(?:(?:at least|more than|about)\s+)?[\w,]+)", rest.text
        )
    else:
        match = re.match(
            r"of\s+(?P<n>(?:(?:at least|more than|about)\s+)?[\w,]+(?:\s\w+)?)", rest.text
        )
    if match is None:
        return
    quantity = read_quantity(match["n"])
    if quantity is not None and quantity.low is not None:
        yield TollMention(
            token, FATAL, _toll(quantity, match["n"], rest.start_char + match.start("n"), sentence)
        )


def _from_loss(verb: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[TollMention]:
    """Read "lost its commander in a raid" as one death, and "lost 12 soldiers"."""
    people = [t for t in read_frame(verb).objects if _is_people(t, lexicon)]
    causes = [t for ts in read_frame(verb).prepositions.values() for t in ts]
    if not people or not any(t.lemma_.lower() in lexicon.rules for t in causes):
        return
    if all(t.tag_ in {"NN", "NNP"} for t in people):
        yield TollMention(verb, FATAL, _span_toll(1, people, sentence))
        return
    toll = _toll_of(people[0], sentence)
    if toll is not None and toll.low is not None:
        yield TollMention(verb, FATAL, toll)


def _is_people(token: Token, lexicon: Lexicon) -> bool:
    lemma = token.lemma_.lower()
    return token.ent_type_ == "PERSON" or any(
        lexicon.is_in(lemma, c) for c in ("civilian", "armed", "commander")
    )


def _span_toll(count: int, people: list[Token], sentence: Sentence) -> Toll:
    doc = people[0].doc
    first = min(t.left_edge.i for t in people[:1])
    last = max(t.i for t in people)
    run = doc[first : last + 1]
    return Toll(count, count, run.text, sentence.span(run.start_char, run.end_char))


def _sum_of(victims: tuple[Token, ...], sentence: Sentence) -> Toll | None:
    """Return the toll of coordinated victims: numbers of one list are added, nothing else is."""
    tolls = [t for v in victims if (t := _toll_of(v, sentence)) is not None]
    names = [v for v in victims if v.ent_type_ == "PERSON" and v.tag_ == "NNP"]
    if len(tolls) <= 1:
        if tolls:
            return tolls[0]
        return _span_toll(1, names[:1], sentence) if len(names) == 1 == len(victims) else None
    if any(t.low is None for t in tolls):
        return tolls[0]
    spans = [t.span for t in tolls if t.span]
    low = sum(t.low for t in tolls if t.low is not None)
    high = None if any(t.high is None for t in tolls) else sum(t.high or 0 for t in tolls)
    whole = sentence.text[
        _local(sentence, spans[0].start) : _local(sentence, spans[-1].end - 1) + 1
    ]
    return Toll(low, high, whole, type(spans[0])(spans[0].start, spans[-1].end))


def _local(sentence: Sentence, offset: int) -> int:
    return sentence.offsets.index(offset)


def _toll_of(noun: Token, sentence: Sentence) -> Toll | None:
    """Return the count of a noun phrase, or `None` if it gives none."""
    if noun.lemma_.lower() in NOT_PEOPLE:
        return None
    left = noun.left_edge
    run = noun.doc[left.i : noun.i + 1]
    if noun.lower_ in {"most", "some", "many", "several", "dozens", "scores", "hundreds"} or (
        noun.pos_ in {"NUM", "ADJ", "PRON"}
    ):
        run = noun.doc[left.i : _end_of_of(noun) + 1]
    quantity = read_quantity(run.text)
    if quantity is None or (run.text.lower().startswith("one of")):
        return None
    return _toll(quantity, run.text, run.start_char, sentence)


def _end_of_of(noun: Token) -> int:
    for child in noun.children:
        if child.lower_ == "of":
            return max((c.i for c in child.children), default=noun.i)
    return noun.i


def _toll(quantity: Quantity, phrase: str, start: int, sentence: Sentence) -> Toll:
    first = start + quantity.start
    last = start + max(quantity.end, len(phrase.rstrip()) if quantity.low is None else quantity.end)
    words = sentence.text[first:last].strip()
    return Toll(quantity.low, quantity.high, words, sentence.span(first, first + len(words)))
