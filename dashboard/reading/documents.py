"""One document at a time, or all that a file, a folder or a list of lines holds."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from dashboard.model import Article, Notice, NoticeLevel, ReadingError
from dashboard.reading.dates import find_date
from dashboard.reading.encodings import decode_text, without_surrogates
from dashboard.reading.extract import Extract
from dashboard.reading.facts import count_furniture, read_facts
from dashboard.reading.formats import FALSE_NAMES, READABLE, SUFFIXES, FileKind, tell_format
from dashboard.reading.languages import notice_language
from dashboard.reading.layout import lay_out
from dashboard.reading.publication import doubt_file_date, notice_file_date
from dashboard.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

DEFAULTS = Settings()
ID_DIGITS = 16


def read_document(raw: bytes, *, file_name: str, settings: Settings = DEFAULTS) -> Article:
    """
    Return the article in the bytes of a txt, md, html, pdf or docx file.

    Raises `ReadingError`, one sentence that names the file and the remedy.
    """
    try:
        _check_size(raw, settings)
        kind = tell_format(raw, file_name=file_name)
        extract = _extract(raw, kind, settings)
        _check_text(extract.text, settings)
    except ReadingError as error:
        msg = f"{file_name} {error}."
        raise ReadingError(msg) from error
    return _make_article(extract, doc_id=file_name, kind=kind)


def read_text(
    text: str,
    *,
    doc_id: str,
    title: str | None = None,
    published: date | None = None,
    settings: Settings = DEFAULTS,
) -> Article:
    """Return the article in a pasted text; raises `ReadingError` if there are no words in it."""
    text = without_surrogates(text)
    try:
        _check_text(text, settings)
    except ReadingError as error:
        msg = f"{doc_id} {error}."
        raise ReadingError(msg) from error
    extract = Extract(text, title=title, published=published)
    return _make_article(extract, doc_id=doc_id, kind=FileKind.TEXT)


def load_documents(path: Path, *, settings: Settings) -> Iterator[Article | ReadingError]:
    """
    Yield the article of a file, of every file in a folder, or of every line of a `.jsonl` file.

    What cannot be read comes as a `ReadingError` in its place, so that the others go through.
    """
    if path.is_dir():
        yield from _load_folder(path, settings=settings)
    elif path.suffix.lower() == ".jsonl":
        yield from _load_lines(path, settings=settings)
    else:
        yield _load_file(path, settings=settings)


def _load_folder(folder: Path, *, settings: Settings) -> Iterator[Article | ReadingError]:
    files = list_files(folder)
    if not files:
        yield ReadingError(f"{folder} holds no files; put the documents there ({READABLE}).")
    for path in files:
        yield from load_found(path, settings=settings)


def load_found(path: Path, *, settings: Settings) -> Iterator[Article | ReadingError]:
    """Yield what a file of a folder holds, or what is to be done with one that is not read."""
    if path.suffix.lower() in SUFFIXES | FALSE_NAMES.keys() | {".jsonl"}:
        yield from load_documents(path, settings=settings)
    else:
        yield ReadingError(f"{path} is of a kind that is not read; {READABLE} are.")


def list_files(folder: Path) -> list[Path]:
    """Return the files of a folder and of those in it, without what is hidden."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(folder).parts)
    )


def _load_file(path: Path, *, settings: Settings) -> Article | ReadingError:
    try:
        if path.stat().st_size > settings.max_file_bytes:
            return ReadingError(f"{path} {_too_large(settings)}.")
        article = read_document(path.read_bytes(), file_name=str(path), settings=settings)
    except ReadingError as error:
        return error
    except FileNotFoundError:
        return ReadingError(f"{path} does not exist; check the name and the folder.")
    except OSError as error:
        return ReadingError(
            f"{path} could not be opened ({error.strerror}); check its permissions."
        )
    return replace(article, doc_id=path.name)


def _load_lines(path: Path, *, settings: Settings) -> Iterator[Article | ReadingError]:
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _read_line(line, place=f"{path} line {number}", settings=settings)
    except UnicodeDecodeError:
        yield ReadingError(f"{path} is not in UTF-8, as a .jsonl file must be; save it as UTF-8.")
    except OSError as error:
        yield ReadingError(f"{path} could not be opened ({error.strerror}); check the name.")


def _read_line(line: str, *, place: str, settings: Settings) -> Article | ReadingError:
    form = 'write {"doc_id": "...", "text": "..."} with optional "title" and "date"'
    try:
        entry = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        return ReadingError(f"{place} is not JSON; {form}.")
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        return ReadingError(f'{place} has no "text"; {form}.')
    if "doc_id" not in entry:
        return ReadingError(f'{place} has no "doc_id"; {form}.')
    title, written = entry.get("title"), entry.get("date")
    found = find_date(str(written)) if written else None
    try:
        article = read_text(
            entry["text"],
            doc_id=str(entry["doc_id"]),
            title=str(title) if title else None,
            published=found.day if found else None,
            settings=settings,
        )
    except ReadingError as error:
        return ReadingError(f"{place}: {error}")
    if written and not found:
        return _with_notice(article, f'The date "{written}" was not understood; write YYYY-MM-DD.')
    return article


def _check_size(raw: bytes, settings: Settings) -> None:
    if not raw.strip(b" \t\r\n\0"):
        msg = "is empty; check that the right file was saved"
        raise ReadingError(msg)
    if len(raw) > settings.max_file_bytes:
        raise ReadingError(_too_large(settings))


def _too_large(settings: Settings) -> str:
    limit = settings.max_file_bytes // 1_000_000
    return f"is larger than {limit} MB; split it, or load the article alone"


def _check_text(text: str, settings: Settings) -> None:
    if not any(map(str.isalnum, text)):
        msg = "holds no words; check that the right file was saved"
        raise ReadingError(msg)
    if len(text) > settings.max_text_chars:
        msg = f"holds more than {settings.max_text_chars:,} characters; split it and load the parts"
        raise ReadingError(msg)


def _extract(raw: bytes, kind: FileKind, settings: Settings) -> Extract:
    """Call the reader of one kind of file; each brings in its library only when it is needed."""
    match kind:
        case FileKind.WEB_PAGE:
            from dashboard.reading.web_pages import read_web_page  # noqa: PLC0415

            return read_web_page(raw)
        case FileKind.PDF:
            from dashboard.reading.pdf_files import read_pdf  # noqa: PLC0415

            return read_pdf(raw, max_chars=settings.max_text_chars)
        case FileKind.WORD:
            from dashboard.reading.word_files import read_word  # noqa: PLC0415

            return read_word(raw)
        case FileKind.TEXT:
            decoded = decode_text(raw)
            return Extract(decoded.text, notices=decoded.notices)


def _make_article(extract: Extract, *, doc_id: str, kind: FileKind) -> Article:
    text = extract.text
    layout = lay_out(text, title=extract.title, known=extract.known)
    facts = read_facts(text, layout)
    # The caller of `read_text` and a web page state the day of publication; the metadata of other
    # files only tell when the file was made, so there the words of the document come first.
    is_stated = kind in {FileKind.TEXT, FileKind.WEB_PAGE}
    dates = (extract.published, facts.published)
    published = next(filter(None, dates if is_stated else reversed(dates)), None)
    notices = [*extract.notices, count_furniture(layout), notice_language(text)]
    if published and not is_stated and facts.published is None:
        doubt = doubt_file_date(published, text)
        notices.append(doubt or notice_file_date(published))
        published = None if doubt else published
    if published is None:
        notices += facts.notices
    article_id = sha256(text.encode()).hexdigest()[:ID_DIGITS]
    return Article(
        article_id=article_id,
        doc_id=doc_id,
        text=text,
        zones=layout.zones,
        title=extract.title or facts.title,
        author=facts.author or extract.author,
        published=published,
        outlet=extract.outlet or facts.outlet,
        source_url=extract.source_url or facts.source_url,
        notices=tuple(replace(notice, article_id=article_id) for notice in notices if notice),
    )


def _with_notice(article: Article, words: str) -> Article:
    notice = Notice(NoticeLevel.WARNING, words, article_id=article.article_id)
    return replace(article, notices=(*article.notices, notice))
