"""Counts and sums in a report, with what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from dragoman.language.figures_measures import Reading
from dragoman.language.figures_numbers import Number, find_numbers
from dragoman.language.figures_tables import things
from dragoman.language.figures_what import what_of
from dragoman.model.event import Figure
from dragoman.model.span import Span

_PAIRED = frozenset({"from", "to", "and", "or", "-", "–"})
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_AGE_OR_SPAN = re.compile(r"[-‐–\s]([a-z]+)")


def find_figures(doc: Doc) -> tuple[Figure, ...]:
    """Numbers of `doc` that count something known, in text order.

    'about N' is exact, 'at least N' has no upper bound, 'up to N' no lower one, 'dozens' and the
    like have the bounds of the table of numbers. Dates, years, ages, ordinals and durations are no
    figures. A figure's span is the number's own words.
    """
    found = []
    read = Reading(doc, doc.text)
    for number in find_numbers(read.text):
        if _is_date(read, number) or _measures_time(read.text, number):
            continue
        if thing := what_of(read, number):
            span = Span(number.start, number.end)
            found.append(Figure(thing.what, number.low, number.high, span, thing.unit))
    return tuple(_priced(read.text, found))


def _priced(text: str, figures: list[Figure]) -> Iterator[Figure]:
    """'to $47 from $60 a barrel': what the second is by, the first is by as well."""
    for at, figure in enumerate(figures):
        after = figures[at + 1] if at + 1 < len(figures) else None
        between = text[figure.span.end : after.span.start].strip() if after else ""
        if after and figure.what == "sum" and after.what == "price" and between in _PAIRED:
            yield replace(figure, what="price", unit=after.unit)
        else:
            yield figure


def _measures_time(text: str, number: Number) -> bool:
    """'a 43-year-old', '35-year', 'three days'."""
    after = _AGE_OR_SPAN.match(text, number.end)
    if after is None or number.currency:
        return False
    word = after.group(1)
    return word in things("duration") or word.removesuffix("s") in things("duration")


def _is_date(read: Reading, number: Number) -> bool:
    """A year, or a number inside what the model takes for a date or a time of day."""
    if number.currency or number.vague:
        return False
    if _YEAR.fullmatch(read.text[number.start : number.end]):
        return True
    span = read.doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None or span[0].ent_type_ not in {"DATE", "TIME"}:
        return False
    if span[-1].dep_ in {"nummod", "nsubj", "nsubjpass", "dobj"}:
        return span[-1].head.pos_ == "PROPN"
    return not any(t.lemma_.lower() in things("noun") for t in read.doc[span.end : span.end + 2])
