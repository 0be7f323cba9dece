"""Whether a date that could lie on either side of publication lies behind or ahead.

A cheap reading of the clause: the nearest verb-like cue before the date decides, else the first
one after it. A past form just behind a future one ('will be published') is part of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table

Tense = Literal["past", "future"]
TenseHint = Callable[[str, Span], Tense | None]

_WORD = re.compile(r"[^\W\d_]+|['’][^\W\d_]+")
# Short capitalised words (Oct., U.S., Gen.) end no clause with their full stop.
_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})\.(?:\s|$)|[!?;](?:\s|$)|\n|—"
)
_REACH = 160  # characters on either side: a long clause
_AHEAD = 8  # words after the date in which its verb would stand
_CHAIN = 4  # words between "will" and its participle
_KINDS = ("past", "future", "modal", "deadline", "open", "qualifier")
_COLUMNS = (Column("word"), Column("tense", choices=_KINDS))


def clause_tense(text: str, span: Span) -> Tense | None:
    """The tense of the clause around `span`, or None where no cue is near."""
    found = nearest_cue(text, span)
    return found.tense if found else None


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that decides a clause's tense, and how many words part it from the date."""

    word: str
    tense: Tense
    distance: int


def nearest_cue(text: str, span: Span) -> Cue | None:
    """The cue that decides the tense of the clause around `span`."""
    written = [m.group() for m in _WORD.finditer(_before(text, span.start))]
    words = [w.lower() for w in written]
    for at in range(len(words) - 1, -1, -1):
        if _leaves_open(words, at):
            return None
        found = _cue(" ".join(words[max(0, at - 1) : at + 1])) or _word_cue(written, at)
        if found == "past" and _has_modal(written[max(0, at - _CHAIN) : at]):
            found = "future"
        if found:
            return Cue(words[at], found, len(words) - 1 - at)
    if words and words[-1] in _table().deadlines:
        return Cue(words[-1], "future", 0)
    after = [m.group() for m in _WORD.finditer(_after(text, span.end))]
    told = ((at, word.lower(), _word_cue(after, at)) for at, word in enumerate(after[:_AHEAD]))
    return next((Cue(word, tense, at) for at, word, tense in told if tense), None)


def _has_modal(written: list[str]) -> bool:
    """True for "may have left", and not for "on May 3, and Niger left"."""
    return any(_modal(word) for word in written if word.islower())


def _leaves_open(words: list[str], at: int) -> bool:
    """True for "agreed" in "agreed to meet": whether they have met yet remains open."""
    return words[at] in _table().open and words[at + 1 : at + 2] == ["to"]


def _word_cue(written: list[str], at: int) -> Tense | None:
    """The cue of one word; an ending tells nothing in a name or in what qualifies a noun."""
    word = written[at].lower()
    if word in _table().words or not (written[at][:1].isupper() or _qualifies(written, at)):
        return _cue(word)
    return None


def _qualifies(written: list[str], at: int) -> bool:
    """True for "industrialized" in "of industrialized countries"."""
    before = written[at - 1].lower().replace("’", "'") if at else ""
    return before in _table().qualifiers


def _modal(word: str) -> bool:
    return word.replace("’", "'") in _table().modals


def _cue(word: str) -> Tense | None:
    table = _table()
    if found := table.words.get(word.replace("’", "'")):
        return found
    ended = (tense for end, tense in table.endings if word.endswith(end))
    return next(ended, None) if len(word) > 4 and " " not in word else None


def _before(text: str, start: int) -> str:
    window = text[max(0, start - _REACH) : start]
    stops = list(_STOP.finditer(window))
    return window[stops[-1].end() :] if stops else window


def _after(text: str, end: int) -> str:
    window = text[end : end + _REACH]
    stop = _STOP.search(window)
    return window[: stop.start()] if stop else window


@dataclass(frozen=True, slots=True)
class _Cues:
    words: dict[str, Tense]
    endings: tuple[tuple[str, Tense], ...]
    modals: frozenset[str]
    deadlines: frozenset[str]
    open: frozenset[str]
    qualifiers: frozenset[str]


@cache
def _table() -> _Cues:
    rows = read_table("time/tense.tsv", _COLUMNS)
    kinds = {kind: frozenset(r["word"] for r in rows if r["tense"] == kind) for kind in _KINDS}
    tenses: dict[str, Tense] = {
        r["word"]: "past" if r["tense"] in {"past", "open"} else "future"
        for r in rows
        if r["tense"] not in {"deadline", "qualifier"}
    }
    return _Cues(
        tenses,
        tuple((w[1:], t) for w, t in tenses.items() if w.startswith("*")),
        kinds["modal"],
        kinds["deadline"],
        kinds["open"],
        kinds["qualifier"],
    )
