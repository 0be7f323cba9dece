"""Coding gold as any report is coded, and scoring what came out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dragoman.engine.coder import code_report
from dragoman.evaluation.adapter import Adapter, Confusions, Scores, TypeTally
from dragoman.evaluation.gold import GoldSet
from dragoman.ingest import Given, verbatim
from dragoman.model.errors import InputError
from dragoman.model.rows import Json
from dragoman.model.when import UNKNOWN, When, day

Tell = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Measured:
    """A set with its figures and its errors by class."""

    gold: GoldSet
    scores: Scores
    errors: Counter[str]
    confusions: Confusions
    types: dict[str, TypeTally]

    @property
    def name(self) -> str:
        """The set's name."""
        return self.gold.name

    @property
    def figures(self) -> dict[str, float]:
        """What floors and peers are for: all but the counts, to four decimals."""
        return {k: round(v, 4) for k, v in self.scores.items() if isinstance(v, float)}


def measure(gold: GoldSet, tell: Tell | None = None) -> Measured:
    """The set coded and scored; `tell` is called with the set's name after each text."""
    coded = {}
    for row in gold.rows:
        coded[row["id"]] = code_row(row, gold.adapter)
        if tell:
            tell(gold.name)
    adapter = gold.adapter
    try:
        return Measured(
            gold,
            adapter.score(gold.rows, coded),
            adapter.errors(gold.rows, coded),
            adapter.confusions(gold.rows, coded),
            adapter.types(gold.rows, coded),
        )
    except (KeyError, IndexError, TypeError, ValueError) as wrong:
        raise InputError(
            f"a row of {gold.name} has not the fields of that set "
            f"({type(wrong).__name__}: {wrong}); see docs/accuracy.md"
        ) from wrong


def code_row(row: Json, adapter: Adapter) -> Json:
    """What `dragoman code --format jsonl` prints of a gold row's text and publication date."""
    given = Given(published(row.get(adapter.date)) if adapter.date else UNKNOWN)
    return adapter.keep(code_report(verbatim(row["text"], given, str(row["id"]))))


def published(value: object) -> When:
    """The day that gold gives; unknown where it gives none, or one that is no date."""
    try:
        return day(date.fromisoformat(str(value)), "given")
    except ValueError:
        return UNKNOWN
