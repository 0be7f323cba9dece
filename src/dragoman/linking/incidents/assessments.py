"""Whether a judgement says that ties between two states hold, or that they worsen."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, get_args

from dragoman.model.tables import Column, read_table

Says = Literal["hold", "worsen"]
COLUMNS = (Column("words"), Column("says", choices=get_args(Says)), Column("example"))
# What is held to be less likely than this is said not to come.
UNLIKELY = 0.3


@cache
def _cues() -> tuple[tuple[re.Pattern[str], Says], ...]:
    """The cues, the longest first."""
    rows = sorted(read_table("incidents/assessments.tsv", COLUMNS), key=lambda r: -len(r["words"]))
    return tuple(
        (re.compile(rf"\b{re.escape(row['words'])}", re.IGNORECASE), _says(row["says"]))
        for row in rows
    )


def _says(word: str) -> Says:
    return "hold" if word == "hold" else "worsen"


def assessed(statement: str, low: float, high: float) -> Says | None:
    """What a statement with a probability says of ties; None for one that says nothing of them.

    The first cue counts; "highly unlikely to derail" says that they hold.
    """
    found = [(m.start(), n) for n, (cue, _) in enumerate(_cues()) if (m := cue.search(statement))]
    if not found:
        return None
    said = _cues()[min(found)[1]][1]
    if (low + high) / 2 < UNLIKELY:
        return "hold" if said == "worsen" else "worsen"
    return said
