"""Whether a text is in English, told cheaply from its script and its commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from dashboard.model import Notice, NoticeLevel

SAMPLE_CHARS = 40_000
FEWEST_WORDS = 25
# About 35 to 45 in 100 words of English news are among these; of other Latin-script languages,
# where some happen to be spelled the same, under 8.
COMMON = """
    the of and to in for on that is was with as by at from it his has have were be are been had
    which not this they their an who said would will after its but he she more than into also
    about there when
"""
# Logs and tables have few of those, and many of these, which no other language spells so.
OF_LOGS = """
    killed wounded injured shot fired armed women children people attacked attack attacks clashed
    clashes shelling reported casualties between near soldiers gunmen two three four five seven
    eight nine twelve vehicle checkpoint house road
"""
COMMON_WORDS = frozenset((COMMON + OF_LOGS).split())
LEAST_ENGLISH = 0.12
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
SCRIPTS = {"ARABIC": "Arabic", "HEBREW": "Hebrew", "CYRILLIC": "Cyrillic", "CJK": "Chinese"} | {
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "GREEK": "Greek",
    "DEVANAGARI": "Devanagari",
    "THAI": "Thai",
    "GEORGIAN": "Georgian",
    "ARMENIAN": "Armenian",
}
RIGHT_TO_LEFT = frozenset({"Arabic", "Hebrew"})


def notice_language(text: str) -> Notice | None:
    """Return a warning if `text` is not in English, the only language that names are read in."""
    words = WORD.findall(text[:SAMPLE_CHARS])
    if script := _foreign_script(words):
        way = ", written from right to left" if script in RIGHT_TO_LEFT else ""
        return _warning(f"The text is mostly in {script} script{way}")
    if len(words) < FEWEST_WORDS:
        return None
    common = sum(word.lower() in COMMON_WORDS for word in words)
    if common < LEAST_ENGLISH * len(words):
        return _warning("The text does not look like English")
    return None


def _foreign_script(words: list[str]) -> str | None:
    """Return the script that most letters are in, `None` for the Latin one."""
    letters = Counter(SCRIPTS.get(_script(letter)) for word in words for letter in word)
    if letters["Japanese"]:  # which mixes its own letters with Chinese ones
        letters["Japanese"] += letters.pop("Chinese", 0)
    (script, count), *_ = letters.most_common(1) or [(None, 0)]
    return script if count > letters.total() / 2 else None


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _warning(finding: str) -> Notice:
    words = f"{finding}: names are read in English only, so little or nothing will be found."
    return Notice(NoticeLevel.WARNING, words)
