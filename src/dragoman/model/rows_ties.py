"""Rows of ties and silences as plain objects."""

from __future__ import annotations

from typing import Any

from dragoman.model.attribution import Silence
from dragoman.model.judgement import Side, Tie
from dragoman.model.quantity import Measured, Quantity
from dragoman.model.span import Span

Json = dict[str, Any]


def tie_row(row: Tie, text: str) -> Json:
    """A tie with its sides' words, its quantities and its interval; `text` is the report's."""
    sides = zip("ab", row.sides or (None, None), strict=True)
    return {
        "kind": row.kind,
        "a": row.a,
        "b": row.b,
        **{f"{name}_{key}": value for name, s in sides for key, value in _side(s, text).items()},
        "what": row.what,
        "quantity": row.quantity,
        "unit": row.unit,
        "quantities": [quantity_row(q, text) for q in row.quantities],
        "since": row.interval.start.isoformat() if row.interval.start else None,
        "until": row.interval.end.isoformat() if row.interval.end else None,
        "ended": row.ended,
        "via": row.via,
        "words": _words(row.words, text),
        "span": row.span.pair(),
    }


def quantity_row(row: Quantity, text: str) -> Json:
    """A quantity as told, and the same in the unit by which those of its kind are compared."""
    return {
        "text": row.span.of(text),
        "span": row.span.pair(),
        "value": row.value,
        "low": row.low,
        "high": row.high,
        "unit": row.unit,
        "of": row.of,
        "normal": _measured(row.normal) if row.normal else None,
    }


def silence_row(row: Silence, text: str) -> Json:
    """Who said nothing, by which words, about what, and to whom."""
    return {
        "actor": row.actor,
        "who": _words(row.who, text),
        "cue": _words(row.cue, text),
        "about": _words(row.about, text),
        "asked_by": _words(row.asked_by, text),
        "span": row.span.pair(),
    }


def _side(side: Side | None, text: str) -> Json:
    return {
        "text": side.span.of(text) if side else None,
        "name": side.name if side else None,
        "span": side.span.pair() if side else None,
        "nearby": side.nearby if side else False,
    }


def _measured(row: Measured) -> Json:
    return {"value": row.value, "low": row.low, "high": row.high, "unit": row.unit}


def _words(span: Span | None, text: str) -> Json | None:
    return {"text": span.of(text), "span": span.pair()} if span else None
