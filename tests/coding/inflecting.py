"""Other words in the place of one, in the same form: "ransacked" -> "plundered"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ENDINGS = ("", "s", "ed", "ing")


def reword(example: str, word: str, other: str, forms: Mapping[str, str]) -> str:
    """Return an example with another word of its row in the place of the first one."""
    if word == other:
        return example
    for ending in ENDINGS:
        for form in _inflect(word, ending, forms):
            pattern = rf"\b{re.escape(form)}\b"
            if re.search(pattern, example, re.IGNORECASE):
                return re.sub(pattern, _inflect(other, ending, forms)[0], example, count=1)
    msg = f"no form of '{word}' in: {example}"
    raise ValueError(msg)


def _inflect(word: str, ending: str, forms: Mapping[str, str]) -> list[str]:
    """Return the forms of a regular word, after the irregular ones that the lexicon lists."""
    irregular = [f for f, lemma in forms.items() if lemma == word and _is(f, word, ending)]
    if not ending:
        return [*irregular, word]
    stem = word[:-1] if word.endswith("e") and ending != "s" else word
    if word.endswith("y") and word[-2] not in "aeiou" and ending in {"s", "ed"}:
        return [word[:-1] + "ie" + ending[-1]]
    if re.search(r"(?:ss|sh|ch|x)$", word) and ending == "s":
        return [word + "es"]
    regular = [stem + ending]
    if ending in {"ed", "ing"} and re.search(r"^[^aeiou]*[aeiou][bglmnprt]$|pel$", word):
        regular.insert(0, word + word[-1] + ending)
    return [*irregular, *regular]


def _is(form: str, word: str, ending: str) -> bool:
    """Whether an irregular form stands for an ending: "took" for "-ed", "gunmen" for "-s"."""
    if form.endswith("ing") or ending == "ing":
        return form.endswith("ing") and ending == "ing"
    is_plural = form.endswith("men") or form in {"barracks", "airstrikes"}
    return ending == ("s" if is_plural else "ed") and form != word
