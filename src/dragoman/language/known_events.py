"""Known dated events that a report names: what happened when, by the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table

_KINDS = ("unforeseen", "scheduled", "office")
_LONGEST_SPREAD = 160  # characters within which all words of a joined alias stand


def _is_date(value: str) -> str | None:
    try:
        date.fromisoformat(value)
    except ValueError:
        return "expected a day as YYYY-MM-DD"
    return None


_COLUMNS = (
    Column("name"),
    Column("aliases", optional=True, many=True),
    Column("start", check=_is_date),
    Column("end", check=_is_date),
    Column("kind", choices=_KINDS),
    Column("source", optional=True),
)


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event from `start` up to, not including, `end`, of one of the table's kinds."""

    name: str
    start: date
    end: date
    kind: str


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name a known event, or one of several that go by the same name."""

    span: Span
    events: tuple[KnownEvent, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    single: re.Pattern[str]
    events: dict[str, tuple[KnownEvent, ...]]
    joined: tuple[tuple[tuple[re.Pattern[str], ...], tuple[KnownEvent, ...]], ...]


def named_events(text: str, sentences: list[Span]) -> list[Named]:
    """The known events that `text` names, in order; a joined alias is looked for by sentence."""
    names = _names()
    plain = text.replace("’", "'")
    found = [
        Named(Span(*match.span()), names.events[_key(match.group())])
        for match in names.single.finditer(plain)
    ]
    found.extend(_joined(plain, sentences, names))
    return sorted(found, key=lambda n: (n.span, n.events[0].name))


def _joined(text: str, sentences: list[Span], names: _Names) -> Iterator[Named]:
    here = [j for j in names.joined if all(part.search(text) for part in j[0])]
    for sentence in sentences if here else ():
        for parts, events in here:
            spans = [part.search(text, sentence.start, sentence.end) for part in parts]
            if all(spans):
                start = min(m.start() for m in spans if m)
                end = max(m.end() for m in spans if m)
                if end - start <= _LONGEST_SPREAD:
                    yield Named(Span(start, end), events)


@cache
def _names() -> _Names:
    events: dict[str, list[KnownEvent]] = {}
    for row in read_table("time/known_events.tsv", _COLUMNS):
        start, last = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
        event = KnownEvent(row["name"], start, last + timedelta(days=1), row["kind"])
        for alias in dict.fromkeys((row["name"], *row.many("aliases"))):
            events.setdefault(_key(alias), []).append(event)
    single = sorted((a for a in events if "+" not in a), key=len, reverse=True)
    pattern = "|".join(_either_case(a) for a in single)
    joined = tuple((_parts(a), tuple(e)) for a, e in sorted(events.items()) if "+" in a)
    return _Names(
        re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"),
        {a: tuple(e) for a, e in events.items()},
        joined,
    )


def _key(alias: str) -> str:
    """An alias with a first capital and single blanks."""
    return " ".join((alias[0].upper() + alias[1:]).split())


def _either_case(alias: str) -> str:
    """The alias with its first letter in either case, since names open sentences."""
    first, rest = alias[0], alias[1:]
    head = f"[{first.upper()}{first.lower()}]" if first.isalpha() else re.escape(first)
    return head + _blanks(rest)


def _parts(alias: str) -> tuple[re.Pattern[str], ...]:
    ends = {True: r"\w*", False: r"(?!\w)"}
    return tuple(
        re.compile(rf"(?<!\w){_blanks(part.rstrip('*'))}{ends[part.endswith('*')]}")
        for part in alias.split("+")
    )


def _blanks(words: str) -> str:
    """The words as a pattern in which a line break is a blank, too."""
    return re.escape(words).replace(r"\ ", r"\s+")
