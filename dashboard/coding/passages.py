"""The sentences of an article as they are parsed, each character with its offset in the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.casing import as_read
from dashboard.coding.where.labels import (
    LIST_ITEM,
    LIST_MARK,
    find_headings,
    label_of,
    label_of_row,
)
from dashboard.model import Span, ZoneKind
from dashboard.reading.rows import CELL_END, find_rows, row_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dashboard.model import Article, Resolution

# Markdown links and numbered notes hide words from the parser: `[fled](#) [2]` is read as `fled`.
LINK_SYNTAX = re.compile(r"\]\([^()\s]{0,500}\)|\[\d{1,3}\]|\[(?=[^\[\]\n]{1,300}\]\()")
# Marks around a name make the parser lose the sentence: the "Islamic State" executed ...
QUOTED_NAME = re.compile(r"([“”\"]\s?)[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}(\s?[”“\"])")
# What coders of event data write beside an event: "(as reported)", "[size=around 200]".
CODERS_MARK = re.compile(
    r"[ \t]*\((?:as reported|(?:day|date|week|month|year) (?:of|as) (?:the )?report(?:ed|ing)?)\)"
    r"|(?:(?<![^\n])|(?<=[.!?] ))As reported[:,] ?"
    r"|[ \t]*\[[a-z][a-z ]{1,30}[=:][^\[\]\n]{0,100}\]"
    # What those who transcribe a broadcast put into it: "[Text]", "[words indistinct]".
    r"|\[(?i:(?:editorial )?report|text|excerpts?|summary|speech|statement|communique|commentary"
    r"|interview|article|continued|sic|as (?:heard|received|published)|passages? omitted"
    r"|(?:begin|end)(?: \w+)? recording|(?:\w+ )?words? indistinct)\]\s*",
)
PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n\s*|" + LIST_ITEM)
# The mark of a quoted line or of a row of a table: reading has left it out between two zones.
LINE_MARK = re.compile(r"\n[ \t]*[>|]")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|;(?=[A-Z0-9])")
# "Gunmen storm a bar in Bara, 12 dead": the parse loses the verb of the one or of the other.
NUMBER_WORD = r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|scores|dozens|several)"
TAIL = re.compile(
    rf"(?P<mark>[,;:] )(?:(?:at least|about|around|over|more than|nearly|some|up to) )?"
    rf"{NUMBER_WORD} (?:[\w’'-]+ ){{0,3}}?(?:dead|killed|slain|injured|wounded|hurt)"
    r"(?=$|[,;]| (?:and|in|as|by|after|near|at|during|on)\b)",
    re.IGNORECASE,
)
# "Nine rebels, one soldier killed in Bara" is one list; a clause that opens so is no headline.
NO_HEAD = re.compile(
    r"(?:[^:]*: )?(?:at least |over |some )?"
    rf"{NUMBER_WORD}(?: (?!dead|killed|in\b|die)[\w’'-]+){{1,3}}(?: (?:dead|killed|slain))?$"
    r"|\W*(?:as|after|when|while|if|in|on|during|by|with|of|at|since)\b",
    re.IGNORECASE,
)
SHORTEST_HEAD = 3
"""Words before such a tail."""
ABBREVIATION = re.compile(
    # Not the "s." of "somebody else's."
    r"(?:(?<!['’])\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Maj|Capt|Lt|Sgt|Rev|Sen|Rep|Gov|Prof|No|vs|etc|approx"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mt|Ft|Brig|Adm|Hon|U\.S|U\.N|U\.K|E\.U)\.)$",
    re.IGNORECASE,
)
INITIALS_BEFORE = re.compile(r"\b(?:[A-Z]\.)+$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without link syntax; `offsets[i]` is where its character `i` stands."""

    text: str
    offsets: tuple[int, ...]
    number: int
    paragraph: int
    is_heading: bool = False
    label: Span | None = None
    """The words of the article that head its item or section with places: "Bara: gunmen ..."."""

    def span(self, start: int, end: int) -> Span:
        """Return the run of the article behind `text[start:end]`."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    @property
    def whole(self) -> Span:
        """The sentence in the article."""
        return self.span(0, len(self.text))

    def find(self, span: Span) -> tuple[int, int] | None:
        """Return where a run of the article stands in `text`, or `None` if it does not."""
        first, last = (bisect_left(self.offsets, end) for end in (span.start, span.end))
        return (first, last) if first < last else None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The offsets of a paragraph's characters, and the label that heads it."""

    offsets: tuple[int, ...]
    is_heading: bool
    label: Span | None = None
    row: Span | None = None
    """The row of a table whose cell it is."""


def split_sentences(article: Article, resolutions: Sequence[Resolution]) -> tuple[Sentence, ...]:
    """Return the sentences of the zones that are read, in the order of the text."""
    names = tuple(sorted(r.mention.span for r in resolutions))
    sentences: list[Sentence] = []
    number, row = -1, None
    for each in _paragraphs(article, resolutions):
        # The cells of a row tell one story.
        number += each.row is None or each.row != row
        row = each.row
        text = as_read(article.text, each.offsets, names, sentence_end=SENTENCE_END)
        for start, end in _sentence_runs(text):
            offsets = each.offsets[start:end]
            place = (len(sentences), number)
            sentences.append(
                Sentence(text[start:end], offsets, *place, each.is_heading, each.label)
            )
    return tuple(sentences)


def _paragraphs(article: Article, resolutions: Sequence[Resolution]) -> Iterator[Paragraph]:
    """Yield the paragraphs and the items of lists, each with the label that heads it."""
    rows = find_rows(article)
    runs = list(_runs(article))
    sections = [Span(z.start, z.end) for z in article.zones if z.kind is ZoneKind.HEADING]
    lines = [(whole, any(s.overlaps(whole) for s in sections)) for whole, _, _ in runs]
    headings = find_headings(article.text, lines, resolutions)
    section: Span | None = None
    for (whole, is_heading, skipped), (_, is_section), heading in zip(
        runs, lines, headings, strict=True
    ):
        if row := row_at(rows, whole):
            told = _visible(whole.start, whole.end, skipped) if row.tells(whole) else ()
            if told:
                place = label_of_row(row, resolutions) if row.where else section
                yield Paragraph(told, is_heading=False, label=place, row=row.span)
            continue
        section = heading if is_section or heading else section
        hidden = [m.span() for m in LINK_SYNTAX.finditer(article.text, whole.start, whole.end)]
        hidden += [m.span() for m in CODERS_MARK.finditer(article.text, whole.start, whole.end)]
        marked = QUOTED_NAME.finditer(article.text, whole.start, whole.end)
        hidden += [*skipped, *(m.span(mark) for m in marked for mark in (1, 2))]
        label = label_of(article.text, whole, resolutions)
        hidden += [(whole.start, label.told_from)] if label else []
        offsets = _visible(whole.start, whole.end, hidden)
        if offsets:
            yield Paragraph(offsets, is_heading, label.names if label else section)


def _runs(article: Article) -> Iterator[tuple[Span, bool, list[tuple[int, int]]]]:
    for start, end, is_heading, skipped in _merged_zones(article):
        for first, last in _split(PARAGRAPH_END, article.text, start, end):
            mark = LIST_MARK.match(article.text, first, last)
            yield Span(mark.end() if mark else first, last), is_heading, skipped


def _merged_zones(article: Article) -> list[tuple[int, int, bool, list[tuple[int, int]]]]:
    """Return runs that are read; a zone hidden inside a paragraph does not cut the paragraph."""
    runs: list[tuple[int, int, bool, list[tuple[int, int]]]] = []
    if not article.zones:
        return [(0, len(article.text), False, [])]
    for zone in (z for z in article.zones if z.kind.is_read):
        is_heading = zone.kind not in {ZoneKind.BODY, ZoneKind.CELL}
        if runs and runs[-1][2] == is_heading:
            start, end, _, hidden = runs[-1]
            ends = (PARAGRAPH_END, LINE_MARK, *([CELL_END] if zone.kind is ZoneKind.CELL else []))
            if not any(form.search(article.text, end, zone.start) for form in ends):
                # White space alone between two zones still parts the words beside it.
                gap = [(end, zone.start)] if article.text[end : zone.start].strip() else []
                runs[-1] = (start, zone.end, is_heading, hidden + gap)
                continue
        runs.append((zone.start, zone.end, is_heading, []))
    return runs


def _split(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _visible(start: int, end: int, hidden: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    gone = {i for first, last in hidden for i in range(max(first, start), min(last, end))}
    return tuple(i for i in range(start, end) if i not in gone)


def _sentence_runs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in SENTENCE_END.finditer(text):
        before = text[start : match.start()]
        if ABBREVIATION.search(before) or INITIALS_BEFORE.search(before):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    if (tail := _tail_of_headline(text[start:])) is not None:
        yield from _trimmed(text, start, start + tail.start())
        start += tail.end("mark")
    yield from _trimmed(text, start, len(text))


def _tail_of_headline(text: str) -> re.Match[str] | None:
    """Return where a headline counts the dead behind its one clause."""
    tail = TAIL.search(text)
    if tail is None or text.rstrip()[-1:] in {".", "!", "?", '"', "”"}:
        return None
    head = text[: tail.start()]
    is_clause = len(head.split()) >= SHORTEST_HEAD and NO_HEAD.match(head) is None
    return tail if is_clause else None


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    # "Shells hit Bara;34 killed": the mark alone makes the parser take a headline for a clause.
    while end > start and (text[end - 1].isspace() or text[end - 1] == ";"):
        end -= 1
    if end > start:
        yield start, end
