"""Mandarin names in Pinyin and Wade-Giles: which syllables one spelling can mean."""

from __future__ import annotations

from functools import cache, lru_cache

from dragoman.model.tables import Column, read_table

# A word of a name has one or two syllables, a joined given name at most these.
_MOST = 3


@lru_cache(maxsize=50_000)
def mandarin(word: str) -> frozenset[str]:
    """The Pinyin of all that `word`, in plain small letters, can be; empty where it is none.

    Both systems are tried, but not mixed: "tsetung" is "zedong", "chiang" "chiang" or "jiang".
    """
    pinyin = {word} if _parted(word, frozenset(_syllables())) else set()
    giles = _wade_giles()
    spelt = {"".join(parts) for parts in _readings(word, giles)}
    return frozenset(pinyin | spelt)


def _parted(word: str, syllables: frozenset[str], left: int = _MOST) -> bool:
    if not word:
        return True
    return left > 0 and any(
        word[:n] in syllables and _parted(word[n:], syllables, left - 1)
        for n in range(1, min(len(word), 6) + 1)
    )


def _readings(
    word: str, giles: dict[str, tuple[str, ...]], left: int = _MOST
) -> list[tuple[str, ...]]:
    if not word:
        return [()]
    if not left:
        return []
    return [
        (pinyin, *rest)
        for n in range(1, min(len(word), 6) + 1)
        for pinyin in giles.get(word[:n], ())
        for rest in _readings(word[n:], giles, left - 1)
    ]


@cache
def _syllables() -> dict[str, tuple[str, ...]]:
    columns = (Column("pinyin"), Column("wade_giles", many=True))
    rows = read_table("names/pinyin.tsv", columns)
    return {row["pinyin"]: row.many("wade_giles") for row in rows}


@cache
def _wade_giles() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for pinyin, spellings in _syllables().items():
        for spelling in spellings:
            found.setdefault(spelling, []).append(pinyin)
    return {spelling: tuple(p) for spelling, p in found.items()}
