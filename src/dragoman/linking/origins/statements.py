"""The same words quoted by several reports: cut, broken up or in other quotation marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from dragoman.language.folding import fold
from dragoman.linking.origins.words import plain_words
from dragoman.model.findings import Findings
from dragoman.model.origin import SharedQuotation
from dragoman.model.span import Span

# So many words in a row are the same words; two people do not say them by chance.
ALIKE, OF_OTHERS = 6, 10
# Of the same speaker a shorter piece is enough; a single word ("terrorists") tells nothing.
OF_ONE_SPEAKER = 3
# What a reporter leaves out or puts in: "We [the government] will ... answer".
_CUT = re.compile(r"\[[^\]]*\]|\([^)]*\)|\.\s?\.\s?\.|…|\s[–—-]+\s")
# A run of words is in so few quotations, unless it is a saying.
COMMON = 200


@dataclass(frozen=True, slots=True)
class _Quote:
    report: str
    span: Span
    speaker: str | None
    pieces: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for piece in self.pieces for word in piece)


def shared_quotations(findings: Iterable[Findings]) -> tuple[SharedQuotation, ...]:
    """Quotations of two reports with the same words, in the order of the reports' ids."""
    quotes = sorted(
        (quote for found in findings for quote in _quotes(found)),
        key=lambda q: (q.report, q.span),
    )
    shared = {}
    for one, other in _pairs(quotes):
        if one.report != other.report and _alike(one, other):
            speaker = max(filter(None, (one.speaker, other.speaker)), key=_weight, default=None)
            key = (one.report, other.report, one.span, other.span)
            shared[key] = SharedQuotation(*key, speaker)
    return tuple(shared[key] for key in sorted(shared))


def _weight(name: str) -> tuple[int, str]:
    return len(name), name


def _quotes(found: Findings) -> Iterator[_Quote]:
    for quotation in found.quotes:
        pieces = tuple(filter(None, map(plain_words, _CUT.split(quotation.text))))
        if sum(map(len, pieces)) >= OF_ONE_SPEAKER:
            yield _Quote(found.report.id, quotation.span, quotation.speaker, pieces)


def _pairs(quotes: list[_Quote]) -> Iterator[tuple[_Quote, _Quote]]:
    """Quotations that have a few words in a row in common."""
    by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, quote in enumerate(quotes):
        for run in set(_runs(quote.words)):
            by_words[run].append(at)
    told = {
        pair
        for places in by_words.values()
        if len(places) <= COMMON
        for pair in combinations(places, 2)
    }
    yield from ((quotes[i], quotes[j]) for i, j in sorted(told))


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield from (words[i : i + OF_ONE_SPEAKER] for i in range(len(words) - OF_ONE_SPEAKER + 1))


def _alike(one: _Quote, other: _Quote) -> bool:
    same = _one_speaker(one.speaker, other.speaker)
    needed = OF_OTHERS if same is False else ALIKE
    if _longest(one.words, other.words) >= needed:
        return True
    few, many = sorted((one, other), key=lambda q: len(q.words))
    needed = OF_ONE_SPEAKER if same else needed
    return len(few.words) >= needed and _in_order(few.pieces, many.words)


def _one_speaker(one: str | None, other: str | None) -> bool | None:
    """True for the same last word of the name, False for another, None where one is not told."""
    if not one or not other:
        return None
    return fold(one).split()[-1:] == fold(other).split()[-1:]


def _in_order(pieces: Iterable[tuple[str, ...]], words: tuple[str, ...]) -> bool:
    """True when `words` hold every piece, each behind the one before: only cuts part the two."""
    at = 0
    for piece in pieces:
        places = range(at, len(words) - len(piece) + 1)
        found = next((i for i in places if words[i : i + len(piece)] == piece), None)
        if found is None:
            return False
        at = found + len(piece)
    return True


def _longest(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """The most words in a row that both have; pieces that a cut parts count together."""
    best = 0
    before = [0] * (len(other) + 1)
    for word in one:
        row = [0] * (len(other) + 1)
        for at, theirs in enumerate(other, 1):
            if word == theirs:
                row[at] = before[at - 1] + 1
                best = max(best, row[at])
        before = row
    return best
