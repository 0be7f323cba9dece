"""Text folded for looking names up, with the way back to its own characters."""

from __future__ import annotations

import unicodedata
from array import array
from functools import lru_cache

# Letters and marks that Unicode does not decompose into a plain letter.
_PLAIN = str.maketrans(
    {
        "ə": "e", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss",
        "æ": "ae", "œ": "oe", "ħ": "h", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'",
        "‐": "-", "‑": "-", "–": "-", "−": "-",
    }
)  # fmt: skip


# Curly quotes and typographic hyphens, each one character for one.
_MARKS = str.maketrans(dict.fromkeys("’‘ʼʻ", "'") | dict.fromkeys("‐‑", "-"))


def plain_marks(text: str) -> str:
    """`text` with plain apostrophes and hyphens, as the tables have them; of the same length."""
    return text.translate(_MARKS)


@lru_cache(maxsize=4096)
def fold_char(char: str) -> str:
    """`char` without case and accents; blanks of any kind become a plain one; may be empty."""
    if char.isspace():
        return " "
    parts = unicodedata.normalize("NFKD", char.lower().translate(_PLAIN))
    return "".join(c for c in parts if not unicodedata.combining(c))


def fold(text: str) -> str:
    """`text` as names are compared: no case, no accents, plain quotes, hyphens and blanks."""
    return "".join(map(fold_char, text))


class Folded:
    """A folded text that knows, for each of its characters, where it stands in the original."""

    __slots__ = ("_origin", "text")

    def __init__(self, text: str) -> None:
        parts = [fold_char(c) for c in text]
        self.text = "".join(parts)
        self._origin: array[int] | None = None
        if any(len(p) != 1 for p in parts):
            self._origin = array("q", (i for i, p in enumerate(parts) for _ in p))

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The original's half-open range for the folded range `start` to `end` (not empty)."""
        if self._origin is None:
            return start, end
        return self._origin[start], self._origin[end - 1] + 1
