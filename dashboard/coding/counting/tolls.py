"""How many people were killed and injured, in the words of the text; absent is not zero."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.counting.counted_dead import (
    FATAL,
    count_adjective,
    count_bodies,
    count_idiom,
    count_list,
    is_unreal,
)
from dashboard.coding.counting.harm import harm_of
from dashboard.coding.counting.losses import count_losses
from dashboard.coding.counting.people import (
    COUNTS,
    as_toll,
    is_people,
    toll_of_list,
    toll_of_names,
    toll_of_phrase,
)
from dashboard.coding.counting.quantities import read_quantity
from dashboard.coding.counting.taken_back import is_taken_back
from dashboard.coding.counting.toll_phrases import (
    TollMention,
    count_behind,
    find_other_counts,
    find_phrases,
)
from dashboard.coding.counting.victims import (
    counted_beside,
    counted_right_before,
    killed_as_well,
    those_waiting,
)
from dashboard.coding.what.frames import read_frame
from dashboard.coding.what.undergoers import objects_of_next

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.frames import Frame
    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.model import Toll

DEATH_NOUNS = frozenset(
    {"death", "fatality", "killing", "murder", "massacre", "execution", "assassination"}
)
SLAYING = frozenset({"killing", "murder", "assassination"})
INJURY_NOUNS = frozenset({"injury"})
COUNTED_AS = frozenset({"dead", "killed", "wounded", "injured", "hurt"})
# "Blast in a depot kills nine", where the parse makes a noun of the verb.
HARMS = {"kills": True, "wounds": False, "injures": False}
# "are known to have been killed"
KNOWING = frozenset({"know", "confirm", "report", "say", "find"})
# "Who has died aged 91", "died peacefully at her home": nobody was killed.
IN_PEACE = re.compile(
    r"\W*(?:(?:last|this) \w+\W+|on \w+\W+)?(?:aged? \d|at the age|peacefully"
    r"|(?:at|in) (?:his|her) (?:own )?(?:home|bed|sleep)"
    r"|of (?:natural causes|old age|pneumonia|cancer|a stroke|a heart))"
)
OBJECTS = frozenset({"dobj", "obj"})
DYING = frozenset({"die", "perish", "succumb"})


def find_tolls(doc: Doc, sentence: Sentence, lexicon: Lexicon) -> tuple[TollMention, ...]:
    """Return the tolls that a sentence states, in the order of the text."""
    parsed = tuple(_find(doc, sentence, lexicon))
    phrases = find_phrases(doc, sentence, lexicon.tolls)
    told = tuple(p for p in phrases if not is_taken_back(p.token, lexicon))
    tolls = tuple(p for p in told if p.is_fatal and _is_verb_of_toll(p.token))
    # "The toll of the blast has risen to 34 after three of the wounded died"
    late = {m.token.i for m in parsed if tolls and m.is_fatal and _is_told_after(m.token)}
    kept = (*(m for m in parsed if m.token.i not in late), *told)
    return (*kept, *find_other_counts(doc, sentence, kept))


def _is_verb_of_toll(token: Token) -> bool:
    """Whether it is the "risen" of "the death toll has risen to 34"."""
    return any(c.lemma_.lower() == "toll" for c in (token, *token.children))


def _is_told_after(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(c.lower_ in {"after", "when", "as"} for c in verb.children)


def _find(doc: Doc, sentence: Sentence, lexicon: Lexicon) -> Iterator[TollMention]:
    for token in doc:
        found = tuple(_read(token, sentence, lexicon))
        if found and not is_taken_back(token, lexicon):
            yield from found


def _read(token: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[TollMention]:
    lemma = token.lemma_.lower()
    if token.pos_ in {"VERB", "AUX", "ADJ"} and harm_of(token, lexicon) is not None:
        yield from _from_verb(token, sentence, lexicon)
    elif token.lower_ in COUNTED_AS | HARMS.keys() and token.pos_ != "VERB":
        yield from _from_state(token, sentence, lexicon)
    elif lemma in DEATH_NOUNS | INJURY_NOUNS and token.pos_ == "NOUN":
        yield from _from_noun(token, sentence, lexicon)
    elif lemma in {"body", "corpse"} and token.dep_ in {"nsubjpass", "dobj", "nsubj"}:
        yield from count_bodies(token, sentence)
    elif lemma in {"toll", "life"} and token.pos_ == "NOUN":
        yield from count_idiom(token, sentence)
    elif lemma == "lose" and token.pos_ == "VERB":
        yield from count_losses(token, sentence, lexicon)


def _from_state(token: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[TollMention]:
    """Read "left 12 dead"; also the verbs of headlines that are taken for nouns."""
    if token.lower_ in HARMS:
        count = count_behind(token, sentence)
        yield from (TollMention(token, HARMS[token.lower_], count),) if count else ()
        return
    listed = count_list(token, sentence, lexicon)
    yield from (listed,) if listed else count_adjective(token, sentence)


def _from_verb(verb: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[TollMention]:
    is_fatal = harm_of(verb, lexicon)
    if is_fatal is None or is_unreal(verb) or _is_joined_to_other(verb, lexicon):
        return
    if verb.lemma_ == "die" and IN_PEACE.match(verb.doc.text, verb.idx + len(verb)):
        return
    yield from _from_pronoun(verb, sentence)
    victims = _victims(verb, lexicon)
    victims = (*victims, *killed_as_well(verb)) if victims else ()
    is_short = bool(victims) and all(v.i < verb.i for v in victims) and verb.tag_ == "VBD"
    behind = count_behind(verb, sentence) if not _is_passive(verb) else None
    if behind is not None and is_short and verb.lemma_.lower() not in DYING:
        victims = ()  # "the Bara band murdered at least 115": who stands before it did it
    behind = None if victims else behind
    if behind is not None:
        yield TollMention(verb, is_fatal, behind)
    elif not victims and verb.tag_ == "VBN":
        yield from count_adjective(verb, sentence)
    if not victims or (is_fatal and _is_killed_and_wounded(verb, victims)):
        return
    toll = toll_of_list(victims, sentence, lexicon)
    if toll is not None:
        yield TollMention(verb, is_fatal, _own_count(verb, sentence) or toll, victims=victims)


def _from_pronoun(verb: Token, sentence: Sentence) -> Iterator[TollMention]:
    """Read "she died at the scene": the one told of before, where nobody counts the dead."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.lemma_ in DYING and subject is not None and subject.lower_ in {"he", "she"}:
        toll = toll_of_names(1, [subject], sentence)
        yield TollMention(verb, FATAL, toll, is_of_wounded=True)


def _own_count(verb: Token, sentence: Sentence) -> Toll | None:
    """Return the five of "three of the five soldiers hurt in the ambush have died"."""
    noun = verb.head
    is_said_of = verb.dep_ == "acl" and noun.dep_ == "pobj" and noun.head.lower_ == "of"
    number = next((c for c in noun.children if c.dep_ == "nummod"), None)
    number = noun if number is None and noun.like_num else number
    quantity = read_quantity(number.text) if is_said_of and number is not None else None
    if quantity is None or number is None:
        return None
    return as_toll(quantity, number.text, number.idx, sentence)


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)


def _victims(verb: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    frame = read_frame(verb)
    if verb.dep_ == "xcomp" and verb.head.lemma_ in KNOWING and _is_passive(verb.head):
        return read_frame(verb.head).objects
    if verb.lemma_.lower() in DYING:
        return counted_right_before(verb) or frame.subjects
    beside = those_waiting(verb) or (counted_beside(verb) if verb.dep_ == "conj" else ())
    if beside:
        return beside
    return _harmed(verb, frame, lexicon)


def _harmed(verb: Token, frame: Frame, lexicon: Lexicon) -> tuple[Token, ...]:
    """Return to whom a verb was done: its objects, or the subjects of its passive."""
    words = (verb, verb.head) if verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} else (verb,)
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for w in words for c in w.children)
    if frame.objects:
        # "4 killed, 7 wounded": those killed have a word of their own
        left = tuple(t for t in frame.objects if not _is_told_of_before(t, verb, lexicon))
        return left or frame.objects
    own = any(c.dep_ == "nsubj" for c in verb.children)
    if verb.dep_ == "conj" and not own:
        return _shared_victims(verb, lexicon)
    if passive:
        return tuple(s for s in frame.subjects if s.head.dep_ != "agent")
    # "18 fighters killed in clashes", as headlines say it
    is_short = verb.tag_ in {"VBD", "VBN"} and not any(c.dep_ == "aux" for c in verb.children)
    counted = (
        t for t in frame.subjects if t.pos_ == "NUM" or t.lower_ in COUNTS or is_people(t, lexicon)
    )
    return objects_of_next(verb) or (tuple(counted) if is_short else ())


def _is_told_of_before(victim: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether the words between say what befell them: "4 killed, 7 wounded"."""
    words = [c for c in victim.children if c.dep_ in {"acl", "amod"} and victim.i < c.i < verb.i]
    return any(c.lower_ in COUNTED_AS or harm_of(c, lexicon) is not None for c in words)


def _shared_victims(verb: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """Return those of the verb before it: "a man was dragged out and beaten to death"."""
    first = verb.head
    is_passive = verb.tag_ == "VBN" and any(c.dep_ == "nsubjpass" for c in first.children)
    if harm_of(first, lexicon) is None and not is_passive:
        return ()
    return read_frame(first).objects


def _is_joined_to_other(verb: Token, lexicon: Lexicon) -> bool:
    """Whether one number covers deaths and something else: "either captured or killed"."""
    for other in (w for w in verb.conjuncts if w.pos_ in {"VERB", "AUX", "ADJ"}):
        first, last = sorted((verb, other), key=lambda w: w.i)
        has_own = any(c.dep_ in {"dobj", "nsubjpass", "nsubj"} for c in last.children)
        is_same = harm_of(verb, lexicon) is harm_of(other, lexicon)
        if not has_own and not is_same and _is_close(first, last):
            return True
        if has_own and not is_same and _do_they_share(first, last, lexicon):
            return True
    return False


def _do_they_share(first: Token, last: Token, lexicon: Lexicon) -> bool:
    """Whether one number is the object of both: "mines have killed or injured 46 people"."""
    own = OBJECTS | {"nsubjpass", "auxpass"}
    is_shared = any(c.dep_ in OBJECTS for c in last.children)
    is_bare = not any(c.dep_ in own for c in first.children)
    are_harms = None not in {harm_of(first, lexicon), harm_of(last, lexicon)}
    return is_shared and is_bare and are_harms and _is_close(first, last)


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


def _from_noun(token: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[TollMention]:
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
    slain = [t for t in counted if t.tag_ == "NN"] if token.tag_ == "NN" else []
    one = toll_of_list(tuple(slain[:1]), sentence, lexicon) if token.lemma_ in SLAYING else None
    if one is not None:
        yield TollMention(token, FATAL, one, victims=tuple(slain[:1]))  # "the murder of the mayor"
