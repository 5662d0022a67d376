"""What was lost: men of a side in a raid, their own lives, a leg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.counting.counted_dead import is_unreal
from dashboard.coding.counting.people import is_people, toll_of_list, toll_of_names, toll_of_phrase
from dashboard.coding.counting.toll_phrases import TollMention
from dashboard.coding.what.frames import read_frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon

LIMBS = frozenset({"foot", "leg", "arm", "hand", "eye", "limb", "finger", "sight", "eyesight"})
FATAL = True


def count_losses(verb: Token, sentence: Sentence, lexicon: Lexicon) -> Iterator[TollMention]:
    """Read "lost its commander in a raid" as one death, and "lost 12 soldiers"."""
    objects = read_frame(verb).objects
    is_fatal = _what_is_lost(objects)
    if is_fatal is not None and not is_unreal(verb):
        victims = read_frame(verb).subjects
        lost = toll_of_list(victims, sentence, lexicon)
        if lost is not None:
            yield TollMention(verb, is_fatal, lost, victims=victims)
        return
    people = [t for t in objects if is_people(t, lexicon) or t.lower_ == "own"]
    causes = [t for ts in read_frame(verb).prepositions.values() for t in ts]
    if not people or is_unreal(verb):
        return
    if all(t.tag_ in {"NN", "NNP"} for t in people):
        if any(lexicon.is_event_noun(t.lemma_.lower()) for t in causes):
            yield TollMention(verb, FATAL, toll_of_names(1, people, sentence))
        return
    toll = toll_of_phrase(people[0], sentence)
    if toll is not None and toll.low is not None:
        yield TollMention(verb, FATAL, toll)


def _what_is_lost(objects: Iterable[Token]) -> bool | None:
    """Return whether it is their life (`True`) or a limb of theirs (`False`)."""
    lost = list(objects)
    if any(t.lemma_ == "life" and _is_their_own(t) for t in lost):
        return True
    return False if any(t.lemma_.lower() in LIMBS for t in lost) else None


def _is_their_own(life: Token) -> bool:
    return any(c.lower_ in {"their", "his", "her"} for c in life.children)
