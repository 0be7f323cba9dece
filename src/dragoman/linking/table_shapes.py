"""One kind of tie from all rows of a table: who, which terms, how much, and whether it is one."""

from __future__ import annotations

from typing import Any

import polars as pl

from dragoman.model.tie_kinds import tie_kinds
from dragoman.model.tie_tables import TieShape

# Between terms, in the order of the mapping, while ties are merged.
TERMS_PARTED_BY = "|"
_TRUE = ("1", "1.0", "true", "True", "TRUE")
_SIDES = ("", "_called", "_as")


def shaped(frame: pl.DataFrame, shape: TieShape) -> pl.DataFrame:
    """Ties of that shape, a row each, with `fault` where the row tells none.

    `whole` is false where one of the sides is nobody that is known, and `own` is true for a tie of
    one with what is its own (an office).
    """
    kept = frame.filter(_where(shape)) if shape.where else frame
    a, b = shape.a, shape.b
    sides = [pl.col(f"{a}{end}").alias(f"a{end}") for end in _SIDES]
    none = pl.lit(None, pl.String)
    sides += [(pl.col(f"{b}{end}") if b else none).alias(f"b{end}") for end in _SIDES]
    found = kept.select(
        "#row", "start", "end", "cut_start", "cut_end", *sides,
        pl.lit(shape.kind).alias("kind"),
        _terms(shape).alias("terms"),
        _what(shape).alias("what"),
        _number(shape.quantity).alias("quantity"),
        pl.lit(shape.unit if shape.quantity else None, pl.String).alias("unit"),
        (pl.col(shape.quantity) if shape.quantity else none).alias("quantity_as"),
    )  # fmt: skip
    whole = pl.lit(True) if b is None else pl.col("b").is_not_null()
    found = found.with_columns(
        fault=_fault(shape), whole=whole, own=pl.lit(a != b and _same(frame, a, b))
    )
    return _ordered(found) if tie_kinds()[shape.kind].sides == "mutual" else found


def _same(frame: pl.DataFrame, a: str, b: str | None) -> bool:
    """Both sides are read from one column: a body of a state and the state itself."""
    return b is not None and frame.get_column(f"{a}_as").equals(frame.get_column(f"{b}_as"))


def _ordered(found: pl.DataFrame) -> pl.DataFrame:
    """The two of a tie that holds either way in the order of their codes."""
    turned = (pl.col("a") > pl.col("b")).fill_null(False)
    swapped = []
    for end in _SIDES:
        a, b = pl.col(f"a{end}"), pl.col(f"b{end}")
        swapped += [pl.when(turned).then(b).otherwise(a).alias(f"a{end}")]
        swapped += [pl.when(turned).then(a).otherwise(b).alias(f"b{end}")]
    return found.with_columns(swapped)


def _where(shape: TieShape) -> pl.Expr:
    return pl.all_horizontal(pl.col(c).is_in(list(values)) for c, values in shape.where.items())


def _terms(shape: TieShape) -> pl.Expr:
    held = [
        pl.when(pl.col(column).is_in(list(_TRUE))).then(pl.lit(word))
        for word, column in shape.terms.items()
    ]
    if not held:
        return pl.lit(None, pl.String)
    terms = pl.concat_str(held, separator=TERMS_PARTED_BY, ignore_nulls=True)
    return pl.when(terms != "").then(terms)


def _what(shape: TieShape) -> pl.Expr:
    if "text" in shape.what:
        return pl.lit(shape.what["text"], pl.String)
    if "column" not in shape.what:
        return pl.lit(None, pl.String)
    return pl.lit(shape.what.get("before", "")) + pl.col(shape.what["column"])


def _number(column: str | None) -> pl.Expr:
    if column is None:
        return pl.lit(None, pl.Float64)
    number = pl.col(column).cast(pl.Float64, strict=False)
    return pl.when(number.is_finite()).then(number)


def _fault(shape: TieShape) -> pl.Expr:
    """Why the row tells no such tie: `quantity`, `missing` or `nothing`; null where it does."""
    checks: list[tuple[Any, str]] = []
    if shape.terms and shape.terms_needed:
        checks.append((pl.col("terms").is_null(), "nothing"))
    if shape.quantity:
        number, told = pl.col("quantity"), pl.col("quantity_as")
        checks.append((told.is_null() | number.is_in(list(shape.missing)), "missing"))
        checks.append((number.is_null(), "quantity"))
        if shape.above is not None:
            checks.append((number <= shape.above, "nothing"))
    found = pl.lit(None, pl.String)
    for wrong, name in reversed(checks):
        found = pl.when(wrong.fill_null(False)).then(pl.lit(name)).otherwise(found)
    return found
