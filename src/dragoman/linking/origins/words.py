"""A text as words without case, accents and marks, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from dragoman.language.folding import fold
from dragoman.language.sentences import abbreviations
from dragoman.model.span import Span

_WORD = re.compile(r"\w+(?:['’‘ʼ]\w+)*")
_BREAK = re.compile(r"\n+|[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-zß-öø-ÿ])")
_LAST_WORD = re.compile(r"[\w.]+$")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, folded, and where each starts and ends."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.texts)

    def within(self, span: Span) -> range:
        """The words that lie wholly inside a span."""
        first = bisect_left(self.starts, span.start)
        return range(first, max(first, bisect_right(self.ends, span.end)))

    def span(self, first: int, last: int) -> Span:
        """From the first character of one word to the last of another."""
        return Span(self.starts[first], self.ends[last])


def words_of(text: str) -> Words:
    """The words of `text` in order; figures are words, marks are not."""
    found = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    return Words(
        tuple(fold(text[s:e]) for s, e in found),
        tuple(s for s, _ in found),
        tuple(e for _, e in found),
    )


def plain_words(text: str) -> tuple[str, ...]:
    """The folded words alone."""
    return tuple(fold(m[0]) for m in _WORD.finditer(text))


def sentences_of(text: str) -> tuple[Span, ...]:
    """The sentences of `text` by its marks alone, in order, without the blanks around them."""
    found: list[Span] = []
    start = 0
    for match in _BREAK.finditer(text):
        if match[0][0] == "." and _abbreviates(text[start : match.start()]):
            continue
        _keep(found, text, start, match.end())
        start = match.end()
    _keep(found, text, start, len(text))
    return tuple(found)


def _keep(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if body := piece.strip():
        begin = start + piece.index(body[0])
        found.append(Span(begin, begin + len(body)))


def _abbreviates(before: str) -> bool:
    last = _LAST_WORD.search(before[-20:])
    if last is None:
        return False
    word = last[0].lower()
    return word in _short() or (len(word) == 1 and word.isalpha())


@cache
def _short() -> frozenset[str]:
    """Words after which a stop ends no sentence."""
    return frozenset(word.removesuffix(".") for word in abbreviations())
