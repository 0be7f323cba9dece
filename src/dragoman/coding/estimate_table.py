"""The table of estimative words, and the probability that each of them means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dragoman.model.judgement import JUDGEMENT_KINDS, JudgementKind
from dragoman.model.tables import Column, read_table

SOURCES = ("icd203", "survey", "near", "ours")
_COLUMNS = (
    Column("words"),
    Column("low"),
    Column("high"),
    Column("source", choices=SOURCES),
    Column("of", optional=True),
    Column("kind", optional=True, choices=JUDGEMENT_KINDS),
)


class Expression(NamedTuple):
    """Words with the bounds of what they mean, 0 to 1, and the kind of judgement they make."""

    words: tuple[str, ...]
    low: float
    high: float
    kind: JudgementKind | None = None


@cache
def lexicon() -> Mapping[str, list[Expression]]:
    """Every expression by its first word, the longest first."""
    found: dict[str, list[Expression]] = defaultdict(list)
    for row in read_table("judgements/estimates.tsv", _COLUMNS):
        words = tuple(row["words"].split())
        kind: JudgementKind | None = row["kind"] or None  # type: ignore[assignment]
        found[words[0]].append(Expression(words, float(row["low"]), float(row["high"]), kind))
    for rows in found.values():
        rows.sort(key=lambda row: (-len(row.words), row.words))
    return dict(found)
