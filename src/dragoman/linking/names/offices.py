"""What two offices are in charge of, whatever their titles say it in."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.language.folding import fold
from dragoman.model.tables import Column, read_table

_FORMER = re.compile(r"^(?:former|ex|late|acting|incoming|outgoing|then|interim)[ -]+")


@lru_cache(maxsize=20_000)
def charge_of(office: str) -> str | None:
    """What the office is in charge of, a word of the table; None where no row fits."""
    plain = _FORMER.sub("", fold(office).strip())
    found = _charges().search(plain)
    return _table()[found[0]] if found else None


@cache
def _table() -> dict[str, str]:
    rows = read_table("names/offices.tsv", (Column("charge"), Column("words", many=True)))
    return {fold(words): r["charge"] for r in rows for words in r.many("words")}


@cache
def _charges() -> re.Pattern[str]:
    longest_first = sorted(_table(), key=lambda words: (-len(words), words))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
