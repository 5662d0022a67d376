"""What the language model often gets wrong in a parse, put right before anything reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.headlines import mend_headline
from dashboard.coding.what.undergoers import HARMING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

    from dashboard.coding.what.lexicon import Lexicon

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
NOUNS = frozenset({"NOUN", "PROPN"})
SPEECH = frozenset({"say", "report", "tell", "add", "state", "confirm", "announce"})
NOUN_TAGS = frozenset({"NN", "NNS"})
NOT_OF_VERBS = frozenset({"aux", "auxpass", "det", "poss", "amod"})
# What is done to somebody, and is never told without whom.
DONE_TO = frozenset({"kill", "injure", "wound", "abduct", "kidnap", "arrest", "detain", "hijack"})
DONE_TO |= {"loot", "torch", "destroy", "rob", "ambush", "displace", "evacuate", "hospitalise"}
OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "dative", "agent"})
LISTED = frozenset({"conj", "appos", "dobj"})
SHORTEST = 3
CLAUSES = frozenset({"ROOT", "conj", "dep", "parataxis"})


def mend(doc: Doc, lexicon: Lexicon, movements: Mapping[str, str]) -> None:
    """Correct tags, lemmas and subjects that the model gets wrong in a parse made a moment ago."""
    forms = {**lexicon.forms, **movements}
    for token in doc:
        _mend_tag(token, lexicon)
        _mend_lemma(token, lexicon, forms)
    mend_headline(doc, lexicon)
    for token in doc:
        _mend_subject(token)
        _mend_fronted(token)
        _mend_last_words(token)
        _mend_voice(token)
        _mend_speakers(token)
        _mend_age(token)
        _mend_acronym(token)


def _mend_subject(verb: Token) -> None:
    """
    Give a verb its subject where the parse joins that to a name before it.

    "Drones hit a depot in Bara and Arland struck Kolun": two verbs are joined by "and" or a comma,
    so that a noun between that word and the second verb can only be its subject.
    """
    if verb.dep_ != "conj" or verb.tag_ not in FINITE or verb.i == 0:
        return
    noun, first = verb.nbor(-1), verb.head
    is_joined = noun.dep_ == "conj" and noun.pos_ in NOUNS and noun.head.i != first.i
    link = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
    if not is_joined or link.lower_ not in {"and", "but"} or first.i > noun.i:
        return
    if any(c.dep_ in SUBJECTS or c.dep_ == "cc" for c in verb.lefts):
        return
    noun.head, noun.dep_ = verb, "nsubj"
    if link.dep_ == "cc":
        link.head = first


def _mend_last_words(verb: Token) -> None:
    """
    Give what is said the words that end it: "Rebels raided Bara, on Saturday night, a man said".

    What stands between a clause and the one who says it is of the clause.
    """
    said = next((c for c in verb.lefts if c.dep_ == "ccomp" and c.pos_ == "VERB"), None)
    speaker = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if said is None or speaker is None or said.i > speaker.i:
        return
    end = min(verb.i, speaker.left_edge.i)
    for phrase in [c for c in verb.lefts if c.dep_ in {"prep", "npadvmod"}]:
        if said.i < phrase.left_edge.i and phrase.right_edge.i + 1 < end:
            phrase.head = said


def _mend_fronted(verb: Token) -> None:
    """
    Give a verb the subject that the parse takes for another word for the place before it.

    "In Bara, a rally outside the palace ended on Sunday": of a finite verb without a subject.
    """
    if verb.pos_ != "VERB" or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    passive = [c for c in verb.children if c.dep_ == "auxpass" and c.tag_ in FINITE]
    if verb.tag_ not in FINITE and not passive:
        return
    fronted = (c for c in verb.lefts if c.dep_ == "prep" and c.text[0].isupper())
    names = [name for link in fronted for name in link.rights if name.dep_ == "pobj"]
    nouns = [n for name in names for n in name.rights if n.dep_ == "appos" and n.pos_ in NOUNS]
    if len(nouns) == 1 and nouns[0].doc[nouns[0].left_edge.i - 1].text == ",":
        nouns[0].head, nouns[0].dep_ = verb, "nsubjpass" if passive else "nsubj"


def _mend_voice(verb: Token) -> None:
    """Read "driver killed", "two women abducted" as the passive that notes and logs shorten."""
    if verb.tag_ not in {"VBD", "VBN"} or not _is_done_to(verb):
        return
    subjects = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if len(subjects) != 1 or subjects[0].tag_ in {"PRP", "WP", "WDT"}:
        return  # "Gunmen attack bus, 7 wounded" is two clauses in one parse
    subject = subjects[0]
    is_counted = subject.like_num or any(c.dep_ == "nummod" for c in subject.children)
    if verb.tag_ == "VBN" and not is_counted:
        return
    before = verb.doc[subject.left_edge.i - 1].text if subject.left_edge.i else ""
    is_listed = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in DONE_TO | {"hurt"}
    is_listed = is_listed or (verb.dep_ == "acl" and before == ":")
    if verb.dep_ not in CLAUSES and not (verb.dep_ == "relcl" and before == ",") and not is_listed:
        return  # listed: "one child killed, four people injured"
    joined = [verb, *(c for c in verb.children if c.dep_ == "conj")]
    if any(c.dep_ in OBJECTS | {"aux"} for v in joined for c in v.children):
        return  # "The bomb killed and injured seven"
    subject.dep_, verb.tag_ = "nsubjpass", "VBN"


def _is_done_to(verb: Token) -> bool:
    if verb.lemma_.lower() in DONE_TO:
        return True
    after = verb.doc[verb.i + 1 : verb.i + 3]
    word = (verb.lemma_.lower(), after[:1].text.lower())
    is_last = len(after) < 2 or after[1].pos_ in {"ADP", "SCONJ", "PUNCT"}
    return is_last and word in {("shoot", "dead"), ("gun", "down"), ("mow", "down")}


def _mend_speakers(verb: Token) -> None:
    """
    Give "said" those who speak where the parse lists them with the victims before.

    "..., killing four passengers, a network and a monitor said", "..., killing two, the head of the
    council, Ali Bo, said": what stands last before "said", behind a comma, are its subjects.
    """
    if verb.lemma_ not in SPEECH or verb.tag_ not in FINITE or verb.i < SHORTEST:
        return
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return
    last, name = verb.nbor(-1), None
    if last.text == ",":
        name = last.nbor(-1)
        commas = [w.i for w in verb.doc[: last.i] if w.text == ","]
        last = verb.doc[commas[-1] - 1] if commas and commas[-1] else name
    speaker = _behind_comma(last, verb)
    if speaker is None:
        return
    speaker.head, speaker.dep_ = verb, "nsubj"
    if name is not None and name.i != speaker.i:
        name.head, name.dep_ = speaker, "appos"
    _mend_main_verb(verb)


def _mend_main_verb(verb: Token) -> None:
    """Put what is said below "said", where the parse makes that a clause of it."""
    said = verb.head
    if verb.dep_ in {"advcl", "conj", "dep"} and said.dep_ == "ROOT" and said.i < verb.i:
        verb.head, verb.dep_ = verb, "ROOT"
        said.head, said.dep_ = verb, "ccomp"


def _behind_comma(word: Token, verb: Token) -> Token | None:
    """Return the noun above a word whose words begin behind a comma, all before a verb."""
    for noun in (word, *word.ancestors):
        start = noun.left_edge.i
        if noun.i > verb.i or noun.pos_ in {"VERB", "AUX"}:
            return None
        is_behind = start > 0 and noun.doc[start - 1].text == "," and noun.head.i < start
        if is_behind and noun.pos_ in NOUNS and noun.dep_ in LISTED:
            return noun
    return None


def _mend_age(number: Token) -> None:
    """Make the man the subject of "a man aged 19 was shot", where the parse takes the age."""
    if number.dep_ not in SUBJECTS or number.i < 2 or number.nbor(-1).lower_ != "aged":
        return
    aged = number.nbor(-1)
    person = aged.nbor(-1)
    if person.pos_ in NOUNS or person.dep_ in {"amod", "npadvmod"}:
        person.head, person.dep_, person.pos_ = number.head, number.dep_, "NOUN"
        aged.head, aged.dep_ = person, "amod"
        number.head, number.dep_ = aged, "npadvmod"


def _mend_acronym(noun: Token) -> None:
    """Make "IED" the thing of "hit by a roadside IED", where the parse makes two of it."""
    if noun.tag_ != "NN":
        return
    last = next((c for c in noun.rights if c.dep_ == "appos"), None)
    if last is None or last.i != noun.i + 1 or not last.text.isupper():
        return
    last.head, last.dep_ = noun.head, noun.dep_
    for child in [*noun.children, noun]:
        child.head = last
    noun.dep_ = "compound"


def _is_participle(token: Token) -> bool:
    """Whether it is "8 rebels killed in a raid", taken for what the rebels did."""
    is_past = token.dep_ == "acl" and token.tag_ == "VBD" and token.lemma_ in HARMING
    return is_past and not any(c.dep_ in {"dobj", "nsubj"} for c in token.children)


def _is_deed_named(token: Token) -> bool:
    """Whether it is the noun of "In Bara, shelling of a camp killed eight", taken for a verb."""
    is_argument = token.tag_ == "VBG" and token.dep_ in SUBJECTS
    links = {c.dep_: c.lower_ for c in token.rights}
    return is_argument and links.get("prep") == "of" and "dobj" not in links


def _is_verb_taken_for_noun(token: Token, lexicon: Lexicon) -> bool:
    """Whether it is "Dissidents and rebels fight in Bara": no noun has a subject of its own."""
    if token.tag_ not in NOUN_TAGS or any(c.dep_ in NOT_OF_VERBS for c in token.children):
        return False
    if any(c.dep_ in {"dobj", "prt"} for c in token.children):  # "Police gun down a rustler"
        for name in [c for c in token.lefts if c.dep_ == "compound" and c.i == token.i - 1]:
            name.dep_ = "nsubj"
    subjects = (c for c in token.children if c.dep_ == "nsubj" and c.i < token.i)
    is_plain = any(s.tag_ in {"NNS", "NNP", "NNPS", "NN"} for s in subjects)
    rules = lexicon.rules.get(token.lemma_.lower(), ())
    return is_plain and any(rule.pos == "verb" for rule in rules)


def _mend_tag(token: Token, lexicon: Lexicon) -> None:
    if token.text == "May" and token.dep_ == "aux" and token.i and token.nbor(-1).like_num:
        # "On 9 and 10 May the two armies fired": the model takes the month for the verb.
        token.dep_, token.tag_, token.pos_ = "npadvmod", "NNP", "PROPN"
    elif token.dep_ == "nsubj" and token.doc[token.i + 1 : token.i + 2].text == ":":
        token.dep_ = "dep"  # "Arland: rebels kill two": where it was, not who did it
    elif _is_deed_named(token):
        token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", token.lower_
    elif token.lower_ == "slain" or _is_participle(token):
        token.tag_ = "VBN"
    elif _is_verb_taken_for_noun(token, lexicon):
        token.tag_, token.pos_ = ("VBZ" if token.tag_ == "NNS" else "VBP"), "VERB"


def _mend_lemma(token: Token, lexicon: Lexicon, forms: Mapping[str, str]) -> None:
    lower, lemma = token.lower_, token.lemma_.lower()
    if lower in forms:
        token.lemma_ = forms[lower]
    elif token.pos_ == "VERB" and lemma not in lexicon.words:
        token.lemma_ = lexicon.regular.get(lower, token.lemma_)
    elif token.tag_ in {"NNPS", "NNP"} and lower.endswith("s"):
        # "Rockets landed ...", "Heavy Clashes": a capital makes no name of it.
        single = lower[: -2 if lower.endswith(("shes", "ches", "sses")) else -1]
        token.lemma_ = single if single in lexicon.words else token.lemma_
    elif lower == "bases" and token.tag_ == "NNS":
        token.lemma_ = "base"  # the model makes it "basis"
