"""Attributions: how many characters of sources, cues and contents are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from dragoman.evaluation.adapter import Coded, Gold, Scores
from dragoman.evaluation.ratios import f1
from dragoman.model.rows import Json

PARTS = ("source", "cue", "content")
# Less than this of gold's content makes an attribution half told.
HALF = 0.5


def spans_of(value: Any) -> list[list[int]]:
    """The spans in a part of an attribution, in gold's forms and in ours."""
    if not value:
        return []
    if isinstance(value, dict):
        return value["spans"] if "spans" in value else spans_of(value["span"])
    if isinstance(value[0], int):
        return [value]
    return [span for item in value for span in spans_of(item)]


def characters(rows: list[Json], part: str) -> set[int]:
    """The offsets that a part of these attributions covers."""
    return {i for row in rows for start, end in spans_of(row.get(part)) for i in range(start, end)}


def _told(row: Json, coded: Coded) -> list[Json]:
    return list(coded.get(row["id"], {}).get("attributions", ()))


def scores(gold: Gold, coded: Coded) -> Scores:
    """F1 over the characters of each part."""
    tally = {part: [0, 0, 0] for part in PARTS}
    for row in gold:
        for part, counts in tally.items():
            theirs = characters(row["attributions"], part)
            mine = characters(_told(row, coded), part)
            for i, size in enumerate((len(theirs & mine), len(mine), len(theirs))):
                counts[i] += size
    found = {f"{part}_f1": f1(*counts) for part, counts in tally.items()}
    return {"attributions": sum(len(row["attributions"]) for row in gold), **found}


def errors(gold: Gold, coded: Coded) -> Counter[str]:
    """Attributions not seen, with another source or half their content; and those told beside."""
    found = Counter[str]()
    for row in gold:
        mine = _told(row, coded)
        for theirs in row["attributions"]:
            found.update(_wrong(theirs, [m for m in mine if _same(theirs, m)]))
        found["attribution-beside"] += sum(
            not any(_same(theirs, m) for theirs in row["attributions"]) for m in mine
        )
    return +found


def _same(gold: Json, told: Json) -> bool:
    """True when their cues overlap; their contents, where gold has no cue."""
    part = "cue" if gold.get("cue") else "content"
    return bool(characters([gold], part) & characters([told], part))


def _wrong(gold: Json, told: list[Json]) -> Iterator[str]:
    if not told:
        yield "missed"
        return
    source, content = characters([gold], "source"), characters([gold], "content")
    mine = characters(told, "source")
    if source and not source & mine:
        yield "source-other" if mine else "source-untold"
    if len(content & characters(told, "content")) < HALF * len(content):
        yield "content-half"
