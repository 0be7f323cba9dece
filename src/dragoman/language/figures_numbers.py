"""Numbers in a text, in digits and in words, with their bounds: 'dozens', 'at least 12'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import isfinite

from dragoman.language.figures_tables import bounds, number_words, things
from dragoman.model.letters import table_word

# How far back a bounding phrase may start ("no fewer than").
REACH = 24


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `start` to `end` of the text; a bound that is not given is None.

    `currency` is ISO 4217 where a sign stands before it; `vague` is True for 'dozens', `article`
    for a bare 'a'.
    """

    low: float | None
    high: float | None
    start: int
    end: int
    currency: str | None = None
    vague: bool = False
    article: bool = False


def find_numbers(text: str) -> list[Number]:
    """Numbers in text order, ranges joined ('10 to 12', 'between 3 and 5') and bounds applied."""
    plain = [n for n in _plain(text) if not (n.vague and _in_bound(text, n))]
    return [_bounded(text, n) for n in _joined(text, plain)]


def _in_bound(text: str, number: Number) -> bool:
    """The 'no' of 'no fewer than', the 'an' of 'an estimated'."""
    word = text[number.start : number.end]
    rest = text[number.start : number.start + REACH].lower()
    return any(rest.startswith(p) and len(p) > len(word) for p in bounds("before"))


def _plain(text: str) -> Iterator[Number]:
    for match in _pattern().finditer(text):
        number = _digits(match) if match.group("digits") else _words(match)
        if number is not None:
            yield number


@cache
def _pattern() -> re.Pattern[str]:
    """Digits with their sign and multiplier, or a run of words for a number."""
    table = number_words().values()
    vague = _either(w.word for w in table if w.kind in {"vague", "article"})
    parts = _either(w.word for w in table if w.kind in {"unit", "tens", "times"})
    times = _either(w.word for w in table if w.kind == "times")
    suffix = _either(w.word for w in table if w.kind == "suffix")
    signs = _either(w for w in things("currency") if not w[-1].isalpha() and w[-1] != ".")
    digits = (
        rf"(?:(?P<sign>{signs})\s?)?(?<![\w.,])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
        rf"(?:\s?(?P<suffix>{suffix})\b|[\s-](?P<times>{times})\b)?(?![\w]|[.,]\d)"
    )
    words = (
        rf"\b(?:(?P<vague>{vague})|(?P<words>(?:{parts})(?:(?:-|\s+)(?:and\s+)?(?:{parts}))*))\b"
    )
    return re.compile(rf"{digits}|{words}", re.IGNORECASE)


def _either(words: object) -> str:
    listed = sorted(words, key=lambda w: (-len(w), w))  # type: ignore[call-overload]
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in listed)


def _word(text: str) -> str:
    """A word, or several, as the table has it."""
    return " ".join(table_word(text).split())


def _digits(match: re.Match[str]) -> Number | None:
    before = match.string[: match.start()][-1:]
    if before and (before.isalnum() or before in "-–.'’/:#") and not match.group("sign"):
        return None
    value = float(match.group("digits").replace(",", ""))
    times = match.group("times") or match.group("suffix")
    if times:
        value *= number_words()[_word(times)].low
    if not isfinite(value):
        return None
    sign = match.group("sign")
    currency = things("currency")[sign.lower()].unit if sign else None
    return Number(_clean(value), _clean(value), match.start(), match.end(), currency)


def _clean(value: float) -> float:
    """Without the dust of multiplying decimals: 3.2 billion is 3200000000."""
    return round(value, 6)


def _words(match: re.Match[str]) -> Number | None:
    start, end = match.span()
    if match.group("vague"):
        word = number_words()[_word(match.group("vague"))]
        return Number(word.low, word.high, start, end, None, True, word.kind == "article")
    value = _value(re.split(r"[-\s]+", _word(match.group("words"))))
    return None if value is None else Number(value, value, start, end)


def _value(parts: list[str]) -> float | None:
    """The value of number words; None where they make none ('two one')."""
    total = group = 0.0
    for part in parts:
        word = number_words().get(part)
        if word is None:  # the 'and' of 'a hundred and five'
            continue
        if word.kind != "times":
            group += word.low
        elif word.low > 100:
            total, group = total + (group or 1) * word.low, 0.0
        else:
            group = (group or 1) * word.low
    # 'hundred hundred hundred', and so on without end, is no number.
    return total + group if isfinite(total + group) else None


_TO = re.compile(r"\s?(?:-|–|\s(?:to|or)\s)\s?")


def _joined(text: str, numbers: list[Number]) -> Iterator[Number]:
    """Neighbours that make a range become one number."""
    at = 0
    while at < len(numbers):
        one = numbers[at]
        if at + 1 < len(numbers) and (both := _range(text, one, numbers[at + 1])):
            yield both
            at += 2
        else:
            yield one
            at += 1


def _range(text: str, one: Number, other: Number) -> Number | None:
    if one.low is None or other.high is None or one.article or other.article:
        return None
    between, before = text[one.end : other.start], text[max(0, one.start - 9) : one.start].lower()
    joins = _TO.fullmatch(between) and not before.endswith("from ")
    if not joins and not (between.strip().lower() == "and" and before.endswith("between ")):
        return None
    low = one.low
    ratio = _times_of(text, other)
    if low < other.high / 100 and ratio:  # '3 to 5 million' means millions both times
        low *= ratio
    if low > other.high:
        return None
    currency = one.currency or other.currency
    return Number(low, other.high, one.start, other.end, currency, one.vague or other.vague)


def _times_of(text: str, number: Number) -> float | None:
    last = re.split(r"[\s-]+|(?<=\d)(?=[a-z])", _word(text[number.start : number.end]))[-1]
    word = number_words().get(last)
    return word.low if word and word.kind in {"times", "suffix"} else None


def _bounded(text: str, number: Number) -> Number:
    """With the bound that the words beside it give."""
    bound = _before(text[max(0, number.start - REACH) : number.start].lower())
    if bound == "about":
        bound = _after(text[number.end : number.end + REACH].lower())
    if bound == "low":
        return replace(number, high=None)
    if bound == "high":
        return replace(number, low=None)
    return number


def _before(text: str) -> str:
    """The bound of the nearest phrase; phrases that bound nothing are looked past."""
    text = text.rstrip()
    for phrase in sorted(bounds("before"), key=len, reverse=True):
        if text.endswith(phrase) and not text[: -len(phrase)][-1:].isalpha():
            bound = bounds("before")[phrase]
            return bound if bound != "about" else _before(text[: -len(phrase)])
    return "about"


def _after(text: str) -> str:
    for phrase in sorted(bounds("after"), key=len, reverse=True):
        if (
            text.lstrip(" ,").startswith(phrase)
            and not text.lstrip(" ,")[len(phrase) :][:1].isalpha()
        ):
            return bounds("after")[phrase]
    return "about"
