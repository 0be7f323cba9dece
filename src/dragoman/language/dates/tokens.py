"""Text cut into the pieces that the grammar reads: words, figures, dates in digits, marks.

One pass, linear in the text. A piece's `kind` is its class in the grammar: a table's class, or
the shape of a figure (day, year, count, iso, slashed, clock, decade, nth), or a mark's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.language.dates.vocabulary import Vocabulary, vocabulary

_PIECE = re.compile(
    r"""
      (?P<iso>(?<![\d/.-])\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?(?![\d-]))
    | (?P<isomonth>(?<![\d/.-])[12]\d{3}-(?:0[1-9]|1[0-2])(?![\d-]))
    | (?P<slashed>(?<![\d/.-])(?:\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)\d{4}
                               |\d{1,2}(?P<sep2>[./])\d{1,2}(?P=sep2)\d{2}
                               |\d{4}(?P<sep3>[./])\d{1,2}(?P=sep3)\d{1,2})(?![\d/-]|\.\d))
    | (?P<clock>(?<!\d)(?<!\d[:.])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
    | (?P<count>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+\.\d+)
    | (?P<decade>(?<!\w)(?:[12]\d\d|['’‘]\d)0['’]?s\b)
    | (?P<nth>\d{1,3}(?:st|nd|rd|th)\b)
    | (?P<digits>\d+)
    | (?P<ampm>[AaPp](?:\.[Mm]\.?|[Mm]\b))
    | (?P<quarter_name>\bQ[1-4]\b)
    | (?P<half_name>\bH[12]\b)
    | (?P<fiscal_year>\bFY\ ?(?=\d{4}))
    | (?P<word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)
    | (?P<possessive>['’]s\b)
    | (?P<paragraph>\n[^\S\n]*\n)
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
_MARKS = {
    ",": "comma",
    ".": "dot",
    "-": "dash",
    "‑": "dash",
    "–": "dash",
    "/": "slash",
    "'": "quote",
    "’": "quote",
    "(": "open",
    "[": "open",
    ")": "stop",
    "]": "stop",
    "?": "stop",
    "!": "stop",
    ";": "stop",
    ":": "stop",
    "—": "stop",
    "$": "money",
    "€": "money",
    "£": "money",
    "¥": "money",
    "%": "counted",
    "#": "numbered",
}
_LONGEST_NUMBER = 15  # digits; more is an identifier, no quantity of time


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of the text, their class in the grammar, and its value."""

    start: int
    end: int
    text: str
    kind: str
    value: str = ""


def pieces(text: str) -> list[Piece]:
    """All pieces of `text` in order, with expressions of several words joined into one."""
    words = vocabulary()
    found: list[Piece] = []
    for match in _PIECE.finditer(text):
        found.append(_piece(match, text, found[-1] if found else None, words))
    return list(_joined(found, text, words))


def _piece(match: re.Match[str], text: str, before: Piece | None, words: Vocabulary) -> Piece:
    shape, said = match.lastgroup or "mark", match.group()
    kind, value = shape, said
    if shape == "word":
        word = words.look_up(said)
        kind, value = (word.kind, word.value) if word else ("other", said)
        if not word:
            kind = _word_kind(said)
    elif shape == "mark":
        kind = _mark_kind(match, text)
    elif shape == "digits":
        kind = _number_kind(said)
    if shape in ("digits", "count", "nth", "clock") and not _stands_free(match, text, before):
        kind = "other"
    return Piece(match.start(), match.end(), said, kind, value)


def _mark_kind(match: re.Match[str], text: str) -> str:
    """A mark's name; a dash without blanks around it is a hyphen."""
    kind = _MARKS.get(match.group(), "sign")
    tight = not text[match.start() - 1 : match.start()].isspace() and match.start() > 0
    if kind == "dash" and tight and not text[match.end() : match.end() + 1].isspace():
        return "hyphen"
    return kind


def _word_kind(word: str) -> str:
    """An unlisted word: a name by its capital, a plural by its ending (a guess), or other."""
    if word[0].isupper():
        return "name"
    return "plural" if word.endswith("s") and word[-2:] not in ("ss", "is", "us") else "other"


def _number_kind(digits: str) -> str:
    if len(digits) > _LONGEST_NUMBER:
        return "other"
    if len(digits) == 4 and "1000" <= digits < "2200":
        return "year"
    return "day" if len(digits) <= 2 and 1 <= int(digits) <= 31 else "count"


def _stands_free(match: re.Match[str], text: str, before: Piece | None) -> bool:
    """False for figures that are part of a name or a measure: F-16, 20cm, COVID-19, $ 2010."""
    after = text[match.end() : match.end() + 1]
    if after.isalpha() or after == "_":
        return False
    if before is None:
        return True
    if before.kind == "money":
        return False
    if before.end != match.start():
        return True
    hyphened = before.kind == "hyphen" and text[before.start - 1 : before.start].isalpha()
    if hyphened:
        head = re.search(r"[^\W\d_]{1,20}$", text[max(0, before.start - 20) : before.start])
        word = vocabulary().look_up(head.group()) if head else None
        return word is not None
    return not before.text[-1].isalpha() or before.kind == "fiscal_year"


def _joined(found: list[Piece], text: str, words: Vocabulary) -> Iterator[Piece]:
    at = 0
    while at < len(found):
        piece = found[at]
        joined = None
        for phrase, word in words.phrases.get(piece.text.lower(), ()):
            run = found[at : at + len(phrase)]
            if word.capital and not piece.text[0].isupper():
                continue
            if tuple(p.text.lower().replace("’", "'") for p in run) == phrase:
                end = run[-1].end
                joined = Piece(piece.start, end, text[piece.start : end], word.kind, word.value)
                at += len(phrase)
                break
        if joined is None:
            at += 1
        yield joined or piece
