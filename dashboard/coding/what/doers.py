"""Who does what a verb without a subject of its own tells: those of the verb it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.what.antecedents import MAX_CLIMB

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

# Of those whom a court or an accuser names, the deed behind "of" or "for" is told.
ACCUSING = frozenset(
    {"accuse", "suspect", "convict", "guilty", "sentence", "jail", "charge", "indict", "try"}
    | {"condemn", "imprison", "fine", "punish", "blame", "criticise", "criticize", "arrest"}
    | {"detain", "prosecute", "acquit", "extradite", "sanction", "wanted", "execute", "hang"}
)
SHARED_BY_CONJUNCTS = frozenset({"nsubj", "nsubjpass"})
NEAR = 4
# The subject of these verbs is the one who does what their object names: "launched an offensive".
SUPPORT_VERBS = frozenset(
    {"carry", "conduct", "launch", "stage", "mount", "make", "wage", "commit", "perpetrate", "fire"}
    | {"perform", "organize", "organise", "coordinate", "orchestrate", "undertake", "take", "plan"}
    | {"claim", "lead", "maintain", "impose", "declare", "hold", "continue", "resume", "open"}
    | {"begin", "start", "order", "sign", "prepare", "reach", "enforce", "lob", "throw", "plant"}
)
# Who announces one of these made it: "the army announced the capture of Bara".
GAINS = frozenset({"capture", "recapture", "seizure", "liberation", "takeover", "conquest"})
ANNOUNCING = frozenset({"announce", "hail", "celebrate", "proclaim"})


def inherited_subjects(verb: Token) -> Iterator[Token]:
    """Yield the subjects a verb shares with the verb it is joined to or depends on."""
    word = verb
    for _ in range(MAX_CLIMB):
        accuser = _accuser_of(word)
        if accuser is not None:
            # "was found guilty of killing": the one found so
            named = accuser.head if accuser.pos_ == "ADJ" else accuser
            yield from (c for c in named.children if c.dep_ in {"dobj", "nsubjpass"})
            return
        if word.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "acomp"}:
            return
        word = word.head
        subjects = [c for c in word.children if c.dep_ in SHARED_BY_CONJUNCTS]
        if subjects:
            yield from subjects
            return
        if word.dep_ == "acl" and word.tag_ == "VBG":
            yield word.head
            return


def _accuser_of(deed: Token) -> Token | None:
    """Return the verb of "sentenced a man to 18 years in prison for killing his partner"."""
    if deed.dep_ != "pcomp" or deed.head.lower_ not in {"of", "for", "with"}:
        return None
    above = [*deed.head.ancestors][:NEAR]
    return next((w for w in above if w.lemma_.lower() in ACCUSING and w.pos_ != "NOUN"), None)


def does_what_it_governs(verb: Token, noun: Token, doers: Sequence[Token]) -> bool:
    """Whether the subject of a verb does what its object names: "launched an offensive"."""
    lemma = verb.lemma_.lower()
    is_announced = noun.lemma_ in GAINS and not doers
    return lemma in SUPPORT_VERBS or (is_announced and lemma in ANNOUNCING)
