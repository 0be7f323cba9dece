"""Words by which a sentence says that an act answers another: "in response", "retaliated"."""

from __future__ import annotations

import re
from functools import cache

from dragoman.model.tables import Column, read_table

_SIGNS = ("conflict", "cooperation", "either")
_COLUMNS = (Column("words"), Column("quad", choices=_SIGNS))


def answering(sentence: str, quad: int) -> str | None:
    """The words of `sentence` that say that an act of that QuadClass answers another, or None."""
    sign = "cooperation" if quad <= 2 else "conflict"
    found = (hit for says, of in _patterns() if of in (sign, "either")
             if (hit := says.search(sentence)))  # fmt: skip
    first = min(found, key=lambda hit: hit.start(), default=None)
    return first[0].lower() if first else None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = read_table("measure/answers.tsv", _COLUMNS)
    return tuple((_pattern(r["words"]), r["quad"]) for r in rows)


def _pattern(words: str) -> re.Pattern[str]:
    stem = words.removesuffix("*")
    end = r"\w*" if stem != words else ""
    between = r"\s+".join(map(re.escape, stem.split()))
    return re.compile(rf"\b{between}{end}\b", re.IGNORECASE)
