"""Bytes into text, whatever encoding they are in; binary junk is refused."""

from __future__ import annotations

import codecs

from dragoman.ingest.limits import SNIFF
from dragoman.model.errors import InputError

# Longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Text has no control characters but these; a few strays are forgiven, a share of 1 % is no text.
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b")
MOST_CONTROLS = 0.01
# In UTF-16 without a mark, every second byte of Latin text is zero.
UTF16_ZEROS = 0.3
# UTF-8 with a stray byte of another encoding in a thousand is still UTF-8.
MOST_STRAYS = 0.001
# What older pages of the regions that we read are written in.
_CANDIDATES = [
    "cp1252", "cp1251", "cp1254", "cp1250", "koi8_r", "koi8_u", "cp866", "cp1253", "cp1255",
    "cp1256", "cp1257", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip


def decode(data: bytes, declared: str | None = None) -> str:
    """The text in `data`; `declared` is the encoding that its page or server names.

    Raises InputError when the bytes are no text in any encoding that we know.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    _refuse_binary(data)
    return _utf8(data) or _declared(data, declared) or _mostly_utf8(data) or _guessed(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark, told by where its zero bytes are."""
    sample = data[:4096]
    half = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > UTF16_ZEROS and even < 0.05:
        return "utf-16-le"
    if even > UTF16_ZEROS and odd < 0.05:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    sample = data[:SNIFF]
    controls = sum(sample.count(bytes([c])) for c in range(32) if c not in _TEXT_CONTROLS)
    if controls > MOST_CONTROLS * len(sample) + 2:
        raise InputError(
            "is binary data, not text; expected text, Markdown, HTML, PDF, DOCX or JSON Lines"
        )


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file that is read in part may end within a character.
        if error.start >= len(data) - 3 and error.start > 0:
            return data[: error.start].decode("utf-8")
        return None


def _declared(data: bytes, declared: str | None) -> str | None:
    try:
        return data.decode(declared) if declared else None
    except (LookupError, ValueError):
        return None


def _mostly_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", "surrogateescape")
    strays = sum("\udc80" <= c <= "\udcff" for c in text)
    right = sum(c > "\x7f" for c in text) - strays
    if right < strays or strays > MOST_STRAYS * len(text) + 1:
        return None
    return "".join(_as_cp1252(c) if "\udc80" <= c <= "\udcff" else c for c in text)


def _as_cp1252(half: str) -> str:
    return bytes([ord(half) - 0xDC00]).decode("cp1252", "replace")


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[:SNIFF], cp_isolation=_CANDIDATES).best()
    if best is None:
        raise InputError("is in no known encoding; save it as UTF-8")
    return data.decode(best.encoding, "replace")
