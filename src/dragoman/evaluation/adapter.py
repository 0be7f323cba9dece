"""What a gold set is to us: where its rows are, how they are dated and scored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.model.findings import Findings
from dragoman.model.rows import Json, findings_row

Gold = Sequence[Json]
# What was coded from each gold row, by the row's id: `code --format jsonl`'s objects, or what the
# set keeps in their stead.
Coded = Mapping[str, Json]
# Figures are floats; whole numbers are counts, which tell how much was measured.
Scores = dict[str, float]
Confusions = Counter[tuple[str, str]]


class TypeTally(NamedTuple):
    """How often gold has a type, how often it was told too, and how often told at all."""

    gold: int
    right: int
    told: int


def no_confusions(_gold: Gold, _coded: Coded) -> Confusions:
    """For sets whose answers are no classes."""
    return Counter()


def no_types(_gold: Gold, _coded: Coded) -> dict[str, TypeTally]:
    """For sets without event types."""
    return {}


def as_it_is(row: Json) -> Json:
    """For sets whose rows have their text."""
    return row


@dataclass(frozen=True, slots=True)
class Adapter:
    """A gold set.

    `files` is the pattern of its file below the gold folder; `date` the field with the publication
    date, None where a set has none that is true; `task` names its classes of error in
    data/evaluation/errors.tsv. `confusions` counts (gold's class, the class told). `prepare` gives
    a row its "text" where the file has it in another form; `keep` is what is kept of its coding.
    """

    name: str
    files: str
    about: str
    task: str
    score: Callable[[Gold, Coded], Scores]
    errors: Callable[[Gold, Coded], Counter[str]]
    date: str | None = None
    confusions: Callable[[Gold, Coded], Confusions] = no_confusions
    types: Callable[[Gold, Coded], dict[str, TypeTally]] = no_types
    prepare: Callable[[Json], Json] = as_it_is
    keep: Callable[[Findings], Json] = findings_row
