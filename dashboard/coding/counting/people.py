"""How many people a noun phrase, or a list of them, counts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.counting.quantities import SCALES, Quantity, read_quantity
from dashboard.coding.what.antecedents import PARTITIVES
from dashboard.coding.what.slips import is_headline
from dashboard.model import Toll

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon


CROWDS = frozenset({"police", "army", "people", "family", "crowd", "patrol", "group", "convoy"})
# "A month earlier some 30 soldiers"
GAP = re.compile(
    r"[\w-]+ (?:hours?|days?|weeks?|months?|years?) (?:later|earlier|before|ago),? ", re.IGNORECASE
)
MORE = re.compile(r"\b(?:far|many|even) more\b|\bhigher\b", re.IGNORECASE)
NOT_PEOPLE_LEMMAS = frozenset(
    {"year", "month", "week", "day", "hour", "minute", "percent", "dollar", "km", "kilometer"}
    | {"kilometre", "mile", "vehicle", "car", "house", "building", "animal", "cow", "sheep", "goat"}
    | {"horse", "bus", "truck", "tank", "time", "shot", "bullet", "round"}
)
LIKE_PEOPLE = re.compile(
    r"(?:er|or|ist|ian|ant|ee|man|woman|boy|girl|crew|staff|mechanic|medic|-by)$"
)
THINGS = frozenset(
    {"other", "number", "power", "order", "corner", "quarter", "river", "paper", "water", "center"}
    | {"container", "tower", "tanker", "trailer", "computer", "helicopter", "motor", "door"}
    | {"floor", "sector", "border", "shelter", "matter", "letter", "laser", "error", "mirror"}
    | {"plant", "tree", "restaurant", "committee", "transformer", "cover"}
)
UNHARMED = frozenset(
    {"arrest", "capture", "detain", "miss", "kidnap", "abduct", "displace", "free"}
)
LATER = frozenset({"second", "third", "fourth", "fifth", "sixth", "tenth"})
HURT = frozenset({"wound", "injure", "hurt", "wounded", "injured"})
COUNTS = frozenset({"most", "some", "many", "several", "dozens", "scores", "hundreds"})
MOSTLY = frozenset({"mostly", "mainly", "most"})
NOBODY = frozenset({"no", "neither", "any", "never"})
LONGEST_LIST = 14


def is_people(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun names people."""
    lemma = token.lemma_.lower()
    return token.ent_type_ == "PERSON" or any(
        lexicon.is_in(lemma, c) for c in ("civilian", "armed", "commander")
    )


def toll_of_names(count: int, people: list[Token], sentence: Sentence) -> Toll:
    """Return the toll of people who are named one by one."""
    doc = people[0].doc
    first = min(t.left_edge.i for t in people[:1])
    while first < people[0].i and doc[first].is_punct:
        first += 1
    last = max(t.i for t in people)
    run = doc[first : last + 1]
    return Toll(count, count, run.text, sentence.span(run.start_char, run.end_char))


def toll_of_list(victims: tuple[Token, ...], sentence: Sentence, lexicon: Lexicon) -> Toll | None:
    """Return the toll of coordinated victims: numbers of one list are added, nothing else is."""
    wholes = [(v, whole_of(v)) for v in victims]
    told = tuple(w for v, w in wholes if w.i != v.i or not _is_part_of_others(v))
    victims = tuple(dict.fromkeys(told or victims))
    victims = (*(w for v in victims[:1] for w in _those_before(v)), *victims)
    victims = (*victims[:1], *_those_behind_place(victims, lexicon), *victims[1:])
    victims = (*victims[:1], *(v for v in victims[1:] if not _is_of_another_list(v)))
    counts = [_toll_of(v, sentence, lexicon) for v in victims]
    tolls = [t for t in counts if t is not None]
    if len(tolls) <= 1 or victims[-1].i - victims[0].i > LONGEST_LIST:
        return tolls[-1] if tolls else None
    spans = [t.span for t in tolls if t.span]
    lows = [t.low for t in tolls if t.low is not None]
    high = None if any(t.high is None for t in tolls) else sum(t.high or 0 for t in tolls)
    whole = sentence.text[
        _local(sentence, spans[0].start) : _local(sentence, spans[-1].end - 1) + 1
    ]
    return Toll(sum(lows) or None, high, whole, type(spans[0])(spans[0].start, spans[-1].end))


def _those_before(victim: Token) -> list[Token]:
    """Return the rebels of "13 Bara rebels, 5 soldiers killed", taken for the same people."""
    first, start = victim.head, victim.left_edge.i
    is_apart = victim.dep_ == "appos" and first.i == start - 2 and victim.doc[start - 1].text == ","
    counted = all(any(c.dep_ == "nummod" for c in n.children) for n in (first, victim))
    is_whole = first.lemma_.lower() in CROWDS | {"person", "other", "victim"}
    return [first] if is_apart and counted and not is_whole else []


def _those_behind_place(victims: tuple[Token, ...], lexicon: Lexicon) -> list[Token]:
    """Return the wife and the guards of "the mayor of Bara, his wife and two guards"."""
    of = [c for v in victims for c in v.children if c.lower_ == "of"]
    places = [c for o in of for c in o.children if c.dep_ == "pobj" and c.pos_ == "PROPN"]
    joined = [c for p in places for c in p.children if c.dep_ in {"appos", "conj"}]
    listed = [w for j in joined for w in (j, *j.conjuncts) if w.pos_ == "NOUN"]
    counted = {w.i for w in listed if any(c.dep_ == "nummod" for c in w.children)}
    people = [w for w in listed if is_people(w, lexicon) or w.i in counted]
    known = {v.i for v in victims}
    return [w for w in people if w.i not in known]


def _toll_of(victim: Token, sentence: Sentence, lexicon: Lexicon) -> Toll | None:
    toll = toll_of_phrase(victim, sentence)
    if toll is None or _is_article(victim):
        # "a seller" is one; "an alert situation" is nobody
        return _toll_of_one(victim, sentence, lexicon)
    return toll


def _is_one_more(noun: Token) -> bool:
    """Whether it is "a third soldier": he alone is not the toll."""
    words = {c.lower_ for c in noun.children}
    return noun.tag_ == "NN" and bool(words & LATER) and bool(words & {"a", "the"})


def _is_article(noun: Token) -> bool:
    """Whether the only count of a noun is "a"."""
    is_counted = any(c.dep_ in {"nummod", "quantmod", "amod"} or c.like_num for c in noun.children)
    has_of = any(c.lower_ == "of" for c in noun.children)
    article = any(c.lower_ in {"a", "an"} for c in noun.children)
    if noun.lower_ in SCALES:
        return False  # "a dozen"
    return article and not is_counted and not has_of and noun.tag_ in {"NN", "NNP"}


def looks_like_people(noun: Token) -> bool:
    """Whether a noun names people by its ending: "seller", "pharmacist", "passers-by"."""
    lemma = noun.lemma_.lower()
    is_thing = lemma in NOT_PEOPLE_LEMMAS | THINGS
    return noun.pos_ == "NOUN" and not is_thing and LIKE_PEOPLE.search(lemma) is not None


def _toll_of_one(noun: Token, sentence: Sentence, lexicon: Lexicon) -> Toll | None:
    """Return the toll of a single person: "the driver", "his brother"."""
    is_one = noun.tag_ in {"NN", "NNP"} and noun.lemma_.lower() not in CROWDS
    # "nine soldiers and an American"
    is_national = noun.ent_type_ == "NORP" and any(c.lower_ in {"a", "an"} for c in noun.children)
    if not is_one or not (is_national or is_people(noun, lexicon) or looks_like_people(noun)):
        return None
    is_named = noun.tag_ == "NNP" or any(c.dep_ in {"det", "poss"} for c in noun.children)
    if any(c.lower_ in NOBODY for c in noun.children):
        return None  # "no guard was hurt"
    # "Gunmen kill mayor": a headline leaves out the article.
    is_named = is_named or is_headline(noun.doc)
    return toll_of_names(1, [noun], sentence) if is_named else None


def _is_of_another_list(victim: Token) -> bool:
    """Whether the parse joins what is no victim: "15 in Bara and a village", "32 arrested"."""
    is_place = victim.ent_type_ in {"GPE", "LOC", "FAC"}
    after = victim.nbor() if victim.i + 1 < len(victim.doc) else victim
    # "17 killed and 346 injured": the second number is of others
    is_other = after.lemma_.lower() in UNHARMED | HURT and after.head.i in {victim.i, victim.head.i}
    head = victim.head
    # "65 fighters of the Front and the Brigade": a name of theirs is no 66th
    is_name = victim.tag_ in {"NNP", "NNPS"}
    is_owner = is_name and (_is_pobj_of(head) or _is_pobj_of(_before_and(victim)))
    is_free = any(c.dep_ == "acl" and c.lemma_ in UNHARMED for c in victim.children)
    return is_place or is_owner or is_free or (is_other and victim.pos_ == "NUM")


def _is_pobj_of(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ == "of"


def _before_and(victim: Token) -> Token:
    """Return the factions of "nine fighters of the factions and Bara Front", before the "and"."""
    first = victim.left_edge.i
    is_joined = first > 1 and victim.doc[first - 1].lower_ == "and"
    before = victim.doc[first - 2] if is_joined else victim
    is_many = before.tag_ in {"NNS", "NNP", "NNPS"} and victim.head.tag_ == "NNS"
    return before if is_many else victim


def whole_of(victim: Token) -> Token:
    """Return the 30 of "30 people including nine children killed", hung on the children."""
    among = (c for c in victim.children if c.lower_ == "among" and c.i > victim.i)
    for all_dead in (w for link in among for w in link.children if w.dep_ == "pobj"):
        if _is_counted(all_dead):
            return all_dead  # "Two children among nine killed in a raid"
    first = victim
    while first.dep_ == "conj" and first.head.pos_ == "NOUN":
        first = first.head  # "40 people, including three children and five women killed"
    link = first.head
    is_part = first.dep_ == "pobj" and link.lower_ == "including"
    is_most = first.dep_ == "appos" and any(c.lower_ in MOSTLY for c in first.children)
    whole = link if is_most else link.head
    return whole if (is_part or is_most) and _is_counted(whole) else victim


def _is_counted(noun: Token) -> bool:
    return noun.like_num or any(c.dep_ == "nummod" for c in noun.children)


def _is_part_of_others(victim: Token) -> bool:
    """Whether they were counted already: "six people, among them four children"."""
    first = victim.left_edge.i
    words = (*victim.children, *victim.doc[max(0, first - 1) : first])
    return any(w.lower_ in {"among", "including"} for w in words)


def _local(sentence: Sentence, offset: int) -> int:
    return sentence.offsets.index(offset)


def toll_of_phrase(noun: Token, sentence: Sentence) -> Toll | None:
    """Return the count of a noun phrase, or `None` if it gives none."""
    if noun.lemma_.lower() in NOT_PEOPLE_LEMMAS:
        return None
    run = _counting_words(noun)
    words = run.text
    gap = GAP.match(words)
    start = run.start_char + (gap.end() if gap else 0)
    words = words[gap.end() :] if gap else words
    quantity = read_quantity(words)
    if noun.doc.text[: run.start_char].endswith("#") or _is_one_more(noun):
        return None  # a character reference: "&#8220;"
    if quantity is None or _is_one_crowd(noun, words[quantity.start : quantity.end]):
        return None
    if quantity.low is not None and quantity.low == quantity.high:
        after = noun.doc[noun.i + 1 :].text
        if MORE.search(after):
            quantity = replace(quantity, high=None)
    return as_toll(quantity, words, start, sentence)


def _is_one_crowd(noun: Token, words: str) -> bool:
    """Whether "a patrol", "a family" tells of people and not how many; "an estimated 60" does."""
    return noun.lemma_.lower() in CROWDS and words.lower() in {"a", "an"}


def _counting_words(noun: Token) -> Span:
    """Return the words that count a noun: "59 of its people", "dozens of pupils"."""
    doc, left = noun.doc, noun.left_edge
    if left.lower_ in {"fewer", "less"} and left.i and left.nbor(-1).lower_ in {"no", "not"}:
        left = left.nbor(-1)
    if noun.lemma_.lower() == "family" and (end := _end_of_of(noun)) > noun.i:
        return doc[noun.i + 1 : end + 1]  # "a family of four"
    counted = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if counted is not None and (counted.lemma_.lower() in PARTITIVES or counted.like_num):
        first = counted.left_edge.i
        is_rest = first > 1 and doc[first - 2 : first].text.lower() == "all but"
        return doc[first - 2 * is_rest : noun.i + 1]  # "all but two of the 14 guards"
    is_count = noun.lower_ in COUNTS or noun.pos_ in {"NUM", "ADJ", "PRON"}
    return doc[left.i : (_end_of_of(noun) if is_count else noun.i) + 1]


def _end_of_of(noun: Token) -> int:
    for child in noun.children:
        if child.lower_ == "of":
            return max((c.i for c in child.children), default=noun.i)
    return noun.i


def as_toll(quantity: Quantity, phrase: str, start: int, sentence: Sentence) -> Toll:
    """Return a count with its words and where they stand."""
    first = start + quantity.start
    last = start + max(quantity.end, len(phrase.rstrip()) if quantity.low is None else quantity.end)
    words = sentence.text[first:last].strip()
    if words.lower() in {"a", "an"}:
        words, first = phrase.strip(), start + len(phrase) - len(phrase.lstrip())
    return Toll(quantity.low, quantity.high, words, sentence.span(first, first + len(words)))
