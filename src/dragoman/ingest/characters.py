"""Making characters uniform without changing what they say."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Every blank of Unicode's class Zs, and the tab.
_BLANKS = re.compile("[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# Characters without width: zero-width blank, word joiner, byte order mark, soft hyphen, marks of
# writing direction. Joiners stay within Arabic and Indic letters, where they shape the word.
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
    "|(?<![\u0600-\u0dff])[\u200c\u200d]"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def uniform(text: str) -> str:
    """`text` in NFC with plain blanks and line ends, without invisible and control characters."""
    text = whole(text)
    text = _LINE_ENDS.sub("\n", text)
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    text = _BLANKS.sub(" ", text)
    return unicodedata.normalize("NFC", text)


def whole(text: str) -> str:
    """`text` with half characters (lone surrogates) replaced one for one, so it can be written."""
    return _SURROGATE.sub("\ufffd", text)


def lines_of(text: str) -> list[str]:
    """The lines of uniform text, without blanks at their ends."""
    return [line.strip() for line in text.split("\n")]


def one_line(text: str | None) -> str | None:
    """A title or name on one line, or None when nothing is left of it."""
    return " ".join(uniform(text).split()) or None if text else None
