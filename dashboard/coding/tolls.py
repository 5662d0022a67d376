"""How many people were killed and injured, in the words of the text; absent is not zero."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.coding.frames import read_frame
from dashboard.coding.people import (
    as_toll,
    is_people,
    toll_of_list,
    toll_of_names,
    toll_of_phrase,
)
from dashboard.coding.quantities import read_quantity
from dashboard.coding.toll_phrases import TollMention, count_behind, find_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from dashboard.coding.lexicon import Lexicon
    from dashboard.coding.passages import Sentence

DEATH_NOUNS = frozenset(
    {"death", "fatality", "killing", "murder", "massacre", "execution", "assassination"}
)
INJURY_NOUNS = frozenset({"injury"})
COUNTED_AS = frozenset({"dead", "killed", "wounded", "injured", "hurt"})
MIXED = frozenset({"wounded", "injured", "injuries", "wounds", "captured", "missing", "arrested"})
# "managed to kill six"
MANAGING = frozenset({"manage", "succeed", "proceed", "go", "continue"})
# "are known to have been killed"
KNOWING = frozenset({"know", "confirm", "report", "say", "find"})
WINDOW = 12
FATAL = True


def find_tolls(doc: Doc, sentence: Sentence, lexicon: Lexicon) -> tuple[TollMention, ...]:
    """Return the tolls that a sentence states, in the order of the text."""
    parsed = tuple(_find(doc, sentence, lexicon))
    phrases = find_phrases(doc, sentence, lexicon.tolls)
    return (*parsed, *(p for p in phrases if not _is_denied(p.token, lexicon)))


def _find(doc: Doc, sentence: Sentence, lexicon: Lexicon) -> Iterator[TollMention]:
    for token in (t for t in doc if not _is_denied(t, lexicon)):
        lemma = token.lemma_.lower()
        if token.pos_ in {"VERB", "AUX", "ADJ"} and _harm_of(token, lexicon) is not None:
            yield from _from_verb(token, sentence, lexicon)
        elif token.lower_ in COUNTED_AS and token.pos_ != "VERB":
            yield from _from_adjective(token, sentence)
        elif lemma in DEATH_NOUNS | INJURY_NOUNS and token.pos_ == "NOUN":
            yield from _from_noun(token, sentence)
        elif lemma in {"body", "corpse"} and token.dep_ in {"nsubjpass", "dobj", "nsubj"}:
            yield from _from_bodies(token, sentence)
        elif lemma in {"toll", "life"} and token.pos_ == "NOUN":
            yield from _from_idiom(token, sentence)
        elif lemma == "lose" and token.pos_ == "VERB":
            yield from _from_loss(token, sentence, lexicon)


def _is_denied(token: Token, lexicon: Lexicon) -> bool:
    """Whether a number stands in what somebody denies: "denied losing more than four men"."""
    steps = (token, *token.ancestors)
    return any(
        child.dep_ in {"xcomp", "ccomp", "pcomp"}
        and above.lemma_.lower() in lexicon.phrases["deny"]
        for child, above in pairwise(steps)
    )


def _harm_of(token: Token, lexicon: Lexicon) -> bool | None:
    """Return whether a verb kills (`True`) or injures (`False`); `None` if it does neither."""
    lemma = token.lemma_.lower()
    if lemma in lexicon.phrases["fatal"]:
        return True
    if lemma in {"shoot", "beat", "stab", "hack", "burn", "stone"} and _is_to_death(token):
        return True
    return False if lemma in lexicon.phrases["harm"] else None


def _is_to_death(verb: Token) -> bool:
    """Whether it is "shot dead", "beat to death"; not "beat him and burnt another to death"."""
    joined = {w.i for c in verb.conjuncts if c.i > verb.i for w in c.subtree}
    ends = (w for w in verb.subtree if w.lower_ in {"dead", "death"} and w.i > verb.i)
    return any(w.i not in joined for w in ends)


def _from_verb(verb: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[TollMention]:
    is_fatal = _harm_of(verb, lexicon)
    if is_fatal is None or _is_unreal(verb) or _is_joined_to_other(verb, lexicon):
        return
    victims = _victims(verb, lexicon)
    behind = None if victims or _is_passive(verb) else count_behind(verb, sentence)
    if behind is not None:
        yield TollMention(verb, is_fatal, behind)
    elif not victims and verb.tag_ == "VBN":
        yield from _from_adjective(verb, sentence)
    if not victims or (is_fatal and _is_killed_and_wounded(verb, victims)):
        return
    toll = toll_of_list(victims, sentence, lexicon)
    if toll is not None:
        yield TollMention(verb, is_fatal, toll, victims=victims)


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)


def _is_unreal(verb: Token) -> bool:
    """Whether nobody is said to have been killed: negated, attempted, wanted, possible."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "neg"}}
    modal = auxiliaries & {"not", "n't", "never", "will", "would", "could", "might", "can"}
    is_infinitive = "to" in auxiliaries and "have" not in auxiliaries
    return bool(modal) or (is_infinitive and verb.head.lemma_ not in MANAGING)


def _victims(verb: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    frame = read_frame(verb)
    if verb.dep_ == "xcomp" and verb.head.lemma_ in KNOWING and _is_passive(verb.head):
        return read_frame(verb.head).objects
    if verb.lemma_.lower() in {"die", "perish"}:
        return frame.subjects
    words = (verb, verb.head) if verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} else (verb,)
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for w in words for c in w.children)
    if frame.objects:
        return frame.objects
    own = any(c.dep_ == "nsubj" for c in verb.children)
    if verb.dep_ == "conj" and not own:
        return _shared_victims(verb, lexicon)
    if passive:
        return frame.subjects
    # "18 fighters killed in clashes", as headlines say it
    is_short = verb.tag_ in {"VBD", "VBN"} and not any(c.dep_ == "aux" for c in verb.children)
    counted = (t for t in frame.subjects if t.pos_ == "NUM" or is_people(t, lexicon))
    return tuple(counted) if is_short else ()


def _shared_victims(verb: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """Return those of the verb before it: "a man was dragged out and beaten to death"."""
    first = verb.head
    is_passive = verb.tag_ == "VBN" and any(c.dep_ == "nsubjpass" for c in first.children)
    if _harm_of(first, lexicon) is None and not is_passive:
        return ()
    return read_frame(first).objects


def _is_joined_to_other(verb: Token, lexicon: Lexicon) -> bool:
    """Whether one number covers deaths and something else: "either captured or killed"."""
    for other in (w for w in verb.conjuncts if w.pos_ in {"VERB", "AUX", "ADJ"}):
        first, last = sorted((verb, other), key=lambda w: w.i)
        has_own = any(c.dep_ in {"dobj", "nsubjpass", "nsubj"} for c in last.children)
        is_same = _harm_of(verb, lexicon) is _harm_of(other, lexicon)
        if not has_own and not is_same and _is_close(first, last):
            return True
    return False


def _is_close(verb: Token, other: Token) -> bool:
    first, last = sorted((verb.i, other.i))
    return last - first <= 3 and not any(
        w.pos_ in {"NUM", "NOUN"} for w in verb.doc[first + 1 : last]
    )


def _is_killed_and_wounded(verb: Token, victims: tuple[Token, ...]) -> bool:
    """Whether one number covers both: "12 people killed or wounded"."""
    last = max(t.i for t in (*victims, verb))
    following = verb.doc[last + 1 : last + 3]
    if not re.match(r"(?:and|or) (?:wounded|injured|missing)$", following.text.lower()):
        return False
    return not any(c.dep_ in {"dobj", "nsubjpass"} for c in following[-1].children)


def _from_adjective(token: Token, sentence: Sentence) -> Iterator[TollMention]:
    """Read "left 10 dead", "12 dead and 30 wounded", "five dead"."""
    doc, before = token.doc, token.doc[max(0, token.i - WINDOW) : token.i]
    if token.i + 2 < len(doc) and doc[token.i + 1].lower_ in {"and", "or"}:
        following = doc[token.i + 2].lower_
        if following in MIXED | {"dead", "killed"} and not doc[token.i + 2].nbor(-1).like_num:
            return
    after = doc[token.i + 1 : token.i + 6]
    put_at = re.match(r"at (?P<n>(?:(?:at least|more than|about) )?[\w,-]+)", after.text)
    if put_at is not None and (quantity := read_quantity(put_at["n"])) is not None:
        # "officials put the dead at 22"
        start = after.start_char + put_at.start("n")
        yield TollMention(token, FATAL, as_toll(quantity, put_at["n"], start, sentence))
        return
    if before and before[-1].lower_ in {"and", "or"}:
        return
    match = re.search(
        r"(?:(?:at least|more than|over|about|around|roughly|some|nearly|up to)\s+)?"
        r"(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)(?:\s+[\w-]+){0,2}"
        r"(?:\s+(?:people|persons|others|other|men|women|children|policemen|\w+s))?\s*$",
        before.text,
        re.IGNORECASE,
    )
    if match is None or re.search(r"\bof (?:the|those)\b", match.group(), re.IGNORECASE):
        return  # "two of the dead were children": they were counted before
    quantity = read_quantity(match.group())
    if quantity is None or (quantity.low is None and quantity.high is None):
        return
    start = before.start_char + match.start()
    is_fatal = token.lower_ in {"dead", "killed"}
    yield TollMention(token, is_fatal, as_toll(quantity, match.group(), start, sentence))


def _from_noun(token: Token, sentence: Sentence) -> Iterator[TollMention]:
    """Read "12 deaths", "the deaths of three people"; mixed counts are left alone."""
    if any(w.lemma_.lower() in {"injury", "death", "fatality"} for w in token.conjuncts):
        return
    counted = [*read_frame(token).prepositions.get("of", ())]
    if token.lemma_.lower() in {"death", "fatality", "injury"}:
        counted = [token, *counted]
    if any(c.lower_ == "attempt" for c in (token.head, *token.children)):
        return
    for noun in counted:
        toll = toll_of_phrase(noun, sentence)
        if toll is not None and (toll.low is not None or toll.high is not None):
            yield TollMention(token, token.lemma_.lower() in DEATH_NOUNS, toll)
            return


def _from_bodies(token: Token, sentence: Sentence) -> Iterator[TollMention]:
    """Read "the bodies of six men", "nine bodies"."""
    for noun in (*read_frame(token).prepositions.get("of", ()), token):
        toll = toll_of_phrase(noun, sentence)
        if toll is not None and toll.low is not None:
            yield TollMention(token, FATAL, toll)
            return


def _from_idiom(token: Token, sentence: Sentence) -> Iterator[TollMention]:
    """Read "the death toll rose to 18" and "claimed the lives of seven people"."""
    rest = token.doc[token.i + 1 : token.i + 8]
    if not len(rest):
        return
    if token.lemma_.lower() == "toll":
        if token.i == 0 or token.nbor(-1).lower_ != "death" or _is_sum_of_many(token):
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
            token,
            FATAL,
            as_toll(quantity, match["n"], rest.start_char + match.start("n"), sentence),
        )


def _is_sum_of_many(token: Token) -> bool:
    """Whether "raises the toll to 290" adds up what came before, not what this event did."""
    return token.dep_ == "dobj" and token.head.lemma_ in {"raise", "bring", "push", "take"}


def _from_loss(verb: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[TollMention]:
    """Read "lost its commander in a raid" as one death, and "lost 12 soldiers"."""
    people = [t for t in read_frame(verb).objects if is_people(t, lexicon)]
    causes = [t for ts in read_frame(verb).prepositions.values() for t in ts]
    if not people or _is_unreal(verb):
        return
    if all(t.tag_ in {"NN", "NNP"} for t in people):
        if any(lexicon.is_event_noun(t.lemma_.lower()) for t in causes):
            yield TollMention(verb, FATAL, toll_of_names(1, people, sentence))
        return
    toll = toll_of_phrase(people[0], sentence)
    if toll is not None and toll.low is not None:
        yield TollMention(verb, FATAL, toll)
