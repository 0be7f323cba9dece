"""The tables of figures: words for numbers, words that bound them, and what they count."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.model.tables import Column, read_table

NUMBER_KINDS = ("unit", "tens", "times", "suffix", "vague", "article")
PARTS = (
    "verb", "subject", "adjective", "noun", "toll", "unit", "currency", "duration", "per",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word for a number and the bounds that it stands for."""

    word: str
    low: float
    high: float
    kind: str


@dataclass(frozen=True, slots=True)
class Thing:
    """What a word says is counted, and the unit of a measure."""

    what: str
    unit: str | None


@cache
def number_words() -> dict[str, NumberWord]:
    """Words for numbers by word, lower-case."""
    columns = (
        Column("word"),
        Column("low"),
        Column("high"),
        Column("kind", choices=NUMBER_KINDS),
    )
    rows = read_table("figures/numbers.tsv", columns)
    return {
        r["word"]: NumberWord(r["word"], float(r["low"]), float(r["high"]), r["kind"]) for r in rows
    }


@cache
def bounds(side: str) -> dict[str, str]:
    """Phrases "before" or "after" a number -> "low", "high" or "about"."""
    columns = (
        Column("phrase"),
        Column("side", choices=("before", "after")),
        Column("bound", choices=("low", "high", "about")),
    )
    rows = read_table("figures/bounds.tsv", columns)
    return {r["phrase"]: r["bound"] for r in rows if r["side"] == side}


@cache
def things(part: str) -> dict[str, Thing]:
    """What words of one part say is counted, by lemma or phrase."""
    columns = (
        Column("word"),
        Column("part", choices=PARTS),
        Column("what", optional=True),
        Column("unit", optional=True),
    )
    rows = read_table("figures/things.tsv", columns)
    return {r["word"]: Thing(r["what"], r["unit"] or None) for r in rows if r["part"] == part}
