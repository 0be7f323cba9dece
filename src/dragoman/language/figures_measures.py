"""Measures and money: units and currencies that stand beside a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.language.figures_numbers import Number
from dragoman.language.figures_tables import Thing, things

_PER = re.compile(r"\s?(?:/|an?\s|per\s|each\s)\s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A parse and its text, which a parse puts together anew each time it is asked."""

    doc: Doc
    text: str


def measure_of(read: Reading, number: Number, after: int) -> Thing | None:
    """Money, percents, lengths: the unit stands right after the number, or its sign before."""
    rest = read.doc[after : after + 4]
    words = [t for t in rest if t.text != "-"]
    found = Thing("sum", number.currency) if number.currency else None
    end = number.end
    for size in (3, 2, 1):
        phrase = words[:size]
        if found is None and len(phrase) == size and (found := _unit(phrase)):
            end = phrase[-1].idx + len(phrase[-1])
    if found is None:
        return None
    return _by(read, end, found)


def _unit(words: list[Token]) -> Thing | None:
    texts = (
        " ".join(t.lower_ for t in words),
        " ".join([*(t.lower_ for t in words[:-1]), words[-1].lemma_.lower()]),
    )
    if words[0].is_lower is False and words[-1].text == "M":
        return None
    for text in texts:
        for part in ("currency", "unit"):
            found = things(part).get(text)
            if found and (found.unit != text.upper() or words[0].text.isupper()):
                return found
    if len(words) == 2 and words[0].pos_ in {"ADJ", "PROPN"}:  # 'Azerbaijani manats'
        return things("currency").get(words[1].lemma_.lower())
    return None


def _by(read: Reading, end: int, found: Thing) -> Thing:
    """'$60 a barrel' is a price; 'two million barrels per day' a rate."""
    per = _PER.match(read.text, end)
    if not per:
        return found
    rest = read.doc.char_span(
        per.end(), min(per.end() + 12, len(read.text)), alignment_mode="expand"
    )
    if rest is None or not len(rest) or rest[0].lemma_.lower() not in things("per"):
        return found
    what = "price" if found.what == "sum" else found.what
    return Thing(what, f"{found.unit}/{rest[0].lemma_.lower()}")
