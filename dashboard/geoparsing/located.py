"""Names that stand where something is put somewhere: "near Chong An Ma", "in Crocus City Hall".

A language model that has never met a place takes it for a person or a firm, even where it stands
after "near" or "off". In 594 American and other news texts these words raised a name that is no
place five times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.proposals import Proposal
    from dashboard.geoparsing.tokens import Tokens

BESIDE = frozenset({"near", "off", "outside", "inside", "beside"})
"""What stands before places, whatever the model takes them for."""
WITHIN = frozenset({"in"})
AT = frozenset({"at"})
BODIES = frozenset({"ORG", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "NORP", "LANGUAGE"})
# "At" these somebody is shouted, fired or looked at.
AIMED = frozenset(
    {"aimed", "anger", "angry", "shouted", "yelled", "looked", "laughed", "smiled", "directed"}
    | {"pointed", "glanced", "screamed", "fired", "shot", "threw", "swore", "jeered", "booed"}
)
HALLS = frozenset(
    {"hall", "stadium", "market", "camp", "prison", "hospital", "airport", "square", "hotel"}
    | {"palace", "station", "mosque", "temple", "church", "bazaar", "mall", "barracks", "arena"}
)
OWNERS = frozenset({"'s", "’s", "'", "’"})
ARTICLES = frozenset({"a", "an", "the"})
SHORTEST = 2
"""Letters of the last word: "Class A" and "Lot 4" are no names of places."""
APPOSITION = 5
"""How many words after the comma a noun may stand that says what a name is."""


def is_located(tokens: Tokens, proposal: Proposal, *, is_strange: bool, cues: Cues) -> bool:
    """Whether the words around a name put something there, and do not speak of a body."""
    before = proposal.first - 1
    head = tokens.lower(before) if tokens.opens[before] else tokens.word(before)
    if head == "to" and tokens.lower(before - 1) in {"close", "next"}:
        head = "at"  # "sources close to him": only a strange name is surely a place
    label = tokens.labels[proposal.first]
    if not _is_name(tokens, proposal) or head not in BESIDE | WITHIN | AT:
        return False
    if label == "DATE":
        return is_strange and not cues.has("calendar", tokens.lower(proposal.first))
    if head in AT and tokens.lower(proposal.first - 2) in AIMED:
        return False
    if head in BESIDE or _is_explained(tokens, proposal.last, cues):
        return True
    is_long = proposal.last > proposal.first
    is_town = not is_long and any(e.feature_class == "P" for e in proposal.entries)
    if label in BODIES:
        is_there = _is_hall(tokens, proposal) or (is_town and label == "ORG")
        return head in WITHIN and is_there
    is_there = is_long or (is_town and label == "PERSON")
    return is_strange or (head in WITHIN and bool(label) and is_there)


def _is_name(tokens: Tokens, proposal: Proposal) -> bool:
    """Whether it is a whole name in ordinary casing: no abbreviation, owner or start of one."""
    surface, after = proposal.surface, tokens.word(proposal.last + 1)
    is_cased = surface[0].isupper() and not surface.isupper()
    is_whole = not after[:1].isupper() and after not in OWNERS | {"-", "–"}
    words = tokens.words[proposal.first : proposal.last + 1]
    is_short = len(words[-1]) < SHORTEST or any(word[0].isdigit() for word in words)
    return is_cased and is_whole and not is_short and words[-1] not in OWNERS


def _is_hall(tokens: Tokens, proposal: Proposal) -> bool:
    return proposal.last > proposal.first and tokens.lower(proposal.last) in HALLS


def _is_explained(tokens: Tokens, last: int, cues: Cues) -> bool:
    """Whether ", a camp for ..." or ", in Arland" says that the name is a place."""
    if tokens.lower(last + 1) != ",":
        return False
    word = tokens.lower(last + 2)
    if word == "in":
        return tokens.word(last + 3)[:1].isupper()
    if word not in ARTICLES:
        return False
    following = (tokens.lower(index) for index in range(last + 3, last + 3 + APPOSITION))
    for noun in following:
        if noun in {",", "."}:
            return False
        if cues.has("rank_word", noun) or noun in {"camp", "quarter", "prison", "base"}:
            return True
    return False
