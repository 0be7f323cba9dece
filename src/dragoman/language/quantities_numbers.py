"""Numbers with what stands beside them: a unit, a rate, a length of time, a noun counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.language.figures_measures import Reading, measure_of
from dragoman.language.figures_numbers import Number, find_numbers
from dragoman.language.figures_tables import things
from dragoman.language.quantities_shares import Told
from dragoman.language.quantities_tables import rates
from dragoman.language.quantities_units import measured

# So much before the first number may bound it or be the other end of its range.
_BEFORE = 200
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_RATE = re.compile(
    r"(?:\s+of\s+(?:[\w-]+\s+){1,3}?|\s+)?(?:(?:an?|per|every|each)\s+(?P<unit>[a-z]+)|(?P<by>[a-z]+ly)\b)"
)


def find_told(read: Reading, first: int, last: int) -> Iterator[Told]:
    """Numbers with a unit from character `first` on and before `last`, in text order."""
    begin = max(0, first - _BEFORE)
    for found in find_numbers(read.text[begin:last]):
        number = replace(found, start=found.start + begin, end=found.end + begin)
        if number.start >= first and not number.article:
            told = _with_unit(read, number)
            if told is not None:
                yield told


def _with_unit(read: Reading, number: Number) -> Told | None:
    run = read.doc.char_span(number.start, number.end, alignment_mode="expand")
    if run is None or not len(run):
        return None
    thing = measure_of(read, number, run[-1].i + 1)
    if thing is not None:
        return _rated(read.text, number, _end(read, number, run[-1].i + 1), thing.unit)
    if _is_year(read.text, number):
        return None
    return _time(read, number, run[-1]) or _counted(read, number, run[-1])


def _is_year(text: str, number: Number) -> bool:
    return _YEAR.fullmatch(text[number.start : number.end]) is not None


def _end(read: Reading, number: Number, at: int) -> int:
    """Where the unit ends that stands behind a number; at the number's own where it has a sign."""
    rest = [t for t in read.doc[at : at + 4] if t.text != "-"]
    for size in (3, 2, 1):
        words = rest[:size]
        if len(words) == size and _names_unit(words):
            return max(number.end, words[-1].idx + len(words[-1].text))
    return number.end


def _names_unit(words: list[Token]) -> bool:
    lower = [t.lower_ for t in words]
    named = (" ".join(lower), " ".join([*lower[:-1], words[-1].lemma_.lower()]))
    return any(name in things(part) for name in named for part in ("unit", "currency"))


def _rated(text: str, number: Number, end: int, unit: str | None) -> Told:
    """With the time that a rate is by: 'barrels of oil a day', 'dollars annually'."""
    match = _RATE.match(text, end)
    by = None
    if match and unit and (by := _by(match)):
        end = match.end()
    if by and unit and "/" not in unit:
        unit = f"{unit}/{by}"
    return _told(number, end, unit)


def _by(match: re.Match[str]) -> str | None:
    word = match.group("unit")
    if word:
        return word if word in things("per") else None
    return rates().get(match.group("by") or "")


def _time(read: Reading, number: Number, last: Token) -> Told | None:
    """'100 years', 'a 99-year lease', 'four decades'; no age."""
    rest = [t for t in read.doc[last.i + 1 : last.i + 3] if t.text not in ("-", "–")]
    word = rest[0].lemma_.lower() if rest else ""
    unit = measured(word, 1.0, None, None)
    after = read.text[rest[0].idx + len(rest[0].text) :][:5] if rest else ""
    if unit is None or unit.unit != "year" or after.startswith(("-old", " old", " ago")):
        return None
    return _told(number, rest[0].idx + len(rest[0].text), word)


def _counted(read: Reading, number: Number, last: Token) -> Told | None:
    """'some 3,000 men': the noun that is counted stands for the unit."""
    head = last
    while head.dep_ in ("nummod", "quantmod", "compound", "amod") and head.head.i > last.i:
        head = head.head
    if head.i == last.i:
        head = next((t for t in read.doc[last.i + 1 : last.i + 3] if t.pos_ == "NOUN"), last)
    counts = head.i != last.i and head.pos_ == "NOUN" and not number.high == number.low == 1
    if not counts or head.lemma_.lower() in things("duration"):
        return None
    return _told(number, head.idx + len(head.text), head.lower_)


def _told(number: Number, end: int, unit: str | None) -> Told:
    exact = number.low if number.low is not None else number.high
    ranged = number.low is not None and number.high is not None and number.low != number.high
    value = None if ranged else exact
    low, high = (number.low, number.high) if ranged else (value, value)
    return Told(number.start, max(end, number.end), value, low, high, unit)
