"""Acts that reports and imported files both tell: which of them are one.

An act of a file is put together with one of reports where all of this holds: the same actor and
recipient, the same type (PLOVER's, to which CAMEO's root codes belong), and days that can meet:
that of the file lies within the days of the other, or is the day after, since files date by the
story. Each is put together with one other at most, the closest in kind and then in time first.
"""

from __future__ import annotations

from datetime import timedelta

import polars as pl

from dragoman.analysis.acts import dated

# An act known less closely than this could meet any; it is put together with none.
CLOSEST_DAYS = 31
# Files date an act by the story that tells it, which is of the day or the day after.
_AFTER = timedelta(days=1)
SIDES = ("actor", "recipient")
_KEYS = ("incident", "quad", *SIDES)
TOGETHER: dict[str, pl.DataType] = {
    "incident": pl.String(),
    "quad": pl.Int8(),
    "actor": pl.String(),
    "recipient": pl.String(),
    "day": pl.Date(),
    "code": pl.String(),
}


def together(acts: pl.DataFrame, filed: pl.DataFrame) -> pl.DataFrame:
    """Pairs of acts that are one: `incident` and `quad` of the reports', `day` and `code` of files.

    Comes in: acts of reports, and acts of files with `actor`, `recipient`, `day`, `code`, `type`
    and `mode`, each once.
    """
    close = (pl.col("end") - pl.col("start")) <= pl.duration(days=CLOSEST_DAYS)
    told = dated(acts).filter(close).select(*_KEYS, "type", "mode", "start", "end")
    if told.is_empty() or filed.is_empty():
        return pl.DataFrame(schema=TOGETHER)
    met = pl.date_ranges("start", pl.col("end") + _AFTER, closed="left").alias("day")
    each = told.with_columns(met).explode("day")
    near = filed.join(each, on=[*SIDES, "type", "day"], suffix="_told")
    other = (~pl.col("mode").eq_missing(pl.col("mode_told"))).alias("other")
    off = (pl.col("day") - pl.col("start")).alias("off")
    order = ("other", "off", "start", "incident", "day", "code", *SIDES)
    return _matched(near.with_columns(other, off).sort(order).select(TOGETHER.keys()))


def together_words(many: int) -> str:
    """How many acts are one of each, in a line."""
    acts = f"{many:,} acts that both reports and files tell are"
    return f"{'1 act that both a report and a file tell is' if many == 1 else acts} counted once"


def together_notes(many: int) -> list[str]:
    """The line where there is anything to say."""
    return [together_words(many)] if many else []


def without(filed: pl.DataFrame, matched: pl.DataFrame) -> pl.DataFrame:
    """The acts of files that no act of reports stands for; of two alike the first is taken."""
    if matched.is_empty():
        return filed
    key = [*SIDES, "day", "code"]
    hit = matched.select(*key, pl.lit(True).alias("hit"))
    found = filed.join(hit, on=key, how="left", maintain_order="left")
    taken = pl.col("hit").fill_null(False) & pl.struct(key).is_first_distinct()
    return found.filter(~taken).drop("hit")


def with_filed(acts: pl.DataFrame, matched: pl.DataFrame) -> pl.DataFrame:
    """The acts with `filed`: the day and the code of the file's that each stands for, or null."""
    said = pl.col("day").dt.to_string("iso") + " " + pl.col("code")
    named = matched.select(*_KEYS, said.alias("filed"))
    return acts.drop("filed").join(named, on=_KEYS, how="left", maintain_order="left")


def _matched(near: pl.DataFrame) -> pl.DataFrame:
    """Of pairs in the order of closeness those that take nothing that is taken."""
    taken: set[tuple[object, ...]] = set()
    kept = []
    for row in near.iter_rows():
        incident, quad, actor, recipient, day, code = row
        ends = ((incident, quad, actor, recipient), (actor, recipient, day, code))
        if taken.isdisjoint(ends):
            taken.update(ends)
            kept.append(row)
    return pl.DataFrame(kept, schema=TOGETHER, orient="row")
