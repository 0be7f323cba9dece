"""What stands around an article on a page: the table of it, and what a line is by that table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dragoman.ingest.shapes import is_prose, without_bullet
from dragoman.model.errors import TableError
from dragoman.model.tables import Column, Row, read_table

KINDS = (
    "line", "prefix", "regex", "tail", "glue", "stop", "menu", "credit", "disclaimer",
    "biography-strong", "biography", "biography-name", "byline", "outlet",
)  # fmt: skip
_WITHOUT_CASE = {
    "regex", "stop", "credit", "disclaimer", "biography", "biography-strong", "byline",
}  # fmt: skip
# No pattern is tried on a longer line: page furniture is short, and no pattern may grow slow.
LONGEST = 600
# A line that begins like debris and is longer than this is prose that happens to.
LONGEST_PREFIX = 240


def _regex_fault(pattern: str) -> str | None:
    try:
        re.compile(pattern)
    except re.error as error:
        return f"is no regular expression ({error})"
    return None


_COLUMNS = (
    Column("kind", choices=KINDS),
    Column("pattern"),
    Column("what"),
    Column("why", optional=True),
)
_REGEX_KINDS = frozenset(KINDS) - {"line", "prefix", "glue", "menu"}


@dataclass(frozen=True, slots=True)
class DebrisTable:
    """The table's rows by kind, compiled."""

    lines: frozenset[str]
    prefixes: tuple[str, ...]
    long_prefixes: tuple[str, ...]
    menu: frozenset[str]
    glue: tuple[str, ...]
    patterns: dict[str, tuple[re.Pattern[str], ...]]

    def is_debris(self, line: str) -> bool:
        """True for a line that is no part of any article."""
        if not line or len(line) > LONGEST:
            return False
        plain = _plain(line)
        if plain in self.lines or not plain:
            return True
        if len(line) <= LONGEST_PREFIX and plain.startswith(self.prefixes_for(line)):
            return True
        return self.fits("regex", line) is not None

    def prefixes_for(self, line: str) -> tuple[str, ...]:
        """The prefixes that count for a line: a sentence may begin with two words by chance."""
        return self.long_prefixes if is_prose(line) else self.prefixes

    def fits(self, kind: str, line: str) -> re.Match[str] | None:
        """The match of a row of `kind` with the whole line."""
        if len(line) > LONGEST:
            return None
        return next((m for p in self.patterns[kind] if (m := p.fullmatch(line))), None)

    def begins(self, kind: str, line: str) -> bool:
        """True when a row of `kind` fits the line's beginning."""
        return any(p.match(line) for p in self.patterns[kind])

    def count(self, kind: str, line: str) -> int:
        """How many rows of `kind` are found anywhere in the line."""
        return sum(bool(p.search(line[:1500])) for p in self.patterns[kind])

    def is_menu(self, line: str) -> bool:
        """True for an entry of a site's menu."""
        plain = _plain(line)
        return plain in self.menu or plain in self.lines

    def unglued(self, line: str) -> str:
        """The line without a label stuck to its first word."""
        for words in self.glue:
            if (
                line.startswith(words)
                and line[len(words) : len(words) + 2].strip("“‘\"'").isupper()
            ):
                if line[len(words) : len(words) + 1].isspace():
                    continue
                return line[len(words) :]
        return line

    def outlet_in(self, lines: Iterable[str]) -> str | None:
        """The outlet that some line of debris names as the page's."""
        for line in lines:
            for pattern in self.patterns["outlet"]:
                if found := pattern.search(line[:LONGEST]):
                    return found["outlet"].strip()
        return None


@cache
def debris() -> DebrisTable:
    """The table, read once."""
    rows = read_table("ingest/debris.tsv", _COLUMNS)
    _check(rows)
    of = {k: [r["pattern"] for r in rows if r["kind"] == k] for k in KINDS}
    prefixes = tuple(p.casefold() for p in of["prefix"])
    return DebrisTable(
        lines=frozenset(_plain(p) for p in of["line"]),
        prefixes=prefixes,
        long_prefixes=tuple(p for p in prefixes if p.endswith(":") or len(p.split()) > 2),
        menu=frozenset(_plain(p) for p in of["menu"]),
        glue=tuple(of["glue"]),
        patterns={k: tuple(_compiled(k, p) for p in of[k]) for k in sorted(_REGEX_KINDS)},
    )


def _compiled(kind: str, pattern: str) -> re.Pattern[str]:
    if kind == "outlet":
        # The cue has any case, the name's capital counts: so only the cue's first letter varies.
        pattern = (
            f"(?:{pattern[0].swapcase()}|{pattern[0]}){pattern[1:]}"
            if pattern[0].isalpha()
            else pattern
        )
    return re.compile(pattern, re.IGNORECASE if kind in _WITHOUT_CASE else 0)


def _check(rows: list[Row]) -> None:
    for row in rows:
        if row["kind"] in _REGEX_KINDS and (wrong := _regex_fault(row["pattern"])):
            raise TableError(f"{row.place}: column 'pattern' {wrong}")


def _plain(line: str) -> str:
    """A line as the table's lines are compared: lower case, without its closing punctuation."""
    return without_bullet(line).casefold().strip(" .:!…|·•–—-→»›>").strip()
