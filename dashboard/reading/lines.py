"""Lines of a text: where each stands, and what it says without its markup."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Every form has a greatest length: a hostile text must not make the search slow.
LINK = re.compile(
    r"\[(?P<label>[^\[\]\n]{0,1000})\](?P<target>\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\))"
)
IMAGE = re.compile(r"!\[[^\[\]\n]{0,1000}\]\([^()\n]{0,2000}\)")
REFERENCE = re.compile(r"[ \t]?\[\d{1,3}\](?!\()")
ADDRESS = re.compile(r"<?\bhttps?://[^\s<>]*[^\s<>.,;:!?'\"”’)\]]/?>?")
EMPHASIS = re.compile(r"(?<![\w*])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\w*])")
ROW_EDGE = re.compile(r"(?m)^[ \t]*\|[ \t]*|[ \t]*\|[ \t]*$")
HEADING_MARK = re.compile(r"#{1,6}[ \t]+")
LIST_MARK = re.compile(r"(?:[-*•‣–]|\(?\d{1,3}[.)])[ \t]+")
# A full stop, not "?" or "!", which headlines end in; "U.S." ends in one too, hence the words.
SENTENCE_END = re.compile(r"(?:[a-z0-9)\]”\"’'%]|[A-Z]{2})[.…]+[\"”’')\]]*$")
INNER_SENTENCE_END = re.compile(r"[a-z0-9)%][.!?][\"”’')\]]*\s+[\"“‘(]?[A-Z]")
FEWEST_WORDS_OF_SENTENCE = 4
FEWEST_WORDS_OF_PROSE = 12
SURELY_PROSE_WORDS = 30
SPACES = " \t\f\v\xa0\u200b\ufeff\r\n"
WIDEST_WRAPPING = 130
SHORTEST_FULL_LINE = 0.7
FEWEST_WRAPPED_LINES = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the spaces around it; `plain` is free of markup."""

    start: int
    end: int
    raw: str
    plain: str
    continues: bool
    """Whether the line above it runs on into this one, as in hard-wrapped text."""
    after_blank: bool

    @property
    def word_count(self) -> int:
        """How many words it has without its markup."""
        return len(self.plain.split())

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does and is long enough to be one."""
        ends = SENTENCE_END.search(self.plain) is not None
        return ends and self.word_count >= FEWEST_WORDS_OF_SENTENCE


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that are not blank; CR, LF and CRLF all end a line."""
    found: list[tuple[int, str, bool]] = []
    after_blank = True
    for match in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|$)", text):
        raw = match[0].strip(SPACES)
        if raw:
            found.append((match.start() + match[0].index(raw), raw, after_blank))
        after_blank = not raw
    width = _wrapping_width([len(raw) for _, raw, _ in found])
    lines: list[Line] = []
    for start, raw, blank in found:
        runs_on = bool(lines) and not blank and _runs_on(lines[-1].raw, width)
        lines.append(Line(start, start + len(raw), raw, strip_markup(raw), runs_on, blank))
    return tuple(lines)


def strip_markup(raw: str) -> str:
    """Return what a line says: labels of links instead of links, no reference marks or stars."""
    plain = LINK.sub(r"\g<label>", IMAGE.sub("", raw))
    plain = REFERENCE.sub("", HEADING_MARK.sub("", plain, count=1))
    return " ".join(EMPHASIS.sub("", plain).replace("\\", "").split())


def is_prose(lines: tuple[Line, ...]) -> bool:
    """Whether a paragraph holds running text, not a headline, a label or a list of names."""
    text = " ".join(line.plain for line in lines)
    words = len(text.split())
    ends = SENTENCE_END.search(text) is not None
    if ends and words >= FEWEST_WORDS_OF_SENTENCE:
        return True
    if words >= FEWEST_WORDS_OF_PROSE and INNER_SENTENCE_END.search(text):
        return True
    return words >= SURELY_PROSE_WORDS


def _wrapping_width(lengths: list[int]) -> int | None:
    """Return the width at which a text is wrapped, `None` if its lines are paragraphs."""
    if len(lengths) < FEWEST_WRAPPED_LINES:
        return None
    width = sorted(lengths)[len(lengths) * 9 // 10]
    return width if width <= WIDEST_WRAPPING else None


def _runs_on(raw: str, width: int | None) -> bool:
    if width is None or len(raw) < SHORTEST_FULL_LINE * width:
        return False
    return SENTENCE_END.search(raw) is None
