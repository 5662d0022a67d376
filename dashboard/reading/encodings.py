"""Bytes of a text file into characters, without guessing silently."""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import dataclass

from dashboard.model import Notice, NoticeLevel, ReadingError

# The longer marks first: a UTF-32 mark begins with a UTF-16 one.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE_BYTES = 200_000
PIECE_BYTES = 4_000_000
# Control characters that no text editor writes, beyond tab, line ends, form feed and escape.
CONTROLS = bytes(set(range(32)) - {0, 9, 10, 12, 13, 27})
MOST_CONTROLS = 0.003
FEW_CONTROLS = 2
# An English text in a Western code page is nearly all ASCII; other scripts are mostly not.
MOST_WESTERN_BYTES = 0.1
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and what the reader should know of how it was read."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decode_text(raw: bytes) -> Decoded:
    """
    Decode `raw` by its byte-order mark, as UTF-8, as UTF-16 without a mark, or by detection.

    Raises `ReadingError` if the bytes are not text at all.
    """
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw[len(mark) :], encoding)
    if wide := _unmarked_utf16(raw):
        return Decoded(raw.decode(wide, "replace"), wide)
    _refuse_binary(raw)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_mixed(raw) or _decode_detected(raw)


def utf8_stream(raw: bytes) -> io.BytesIO:
    """
    Return a text as UTF-8, without a copy where it is that already.

    For large tables: as a string in memory they take up to four bytes a letter.
    """
    is_other = any(raw.startswith(mark) for mark, name in MARKS if name != "utf-8")
    if not is_other and not _unmarked_utf16(raw):
        _refuse_binary(raw)
        if _is_utf8(raw):
            return io.BytesIO(raw)
    return io.BytesIO(decode_text(raw).text.encode("utf-8"))


def _is_utf8(raw: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(raw), PIECE_BYTES):
            decoder.decode(raw[start : start + PIECE_BYTES])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def without_surrogates(text: str) -> str:
    """Return `text` with half characters replaced one for one, so that offsets stay valid."""
    return LONE_SURROGATE.sub("\ufffd", text)


def _decode_marked(raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = raw.decode(encoding, "replace")
        return Decoded(text, encoding, (_damaged(text, encoding),))


def _unmarked_utf16(raw: bytes) -> str | None:
    """Return the UTF-16 flavour of bytes in which every second one is nearly always zero."""
    sample = raw[:SAMPLE_BYTES]
    half = len(sample) // 2
    if not half or len(raw) % 2:
        return None
    low_zeros, high_zeros = sample[0::2].count(0), sample[1::2].count(0)
    if high_zeros > 0.6 * half and low_zeros < 0.05 * half:
        return "utf-16-le"
    if low_zeros > 0.6 * half and high_zeros < 0.05 * half:
        return "utf-16-be"
    return None


def _refuse_binary(raw: bytes) -> None:
    sample = raw[:SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    if controls > max(FEW_CONTROLS, MOST_CONTROLS * len(sample)):
        msg = (
            "is not a text file (it holds binary data); save it as plain text, PDF, Word or HTML "
            "and load that"
        )
        raise ReadingError(msg)


def _decode_mixed(raw: bytes) -> Decoded | None:
    """Decode UTF-8 in which a few bytes of a Western code page stand, or return `None`."""
    text = raw.decode("utf-8", "surrogateescape")
    strays = LONE_SURROGATE.findall(text)
    valid = sum(1 for char in text if char > "\x7f") - len(strays)
    if valid < len(strays):
        return None
    text = LONE_SURROGATE.sub(_western_character, text)
    words = (
        f"The file mixes two encodings: {len(strays)} characters were read as Windows-1252, the "
        "rest as UTF-8; check accented letters and quotation marks."
    )
    return Decoded(text, "utf-8", (Notice(NoticeLevel.WARNING, words),))


def _western_character(match: re.Match[str]) -> str:
    return bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "replace")


def _decode_detected(raw: bytes) -> Decoded:
    encoding = _detect(raw)
    text = raw.decode(encoding, "replace")
    words = (
        f"The file does not say its encoding; it was read as {encoding}. If letters look wrong, "
        "save it as UTF-8 and load it again."
    )
    notices = [Notice(NoticeLevel.INFO, words)]
    if "\ufffd" in text:
        notices.append(_damaged(text, encoding))
    return Decoded(text, encoding, tuple(notices))


def _detect(raw: bytes) -> str:
    sample = raw[:SAMPLE_BYTES]
    beyond_ascii = sum(1 for byte in sample if byte > 127)
    if beyond_ascii < MOST_WESTERN_BYTES * len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - not needed for UTF-8

    best = from_bytes(sample).best()
    if best is None:
        msg = "is in an encoding that was not recognised; save it as UTF-8 and load it again"
        raise ReadingError(msg)
    return best.encoding


def _damaged(text: str, encoding: str) -> Notice:
    count = text.count("\ufffd")
    words = f"{count} characters could not be read as {encoding} and are shown as \ufffd."
    return Notice(NoticeLevel.WARNING, words)
