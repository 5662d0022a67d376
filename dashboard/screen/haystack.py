"""Free text: the words of every event as one long string, made when it is first looked through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.model import Briefing, Event

_END = "\n"
"""Stands between two events; no word that is looked for has it."""


class Haystack:
    """Heading, evidence, places and actors of every event, in lower case."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._text: str | None = None
        self._starts = np.zeros(0, dtype=np.int64)
        self._found: tuple[str, NDArray[np.bool_]] | None = None

    def with_words(self, words: str) -> NDArray[np.bool_]:
        """Return the events in which all of the words stand; the last answer is kept."""
        asked = " ".join(words.casefold().split())
        if self._found is None or self._found[0] != asked:
            text = self._laid_out()
            found = np.ones(len(self._starts), dtype=np.bool_)
            for word in asked.split():
                found &= self._with_word(text, word)
            self._found = (asked, found)
        return self._found[1].copy()

    def _with_word(self, text: str, word: str) -> NDArray[np.bool_]:
        found = np.zeros(len(self._starts), dtype=np.bool_)
        at = text.find(word)
        while at >= 0:
            row = int(np.searchsorted(self._starts, at, side="right")) - 1
            found[row] = True
            if row + 1 == len(self._starts):
                break
            at = text.find(word, int(self._starts[row + 1]))
        return found

    def _laid_out(self) -> str:
        if self._text is None:
            texts = {a.article_id: a.text for a in self._briefing.articles}
            rows = [_words(e, texts.get(e.article_id, "")) for e in self._briefing.events]
            lengths = np.fromiter((len(row) + 1 for row in rows), dtype=np.int64, count=len(rows))
            self._starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]) if rows else self._starts
            self._text = _END.join(rows)
        return self._text


def _words(event: Event, text: str) -> str:
    parts = [event.sub_type, event.trigger.of(text), *(s.of(text) for s in event.evidence)]
    parts += [p.name for p in event.places] + [a.name for a in event.actors]
    return " ".join(" ".join(parts).split()).casefold()
