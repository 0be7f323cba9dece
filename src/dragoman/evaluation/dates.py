"""Temporal expressions: were they seen, and is their TIMEX3 value right?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dragoman.evaluation.adapter import Coded, Gold, Scores
from dragoman.evaluation.ratios import f1, overlap
from dragoman.model.rows import Json


def _told(row: Json, coded: Coded) -> list[Json]:
    return list(coded.get(row["id"], {}).get("dates", ()))


def _matches(gold: Gold, coded: Coded) -> Iterator[tuple[Json, list[Json]]]:
    """Each of gold's expressions and ours that overlap it."""
    for row in gold:
        mine = _told(row, coded)
        for t in row["timex"]:
            yield t, [d for d in mine if overlap(d["span"], (t["start"], t["end"]))]


def _valued(timex: Json, dates: list[Json]) -> bool:
    return any(d.get("timex") == timex["value"] for d in dates)


def scores(gold: Gold, coded: Coded) -> Scores:
    """F1 of expressions that overlap, and of those with the right value."""
    found = list(_matches(gold, coded))
    told = sum(len(_told(row, coded)) for row in gold)
    seen, valued = sum(bool(d) for _, d in found), sum(_valued(t, d) for t, d in found)
    return {
        "timex": len(found),
        "relaxed_f1": f1(seen, told, len(found)),
        "value_f1": f1(valued, told, len(found)),
    }


def errors(gold: Gold, coded: Coded) -> Counter[str]:
    """Expressions not seen, or with another value, by their kind; and those told beside."""
    found = Counter[str]()
    for timex, dates in _matches(gold, coded):
        if not dates:
            found["missed"] += 1
        elif not _valued(timex, dates):
            found[f"value-{timex['type'].lower()}"] += 1
    found["date-beside"] = sum(
        not any(overlap(d["span"], (t["start"], t["end"])) for t in row["timex"])
        for row in gold
        for d in _told(row, coded)
    )
    return +found
