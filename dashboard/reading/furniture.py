"""
What on a page is not the article: breadcrumbs, captions, tags, links, bylines, legal lines.

One table of rules, each of which looks at a single line. A rule must never take a sentence of an
article: it therefore asks for a fixed form of words, a greatest length, and mostly that the line
does not end like a sentence. `EDGES` rules count only before the first and after the last
paragraph of running text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from dashboard.model import ZoneKind
from dashboard.reading.datelines import is_dateline
from dashboard.reading.dates import find_date
from dashboard.reading.lines import IMAGE, LINK, Line

AGENCIES = r"(?:AP|AFP|EPA|EFE|PA|DPA|TASS|Xinhua|Reuters|Getty|Shutterstock|AA)"
NAME = r"[A-ZÀ-ÞĀ-Ž][\w.'’-]*"
NAMES = rf"{NAME}(?:\s+(?:(?:de|der|van|von|bin|al|el|da|dos|la|le|ibn)\s+)*{NAME}){{0,4}}"
BUTTON = (
    r"print|e-?mail|share|tweet|like|reply|quote|report(?: post)?|comments?(?: \(\d+\))?|"
    r"\d+ comments?|no comments|leave a (?:comment|reply)|advertisement|sponsored|subscribe|"
    r"sign (?:in|up)|log ?in|register|back to top|top|next|previous|facebook|twitter|whatsapp|"
    r"telegram|copy link|save|listen|\d+ min(?:ute)?s? read|continue reading|skip to [a-z ]+"
)
CLOCK = r"(?:\d{1,2}[:.h]\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?|[0-2]\d[0-5]\d(?:hrs?|z)?)"
BESIDE_A_DATE = re.compile(
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|{CLOCK}|at|on|T|Z"
    r"|[A-Z]{3,4}|local|time|hrs|hours|T?\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?|[+-]\d\d:?\d\d|[ap]\.?m\.?)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"[\s,;|@–—()-]+")
MOST_CHARS = 1_000
BYLINE = re.compile(
    rf"^(?:[Bb]y|BY|[Ss]tory by|[Ww]ritten by|[Aa]uthor:|[Rr]eported by)\s+(?P<author>{NAMES}"
    rf"(?:(?:,| and| &| in|,? for)\s+{NAMES}){{0,3}})(?:,\s[\w ]{{2,40}})?$"
)


class Where(StrEnum):
    """In which part of a document a rule counts."""

    ANYWHERE = "anywhere"
    EDGES = "edges"


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of words that marks a whole line as furniture of one kind."""

    kind: ZoneKind
    form: re.Pattern[str]
    most_words: int
    where: Where = Where.ANYWHERE
    may_be_sentence: bool = False

    def fits(self, line: Line) -> bool:
        """Whether the line has this form."""
        if line.word_count > self.most_words or (line.is_sentence and not self.may_be_sentence):
            return False
        return self.form.search(line.plain) is not None


def _form(pattern: str, *, cased: bool = False) -> re.Pattern[str]:
    return re.compile(pattern, 0 if cased else re.IGNORECASE)


RULES = (
    Rule(
        ZoneKind.CAPTION,
        _form(r"^\W*(?:click|tap)\b.{0,30}\bto (?:enlarge|expand|zoom|view|see)\b"),
        most_words=12,
    ),
    Rule(
        ZoneKind.CAPTION,
        _form(
            r"^[\[(]?(?:file |handout )?(?:photo|image|picture|map|graphic|infographic|video"
            r"|caption)s?\s*[:©]"
        ),
        most_words=70,
        may_be_sentence=True,
    ),
    Rule(
        ZoneKind.CAPTION,
        _form(
            r"^[\[(]?(?:(?:photo|image|picture|map|graphic|video)s? )?"
            r"(?:credits?|by|courtesy(?: of)?)\s*[:©]"
        ),
        most_words=12,
    ),
    Rule(
        ZoneKind.CAPTION,
        _form(rf"[(\[]?\b{AGENCIES}(?: Photos?| Images)?\s*/\s*[A-Z][^/]{{2,50}}$", cased=True),
        most_words=70,
        may_be_sentence=True,
    ),
    Rule(
        ZoneKind.TAGS,
        _form(
            r"^(?:tags?|tagged(?: as| with)?|topics?|filed (?:under|in)|categor(?:y|ies)|keywords?"
            r"|labels?|posted in|related topics|hashtags?)\s*[:|]"
        ),
        most_words=60,
    ),
    Rule(ZoneKind.TAGS, _form(r"^(?:#\w+[\s,]*){2,}$"), most_words=40),
    Rule(
        ZoneKind.LINKS,
        _form(
            r"^(?:source(?: url| link)?|original(?: url| article| link)?|permalink|short ?link"
            r"|url|link|available at|retrieved from|read (?:more|it) (?:at|here))\s*:?\s*<?https?:"
        ),
        most_words=8,
    ),
    Rule(ZoneKind.LINKS, _form(r"^\W*(?:\[?\d{1,3}\]?[:.)]?\s*)?<?https?://\S+$"), most_words=4),
    Rule(
        ZoneKind.LINKS,
        _form(
            r"^(?:links|references|external links|see also|share(?: this)?|on the web"
            r"|related(?: (?:articles?|stor(?:y|ies)|links?|content|posts?|coverage|reports?))?"
            r"|read (?:more|also|next)|more (?:stories|from .{1,30})|you (?:may|might) also like"
            r"|recommended(?: for you)?|most (?:read|popular)|trending)\s*:?$"
        ),
        most_words=8,
    ),
    Rule(ZoneKind.LINKS, _form(r"^(?:read (?:more|also|next)|see also|related)\s*:"), 25),
    Rule(ZoneKind.LINKS, _form(rf"^(?:(?:{BUTTON})(?:[\s|/·•,]+|$))+$"), most_words=10),
    Rule(
        ZoneKind.LINKS,
        _form(r"^(?:\w+ ){0,3}(?:open|limited|free|full|premium|subscriber|member)s? access$"),
        most_words=6,
    ),
    Rule(ZoneKind.LEGAL, _form(r"^for immediate release$|^(?:press|news|media) release\b"), 6),
    Rule(
        ZoneKind.LEGAL,
        _form(
            r"©|^(?:\(c\)|copyright)\s|\ball rights reserved\b|^disclaimer:"
            r"|may not be (?:published|reproduced|redistributed)"
        ),
        most_words=60,
        may_be_sentence=True,
    ),
    Rule(
        ZoneKind.LEGAL,
        _form(
            r"\bterms (?:of (?:use|service)|and conditions)\b|\bprivacy (?:policy|notice)\b"
            r"|\bcookies? (?:policy|settings)\b|^contact us\b|\bunsubscribe\b|^follow us\b"
            r"|\baffiliate program\b|^(?:sign up|subscribe) (?:for|to) our\b"
            r"|^(?:media |press )?contacts?:|^press office:"
            r"|^notes? to editors?:?$|^-?ends-?$"
        ),
        most_words=25,
    ),
    Rule(ZoneKind.LEGAL, _form(r"^\S+@\S+\.\w+$|^(?:tel|phone|fax|e-?mail)\b[.:]"), 10),
    Rule(
        ZoneKind.BYLINE,
        _form(r"^(?:published|posted|submitted|originally published) (?:on|in|by|at)\b"),
        most_words=16,
    ),
    Rule(
        ZoneKind.BYLINE, _form(r"^(?:published|posted|created|updated|issued|date|dtg)\s?:\s"), 10
    ),
    Rule(
        ZoneKind.BYLINE,
        BYLINE,
        most_words=14,
        where=Where.EDGES,
    ),
    Rule(
        ZoneKind.BYLINE,
        _form(r"^\(?(?:additional |with )?(?:reporting|writing|editing) by\b"),
        most_words=45,
        may_be_sentence=True,
    ),
)
LABELLED_DATE = re.compile(
    r"^(?:created|published|posted|updated|last (?:updated|modified)|issued|released|date|filed"
    r"|first published|(?:(?:status|situation|data|information|figures) )?as (?:of|at))\b"
    r"(?:\s+on|\s+at)?\s*:?\s",
    re.IGNORECASE,
)
SEPARATORS = re.compile(r"\s*[>»›→]+\s*")
PIPES = re.compile(r"\s+[|/•·]\s+|\s*\|\s*")
FEWEST_CRUMBS = 2
FEWEST_PIPED = 3
MOST_CRUMB_WORDS = 16
MOST_PIPED_WORDS = 5


def tell_furniture(line: Line, *, is_head: bool, is_tail: bool) -> ZoneKind | None:
    """Return what kind of furniture a line is, or `None` for the article's own words."""
    if line.continues or len(line.raw) > MOST_CHARS:
        return None
    if not line.plain:
        return ZoneKind.CAPTION if IMAGE.search(line.raw) else ZoneKind.LINKS
    if is_date_line(line):
        return ZoneKind.BYLINE
    for rule in RULES:
        if _counts(rule.where, is_head=is_head, is_tail=is_tail) and rule.fits(line):
            return rule.kind
    found = _tell_head(line) if is_head else None
    return found or (_tell_list(line) if is_head or is_tail else None)


def _tell_head(line: Line) -> ZoneKind | None:
    if is_dateline(line.plain):
        return ZoneKind.DATELINE
    return ZoneKind.BREADCRUMB if _is_breadcrumb(line) else None


def is_date_line(line: Line) -> bool:
    """Whether a line holds a date and nothing else but a label, a weekday and a time."""
    found = find_date(line.plain)
    if found is None or line.word_count > MOST_CRUMB_WORDS:
        return False
    label = LABELLED_DATE.match(line.plain)
    before = line.plain[label.end() if label else 0 : found.start]
    beside = BETWEEN.split(f"{before} {line.plain[found.end :]}")
    if all(BESIDE_A_DATE.fullmatch(word) for word in beside if word.strip(".")):
        return True
    return BYLINE.match(before.strip(" ,|-–—·")) is not None


def _counts(where: Where, *, is_head: bool, is_tail: bool) -> bool:
    return where is Where.ANYWHERE or is_head or is_tail


def _is_breadcrumb(line: Line) -> bool:
    crumbs = SEPARATORS.split(line.plain)
    short = all(0 < len(crumb.split()) <= MOST_CRUMB_WORDS for crumb in crumbs)
    is_markup = "<" in line.plain
    if len(crumbs) >= FEWEST_CRUMBS and short and not line.is_sentence and not is_markup:
        return True
    return line.plain.lower().startswith("home ") and len(PIPES.split(line.plain)) > 1


def _tell_list(line: Line) -> ZoneKind | None:
    """Tell a line that holds only links (tags), or only short entries between bars (links)."""
    links = LINK.findall(line.raw)
    outside = LINK.sub("", line.raw).strip(" \t|,;/•·-*")
    if links and not outside and all(_is_short(label) for label, _ in links):
        return ZoneKind.TAGS
    entries = PIPES.split(line.plain)
    if len(entries) >= FEWEST_PIPED and all(_is_short(entry) for entry in entries):
        return ZoneKind.LINKS
    return None


def _is_short(entry: str) -> bool:
    return 0 < len(entry.split()) <= MOST_PIPED_WORDS
