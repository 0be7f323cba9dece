"""The grammar of temporal expressions: its rules compiled once, and matched in one pass.

Each class of pieces becomes one character, so a text is matched as a string with one character
a piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.language.dates.rules import RULES, SHORTHANDS
from dragoman.language.dates.tokens import Piece


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's kind and the runs of pieces in its brackets (one, or two for a pair)."""

    kind: str
    runs: tuple[tuple[Piece, ...], ...]
    before: Piece | None = None


@dataclass(frozen=True, slots=True)
class _Compiled:
    pattern: re.Pattern[str]
    kinds: dict[str, str]
    codes: dict[str, str]


def find(run: list[Piece]) -> Iterator[Found]:
    """All expressions in a text's pieces, in order, without overlaps."""
    grammar = _compiled()
    unknown = grammar.codes["other"]
    coded = "".join(grammar.codes.get(piece.kind, unknown) for piece in run)
    for match in grammar.pattern.finditer(coded):
        rule = match.lastgroup or ""
        spans = [match.span(f"{rule}_{i}") for i in (1, 2) if f"{rule}_{i}" in match.re.groupindex]
        runs = tuple(tuple(run[a:b]) for a, b in spans if a < b)
        first = spans[0][0] if spans else 0
        yield Found(grammar.kinds[rule], runs, run[first - 1] if first else None)


@cache
def _compiled() -> _Compiled:
    codes: dict[str, str] = {}
    for name in ("other", "name"):
        _code(name, codes)
    kinds: dict[str, str] = {}
    rules = []
    for number, line in enumerate(RULES.strip().splitlines()):
        kind, pattern = line.split(maxsplit=1)
        rule = f"r{number}"
        kinds[rule] = kind
        rules.append(f"(?P<{rule}>{_translate(pattern, rule, codes)})")
    return _Compiled(re.compile("|".join(rules)), kinds, codes)


def _translate(pattern: str, rule: str, codes: dict[str, str]) -> str:
    while re.search("[A-Z]{2,}|D", pattern):
        pattern = re.sub("[A-Z]{2,}|D", lambda m: SHORTHANDS[m.group()], pattern)
    runs = iter((1, 2))
    pattern = re.sub(r"\[", lambda _: f"(?P<{rule.upper()}_{next(runs)}>", pattern)
    pattern = pattern.replace("]", ")")
    names = re.compile(r"(?<![<\w])[a-z_]+")
    coded = names.sub(lambda m: _code(m.group(), codes), pattern)
    return coded.replace(" ", "").replace(f"<{rule.upper()}_", f"<{rule}_")


def _code(name: str, codes: dict[str, str]) -> str:
    """The character that stands for a class; the private use area has room for 6,400."""
    return codes.setdefault(name, chr(0xE000 + len(codes)))
