"""Quantities as a text tells them: shares, measures, counts, sums, rates and lengths of time."""

from __future__ import annotations

from spacy.tokens import Doc

from dragoman.language.figures_measures import Reading
from dragoman.language.quantities_numbers import find_told
from dragoman.language.quantities_shares import WHOLE, Told, find_shares
from dragoman.language.quantities_tables import Bounds, approximations
from dragoman.language.quantities_units import measured
from dragoman.model.quantity import Quantity
from dragoman.model.span import Span

# How far back a phrase that bounds a number may start ("a little more than").
REACH = 24


def find_quantities(
    doc: Doc, first: int = 0, last: int | None = None, text: str | None = None
) -> list[Quantity]:
    """Every quantity of `doc` that starts from character `first` on and before `last`, in order.

    Years, ages, ordinals and bare numbers are none. A range keeps its two ends as its bounds.
    `text` is the parse's, for those who have it: a parse puts it together anew each time.
    """
    text = doc.text if text is None else text
    last = len(text) if last is None else last
    told = [*find_shares(text[:last], first), *find_told(Reading(doc, text), first, last)]
    found: list[Quantity] = []
    for one in sorted(told, key=lambda t: (t.start, -t.end)):
        if not found or one.start >= found[-1].span.end:
            found.append(_bounded(doc, text, one))
    return found


def _bounded(doc: Doc, text: str, told: Told) -> Quantity:
    bounds, start, end = _around(text, told)
    low, high = told.low, told.high
    if bounds is not None:
        low = None if bounds.low is None or low is None else round(low * bounds.low, 6)
        high = None if bounds.high is None or high is None else round(high * bounds.high, 6)
    if told.unit == "percent" and high is None:
        high = WHOLE
    return Quantity(
        Span(start, end),
        told.value,
        low,
        high,
        told.unit,
        _of(doc, text, end),
        measured(told.unit, told.value, low, high),
    )


def _around(text: str, told: Told) -> tuple[Bounds | None, int, int]:
    before = text[max(0, told.start - REACH) : told.start].lower()
    for phrase, bounds in approximations("before"):
        lead = before.rstrip()
        if lead.endswith(phrase) and not lead[: -len(phrase)][-1:].isalpha():
            return bounds, told.start - (len(before) - len(lead)) - len(phrase), told.end
    after = text[told.end : told.end + REACH].lower()
    for phrase, bounds in approximations("after"):
        if after.lstrip().startswith(phrase) and not after.lstrip()[len(phrase) :][:1].isalpha():
            return bounds, told.start, told.end + len(after) - len(after.lstrip()) + len(phrase)
    return None, told.start, told.end


def _of(doc: Doc, text: str, end: int) -> str | None:
    """What it is a quantity of: the phrase after "of", without whose it is."""
    rest = text[end : end + 4]
    if not rest.startswith(" of "):
        return None
    run = doc.char_span(end + 1, end + 3, alignment_mode="expand")
    noun = next((t for o in run for t in o.children if t.dep_ == "pobj"), None) if run else None
    if noun is None:
        return None
    owners = {t.i for p in noun.lefts if p.dep_ in ("poss", "det", "nummod") for t in p.subtree}
    first = next(t for t in noun.subtree if t.i not in owners)
    return text[first.idx : noun.idx + len(noun.text)] if first.i <= noun.i else noun.text
